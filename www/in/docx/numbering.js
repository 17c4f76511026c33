// The numbers that Word counts: numbering.xml says how, the paragraphs in their order say what.

import { wordNumeral } from "../numerals.js";
import { attribute, child, children, integer, toggle, value } from "./xml.js";

/**
 * @typedef {object} Level
 * @property {number} start
 * @property {string} format
 * @property {string} text
 * @property {number | null} restart the level, counted from 1, after which it begins anew; 0 never; null after any above it
 * @property {boolean} legal every number in it decimal
 * @property {boolean} hidden
 * @property {boolean} symbol its text is in a font of symbols
 * @property {string | null} style the paragraph style that is numbered by this level
 */

/** @typedef {{ abstract: string, levels: Map<number, Level>, starts: Map<number, number> }} List starts: overridden ones */

/** What a bullet of a symbol font is shown as: the font's letters are other signs. */
const BULLET = "•";

/**
 * @param {Element} element a w:lvl
 * @returns {Level}
 */
function readLevel(element) {
  const start = integer(child(element, "start"));
  const text = value(child(element, "lvlText")) || "";
  const fonts = child(child(element, "rPr"), "rFonts");
  return {
    start: start === null ? 0 : start,
    format: formatOf(element),
    text,
    restart: integer(child(element, "lvlRestart")),
    legal: toggle(element, "isLgl") === true,
    hidden: toggle(child(element, "rPr"), "vanish") === true,
    symbol: /^[\ue000-\uf8ff]/.test(text) || /wingdings|webdings|symbol/i.test(attribute(fonts, "ascii") || attribute(fonts, "hAnsi") || ""),
    style: value(child(element, "pStyle")),
  };
}

/** Newer formats stand in a choice, with an older one to fall back on. @param {Element} level */
function formatOf(level) {
  const plain = child(level, "numFmt");
  const choice = child(level, "AlternateContent");
  const chosen = choice && (child(child(choice, "Choice"), "numFmt") || child(child(choice, "Fallback"), "numFmt"));
  const format = chosen || plain;
  const name = value(format) || "decimal";
  if (name !== "custom") return name;
  // "001, 002, 003, ...": as many digits as it shows.
  const digits = /^(0*\d)/.exec(attribute(format, "format") || "");
  return digits && digits[1].length === 2 ? "decimalZero" : "decimal";
}

/**
 * @param {Document | null} part numbering.xml
 * @param {import("./styles.js").Styles} styles
 */
export function createNumbering(part, styles) {
  /** @type {Map<string, Element>} */
  const abstracts = new Map();
  /** @type {Map<number, Element>} */
  const nums = new Map();
  for (const each of part ? Array.from(part.documentElement.children) : []) {
    if (each.localName === "abstractNum") abstracts.set(attribute(each, "abstractNumId") || "", each);
    const id = each.localName === "num" ? integer(each, "numId") : null;
    if (id !== null) nums.set(id, each);
  }

  /** @type {Map<number, List | null>} */
  const lists = new Map();
  /** Counts by abstract list: lists that share one go on where the other stopped. @type {Map<string, (number | undefined)[]>} */
  const counts = new Map();
  /** Which overridden starts have been used. @type {Set<string>} */
  const started = new Set();

  /** @param {number} id @returns {List | null} */
  function list(id) {
    const known = lists.get(id);
    if (known !== undefined) return known;
    lists.set(id, null); // a ring of links ends here
    const made = makeList(id);
    lists.set(id, made);
    return made;
  }

  /** @param {number} id @returns {List | null} */
  function makeList(id) {
    const num = nums.get(id);
    if (!num) return null;
    const abstract = value(child(num, "abstractNumId")) || "";
    const definition = abstracts.get(abstract);
    if (!definition) return null;
    /** @type {List} */
    let made = { abstract, levels: new Map(), starts: new Map() };
    const link = value(child(definition, "numStyleLink"));
    const linked = link ? styles.numbered(link).numId : null;
    const from = linked !== null && linked !== id ? list(linked) : null;
    if (from) made = { abstract: from.abstract, levels: new Map(from.levels), starts: new Map(from.starts) };
    for (const level of children(definition, "lvl")) made.levels.set(integer(level, "ilvl") || 0, readLevel(level));
    for (const override of children(num, "lvlOverride")) {
      const at = integer(override, "ilvl") || 0;
      const whole = child(override, "lvl");
      if (whole) made.levels.set(at, readLevel(whole));
      const start = integer(child(override, "startOverride"));
      if (start !== null) made.starts.set(at, start);
    }
    return made;
  }

  /**
   * Counts a paragraph; gives its number as it is shown, or an empty string.
   * @param {Element | null} properties w:pPr
   */
  return function number(properties) {
    const style = value(child(properties, "pStyle")) || styles.paragraph;
    const own = child(properties, "numPr");
    const inherited = styles.numbered(style);
    const ownId = integer(child(own, "numId"));
    const id = ownId !== null ? ownId : inherited.numId;
    if (!id) return "";
    const found = list(id);
    if (!found) return "";
    let at = integer(child(own, "ilvl"));
    if (at === null) at = ownId === null || ownId === inherited.numId ? levelOfStyle(found, [style, inherited.from]) : null;
    if (at === null) at = inherited.ilvl;
    const depth = at || 0;
    const level = found.levels.get(depth);
    if (!level) return "";

    const count = counts.get(found.abstract) || [];
    counts.set(found.abstract, count);
    const mark = `${id}:${depth}`;
    const start = found.starts.get(depth);
    const now = count[depth];
    if (start !== undefined && !started.has(mark)) {
      count[depth] = start;
      started.add(mark);
    } else count[depth] = now === undefined ? (start === undefined ? level.start : start) : now + 1;
    for (let deeper = depth + 1; deeper < 9; deeper++) {
      const below = found.levels.get(deeper);
      const restart = below ? below.restart : null;
      if (restart === null || (restart !== 0 && depth < restart)) count[deeper] = undefined;
    }
    if (level.hidden) return "";
    if (level.format === "bullet") return level.symbol && level.text ? BULLET : level.text;
    return level.text.replace(/%([1-9])/g, (_, digit) => {
      const other = Number(digit) - 1;
      const of = found.levels.get(other);
      const n = count[other];
      return wordNumeral(level.legal || !of ? "decimal" : of.format, n !== undefined ? n : of ? of.start : 1);
    });
  };
}

/** The level that numbers the first of these paragraph styles. @param {List} list @param {(string | null)[]} styles */
function levelOfStyle(list, styles) {
  for (const style of styles) {
    for (const [at, level] of list.levels) if (style && level.style === style) return at;
  }
  return null;
}
