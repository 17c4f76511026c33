// The styles of a .docx, as far as the text depends on them: what is hidden, and what is numbered.

import { child, integer, toggle, value } from "./xml.js";

/** @typedef {{ numId: number | null, ilvl: number | null, from: string | null }} Numbered from: the style that says so */

/**
 * @typedef {object} Styles
 * @property {string | null} paragraph the paragraph style where none is named
 * @property {(id: string | null) => boolean | null} hidden
 * @property {(id: string | null) => Numbered} numbered
 */

/**
 * @param {Document | null} part
 * @returns {Styles}
 */
export function readStyles(part) {
  /** @type {Map<string, Element>} */
  const byId = new Map();
  /** @type {string | null} */
  let paragraph = null;
  for (const style of part ? Array.from(part.documentElement.children) : []) {
    if (style.localName !== "style") continue;
    const attributes = Array.from(style.attributes);
    const get = (/** @type {string} */ name) => (attributes.find((each) => each.localName === name) || { value: "" }).value;
    byId.set(get("styleId"), style);
    if (get("type") === "paragraph" && /^(1|true|on)$/.test(get("default"))) paragraph = get("styleId");
  }

  /** A style and those it is based on; a chain may be made a ring by a broken file. @param {string | null} id */
  function chain(id) {
    /** @type {[string, Element][]} */
    const found = [];
    const seen = new Set();
    for (let each = id; each && !seen.has(each); ) {
      seen.add(each);
      const style = byId.get(each);
      if (!style) break;
      found.push([each, style]);
      each = value(child(style, "basedOn"));
    }
    return found;
  }

  return {
    paragraph,
    hidden(id) {
      for (const [, style] of chain(id)) {
        const says = toggle(child(style, "rPr"), "vanish");
        if (says !== null) return says;
      }
      return null;
    },
    numbered(id) {
      /** @type {Numbered} */
      const found = { numId: null, ilvl: null, from: null };
      for (const [name, style] of chain(id)) {
        const numbering = child(child(style, "pPr"), "numPr");
        if (!numbering) continue;
        if (found.ilvl === null) found.ilvl = integer(child(numbering, "ilvl"));
        if (found.numId === null) {
          found.numId = integer(child(numbering, "numId"));
          if (found.numId !== null) found.from = name;
        }
      }
      return found;
    },
  };
}
