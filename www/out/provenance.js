// Where an export comes from: which Gangmu, which text, which settings. No time of day stands in it: the same text read with
// the same settings gives the same bytes, so that anybody can check an export by making it again.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { number } from "../format.js";
import { t } from "../words/language.js";

/** @typedef {import("../../js/gangmu.d.ts").Options} Options */

/**
 * @typedef {object} Provenance
 * @property {"Gangmu"} tool
 * @property {string} version
 * @property {string} sha256 of the text as UTF-8, in hexadecimal digits. Of the masked text, where something was masked: from the
 * digest of the other one, four hidden digits of a telephone number could be found by trying
 * @property {number} characters UTF-16 units of that text
 * @property {Options} settings
 * @property {number} masked places of personal data that were masked
 */

/** crypto.subtle is missing on http: pages of an office's own network. @param {string} text */
export const digest = (text) => sha256(new TextEncoder().encode(text));

/**
 * @param {string} text
 * @param {Options} options
 * @param {number} masked
 * @returns {Provenance}
 */
export function provenanceOf(text, options, masked) {
  const version = GANGMU_VERSION;
  return { tool: "Gangmu", version, sha256: bytesToHex(digest(text)), characters: text.length, settings: given(options), masked };
}

/** What was set, and nothing that was left as it is. @param {Options} options @returns {Options} */
function given(options) {
  const set = Object.entries(options).filter(([, value]) => value != null && !(Array.isArray(value) && !value.length));
  return Object.fromEntries(set);
}

/** That the messages are in the page's language is seen, and needs no word. @param {Options} settings */
export function settingsText({ language, ...settings }) {
  return Object.keys(settings).length ? JSON.stringify(settings) : t("settingsUsual");
}

/**
 * Each fact with its name.
 * @param {Provenance} provenance
 * @returns {[string, string][]}
 */
export function provenanceRows({ version, sha256, characters, settings, masked }) {
  /** @type {[string, string][]} */
  const rows = [
    [t("madeBy"), `${t("about")} ${version}`],
    [t("textDigest"), sha256],
    [t("textLength"), number(characters)],
    [t("settingsUsed"), settingsText(settings)],
  ];
  return masked ? rows.concat([[t("maskedPlaces"), number(masked)]]) : rows;
}

/** All of it in one line. @param {Provenance} provenance */
export const provenanceLine = (provenance) =>
  provenanceRows(provenance)
    .map(([name, value], i) => (i ? `${name} ${value}` : value))
    .join(" · ");
