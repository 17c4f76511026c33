// Which panes are in sight, and how wide. Wide screens show outline, text and one of the side's panes beside one another;
// narrow ones show one at a time, by tabs.

import { byId } from "../dom.js";

/** @typedef {"figures" | "checks" | "findings"} Side */
/** @typedef {"outline" | "text" | Side} View */

/** @param {string | undefined} view @returns {view is Side} */
const isSide = (view) => view === "figures" || view === "checks" || view === "findings";

export function createPanes() {
  const tabs = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll("[role=tab]")));
  const { dataset } = document.body;

  function mark() {
    for (const tab of tabs) {
      const on = tab.dataset.view ? tab.dataset.view === dataset.view : tab.dataset.side === dataset.side;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    }
  }

  /** @param {View} view */
  function show(view) {
    dataset.view = view;
    if (isSide(view)) dataset.side = view;
    mark();
  }

  /** @param {Side} side */
  function showSide(side) {
    dataset.side = side;
    if (isSide(dataset.view)) dataset.view = side;
    mark();
  }

  for (const tab of tabs) {
    const press = () =>
      tab.dataset.view
        ? show(/** @type {View} */ (tab.dataset.view))
        : showSide(/** @type {Side} */ (tab.dataset.side));
    tab.addEventListener("click", press);
    tab.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (!step) return;
      const row = tabs.filter((each) => each.parentElement === tab.parentElement);
      const next = row[(row.indexOf(tab) + step + row.length) % row.length];
      next.click();
      next.focus();
      event.preventDefault();
    });
  }

  splitter(byId("split-outline"), byId("outline"), "--outline-width", 1);
  splitter(byId("split-side"), byId("side"), "--side-width", -1);
  mark();

  return { show, showSide, side: () => /** @type {Side} */ (dataset.side), narrow: () => getComputedStyle(byId("phone-tabs")).display !== "none" };
}

/**
 * A bar between two panes, moved by pointer or arrow keys.
 * @param {HTMLElement} bar
 * @param {HTMLElement} pane the one whose width it sets
 * @param {string} property
 * @param {1 | -1} way 1 where the pane lies before the bar
 */
function splitter(bar, pane, property, way) {
  /** @param {number} width */
  const set = (width) => {
    const bound = Math.round(Math.min(Math.max(width, 180), window.innerWidth * 0.5));
    document.body.style.setProperty(property, `${bound}px`);
  };
  const say = () => bar.setAttribute("aria-valuenow", String(pane.offsetWidth));
  bar.setAttribute("aria-valuemin", "180");
  new ResizeObserver(say).observe(pane);
  say();

  bar.addEventListener("pointerdown", (event) => {
    const start = event.clientX;
    const width = pane.offsetWidth;
    bar.setPointerCapture(event.pointerId);
    /** @param {PointerEvent} moved */
    const move = (moved) => set(width + way * (moved.clientX - start));
    const stop = () => {
      bar.removeEventListener("pointermove", move);
      bar.removeEventListener("pointerup", stop);
      bar.removeEventListener("pointercancel", stop);
    };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("pointerup", stop);
    bar.addEventListener("pointercancel", stop);
    event.preventDefault();
  });
  bar.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 16 : event.key === "ArrowLeft" ? -16 : 0;
    if (!step) return;
    set(pane.offsetWidth + way * step);
    event.preventDefault();
  });
}
