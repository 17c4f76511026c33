/**
 * A text with what was read in it, as a reader sees it: marks in the text.
 *
 * @import { Finding, Heading, Item, Report, Span } from "../../js/gangmu.d.ts"
 */
import { escape as visible } from "../../tests/spec/cases.mjs";
import { escape } from "./html.mjs";

/** @typedef {{ span: Span, look: string, says: string }} Mark `look` is a class of docs/site/style.css. */

/** @param {Heading[]} headings @returns {Heading[]} */
export const flat = (headings) => headings.flatMap((heading) => [heading, ...flat(heading.children)]);

/** The items of the whole report. @param {Report} report @returns {Item[]} */
const itemsOf = (report) => [...report.items, ...flat(report.outline).flatMap(({ items }) => items)];

/** The figures and words that a report's relations tie together. @param {Report} report @returns {Mark[]} */
const tied = (report) =>
  report.relations.flatMap((relation) => {
    const { kind, verdict, calculation } = relation;
    const says = `${kind}, ${verdict}: ${calculation}`;
    if (relation.kind === "claim") return [{ span: relation.span, look: "figure", says }];
    const { holds, slip, ...terms } = relation;
    const figures = Object.values(terms).flat().filter((each) => typeof each === "number");
    return figures.map((figure) => ({ span: report.figures[figure].span, look: "figure", says }));
  });

/** @param {Finding} finding @returns {Mark[]} */
export const findingMarks = ({ places, severity, rule, message }) =>
  places.map((span) => ({ span, look: `finding finding-${severity}`, says: `${rule}: ${message}` }));

/** What of a report is marked, by the kind of line that a case has. @type {Record<string, (report: Report) => Mark[]>} */
export const MARKS = {
  figure: (report) =>
    report.figures.map(({ span, value, upper, unit, indicator }) => {
      const amount = `${value}${upper === null ? "" : ` to ${upper}`}${unit === null ? "" : ` ${unit}`}`;
      return { span, look: "figure", says: indicator ? `${indicator}: ${amount}` : amount };
    }),
  heading: (report) => flat(report.outline).map(({ span, level }) => ({ span, look: "heading", says: `heading of level ${level}` })),
  item: (report) => itemsOf(report).map(({ span, number }) => ({ span, look: "item", says: `item ${number}` })),
  date: (report) => report.dates.map(({ span, iso }) => ({ span, look: "date", says: iso ?? "a date of no known year" })),
  citation: (report) => report.citations.map(({ span, number }) => ({ span, look: "citation", says: number ?? "a work cited" })),
  noise: (report) => report.noise.map(({ span, kind }) => ({ span, look: "noise", says: `no part of the report: ${kind}` })),
  ignored: (report) => report.ignored.map(({ span, reason }) => ({ span, look: "ignored", says: `no figure: ${reason}` })),
  finding: (report) => report.findings.flatMap(findingMarks),
  relation: tied,
};

/** What cannot be seen, as a sign of its own. @param {string} text */
function seen(text) {
  return visible(text.replace(/\n/g, "\0"))
    .split(/(\\u\{[0-9A-F]+\}|\\[rt]|[\u200b-\u200f\u2060\u00ad])/)
    .map((part, index) => {
      if (index % 2 === 0) return escape(part.replace(/\0/g, "\n"));
      const name = part.length > 1 ? part : `\\u{${part.charCodeAt(0).toString(16).toUpperCase()}}`;
      return `<span class="unseen">${name}</span>`;
    })
    .join("");
}

/** @param {string} text @param {Mark[]} marks */
export function marked(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ span }) => span)])].sort((a, b) => a - b);
  let html = "";
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [start, end] = [cuts[index], cuts[index + 1]];
    const over = marks.filter(({ span }) => span[0] <= start && end <= span[1]);
    const words = seen(text.slice(start, end));
    const looks = [...new Set(over.map(({ look }) => look))].map((look) => look.replace(/^|\s/g, "$&mark-")).join(" ");
    const says = [...new Set(over.map(({ says }) => says))].join("; ");
    html += over.length > 0 ? `<span class="${looks}" title="${escape(says)}">${words}</span>` : words;
  }
  return `<blockquote class="report" lang="zh-CN">${html}</blockquote>`;
}
