// The outline as a tree.

import { byId, element, rowOf } from "../dom.js";
import { t } from "../words/language.js";
import { createRows } from "./rows.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../survey.js").Place} Place */

/**
 * @param {object} on
 * @param {(place: number) => void} on.choose
 * @param {() => void} on.enter the reader wants to go to the text
 */
export function createOutlineView(on) {
  const scroller = byId("outline-body");
  const tree = element("div", { role: "tree", class: "tree" });
  const nothing = element("p", { class: "nothing" });
  const fold = byId("outline-fold");
  scroller.append(tree, nothing);

  /** @type {Place[]} */
  let places = [];
  /** Keys of the folded headings; they outlive a new reading. @type {Set<string>} */
  let folded = new Set();
  /** Indices into `places` of the headings that are not folded away. @type {number[]} */
  let open = [];
  let chosen = -1;

  const rows = createRows({
    scroller,
    holder: tree,
    height: 30,
    whole: 400,
    gap: () => element("div", { role: "none" }),
    draw: (row) => drawRow(open[row]),
  });

  /** @param {number} index */
  function drawRow(index) {
    const { heading, key, depth, last, nth, siblings, figures, findings } = places[index];
    const parent = last > index;
    const row = element(
      "div",
      {
        role: "treeitem",
        class: `row depth-${Math.min(depth, 6)}`,
        "data-index": index,
        "aria-level": depth,
        "aria-posinset": nth,
        "aria-setsize": siblings,
        "aria-expanded": parent ? String(!folded.has(key)) : null,
        "aria-selected": String(index === chosen),
        tabindex: index === focusable() ? 0 : -1,
      },
      element("span", { class: parent ? "twist" : "twist none", "aria-hidden": "true" }),
    );
    const marker = heading.marker || (heading.number === null ? "" : String(heading.number));
    if (marker) {
      const name = heading.inferred ? "marker inferred" : "marker";
      row.append(element("span", { class: name, title: heading.inferred ? t("inferred") : null }, marker));
    }
    const inferredTitle = heading.inferred && !marker;
    const title = { class: inferredTitle ? "title inferred" : "title", title: inferredTitle ? t("inferredHeading") : null };
    row.append(element("span", title, heading.title));
    if (findings) row.append(element("span", { class: "flag", title: `${t("findings")} ${findings}` }, String(findings)));
    if (figures) row.append(element("span", { class: "tally", title: t("headingFigures", { n: figures }) }, String(figures)));
    return row;
  }

  /** The one row that Tab leads to. */
  function focusable() {
    return chosen >= 0 ? standingFor(chosen) : open.length ? open[0] : -1;
  }

  /**
   * The heading itself, or the folded one that hides it.
   * @param {number} index
   */
  function standingFor(index) {
    let shown = index;
    for (let at = places[index].parent; at >= 0; at = places[at].parent) if (folded.has(places[at].key)) shown = at;
    return shown;
  }

  function lay() {
    open = [];
    for (let index = 0; index < places.length; index++) {
      open.push(index);
      if (folded.has(places[index].key)) index = places[index].last;
    }
    const any = places.some((place, index) => place.last > index);
    fold.hidden = !any;
    fold.textContent = t(folded.size ? "unfoldAll" : "foldAll");
    nothing.hidden = places.length > 0;
    nothing.textContent = t("noOutline");
    tree.hidden = places.length === 0;
    rows.show(open.length);
  }

  /** @param {number} index @param {boolean} [away] */
  function turn(index, away = !folded.has(places[index].key)) {
    if (places[index].last === index) return;
    if (away) folded.add(places[index].key);
    else folded.delete(places[index].key);
    lay();
  }

  /** @param {number} index */
  function go(index) {
    if (index < 0 || index >= places.length) return;
    on.choose(index);
    const row = rows.reveal(open.indexOf(index));
    if (row) row.focus({ preventScroll: true });
  }

  tree.addEventListener("click", (event) => {
    const index = rowOf(event);
    if (index < 0) return;
    const twist = event.target instanceof Element && event.target.classList.contains("twist");
    if (twist && places[index].last > index) turn(index);
    else go(index);
  });

  scroller.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !places.length) return;
    const index = Math.max(focusable(), 0);
    const row = open.indexOf(index);
    const { key, parent, last } = places[index];
    const parentLike = last > index;
    switch (event.key) {
      case "ArrowDown":
        go(chosen < 0 ? open[0] : open[Math.min(row + 1, open.length - 1)]);
        break;
      case "ArrowUp":
        go(open[Math.max(row - 1, 0)]);
        break;
      case "Home":
        go(open[0]);
        break;
      case "End":
        go(open[open.length - 1]);
        break;
      case "ArrowRight":
        if (!parentLike) break;
        if (folded.has(key)) turn(index, false);
        else go(index + 1);
        break;
      case "ArrowLeft":
        if (parentLike && !folded.has(key)) turn(index, true);
        else if (parent >= 0) go(parent);
        break;
      case " ":
        go(index);
        break;
      case "Enter":
        go(index);
        on.enter();
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  fold.addEventListener("click", () => {
    folded = folded.size ? new Set() : new Set(places.filter((place, i) => place.last > i).map((place) => place.key));
    lay();
  });

  return {
    /** @param {Survey} survey */
    show(survey) {
      places = survey.places;
      const keys = new Set(places.filter((place, i) => place.last > i).map((place) => place.key));
      folded = new Set(Array.from(folded).filter((key) => keys.has(key)));
      chosen = -1;
      tree.setAttribute("aria-label", t("treeHelp"));
      byId("outline-tally").textContent = places.length ? String(places.length) : "";
      lay();
    },

    /** @param {number} place */
    mark(place) {
      chosen = place;
      const shown = place < 0 ? -1 : standingFor(place);
      rows.reveal(open.indexOf(shown));
      for (const row of rows.drawn()) {
        const mine = Number(row.dataset.index) === shown;
        row.setAttribute("aria-selected", String(mine));
        row.tabIndex = mine || (shown < 0 && Number(row.dataset.index) === open[0]) ? 0 : -1;
      }
    },
  };
}
