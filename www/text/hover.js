// What the words under the pointer are, or those at the cursor by key. It may be pointed at, and leaves on Escape.

import { Prec } from "@codemirror/state";
import { activateHover, closeHoverTooltips, EditorView, hasHoverTooltips, hoverTooltip, keymap, ViewPlugin } from "@codemirror/view";
import { element } from "../dom.js";
import { chosenSpan, positionThen, spanToday } from "./marks.js";
import { surveyField } from "./reading.js";
import { toldAt } from "./told.js";

/** @typedef {import("./told.js").Told} Told */

/** The key that tells of the words at the cursor; i for information. */
export const TELL_KEY = "Ctrl+I";

const WAIT = 350;

/** Where nothing can hover, a touch chooses the place and the slip under the text says the rest. */
const pointed = window.matchMedia("(hover: hover)");

/** @param {Told[]} told @returns {HTMLElement} */
function draw(told) {
  const dom = element("div", { class: "told", role: "tooltip" });
  for (const { lines } of told) dom.append(element("div", { class: "told-part" }, ...lines));
  return dom;
}

/**
 * What is told at a position, and over which words of today's text.
 * @param {EditorView} view
 * @param {number} pos
 * @param {-1 | 1} side of the position on which the character stands
 */
function tellAt(view, pos, side) {
  const survey = view.state.field(surveyField);
  if (!survey) return null;
  const at = positionThen(view.state, pos) - (side < 0 ? 1 : 0);
  const told = toldAt(survey, at).filter(({ span }) => {
    const [from, to] = spanToday(view.state, span);
    // What was deleted since.
    return from < to;
  });
  if (!told.length) return null;
  const spans = told.map(({ span }) => spanToday(view.state, span));
  // The narrowest of them: over another word there may be another thing to say.
  const from = Math.max(...spans.map((span) => span[0]));
  const to = Math.min(...spans.map((span) => span[1]));
  return { told, from, to: Math.max(from, to) };
}

const byPointer = hoverTooltip(
  (view, pos, side) => {
    if (!pointed.matches) return null;
    const tell = tellAt(view, pos, side);
    if (!tell) return null;
    // The chosen place is told of in the slip already.
    const chosen = chosenSpan(view.state);
    const told = tell.told.filter(({ span }) => !chosen || spanToday(view.state, span)[0] !== chosen[0]);
    return told.length ? { pos: tell.from, end: tell.to, above: true, create: () => ({ dom: draw(told) }) } : null;
  },
  { hideOnChange: true, hoverTime: WAIT },
);

const byKey = hoverTooltip(
  (view, pos, side) => {
    // This one answers to the key alone.
    if (!asked) return null;
    const tell = tellAt(view, pos, side);
    return tell && { pos: tell.from, end: tell.to, above: true, create: () => ({ dom: draw(tell.told) }) };
  },
  { hideOnChange: true },
);
let asked = false;

/**
 * Tells of the words at the cursor: on screen, and to a screen reader.
 * @param {EditorView} view
 */
export function tellAtCursor(view) {
  const { head } = view.state.selection.main;
  const side = tellAt(view, head, 1) ? 1 : -1;
  const tell = tellAt(view, head, side);
  if (!tell) return false;
  asked = true;
  view.dispatch({ effects: closeHoverTooltips });
  activateHover(view, head, side, { tooltip: byKey, until: (transaction) => Boolean(transaction.selection) || transaction.docChanged });
  asked = false;
  const said = tell.told.map(({ lines }) => lines.map((each) => each.textContent).join("，")).join("。");
  view.dispatch({ effects: EditorView.announce.of(said) });
  return true;
}

/** Escape takes it away wherever the focus is, and does nothing else then. */
const leaving = ViewPlugin.define((view) => {
  /** @param {KeyboardEvent} event */
  const leave = (event) => {
    if (event.key !== "Escape" || !hasHoverTooltips(view.state)) return;
    view.dispatch({ effects: closeHoverTooltips });
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("keydown", leave, true);
  return { destroy: () => window.removeEventListener("keydown", leave, true) };
});

export const hover = [surveyField, byPointer, byKey, leaving, Prec.high(keymap.of([{ key: "Mod-i", run: tellAtCursor }]))];
