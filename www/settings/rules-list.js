// Every rule with its switch, family by family, with a search above.

import { RULES } from "../../dist/rules.js";
import { element } from "../dom.js";
import { number, severityText } from "../format.js";
import { ruleSentence } from "../findings/rules.js";
import { t } from "../words/language.js";
import { isRuleOn, onSettings, turnRule } from "./options.js";
import { exampleOf, familyText, ruleFacts } from "./rule.js";

const ORDER = /** @type {const} */ (["arithmetic", "numbering", "parts", "dates", "numbers", "punctuation", "wording", "privacy"]);

/** @returns {{ list: HTMLElement, search: HTMLInputElement, done: () => void }} `done` when it is no longer shown */
export function rulesList() {
  const search = element("input", { type: "search", class: "field", autocomplete: "off", spellcheck: "false", placeholder: t("rulesSearch"), "aria-label": t("rulesSearch") });
  const none = element("p", { class: "nothing" }, t("rulesNone"));
  none.hidden = true;

  const families = ORDER.map((family) => {
    const rules = RULES.filter((rule) => rule.family === family).map((rule) => {
      const id = `rule-${rule.name}`;
      const box = element("input", { type: "checkbox", role: "switch", id, "aria-describedby": `${id}-facts` });
      box.addEventListener("change", () => turnRule(rule.name, box.checked));
      const entry = element(
        "div",
        { class: "rule-entry", "data-rule-entry": rule.name },
        element("div", { class: "rule-head" }, box, element("label", { for: id }, ruleSentence(rule)), element("span", { class: `severity ${rule.severity}` }, severityText(rule.severity))),
        element("p", { class: "rule-line", id: `${id}-facts` }, ruleFacts(rule)),
        ...exampleOf(rule),
      );
      const example = rule.example ? `${rule.example.wrong} ${rule.example.right}` : "";
      const words = [rule.name, rule.chinese, rule.english, rule.clause || "", example].join(" ").toLowerCase();
      return { rule, box, entry, words };
    });
    const tally = element("span", { class: "tally" });
    const fold = element("details", { class: "family" }, element("summary", {}, element("span", {}, familyText(family)), tally), ...rules.map(({ entry }) => entry));
    return { fold, tally, rules };
  });

  function show() {
    for (const { tally, rules } of families) {
      for (const { rule, box } of rules) box.checked = isRuleOn(rule.name);
      tally.textContent = t("rulesOn", { n: number(rules.filter(({ rule }) => isRuleOn(rule.name)).length), all: number(rules.length) });
    }
  }
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    let found = 0;
    for (const { fold, rules } of families) {
      let here = 0;
      for (const { entry, words } of rules) {
        entry.hidden = !words.includes(wanted);
        if (!entry.hidden) here++;
      }
      fold.hidden = here === 0;
      fold.open = wanted !== "" && here > 0;
      found += here;
    }
    none.hidden = found > 0;
  });
  const done = onSettings(show);
  show();
  return { list: element("div", { class: "rules" }, ...families.map(({ fold }) => fold), none), search, done };
}
