// Settings as a file, and as they are kept in the browser: the same few lines of JSON.

import { RULES } from "../../dist/rules.js";
import { PROFILES, usualSettings } from "./options.js";

/** @typedef {import("./options.js").Settings} Settings */

/** Says what the file is, so that another is refused. */
const KIND = "gangmu-settings/1";

/** @param {Settings} settings */
export const settingsFile = (settings) => `${JSON.stringify({ kind: KIND, settings }, null, 2)}\n`;

/**
 * What a file holds; null where it is no such file. Rules that this version does not know are left out.
 * @param {string} content
 * @returns {Settings | null}
 */
export function settingsOf(content) {
  /** @type {any} */
  let file;
  try {
    file = JSON.parse(content);
  } catch {
    return null;
  }
  if (!file || file.kind !== KIND || typeof file.settings !== "object" || !file.settings) return null;
  const { profile, rulesOn, rulesOff, units, names, patterns, year } = { ...usualSettings(), ...file.settings };
  const lists = [rulesOn, rulesOff, units, names, patterns];
  const whole = lists.every((list) => Array.isArray(list) && list.every((/** @type {unknown} */ each) => typeof each === "string"));
  if (!whole || !PROFILES.includes(profile) || !(year === null || isYear(year))) return null;
  /** @param {string[]} list */
  const known = (list) => RULES.map(({ name }) => name).filter((name) => list.includes(name));
  return { profile, rulesOn: known(rulesOn), rulesOff: known(rulesOff), units, names, patterns, year };
}

/** @param {unknown} year */
export const isYear = (year) => typeof year === "number" && Number.isInteger(year) && year >= 1900 && year <= 2999;
