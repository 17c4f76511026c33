// A relation as the page shows it, in the list of checks and in the slip under the text.

import { element } from "../dom.js";
import { pictureOf } from "../pictures/of-relation.js";
import { t } from "../words/language.js";
import { calculationLine } from "./calculation.js";
import { relationText, verdictMark } from "./verdicts.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Relation} Relation */

/**
 * The figure that a relation is about, or -1: a claim has none.
 * @param {Relation} relation
 */
export function mainOf(relation) {
  switch (relation.kind) {
    case "sum":
      return relation.total;
    case "rate":
      return relation.rate;
    case "part":
      return relation.part;
    case "change":
      return relation.change;
    case "shares":
      return relation.parts[0];
    case "flow":
      return relation.incoming[0];
    case "average":
      return relation.average;
    case "conversion":
      return relation.converted;
    case "repeat":
      return relation.again;
    case "claim":
      return -1;
  }
}

/**
 * What it is about, in the report's words.
 * @param {Survey} survey
 * @param {Relation} relation
 */
function subjectOf({ text, report }, relation) {
  if (relation.kind === "claim") return text.slice(relation.span[0], relation.span[1]);
  return report.figures[mainOf(relation)].indicator;
}

/**
 * What kind it is, the verdict, the calculation, its picture and the slip that would explain it.
 * @param {Survey} survey
 * @param {Relation} relation
 * @param {object} [how]
 * @param {number} [how.self] the figure that all this is said of
 * @param {boolean} [how.links] figures are buttons
 * @param {boolean} [how.tabbed] Tab stops at them
 * @param {boolean} [how.pictured]
 * @param {string} [how.place] where it stands
 * @returns {HTMLElement[]}
 */
export function relationParts(survey, relation, { self = -1, links = true, tabbed = true, pictured = true, place = "" } = {}) {
  const kind = element("span", { class: "relation-kind" }, relationText(relation.kind));
  const head = element("p", { class: "relation-head" }, verdictMark(relation.verdict), kind);
  if (self < 0) head.append(element("span", { class: "relation-subject" }, subjectOf(survey, relation)));
  if (place) head.append(element("span", { class: "relation-place" }, place));
  const parts = [head, element("p", { class: "relation-sum" }, calculationLine(survey, relation, { self, links, tabbed }))];
  const picture = pictured ? pictureOf(survey, relation) : null;
  if (picture) parts.push(element("p", { class: "relation-picture" }, picture));
  if (relation.slip) parts.push(element("p", { class: "relation-slip" }, t("slip", { slip: relation.slip })));
  return parts;
}
