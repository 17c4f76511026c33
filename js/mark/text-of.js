/**
 * The text of a DOM subtree as a reader sees it, with the way back from each character to its place in the DOM.
 *
 * The text is laid out by the computed styles, in one walk and without recursion: how deep a page nests its elements is
 * the page's affair.
 *
 * @import { SubtreeText, TextOfOptions } from "../mark.d.ts"
 */

/** A stretch of a text node that stands in the text as it is: `length` units from `from` in `node`, `at` in the text. */
/** @typedef {{ node: Text, from: number, at: number, length: number }} Run */

/** Elements whose text is no part of what is read, however they are displayed. */
const UNREAD = new Set(
  ("script style noscript template textarea select input datalist svg math iframe object embed audio video canvas rt rp " +
    "progress meter").split(" "),
);

/** Of these only `inline-table` and the like could break lines inside; beside their neighbours they stand in the line. */
const INLINE = /^(?:inline|contents|ruby)/;

/**
 * Between two wide characters a line break of the source is nothing; elsewhere it is a space (CSS Text 3, 4.1.3). Chromium
 * draws a space there too, which no writer meant. Of characters in two units either may be asked: emoji and rare Han.
 */
const WIDE = /[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\ud83c-\udfff]/;

/** @param {CSSStyleDeclaration} style @returns {"collapse" | "lines" | "keep"} What becomes of white space. */
function whiteSpace(style) {
  const word = style.getPropertyValue("white-space-collapse") || style.whiteSpace;
  if (word === "pre-line" || word === "preserve-breaks") return "lines";
  return /^(?:pre|break)/.test(word) ? "keep" : "collapse";
}

/** @param {Element} element @param {CSSStyleDeclaration} style */
function isUnseen(element, style) {
  if (style.display === "none" || UNREAD.has(element.localName)) return true;
  const holder = element.parentElement;
  if (!holder) return false;
  // What a shadow tree gives no slot to is not drawn; what a closed <details> holds neither, but for its summary.
  if (holder.shadowRoot && !element.assignedSlot) return true;
  return isClosed(holder) && element.localName !== "summary";
}

/** @param {Element} element */
const isClosed = (element) => element.localName === "details" && !element.hasAttribute("open");

/** @param {Element} root @param {TextOfOptions} [options] @returns {SubtreeText} */
export function textOf(root, { skip } = {}) {
  const view = root.ownerDocument.defaultView || window;
  /** @type {Run[]} */
  const runs = [];
  /** @type {string[]} */
  const pieces = [];
  let length = 0;
  let last = "";
  /** What stands between the words before and those that follow, if any follow: a line break, tabs of a table. */
  let gap = "";
  /** White space not yet set: at the end of a line it never is. @type {{ node: Text, from: number, broken: boolean } | null} */
  let space = null;

  /** @param {string} words */
  const put = (words) => {
    pieces.push(words);
    length += words.length;
    last = words[words.length - 1];
  };

  const closeGap = () => {
    if (gap && (length === 0 || last === "\n")) gap = gap.replace("\n", "");
    if (gap) put(gap);
    gap = "";
  };

  /** @param {Text} node @param {number} from @param {string} words */
  const set = (node, from, words) => {
    const before = runs[runs.length - 1];
    if (before && before.node === node && before.from + before.length === from && before.at + before.length === length) {
      before.length += words.length;
    } else runs.push({ node, from, at: length, length: words.length });
    put(words);
  };

  const breakLine = () => {
    space = null;
    if (gap === "") gap = "\n";
  };

  /** @param {string} next The words that follow. */
  const setSpace = (next) => {
    if (gap || length === 0 || last === "\n") space = null;
    closeGap();
    if (space && !(space.broken && WIDE.test(last) && WIDE.test(next[0]))) set(space.node, space.from, " ");
    space = null;
  };

  /** @param {Text} node @param {"collapse" | "lines" | "keep"} mode */
  const read = (node, mode) => {
    const { data } = node;
    if (mode === "keep") {
      if (data === "") return;
      setSpace(data);
      return set(node, 0, data);
    }
    for (const { 0: piece, index = 0 } of data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (!/[ \t\n\r\f]/.test(piece[0])) {
        setSpace(piece);
        set(node, index, piece);
      } else if (mode === "lines" && piece.includes("\n")) {
        closeGap();
        space = null;
        for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1)) set(node, index + at, "\n");
      } else {
        space = space || { node, from: index, broken: false };
        space.broken = space.broken || /[\n\r]/.test(piece);
      }
    }
  };

  /** The elements that are open here. @type {{ display: string, mode: "collapse" | "lines" | "keep", seen: boolean, length: number }[]} */
  const open = [];

  /** @param {Node} node @returns {boolean} Whether its children are to be read. */
  const enter = (node) => {
    // By number, not by class: a node from another frame keeps the classes of that frame.
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
      const words = /** @type {Text} */ (node);
      const { seen, mode } = open[open.length - 1];
      const slot = words.assignedSlot;
      // In a slot it looks as the slot does; without one it is not drawn.
      if (slot) read(words, whiteSpace(view.getComputedStyle(slot)));
      else if (seen && !(words.parentElement && words.parentElement.shadowRoot)) read(words, mode);
    }
    return node.nodeType === Node.ELEMENT_NODE && enterElement(/** @type {Element} */ (node));
  };

  /** @param {Element} node */
  const enterElement = (node) => {
    const style = view.getComputedStyle(node);
    // The subtree is read even where the page does not show it as a whole.
    if (node !== root && (isUnseen(node, style) || (skip && skip(node)))) return false;
    if (node.localName === "br") {
      closeGap();
      put("\n");
      space = null;
      return false;
    }
    const { display } = style;
    if (node !== root && !INLINE.test(display) && display !== "table-cell") breakLine();
    open.push({ display, mode: whiteSpace(style), seen: style.visibility === "visible" && !isClosed(node), length });
    if (node.localName === "slot" && /** @type {HTMLSlotElement} */ (node).assignedNodes().length > 0) return false;
    return node === root || style.getPropertyValue("content-visibility") !== "hidden";
  };

  const leave = () => {
    const closed = open.pop();
    if (!closed || INLINE.test(closed.display)) return;
    if (closed.display === "table-cell") {
      space = null;
      // A line break that stands before an empty cell stays.
      gap = length === closed.length ? `${gap}\t` : "\t";
    } else if (closed.display === "table-row") {
      space = null;
      gap = gap.replace(/\t+$/, "") || "\n";
    } else breakLine();
  };

  /** @type {Node} */
  let node = root;
  walk: for (;;) {
    const deep = open.length;
    if (enter(node) && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (open.length > deep) leave();
    for (; node !== root; leave()) {
      if (node.nextSibling) {
        node = node.nextSibling;
        continue walk;
      }
      node = /** @type {Node} */ (node.parentNode);
    }
    break;
  }

  return { text: pieces.join(""), ...positions(root, runs, length) };
}

/** @param {Element} root @param {Run[]} runs @param {number} length Of the text. */
function positions(root, runs, length) {
  const page = root.ownerDocument;

  /** How many runs are on this side of a border that `isBefore` draws. @param {(run: Run) => boolean} isBefore */
  const count = (isBefore) => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(runs[middle])) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** @param {readonly [number, number]} span */
  const check = ([start, end]) => {
    if (start >= 0 && start <= end && end <= length) return;
    const words = `[${start}, ${end}] is no span of this text of ${length} UTF-16 units: was it another text that was read?`;
    throw Object.assign(new RangeError(words), { code: "bad-span" });
  };

  /** The runs that a span touches. @param {readonly [number, number]} span */
  const runsIn = ([start, end]) =>
    start === end
      ? []
      : runs.slice(
          count(({ at, length }) => at + length <= start),
          count(({ at }) => at < end),
        );

  /** @param {readonly [number, number]} span @returns {Range} */
  const rangeOf = (span) => {
    check(span);
    const [start, end] = span;
    const range = page.createRange();
    const touched = runsIn(span);
    if (touched.length === 0) {
      // Nothing but a line break that the DOM does not write: the place after what stands before it.
      const before = runs[count(({ at }) => at <= start) - 1] || runs[0];
      if (before) range.setStart(before.node, before.from + Math.min(Math.max(start - before.at, 0), before.length));
      else range.setStart(root, 0);
      range.collapse(true);
      return range;
    }
    const first = touched[0];
    const final = touched[touched.length - 1];
    range.setStart(first.node, first.from + Math.max(start - first.at, 0));
    range.setEnd(final.node, final.from + Math.min(end - final.at, final.length));
    return range;
  };

  /** @param {Range} range @returns {[number, number] | null} */
  const spanOf = (range) => {
    if (!range.intersectsNode(root)) return null;
    // Runs that end before the range begins; and those that begin before it ends.
    const ended = runs[count(({ node, from, length }) => range.comparePoint(node, from + length) < 0)];
    const begun = runs[count(({ node, from }) => range.comparePoint(node, from) <= 0) - 1];
    const inside = (/** @type {Run} */ run, /** @type {Node} */ node, /** @type {number} */ offset) =>
      run.node === node ? run.at + Math.min(Math.max(offset - run.from, 0), run.length) : -1;
    let start = length;
    if (ended) start = Math.max(ended.at, inside(ended, range.startContainer, range.startOffset));
    let end = 0;
    if (begun) {
      const at = inside(begun, range.endContainer, range.endOffset);
      end = at < 0 ? begun.at + begun.length : at;
    }
    return range.collapsed ? [end, end] : [Math.min(start, end), end];
  };

  /** Where the words of a span are drawn: a box a line and text node. @param {readonly [number, number]} span */
  const rectsOf = (span) => {
    check(span);
    const range = page.createRange();
    /** @type {DOMRect[]} */
    const rects = [];
    for (const { node, from, at, length } of runsIn(span)) {
      range.setStart(node, from + Math.max(span[0] - at, 0));
      range.setEnd(node, from + Math.min(span[1] - at, length));
      rects.push(...Array.from(range.getClientRects()).filter(({ width }) => width > 0));
    }
    return rects;
  };

  return { rangeOf, spanOf, rectsOf };
}
