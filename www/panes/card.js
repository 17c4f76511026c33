// The slip under the text that says what the chosen figure or finding is.

import { byId, element } from "../dom.js";
import { number, severityText } from "../format.js";
import { nameKey } from "../keys.js";
import { t } from "../words/language.js";
import { figureFacts, figureRelations, placeText } from "./figure-facts.js";

/** @typedef {import("../survey.js").Survey} Survey */

/**
 * @param {object} on
 * @param {(figure: number) => void} on.choose
 * @param {(finding: number) => void} on.mend
 * @param {(figure: number) => void} on.copy
 * @param {() => void} on.close
 */
export function createCard(on) {
  const card = byId("card");

  card.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("button, [data-figure]")) : null;
    if (!pressed) return;
    if (pressed.dataset.figure) on.choose(Number(pressed.dataset.figure));
    else if (pressed.dataset.copy) on.copy(Number(pressed.dataset.copy));
    else if (pressed.dataset.finding) on.mend(Number(pressed.dataset.finding));
    else if (pressed.dataset.close) on.close();
  });

  /** @param {Node[]} lines */
  function fill(...lines) {
    card.textContent = "";
    const close = element("button", { type: "button", class: "close quiet", "data-close": "1", "aria-label": t("close"), title: t("close") }, "×");
    // The lines scroll where there are many; the button stays.
    card.append(close, element("div", { class: "card-lines" }, ...lines));
    card.hidden = false;
  }

  /**
   * @param {Survey} survey
   * @param {number} index
   */
  function showFigure(survey, index) {
    const copy = element("button", { type: "button", class: "copy", "data-copy": index }, t("copyFigure"));
    nameKey(copy, "copy-figure", t("copyFigureHint"));
    const [first, ...facts] = figureFacts(survey, index, placeText(survey, index));
    first.append(copy);
    fill(first, ...facts, ...figureRelations(survey, index, { links: true, pictured: true }));
  }

  /**
   * @param {Survey} survey
   * @param {number} index
   */
  function showFinding(survey, index) {
    const { severity, message, rule, source, fix, places } = survey.report.findings[index];
    const many = places.length > 1 ? t("findingPlaces", { n: number(places.length) }) : "";
    const line = element("p", { class: "card-line" }, element("span", { class: `severity ${severity}` }, severityText(severity)), message);
    if (fix) line.append(element("button", { type: "button", class: "mend", "data-finding": index }, t(fix.length > 1 ? "mendAll" : "mend")));
    fill(line, element("p", { class: "card-facts" }, [many, rule, source || t("custom")].filter(Boolean).join(" · ")));
  }

  return {
    /** How much of the text's foot it covers, in pixels. */
    height: () => (card.hidden ? 0 : card.offsetHeight + 24),
    showFigure,
    showFinding,
    hide() {
      card.hidden = true;
      card.textContent = "";
    },
  };
}
