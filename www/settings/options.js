// What the core is told beside the text: the one place that every reading and every export takes it from.

import { ruleOf } from "../findings/rules.js";
import { language } from "../words/language.js";

/** @typedef {import("../../js/gangmu.d.ts").Options} Options */
/** @typedef {import("../../js/gangmu.d.ts").Rule} Rule */

/**
 * @typedef {object} Settings
 * @property {NonNullable<Options["profile"]>} profile
 * @property {Rule[]} rulesOn
 * @property {Rule[]} rulesOff
 * @property {string[]} units
 * @property {string[]} names
 * @property {string[]} patterns
 * @property {number | null} year
 */

export const PROFILES = /** @type {const} */ (["usual", "strict", "figures", "asked"]);

/** @returns {Settings} */
export const usualSettings = () => ({ profile: "usual", rulesOn: [], rulesOff: [], units: [], names: [], patterns: [], year: null });

let settings = usualSettings();

/** @type {Set<() => void>} */
const listeners = new Set();

/** @returns {Readonly<Settings>} */
export const currentSettings = () => settings;

/** Only what differs from the usual: {} on a Chinese page where nothing was set. Messages are in the page's language. @returns {Options} */
export function currentOptions() {
  /** @type {Options} */
  const options = {};
  const { profile, rulesOn, rulesOff, units, names, patterns, year } = settings;
  if (profile !== "usual") options.profile = profile;
  if (rulesOn.length) options.rulesOn = rulesOn;
  if (rulesOff.length) options.rulesOff = rulesOff;
  if (units.length) options.units = units;
  if (names.length) options.names = names;
  if (patterns.length) options.patterns = patterns;
  if (year !== null) options.year = year;
  if (language() !== "zh") options.language = language();
  return options;
}

/** @param {Partial<Settings>} change */
export function changeSettings(change) {
  const next = { ...settings, ...change };
  if (JSON.stringify(next) === JSON.stringify(settings)) return;
  settings = next;
  for (const listener of listeners) listener();
}

/**
 * @param {() => void} listener the options have changed: what was read must be read again
 * @returns {() => void} stops listening
 */
export function onSettings(listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The profile has the rule on by itself: as `Profile::has` of the core says. @param {Rule} name */
function inProfile(name) {
  const { profile, family } = ruleOf(name);
  switch (settings.profile) {
    case "usual":
      return profile === "usual";
    case "strict":
      return profile !== "asked";
    case "figures":
      return profile === "usual" && (family === "arithmetic" || family === "numbering");
    case "asked":
      return false;
  }
}

/** @param {Rule} name */
export const isRuleOn = (name) => (inProfile(name) || settings.rulesOn.includes(name)) && !settings.rulesOff.includes(name);

/** @param {Rule} name @param {boolean} on */
export function turnRule(name, on) {
  const without = (/** @type {Rule[]} */ rules) => rules.filter((each) => each !== name);
  const rulesOn = without(settings.rulesOn);
  const rulesOff = without(settings.rulesOff);
  if (on && !inProfile(name)) rulesOn.push(name);
  if (!on && inProfile(name)) rulesOff.push(name);
  changeSettings({ rulesOn, rulesOff });
}
