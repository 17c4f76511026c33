// What is known of a figure, said once: for the slip under the text and for what a hover shows.

import { element } from "../dom.js";
import { boundText, changeSign, changeText, kindText, periodText, valueText } from "../format.js";
import { t } from "../words/language.js";
import { relationParts } from "./relation.js";
import { sectionName } from "./section.js";
import { VERDICTS } from "./verdicts.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Figure} Figure */
/** @typedef {import("../../js/gangmu.d.ts").PeriodSource} PeriodSource */

/** @type {{ [source in PeriodSource]: import("../words/language.js").Key }} */
const sources = { stated: "periodStated", carried: "periodCarried", heading: "periodHeading" };

/** When, and how that was come by. @param {Figure} figure */
function whenText({ period, periodSource }) {
  if (!period) return t("periodNone");
  const when = periodText(period);
  return periodSource ? t("periodWith", { period: when, source: t(sources[periodSource]) }) : when;
}

/**
 * Value and unit, what is counted, the verb; then hedge, change, kind and period in one line.
 * @param {Survey} survey
 * @param {number} index of the figure
 * @param {string} [place] where it stands
 * @returns {HTMLElement[]}
 */
export function figureFacts(survey, index, place = "") {
  const figure = survey.report.figures[index];
  const value = element("span", { class: "fact-value" }, `${changeSign(figure)}${valueText(figure)}`);
  if (figure.unit) value.append(element("span", { class: "fact-unit" }, figure.unit));
  const name = element("span", { class: "fact-name" }, figure.indicator);
  if (figure.action && figure.action !== figure.indicator) name.append(element("span", { class: "fact-action" }, figure.action));
  const hedge = figure.approx ? t("hedge", { says: boundText(figure), words: figure.approx }) : boundText(figure);
  const facts = [hedge, changeText(figure), kindText(figure.kind), whenText(figure), place].filter(Boolean).join(" · ");
  return [element("p", { class: "fact-line" }, value, name), element("p", { class: "facts" }, facts)];
}

/** Where a figure stands. @param {Survey} survey @param {number} index */
export const placeText = ({ sections, places }, index) => sectionName(places, sections[index]);

/**
 * The calculations that a figure takes part in, what is in question first.
 * @param {Survey} survey
 * @param {number} index
 * @param {{ links: boolean, pictured: boolean, most?: number }} how
 * @returns {HTMLElement[]}
 */
export function figureRelations(survey, index, { links, pictured, most = Infinity }) {
  const all = (survey.relations.get(index) || []).slice();
  all.sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
  const shown = all.slice(0, most).map((relation) => {
    const parts = relationParts(survey, relation, { self: index, links, pictured });
    return element("div", { class: "fact-relation" }, ...parts);
  });
  if (all.length > most) shown.push(element("div", { class: "facts" }, t("moreRelations", { n: all.length - most })));
  return shown;
}
