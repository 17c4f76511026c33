// What there is to say of one character of the text: the figure, date, citation, noise or finding that it belongs to.

import { RULES } from "../../dist/rules.js";
import { element } from "../dom.js";
import { severityText } from "../format.js";
import { figureFacts, figureRelations } from "../panes/figure-facts.js";
import { noiseText, reasonText } from "../panes/reasons.js";
import { countUpTo } from "../survey.js";
import { t } from "../words/language.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Span} Span */

/** A part of what is told, and the words it is about. @typedef {{ span: Span, lines: HTMLElement[] }} Told */

/** So many calculations are read in passing; the slip under the text has all. */
const MOST_RELATIONS = 3;

/** The rules that find calculations that fail. */
const ARITHMETIC = new Set(RULES.filter(({ family }) => family === "arithmetic").map(({ name }) => name));

/** These say in other words what the date, citation, heading or noise says itself. */
const SAID_OTHERWISE = ["marker", "date", "citation", "noise"];

/**
 * The one that holds the character, of those in order of their starts; or -1.
 * @param {{ span: Span }[]} all
 * @param {number} at
 */
function holding(all, at) {
  const index = countUpTo(all.length, (i) => all[i].span[0], at) - 1;
  return index >= 0 && at < all[index].span[1] ? index : -1;
}

/** @param {string} kind @param {(Node | string)[]} words */
const line = (kind, ...words) => element("p", {}, element("span", { class: "told-kind" }, kind), ...words);

/**
 * @param {Survey} survey
 * @param {number} at position of the character
 * @returns {Told[]}
 */
export function toldAt(survey, at) {
  const { figures, dates, citations, noise, findings, ignored } = survey.report;
  /** @type {Told[]} */
  const told = [];

  const figure = holding(figures, at);
  if (figure >= 0) {
    const relations = figureRelations(survey, figure, { links: false, pictured: false, most: MOST_RELATIONS });
    told.push({ span: figures[figure].span, lines: figureFacts(survey, figure).concat(relations) });
  }
  const date = holding(dates, at);
  if (date >= 0) {
    const { span, iso } = dates[date];
    const when = element("span", { class: "iso" }, iso === null ? t("dateUnknown") : iso.replace("/", " – "));
    told.push({ span, lines: [line(t("date"), when)] });
  }
  const citation = holding(citations, at);
  if (citation >= 0) {
    const { span, number } = citations[citation];
    told.push({ span, lines: [line(t("citation"), number === null ? t("citationNoNumber") : t("citationNumber", { number }))] });
  }
  const dirt = holding(noise, at);
  if (dirt >= 0) told.push({ span: noise[dirt].span, lines: [line(t("noise"), noiseText(noise[dirt].kind))] });
  const left = holding(ignored, at);
  if (left >= 0 && !SAID_OTHERWISE.includes(ignored[left].reason)) {
    told.push({ span: ignored[left].span, lines: [line(t("leftOut"), reasonText(ignored[left].reason))] });
  }
  for (const { severity, rule, message, fix, places } of survey.open.map((index) => findings[index])) {
    const span = places.find(([start, end]) => start <= at && at < end);
    // What a calculation above says already is not said again.
    const said = figure >= 0 && ARITHMETIC.has(rule);
    if (!span || said) continue;
    const mark = element("span", { class: `severity ${severity}` }, severityText(severity));
    told.push({
      span,
      lines: [element("p", {}, mark, message), element("p", { class: "facts" }, t(fix ? "findingFix" : "findingNoFix"))],
    });
  }
  return told;
}
