// Counters: of lists, and the ones that a page's style keeps by itself.

import { cssNumeral } from "../numerals.js";

/** @typedef {import("./styles.js").Declarations} Declarations */

export function createCounters() {
  /** @type {WeakMap<Element, number>} */
  const next = new WeakMap();
  /** The counters in force: a name may be set anew deeper in the page. @type {{ name: string, value: number, scope: Element | null }[]} */
  const stack = [];

  /** @param {string} name */
  const find = (name) => {
    for (let i = stack.length - 1; i >= 0; i--) if (stack[i].name === name) return stack[i];
    return null;
  };

  /** @param {string | undefined} value @param {number} standard @returns {[string, number][]} */
  const pairs = (value, standard) =>
    !value ? [] : Array.from(value.matchAll(/([\w-]+)(?:\s+(-?\d+))?/g), ([, name, n]) => /** @type {[string, number]} */ ([name, n === undefined ? standard : Number(n)]))
      .filter(([name]) => name !== "none");

  return {
    /** @param {Element} element @param {Declarations} style @param {boolean} [before] */
    enter(element, style, before = false) {
      for (const [name, value] of pairs(style["counter-reset"], 0)) {
        // A counter is in force for its element's siblings and what is in them: its parent's.
        const scope = before ? element : element.parentElement;
        const same = stack.find((each) => each.name === name && each.scope === scope);
        if (same) same.value = value;
        else stack.push({ name, value, scope });
      }
      for (const [name, value] of pairs(style["counter-set"], 0)) {
        const counter = find(name);
        if (counter) counter.value = value;
        else stack.push({ name, value, scope: element.parentElement });
      }
      for (const [name, by] of pairs(style["counter-increment"], 1)) {
        const counter = find(name);
        if (counter) counter.value += by;
        else stack.push({ name, value: by, scope: element.parentElement });
      }
    },

    /** @param {Element} element */
    leave(element) {
      for (let i = stack.length - 1; i >= 0; i--) if (stack[i].scope === element) stack.splice(i, 1);
    },

    /**
     * The number of a list's item.
     * @param {Element} element
     * @param {Element} list
     */
    item(element, list) {
      const given = parseInt(element.getAttribute("value") || "", 10);
      const back = list.hasAttribute("reversed");
      let n = next.get(list);
      if (n === undefined) {
        const start = parseInt(list.getAttribute("start") || "", 10);
        const items = Array.from(list.children).filter((each) => each.tagName === "LI").length;
        n = Number.isNaN(start) ? (back ? items : 1) : start;
      }
      if (!Number.isNaN(given)) n = given;
      next.set(list, back ? n - 1 : n + 1);
      return n;
    },

    /** What `content` draws, and whether it counts. @param {string} content @param {Element} element */
    content(content, element) {
      let text = "";
      let counts = false;
      const parts = /"([^"]*)"|'([^']*)'|counters?\(\s*([\w-]+)\s*(?:,\s*("[^"]*"|'[^']*'))?\s*(?:,\s*([\w-]+))?\s*\)|attr\(\s*([\w-]+)\s*\)/g;
      for (const [, double, single, name, between, type, attribute] of content.matchAll(parts)) {
        if (name) {
          counts = true;
          const all = between ? stack.filter((each) => each.name === name) : [find(name)];
          text += all.map((each) => cssNumeral(type || "decimal", each ? each.value : 0)).join(between ? between.slice(1, -1) : "");
        } else if (attribute) text += element.getAttribute(attribute) || "";
        else text += (double || single || "").replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)));
      }
      return { text, counts };
    },
  };
}
