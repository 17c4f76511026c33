// What the slip under the text says of a finding, and what can be done with it.

import { element } from "../dom.js";
import { number, severityText } from "../format.js";
import { isDismissed, reasonOf } from "../findings/dismissals.js";
import { changeShown, editsAt } from "../findings/fixes.js";
import { ruleOf, ruleSentence } from "../findings/rules.js";
import { nameKey } from "../keys.js";
import { t } from "../words/language.js";

/**
 * @param {import("../survey.js").Survey} survey
 * @param {number} index
 * @param {number} spot
 * @returns {Node[]} buttons carry `data-do`, what they do
 */
export function findingLines(survey, index, spot) {
  const finding = survey.report.findings[index];
  const { severity, message, rule, source, fix, places, fingerprint, confidence } = finding;
  const gone = isDismissed(fingerprint);

  /** @param {string} what @param {string} action @param {string} words @param {string} [kind] */
  const button = (what, action, words, kind = "") => {
    const made = element("button", { type: "button", class: kind || null, "data-do": what, "data-finding": index, "data-spot": spot }, words);
    nameKey(made, action, words);
    return made;
  };

  const line = element("p", { class: "card-line" }, element("span", { class: `severity ${severity}` }, severityText(severity)), element("span", { class: "card-message" }, message));
  const lines = [line];
  const edits = gone ? [] : editsAt(finding, spot);
  if (edits.length) lines.push(element("p", { class: "card-change" }, changeShown(survey.text, places[spot] || finding.span, edits)));

  const facts = [ruleSentence(ruleOf(rule)), source || t("custom"), confidence === "possible" ? t("onlyPossible") : "", gone ? t("dismissedBecause", { reason: reasonOf(fingerprint) }) : ""];
  lines.push(element("p", { class: "card-facts" }, facts.filter(Boolean).join(" · ")));

  const same = survey.open.filter((each) => survey.report.findings[each].rule === rule && survey.report.findings[each].fix).length;
  const row = element("p", { class: "card-buttons" });
  if (fix && !gone) row.append(button("mend", "fix", fix.length > 1 ? t("mendPlaces", { n: number(fix.length) }) : t("mend"), "mend"));
  if (fix && !gone && edits.length < fix.length) row.append(button("place", "fix-place", t("mendPlace")));
  if (fix && !gone && same > 1) row.append(button("kind", "fix-kind", t("mendKind", { n: number(same) })));
  row.append(button("dismiss", "dismiss", t(gone ? "restore" : "dismiss")), button("why", "why", t("why"), "quiet"));
  if (places.length > 1) {
    const where = element("span", { class: "card-places" });
    where.append(button("previous", "previous-place", "‹", "quiet"), t("placeOf", { n: number(spot + 1), all: number(places.length) }), button("next", "next-place", "›", "quiet"));
    for (const [what, label] of /** @type {const} */ ([["previous", "previousPlace"], ["next", "nextPlace"]])) {
      const arrow = where.querySelector(`[data-do=${what}]`);
      if (arrow instanceof HTMLElement) {
        arrow.setAttribute("aria-label", t(label));
        nameKey(arrow, `${what}-place`);
      }
    }
    row.append(where);
  }
  lines.push(row);
  return lines;
}
