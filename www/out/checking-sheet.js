// 数据核实表: every figure on a line of its own, with room for who answers for it, who checked it and what came of it; then the
// calculations; then the signatures. To be printed, A4 across. The same elements are saved as a file and printed from the page.

import { sentenceOf } from "../../js/places.js";
import { element } from "../dom.js";
import { periodText, valueText } from "../format.js";
import { relationText } from "../panes/verdicts.js";
import { t } from "../words/language.js";
import style from "../style/checking-sheet.css?text";
import { documentOf } from "./document.js";
import { provenanceLine } from "./provenance.js";
import { sectionText, verdictOf } from "./tables.js";

/** @typedef {import("./handover.js").Handover} Handover */
/** @typedef {import("../words/language.js").Key} Key */

/** The page that the sheet is printed on; browsers that know boxes in the margin number the pages. */
export const PAGE = '@page { size: A4 landscape; margin: 12mm 11mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9px sans-serif; } }';

/**
 * The foot of a table is the one thing that every browser repeats on every page, and in old ones only if the table stands in no
 * other: so each says where the sheet comes from, and the last holds the signatures, which shall not stand on a page without it.
 * @param {string} name
 * @param {Key[]} heads
 * @param {HTMLElement[]} rows
 * @param {string} source
 * @param {HTMLElement[]} [signatures]
 */
const table = (name, heads, rows, source, signatures = []) => {
  const across = { colspan: heads.length };
  return element(
    "table",
    { class: name },
    element("thead", {}, element("tr", {}, ...heads.map((key) => element("th", { scope: "col" }, t(key))))),
    element("tfoot", {}, element("tr", {}, element("td", { class: "provenance", ...across }, source))),
    element("tbody", {}, ...rows),
    ...signatures.map((each) => element("tbody", { class: "end" }, element("tr", {}, element("td", across, each)))),
  );
};

/** @param {(Node | string)[]} cells */
const row = (...cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));

/** The sentence with the figure marked in it. @param {Handover} handover @param {number} index */
function quoted({ text, report }, index) {
  const { span } = report.figures[index];
  const [from, to] = sentenceOf(text, span);
  return element("span", {}, text.slice(from, span[0]), element("b", {}, text.slice(...span)), text.slice(span[1], to));
}

/** @param {Handover} handover */
export function checkingSheet(handover) {
  const { report, provenance } = handover;
  const { title, issuer, year, date, documentNumber } = report.metadata;
  const facts = [
    [t("factTitle"), title || t("untitled")],
    [t("factIssuer"), issuer],
    [t("factNumber"), documentNumber],
    [t("factYear"), year],
    [t("factDate"), date],
    [t("factFigures"), report.figures.length],
  ].filter(([, value]) => value !== null);

  const figures = report.figures.map((figure, i) =>
    row(
      String(i + 1),
      quoted(handover, i),
      `${valueText(figure)} ${figure.unit || ""}`.trim(),
      figure.indicator,
      periodText(figure.period),
      sectionText(handover, i),
      "",
      "",
      "",
    ),
  );
  const relations = report.relations.map((relation, i) =>
    row(String(i + 1), relationText(relation.kind), relation.calculation, verdictOf(relation), relation.slip || "", ""),
  );
  const source = `${title || t("untitled")} · ${provenanceLine(provenance)}`;
  const signatures = [
    element(
      "p",
      { class: "signatures" },
      ...["signMade", "signChecked", "signIssued", "signDate"].map((key) => element("span", {}, `${t(/** @type {Key} */ (key))}：`)),
    ),
  ];
  const last = relations.length ? [] : signatures;
  return element(
    "div",
    { class: "sheet" },
    element("h1", {}, t("sheetTitle")),
    element("p", { class: "facts" }, ...facts.map(([name, value]) => element("span", {}, element("i", {}, `${name}：`), String(value)))),
    element("h2", {}, t("sheetFigures")),
    table("figures-sheet", ["columnNumber", "columnSentence", "columnValueUnit", "columnIndicator", "columnPeriod", "columnSection", "columnOffice", "columnChecker", "columnResult"], figures, source, last),
    ...(relations.length
      ? [
          element("h2", {}, t("sheetRelations")),
          table("relations-sheet", ["columnNumber", "columnRelation", "columnCalculation", "columnVerdict", "columnSlip", "columnRemark"], relations, source, signatures),
        ]
      : []),
  );
}

/** @param {Handover} handover */
export function checkingDocument(handover) {
  const hint = element("p", { class: "hint" }, t("sheetHint"));
  const title = `${handover.report.metadata.title || t("untitled")} ${t("sheetTitle")}`;
  return documentOf(title, `${PAGE}\n${style}`, element("body", { class: "sheet-page" }, hint, checkingSheet(handover)));
}
