// Amounts for pictures: whether figures can stand on one scale, and a difference in the scale that the text writes.

import { number } from "../format.js";
import { wordsOf } from "../survey.js";

/** @typedef {import("../survey.js").Survey} Survey */

/**
 * Whether the figures are in one unit, so that their lengths may be compared.
 * @param {Survey} survey
 * @param {number[]} figures
 */
export function comparable({ report }, figures) {
  const [first, ...others] = figures.map((figure) => report.figures[figure]);
  return others.every(({ unit }) => unit === first.unit);
}

/** Without the dust of binary fractions. @param {number} value */
export const tidy = (value) => Number(value.toPrecision(12));

const SCALES = { 万亿: 1e12, 亿: 1e8, 万: 1e4 };

/**
 * An amount as the text writes that figure: 2700000 beside 84560万元 is 270万元.
 * @param {Survey} survey
 * @param {number} like the figure
 * @param {number} value
 */
export function amount(survey, like, value) {
  const unit = survey.report.figures[like].unit || "";
  const written = /(万亿|亿|万)/.exec(wordsOf(survey, like));
  const scale = written && !unit.includes(written[0]) ? /** @type {keyof typeof SCALES} */ (written[0]) : null;
  return scale ? `${number(tidy(value / SCALES[scale]))}${scale}${unit}` : `${number(tidy(value))}${unit}`;
}
