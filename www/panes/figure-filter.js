// Which figures the table shows: one kind, section or period, or only changes. What was asked for stays while one types.

import { byId, element } from "../dom.js";
import { kindText, number, periodText } from "../format.js";
import { sectionMark } from "../survey.js";
import { t } from "../words/language.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Figure} Figure */
/** @typedef {import("../words/language.js").Key} Key */

/** A list to choose from is read; longer ones are searched by words. */
const MOST = 300;

/** Stands for figures without a period. */
const NO_PERIOD = "-";

/** @typedef {{ value: string, name: string }} Choice */

/** @param {number} depth */
const indent = (depth) => "　".repeat(depth - 1);

/** @param {string} name */
const short = (name) => (name.length > 22 ? `${name.slice(0, 21)}…` : name);

/** @param {() => void} changed */
export function createFigureFilter(changed) {
  const panel = byId("figure-filters");
  const opener = byId("filters-open");
  const wanted = { kind: "", section: "", title: "", period: "", changes: false };
  /** @type {Survey | null} */
  let survey = null;

  /** @param {Key} label */
  const menu = (label) => element("select", { "data-label": label });
  const kind = menu("filterKind");
  const section = menu("filterSection");
  const period = menu("filterPeriod");
  const changes = element("button", { type: "button", class: "filter", "data-text": "filterChanges" });
  const reset = element("button", { type: "button", class: "quiet", "data-text": "filterReset" });
  panel.append(kind, section, period, changes, reset);

  const many = () => [wanted.kind, wanted.section, wanted.period, wanted.changes].filter(Boolean).length;

  /** @param {Survey} from @returns {Choice[]} */
  function kindsOf({ report }) {
    /** @type {Map<Figure["kind"], number>} */
    const counts = new Map();
    for (const figure of report.figures) counts.set(figure.kind, (counts.get(figure.kind) || 0) + 1);
    return Array.from(counts).map(([value, n]) => ({ value, name: t("withCount", { name: kindText(value), n: number(n) }) }));
  }

  /** @param {Survey} from @returns {Choice[]} */
  const sectionsOf = ({ places }) =>
    places.flatMap(({ key, depth, heading, figures }, index) => {
      if (depth > 2 || !figures) return [];
      const name = `${indent(depth)}${sectionMark(places, index)} ${short(heading.title)}`;
      return [{ value: key, name: t("withCount", { name, n: number(figures) }) }];
    });

  /** @param {Survey} from @returns {Choice[]} */
  function periodsOf({ report }) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const figure of report.figures) {
      const when = figure.period || NO_PERIOD;
      counts.set(when, (counts.get(when) || 0) + 1);
    }
    return Array.from(counts)
      .sort(([a], [b]) => (a === NO_PERIOD ? 1 : b === NO_PERIOD ? -1 : a < b ? -1 : 1))
      .map(([value, n]) => {
        const name = value === NO_PERIOD ? t("filterNoPeriod") : periodText(value);
        return { value, name: t("withCount", { name, n: number(n) }) };
      });
  }

  /**
   * @param {HTMLSelectElement} menu
   * @param {Key} any
   * @param {Choice[]} choices
   * @param {string} value
   * @param {string} name of the value, where no choice has it any longer
   */
  function fill(menu, any, choices, value, name) {
    const all = [{ value: "", name: t(any) }].concat(choices.slice(0, MOST));
    if (!all.some((each) => each.value === value)) all.push({ value, name: t("withCount", { name, n: 0 }) });
    menu.textContent = "";
    menu.append(...all.map((each) => element("option", { value: each.value }, each.name)));
    menu.value = value;
    menu.classList.toggle("on", value !== "");
  }

  /** A section is found again by its title where headings came before it or went. @param {Survey} from */
  function followSection({ places }) {
    if (!wanted.section || places.some(({ key, heading }) => key === wanted.section && heading.title === wanted.title)) return;
    const depth = wanted.section.split(".").length;
    const moved = places.find((place) => place.depth === depth && place.heading.title === wanted.title);
    if (moved) wanted.section = moved.key;
  }

  function draw() {
    const n = many();
    opener.textContent = n ? t("filtersOn", { n }) : t("filters");
    opener.classList.toggle("on", n > 0);
    opener.setAttribute("aria-expanded", String(!panel.hidden));
    reset.hidden = n === 0;
    changes.setAttribute("aria-pressed", String(wanted.changes));
    changes.textContent = t("filterChanges");
    reset.textContent = t("filterReset");
    for (const each of [kind, section, period]) each.setAttribute("aria-label", t(/** @type {Key} */ (each.dataset.label)));
    // Counting is left until somebody looks.
    if (!survey || panel.hidden) return;
    fill(kind, "filterAnyKind", kindsOf(survey), wanted.kind, wanted.kind && kindText(/** @type {Figure["kind"]} */ (wanted.kind)));
    fill(section, "filterAnySection", sectionsOf(survey), wanted.section, short(wanted.title));
    fill(period, "filterAnyPeriod", periodsOf(survey), wanted.period, wanted.period === NO_PERIOD ? t("filterNoPeriod") : wanted.period);
  }

  opener.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    draw();
  });
  panel.addEventListener("change", () => {
    wanted.kind = kind.value;
    wanted.section = section.value;
    const place = survey && survey.places.find(({ key }) => key === section.value);
    wanted.title = place ? place.heading.title : "";
    wanted.period = period.value;
    draw();
    changed();
  });
  changes.addEventListener("click", () => {
    wanted.changes = !wanted.changes;
    draw();
    changed();
  });
  reset.addEventListener("click", () => {
    Object.assign(wanted, { kind: "", section: "", title: "", period: "", changes: false });
    draw();
    kind.focus();
    changed();
  });

  return {
    /** @param {Survey} next */
    show(next) {
      survey = next;
      followSection(next);
      draw();
    },

    /**
     * What a figure must be; null where all are wanted.
     * @param {Survey} from
     * @returns {((index: number) => boolean) | null}
     */
    test({ report, places, sections }) {
      if (!many()) return null;
      const first = wanted.section ? places.findIndex(({ key }) => key === wanted.section) : -1;
      const last = first < 0 ? -1 : places[first].last;
      return (index) => {
        const figure = report.figures[index];
        if (wanted.kind && figure.kind !== wanted.kind) return false;
        if (wanted.period && (figure.period || NO_PERIOD) !== wanted.period) return false;
        if (wanted.changes && !figure.change) return false;
        return !wanted.section || (first >= 0 && sections[index] >= first && sections[index] <= last);
      };
    },
  };
}
