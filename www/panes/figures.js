// The figures as a table: sorted by any column, filtered by words, kind, section and period.

import { byId, element, rowOf } from "../dom.js";
import { changeSign, changeText, kindText, periodText, valueText } from "../format.js";
import { t } from "../words/language.js";
import { createFigureFilter } from "./figure-filter.js";
import { listenToFilter, rowOfKey } from "./list-keys.js";
import { createRows } from "./rows.js";
import { sectionMark } from "../survey.js";
import { longest, widthsOf } from "../tables/widths.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Figure} Figure */

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {import("../words/language.js").Key} head
 * @property {(survey: Survey, index: number) => string} words
 * @property {(survey: Survey, index: number) => number | string} order what the column is sorted by
 * @property {(survey: Survey, index: number) => string} [length] words about as long as those, sooner to be had where there are thousands
 */

/** @type {(survey: Survey, index: number) => string} */
const written = ({ text, report }, index) => {
  const { span, approx } = report.figures[index];
  const figure = text.slice(span[0], span[1]);
  // A hedge before the number lies outside the figure's span and belongs to how it is written.
  const before = approx && text.slice(span[0] - approx.length, span[0]) === approx ? approx : "";
  return before + figure;
};

/** @type {(survey: Survey, index: number) => string} */
const section = (survey, index) => {
  const at = survey.sections[index];
  return at < 0 ? "" : sectionMark(survey.places, at);
};

/** @param {Figure} figure */
const lengthOfValue = ({ value, upper, bound }) => `${value}${upper === null ? "" : upper}${bound === "exact" ? "" : "00"}`;

/** @type {Column[]} */
const columns = [
  { name: "text", head: "columnText", words: written, order: (_, index) => index },
  {
    name: "value",
    head: "columnValue",
    words: ({ report }, index) => valueText(report.figures[index]),
    order: ({ report }, index) => report.figures[index].value,
    length: ({ report }, index) => lengthOfValue(report.figures[index]),
  },
  {
    name: "unit",
    head: "columnUnit",
    words: ({ report }, index) => report.figures[index].unit || "",
    order: ({ report }, index) => report.figures[index].unit || "",
  },
  {
    name: "indicator",
    head: "columnIndicator",
    words: ({ report }, index) => report.figures[index].indicator,
    order: ({ report }, index) => report.figures[index].indicator,
    length: () => "",
  },
  {
    name: "period",
    head: "columnPeriod",
    words: ({ report }, index) => periodText(report.figures[index].period),
    order: ({ report }, index) => report.figures[index].period || "",
    length: ({ report }, index) => report.figures[index].period || "",
  },
  {
    name: "kind",
    head: "columnKind",
    words: ({ report }, index) => kindText(report.figures[index].kind),
    order: ({ report }, index) => kindText(report.figures[index].kind),
  },
  { name: "section", head: "columnSection", words: section, order: ({ sections }, index) => sections[index] },
];

/** What the table can do without; the kind is a filter as well, and the card says all of it. */
const SPARE = ["kind", "section", "period"];

/** What it does without, the first that leaves enough room. @type {string[][]} */
const WITHOUT = [[], ["kind"], ["kind", "section"], ["kind", "period"], SPARE];

/** What is counted has so much of the table's width, or so many pixels, as long as there is something to do without. */
const INDICATOR = { share: 0.3, pixels: 200 };

/** With less room for what is counted, in pixels, each figure has two lines, the second for its numbers. */
const TOO_NARROW = 120;

/** No section is called by so much that it may take more, in pixels; the others are as wide as what stands in them. */
const SECTION = 110;

/** Height of a row that has so many lines. */
const HEIGHTS = [31, 31, 54, 78];

/**
 * Ranks of a column's values. Each different word is compared once, not each figure: that is what sorts 50,000 in time.
 * @param {Survey} survey
 * @param {Column} column
 * @returns {Float64Array}
 */
function ranks(survey, column) {
  const values = survey.report.figures.map((_, index) => column.order(survey, index));
  /** @type {Set<string>} */
  const words = new Set();
  for (const value of values) if (typeof value === "string") words.add(value);
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const rank = new Map(Array.from(words).sort(collator.compare).map((word, i) => [word, i]));
  return Float64Array.from(values, (value) => (typeof value === "string" ? rank.get(value) || 0 : value));
}

/**
 * @param {object} on
 * @param {(figure: number) => void} on.choose
 * @param {() => void} on.enter the reader wants to go to the text
 */
export function createFiguresView(on) {
  const scroller = byId("figures-body");
  const filter = /** @type {HTMLInputElement} */ (byId("filter"));
  const nothing = element("p", { class: "nothing" });
  const heads = element("tr", { role: "row", "aria-rowindex": 1 });
  const body = element("tbody", { role: "rowgroup" });
  const table = element("table", { role: "grid", class: "figures" });
  table.append(
    element("colgroup", {}, ...columns.map(({ name }) => element("col", { class: `col-${name}` }))),
    element("thead", { role: "rowgroup" }, heads),
    body,
  );
  scroller.append(table, nothing);
  scroller.tabIndex = -1;

  /** @type {Survey | null} */
  let survey = null;
  /** Figures in the order and selection shown. @type {number[]} */
  let order = [];
  /** @type {{ column: Column, down: boolean } | null} */
  let sorting = null;
  /** For each figure, the words that the filter looks in; made when first asked for. @type {string[] | null} */
  let haystack = null;
  let chosen = -1;
  let tabbed = -1;
  /** First and last heading of the chosen section. */
  let within = [-1, -1];
  /** How wide each column is where nothing in it is cut; measured when the table is next in sight. @type {number[] | null} */
  let natural = null;
  /** What `natural` was measured of. */
  let measured = "";
  /** Lines of a row. */
  let lines = 1;

  for (const column of columns) {
    const button = element("button", { type: "button" });
    button.addEventListener("click", () => sortBy(column));
    heads.append(element("th", { role: "columnheader", scope: "col", class: `col-${column.name}` }, button));
  }

  const choices = createFigureFilter(() => {
    lay();
    scroller.scrollTop = 0;
  });

  const rows = createRows({
    scroller,
    holder: body,
    height: HEIGHTS[1],
    whole: 60,
    gap: () => element("tr", { role: "none", class: "gap" }),
    draw: drawRow,
  });

  /** @param {number} row */
  function drawRow(row) {
    const index = order[row];
    const drawn = element("tr", {
      role: "row",
      "data-index": index,
      "aria-rowindex": row + 2,
      "aria-selected": String(index === chosen),
      class: isWithin(index) ? "within" : null,
      tabindex: index === tabbed ? 0 : -1,
    });
    if (!survey) return drawn;
    for (const column of columns) drawn.append(cellOf(survey, column, index));
    return drawn;
  }

  /** @param {Survey} from @param {Column} column @param {number} index */
  function cellOf(from, column, index) {
    const figure = from.report.figures[index];
    const words = column.words(from, index);
    const cell = element("td", { role: "gridcell", class: `col-${column.name}`, title: words }, words);
    if (column.name !== "value" || !figure.change) return cell;
    const sign = changeSign(figure);
    if (sign) cell.prepend(element("span", { class: `change ${figure.change}`, title: changeText(figure) }, sign));
    else cell.title = `${words} · ${changeText(figure)}`;
    return cell;
  }

  /** Measures the columns, unless what is widest in them is what it was. @param {Survey} from */
  function measure(from) {
    const { figures } = from.report;
    const cells = columns.map((column) => longest(figures.length, (index) => (column.length || column.words)(from, index)));
    const all = columns.map((column, i) => [column.name, t(column.head), ...cells[i].map((index) => column.words(from, index))]);
    const anyChange = figures.some((figure) => changeSign(figure) !== "");
    const now = JSON.stringify([all, anyChange]);
    if (natural && now === measured) return;
    measured = now;
    table.classList.remove("stacked", "three");
    natural = widthsOf(
      scroller,
      table,
      columns.map((column, i) => {
        const head = element("th", { class: `col-${column.name}`, "aria-sort": "descending" }, element("button", { type: "button", tabindex: -1 }, t(column.head)));
        const laid = cells[i].map((index) => cellOf(from, column, index));
        // The arrow may stand in another row than the longest number.
        if (column.name === "value" && anyChange) {
          for (const cell of laid) if (!cell.querySelector(".change")) cell.prepend(element("span", { class: "change" }, "↑"));
        }
        return [head, ...laid];
      }),
    );
  }

  /** Gives each column its width: numbers and units what they need, what is counted the rest. */
  function fit() {
    const room = scroller.clientWidth;
    if (!survey || !order.length || room === 0) return;
    measure(survey);
    if (!natural) return;
    const widths = new Map(columns.map(({ name }, i) => [name, natural ? natural[i] : 0]));
    widths.set("section", Math.min(widths.get("section") || 0, SECTION));
    const width = (/** @type {string} */ name) => widths.get(name) || 0;
    const numbers = width("text") + width("value") + width("unit");
    const enough = Math.max(Math.min(room * INDICATOR.share, INDICATOR.pixels), TOO_NARROW);
    const left = (/** @type {string[]} */ away) => room - numbers - SPARE.reduce((sum, name) => sum + (away.includes(name) ? 0 : width(name)), 0);
    const away = WITHOUT.find((names) => left(names) >= enough) || SPARE;
    const wanted = left(away) >= TOO_NARROW ? 1 : numbers <= room ? 2 : 3;
    for (const name of SPARE) table.classList.toggle(`no-${name}`, away.includes(name));
    table.classList.toggle("stacked", wanted > 1);
    table.classList.toggle("three", wanted === 3);
    table.style.setProperty("--unit", `${width("unit")}px`);
    for (const col of Array.from(table.querySelectorAll("col"))) {
      const name = col.className.slice("col-".length);
      col.style.width = name === "indicator" ? "" : `${width(name)}px`;
    }
    if (wanted === lines) return;
    lines = wanted;
    rows.resize(HEIGHTS[lines]);
  }
  new ResizeObserver(fit).observe(scroller);

  /** @param {number} index */
  const isWithin = (index) =>
    survey !== null && within[0] >= 0 && survey.sections[index] >= within[0] && survey.sections[index] <= within[1];

  /** The one row that Tab leads to. */
  const focusable = () => (chosen >= 0 && order.includes(chosen) ? chosen : order.length ? order[0] : -1);

  /** @param {Survey} from */
  function wordsOf(from) {
    return from.report.figures.map((_, index) => {
      const at = from.sections[index];
      const title = at < 0 ? "" : from.places[at].heading.title;
      return columns.map((column) => column.words(from, index)).concat(title).join("\n").toLowerCase();
    });
  }

  function lay() {
    // The field serves the left-out numbers as well, while they are in sight.
    const words = scroller.hidden ? "" : filter.value;
    const asked = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const all = survey ? survey.report.figures.length : 0;
    order = Array.from({ length: all }, (_, index) => index);
    const passes = survey && choices.test(survey);
    if (passes) order = order.filter(passes);
    if (survey && asked.length) {
      const words = haystack || (haystack = wordsOf(survey));
      order = order.filter((index) => asked.every((word) => words[index].includes(word)));
    }
    if (survey && sorting) {
      const rank = ranks(survey, sorting.column);
      const way = sorting.down ? -1 : 1;
      order.sort((a, b) => way * (rank[a] - rank[b]) || a - b);
    }
    if (!scroller.hidden) byId("filter-tally").textContent = asked.length || passes ? t("filtered", { n: order.length, all }) : "";
    nothing.hidden = order.length > 0;
    nothing.textContent = t(all ? "noFiltered" : "noFigures");
    table.hidden = order.length === 0;
    table.setAttribute("aria-rowcount", String(order.length + 1));
    tabbed = focusable();
    rows.show(order.length);
    fit();
  }

  function nameColumns() {
    table.setAttribute("aria-label", t("tableHelp"));
    columns.forEach((column, i) => {
      const head = heads.children[i];
      const button = head.firstElementChild;
      if (button) button.textContent = t(column.head);
      const way = sorting && sorting.column === column ? (sorting.down ? "descending" : "ascending") : "none";
      head.setAttribute("aria-sort", way);
    });
  }

  /** Once up, once down, then the order of the text again. @param {Column} column */
  function sortBy(column) {
    if (!sorting || sorting.column !== column) sorting = { column, down: false };
    else if (!sorting.down) sorting = { column, down: true };
    else sorting = null;
    nameColumns();
    lay();
    scroller.scrollTop = 0;
    rows.reveal(order.indexOf(chosen));
  }

  /** @param {number} row */
  function go(row) {
    if (row < 0 || row >= order.length) return;
    on.choose(order[row]);
    const drawn = rows.reveal(row);
    if (drawn) drawn.focus({ preventScroll: true });
  }

  body.addEventListener("click", (event) => {
    const index = rowOf(event);
    if (index >= 0) go(order.indexOf(index));
  });

  scroller.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !order.length) return;
    if (event.target instanceof HTMLButtonElement) return;
    const page = Math.max(1, Math.floor(scroller.clientHeight / HEIGHTS[lines]) - 2);
    const row = rowOfKey(event.key, { row: order.indexOf(chosen), count: order.length, page });
    if (row < 0) return;
    go(row);
    if (event.key === "Enter") on.enter();
    event.preventDefault();
  });

  listenToFilter(filter, { scroller, lay, go });

  function markRows() {
    for (const row of rows.drawn()) {
      const index = Number(row.dataset.index);
      row.setAttribute("aria-selected", String(index === chosen));
      row.classList.toggle("within", isWithin(index));
      row.tabIndex = index === tabbed ? 0 : -1;
    }
  }

  return {
    /** @param {Survey} next */
    show(next) {
      survey = next;
      haystack = null;
      chosen = -1;
      within = [-1, -1];
      nameColumns();
      choices.show(next);
      lay();
    },

    /** The pane is in sight again. */
    again: lay,

    /**
     * @param {number} figure the chosen figure, or -1
     * @param {number} place the chosen heading, or -1: its figures are tinted
     */
    mark(figure, place) {
      chosen = figure;
      within = survey && place >= 0 ? [place, survey.places[place].last] : [-1, -1];
      tabbed = focusable();
      rows.reveal(figure >= 0 ? order.indexOf(figure) : order.findIndex(isWithin));
      markRows();
    },
  };
}
