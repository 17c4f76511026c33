// What stands in the tables of the exports: figures, calculations, findings, outline, each as rows of words and numbers.

import { sentenceOf } from "../../js/places.js";
import { isDismissed, reasonOf } from "../findings/dismissals.js";
import { ruleOf, ruleSentence } from "../findings/rules.js";
import { boundText, kindText, periodText, severityText } from "../format.js";
import { placeText } from "../panes/figure-facts.js";
import { relationText, verdictSign, verdictText } from "../panes/verdicts.js";
import { firstSpan, membersOf, placeAt, sectionMark } from "../survey.js";
import { t } from "../words/language.js";
import { provenanceRows } from "./provenance.js";

/** @typedef {import("./handover.js").Handover} Handover */
/** @typedef {import("./xlsx.js").Sheet} Sheet */
/** @typedef {import("./xlsx.js").Cell} Cell */
/** @typedef {import("../words/language.js").Key} Key */
/** @typedef {import("../../js/gangmu.d.ts").Relation} Relation */

/** A sign and a word, so that colour need not say it. @param {Relation} relation */
export const verdictOf = ({ verdict }) => `${verdictSign(verdict)} ${verdictText(verdict)}`;

/** Marker and title of the section that a figure stands in. @param {Handover} handover @param {number} figure */
export const sectionText = ({ survey }, figure) => placeText(survey, figure);

/** @param {[Key, number][]} columns @returns {{ head: string[], widths: number[] }} */
const laid = (columns) => ({ head: columns.map(([key]) => t(key)), widths: columns.map(([, width]) => width) });

/** @param {Handover} handover @returns {Sheet} */
function figuresSheet(handover) {
  const { text, report, survey } = handover;
  const { head, widths } = laid([
    ["columnNumber", 6],
    ["columnText", 16],
    ["columnValue", 14],
    ["columnUpper", 12],
    ["columnUnit", 8],
    ["columnIndicator", 24],
    ["columnPeriod", 18],
    ["columnSection", 12],
    ["columnHeading", 28],
    ["columnKind", 8],
    ["columnBound", 9],
    ["columnChange", 7],
    ["columnAction", 9],
    ["columnSentence", 70],
    ["columnFrom", 8],
    ["columnTo", 8],
  ]);
  const rows = report.figures.map((figure, i) => {
    const { span, value, upper, unit, indicator, period, change, action } = figure;
    const place = survey.sections[i];
    return /** @type {Cell[]} */ ([
      i + 1,
      text.slice(...span),
      value,
      upper,
      unit,
      indicator,
      periodText(period),
      place < 0 ? null : sectionMark(survey.places, place),
      place < 0 ? null : survey.places[place].heading.title,
      kindText(figure.kind),
      boundText(figure),
      change && t(change === "up" ? "changeUp" : "changeDown"),
      action,
      text.slice(...sentenceOf(text, span)),
      span[0],
      span[1],
    ]);
  });
  return { name: t("figures"), widths, rows: [head, ...rows] };
}

/** @param {Handover} handover @returns {Sheet} */
function relationsSheet({ text, report }) {
  const { head, widths } = laid([
    ["columnNumber", 6],
    ["columnRelation", 14],
    ["columnCalculation", 60],
    ["columnVerdict", 12],
    ["columnSlip", 44],
    ["columnFigures", 18],
    ["columnSentence", 70],
  ]);
  const rows = report.relations.map((relation, i) => {
    const members = membersOf(relation);
    return /** @type {Cell[]} */ ([
      i + 1,
      relationText(relation.kind),
      relation.calculation,
      verdictOf(relation),
      relation.slip,
      members.map((member) => member + 1).join(", "),
      text.slice(...sentenceOf(text, firstSpan(report, relation))),
    ]);
  });
  return { name: t("checksShort"), widths, rows: [head, ...rows], wraps: true };
}

/** @param {Handover} handover @returns {Sheet} */
function findingsSheet({ text, report, survey, hide }) {
  const { head, widths } = laid([
    ["columnNumber", 6],
    ["columnSeverity", 8],
    ["columnMessage", 70],
    ["columnWords", 30],
    ["columnPlaces", 7],
    ["columnSection", 12],
    ["columnDismissed", 24],
    ["columnSource", 30],
    ["columnRule", 22],
    ["columnRuleSays", 40],
    ["columnFrom", 8],
    ["columnTo", 8],
  ]);
  const rows = report.findings.map(({ severity, message, span, places, source, rule, fingerprint }, i) => {
    const place = placeAt(survey.places, span[0]);
    return /** @type {Cell[]} */ ([
      i + 1,
      severityText(severity),
      message,
      text.slice(...span),
      places.length,
      place < 0 ? null : sectionMark(survey.places, place),
      isDismissed(fingerprint) ? hide(reasonOf(fingerprint)) : null,
      source || t("custom"),
      rule,
      ruleSentence(ruleOf(rule)),
      span[0],
      span[1],
    ]);
  });
  return { name: t("findings"), widths, rows: [head, ...rows], wraps: true };
}

/** @param {Handover} handover @returns {Sheet} */
function outlineSheet({ survey }) {
  const { head, widths } = laid([
    ["columnNumber", 6],
    ["columnLevel", 6],
    ["columnMarker", 10],
    ["columnHeading", 60],
    ["columnFigureCount", 8],
    ["columnFindingCount", 8],
    ["columnInferred", 12],
  ]);
  const rows = survey.places.map(({ heading, depth, figures, findings }, i) => {
    const marker = heading.marker || (heading.number === null ? null : `（${heading.number}）`);
    const title = "　".repeat(depth - 1) + heading.title;
    return /** @type {Cell[]} */ ([i + 1, heading.level, marker, title, figures, findings, heading.inferred ? t("yes") : null]);
  });
  return { name: t("outline"), widths, rows: [head, ...rows] };
}

/**
 * The facts of the report and where the export comes from.
 * @param {Handover} handover
 * @returns {[string, string][]}
 */
export function factRows({ report, provenance }) {
  const { title, issuer, year, date, documentNumber } = report.metadata;
  /** @type {[string, string | number | null][]} */
  const facts = [
    [t("factTitle"), title],
    [t("factIssuer"), issuer],
    [t("factNumber"), documentNumber],
    [t("factYear"), year],
    [t("factDate"), date],
  ];
  const stated = facts.filter(([, value]) => value !== null).map(([name, value]) => /** @type {[string, string]} */ ([name, String(value)]));
  return stated.concat(provenanceRows(provenance));
}

/** @param {Handover} handover @returns {Sheet[]} */
export function sheetsOf(handover) {
  const about = [[t("factName"), t("factValue")], ...factRows(handover)];
  return [
    figuresSheet(handover),
    relationsSheet(handover),
    findingsSheet(handover),
    outlineSheet(handover),
    { name: t("aboutExport"), widths: [22, 90], rows: about, wraps: true },
  ];
}
