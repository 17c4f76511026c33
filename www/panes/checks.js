// 数字核对: every calculation that the text states, with its verdict; what asks for a person comes first.

import { byId, element, rowOf } from "../dom.js";
import { number } from "../format.js";
import { t } from "../words/language.js";
import { rowOfKey } from "./list-keys.js";
import { mainOf, relationParts } from "./relation.js";
import { createRows } from "./rows.js";
import { firstSpan, membersOf, placeAt } from "../survey.js";
import { sectionName } from "./section.js";
import { verdictSign, VERDICTS, verdictText } from "./verdicts.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Relation} Relation */
/** @typedef {import("../../js/gangmu.d.ts").Span} Span */
/** @typedef {import("../../js/gangmu.d.ts").Verdict} Verdict */

const HEIGHT = 132;

/**
 * @param {object} on
 * @param {(figure: number) => void} on.choose
 * @param {(span: Span) => void} on.chooseSpan a place that is no figure
 * @param {() => void} on.enter the reader wants to go to the text
 */
export function createChecksView(on) {
  const scroller = byId("checks-body");
  const tools = byId("checks-tools");
  const grid = element("div", { role: "grid", class: "checks" });
  const nothing = element("div", { class: "nothing" });
  scroller.append(grid, nothing);
  scroller.tabIndex = -1;

  /** @type {Survey | null} */
  let survey = null;
  /** Of each relation, where it begins. @type {number[]} */
  let starts = [];
  /** Relations in the order and selection shown. @type {number[]} */
  let order = [];
  /** @type {Verdict | null} */
  let only = null;
  let asInText = false;
  let figure = -1;
  /** The relation that the keyboard is at. */
  let active = -1;
  /** Its calculation, by which it is found again after another reading. */
  let kept = "";
  /** Nothing is drawn while the pane is out of sight. */
  let stale = false;

  const gap = () => element("div", { role: "none" });
  const rows = createRows({ scroller, holder: grid, height: HEIGHT, whole: 80, gap, draw });
  let inSight = false;
  new ResizeObserver(() => {
    inSight = scroller.clientHeight > 0;
    if (stale && inSight) lay();
  }).observe(scroller);

  const relations = () => (survey ? survey.report.relations : []);
  const focusable = () => (order.includes(active) ? active : order.length ? order[0] : -1);

  const filters = [null, ...VERDICTS].map((verdict) => {
    const button = element("button", { type: "button", class: verdict ? `filter verdict ${verdict}` : "filter" });
    button.addEventListener("click", () => {
      only = only === verdict ? null : verdict;
      lay();
      scroller.scrollTop = 0;
    });
    return { verdict, button };
  });
  const group = element("div", { role: "group", class: "filters" }, ...filters.map(({ button }) => button));
  const byText = element("button", { type: "button", class: "filter order" });
  byText.addEventListener("click", () => {
    asInText = !asInText;
    lay();
    rows.reveal(order.indexOf(active));
  });
  tools.append(group, byText);

  function nameTools() {
    group.setAttribute("aria-label", t("checksFilter"));
    for (const { verdict, button } of filters) {
      const many = verdict ? relations().filter((each) => each.verdict === verdict).length : relations().length;
      button.textContent = "";
      if (verdict) button.append(element("span", { class: "verdict-sign", "aria-hidden": "true" }, verdictSign(verdict)));
      button.append(verdict ? verdictText(verdict) : t("checksAll"), element("i", { class: "tally" }, number(many)));
      button.setAttribute("aria-pressed", String(only === verdict));
      button.disabled = many === 0 && only !== verdict;
    }
    const failing = relations().filter(({ verdict }) => verdict === "disagrees").length;
    const alarm = byId("checks-failing");
    alarm.textContent = failing ? `${verdictSign("disagrees")} ${number(failing)}` : "";
    alarm.title = failing ? verdictText("disagrees") : "";
    byText.textContent = t("checksOrder");
    byText.title = t("checksOrderHint");
    byText.setAttribute("aria-pressed", String(asInText));
    tools.hidden = relations().length === 0;
  }

  /** @param {number} row */
  function draw(row) {
    const index = order[row];
    const drawn = element("div", { role: "row", class: "check", "data-index": index, "aria-rowindex": row + 1 });
    if (!survey) return drawn;
    const relation = survey.report.relations[index];
    const place = sectionName(survey.places, placeAt(survey.places, starts[index]));
    drawn.append(element("div", { role: "gridcell" }, ...relationParts(survey, relation, { tabbed: false, place })));
    markRow(drawn, index);
    return drawn;
  }

  /** @param {HTMLElement} row @param {number} index */
  function markRow(row, index) {
    const kin = figure >= 0 && membersOf(relations()[index]).includes(figure);
    row.classList.toggle("kin", kin);
    row.setAttribute("aria-selected", String(index === active));
    row.tabIndex = index === focusable() ? 0 : -1;
    for (const part of Array.from(row.querySelectorAll("[data-figure]"))) {
      part.classList.toggle("chosen", kin && part.getAttribute("data-figure") === String(figure));
    }
  }

  function lay() {
    order = relations().map((_, index) => index);
    if (only) order = order.filter((index) => relations()[index].verdict === only);
    const rank = (/** @type {number} */ index) => (asInText ? 0 : VERDICTS.indexOf(relations()[index].verdict));
    order.sort((a, b) => rank(a) - rank(b) || starts[a] - starts[b] || a - b);
    nameTools();
    grid.setAttribute("aria-label", t("checksHelp"));
    grid.setAttribute("aria-rowcount", String(order.length));
    grid.hidden = order.length === 0;
    nothing.hidden = order.length > 0;
    sayNothing();
    stale = !inSight;
    if (stale) return;
    rows.show(order.length);
    // A key led here before there were rows to lead to.
    if (document.activeElement === scroller) focusRow();
  }

  function focusRow() {
    const row = rows.reveal(order.indexOf(focusable()));
    if (row) row.focus({ preventScroll: true });
  }

  /** Says what was looked for; that nothing was found is no praise. */
  function sayNothing() {
    nothing.textContent = "";
    const keys = /** @type {const} */ (["noChecksTitle", "noChecksLooked", "noChecksMeaning"]);
    for (const key of relations().length ? /** @type {const} */ (["noChecksOfVerdict"]) : keys) nothing.append(element("p", {}, t(key)));
  }

  /** @param {number} index */
  function keep(index) {
    active = index;
    kept = index < 0 ? "" : relations()[index].calculation;
  }

  /** @param {number} row */
  function go(row) {
    if (row < 0 || row >= order.length) return;
    const relation = relations()[order[row]];
    keep(order[row]);
    if (relation.kind === "claim") on.chooseSpan(relation.span);
    else on.choose(mainOf(relation));
    const drawn = rows.reveal(row);
    if (drawn) drawn.focus({ preventScroll: true });
  }

  grid.addEventListener("click", (event) => {
    const index = rowOf(event);
    if (index < 0) return;
    const part = event.target instanceof Element ? event.target.closest("[data-figure]") : null;
    if (!part) return go(order.indexOf(index));
    keep(index);
    on.choose(Number(part.getAttribute("data-figure")));
  });

  /** The figures of the row that has the focus, and which of them has it. */
  function buttonsHere() {
    const here = document.activeElement;
    const row = here && here.closest(".check");
    const buttons = row ? /** @type {HTMLElement[]} */ (Array.from(row.querySelectorAll("button"))) : [];
    return { row: /** @type {HTMLElement | null} */ (row), buttons, at: buttons.indexOf(/** @type {HTMLElement} */ (here)) };
  }

  scroller.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !order.length) return;
    const { row: holder, buttons, at } = buttonsHere();
    if (event.key === "ArrowRight") {
      if (buttons.length) buttons[Math.min(at + 1, buttons.length - 1)].focus();
    } else if (event.key === "ArrowLeft") {
      if (at > 0) buttons[at - 1].focus();
      else if (holder) holder.focus();
    } else {
      // The figure that has the focus answers these itself.
      if (at >= 0 && (event.key === " " || event.key === "Enter")) return;
      const page = Math.max(1, Math.floor(scroller.clientHeight / HEIGHT));
      const row = rowOfKey(event.key, { row: order.indexOf(active), count: order.length, page });
      if (row < 0) return;
      go(row);
      if (event.key === "Enter") on.enter();
    }
    event.preventDefault();
  });

  return {
    /** @param {Survey} next */
    show(next) {
      survey = next;
      starts = next.report.relations.map((relation) => firstSpan(next.report, relation)[0]);
      figure = -1;
      active = -1;
      lay();
    },

    /**
     * @param {number} chosen the chosen figure, or -1
     * @param {Span | null} span a chosen place that is no figure
     */
    mark(chosen, span) {
      figure = chosen;
      const all = relations();
      const fits = (/** @type {number} */ index) => {
        const relation = all[index];
        if (relation.kind === "claim") return span !== null && relation.span[0] === span[0] && relation.span[1] === span[1];
        return chosen >= 0 && membersOf(relation).includes(chosen);
      };
      const kin = chosen < 0 && !span ? [] : order.filter(fits);
      if (!kin.includes(active)) {
        const before = kept ? kin.find((index) => all[index].calculation === kept) : undefined;
        keep(before !== undefined ? before : kin.length ? kin[0] : -1);
      }
      if (!inSight) {
        stale = true;
        return;
      }
      rows.reveal(order.indexOf(active));
      for (const row of rows.drawn()) markRow(row, Number(row.dataset.index));
    },
  };
}
