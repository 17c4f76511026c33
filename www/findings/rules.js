// What people read of a rule, in the page's language.

import { RULES } from "../../dist/rules.js";
import { language } from "../words/language.js";

/** @typedef {import("../../js/rules.d.ts").RuleRecord} RuleRecord */

const byName = new Map(RULES.map((rule) => [rule.name, rule]));

/** @param {import("../../js/gangmu.d.ts").Rule} name @returns {RuleRecord} */
export function ruleOf(name) {
  const rule = byName.get(name);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule;
}

/** @param {RuleRecord} rule */
export const ruleSentence = (rule) => (language() === "zh" ? rule.chinese : rule.english);
