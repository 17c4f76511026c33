/**
 * Marks as CSS custom highlights: ranges that the browser paints, in a registry of the page. The nodes stay as they are.
 *
 * Every name in the registry is shared by all who mark, so each takes away only what it put there.
 *
 * @import { SubtreeText } from "../mark.d.ts"
 */
import { heightOf } from "./styles.js";

/** @param {Window & typeof globalThis} view */
export const hasHighlights = (view) => Boolean(view.CSS && view.CSS.highlights && view.Highlight);

/** @param {Window & typeof globalThis} view */
export function createHighlights(view) {
  const registry = view.CSS.highlights;
  /** @type {Map<string, Range[]>} */
  const mine = new Map();

  /** @param {string} kind @param {Range[]} ranges */
  const paint = (kind, ranges) => {
    const name = `gangmu-${kind}`;
    const highlight = registry.get(name) || new view.Highlight();
    highlight.priority = heightOf(kind);
    for (const range of mine.get(kind) || []) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    mine.set(kind, ranges);
    if (highlight.size > 0) registry.set(name, highlight);
    else registry.delete(name);
  };

  return {
    /** @param {string} kind @param {[number, number][]} spans @param {SubtreeText} read */
    paint: (kind, spans, read) => paint(kind, spans.map(read.rangeOf).filter(({ collapsed }) => !collapsed)),
    clear() {
      for (const kind of Array.from(mine.keys())) paint(kind, []);
      mine.clear();
    },
  };
}
