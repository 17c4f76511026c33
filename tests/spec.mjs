/**
 * The named cases of `tests/spec/*.txt` through the wasm: the same files that `tests/spec.rs` runs natively.
 * `tests/spec/README.md` says how a case is written.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../js/node.js";
import { escape, files, KNOWN_MISSES, optionsOf, unescape } from "./spec/cases.mjs";

/** @import { Edit, Finding, Heading, Relation, Report } from "../js/gangmu.d.ts" */
/** @import { Case } from "./spec/cases.mjs" */
/** @param {Heading[]} headings @returns {Heading[]} */
const flat = (headings) => headings.flatMap((heading) => [heading, ...flat(heading.children)]);

/** Attributes that are compared only where a line asks for them. @type {Record<string, string>} */
const FIELDS = { of: "indicator", source: "periodSource" };

/**
 * `line` with the attributes that the line `wanted` asks for; of several answers (`A / B`) the right one is as good as all.
 *
 * @param {string} line @param {Record<string, unknown>} thing @param {string} wanted @returns {string}
 */
function asAsked(line, thing, wanted) {
  for (const asked of wanted.split(" | ").slice(1)) {
    const [name, ...rest] = asked.split(" ");
    const field = FIELDS[name] ?? name;
    assert.ok(field in thing, `"${wanted}": there is no attribute ${name}`);
    const value = thing[field] === null || thing[field] === "" ? "none" : String(thing[field]);
    const answers = rest.join(" ");
    line += ` | ${name} ${answers.split(" / ").includes(value) ? answers : value}`;
  }
  return line;
}

/**
 * The words from a finding's first place to the end of its edits, with the edits made.
 *
 * @param {string} text @param {Finding} finding @param {Edit[]} edits
 */
function mended(text, finding, edits) {
  let from = Math.min(finding.span[0], ...edits.map(({ span }) => span[0]));
  const end = Math.max(finding.span[1], ...edits.map(({ span }) => span[1]));
  let out = "";
  for (const edit of edits) {
    out += text.slice(from, edit.span[0]) + edit.text;
    from = edit.span[1];
  }
  return out + text.slice(from, end);
}

/** The words of a relation's figures, in the order of its fields. @param {Report} report @param {string} text @param {Relation} relation */
function termsOf(report, text, relation) {
  const { kind, holds, verdict, calculation, slip, ...terms } = relation;
  if (relation.kind === "claim") return `${text.slice(...relation.span)} ${relation.stated} ${relation.named}`;
  const figures = /** @type {number[]} */ (Object.values(terms).flat());
  return figures.map((figure) => text.slice(...report.figures[figure].span)).join(" ");
}

/** How a thing of each kind is written on a line. @type {Record<string, (report: Report, text: string) => { line: string, thing: any }[]>} */
const KINDS = {
  figure: (report, text) =>
    report.figures.map((figure) => {
      const upper = figure.upper === null ? "" : `..${figure.upper}`;
      const unit = figure.unit === null ? "" : ` ${figure.unit}`;
      return { line: `figure ${text.slice(...figure.span)} = ${figure.value}${upper}${unit}`, thing: figure };
    }),
  heading: (report) =>
    flat(report.outline).map((heading) => {
      const lost = heading.number === null ? "-" : `-(${heading.number})`;
      return { line: `heading ${heading.level} ${heading.marker || lost} ${heading.title}`, thing: heading };
    }),
  item: (report) =>
    [...report.items, ...flat(report.outline).flatMap(({ items }) => items)]
      .sort((a, b) => a.span[0] - b.span[0])
      .map((item) => ({ line: `item ${item.marker} ${item.number}`, thing: item })),
  date: (report, text) =>
    report.dates.map((date) => ({ line: `date ${text.slice(...date.span)} = ${date.iso ?? "-"}`, thing: date })),
  citation: (report, text) =>
    report.citations.map((citation) => {
      const number = citation.number === null ? "" : ` ${citation.number}`;
      return { line: `citation ${text.slice(...citation.span)}${number}`, thing: citation };
    }),
  noise: (report, text) =>
    report.noise.map((noise) => ({ line: `noise ${noise.kind} ${text.slice(...noise.span)}`, thing: noise })),
  finding: (report, text) =>
    report.findings.map((finding) => ({
      line: `finding ${finding.rule} ${text.slice(...finding.span)}`,
      thing: { ...finding, places: finding.places.length, mended: finding.fix && mended(text, finding, finding.fix) },
    })),
  relation: (report, text) =>
    report.relations.map((relation) => ({ line: `relation ${relation.kind} ${termsOf(report, text, relation)}`, thing: relation })),
  ignored: (report, text) =>
    report.ignored.map((number) => ({ line: `ignored ${number.reason} ${text.slice(...number.span)}`, thing: number })),
  passage: (report, text) =>
    report.passages.map((passage) => {
      const opening = text.slice(...passage.span).split(/[，。：\n]/, 1)[0];
      return { line: `passage ${passage.role} ${opening}`, thing: passage };
    }),
  meta: (report) =>
    Object.entries(report.metadata).map(([key, value]) => ({ line: `meta ${key} ${value ?? "-"}`, thing: {} })),
};

const PLURALS = {
  figures: "figure",
  headings: "heading",
  items: "item",
  dates: "date",
  citations: "citation",
  findings: "finding",
  noise: "noise",
  ignored: "ignored",
  passages: "passage",
  relations: "relation",
  metadata: "meta",
};

/** What a case wants and what it gets, line by line. @param {Case} each @returns {{ wanted: string[], found: string[] }} */
function compare({ text, expected }) {
  const report = parse(text, optionsOf(expected));
  /** @type {string[]} */
  const wanted = [];
  /** @type {string[]} */
  const found = [];
  /** @type {Map<string, string[]>} */
  const byKind = new Map();
  for (const line of expected.filter((line) => !line.startsWith("with "))) {
    if (line.startsWith("no finding ")) {
      const place = report.findings.find(({ rule }) => rule === line.slice("no finding ".length));
      wanted.push(line);
      found.push(place ? `finding ${place.rule} ${text.slice(...place.span)}` : line);
      continue;
    }
    const none = line.match(/^no (\w+)$/)?.[1];
    const kind = none ? PLURALS[/** @type {keyof typeof PLURALS} */ (none)] : line.split(" ", 1)[0];
    assert.ok(kind in KINDS, `"${line}" is no expectation that the cases know`);
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...(none ? [] : [escape(unescape(line))])]);
  }
  for (const [kind, lines] of byKind) {
    const things = KINDS[kind](report, text).map(({ line, thing }) => ({ line: escape(line), thing }));
    // Of metadata, findings, relations and numbers left out, a case lists only those that it is about.
    if (kind === "meta" || (["finding", "ignored", "relation"].includes(kind) && lines.length > 0)) {
      for (const wanted of lines) {
        const same = things.find(({ line }) => line === wanted.split(" | ", 1)[0]);
        found.push(same ? asAsked(same.line, same.thing, wanted) : `(${things.map(({ line }) => line).join(" / ")})`);
      }
    } else {
      found.push(...things.map(({ line, thing }, index) => asAsked(line, thing, lines[index] ?? "")));
    }
    wanted.push(...lines);
  }
  return { wanted, found };
}

/** @param {Case} each */
function check(each) {
  const { wanted, found } = compare(each);
  const holds = wanted.join("\n") === found.join("\n");
  if (each.file === KNOWN_MISSES) {
    assert.ok(!holds, "holds now: move it to its family");
    return;
  }
  const text = escape(each.text).replaceAll("\\n", "\n");
  assert.ok(holds, `\n--- text\n${text}\n--- expected\n${wanted.join("\n")}\n--- actual\n${found.join("\n")}\n`);
}

const cases = files().flatMap(({ cases }) => cases);

for (const each of cases) test(`${each.file}: ${each.name}`, () => check(each));

test("no two cases have the same name", () => {
  const names = cases.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  assert.deepEqual(twice, []);
});
