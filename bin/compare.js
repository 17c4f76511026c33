/**
 * Two reports side by side, as a text to read and as a table. `src/bin/gangmu/compare.rs` writes the same bytes.
 *
 * @import { Comparison, Figure, Heading, Language, Report, Side, Span } from "../js/gangmu.d.ts"
 */
import { readFileSync } from "node:fs";

/** @typedef {{ name: string, text: string }} Source A file, as it was named, and its text. */
/** @typedef {{ heading: string, none: string, head: string[], numbers?: number[], rows: string[][] }} Table `numbers`: columns set right. */
/** @typedef {(key: string, ...values: (string | number)[]) => string} Said Words of the table `compare.tsv`, in one language. */

/** @param {Language} [language] @returns {Said} */
function wordsIn(language) {
  const lines = readFileSync(new URL("./compare.tsv", import.meta.url), "utf8").split("\n").map((line) => line.split("\t"));
  const words = new Map(lines.map(([key, chinese, english]) => [key, language === "en" ? english : chinese]));
  return (key, ...values) => values.reduce((/** @type {string} */ said, value) => said.replace("{}", () => `${value}`), words.get(key) ?? "");
}

/**
 * Numbers keep the digits that they are written with: JavaScript has fifteen.
 *
 * @param {string} json @returns {Comparison}
 */
const readExact = (json) => JSON.parse(json.replace(/"(value|upper|difference|percent)":(-?[\d.]+)/g, '"$1":"$2"'));

/** @param {string} text @param {Figure} figure */
function asWritten(text, { span: [start, end], approx }) {
  const before = approx !== null && text.slice(Math.max(start - approx.length, 0), start) === approx ? approx : "";
  return before + text.slice(start, end);
}

/** @param {Report} report @param {number[]} path */
function headingAt({ outline }, path) {
  /** @type {Heading[]} */
  let level = outline;
  let found = "";
  for (const index of path) {
    found = level[index].marker + level[index].title;
    level = level[index].children;
  }
  return found;
}

/** What tells the two apart: the year, the place, or the file. @param {Report[]} reports @param {Source[]} files @param {Said} said */
function namesOf(reports, files, said) {
  const [first, second] = reports.map(({ metadata }) => metadata);
  if (first.year !== null && second.year !== null && first.year !== second.year) return [said("year", first.year), said("year", second.year)];
  if (first.place !== null && second.place !== null && first.place !== second.place) return [first.place, second.place];
  return files.map(({ name }) => name);
}

/** With a sign where it is not zero. @param {number | string} number */
const signed = (number) => (/^-|^0$/.test(`${number}`) ? `${number}` : `+${number}`);

/**
 * A decimal with its sign in the scale that `words` are written in: -680000000 beside 7.8亿元 is -6.8亿.
 *
 * @param {string} decimal @param {string} words
 */
function inScale(decimal, words) {
  const [scale = "", power = 0] = SCALES.find(([scale]) => words.includes(scale)) ?? [];
  if (power === 0) return signed(decimal);
  const [, minus, whole, fraction = ""] = /** @type {RegExpExecArray} */ (/^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal));
  const digits = whole.padStart(power + 1, "0");
  const rest = (digits.slice(-power) + fraction).replace(/0+$/, "");
  const moved = digits.slice(0, -power) + (rest === "" ? "" : `.${rest}`);
  return (moved === "0" ? "0" : signed(minus + moved)) + scale;
}

/** @type {[string, number][]} */
const SCALES = [["万亿", 12], ["亿", 8], ["万", 4]];

/** @param {string} json What `compareJson` gives. @param {[Source, Source]} files @param {Language} [language] */
export function comparisonAsMarkdown(json, files, language) {
  const said = wordsIn(language);
  const comparison = readExact(json);
  const { pairs, alone, plans, sections } = comparison;
  const reports = [comparison.first, comparison.second];
  const names = namesOf(reports, files, said);
  const at = (/** @type {Side} */ side) => (side === "first" ? 0 : 1);
  const written = (/** @type {0 | 1} */ side, /** @type {number} */ figure) => asWritten(files[side].text, reports[side].figures[figure]);
  const words = (/** @type {0 | 1} */ side, /** @type {Span | null} */ span) => (span === null ? "" : files[side].text.slice(...span));

  const indicators = pairs.map(({ second }) => reports[1].figures[second].indicator);
  const once = new Set();
  const twice = new Set(indicators.filter((indicator) => once.size === once.add(indicator).size));
  const grown = new Set(comparison.growths[1]);
  const pairRows = pairs.map(({ first, second, difference, percent, confidence, remarks }) => {
    const [{ indicator: before }, { indicator, action, kind, unit }] = [reports[0].figures[first], reports[1].figures[second]];
    // 矛盾纠纷（受理）, 矛盾纠纷（化解）.
    const acted = twice.has(indicator) && action !== null ? said("acted", indicator, action) : indicator;
    const counted = grown.has(second) ? said("growth", indicator) : acted;
    const change = difference === null ? "" : kind === "percent" ? said("points", signed(difference)) : inScale(`${difference}`, written(1, second)) + (unit ?? "");
    const notes = remarks.map((remark) => said(remark, before)).join(said("separator"));
    return [counted, written(0, first), written(1, second), change, percent === null ? "" : `${signed(percent)}%`, said(confidence), notes];
  });
  const aloneRows = alone.map(({ report, figure, reason }) => {
    const { indicator } = reports[at(report)].figures[figure];
    return [names[at(report)], indicator || said("none"), written(at(report), figure), said(reason)];
  });
  const planRows = plans.map(({ span, state, confidence, found }) => [words(0, span), said(state), said(confidence), words(1, found)]);
  const sectionRows = sections.map(({ first, second, state }) => [
    first === null ? "" : headingAt(reports[0], first),
    said(state),
    second === null ? "" : headingAt(reports[1], second),
  ]);
  // What need not be there is not missing.
  const without = (/** @type {string} */ part) => (part === "other" ? "none" : "missing");
  const partRows = ["work", "problems", "leadership", "plan", "other"].map((part) => [
    said(part),
    ...reports.map(({ passages }) => said(passages.some(({ role }) => role === part) ? "there" : without(part))),
  ]);
  const states = ["with-figure", "taken-up", "not-mentioned"].map((state) => plans.filter((plan) => plan.state === state).length);
  /** @type {Table[]} */
  const tables = [
    {
      heading: said("pairs", pairs.length),
      none: said("no-pairs"),
      head: [said("indicator"), ...names, ...["difference", "percent", "confidence", "remarks"].map((key) => said(key))],
      numbers: [1, 2, 3, 4],
      rows: pairRows,
    },
    { heading: said("alone", alone.length), none: said("no-alone"), head: ["where", "indicator", "words", "reason"].map((key) => said(key)), rows: aloneRows },
    {
      heading: said("plans", plans.length, ...states),
      none: said("no-plans"),
      head: [said("planned", names[0]), said("state"), said("confidence"), said("found", names[1])],
      rows: planRows,
    },
    { heading: said("sections"), none: said("no-sections"), head: [names[0], said("change"), names[1]], rows: sectionRows },
    { heading: said("parts"), none: "", head: [said("parts"), ...names], rows: partRows },
  ];
  const about = reports.map(({ metadata: { title } }, side) => {
    const file = title === null ? files[side].name : title + said("file", files[side].name);
    return `- ${cell(names[side])}${said("colon")}${cell(file)}\n`;
  });
  return `# ${cell(said("title", ...names))}\n\n${about.join("")}${tables.map(tableAsMarkdown).join("")}`;
}

/** @param {Table} table */
function tableAsMarkdown({ heading, none, head, numbers = [], rows }) {
  const row = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |\n`;
  const lines = [head, ...rows].map((cells) => row(cells.map(cell)));
  lines.splice(1, 0, row(head.map((_, place) => (numbers.includes(place) ? "---:" : "---"))));
  return `\n## ${cell(heading)}\n\n${rows.length === 0 ? `${none}\n` : lines.join("")}`;
}

/** Words on one line, in which Markdown finds no marks. @param {string} words */
const cell = (words) =>
  words
    .split(/[\r\n]/)
    .map((line) => line.replace(/^[ \t\u3000]+|[ \t\u3000]+$/g, ""))
    .join("")
    .replace(/[\\`*_[\]<#|]/g, "\\$&");

/** What the table has of each figure. */
const OF_FIGURE = ["indicator", "value", "upper", "unit", "words", "start", "end"];

/**
 * A row a pair, and a row a figure that has no partner. Names of closed sets are those of the JSON.
 *
 * @param {string} json What `compareJson` gives. @param {[Source, Source]} files @param {Language} [language] of the header.
 */
export function comparisonAsCsv(json, files, language) {
  const said = wordsIn(language);
  const comparison = readExact(json);
  const reports = [comparison.first, comparison.second];
  const ofFigure = (/** @type {0 | 1} */ side, /** @type {number | null} */ at) => {
    if (at === null) return OF_FIGURE.map(() => "");
    const figure = reports[side].figures[at];
    const { indicator, value, upper, unit, span } = figure;
    return [guarded(indicator), `${value}`, `${upper ?? ""}`, guarded(unit ?? ""), guarded(asWritten(files[side].text, figure)), ...span.map(String)];
  };
  const head = [
    said("csv-report"),
    ...["csv-first", "csv-second"].flatMap((side) => OF_FIGURE.map((key) => said(side, said(`csv-${key}`)))),
    ...["difference", "percent", "confidence", "remarks", "reason"].map((key) => said(`csv-${key}`)),
  ];
  const pairs = comparison.pairs.map(({ first, second, difference, percent, confidence, remarks }) => {
    return ["both", ...ofFigure(0, first), ...ofFigure(1, second), `${difference ?? ""}`, `${percent ?? ""}`, confidence, remarks.join(" "), ""];
  });
  const alone = comparison.alone.map(({ report, figure, reason }) => {
    const [first, second] = report === "first" ? [figure, null] : [null, figure];
    return [report, ...ofFigure(0, first), ...ofFigure(1, second), "", "", "", "", reason];
  });
  return [head, ...pairs, ...alone].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** A spreadsheet would take these for a formula. @param {string} words */
const guarded = (words) => (/^[=+\-@\t\r]/.test(words) ? `'${words}` : words);

/** @param {string} words */
const quoted = (words) => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
