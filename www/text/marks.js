// Marks in the text. Only what is on the screen is decorated, so their cost does not grow with the report; while one
// types, the spans of the last reading are carried along through the edits made since.

import { ChangeSet, Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";

/** @typedef {import("@codemirror/state").ChangeDesc} ChangeDesc */
/** @typedef {import("@codemirror/state").Range<Decoration>} DecorationRange */
/** @typedef {import("../../js/gangmu.d.ts").Span} Span */
/** @typedef {import("../survey.js").Survey} Survey */

/**
 * Spans that are marked alike, in order of their starts. `reach[i]` is the furthest end of the first i + 1.
 * @typedef {{ mark: Decoration, line: Decoration | null, spans: Span[], reach: Uint32Array }} Layer
 */

/**
 * @param {Span[]} spans
 * @param {string} name
 * @param {string | null} lineName
 * @returns {Layer}
 */
function layer(spans, name, lineName = null) {
  const reach = new Uint32Array(spans.length);
  let furthest = 0;
  spans.forEach((span, i) => {
    furthest = Math.max(furthest, span[1]);
    reach[i] = furthest;
  });
  const line = lineName ? Decoration.line({ class: lineName }) : null;
  return { mark: Decoration.mark({ class: name }), line, spans, reach };
}

/** @param {Span[]} spans */
const inOrder = (spans) => spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);

/**
 * @param {Survey} survey
 * @returns {Layer[]}
 */
function layersOf({ text, report, places, open }) {
  const layers = [layer(titleLines(text, report.metadata.title), "mark-title", "line-title")];
  layers.push(layer(addresses(text), "mark-address", "line-address"));
  for (const level of [1, 2, 3]) {
    const headings = places.map((place) => place.heading).filter((each) => Math.min(each.level, 3) === level);
    const titles = headings.map((each) => each.span);
    layers.push(layer(titles, `mark-heading mark-heading-${level}`, `line-heading line-heading-${level}`));
  }
  const markers = places.filter((place) => place.heading.marker && !place.heading.inferred).map(markerSpan);
  const inferred = places.filter((place) => place.heading.inferred).map(markerSpan);
  layers.push(layer(markers, "mark-marker"));
  layers.push(layer(inferred, "mark-marker mark-inferred"));
  const items = report.items.concat(places.flatMap((place) => place.heading.items));
  layers.push(layer(inOrder(items.map((each) => each.span)), "mark-item"));
  layers.push(layer(report.figures.map((each) => each.span), "mark-figure"));
  layers.push(layer(inOrder(report.dates.map((each) => each.span)), "mark-date"));
  layers.push(layer(inOrder(report.citations.map((each) => each.span)), "mark-citation"));
  layers.push(layer(inOrder(report.noise.map((each) => each.span)), "mark-noise"));
  for (const severity of ["error", "warning", "advice"]) {
    const spans = open.map((index) => report.findings[index]).filter((each) => each.severity === severity).flatMap((each) => each.places);
    layers.push(layer(inOrder(spans), `mark-finding mark-finding-${severity}`));
  }
  return layers;
}

/** @type {(place: import("../survey.js").Place) => Span} */
const markerSpan = ({ heading }) => [heading.span[0], heading.span[0] + Math.max(heading.marker.length, 1)];

/** What may stand behind a title on its line: the sign of a footnote, or the bracket that closes it. */
const BEHIND_TITLE = /^[\s》*＊①-⑳]*(?:[[［][^\s\]］]{1,4}[\]］])?\s*$/;

/**
 * The lines near the start that are the report's title and nothing else. A title is reported in one piece and without the
 * spaces that stretch it, its brackets and the sign of its footnote, so it is looked for letter by letter.
 * @param {string} text
 * @param {string | null} title
 * @returns {Span[]}
 */
function titleLines(text, title) {
  const letters = (title || "").replace(/\s+/g, "");
  if (!letters) return [];
  for (let start = 0; start < Math.min(text.length, 4000); start = text.indexOf("\n", start) + 1 || text.length) {
    const spans = titleAt(text, start, letters);
    if (spans.length) return spans;
  }
  return [];
}

/**
 * @param {string} text
 * @param {number} start of a line
 * @param {string} letters
 * @returns {Span[]} one for each line of the title; none where it does not stand there
 */
function titleAt(text, start, letters) {
  /** @type {Span[]} */
  const spans = [];
  let at = start;
  let first = -1;
  let found = 0;
  for (; at < text.length && found < letters.length; at++) {
    const letter = text[at];
    if (letter === letters[found]) {
      if (first < 0) first = at;
      found++;
    } else if (letter === "\n" && first >= 0) {
      spans.push([first, at]);
      first = -1;
    } else if (letter === "\n" || (!/\s/.test(letter) && !(found === 0 && letter === "《"))) return [];
  }
  const behind = text.slice(at, at + 40).split("\n")[0];
  if (found < letters.length || !BEHIND_TITLE.test(behind)) return [];
  return spans.concat([[first, at]]);
}

/**
 * Addresses and other long words of letters. The line above one is not spread to the edge: it would stretch its numbers.
 * @param {string} text
 * @returns {Span[]}
 */
const addresses = (text) => Array.from(text.matchAll(/[!-~]{24,}/g), ({ index, 0: word }) => [index || 0, (index || 0) + word.length]);

/** The text is being read: edits from here on are remembered until the reading arrives. */
export const beginReading = StateEffect.define();

/** @type {import("@codemirror/state").StateEffectType<Survey>} The reading of the text as it was at `beginReading`. */
export const takeReading = StateEffect.define();

/** @type {import("@codemirror/state").StateEffectType<Survey>} The same reading again, with other findings dismissed. */
export const markAnew = StateEffect.define();

/** @type {import("@codemirror/state").StateEffectType<Span | null>} The chosen place, in today's positions. */
export const choosePlace = StateEffect.define();

/**
 * @typedef {object} Reading
 * @property {Layer[]} layers
 * @property {ChangeDesc} since edits made since the text was read that `layers` belongs to
 * @property {ChangeDesc} asked edits made since the last `beginReading`
 */

/** @type {StateField<Reading>} */
const readingField = StateField.define({
  create: (state) => {
    const none = ChangeSet.empty(state.doc.length).desc;
    return /** @type {Reading} */ ({ layers: [], since: none, asked: none });
  },
  update: (value, transaction) => {
    let { layers, since, asked } = value;
    if (transaction.docChanged) {
      since = since.composeDesc(transaction.changes.desc);
      asked = asked.composeDesc(transaction.changes.desc);
    }
    for (const effect of transaction.effects) {
      if (effect.is(beginReading)) asked = ChangeSet.empty(transaction.state.doc.length).desc;
      if (effect.is(markAnew)) layers = layersOf(effect.value);
      if (effect.is(takeReading)) {
        layers = layersOf(effect.value);
        since = asked;
      }
    }
    return since === value.since && asked === value.asked && layers === value.layers ? value : { layers, since, asked };
  },
});

/** @type {StateField<Span | null>} */
const chosenField = StateField.define({
  create: () => null,
  update: (/** @type {Span | null} */ value, transaction) => {
    if (value && transaction.docChanged) {
      const from = transaction.changes.mapPos(value[0], 1);
      const to = transaction.changes.mapPos(value[1], -1);
      value = from < to ? [from, to] : null;
    }
    for (const effect of transaction.effects) if (effect.is(choosePlace)) value = effect.value;
    return value;
  },
  // The lowest precedence draws the outermost element: one ground under all the other marks.
  provide: (field) =>
    Prec.lowest(
      EditorView.decorations.from(field, (span) =>
        span && span[0] < span[1] ? Decoration.set(chosenMark.range(span[0], span[1])) : Decoration.none,
      ),
    ),
});

const chosenMark = Decoration.mark({ class: "mark-chosen" });

/**
 * A span of the last reading, where it stands today.
 * @param {import("@codemirror/state").EditorState} state
 * @param {Span} span
 * @returns {Span}
 */
export function spanToday(state, span) {
  const { since } = state.field(readingField);
  const start = since.mapPos(Math.min(span[0], since.length), 1);
  const end = since.mapPos(Math.min(span[1], since.length), -1);
  return [start, Math.max(start, end)];
}

/**
 * A position of today's text, where it stood when the text was last read.
 * @param {import("@codemirror/state").EditorState} state
 * @param {number} position
 */
export function positionThen(state, position) {
  return state.field(readingField).since.invertedDesc.mapPos(position, 1);
}

/** Nothing was changed since the text was last read. @param {import("@codemirror/state").EditorState} state */
export const isAsRead = (state) => state.field(readingField).since.empty;

/** @param {import("@codemirror/state").EditorState} state */
export const chosenSpan = (state) => state.field(chosenField);

/** @param {EditorView} view */
function decorate(view) {
  const { layers, since } = view.state.field(readingField);
  const back = since.invertedDesc;
  /** @type {DecorationRange[]} */
  const ranges = [];
  for (const { from, to } of view.visibleRanges) {
    const start = back.mapPos(from, -1);
    const end = back.mapPos(to, 1);
    for (const each of layers) visit(view, each, since, start, end, ranges);
  }
  return Decoration.set(ranges, true);
}

/**
 * @param {EditorView} view
 * @param {Layer} layer
 * @param {ChangeDesc} since
 * @param {number} start
 * @param {number} end
 * @param {DecorationRange[]} ranges
 */
function visit(view, { mark, line, spans, reach }, since, start, end, ranges) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reach[middle] > start) high = middle;
    else low = middle + 1;
  }
  for (let i = low; i < spans.length && spans[i][0] < end; i++) {
    const from = since.mapPos(spans[i][0], 1);
    const to = since.mapPos(spans[i][1], -1);
    if (from >= to) continue;
    ranges.push(mark.range(from, to));
    if (line) ranges.push(line.range(view.state.doc.lineAt(from).from));
  }
}

const decorations = ViewPlugin.define(
  (view) => ({
    shown: decorate(view),
    update(update) {
      const { startState, state } = update;
      const read = startState.field(readingField) !== state.field(readingField);
      if (update.docChanged || update.viewportChanged || read) this.shown = decorate(update.view);
    },
  }),
  { decorations: (plugin) => plugin.shown },
);

export const marks = [readingField, chosenField, decorations];
