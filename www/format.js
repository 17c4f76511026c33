// How values are written on the page.

import { t } from "./words/language.js";

export { changeSign, number, periodText, valueText } from "../js/written.js";

/** How many characters a reader sees: blanks and line breaks are none, one of two units is one. @param {string} text */
export const characters = (text) => text.replace(/[\s\u200b-\u200f\u2060]+|[\udc00-\udfff]/g, "").length;

/** @typedef {import("../js/gangmu.d.ts").Figure} Figure */
/** @typedef {import("../js/gangmu.d.ts").Finding} Finding */

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

/** The way a figure went; of a number below zero (增长-9.4%) both are said, the word and the sign. @param {Figure} figure */
export function changeText({ change, value }) {
  if (!change) return "";
  const way = t(change === "up" ? "changeUp" : "changeDown");
  return value < 0 ? t("changeAgainst", { way }) : way;
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

/** @type {Record<Finding["severity"], import("./words/language.js").Key>} */
const severities = { error: "severityError", warning: "severityWarning", advice: "severityAdvice" };

/** @param {Finding["severity"]} severity */
export const severityText = (severity) => t(severities[severity]);
