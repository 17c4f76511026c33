/**
 * The panes of `<gangmu-report>`: outline, figures, findings. Each is made anew with every report; words of the report get in
 * as text and never as markup.
 *
 * @import { Figure, Heading, Report } from "../gangmu.d.ts"
 * @import { Language } from "./words.js"
 */
import { changeSign, periodText, valueText } from "../written.js";
import { createRows, levelOf, make } from "./rows.js";
import { say } from "./words.js";

/** Rows that are drawn before anybody asks for more. */
const FIRST = 200;

/** 1.1万余人次 → "≥ 11,000 人次". @param {Figure} figure */
function valueOf(figure) {
  const { unit } = figure;
  return valueText(figure) + (unit === null ? "" : /^[%％‰]/.test(unit) ? unit : ` ${unit}`);
}

/** The headings in reading order, each with its place in the tree. @param {Heading[]} outline */
export function headingsOf(outline) {
  /** @type {{ heading: Heading, path: string, level: number, nth: number, siblings: number }[]} */
  const headings = [];
  /** @param {Heading[]} siblings @param {string} above @param {number} level */
  const list = (siblings, above, level) =>
    siblings.map((heading, nth) => ({ heading, path: `${above}${nth}.`, level, nth: nth + 1, siblings: siblings.length }));
  const waiting = list(outline, "", 1).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    headings.push(next);
    waiting.push(...list(next.heading.children, next.path, next.level + 1).reverse());
  }
  return headings;
}

/** @typedef {{ language: Language, text: string, report: Report, choose: (index: number) => void }} Setting */
/** @typedef {{ holder: HTMLElement, select: (index: number) => void }} Pane */

/** @param {Setting} setting @param {Set<string>} folded Paths of headings; it is kept up to date. @returns {Pane} */
export function outlinePane({ language, report, choose }, folded) {
  const headings = headingsOf(report.outline);
  /** How many figures stand under each heading. @type {Map<string, number>} */
  const tallies = new Map();
  for (const { heading } of report.figures) {
    let path = "";
    for (const index of heading) {
      path += `${index}.`;
      tallies.set(path, (tallies.get(path) || 0) + 1);
    }
  }
  const holder = make("div", { role: "tree", "aria-label": say(language, "outline") });
  headings.forEach(({ heading, path, level, nth, siblings }, index) => {
    const parent = heading.children.length > 0;
    const tally = tallies.get(path);
    const row = make(
      "div",
      {
        role: "treeitem",
        part: `heading heading-${level}`,
        "data-index": index,
        "data-path": path,
        "aria-level": level,
        "aria-posinset": nth,
        "aria-setsize": siblings,
        "aria-selected": "false",
        "aria-expanded": parent ? `${!folded.has(path)}` : null,
        tabindex: index === 0 ? 0 : -1,
      },
      make("span", { class: parent ? "twist" : "twist none", part: "twist", "aria-hidden": "true" }),
      make("span", { class: "marker", part: "marker", lang: "zh" }, heading.marker),
      make("span", { class: "title", part: "heading-title", lang: "zh" }, heading.title),
    );
    row.style.paddingInlineStart = `calc(${level - 1} * 1.2em)`;
    if (tally) row.append(make("span", { class: "tally", part: "tally", title: say(language, "tally", { n: tally }) }, `${tally}`));
    holder.append(row);
  });
  const all = /** @type {HTMLElement[]} */ (Array.from(holder.children));

  /** Rows under a folded heading are hidden. */
  const lay = () => {
    let under = Infinity;
    for (const row of all) {
      const level = levelOf(row);
      if (level <= under) under = Infinity;
      row.hidden = level > under;
      if (under === Infinity && row.getAttribute("aria-expanded") === "false") under = level;
    }
  };
  lay();
  const { select } = createRows(holder, choose, (row, to) => {
    const open = row.getAttribute("aria-expanded");
    if (open === null || (to !== "turn" && open === `${to === "open"}`)) return false;
    const path = row.dataset.path || "";
    if (open === "true") folded.add(path);
    else folded.delete(path);
    row.setAttribute("aria-expanded", `${open !== "true"}`);
    lay();
    return true;
  });
  return { holder, select };
}

/**
 * A pane of rows, drawn a few hundred at a time.
 * @param {Setting} setting @param {number} length @param {(index: number) => HTMLElement} row
 * @param {HTMLElement} shown What holds the rows, with what stands over them. @param {HTMLElement} [body] The rows' own parent.
 * @returns {Pane}
 */
function rowsPane({ language, choose }, length, row, shown, body = shown) {
  const holder = make("div", {}, shown);
  const more = make("button", { type: "button", part: "more" });
  const drawTo = (/** @type {number} */ end) => {
    for (let index = body.children.length; index < Math.min(end, length); index++) body.append(row(index));
    const left = length - body.children.length;
    more.hidden = left === 0;
    more.textContent = say(language, "more", { n: Math.min(left, 5 * FIRST) });
  };
  more.addEventListener("click", () => {
    const next = body.children.length;
    drawTo(next + 5 * FIRST);
    /** @type {HTMLElement} */ (body.children[next]).focus();
  });
  drawTo(FIRST);
  if (!more.hidden) holder.append(more);
  const rows = createRows(holder, choose);
  return {
    holder,
    select(index) {
      drawTo(index + 1);
      rows.select(index);
    },
  };
}

/** @param {Setting} setting @returns {Pane} */
export function figuresPane(setting) {
  const { language, text, report } = setting;
  const { figures } = report;
  const body = make("tbody", {});
  const column = (/** @type {"columnIndicator" | "columnText" | "columnValue" | "columnPeriod"} */ key, name = "") =>
    make("th", { scope: "col", part: "column", class: name }, say(language, key));
  const table = make(
    "table",
    { role: "grid", part: "table", "aria-label": say(language, "figures"), "aria-rowcount": figures.length + 1 },
    make("thead", {}, make("tr", { "aria-rowindex": 1 }, column("columnIndicator"), column("columnText"), column("columnValue", "value"), column("columnPeriod"))),
    body,
  );
  const row = (/** @type {number} */ index) => {
    const figure = figures[index];
    const sign = changeSign(figure);
    return make(
      "tr",
      { part: "figure", "data-index": index, "aria-selected": "false", "aria-rowindex": index + 2, tabindex: index === 0 ? 0 : -1 },
      make("td", { part: "indicator", lang: "zh" }, figure.indicator),
      make("td", { part: "quote", lang: "zh" }, text.slice(...figure.span)),
      make("td", { part: "value", class: "value" }, (sign && `${sign} `) + valueOf(figure)),
      make("td", { part: "period" }, periodText(figure.period)),
    );
  };
  return rowsPane(setting, figures.length, row, table, body);
}

/** @param {Setting} setting @returns {Pane} */
export function findingsPane(setting) {
  const { language, text, report } = setting;
  const { findings } = report;
  const row = (/** @type {number} */ index) => {
    const { severity, message, span } = findings[index];
    const title = text.slice(...span);
    return make(
      "div",
      { role: "option", part: `finding finding-${severity}`, "data-index": index, "data-severity": severity, "aria-selected": "false", title, tabindex: index === 0 ? 0 : -1 },
      make("span", { class: "severity", part: "severity" }, say(language, severity)),
      make("span", { part: "message", lang: language }, message),
    );
  };
  return rowsPane(setting, findings.length, row, make("div", { role: "listbox", "aria-label": say(language, "findings") }));
}
