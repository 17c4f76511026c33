/**
 * The entry `gangmu/mark`: marks in a DOM subtree what a report found in its text. By ranges, not by markup: the nodes stay
 * as they are, and with them copying, finding, the selection and the page's own scripts.
 *
 * @import { MarkKind, MarkOptions, Marked, Marks, MarkSource } from "./mark.d.ts"
 * @import { Heading } from "./gangmu.d.ts"
 */
import { createHighlights, hasHighlights } from "./mark/highlights.js";
import { createOverlay } from "./mark/overlay.js";
import { reveal } from "./mark/reveal.js";
import { putStyles } from "./mark/styles.js";
import { textOf } from "./mark/text-of.js";

export { textOf };

/** @type {readonly MarkKind[]} */
const KINDS = ["noise", "heading", "item", "citation", "date", "figure", "finding"];

/** Everything that stands somewhere in the text, in reading order. @param {MarkSource} report @param {readonly MarkKind[]} kinds */
function placesIn(report, kinds) {
  /** @type {Marked[]} */
  const places = [];
  /** @param {MarkKind} kind @param {readonly { span: [number, number], places?: [number, number][] }[]} [entries] */
  const take = (kind, entries = []) => {
    if (!kinds.includes(kind)) return;
    entries.forEach((entry, index) => {
      for (const span of entry.places || [entry.span]) places.push(/** @type {Marked} */ ({ kind, index, span, entry }));
    });
  };

  /** @type {Heading[]} */
  const headings = [];
  const items = [...(report.items || [])];
  // The last comes off first.
  const waiting = [...(report.outline || [])].reverse();
  for (let heading = waiting.pop(); heading; heading = waiting.pop()) {
    headings.push(heading);
    items.push(...(heading.items || []));
    waiting.push(...[...(heading.children || [])].reverse());
  }
  take("noise", report.noise);
  take("heading", headings);
  take("item", items);
  take("citation", report.citations);
  take("date", report.dates);
  take("figure", report.figures);
  take("finding", report.findings);
  return places.sort((a, b) => a.span[0] - b.span[0]);
}

/** The name under which a place is painted. @param {Marked} place */
const nameOf = (place) => (place.kind === "finding" ? `finding-${place.entry.severity || "advice"}` : place.kind);

/** @param {Element} root @param {MarkSource | ((text: string) => MarkSource)} source @param {MarkOptions} [options] @returns {Marks} */
export function mark(root, source, options = {}) {
  const { kinds = KINDS, style = true, skip, overlay = false, layer } = options;
  const unknown = kinds.find((kind) => !KINDS.includes(kind));
  if (unknown !== undefined) {
    throw Object.assign(new TypeError(`"${unknown}" is no kind of mark: ${KINDS.join(", ")}`), { code: "bad-option" });
  }
  const view = root.ownerDocument.defaultView || window;
  const boxes = overlay || !hasHighlights(view);
  const painter = boxes ? createOverlay(root, layer) : createHighlights(view);
  /** @type {(() => void) | null} */
  let dropStyles = null;

  let read = textOf(root, { skip });
  /** @type {Marked[]} */
  let places = [];
  /** @type {Set<string>} */
  let painted = new Set();

  /** @param {MarkSource} report */
  const paint = (report) => {
    places = placesIn(report, kinds);
    /** @type {Map<string, [number, number][]>} */
    const spans = new Map(Array.from(painted, (name) => [name, []]));
    for (const place of places) {
      const name = nameOf(place);
      const some = spans.get(name);
      if (some) some.push(place.span);
      else spans.set(name, [place.span]);
    }
    painted = new Set(spans.keys());
    if (style && !dropStyles) dropStyles = putStyles(root, boxes);
    try {
      // Boxes are drawn later; that a span is none must be told now.
      for (const { span } of places) read.rangeOf(span);
      spans.forEach((some, name) => painter.paint(name, some, read));
    } catch (error) {
      clear();
      throw error;
    }
  };

  /** @param {MarkSource | ((text: string) => MarkSource)} from */
  const report = (from) => (typeof from === "function" ? from(read.text) : from);

  const clear = () => {
    painter.clear();
    if (dropStyles) dropStyles();
    dropStyles = null;
    places = [];
    painted = new Set();
  };

  /** @param {number} at @returns {Marked[]} The shortest first: a figure before the heading that it stands in. */
  const standingAt = (at) =>
    places
      .filter(({ span: [start, end] }) => start <= at && at < end)
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));

  /** What of the text may be drawn at a place of the window. @param {number} x @param {number} y */
  const near = (x, y) => {
    const page = root.ownerDocument;
    const tree = root.getRootNode();
    const inside = tree instanceof view.ShadowRoot ? tree : null;
    const element = (inside || page).elementFromPoint(x, y);
    if (!element || !root.contains(element)) return null;
    const range = page.createRange();
    /** @type {Node | null} */
    let node = null;
    if (page.caretPositionFromPoint) {
      const place = page.caretPositionFromPoint(x, y, { shadowRoots: inside ? [inside] : [] });
      if (place) range.setStart((node = place.offsetNode), place.offset);
    } else if (page.caretRangeFromPoint) {
      const place = page.caretRangeFromPoint(x, y);
      if (place) range.setStart((node = place.startContainer), place.startOffset);
    }
    if (!node || !root.contains(node)) {
      // A browser that does not look into shadow trees: everything that the element holds.
      range.selectNodeContents(element);
      return read.spanOf(range);
    }
    range.collapse(true);
    const place = read.spanOf(range);
    return place && [place[0] - 1, place[0] + 1];
  };

  /** @param {number} x @param {number} y @returns {Marked[]} */
  const atPoint = (x, y) => {
    const around = near(x, y);
    if (!around) return [];
    const isHit = (/** @type {DOMRect} */ { left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom;
    return places
      .filter(({ span: [start, end] }) => start < around[1] && end > around[0])
      .filter(({ span }) => read.rectsOf(span).some(isHit))
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  };

  paint(report(source));

  return {
    get text() {
      return read.text;
    },
    get marked() {
      return places.slice();
    },
    rangeOf: (span) => read.rangeOf(span),
    spanOf: (range) => read.spanOf(range),
    at(node, offset) {
      const range = root.ownerDocument.createRange();
      range.setStart(node, offset);
      const span = read.spanOf(range);
      return span ? standingAt(span[0]) : [];
    },
    atPoint,
    figureAt(x, y) {
      const found = atPoint(x, y).find(({ kind }) => kind === "figure");
      return found && found.kind === "figure" ? found.entry : null;
    },
    choose(span, { scroll = true } = {}) {
      painted.add("chosen");
      painter.paint("chosen", span ? [span] : [], read);
      if (!span || !scroll) return;
      const element = read.rangeOf(span).startContainer.parentElement;
      if (element) reveal(element, () => read.rectsOf(span)[0]);
    },
    update(next) {
      const before = read.text;
      read = textOf(root, { skip });
      const fits = next !== undefined || typeof source === "function" || read.text === before;
      if (next !== undefined) source = next;
      // Marks of another text would stand anywhere.
      if (fits) paint(report(source));
      else clear();
      return fits;
    },
    clear,
  };
}
