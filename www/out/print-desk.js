// Printing the desk itself, as the browser's own command does: the whole report with its marks and its calculations, where the
// editor has drawn only what is in sight.

import { element } from "../dom.js";
import { relationText } from "../panes/verdicts.js";
import { t } from "../words/language.js";
import { markedLines } from "./marked.js";
import { verdictOf } from "./tables.js";

/** @param {() => import("../survey.js").Survey} current */
export function printDeskWhole(current) {
  /** @type {HTMLElement | null} */
  let leaf = null;
  const roots = [document.documentElement, document.body];

  window.addEventListener("beforeprint", () => {
    // A sheet or a dialog is being printed, or nothing is on the desk.
    if (leaf || document.getElementById("print") || document.querySelector("dialog[open]")) return;
    const survey = current();
    const { text, report } = survey;
    if (!text) return;
    const lines = markedLines({ text, report, survey });
    const calculations = report.relations.map((relation) =>
      element("li", {}, `${verdictOf(relation)}　${relation.calculation}（${relationText(relation.kind)}）`),
    );
    leaf = element("div", { id: "print", class: "whole" }, ...lines);
    if (calculations.length) leaf.append(element("h2", {}, t("checks")), element("ol", {}, ...calculations));
    document.body.append(leaf);
    for (const root of roots) root.classList.add("printing");
  });

  window.addEventListener("afterprint", () => {
    if (!leaf) return;
    leaf.remove();
    leaf = null;
    for (const root of roots) root.classList.remove("printing");
  });
}
