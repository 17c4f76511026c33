// The report as one HTML file to hand on: outline, text with its marks, figures, calculations, findings, where it comes from.

import { element } from "../dom.js";
import { isDismissed, reasonOf } from "../findings/dismissals.js";
import { kindText, periodText, severityText, valueText } from "../format.js";
import { relationText } from "../panes/verdicts.js";
import { t } from "../words/language.js";
import { documentOf } from "./document.js";
import { markedLines } from "./marked.js";
import style from "../style/report-page.css?text";
import { factRows, sectionText, verdictOf } from "./tables.js";

/** @typedef {import("./handover.js").Handover} Handover */
/** @typedef {import("../words/language.js").Key} Key */

/** @param {Key[]} heads @param {HTMLElement[]} rows */
const table = (heads, rows) =>
  element(
    "div",
    { class: "scroll" },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...heads.map((key) => element("th", { scope: "col" }, t(key))))),
      element("tbody", {}, ...rows),
    ),
  );

/** @param {string | null} id @param {(Node | string)[]} cells */
const row = (id, ...cells) => element("tr", { id }, ...cells.map((cell) => element("td", {}, cell)));

/** @param {Key} key @param {string} id @param {number} count @param {HTMLElement} held */
const section = (key, id, count, held) =>
  element("section", { id, "aria-labelledby": `${id}-name` }, element("h2", { id: `${id}-name` }, `${t(key)} `, element("small", {}, String(count))), count ? held : element("p", {}, t("noneHere")));

/** @param {Handover} handover */
function outlineList({ survey }) {
  const root = element("ol");
  /** @type {HTMLElement[]} */
  const lists = [root];
  survey.places.forEach(({ heading, depth }, i) => {
    const link = element("a", { href: `#h${i + 1}` }, `${heading.marker}${heading.title}`);
    const item = element("li", {}, link);
    // The list of a heading's children stands in its item.
    if (!lists[depth - 1]) {
      const inner = element("ol");
      const last = lists[depth - 2].lastElementChild;
      (last || lists[depth - 2]).append(inner);
      lists[depth - 1] = inner;
    }
    lists[depth - 1].append(item);
    lists.length = depth;
  });
  return root;
}

/** @param {Handover} handover */
export function reportPage(handover) {
  const { text, report, survey, hide } = handover;
  const title = report.metadata.title || t("untitled");

  const figures = report.figures.map((figure, i) =>
    row(
      `r${i + 1}`,
      element("a", { href: `#f${i + 1}`, "aria-label": t("toText", { n: i + 1 }) }, String(i + 1)),
      text.slice(...figure.span),
      element("span", { class: "value" }, valueText(figure)),
      figure.unit || "",
      figure.indicator,
      periodText(figure.period),
      kindText(figure.kind),
      sectionText(handover, i),
    ),
  );
  const relations = report.relations.map((relation) =>
    row(null, relationText(relation.kind), relation.calculation, element("span", { class: `verdict ${relation.verdict}` }, verdictOf(relation)), relation.slip || ""),
  );
  const findings = report.findings.map((finding, i) => {
    const { severity, message, source, span, places, fingerprint } = finding;
    const dismissed = isDismissed(fingerprint);
    const number = String(i + 1);
    return row(
      `p${i + 1}`,
      dismissed ? number : element("a", { href: `#n${i + 1}`, "aria-label": t("toText", { n: i + 1 }) }, number),
      element("span", { class: `severity ${severity}` }, severityText(severity)),
      dismissed ? element("span", { class: "dismissed" }, message, element("br"), t("savedDismissed", { reason: hide(reasonOf(fingerprint)) })) : message,
      element("q", {}, Array.from(text.slice(span[0], span[1])).slice(0, 40).join("")),
      element(
        "span",
        {},
        ...(dismissed ? [] : places.slice(1, 20)).map((_, nth) => element("a", { class: "place", href: `#n${i + 1}-${nth + 2}` }, `${nth + 2}`)),
      ),
      source || t("custom"),
    );
  });
  const facts = factRows(handover).flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]);

  /** @type {[string, string, string][]} */
  const shapes = [
    ["figure", "figure", ""],
    ["date", "date", ""],
    ["citation", "citation", ""],
    ["noise", "noise", ""],
    ["finding error", "severityError", ""],
    ["finding warning", "severityWarning", ""],
    ["finding advice", "severityAdvice", ""],
  ];
  const legend = shapes.map(([name, key]) => element("span", { class: name }, t(/** @type {Key} */ (key))));

  const body = element(
    "body",
    {},
    element("nav", { "aria-label": t("outline") }, element("h2", {}, t("outline")), survey.places.length ? outlineList(handover) : element("p", {}, t("noneHere")), jumps()),
    element(
      "main",
      {},
      element("header", {}, element("h1", {}, element("small", {}, t("filePage")), ` ${title}`), element("p", { class: "legend", "aria-label": t("marksOfPage") }, ...legend)),
      element("article", { id: "text", lang: "zh-CN" }, ...markedLines(handover)),
      section("figures", "figures", figures.length, table(["columnNumber", "columnText", "columnValue", "columnUnit", "columnIndicator", "columnPeriod", "columnKind", "columnSection"], figures)),
      section("checksShort", "calculations", relations.length, table(["columnRelation", "columnCalculation", "columnVerdict", "columnSlip"], relations)),
      section("findings", "findings", findings.length, table(["columnNumber", "columnSeverity", "columnMessage", "columnWords", "columnOthers", "columnSource"], findings)),
      element("footer", {}, element("h2", {}, t("aboutExport")), element("dl", {}, ...facts)),
    ),
  );
  return documentOf(title, style, body);
}

function jumps() {
  /** @type {[string, Key][]} */
  const places = [["figures", "figures"], ["calculations", "checksShort"], ["findings", "findings"]];
  return element("p", { class: "jumps" }, ...places.map(([id, key]) => element("a", { href: `#${id}` }, t(key))));
}
