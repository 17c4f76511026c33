// The view of a collection: a dialog over the desk with its own tabs.

import { partSign, ROLES } from "../compare/said.js";
import { openDialog } from "../dialog.js";
import { button, element } from "../dom.js";
import { periodText, valueText } from "../format.js";
import { ACCEPTED } from "../in/files.js";
import { createGrid } from "../tables/grid.js";
import { quoteFigure } from "../tables/quote.js";
import { saveButtons } from "../tables/save-buttons.js";
import { createTabs } from "../tables/tabs.js";
import { t } from "../words/language.js";
import { chartPanel } from "./chart-panel.js";
import { leastSure } from "./columns.js";
import { placeOf } from "./labels.js";
import { createMending } from "./mending.js";
import { collectionSheets, columnName, namesOf, roleText } from "./sheets.js";

/** @typedef {import("./collect.js").Collected} Collected */
/** @typedef {import("./columns.js").Column} Column */
/** @typedef {import("./columns.js").Correction} Correction */
/** @typedef {import("./columns.js").Placed} Placed */

/**
 * @typedef {object} On
 * @property {(files: File[]) => void} add
 * @property {() => void} addDesk
 * @property {() => void} empty
 * @property {(more: Correction[]) => Collected | null} correct
 * @property {() => Collected | null} undo
 * @property {() => void} keep
 * @property {(done: (sentence: string, next: Collected | null) => void) => void} recall
 * @property {(ending: "xlsx" | "csv" | "md", title: string, sheets: import("../out/xlsx.js").Sheet[]) => void} save
 * @property {(take: ((files: File[]) => void) | null) => void} divert
 * @property {(sentence: string) => void} say
 */

/** A field that filters. @param {() => void} lay */
function finding(lay) {
  const field = element("input", { type: "search", class: "field", "aria-label": t("collectFind"), placeholder: t("collectFind"), autocomplete: "off" });
  field.addEventListener("input", lay);
  return field;
}

/**
 * @param {Collected | null} found
 * @param {{ tab: string, column: string, bad: string[], canAdd: boolean }} state
 * @param {On} on
 */
export function openCollection(found, state, on) {
  const input = element("input", { type: "file", accept: ACCEPTED, multiple: "" });
  input.hidden = true;
  /** Closes the view and goes on. @param {() => void} then */
  const leave = (then) => {
    close();
    void closed.then(then);
  };
  /** @param {File[]} files */
  const add = (files) => files.length && leave(() => on.add(files));
  input.addEventListener("change", () => add(Array.from(input.files || [])));
  const choose = button(t(found ? "collectAdd" : "collectChoose"), () => input.click());
  const desk = state.canAdd ? [button(t("collectDesk"), () => leave(on.addDesk))] : [];
  const bad = state.bad.length
    ? [
        element(
          "details",
          { class: "bad", open: "" },
          element("summary", {}, t("collectBad", { n: state.bad.length })),
          element("ul", {}, ...state.bad.map((each) => element("li", {}, each))),
        ),
      ]
    : [];
  let open = state.tab;

  /** @returns {(Node | string)[]} */
  function content() {
    if (!found) return [...bad, element("div", { class: "nothing" }, element("p", {}, t("collectNone")), element("p", { class: "nothing-buttons" }, choose, ...desk, input))];
    const panels = panelsOf(found, state.column, on);
    const bar = createTabs(t("collectTables"), panels.tabs, state.tab, (name) => (open = name));
    const name = () => t("collectFile", { n: found.sources.length });
    const foot = element(
      "div",
      { class: "large-foot" },
      choose,
      ...desk,
      button(t("collectEmpty"), () => leave(on.empty)),
      input,
      ...saveButtons(["xlsx", "csv", "md"], (ending) => on.save(ending, name(), collectionSheets(panels.now(), open === "wide"))),
    );
    return [...bad, bar, ...panels.tabs.map(({ panel }) => panel), foot];
  }

  const heading = found ? t("collectTitle", { n: found.sources.length }) : t("collect");
  const { body, close, closed } = openDialog({ name: found ? "collect" : "collect-none", heading, body: content(), focus: choose });
  const tab = body.querySelector("[role=tab][aria-selected=true]");
  if (tab instanceof HTMLElement) tab.focus();
  on.divert(add);
  void closed.then(() => on.divert(null));
}

/**
 * @param {Collected} found
 * @param {string} chosenKey
 * @param {On} on
 */
function panelsOf(found, chosenKey, on) {
  let now = found;
  const { collection, sources, labels } = found;
  const { reports } = collection;

  // Wide
  const least = element("select", { "aria-label": t("atLeast") });
  for (let n = 1; n <= reports.length; n++) least.append(element("option", { value: n }, `${t("atLeast")} ${t("atLeastReports", { n })}`));
  least.value = String(Math.min(2, reports.length));
  const wideFind = finding(() => layWide());
  least.addEventListener("change", () => layWide());
  const picture = element("div", { class: "detail pictured" });
  /** @param {Column} column @param {number} report */
  const cell = (column, report) => {
    const placed = column.of.get(report) || [];
    if (!placed.length) return "";
    const [{ row }] = placed;
    const unit = row.figure.unit === column.unit ? "" : row.figure.unit;
    return `${valueText(row.figure)}${unit}${placed.length > 1 ? " ＋" : ""}${leastSure(placed) === "possible" ? " ?" : ""}`;
  };
  const wide = createGrid({
    label: t("wideHelp"),
    nothing: t("noWide"),
    wide: true,
    columns: [
      { head: t("columnIndicator"), width: 230, cell: (/** @type {Column} */ column) => columnName(column), order: columnName },
      { head: t("columnUnit"), width: 64, whole: true, cell: ({ unit }) => unit || "", order: ({ unit }) => unit || "" },
      { head: t("columnShare"), width: 64, name: "amount", cell: ({ reports: many }) => String(many), order: ({ reports: many }) => many },
      ...reports.map((_, i) => ({
        head: labels[i],
        width: Math.max(104, Math.min(170, 20 + labels[i].length * 13)),
        whole: true,
        name: "amount",
        cell: (/** @type {Column} */ column) => cell(column, i),
        order: (/** @type {Column} */ { of }) => (of.has(i) ? /** @type {Placed[]} */ (of.get(i))[0].row.figure.value : -Infinity),
      })),
    ],
    choose: (column) => draw(column),
  });
  /** @param {Column | null} column */
  function draw(column) {
    picture.textContent = "";
    if (column) picture.append(...chartPanel(column, now, on.say));
    else picture.append(element("p", { class: "hint" }, t("unsureHint")));
  }
  function layWide() {
    const words = wideFind.value.trim().toLowerCase();
    const fits = (/** @type {Column} */ column) => `${column.indicator}\n${column.unit}\n${namesOf(column).join("\n")}`.toLowerCase().includes(words);
    wide.show(now.columns.filter((column) => column.key && column.reports >= Number(least.value) && fits(column)));
    draw(wide.chosen());
  }
  const widePanel = element("section", { class: "tab-panel" }, element("div", { class: "pane-tools" }, wideFind, least), wide.element, picture);

  // Long
  const longFind = finding(() => layLong());
  const sentence = element("div", { class: "detail", role: "status" });
  /** @param {Placed} placed */
  const reportOf = ({ report }) => reports[report];
  const long = createGrid({
    label: t("longHelp"),
    nothing: t("noWide"),
    columns: [
      { head: t("reportSource"), width: 13, cell: (/** @type {Placed} */ placed) => labels[placed.report], order: ({ report }) => report },
      { head: t("columnPlace"), width: 8, cell: (placed) => placeOf(reportOf(placed)), order: (placed) => placeOf(reportOf(placed)) },
      { head: t("columnYear"), width: 5, whole: true, cell: (placed) => String(reportOf(placed).metadata.year || ""), order: (placed) => reportOf(placed).metadata.year || 0 },
      { head: t("columnSection"), width: 19, cell: ({ row }) => row.section },
      { head: t("columnIndicator"), width: 19, cell: ({ row }) => row.figure.indicator, order: ({ row }) => row.figure.indicator },
      { head: t("columnText"), width: 10, whole: true, name: "written", cell: ({ row }) => row.words },
      { head: t("columnValue"), width: 9, whole: true, name: "amount", cell: ({ row }) => valueText(row.figure), order: ({ row }) => row.figure.value },
      { head: t("columnUnit"), width: 5, whole: true, cell: ({ row }) => row.figure.unit || "", order: ({ row }) => row.figure.unit || "" },
      { head: t("columnPeriod"), width: 6, whole: true, cell: ({ row }) => periodText(row.figure.period), order: ({ row }) => row.figure.period || "" },
      { head: t("columnRole"), width: 6, whole: true, cell: ({ row }) => roleText(row.role), order: ({ row }) => roleText(row.role) },
    ],
    choose({ report, row }) {
      const of = element("p", { class: "quote-of" }, element("b", {}, sources[report].source), ` ${row.section}`);
      sentence.textContent = "";
      sentence.append(element("div", { class: "quoted" }, of, quoteFigure(sources[report].text, row.figure.span)));
    },
  });
  /** @type {Placed[]} */
  const all = reports.flatMap(({ rows }, report) => rows.map((row) => ({ report, row })));
  function layLong() {
    const words = longFind.value.trim().toLowerCase();
    long.show(words ? all.filter(({ report, row }) => `${row.figure.indicator}\n${row.sentence}\n${labels[report]}`.toLowerCase().includes(words)) : all);
  }
  const longPanel = element("section", { class: "tab-panel" }, element("div", { class: "pane-tools" }, longFind), long.element, sentence);

  // Which names stand in which column
  const mending = createMending(found, chosenKey, on, (next) => {
    now = next;
    layWide();
  });

  // The reports and their parts
  const parts = createGrid({
    label: t("reportsTab"),
    nothing: "",
    columns: [
      { head: t("reportSource"), width: 20, cell: (/** @type {typeof reports[number]} */ { source }) => source, order: ({ source }) => source },
      { head: t("columnPlace"), width: 12, cell: placeOf, order: placeOf },
      { head: t("columnYear"), width: 7, whole: true, cell: ({ metadata }) => String(metadata.year || ""), order: ({ metadata }) => metadata.year || 0 },
      { head: t("figures"), width: 6, whole: true, name: "amount", cell: ({ rows }) => String(rows.length), order: ({ rows }) => rows.length },
      ...ROLES.map(([role, key]) => ({
        head: t(key),
        width: 11,
        whole: true,
        cell: (/** @type {typeof reports[number]} */ { roles }) => element("span", { class: roles.includes(role) || role === "other" ? null : "warned" }, partSign(role, roles.includes(role))),
      })),
    ],
  });
  parts.show(reports);
  layLong();
  layWide();
  const partsPanel = element("section", { class: "tab-panel" }, parts.element);
  return {
    tabs: [
      { name: "wide", words: t("wideTab"), panel: widePanel },
      { name: "long", words: t("longTab"), tally: all.length, panel: longPanel },
      { name: "columns", words: t("columnsTab"), panel: mending },
      { name: "reports", words: t("reportsTab"), tally: reports.length, panel: partsPanel },
    ],
    now: () => now,
  };
}
