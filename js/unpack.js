/**
 * From the tape that Rust hands over to plain objects. `src/packed.rs` gives the layout; the fields stand here in the
 * order of `src/report.rs`, and a test compares the result with the JSON of the same text.
 *
 * Every record is one object literal with all its fields: engines then give all of them one shape.
 *
 * @import { Citation, DateMention, Edit, Figure, Finding, Heading, Ignored, Item, Metadata, Noise, Part, Passage, Relation, Report, Span } from "./gangmu.d.ts"
 */

/**
 * The closed sets that the core wrote down, by the name of their type.
 *
 * @typedef {{ [set in "Part" | "Role" | "Kind" | "Bound" | "PeriodSource" | "Change" | "Verdict" | "RelationKind" | "Severity" | "Confidence" | "Rule" | "NoiseKind" | "Reason"]: string[] }} Names
 */

/** Powers of ten that a double holds exactly. */
/** So much more is the exponent of a negative number (src/packed.rs). */
const NEGATIVE = 4096;

const TENS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * A part of a report on the tape: how an entry of it is read, or where it is no list, how the whole of it is.
 *
 * @typedef {{ part: Part, isList: boolean, value: () => any }} PartOnTape
 */

/**
 * What reads the values of a tape.
 *
 * @param {Uint32Array} tape
 * @param {string} pool Words that do not stand in the text.
 * @param {string} text The text that was parsed.
 * @param {Names} names
 * @returns {{ schema: string, parts: PartOnTape[], list: <T>(value: () => T) => T[], seek: (cell: number) => void }} The parts
 *   that the tape has, in the order in which they stand on it, and the way to one cell of it.
 */
export function readerOf(tape, pool, text, names) {
  let at = 0;

  const integer = () => tape[at++];
  const boolean = () => tape[at++] === 1;
  const present = boolean;

  /** @returns {Span} */
  const span = () => [tape[at++], tape[at++]];

  const words = () => {
    const start = tape[at++];
    const end = tape[at++];
    if (start < text.length) return text.slice(start, end);
    return pool.slice(start - text.length, end - text.length);
  };

  const decimal = () => {
    const coefficient = tape[at++] + tape[at++] * 2 ** 32;
    const signed = tape[at++] | 0;
    const sign = signed > NEGATIVE / 2 ? -1 : 1;
    const power = sign < 0 ? signed - NEGATIVE : signed;
    // Both operands exact: one division or product rounds right, as reading the digits would.
    if (coefficient <= Number.MAX_SAFE_INTEGER && power >= -22 && power <= 22) {
      return sign * (power < 0 ? coefficient / TENS[-power] : coefficient * TENS[power]);
    }
    const exact = (BigInt(tape[at - 2]) << 32n) + BigInt(tape[at - 3]);
    return sign * Number(`${exact}e${power}`);
  };

  /** @template T @param {() => T} value @returns {T[]} */
  const list = (value) => {
    const length = tape[at++];
    /** @type {T[]} */
    const values = [];
    for (let index = 0; index < length; index++) values.push(value());
    return values;
  };

  const wordsOrNull = () => (present() ? words() : null);
  const integerOrNull = () => (present() ? integer() : null);

  /** The names come from the core; that they are those of the types is tested. @param {string[]} set @returns {any} */
  const name = (set) => set[tape[at++]];

  /** @returns {Metadata} */
  const metadata = () => ({
    title: wordsOrNull(),
    issuer: wordsOrNull(),
    place: wordsOrNull(),
    year: integerOrNull(),
    date: wordsOrNull(),
    published: wordsOrNull(),
    recipient: wordsOrNull(),
    indexNumber: wordsOrNull(),
    documentNumber: wordsOrNull(),
    subjectClass: wordsOrNull(),
    contactName: wordsOrNull(),
    contactPhone: wordsOrNull(),
  });

  /** @returns {Item} */
  const item = () => ({ span: span(), marker: words(), number: integer() });

  /** @returns {Heading} */
  const heading = () => ({
    span: span(),
    marker: words(),
    number: integerOrNull(),
    title: words(),
    level: integer(),
    role: present() ? name(names.Role) : null,
    inferred: boolean(),
    body: span(),
    items: list(item),
    children: list(heading),
  });

  /** @returns {Figure} */
  const figure = () => ({
    span: span(),
    number: span(),
    value: decimal(),
    upper: present() ? decimal() : null,
    unit: wordsOrNull(),
    kind: name(names.Kind),
    approx: wordsOrNull(),
    bound: name(names.Bound),
    change: present() ? name(names.Change) : null,
    indicator: words(),
    action: wordsOrNull(),
    period: wordsOrNull(),
    periodSource: present() ? name(names.PeriodSource) : null,
    heading: list(integer),
  });

  /** @returns {DateMention} */
  const date = () => ({ span: span(), iso: wordsOrNull() });

  /** @returns {Citation} */
  const citation = () => ({ span: span(), number: wordsOrNull() });

  const integers = () => list(integer);

  /** The fields of each kind of relation, in the order of `src/report.rs`. @type {{ [kind: string]: () => object }} */
  const terms = {
    sum: () => ({ total: integer(), parts: integers() }),
    rate: () => ({ rate: integer(), numerator: integer(), denominator: integer() }),
    part: () => ({ whole: integer(), part: integer() }),
    change: () => ({ from: integer(), to: integer(), change: integer() }),
    shares: () => ({ parts: integers() }),
    flow: () => ({ incoming: integers(), outgoing: integers() }),
    average: () => ({ average: integer(), number: integer(), total: integer() }),
    conversion: () => ({ stated: integer(), converted: integer() }),
    repeat: () => ({ first: integer(), again: integer() }),
    claim: () => ({ span: span(), stated: integer(), named: integer() }),
  };

  /** @returns {Relation} */
  const relation = () => {
    const kind = name(names.RelationKind);
    const fields = terms[kind]();
    const verdict = { holds: boolean(), verdict: name(names.Verdict), calculation: words(), slip: wordsOrNull() };
    return /** @type {Relation} */ ({ kind, ...fields, ...verdict });
  };

  /** @returns {Edit} */
  const edit = () => ({ span: span(), text: words() });

  /** @returns {Finding} */
  const finding = () => ({
    span: span(),
    rule: name(names.Rule),
    severity: name(names.Severity),
    message: words(),
    source: wordsOrNull(),
    fix: present() ? list(edit) : null,
    confidence: name(names.Confidence),
    places: list(span),
    fingerprint: words(),
  });

  /** @returns {Noise} */
  const noise = () => ({ span: span(), kind: name(names.NoiseKind) });

  /** @returns {Ignored} */
  const ignored = () => ({ span: span(), reason: name(names.Reason) });

  /** @returns {Passage} */
  const passage = () => ({ span: span(), role: name(names.Role) });

  /** In the order of `Part`. @type {[part: Part, value: () => unknown, isList?: false][]} */
  const parts = [
    ["metadata", metadata, false],
    ["outline", heading],
    ["items", item],
    ["figures", figure],
    ["dates", date],
    ["citations", citation],
    ["relations", relation],
    ["findings", finding],
    ["noise", noise],
    ["ignored", ignored],
    ["passages", passage],
  ];
  const asked = integer();
  const schema = words();
  const there = parts.filter((_, place) => (asked >> place) & 1);
  return {
    schema,
    parts: there.map(([part, value, isList = true]) => ({ part, isList, value })),
    list,
    seek(cell) {
      at = cell;
    },
  };
}

/**
 * @param {Uint32Array} tape
 * @param {string} pool Words that do not stand in the text.
 * @param {string} text The text that was parsed.
 * @param {Names} names
 * @returns {Report} With the parts that were asked for: the types of `parse` say which.
 */
export function unpack(tape, pool, text, names) {
  const { schema, parts, list } = readerOf(tape, pool, text, names);
  /** @type {Record<string, unknown>} */
  const report = { schema };
  for (const { part, isList, value } of parts) report[part] = isList ? list(value) : value();
  return /** @type {any} */ (report);
}
