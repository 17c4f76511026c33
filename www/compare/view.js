// The view of a comparison: a dialog over the desk with its own tabs.

import { openDialog } from "../dialog.js";
import { button, element } from "../dom.js";
import { sectionName } from "../panes/section.js";
import { createGrid } from "../tables/grid.js";
import { quote, quoteFigure } from "../tables/quote.js";
import { saveButtons } from "../tables/save-buttons.js";
import { createTabs } from "../tables/tabs.js";
import { t } from "../words/language.js";
import { differenceText, partSign, percentText, PLANS, REASONS, REMARKS, remarksText, ROLES, rolesOf, SECTIONS, signed, SURE } from "./said.js";
import { comparisonSheets } from "./sheets.js";

/** @typedef {import("./compare.js").Compared} Compared */
/** @typedef {import("./pairing.js").Pair} Pair */
/** @typedef {import("./pairing.js").Alone} Alone */
/** @typedef {import("../../js/gangmu.d.ts").Remark} Remark */
/** @typedef {import("../../js/gangmu.d.ts").Span} Span */
/** @typedef {"first" | "second"} Side */

const SIDES = /** @type {const} */ (["first", "second"]);
/** By how much, for sorting: what cannot be compared comes last. @param {number | null} value */
const rank = (value) => (value === null ? -Infinity : value);

/**
 * @param {Compared} compared
 * @param {string} tab that is open
 * @param {object} on
 * @param {(span: Span) => void} on.show
 * @param {() => void} on.enter
 * @param {(ending: "xlsx" | "csv" | "md", sheets: import("../out/xlsx.js").Sheet[]) => void} on.save
 * @param {(tab: string) => void} on.again
 * @param {() => void} on.other
 * @param {(tab: string) => void} on.turn
 * @param {(pair: Pair) => { pairs: Pair[], alone: Alone[] }} on.apart
 * @param {(first: number, second: number) => { pairs: Pair[], alone: Alone[] }} on.together
 */
export function openBeside(compared, tab, on) {
  const { comparison, names, surveys, deskFirst } = compared;
  const { written, place } = surveys;
  const growths = comparison.growths.map((figures) => new Set(figures));
  const deskSide = deskFirst ? "first" : "second";
  let open = tab;
  /** Closes the view and does something on the desk. @param {() => void} then */
  const leave = (then) => {
    close();
    void closed.then(then);
  };

  /** @param {Side} side @param {number} figure */
  const spanOf = (side, figure) => surveys[side].report.figures[figure].span;
  /** @param {Side} side @param {number} figure */
  const indicator = (side, figure) => {
    const { indicator: name } = surveys[side].report.figures[figure];
    // What grew, and how much it grew, are two things of one name.
    return growths[SIDES.indexOf(side)].has(figure) ? t("growthOf", { name }) : name || "—";
  };
  /** One side's sentence under its name and section. @param {Side} side @param {number} figure */
  const quoted = (side, figure) => {
    const { text, places, sections } = surveys[side];
    const of = element("p", { class: "quote-of" }, element("b", {}, names[SIDES.indexOf(side)]), ` ${sectionName(places, sections[figure])}`);
    return element("div", { class: "quoted" }, of, quoteFigure(text, spanOf(side, figure)));
  };
  /** @param {() => Span | null} span */
  const toDesk = (span) => button(t("toDesk"), () => goTo(span()));
  /** @param {Span | null} span */
  const goTo = (span) => {
    if (span) leave(() => (on.show(span), on.enter()));
  };

  // Pairs
  /** @type {Remark | ""} */
  let only = "";
  const filter = element("select", { "aria-label": t("remarkFilter") });
  const find = element("input", { type: "search", class: "field", "aria-label": t("pairsFind"), placeholder: t("pairsFind"), autocomplete: "off" });
  const detail = element("div", { class: "detail", role: "status" });
  /** @param {Pair} pair */
  const deskSpan = (pair) => spanOf(deskSide, pair[deskSide]);
  const pairGrid = createGrid({
    label: t("pairsHelp"),
    nothing: t("noPairs"),
    columns: [
      { head: t("columnIndicator"), width: 25, cell: (/** @type {Pair} */ pair) => indicator("second", pair.second), order: (pair) => indicator("second", pair.second) },
      { head: names[0], width: 13, whole: true, name: "written", cell: (pair) => written("first", pair.first) },
      { head: names[1], width: 13, whole: true, name: "written", cell: (pair) => written("second", pair.second) },
      { head: t("columnDifference"), width: 12, whole: true, name: "amount", cell: (pair) => differenceText(pair, comparison.second, written("second", pair.second)), order: (pair) => rank(pair.difference) },
      { head: t("columnPercent"), width: 9, whole: true, name: "amount", cell: percentText, order: (pair) => rank(pair.percent) },
      { head: t("columnSure"), width: 8, whole: true, cell: (pair) => t(SURE[pair.confidence]), order: (pair) => Object.keys(SURE).indexOf(pair.confidence) },
      { head: t("columnRemarks"), width: 20, cell: (pair) => element("span", { class: pair.remarks.includes("jump") || pair.remarks.includes("left-standing") ? "warned" : null }, remarksText(pair.remarks)) },
    ],
    choose(pair) {
      showPair(pair);
      on.show(deskSpan(pair));
    },
    enter: (pair) => goTo(deskSpan(pair)),
  });

  /** @param {Pair | null} pair */
  function showPair(pair) {
    detail.textContent = pair ? "" : t("pairHint");
    if (!pair) return;
    const apart = button(t("pairApart"), () => take(on.apart(pair)));
    const buttons = element("p", { class: "detail-buttons" }, toDesk(() => deskSpan(pair)), apart);
    detail.append(element("div", { class: "two" }, quoted("first", pair.first), quoted("second", pair.second)), buttons);
  }

  function layPairs() {
    const { pairs } = compared;
    const count = (/** @type {Remark} */ remark) => pairs.filter(({ remarks }) => remarks.includes(remark)).length;
    const there = /** @type {Remark[]} */ (Object.keys(REMARKS)).filter((remark) => count(remark) || remark === only);
    filter.textContent = "";
    filter.append(
      element("option", { value: "" }, t("remarkAny", { n: pairs.length })),
      ...there.map((remark) => element("option", { value: remark }, t("withCount", { name: t(REMARKS[remark]), n: count(remark) }))),
    );
    filter.value = only;
    const words = find.value.trim().toLowerCase();
    const fits = (/** @type {Pair} */ pair) =>
      [indicator("first", pair.first), indicator("second", pair.second), written("first", pair.first), written("second", pair.second)].join("\n").toLowerCase().includes(words);
    pairGrid.show(pairs.filter((pair) => (!only || pair.remarks.includes(only)) && fits(pair)));
    showPair(pairGrid.chosen());
  }
  filter.addEventListener("change", () => {
    only = /** @type {Remark | ""} */ (filter.value);
    layPairs();
  });
  find.addEventListener("input", layPairs);
  const pairsPanel = element("section", { class: "tab-panel" }, element("div", { class: "pane-tools" }, find, filter), pairGrid.element, detail);

  // Lone figures: those of the one to the left, of the other to the right.
  const chosenAlone = element("div", { class: "two" });
  const make = button(t("pairTogether"), () => {
    const [a, b] = lone.map((grid) => grid.chosen());
    if (a && b) take(on.together(a.figure, b.figure));
  });
  const lone = SIDES.map((side, i) =>
    createGrid({
      label: t("onlyIn", { name: names[i] }),
      nothing: t("noAlone"),
      columns: [
        { head: t("columnIndicator"), width: 36, cell: (/** @type {Alone} */ { figure }) => indicator(side, figure), order: ({ figure }) => indicator(side, figure) },
        { head: t("columnText"), width: 24, whole: true, name: "written", cell: ({ figure }) => written(side, figure) },
        { head: t("columnReason"), width: 40, cell: ({ reason }) => t(REASONS[reason]), order: ({ reason }) => reason },
      ],
      choose({ figure }) {
        showAlone();
        if (side === deskSide) on.show(spanOf(side, figure));
      },
      enter: ({ figure }) => side === deskSide && goTo(spanOf(side, figure)),
    }),
  );
  const showAlone = () => {
    const chosen = lone.map((grid) => grid.chosen());
    chosenAlone.textContent = "";
    chosen.forEach((each, i) => chosenAlone.append(each ? quoted(SIDES[i], each.figure) : element("div", { class: "quoted" })));
    make.disabled = !chosen.every(Boolean);
  };
  const sides = lone.map((grid, i) => element("div", { class: "side" }, element("h3", {}, t("onlyIn", { name: names[i] })), grid.element));
  const making = element("p", { class: "detail-buttons" }, make, element("span", { class: "hint" }, t("pairTogetherHint")));
  const alonePanel = element("section", { class: "tab-panel" }, element("div", { class: "sides" }, ...sides), element("div", { class: "detail" }, chosenAlone, making));

  /** What a correction made. @param {{ pairs: Pair[], alone: Alone[] }} next */
  function take(next) {
    Object.assign(compared, next);
    layPairs();
    layAlone();
  }
  function layAlone() {
    lone.forEach((grid, i) => grid.show(compared.alone.filter(({ report }) => report === SIDES[i])));
    showAlone();
    for (const [name, many] of /** @type {const} */ ([["pairs", compared.pairs.length], ["alone", compared.alone.length]])) {
      const tally = body.querySelector(`#tab-${name} .tally`);
      if (tally) tally.textContent = String(many);
    }
  }

  // Plans
  const planGrid = createGrid({
    label: t("plans"),
    nothing: t("noPlans"),
    tall: true,
    columns: [
      { head: t("planFirst", { name: names[0] }), width: 42, cell: (/** @type {typeof comparison.plans[number]} */ { span }) => surveys.first.text.slice(...span).trim() },
      { head: t("planState"), width: 14, cell: ({ state }) => signed(PLANS[state]), order: ({ state }) => Object.keys(PLANS).indexOf(state) },
      {
        head: t("planFound", { name: names[1] }),
        width: 44,
        cell: ({ found, figures }) => (found ? quote(surveys.second.text, found, figures.map((figure) => spanOf("second", figure))) : ""),
      },
    ],
    choose: (plan) => showOnDesk(deskFirst ? plan.span : plan.found),
    enter: (plan) => goTo(deskFirst ? plan.span : plan.found),
  });
  /** @param {Span | null} span */
  const showOnDesk = (span) => span && on.show(span);
  planGrid.show(comparison.plans);

  // Outlines
  /** @param {Side} side @param {number[] | null} path */
  const headingOf = (side, path) => {
    const at = place(side, path);
    return at ? "　".repeat(at.depth - 1) + at.heading.marker + at.heading.title : "";
  };
  const sectionGrid = createGrid({
    label: t("sections"),
    nothing: t("noSections"),
    columns: [
      { head: names[0], width: 44, cell: (/** @type {typeof comparison.sections[number]} */ { first }) => headingOf("first", first) },
      { head: t("sectionState"), width: 12, cell: ({ state }) => element("span", { class: `state-${state}` }, signed(SECTIONS[state])) },
      { head: names[1], width: 44, cell: ({ second }) => headingOf("second", second) },
    ],
    choose: (pair) => showOnDesk(headingSpan(pair)),
    enter: (pair) => goTo(headingSpan(pair)),
  });
  /** @param {typeof comparison.sections[number]} pair */
  const headingSpan = (pair) => {
    const at = place(deskSide, pair[deskSide]);
    return at && at.heading.span;
  };
  sectionGrid.show(comparison.sections);

  // The five parts
  const roles = SIDES.map((side) => rolesOf(surveys[side].report));
  const partGrid = createGrid({
    label: t("fiveParts"),
    nothing: "",
    columns: [
      { head: t("fiveParts"), width: 40, cell: (/** @type {typeof ROLES[number]} */ [, key]) => t(key) },
      ...names.map((name, i) => ({ head: name, width: 30, cell: (/** @type {typeof ROLES[number]} */ [role]) => partSign(role, roles[i].has(role)) })),
    ],
  });
  partGrid.show(ROLES);

  const panel = (/** @type {HTMLElement} */ held) => element("section", { class: "tab-panel" }, held);
  const panels = [
    { name: "pairs", words: t("pairs"), tally: compared.pairs.length, panel: pairsPanel },
    { name: "alone", words: t("alone"), tally: compared.alone.length, panel: alonePanel },
    { name: "plans", words: t("plans"), tally: comparison.plans.length, panel: panel(planGrid.element) },
    { name: "sections", words: t("sections"), panel: panel(sectionGrid.element) },
    { name: "parts", words: t("fiveParts"), panel: panel(partGrid.element) },
  ];
  const bar = createTabs(t("compareParts"), panels, tab, (name) => (open = name));
  const turn = button(t("compareTurn"), () => leave(() => on.turn(open)));
  turn.title = t("compareTurnHint");
  const another = button(t("compareOther"), () => leave(on.other));
  const foot = element("div", { class: "large-foot" }, turn, another, ...saveButtons(["xlsx", "csv", "md"], (ending) => on.save(ending, comparisonSheets(compared))));
  const { body, close, closed } = openDialog({
    name: "beside",
    heading: t("compareTitle", { first: names[0], second: names[1] }),
    body: [bar, ...panels.map((each) => each.panel), foot],
    focus: /** @type {HTMLElement} */ (bar.querySelector("[aria-selected=true]")),
  });
  layPairs();
  layAlone();
}
