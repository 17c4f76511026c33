// Which names and figures stand in a column, and what the reader moves: some of them or all, into another column or into one of
// their own.

import { SURE } from "../compare/said.js";
import { button, element } from "../dom.js";
import { createGrid } from "../tables/grid.js";
import { t } from "../words/language.js";
import { keyOf, leastSure } from "./columns.js";
import { columnName, namesOf } from "./sheets.js";

/** @typedef {import("./collect.js").Collected} Collected */
/** @typedef {import("./columns.js").Column} Column */
/** @typedef {import("./columns.js").Correction} Correction */

/**
 * @param {Collected} found
 * @param {string} key of the column that is chosen
 * @param {import("./view.js").On} on
 * @param {(next: Collected) => void} changed
 */
export function createMending(found, key, on, changed) {
  let now = found;
  let chosen = key;
  const side = element("div", { class: "mending" });
  const said = element("span", { class: "hint", role: "status" });
  const undo = button(t("undoCorrection"), () => take(on.undo()));
  const keep = button(t("saveCorrections"), on.keep);
  const read = button(t("readCorrections"), () =>
    on.recall((sentence, next) => {
      if (next) take(next);
      said.textContent = sentence;
    }),
  );
  const grid = createGrid({
    label: t("columnsTab"),
    nothing: t("noColumns"),
    columns: [
      { head: t("columnMerged"), width: 44, cell: columnName, order: columnName },
      { head: t("columnUnit"), width: 12, whole: true, cell: (/** @type {Column} */ { unit }) => unit || "", order: ({ unit }) => unit || "" },
      { head: t("columnNames"), width: 14, name: "amount", cell: (column) => String(namesOf(column).length), order: (column) => namesOf(column).length },
      { head: t("columnShare"), width: 12, name: "amount", cell: ({ reports }) => String(reports), order: ({ reports }) => reports },
      { head: t("columnSure"), width: 18, whole: true, cell: ({ rows }) => t(SURE[leastSure(rows)]), order: ({ rows }) => Object.keys(SURE).indexOf(leastSure(rows)) },
    ],
    choose(column) {
      chosen = column.key;
      fill(column);
    },
  });

  /** @param {Collected | null} next */
  function take(next) {
    if (!next) return;
    now = next;
    changed(next);
    lay();
  }

  function lay() {
    const many = now.corrections.length;
    said.textContent = many ? t("corrections", { n: many }) : "";
    undo.disabled = keep.disabled = !many;
    grid.show(now.columns);
    fill(now.columns.find((each) => each.key === chosen));
  }

  /** @param {Column | undefined} column */
  function fill(column) {
    side.textContent = "";
    if (!column) return side.append(element("p", { class: "nothing" }, t("chooseColumn")));
    /** @type {{ box: HTMLInputElement, correction: Omit<Correction, "into">, name: string, all: boolean }[]} */
    const boxes = [];
    /** A box with words behind it. @param {string} label @param {Omit<Correction, "into">} correction @param {string} name @param {boolean} all */
    const ticked = (label, correction, name, all) => {
      const box = element("input", { type: "checkbox" });
      boxes.push({ box, correction, name, all });
      return element("label", {}, box, label);
    };
    const list = element("ul", { class: "names" });
    for (const name of namesOf(column)) {
      const rows = column.rows.filter(({ row }) => row.figure.indicator === name);
      const item = element("li", {}, ticked(`${name || t("reasonUnnamed")}（${rows.length}）`, { column: column.key, name }, name, true));
      const figures = element("ul", {});
      for (const { report, row } of rows) {
        const { source } = now.sources[report];
        const words = [now.labels[report], row.words, row.confidence && t(SURE[row.confidence])].filter(Boolean).join(" · ");
        const figure = ticked(words, { column: column.key, source, start: row.figure.span[0] }, name, false);
        figure.title = row.sentence;
        figures.append(element("li", {}, figure));
      }
      item.append(figures);
      list.append(item);
    }
    // A name stands for all its figures.
    list.addEventListener("change", ({ target }) => {
      const pressed = boxes.find(({ box }) => box === target);
      if (pressed && pressed.all) for (const each of boxes) if (each.name === pressed.name) each.box.checked = pressed.box.checked;
      else if (pressed && each.all && each.name === pressed.name) each.box.checked = false;
    });
    const going = () => boxes.filter(({ box, name, all }) => box.checked && (all || !boxes.some((each) => each.all && each.name === name && each.box.checked)));

    const others = now.columns.filter((each) => each.key && each.key !== column.key);
    /** @param {Column} each */
    const option = (each) => (each.unit ? t("chartOf", { indicator: each.indicator, unit: each.unit }) : each.indicator);
    const choices = element("datalist", { id: "columns-list" }, ...others.map((each) => element("option", { value: option(each) })));
    const into = element("input", { class: "field", list: choices.id, "aria-label": t("moveTo"), placeholder: t("moveTo"), autocomplete: "off" });
    const move = button(t("move"), () => {
      const target = others.find((each) => option(each) === into.value);
      if (!target) return into.focus();
      const moved = going().map(({ correction }) => ({ ...correction, into: target.key }));
      chosen = moved.length ? column.key : target.key;
      take(on.correct(moved.length ? moved : [{ column: column.key, into: target.key }]));
    });
    const apart = button(t("ownColumn"), () => {
      const moved = going();
      if (!moved.length) return;
      const { row } = /** @type {import("./columns.js").Placed} */ (column.rows.find((each) => each.row.figure.indicator === moved[0].name));
      let name = moved[0].name || columnName(column);
      const known = (/** @type {string} */ each) => now.columns.some((other) => other.key === keyOf(each, row.figure.unit));
      while (known(name)) name += t("otherColumn");
      chosen = keyOf(name, row.figure.unit);
      take(on.correct(moved.map(({ correction }) => ({ ...correction, into: chosen }))));
    });
    const tools = element("p", { class: "detail-buttons" }, into, choices, move, apart);
    const heading = element("h3", {}, t("namesIn", { name: columnName(column) }));
    return side.append(heading, element("p", { class: "hint" }, t("namesHint")), list, tools);
  }

  lay();
  return element(
    "section",
    { class: "tab-panel" },
    element("div", { class: "sides" }, element("div", { class: "side" }, grid.element), element("div", { class: "side" }, side)),
    element("p", { class: "detail-buttons mending-foot" }, undo, keep, read, said),
  );
}
