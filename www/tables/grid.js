// A table of rows to choose from, in a dialog: sorted by the heads that can be, walked through by keyboard. The two large views
// are made of such tables.

import { element, rowOf } from "../dom.js";
import { rowOfKey } from "../panes/list-keys.js";
import { createRows } from "../panes/rows.js";
import { longest, widthsOf } from "./widths.js";

/** So many rows are laid out whole. */
const WHOLE = 100;
const HEIGHT = 31;
/** A column whose words may be cut has at least so many pixels for each of its hundredths; rather than less the table is wider than its pane. */
const LEAST = 6;

/** How each table is drawn with every row, by the pane that it stands in. @type {WeakMap<Element, () => Node>} */
const drawn = new WeakMap();

/** The tables in sight, each with all its rows and under what stands over it: for paper. @param {Element} within */
export function wholeTables(within) {
  const panes = Array.from(within.querySelectorAll(".pane-body")).filter((pane) => pane.clientHeight > 0);
  return panes.flatMap((pane) => {
    const draw = drawn.get(pane);
    const over = pane.previousElementSibling;
    return draw ? [...(over && over.matches("h3") ? [over.cloneNode(true)] : []), draw()] : [];
  });
}

/**
 * @template T
 * @typedef {object} Column
 * @property {string} head
 * @property {number} width in hundredths of the table; in pixels where that is `wide`
 * @property {(row: T) => string | Node} cell
 * @property {(row: T) => number | string} [order] what it is sorted by, where it can be
 * @property {boolean} [whole] nothing in it may be cut: a number, a unit
 * @property {string} [name] class of its cells
 * @property {string} [title] of its head
 */

/**
 * Makes columns of a table wider than its pane so wide that none is seen in part: a number without its last digit is another
 * number. The first column stays where it is, beside it the others go by a screenful at a time, or in equal steps.
 * @param {number[]} widths
 * @param {number} room
 * @param {boolean} equal
 */
function screenfuls(widths, room, equal) {
  widths[0] = Math.floor(Math.min(widths[0], room * 0.45));
  const view = room - widths[0];
  if (equal) {
    // Unit and share come before the reports, and are a step together where they have room in it.
    const least = Math.max(...widths.slice(3));
    const step = view / Math.max(1, Math.floor(view / least));
    const half = Math.max(widths[1], widths[2]) <= step / 2;
    for (let i = 1; i < widths.length; i++) widths[i] = i < 3 && half ? step / 2 : Math.max(step, least);
    return;
  }
  let edge = room;
  let x = widths[0];
  for (let i = 1; i < widths.length; i++) {
    if (x + widths[i] > edge + 1 && x > edge - view) {
      widths[i - 1] += edge - x;
      x = edge;
      edge += view;
    }
    x += widths[i];
  }
  widths[widths.length - 1] += Math.max(0, edge - x);
}

/**
 * @template T
 * @param {object} grid
 * @param {string} grid.label
 * @param {string} grid.nothing said where there are no rows
 * @param {Column<T>[]} grid.columns
 * @param {(row: T) => void} [grid.choose]
 * @param {(row: T) => void} [grid.enter] Enter, or two clicks
 * @param {boolean} [grid.wide] it may be wider than the dialog; the first column stays in sight
 * @param {boolean} [grid.tall] rows are as high as their words, and all are laid out
 */
export function createGrid({ label, nothing, columns, choose, enter, tall = false, wide = false }) {
  const heads = element("tr", { role: "row", "aria-rowindex": 1 });
  const body = element("tbody", { role: "rowgroup" });
  const table = element("table", { role: "grid", class: `figures${tall ? " tall" : ""}${wide ? " wide" : ""}`, "aria-label": label });
  const none = element("p", { class: "nothing" }, nothing);
  const scroller = element("div", { class: "pane-body", tabindex: -1 }, table, none);
  const group = element("colgroup", {});
  table.append(group, element("thead", { role: "rowgroup" }, heads), body);
  columns.forEach(({ head, width, order, name, title }, i) => {
    const col = element("col", {});
    col.style.width = `${width}${wide ? "px" : "%"}`;
    group.append(col);
    const th = element("th", { role: "columnheader", scope: "col", class: name || null, title: title || head });
    if (order) {
      const button = element("button", { type: "button" }, head);
      button.addEventListener("click", () => sortBy(i));
      th.append(button);
    } else th.append(head);
    heads.append(th);
  });
  if (wide) table.style.width = `${columns.reduce((sum, { width }) => sum + width, 0)}px`;

  /** @type {T[]} */
  let given = [];
  /** @type {T[]} */
  let shown = [];
  /** @type {T | null} */
  let chosen = null;
  let sorted = -1;
  let down = false;

  const rows = createRows({
    scroller,
    holder: body,
    height: HEIGHT,
    whole: tall ? Infinity : WHOLE,
    gap: () => element("tr", { role: "none", class: "gap" }),
    draw: drawRow,
  });

  /** @param {number} index */
  function drawRow(index) {
    const row = shown[index];
    const line = element("tr", { role: "row", "data-index": index, "aria-rowindex": index + 2 });
    for (const { cell, name } of columns) {
      const words = cell(row);
      const text = typeof words === "string" ? words : words.textContent;
      line.append(element("td", { role: "gridcell", class: name || null, title: tall ? null : text }, words));
    }
    mark(line, index);
    return line;
  }

  drawn.set(scroller, () => {
    if (!shown.length) return element("p", {}, nothing);
    const names = columns.map(({ head, name }) => element("th", { class: name || null }, head));
    return element("table", {}, element("thead", {}, element("tr", {}, ...names)), element("tbody", {}, ...shown.map((_, i) => drawRow(i))));
  });

  /** @param {HTMLElement} drawn @param {number} index */
  function mark(drawn, index) {
    const at = chosen === null ? -1 : shown.indexOf(chosen);
    drawn.setAttribute("aria-selected", String(index === at));
    drawn.tabIndex = index === Math.max(at, 0) ? 0 : -1;
  }

  function lay() {
    shown = given.slice();
    const { order } = columns[sorted] || {};
    if (order) {
      const { compare } = new Intl.Collator("zh-CN", { numeric: true });
      const way = down ? -1 : 1;
      /** @param {T} a @param {T} b */
      const by = (a, b) => {
        const [x, y] = [order(a), order(b)];
        return way * (typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y)));
      };
      shown.sort(by);
    }
    Array.from(heads.children).forEach((head, i) => {
      head.setAttribute("aria-sort", i === sorted ? (down ? "descending" : "ascending") : "none");
    });
    table.hidden = !shown.length;
    none.hidden = !table.hidden;
    table.setAttribute("aria-rowcount", String(shown.length + 1));
    rows.show(shown.length);
    measured = null;
    fit();
  }

  /** How wide each column must be where nothing in it may be cut, or 0. @type {number[] | null} */
  let measured = null;

  function measure() {
    const cellOf = (/** @type {Column<T>} */ { cell, name }, /** @type {number} */ row) => element("td", { class: name || null }, cell(given[row]));
    const cells = columns.map((column, i) => {
      if (!column.whole) return [];
      const words = (/** @type {number} */ row) => {
        const said = column.cell(given[row]);
        return typeof said === "string" ? said : said.textContent || "";
      };
      const head = element("th", { class: column.name || null, "aria-sort": column.order ? "descending" : null });
      head.append(column.order ? element("button", { type: "button", tabindex: -1 }, column.head) : column.head);
      // What heads a column of a report is its name, as long as it may be.
      return (wide && i > 2 ? [] : [head]).concat(longest(given.length, words).map((row) => cellOf(column, row)));
    });
    return widthsOf(scroller, table, cells);
  }

  /** Numbers and units have what they need, the other columns share the rest; where too little is left, the table is wider than its pane. */
  function fit() {
    const room = scroller.clientWidth;
    if (tall || !given.length || room === 0 || !columns.some(({ whole }) => whole)) return;
    const needed = measured || (measured = measure());
    const cols = Array.from(group.children).map((col) => /** @type {HTMLElement} */ (col));
    const whole = columns.reduce((sum, column, i) => sum + (column.whole ? needed[i] : 0), 0);
    const shares = columns.reduce((sum, column) => sum + (column.whole ? 0 : column.width), 0);
    const widths = columns.map((column, i) => {
      if (wide) return column.whole ? Math.max(column.width, needed[i]) : column.width;
      return column.whole ? needed[i] : (column.width / shares) * Math.max(room - whole, shares * LEAST);
    });
    const total = () => Math.ceil(widths.reduce((all, width) => all + width, 0));
    const wider = total() > room + 1;
    if (wider) screenfuls(widths, room, wide);
    widths.forEach((width, i) => (cols[i].style.width = `${width}px`));
    table.style.width = wide || wider ? `${total()}px` : "";
    table.classList.toggle("wider", wider);
    scroller.classList.toggle("stepped", wider);
    scroller.style.scrollPaddingLeft = wider ? `${widths[0]}px` : "";
  }
  new ResizeObserver(fit).observe(scroller);

  /** Once up, once down, then as they were given. @param {number} column */
  function sortBy(column) {
    if (sorted !== column) [sorted, down] = [column, false];
    else if (!down) down = true;
    else sorted = -1;
    lay();
  }

  /** @param {number} at */
  function go(at) {
    if (at < 0 || at >= shown.length) return;
    chosen = shown[at];
    const there = rows.reveal(at);
    for (const row of rows.drawn()) mark(row, Number(row.dataset.index));
    if (there) there.focus({ preventScroll: true });
    if (choose) choose(chosen);
  }

  body.addEventListener("click", (event) => go(rowOf(event)));
  body.addEventListener("dblclick", () => enter && chosen !== null && enter(chosen));
  body.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(scroller.clientHeight / HEIGHT) - 2);
    const at = rowOfKey(event.key, { row: rowOf(event), count: shown.length, page });
    if (at < 0) return;
    go(at);
    if (event.key === "Enter" && enter && chosen !== null) enter(chosen);
    event.preventDefault();
  });

  return {
    element: scroller,
    /** @param {T[]} next */
    show(next) {
      given = next;
      if (chosen !== null && !next.includes(chosen)) chosen = null;
      lay();
    },
    chosen: () => chosen,
    /** The same rows, with something in them changed. */
    again: lay,
  };
}
