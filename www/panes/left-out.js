// 未计入的数: every number that is no figure, with the reason, so that nobody has to wonder what was passed over.

import { byId, element, rowOf } from "../dom.js";
import { number } from "../format.js";
import { placeAt, sectionMark } from "../survey.js";
import { t } from "../words/language.js";
import { listenToFilter, rowOfKey } from "./list-keys.js";
import { REASONS, reasonText } from "./reasons.js";
import { createRows } from "./rows.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Span} Span */
/** @typedef {import("../../js/gangmu.d.ts").Reason} Reason */

const HEIGHT = 31;
/** So many characters are shown before a number and behind it. */
const AROUND = 14;

/**
 * The number with the words around it in its line.
 * @param {string} text
 * @param {Span} span
 * @returns {[before: string, number: string, after: string]}
 */
function around(text, [start, end]) {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return [before.slice(before.lastIndexOf("\n") + 1).trimStart(), text.slice(start, end), after.split("\n")[0]];
}

/**
 * @param {object} on
 * @param {(span: Span) => void} on.chooseSpan
 * @param {() => void} on.enter the reader wants to go to the text
 * @param {() => void} on.turned to the figures or to the left-out numbers
 */
export function createLeftOutView(on) {
  const scroller = byId("left-out-body");
  const figures = byId("figures-body");
  const filter = /** @type {HTMLInputElement} */ (byId("filter"));
  const reasons = /** @type {HTMLSelectElement} */ (byId("reason-filter"));
  const countedTab = byId("figures-counted");
  const leftOutTab = byId("figures-left-out");
  const list = element("div", { role: "listbox", class: "left-out" });
  const nothing = element("p", { class: "nothing" });
  scroller.append(list, nothing);
  scroller.tabIndex = -1;

  /** @type {Survey | null} */
  let survey = null;
  /** @type {number[]} */
  let order = [];
  /** @type {Reason | ""} */
  let only = "";
  let chosen = -1;

  const gap = () => element("div", { role: "none" });
  const rows = createRows({ scroller, holder: list, height: HEIGHT, whole: 60, gap, draw });
  const all = () => (survey ? survey.report.ignored : []);
  const focusable = () => (order.includes(chosen) ? chosen : order.length ? order[0] : -1);

  /** @param {number} row */
  function draw(row) {
    const index = order[row];
    const drawn = element("div", { role: "option", class: "left", "data-index": index });
    if (survey) {
      const { span, reason } = survey.report.ignored[index];
      const [before, digits, after] = around(survey.text, span);
      const at = placeAt(survey.places, span[0]);
      drawn.append(
        element("span", { class: "left-words" }, before, element("b", {}, digits), after),
        element("span", { class: "left-reason" }, reasonText(reason)),
        element("span", { class: "left-section" }, at < 0 ? "" : sectionMark(survey.places, at)),
      );
    }
    markRow(drawn, index);
    return drawn;
  }

  /** @param {HTMLElement} row @param {number} index */
  function markRow(row, index) {
    row.setAttribute("aria-selected", String(index === chosen));
    row.tabIndex = index === focusable() ? 0 : -1;
  }

  function fillReasons() {
    /** @type {Map<Reason, number>} */
    const counts = new Map();
    for (const { reason } of all()) counts.set(reason, (counts.get(reason) || 0) + 1);
    const there = REASONS.filter((reason) => counts.has(reason) || reason === only);
    reasons.textContent = "";
    reasons.append(
      element("option", { value: "" }, t("anyReason", { n: number(all().length) })),
      ...there.map((reason) => {
        const n = number(counts.get(reason) || 0);
        return element("option", { value: reason }, t("withCount", { name: reasonText(reason), n }));
      }),
    );
    reasons.value = only;
    reasons.classList.toggle("on", only !== "");
  }

  function lay() {
    countedTab.textContent = t("counted", { n: survey ? number(survey.report.figures.length) : 0 });
    leftOutTab.textContent = t("leftOutTab", { n: number(all().length) });
    countedTab.setAttribute("aria-pressed", String(scroller.hidden));
    leftOutTab.setAttribute("aria-pressed", String(!scroller.hidden));
    if (scroller.hidden) return;
    fillReasons();
    const asked = filter.value.trim().split(/\s+/).filter(Boolean);
    order = [];
    all().forEach(({ span, reason }, index) => {
      if (only && reason !== only) return;
      const words = asked.length && survey ? around(survey.text, span).join("") + reasonText(reason) : "";
      if (asked.every((word) => words.includes(word))) order.push(index);
    });
    byId("filter-tally").textContent = asked.length || only ? t("filtered", { n: order.length, all: all().length }) : "";
    list.setAttribute("aria-label", t("leftOutHelp"));
    list.hidden = order.length === 0;
    nothing.hidden = order.length > 0;
    nothing.textContent = t(all().length ? "noFiltered" : "noLeftOut");
    rows.show(order.length);
  }

  /** @param {boolean} leftOut */
  function turn(leftOut) {
    if (scroller.hidden === !leftOut) return;
    scroller.hidden = !leftOut;
    figures.hidden = leftOut;
    reasons.hidden = !leftOut;
    byId("filters-open").hidden = leftOut;
    // The figures' own choices go out of sight with them, and come back as they were.
    byId("figure-filters").classList.toggle("away", leftOut);
    lay();
    on.turned();
  }

  countedTab.addEventListener("click", () => turn(false));
  leftOutTab.addEventListener("click", () => turn(true));
  reasons.addEventListener("change", () => {
    only = /** @type {Reason | ""} */ (reasons.value);
    lay();
    scroller.scrollTop = 0;
  });
  listenToFilter(filter, { scroller, lay, go });

  /** @param {number} row */
  function go(row) {
    if (row < 0 || row >= order.length) return;
    chosen = order[row];
    on.chooseSpan(all()[chosen].span);
    const drawn = rows.reveal(row);
    if (drawn) drawn.focus({ preventScroll: true });
  }

  list.addEventListener("click", (event) => {
    const index = rowOf(event);
    if (index >= 0) go(order.indexOf(index));
  });

  scroller.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !order.length) return;
    const page = Math.max(1, Math.floor(scroller.clientHeight / HEIGHT) - 1);
    const row = rowOfKey(event.key, { row: order.indexOf(chosen), count: order.length, page });
    if (row < 0) return;
    go(row);
    if (event.key === "Enter") on.enter();
    event.preventDefault();
  });

  return {
    /** @param {Survey} next */
    show(next) {
      survey = next;
      chosen = -1;
      lay();
    },

    /** @param {Span | null} span a chosen place that is no figure */
    mark(span) {
      chosen = span ? all().findIndex((each) => each.span[0] === span[0] && each.span[1] === span[1]) : -1;
      if (scroller.hidden) return;
      rows.reveal(order.indexOf(chosen));
      for (const row of rows.drawn()) markRow(row, Number(row.dataset.index));
    },
  };
}
