// Which picture a relation has. Some have none: an average, or amounts in different units, would say nothing.

import { verdictText } from "../panes/verdicts.js";
import { wordsOf } from "../survey.js";
import { t } from "../words/language.js";
import { amount, comparable, tidy } from "./amounts.js";
import { sumBar, twoBars } from "./bars.js";
import { changeMark, claimDots, rateMark } from "./marks.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Relation} Relation */

/** More parts than these are not told apart in a bar. */
const MOST_PARTS = 60;

/**
 * @param {Survey} survey
 * @param {Relation} relation
 * @returns {SVGSVGElement | null}
 */
export function pictureOf(survey, relation) {
  const { figures } = survey.report;
  const value = (/** @type {number} */ figure) => figures[figure].value;
  const sum = (/** @type {number[]} */ of) => tidy(of.reduce((all, figure) => all + value(figure), 0));
  const one = (/** @type {number} */ figure) => ({
    value: value(figure),
    words: wordsOf(survey, figure),
    name: figures[figure].indicator,
    figure,
  });
  const failing = relation.verdict === "disagrees" || relation.verdict === "doubtful";
  /** @type {(stated: number, made: number, like: number) => string} */
  const gapSays = (stated, made, like) => {
    if (!failing || stated === made) return "";
    return t(made < stated ? "gapMissing" : "gapExcess", { amount: amount(survey, like, Math.abs(stated - made)) });
  };
  const says = (/** @type {string} */ gap) => [relation.calculation, verdictText(relation.verdict), gap].filter(Boolean).join("，");

  switch (relation.kind) {
    case "sum": {
      const { total, parts } = relation;
      if (!comparable(survey, parts.concat(total)) || parts.length > MOST_PARTS || !(value(total) > 0)) return null;
      const gap = gapSays(value(total), sum(parts), total);
      const totalSays = t("barTotal", { amount: wordsOf(survey, total) });
      return sumBar({ parts: parts.map(one), total: value(total), totalSays, gapSays: gap, says: says(gap) });
    }
    case "shares": {
      const { parts } = relation;
      if (!comparable(survey, parts) || parts.length > MOST_PARTS || figures[parts[0]].unit !== "%") return null;
      const gap = gapSays(100, sum(parts), parts[0]);
      return sumBar({ parts: parts.map(one), total: 100, totalSays: "100%", gapSays: gap, says: says(gap) });
    }
    case "flow": {
      const { incoming, outgoing } = relation;
      if (!comparable(survey, incoming.concat(outgoing)) || !(sum(incoming) > 0)) return null;
      const gap = gapSays(sum(incoming), sum(outgoing), incoming[0]);
      const names = /** @type {[string, string]} */ ([t("flowIn"), t("flowOut")]);
      return twoBars({ names, rows: [incoming.map(one), outgoing.map(one)], gapSays: gap && t("gapBetween", { amount: amount(survey, incoming[0], Math.abs(sum(incoming) - sum(outgoing))) }), says: says(gap) });
    }
    case "repeat": {
      const { first, again } = relation;
      if (!comparable(survey, [first, again]) || !(Math.max(value(first), value(again)) > 0)) return null;
      const apart = value(first) === value(again) ? "" : t("gapBetween", { amount: amount(survey, first, Math.abs(value(first) - value(again))) });
      const names = /** @type {[string, string]} */ ([t("repeatFirst"), t("repeatAgain")]);
      const rows = [first, again].map((figure) => [{ ...one(figure), name: "" }]);
      return twoBars({ names, rows: [rows[0], rows[1]], gapSays: apart, says: says(apart) });
    }
    case "rate": {
      const { rate, numerator, denominator } = relation;
      if (!comparable(survey, [numerator, denominator]) || !(value(denominator) > 0)) return null;
      const unit = figures[rate].unit;
      const stated = unit === "%" ? value(rate) / 100 : unit === "‰" ? value(rate) / 1000 : null;
      return rateMark({ part: value(numerator), whole: value(denominator), stated, says: says("") });
    }
    case "part": {
      const { part, whole } = relation;
      if (!comparable(survey, [part, whole]) || !(value(whole) > 0)) return null;
      return rateMark({ part: value(part), whole: value(whole), stated: null, says: says("") });
    }
    case "change": {
      const { from, to } = relation;
      if (!comparable(survey, [from, to]) || !(Math.max(value(from), value(to)) > 0)) return null;
      return changeMark({ from: value(from), to: value(to), fromSays: wordsOf(survey, from), toSays: wordsOf(survey, to), says: says("") });
    }
    case "claim":
      return claimDots(relation.stated, relation.named, says(""));
    case "average":
    case "conversion":
      return null;
  }
}
