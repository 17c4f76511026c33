// Printing the desk itself, as the browser's own command does: the whole report with its marks, its calculations and its findings,
// where the editor has drawn only what is in sight; of a large view the table that is open, with every row. The browser's menu
// leaves no time to ask about personal data: it is masked unless the reader said of this text that it may leave as it is.

import { element } from "../dom.js";
import { isDismissed } from "../findings/dismissals.js";
import { severityText } from "../format.js";
import { relationText } from "../panes/verdicts.js";
import { t } from "../words/language.js";
import { markedLines } from "./marked.js";
import { provenanceLine, provenanceOf } from "./provenance.js";
import { hiding, masked, maskedOptions } from "./redaction.js";
import { verdictOf } from "./tables.js";

/** @param {string} name @param {HTMLElement[]} items */
const list = (name, items) => (items.length ? [element("h2", {}, name), element("ol", {}, ...items)] : []);

/** @param {import("../survey.js").Survey} survey @param {import("./provenance.js").Options} options @param {import("./redaction.js").PrivatePlace[]} places */
function deskLeaf(survey, options, places) {
  const { report } = survey;
  // A mask is as long as what it covers: every mark keeps its place.
  const text = masked(survey.text, places);
  const hide = hiding(places);
  const calculations = report.relations.map((relation) =>
    element("li", {}, hide(`${verdictOf(relation)}　${relation.calculation}（${relationText(relation.kind)}）${relation.slip || ""}`)),
  );
  // Each by the number that stands behind its place in the text.
  const findings = report.findings.flatMap(({ severity, message, source, fingerprint }, i) =>
    isDismissed(fingerprint) ? [] : [element("li", { value: i + 1 }, `${severityText(severity)}　${hide(message)}${source ? `（${source}）` : ""}`)],
  );
  return element(
    "div",
    { id: "print", class: "whole" },
    ...markedLines({ text, report, survey }),
    ...list(t("checks"), calculations),
    ...list(t("findings"), findings),
    element("p", { class: "provenance" }, provenanceLine(provenanceOf(text, maskedOptions(options, hide), places.length))),
  );
}

/** @param {Element} dialog @param {(within: Element) => Node[]} tablesIn */
function viewLeaf(dialog, tablesIn) {
  const heads = [dialog.querySelector("h2"), dialog.querySelector("[role=tab][aria-selected=true]")];
  const name = heads.map((each) => each && each.textContent).filter(Boolean).join(" · ");
  return element("div", { id: "print", class: "whole tables" }, element("h2", {}, name), ...tablesIn(dialog));
}

/**
 * @param {object} desk
 * @param {() => import("../survey.js").Survey} desk.current
 * @param {() => import("./provenance.js").Options} desk.options
 * @param {(survey: import("../survey.js").Survey) => import("./redaction.js").PrivatePlace[]} desk.privateIn what is to be masked
 * @param {(within: Element) => Node[]} desk.tablesIn the tables in sight of a large view, whole
 */
export function printDeskWhole({ current, options, privateIn, tablesIn }) {
  /** @type {HTMLElement | null} */
  let leaf = null;
  const roots = [document.documentElement, document.body];

  window.addEventListener("beforeprint", () => {
    // A sheet is being printed already.
    if (leaf || document.getElementById("print")) return;
    const open = document.querySelectorAll("dialog[open]");
    const top = open[open.length - 1];
    if (top) {
      // Other dialogs are printed as they stand.
      if (!top.matches(".beside, .collect")) return;
      leaf = viewLeaf(top, tablesIn);
    } else {
      if (!current().text.trim()) return;
      leaf = deskLeaf(current(), options(), privateIn(current()));
    }
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
