// One rule as people read it: what it says, how binding that is, what is wrong and what is right, and its switch.

import { openDialog } from "../dialog.js";
import { element } from "../dom.js";
import { severityText } from "../format.js";
import { ruleOf, ruleSentence } from "../findings/rules.js";
import { t } from "../words/language.js";
import { isRuleOn, turnRule } from "./options.js";

/** @typedef {import("../../js/rules.d.ts").RuleRecord} RuleRecord */
/** @typedef {import("../words/language.js").Key} Key */

/** @type {Record<RuleRecord["force"], Key>} */
const FORCES = { must: "forceMust", should: "forceShould", may: "forceMay", custom: "forceCustom" };

/** @type {Record<RuleRecord["confidence"], Key>} */
const SURE = { certain: "sureCertain", likely: "sureLikely", possible: "surePossible" };

/** @type {Record<RuleRecord["family"], Key>} */
const FAMILIES = {
  numbering: "familyNumbering",
  arithmetic: "familyArithmetic",
  parts: "familyParts",
  dates: "familyDates",
  numbers: "familyNumbers",
  punctuation: "familyPunctuation",
  wording: "familyWording",
  privacy: "familyPrivacy",
};

/** @param {RuleRecord["family"]} family */
export const familyText = (family) => t(FAMILIES[family]);

/** Severity, clause and how binding it is. @param {RuleRecord} rule */
export const ruleFacts = ({ clause, force }) => [clause || "", t(FORCES[force])].filter(Boolean).join(" · ");

/**
 * A text with what differs from the other marked.
 * @param {"del" | "ins"} mark
 * @param {string} text
 * @param {string} other
 */
function differing(mark, text, other) {
  const shorter = Math.min(text.length, other.length);
  let from = 0;
  while (from < shorter && text[from] === other[from]) from++;
  let back = 0;
  while (back < shorter - from && text[text.length - 1 - back] === other[other.length - 1 - back]) back++;
  const to = text.length - back;
  const shown = element("span", { class: "change-shown", lang: "zh-CN" }, text.slice(0, from));
  if (from < to) shown.append(element(mark, {}, text.slice(from, to)));
  shown.append(text.slice(to));
  return shown;
}

/** Wrong above right. @param {RuleRecord} rule @returns {HTMLElement[]} */
export function exampleOf({ example }) {
  if (!example) return [];
  const { wrong, right } = example;
  return [
    element("dl", { class: "example" },
      element("dt", { class: "fails" }, "✗ ", t("exampleWrong")),
      element("dd", {}, differing("del", wrong, right)),
      element("dt", { class: "holds" }, "✓ ", t("exampleRight")),
      element("dd", {}, differing("ins", right, wrong)),
    ),
  ];
}

/**
 * The rule's own entry, opened from a finding.
 * @param {import("../../js/gangmu.d.ts").Rule} name
 * @param {{ said: (sentence: string) => void, all: () => void }} on what is said afterwards; all rules are asked for
 */
export async function openRule(name, { said, all }) {
  const rule = ruleOf(name);
  const on = isRuleOn(name);
  const facts = element("dl", { class: "rule-facts" });
  /** @param {Key} key @param {string} words */
  const fact = (key, words) => facts.append(element("dt", {}, t(key)), element("dd", {}, words));
  fact("ruleClause", rule.clause || t("ruleNoClause"));
  fact("ruleForce", t(FORCES[rule.force]));
  fact("ruleSeverity", severityText(rule.severity));
  fact("ruleSure", t(SURE[rule.confidence]));
  fact("ruleFamily", familyText(rule.family));
  facts.append(element("dt", {}, t("ruleName")), element("dd", {}, element("code", {}, name)));
  const { closed } = openDialog({
    name: "rule",
    heading: ruleSentence(rule),
    body: [...exampleOf(rule), facts],
    answers: [
      { value: "all", words: t("rulesAll") },
      { value: "turn", words: t(on ? "ruleTurnOff" : "ruleTurnOn") },
      { value: "", words: t("close"), weight: "main" },
    ],
  });
  const answer = await closed;
  if (answer === "all") all();
  if (answer !== "turn") return;
  turnRule(name, !on);
  said(t(on ? "ruleIsOff" : "ruleIsOn", { rule: ruleSentence(rule) }));
}
