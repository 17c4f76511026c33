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

/** @param {Relation} relation @param {string} gap */
const inWords = ({ calculation, verdict }, gap) => [calculation, verdictText(verdict), gap].filter(Boolean).join("，");

/** @param {Relation} relation */
const inQuestion = ({ verdict }) => verdict === "disagrees" || verdict === "doubtful";

/** @param {Survey} survey @param {number} figure */
const valueOf = ({ report }, figure) => report.figures[figure].value;

/** @param {Survey} survey @param {number[]} figures */
const sumOf = (survey, figures) => tidy(figures.reduce((sum, figure) => sum + valueOf(survey, figure), 0));

/** @param {Survey} survey @param {number} figure */
const segment = (survey, figure) => ({
  value: valueOf(survey, figure),
  words: wordsOf(survey, figure),
  name: survey.report.figures[figure].indicator,
  figure,
});

/**
 * Parts against their total.
 * @param {Survey} survey
 * @param {Relation} relation
 * @param {number[]} parts
 * @param {number} total
 * @param {string} totalSays
 * @param {number} like the figure as whose the gap is written
 */
function partsPicture(survey, relation, parts, total, totalSays, like) {
  if (parts.length > MOST_PARTS || !(total > 0)) return null;
  const made = sumOf(survey, parts);
  const apart = { amount: amount(survey, like, Math.abs(total - made)) };
  const gapSays = inQuestion(relation) && made !== total ? t(made < total ? "gapMissing" : "gapExcess", apart) : "";
  const says = inWords(relation, gapSays);
  return sumBar({ parts: parts.map((part) => segment(survey, part)), total, totalSays, gapSays, says });
}

/**
 * Two rows that should be equal.
 * @param {Survey} survey
 * @param {Relation} relation
 * @param {[number[], number[]]} rows
 * @param {[string, string]} names
 */
function pairPicture(survey, relation, rows, names) {
  const [first, second] = rows.map((figures) => sumOf(survey, figures));
  if (!comparable(survey, rows[0].concat(rows[1])) || !(Math.max(first, second) > 0)) return null;
  const apart = { amount: amount(survey, rows[0][0], Math.abs(first - second)) };
  const gapSays = inQuestion(relation) && first !== second ? t("gapBetween", apart) : "";
  const drawn = rows.map((figures) => figures.map((figure) => segment(survey, figure)));
  return twoBars({ names, rows: [drawn[0], drawn[1]], gapSays, says: inWords(relation, gapSays) });
}

/**
 * @param {Survey} survey
 * @param {Relation} relation
 * @param {number} part
 * @param {number} whole
 * @param {number | null} stated as a share of the whole
 */
function sharePicture(survey, relation, part, whole, stated) {
  if (!comparable(survey, [part, whole]) || !(valueOf(survey, whole) > 0)) return null;
  return rateMark({ part: valueOf(survey, part), whole: valueOf(survey, whole), stated, says: inWords(relation, "") });
}

/** A rate as a share of one; null where its unit is no such thing. @param {Survey} survey @param {number} rate */
function shareOf({ report }, rate) {
  const { value, unit } = report.figures[rate];
  return unit === "%" ? value / 100 : unit === "‰" ? value / 1000 : null;
}

/**
 * @param {Survey} survey
 * @param {Relation} relation
 * @returns {SVGSVGElement | null}
 */
export function pictureOf(survey, relation) {
  switch (relation.kind) {
    case "sum": {
      const { total, parts } = relation;
      if (!comparable(survey, parts.concat(total))) return null;
      const totalSays = t("barTotal", { amount: wordsOf(survey, total) });
      return partsPicture(survey, relation, parts, valueOf(survey, total), totalSays, total);
    }
    case "shares": {
      const { parts } = relation;
      if (!parts.every((part) => survey.report.figures[part].unit === "%")) return null;
      return partsPicture(survey, relation, parts, 100, "100%", parts[0]);
    }
    case "flow":
      return pairPicture(survey, relation, [relation.incoming, relation.outgoing], [t("flowIn"), t("flowOut")]);
    case "repeat":
      return pairPicture(survey, relation, [[relation.first], [relation.again]], [t("repeatFirst"), t("repeatAgain")]);
    case "rate":
      return sharePicture(survey, relation, relation.numerator, relation.denominator, shareOf(survey, relation.rate));
    case "part":
      return sharePicture(survey, relation, relation.part, relation.whole, null);
    case "change": {
      const [from, to] = [valueOf(survey, relation.from), valueOf(survey, relation.to)];
      if (!comparable(survey, [relation.from, relation.to]) || !(Math.max(from, to) > 0)) return null;
      const [fromSays, toSays] = [wordsOf(survey, relation.from), wordsOf(survey, relation.to)];
      return changeMark({ from, to, fromSays, toSays, says: inWords(relation, "") });
    }
    case "claim":
      return claimDots(relation.stated, relation.named, inWords(relation, ""));
    case "average":
    case "conversion":
      return null;
  }
}
