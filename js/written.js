/**
 * How the values of a report are written for people: on the page and in `<gangmu-report>`.
 *
 * @import { Figure } from "./gangmu.d.ts"
 */

const decimal = new Intl.NumberFormat("en-US", { maximumFractionDigits: 12 });

/** @param {number} value */
export const number = (value) => decimal.format(value);

/** @type {Record<Figure["bound"], string>} */
const SIGNS = { exact: "", about: "≈", "at-least": "≥", "at-most": "≤", "more-than": ">", "less-than": "<" };

/** The value with the sign of its hedge: ≈ 220, 2–3. @param {Figure} figure */
export function valueText({ value, upper, bound }) {
  const text = upper === null ? number(value) : `${number(value)}–${number(upper)}`;
  const sign = SIGNS[bound];
  return sign ? `${sign} ${text}` : text;
}

/** The way a figure went; none beside a number below zero (增长-9.4%), which an arrow would contradict. @param {Figure} figure */
export const changeSign = ({ change, value }) => (value < 0 ? "" : change === "up" ? "↑" : change === "down" ? "↓" : "");

/** A span of time as it is shown: 2023-01–2023-06. @param {string | null} period */
export const periodText = (period) => (period || "").replace("/", "–");
