// What a parsed page's style says of the few things that decide its text: what is hidden, how lists count, what stands
// before a line. A document of DOMParser has no computed style, so the rules are read here; only those that matter.

import { sheetsOf, STYLE } from "./parse.js";

/** @typedef {Record<string, string>} Declarations */
/**
 * @typedef {object} Styles
 * @property {(element: Element) => Declarations} of what rules and attribute say of an element
 * @property {(element: Element) => Declarations | undefined} before what rules say of its ::before
 * @property {Map<string, Declarations>} lists Word's list definitions, by "l0:level1"
 */

const wanted = /^(display|visibility|white-space|list-style(-type)?|counter-(reset|increment|set)|content|mso-.*)$/;
/** Word gives every style of a document two dozen declarations of its own; these are the ones that count. */
const wantedMso = /^mso-(list|hide|element|tab-count|special-character|level-.*)$/;

/** A quick look before the slow one: most styles say nothing of it. */
const telling = /display|visibility|white-space|list-style|counter-|content|mso-(list|hide|element|tab-count|special)/i;

/** @param {string} name */
const matters = (name) => wanted.test(name) && (!name.startsWith("mso-") || wantedMso.test(name));

/** @param {string} text of a style attribute or of a rule @returns {Declarations} */
export function declarations(text) {
  /** @type {Declarations} */
  const found = {};
  // A semicolon in quotes or brackets parts nothing.
  for (const [, name, value] of text.matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(]|["'(])*)/g)) {
    const key = name.toLowerCase();
    if (matters(key)) found[key] = value.replace(/!\s*important\s*$/i, "").trim();
  }
  return found;
}

/**
 * The rules of a style sheet, in order; of conditional groups only those for every screen.
 * @param {string} css
 * @returns {[selector: string, body: string][]}
 */
function rulesOf(css) {
  const text = css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, "");
  /** @type {[string, string][]} */
  const rules = [];
  const open = /([^{};]*)\{/g;
  for (let found = open.exec(text); found; found = open.exec(text)) {
    const selector = found[1].trim();
    const start = open.lastIndex;
    let depth = 1;
    let end = start;
    for (; end < text.length && depth > 0; end++) {
      if (text[end] === "{") depth++;
      else if (text[end] === "}") depth--;
    }
    const inner = text.slice(start, end - 1);
    open.lastIndex = end;
    if (/^@media\s+(screen|all)\s*$/i.test(selector)) rules.push(...rulesOf(inner));
    else if (!selector.startsWith("@") || /^@list\s/i.test(selector)) rules.push([selector, inner]);
  }
  return rules;
}

/** How strong a selector is, roughly: ids, then classes, then names. @param {string} selector */
function strength(selector) {
  const count = (/** @type {RegExp} */ sign) => (selector.match(sign) || []).length;
  return count(/#/g) * 10_000 + count(/[.[]|:(?!:)/g) * 100 + count(/(^|[\s>+~])[a-z]/gi);
}

/**
 * @param {Document} document
 * @returns {Styles}
 */
export function stylesOf(document) {
  /** @type {Map<string, Declarations>} */
  const lists = new Map();
  /** @type {{ selector: string, before: boolean, body: Declarations, strength: number }[]} */
  const rules = [];
  for (const sheet of sheetsOf(document)) {
    if (/print/i.test(sheet.getAttribute("media") || "")) continue;
    for (const [selectors, body] of rulesOf(sheet.textContent || "")) {
      const list = /^@list\s+(l\d+:level\d+)/i.exec(selectors);
      if (list) lists.set(list[1], declarations(body));
      if (selectors.startsWith("@") || !telling.test(body)) continue;
      const kept = declarations(body);
      if (Object.keys(kept).length === 0) continue;
      for (const each of selectors.split(",")) {
        const before = /:?:before\s*$/i.test(each);
        if (!before && /:(hover|focus|active|visited|target|checked|empty|not|after|first-letter)/i.test(each)) continue;
        rules.push({ selector: each.replace(/:?:before\s*$/i, "").trim(), before, body: kept, strength: strength(each) });
      }
    }
  }
  rules.sort((a, b) => a.strength - b.strength);

  /** @type {Map<Element, Declarations>} */
  const own = new Map();
  /** @type {Map<Element, Declarations>} */
  const before = new Map();
  for (const rule of rules) {
    let found;
    try {
      found = document.querySelectorAll(rule.selector || "*");
    } catch {
      continue; // a selector of a newer browser than this one
    }
    const into = rule.before ? before : own;
    found.forEach((each) => into.set(each, { ...into.get(each), ...rule.body }));
  }
  return {
    lists,
    before: (element) => before.get(element),
    of(element) {
      const attribute = element.getAttribute(STYLE);
      const inline = attribute && telling.test(attribute) ? declarations(attribute) : {};
      return { ...own.get(element), ...inline };
    },
  };
}
