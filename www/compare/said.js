// What a comparison says, in the page's words: for its view and for its exports.

import { survey } from "../survey.js";
import { t } from "../words/language.js";
import { number } from "../format.js";
import { wordsOf } from "../survey.js";

/** @typedef {import("../words/language.js").Key} Key */
/** @typedef {import("./pairing.js").Pair} Pair */
/** @typedef {import("../../js/gangmu.d.ts").Report} Report */
/** @typedef {import("../../js/gangmu.d.ts").Role} Role */

/** @type {Record<import("../../js/gangmu.d.ts").Remark, Key>} */
export const REMARKS = {
  jump: "remarkJump",
  "left-standing": "remarkStanding",
  "unit-changed": "remarkUnit",
  "period-differs": "remarkPeriod",
  "bound-differs": "remarkBound",
  reworded: "remarkReworded",
};

/** @type {Record<Pair["confidence"], Key>} */
export const SURE = { certain: "pairCertain", likely: "pairLikely", possible: "pairPossible", hand: "pairHand" };

/** @type {Record<import("./pairing.js").Alone["reason"], Key>} */
export const REASONS = {
  unnamed: "reasonUnnamed",
  "new-words": "reasonNewWords",
  "other-unit": "reasonOtherUnit",
  "other-time": "reasonOtherTime",
  taken: "reasonTaken",
  unclear: "reasonUnclear",
  apart: "reasonApart",
};

/** A sign and a word, so that neither colour nor language need say it. @type {Record<import("../../js/gangmu.d.ts").Plan["state"], [string, Key]>} */
export const PLANS = { "with-figure": ["●", "planWithFigure"], "taken-up": ["◐", "planTakenUp"], "not-mentioned": ["○", "planNotMentioned"] };

/** @type {Record<import("../../js/gangmu.d.ts").SectionPair["state"], [string, Key]>} */
export const SECTIONS = {
  kept: ["＝", "sectionKept"],
  renamed: ["≈", "sectionRenamed"],
  moved: ["↕", "sectionMoved"],
  new: ["＋", "sectionNew"],
  gone: ["－", "sectionGone"],
};

/** The five parts that a yearly report has, in the order of the provisions. @type {[Role, Key][]} */
export const ROLES = [
  ["work", "roleWork"],
  ["problems", "roleProblems"],
  ["leadership", "roleLeadership"],
  ["plan", "rolePlan"],
  ["other", "roleOther"],
];

/** @param {[string, Key]} said */
export const signed = ([sign, key]) => `${sign} ${t(key)}`;

/** What need not be there is not missing. @param {Role} role @param {boolean} there */
export const partSign = (role, there) => (there ? `✓ ${t("partThere")}` : role === "other" ? "—" : `✗ ${t("partMissing")}`);

/** @param {Pair["remarks"]} remarks */
export const remarksText = (remarks) => remarks.map((each) => t(REMARKS[each])).join(t("listMark"));

/** A number with its sign, as statistics write changes. @param {number} value */
const withSign = (value) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${number(Math.abs(value))}`;

/** @type {[string, number][]} */
const SCALES = [["万亿", 1e12], ["亿", 1e8], ["万", 1e4]];

/** The difference in the scale that the second figure is written in, `words`. @param {Pair} pair @param {Report} second @param {string} words */
export function differenceText({ difference, second: index }, second, words) {
  if (difference === null) return "";
  const { kind, unit } = second.figures[index];
  if (kind === "percent") return t("points", { n: withSign(difference) });
  const [scale, size] = SCALES.find(([scale]) => words.includes(scale)) || ["", 1];
  return `${withSign(Number((difference / size).toPrecision(12)))}${difference === 0 ? "" : scale}${unit || ""}`;
}

/** @param {Pair} pair */
export const percentText = ({ percent }) => (percent === null ? "" : `${withSign(percent)}%`);

/** Which parts a report has. @param {Report} report */
export const rolesOf = ({ passages }) => new Set(passages.map(({ role }) => role));

/**
 * Two reports under names that tell them apart: by year, by place, by where they come from.
 * @param {[Report, Report]} reports
 * @param {[string, string]} sources
 * @returns {[string, string]}
 */
export function namesOf(reports, sources) {
  const [first, second] = reports.map(({ metadata }) => metadata);
  if (first.year && second.year && first.year !== second.year) return [t("yearLabel", { year: first.year }), t("yearLabel", { year: second.year })];
  if (first.place && second.place && first.place !== second.place) return [first.place, second.place];
  return sources;
}

/**
 * Everything that the view and the exports look up.
 * @param {import("../../js/gangmu.d.ts").Comparison} comparison
 * @param {[string, string]} texts
 */
export function surveysOf({ first, second }, texts) {
  const both = { first: survey(texts[0], first), second: survey(texts[1], second) };
  /** A figure as written, its hedge included. @param {"first" | "second"} report @param {number} figure */
  const written = (report, figure) => {
    const { text, report: read } = both[report];
    const { span, approx } = read.figures[figure];
    const before = approx && text.slice(span[0] - approx.length, span[0]) === approx ? approx : "";
    return before + wordsOf(both[report], figure);
  };
  /** @param {"first" | "second"} report @param {number[] | null} path */
  const place = (report, path) => (path === null ? null : both[report].places.find(({ key }) => key === path.join(".")) || null);
  return { ...both, written, place };
}
