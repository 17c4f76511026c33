// Word's lists in HTML, where a paragraph's marker is missing.

import { wordFormat, wordNumeral } from "../numerals.js";
import { STYLE } from "./parse.js";

/**
 * Paragraphs that Word's HTML says belong to a list though their marker is missing: counted from its list definitions.
 * @param {import("./styles.js").Styles} styles
 */
export function createWordLists(styles) {
  /** @type {Map<string, (number | undefined)[]>} */
  const counts = new Map();
  return {
    /** @param {Element} element @param {string} mso "l0 level1 lfo1" */
    marker(element, mso) {
      const found = /(l\d+)\s+level(\d+)/.exec(mso);
      if (!found) return "";
      const level = Number(found[2]);
      const definition = (/** @type {number} */ n) => styles.lists.get(`${found[1]}:level${n}`);
      const own = definition(level);
      if (!own) return "";
      const list = counts.get(found[1]) || [];
      counts.set(found[1], list);
      const start = Number((own["mso-level-start-at"] || "1"));
      list[level] = (list[level] === undefined ? start : /** @type {number} */ (list[level]) + 1);
      list.length = level + 1;
      // A marker that is there says more than one that is worked out; the counting goes on beside it.
      if (element.querySelector(`[${STYLE}*='mso-list'][${STYLE}*='gnore']`) || hasHiddenMarker(element)) return "";
      const format = wordFormat(own["mso-level-number-format"] || "decimal");
      if (format === "bullet") return "•";
      const text = (own["mso-level-text"] || `%${level}\\.`).replace(/^["']|["']$/g, "").replace(/\\(.)/g, "$1");
      return text.replace(/%(\d)/g, (_, n) => {
        const of = definition(Number(n)) || {};
        return wordNumeral(wordFormat(of["mso-level-number-format"] || "decimal"), list[Number(n)] || Number(of["mso-level-start-at"] || "1"));
      });
    },
  };
}

/** @param {Element} element */
function hasHiddenMarker(element) {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.COMMENT_NODE && /^\[if !supportLists\]>[\s\S]*<!\[endif\]$/.test(child.nodeValue || "")) return true;
  }
  return false;
}
