// How values are written on the page.

import { t } from "./words/language.js";

/** @typedef {import("../js/gangmu.d.ts").Figure} Figure */
/** @typedef {import("../js/gangmu.d.ts").Finding} Finding */

const decimal = new Intl.NumberFormat("en-US", { maximumFractionDigits: 12 });

/** @param {number} value */
export const number = (value) => decimal.format(value);

/** @type {Record<Figure["bound"], string>} */
const signs = { exact: "", about: "≈", "at-least": "≥", "at-most": "≤", "more-than": ">", "less-than": "<" };

/**
 * The value with the sign of its hedge: ≈ 220, 2–3.
 * @param {Figure} figure
 */
export function valueText(figure) {
  const value = figure.upper === null ? number(figure.value) : `${number(figure.value)}–${number(figure.upper)}`;
  const sign = signs[figure.bound];
  return sign ? `${sign} ${value}` : value;
}

/** @param {Figure} figure */
export function boundText(figure) {
  switch (figure.bound) {
    case "about":
      return t("boundAbout");
    case "at-least":
      return t("boundAtLeast");
    case "at-most":
      return t("boundAtMost");
    case "more-than":
      return t("boundMoreThan");
    case "less-than":
      return t("boundLessThan");
    default:
      return "";
  }
}

/** @type {Record<Figure["kind"], import("./words/language.js").Key>} */
const kinds = {
  count: "kindCount",
  percent: "kindPercent",
  money: "kindMoney",
  area: "kindArea",
  length: "kindLength",
  weight: "kindWeight",
  volume: "kindVolume",
  duration: "kindDuration",
  energy: "kindEnergy",
  multiple: "kindMultiple",
};

/** @param {Figure["kind"]} kind */
export const kindText = (kind) => t(kinds[kind]);

/** @param {Figure} figure */
export const changeSign = (figure) => (figure.change === "up" ? "↑" : figure.change === "down" ? "↓" : "");

/** @type {Record<Finding["severity"], import("./words/language.js").Key>} */
const severities = { error: "severityError", warning: "severityWarning", advice: "severityAdvice" };

/** @param {Finding["severity"]} severity */
export const severityText = (severity) => t(severities[severity]);

/** A span of time as it is shown: 2023-01–2023-06. @param {string | null} period */
export const periodText = (period) => (period || "").replace("/", "–");
