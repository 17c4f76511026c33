// The columns of a collection with the reader's corrections. A correction says which rows of a column go into which other; it
// names columns by their words and not by number, so that it can be saved and used on the next collection.

/** @typedef {import("../../js/gangmu.d.ts").Collection} Collection */
/** @typedef {import("../../js/gangmu.d.ts").Row} Row */

/**
 * Rows of `column` (all, those of one name, or one figure of one file) go into `into`.
 * @typedef {{ column: string, name?: string, source?: string, start?: number, into: string }} Correction
 */

/** @typedef {{ report: number, row: Row }} Placed */

/**
 * @typedef {object} Column
 * @property {string} key "" for the figures of which nothing says what they count
 * @property {string} indicator
 * @property {string | null} unit
 * @property {Placed[]} rows in the order of the reports
 * @property {number} reports how many have it
 * @property {Map<number, Placed[]>} of by report
 */

/** Says what a file of corrections is. */
const KIND = "gangmu-columns/1";

/** @param {string} indicator @param {string | null} unit */
export const keyOf = (indicator, unit) => `${indicator}|${unit || ""}`;

/**
 * @param {Collection} collection
 * @param {Correction[]} corrections
 * @returns {{ columns: Column[], used: number }} `used`: corrections that moved something
 */
export function arranged({ reports, columns }, corrections) {
  /** @type {Map<string, Placed[]>} */
  const held = new Map();
  /** @type {Map<string, { indicator: string, unit: string | null }>} */
  const known = new Map([["", { indicator: "", unit: null }]]);
  const keys = columns.map(({ indicator, unit }) => {
    let key = keyOf(indicator, unit);
    while (known.has(key)) key += "|";
    known.set(key, { indicator, unit });
    held.set(key, []);
    return key;
  });
  held.set("", []);
  reports.forEach(({ rows }, report) =>
    rows.forEach((row) => /** @type {Placed[]} */ (held.get(row.column === null ? "" : keys[row.column])).push({ report, row })),
  );

  let used = 0;
  for (const { column, name, source, start, into } of corrections) {
    const from = held.get(column);
    if (!from || column === into) continue;
    const goes = (/** @type {Placed} */ { report, row }) =>
      (name === undefined || row.figure.indicator === name) &&
      (source === undefined || reports[report].source === source) &&
      (start === undefined || row.figure.span[0] === start);
    const going = from.filter(goes);
    if (!going.length) continue;
    used++;
    held.set(column, from.filter((each) => !goes(each)));
    if (!known.has(into)) known.set(into, { indicator: into.split("|")[0], unit: going[0].row.figure.unit });
    held.set(into, (held.get(into) || []).concat(going));
  }

  /** @type {Column[]} */
  const made = [];
  held.forEach((rows, key) => {
    const about = known.get(key);
    if (!rows.length || !about) return;
    /** @type {Map<number, Placed[]>} */
    const of = new Map();
    for (const each of rows) of.set(each.report, (of.get(each.report) || []).concat(each));
    rows.sort((a, b) => a.report - b.report);
    made.push({ key, ...about, rows, reports: of.size, of });
  });
  // What most reports have comes first, what nobody named last.
  const rank = (/** @type {Column} */ { key, reports: many }) => (key ? many : -1);
  return { columns: made.sort((a, b) => rank(b) - rank(a)), used };
}

/** @param {Correction[]} corrections */
export const correctionsFile = (corrections) => `${JSON.stringify({ kind: KIND, corrections }, null, 2)}\n`;

/** @param {string} content @returns {Correction[] | null} null where it is no such file */
export function correctionsOf(content) {
  try {
    const { kind, corrections } = JSON.parse(content);
    const words = (/** @type {unknown} */ each) => each === undefined || typeof each === "string";
    const sound = (/** @type {any} */ each) =>
      typeof each.column === "string" && typeof each.into === "string" && words(each.name) && words(each.source) && (each.start === undefined || Number.isInteger(each.start));
    return kind === KIND && Array.isArray(corrections) && corrections.every(sound) ? corrections : null;
  } catch {
    return null;
  }
}

const SURE = /** @type {const} */ (["certain", "likely", "possible"]);

/** The least sure of them. @param {Placed[]} rows */
export const leastSure = (rows) => SURE[Math.max(...rows.map(({ row }) => SURE.indexOf(row.confidence || "possible")))];
