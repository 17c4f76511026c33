// The slip under the text that says what the chosen figure or finding is.

import { byId, element } from "../dom.js";
import { nameKey } from "../keys.js";
import { t } from "../words/language.js";
import { figureFacts, figureRelations, placeText } from "./figure-facts.js";
import { findingLines } from "./finding-card.js";

/** @typedef {import("../survey.js").Survey} Survey */

/**
 * @param {object} on
 * @param {(figure: number) => void} on.choose
 * @param {(what: string, finding: number, spot: number) => void} on.finding a button of a finding was pressed
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
    else if (pressed.dataset.do) on.finding(pressed.dataset.do, Number(pressed.dataset.finding), Number(pressed.dataset.spot));
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
   * @param {number} spot which of its places
   */
  function showFinding(survey, index, spot) {
    fill(...findingLines(survey, index, spot));
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
