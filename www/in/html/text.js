// The text of a web page, or of what Word and WPS put on the clipboard: the lines a reader sees, with the numbers that the
// program counts instead of writing. Works on a document that nobody sees: nothing in it runs or is
// fetched.

import { cssMarker, cssNumeral, marked } from "../numerals.js";
import { rowLines } from "../rows.js";
import { createCounters } from "./counters.js";
import { parseHtml, STYLE } from "./parse.js";
import { stylesOf } from "./styles.js";
import { createWordLists } from "./word-lists.js";

/** @typedef {import("./styles.js").Declarations} Declarations */

/**
 * @typedef {object} PageText
 * @property {string} text with the counted numbers
 * @property {string} bare without them
 * @property {string[]} numbered the lines that got one
 */

/** @typedef {{ text: string, marker: string, written: boolean, space: "" | "pre" }} Line */

/** Elements whose text is not on the page; of ruby only the base is. */
const unseen = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD", "TITLE", "IFRAME", "OBJECT", "SVG", "SELECT", "DATALIST", "TEXTAREA", "AUDIO", "VIDEO", "CANVAS", "RT", "RP", "DEL", "XML"]);
const blocks = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL").split(" "),
);
const lists = new Set(["OL", "UL", "MENU", "DIR"]);
const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A line that is numbered by hand already: a number counted before it would be a second one. */
const byHand = /^\s*(?:[（(][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十百]{1,4}[、，．.]|\d{1,3}(?:[、．）)]|\.(?!\d))|\d{1,2}(?:\.\d{1,2}){1,3}(?![\d%％万亿])|[①-⑳㈠-㈩⑴-⒇⒈-⒛]|第[一二三四五六七八九十百\d]{1,4}[编章节条款])/;

const wide = "\\u2014\\u2018-\\u201d\\u2026\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffee";
const brokenBetween = new RegExp(`([${wide}])[ \\t\\r\\f]*\\n[ \\t\\n\\r\\f]*(?=[${wide}])`, "g");

/**
 * @param {Document} document
 * @param {boolean} [hiding] whether to leave out what the style hides
 * @returns {PageText}
 */
export function pageText(document, hiding = true) {
  const styles = stylesOf(document);
  const counters = createCounters();
  const wordLists = createWordLists(styles);

  /** @type {Line[]} */
  let lines = [];
  let line = "";
  let marker = "";
  /** The marker stands in the page itself and is not worked out from a list. */
  let written = false;
  /** Where the line ended in a break of the source, which may turn out to be none. */
  let brokenAt = -1;
  /** Something stood in this line, be it empty: an empty paragraph is an empty line. */
  let stands = false;
  /** Footnotes are put behind the text: whole, and out of the way of the sentences. @type {typeof lines} */
  let notes = [];

  /** @param {"" | "pre"} [space] */
  function endLine(space = "") {
    if (line.trim() || marker || stands) lines.push({ text: line, marker, written, space });
    line = "";
    marker = "";
    stands = false;
  }

  /** An item's marker waits for the words, which may stand in a block of their own. @param {boolean} pre */
  function beginBlock(pre) {
    if (line.trim()) endLine(pre ? "pre" : "");
    line = "";
    stands = false;
  }

  /** The lines that a part of the page gives by itself. @param {() => void} work */
  function apart(work) {
    const outer = { lines, line, marker, written, stands };
    lines = [];
    line = marker = "";
    stands = false;
    work();
    endLine();
    const inner = lines;
    ({ lines, line, marker, written, stands } = outer);
    return inner;
  }

  /**
   * @param {Node} node
   * @param {boolean} pre white space counts
   */
  function walk(node, pre) {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) addText(child.nodeValue || "", pre);
      else if (child.nodeType === Node.COMMENT_NODE) takeComment(child.nodeValue || "");
      else if (child.nodeType === Node.ELEMENT_NODE) enter(/** @type {Element} */ (child), pre);
    }
  }

  /** @param {string} text @param {boolean} pre */
  function addText(text, pre) {
    if (!pre) {
      const joined = text.replace(brokenBetween, "$1").replace(/[ \t\n\r\f]+/g, " ");
      // A line of the source that ends at a tag: between Chinese characters the break is no space there either.
      const broke = (/^[ \t]*\r?\n/.test(text) || brokenAt === line.length) && wideAtEnd.test(line.trimEnd()) && wideAtStart.test(joined.trimStart());
      if (broke) line = line.trimEnd();
      line += broke || /[ \t\n]$/.test(line) || line === "" ? joined.replace(/^ /, "") : joined;
      brokenAt = /\n[ \t\r\f]*$/.test(text) ? line.length : -1;
      return;
    }
    const [first, ...rest] = text.replace(/\r\n?/g, "\n").split("\n");
    line += first;
    for (const each of rest) {
      stands = true;
      endLine("pre");
      line = each;
    }
  }

  /** Where a program hides the marker from browsers, it stands inside the comment. @param {string} data */
  function takeComment(data) {
    const hidden = /^\[if !supportLists\]>([\s\S]*)<!\[endif\]$/.exec(data);
    if (!hidden || line.trim() || marker) return;
    marker = clean(parseHtml(hidden[1]).body.textContent || "");
    written = true;
  }

  /** @param {Element} element @param {boolean} pre */
  function enter(element, pre) {
    const name = element.tagName.toUpperCase();
    if (unseen.has(name)) return;
    if (name === "BR") return lineBreak();
    const style = styles.of(element);
    if (hiding && isHidden(element, style)) return;
    if (isReference(element, style)) return;
    const mso = style["mso-list"] || "";
    if (/ignore/i.test(mso)) {
      // Only before the words: a page that lost its way may have the property anywhere.
      if (line.trim() === "" && (element.textContent || "").length <= 24) {
        marker = glyph(element, clean(element.textContent || ""));
        written = true;
      } else walk(element, pre);
      return;
    }
    if (style["mso-tab-count"]) return void (line += "\t".repeat(Number(style["mso-tab-count"]) || 1));
    if (style["mso-element"] === "footnote" || style["mso-element"] === "endnote") {
      notes = notes.concat(apart(() => walk(element, pre)));
      return;
    }
    if (name === "SUP" && /^\s*\d+\s*$/.test(element.textContent || "")) {
      line += (element.textContent || "").trim().replace(/\d/g, (digit) => SUPERSCRIPT[Number(digit)]);
      return;
    }
    if (name === "TR" || style.display === "table-row") return takeRow(element, pre);

    counters.enter(element, style);
    const white = style["white-space"];
    const keep = white ? /^(pre|break-spaces)/.test(white) : pre || name === "PRE";
    const block = style.display ? /^(block|flex|grid|list-item|table|flow-root|table-(caption|row-group|header-group))/.test(style.display)
      : blocks.has(name);
    if (block) {
      beginBlock(pre);
      stands = /^(P|H[1-6]|LI|DT|DD|PRE)$/.test(name) || (name === "DIV" && element.childNodes.length > 0 && !element.querySelector("*:not(br)"));
    }
    const counted = block ? wordLists.marker(element, mso) || itemMarker(element, name, style) : "";
    if (counted) {
      marker = counted;
      written = false;
    }
    const before = styles.before(element);
    if (before && before.content) {
      counters.enter(element, before, true);
      const drawn = counters.content(before.content, element);
      if (drawn.counts && line.trim() === "") {
        marker = clean(drawn.text);
        written = false;
      }
    }
    walk(element, keep);
    if (block) endLine(keep ? "pre" : "");
    counters.leave(element);
  }

  function lineBreak() {
    stands = true;
    endLine();
  }

  /** @param {Element} row @param {boolean} pre */
  function takeRow(row, pre) {
    endLine();
    const cells = Array.from(row.children).filter((cell) => !unseen.has(cell.tagName) && !(hiding && isHidden(cell, styles.of(cell))));
    const texts = cells.map((cell) =>
      finish(apart(() => {
        const own = styles.of(cell)["white-space"];
        walk(cell, own ? /^pre/.test(own) : pre);
      }), true),
    );
    for (const text of rowLines(texts)) lines.push({ text, marker: "", written: false, space: "pre" });
  }

  /**
   * The number that a browser draws before an item.
   * @param {Element} element
   * @param {string} name
   * @param {Declarations} style
   */
  function itemMarker(element, name, style) {
    if (name !== "LI") return "";
    const list = element.parentElement;
    if (!list || !lists.has(list.tagName)) return "";
    const n = counters.item(element, list);
    const of = styles.of(list);
    const type = listType(style) || typeAttribute(element) || listType(of) || typeAttribute(list) || (list.tagName === "OL" ? "decimal" : "disc");
    // Word in the browser says how its numbers look: "%1、".
    const level = element.getAttribute("data-leveltext");
    if (level && /%\d/.test(level)) return level.replace(/%\d/g, cssNumeral(type, n));
    const quoted = /^["'](.*)["']$/.exec(type);
    if (quoted) return clean(quoted[1]);
    if (/^(none|disc|circle|square|disclosure-.*)$/.test(type)) return "";
    return cssMarker(type, n);
  }

  walk(document.body || document.documentElement, false);
  endLine();
  lines = lines.concat(notes);
  if (hiding && lines.every((each) => each.text.trim() === "")) return pageText(document, false);
  const numbered = lines.filter((each) => isNumbered(each, each.text.trim()));
  return { text: finish(lines).join("\n"), bare: finish(lines.map((each) => ({ ...each, marker: "" }))).join("\n"), numbered: finish(numbered) };
}

const wideAtEnd = new RegExp(`[${wide}]$`);
const wideAtStart = new RegExp(`^[${wide}]`);

/** Whether its marker comes before the words, or they have one themselves. @param {Line} line @param {string} words */
const isNumbered = ({ marker, written }, words) => marker !== "" && (written ? !words.startsWith(marker) : !byHand.test(words));

/** @param {string} text of a marker */
const clean = (text) => text.replace(/[\s\u00a0]+/g, " ").trim();

/** Bullets of Word's symbol fonts are letters of Wingdings: a dot stands for all of them. @param {Element} element @param {string} text */
function glyph(element, text) {
  const look = (element.getAttribute(STYLE) || "") + ((element.parentElement && element.parentElement.getAttribute(STYLE)) || "");
  return /wingdings|symbol|webdings/i.test(look) && text.length === 1 ? "•" : /^[\uf000-\uf0ff]$/.test(text) ? "•" : text;
}

/** @param {Element} element @param {Declarations} style */
function isHidden(element, style) {
  return (
    /^none/.test(style.display || "") ||
    /^(hidden|collapse)/.test(style.visibility || "") ||
    /^all/.test(style["mso-hide"] || "") ||
    (element.hasAttribute("hidden") && !style.display) ||
    /^(comment-list|comment|header|footer|field-begin|field-separator|field-end)$/.test(style["mso-element"] || "")
  );
}

/** The mark of a note or of a comment: a digit there would run into the figure before it. @param {Element} element @param {Declarations} style */
function isReference(element, style) {
  const id = element.getAttribute(STYLE) || "";
  if (!id.includes("mso-") && element.className === "") return false;
  if (element.tagName === "A" && /mso-(foot|end)note-id/i.test(id)) {
    // The same link stands before the note itself, where its number is wanted.
    return !element.closest(`[${STYLE}*='mso-element:footnote'],[${STYLE}*='mso-element:endnote']`);
  }
  return /mso-comment-reference/i.test(id) || style["mso-special-character"] === "comment" || element.classList.contains("MsoCommentReference");
}

/** @param {Declarations} style */
function listType(style) {
  if (style["list-style-type"]) return style["list-style-type"];
  const short = style["list-style"];
  if (!short) return "";
  return short.split(/\s+/).find((word) => !/^(inside|outside|inherit|initial|url\()/.test(word)) || "";
}

/** @param {Element} element */
function typeAttribute(element) {
  const type = element.getAttribute("type") || "";
  /** @type {Record<string, string>} */
  const types = { 1: "decimal", a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman" };
  return types[type] || "";
}

/**
 * Lines as text: white space put right, markers before their words, no more than one empty line in a row.
 * @param {Line[]} lines
 * @param {boolean} [inCell]
 */
function finish(lines, inCell = false) {
  /** @type {string[]} */
  const done = [];
  for (const each of lines) {
    const { text, marker, space } = each;
    const plain = text.replace(/\u00a0/g, " ").replace(/[\u200b\ufeff]/g, "");
    // What a page indents by is its layout. Full-width spaces stay: somebody typed them.
    const words = space === "pre" && !inCell ? plain.replace(/[ \t]+$/, "") : plain.replace(/^[ ]+|[ \t]+$/g, "");
    const whole = isNumbered(each, words) ? marked(marker, words.trimStart()) : words;
    if (whole.trim() === "") {
      if (done.length > 0 && done[done.length - 1] !== "") done.push("");
    } else done.push(whole);
  }
  while (done.length > 0 && done[done.length - 1] === "") done.pop();
  return done;
}
