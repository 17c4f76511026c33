/**
 * Where `<gangmu-report>` has its text from, and how a place of the text is shown there.
 */
import { mark, textOf } from "../mark.js";
import { reveal } from "../mark/reveal.js";
import { mistake } from "../mistake.js";

/** @import { MarkSource, Marks } from "../mark.d.ts" */

/** @typedef {HTMLTextAreaElement | HTMLInputElement} Field */

/** @param {Element} element @returns {element is Field} */
export const isField = (element) => element.localName === "textarea" || element.localName === "input";

/**
 * A text file of the page's own origin. What the server says of its encoding counts; without that it is UTF-8, and GB 18030
 * where it cannot be.
 * @param {string} address
 */
export async function textFile(address) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(address, { mode: "same-origin", credentials: "same-origin" });
  } catch (error) {
    throw mistake("unreachable", `${address}: ${/** @type {Error} */ (error).message}`);
  }
  if (!response.ok) throw mistake("unreachable", `${address}: ${response.status} ${response.statusText}`);
  const bytes = await response.arrayBuffer();
  const named = /charset=["']?([^\s;"']+)/i.exec(response.headers.get("content-type") || "");
  try {
    return new TextDecoder(named ? named[1] : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/**
 * Browsers do not scroll a field to its selection: how far down a place lies is measured on a copy of its lines.
 * @param {Field} field @param {number} at
 */
function scrollField(field, at) {
  const style = getComputedStyle(field);
  const copy = document.createElement("div");
  const { font, letterSpacing, wordSpacing, textIndent, tabSize, wordBreak, paddingLeft, paddingRight } = style;
  Object.assign(copy.style, { font, letterSpacing, wordSpacing, textIndent, tabSize, wordBreak, paddingLeft, paddingRight });
  const width = `${field.clientWidth}px`;
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", boxSizing: "border-box", width });
  Object.assign(copy.style, { whiteSpace: "pre-wrap", overflowWrap: "break-word" });
  copy.textContent = field.value.slice(0, at);
  document.body.append(copy);
  const bottom = copy.clientHeight + parseFloat(style.paddingTop);
  copy.remove();
  const isSeen = bottom - parseFloat(style.fontSize) >= field.scrollTop && bottom <= field.scrollTop + field.clientHeight;
  if (!isSeen) field.scrollTop = bottom - field.clientHeight / 2;
}

/** @param {Element} element @param {(element: Element) => boolean} [skip] */
const textIn = (element, skip) => (isField(element) ? element.value : textOf(element, { skip }).text);

/**
 * A text that stands in the page: in a field or in an element.
 * @param {Element} element
 * @param {(element: Element) => boolean} [skip] What of it is not read.
 */
export function createSource(element, skip) {
  const read = isField(element) ? null : textOf(element, { skip });
  /** @type {Marks | null} */
  let marks = null;
  let unlisten = () => {};
  const text = isField(element) ? element.value : read ? read.text : "";

  return {
    text,

    /** @param {MarkSource} report @param {(index: number) => void} onFigure Hears of a click on a figure. */
    mark(report, onFigure) {
      if (isField(element)) return;
      marks = mark(element, report, { skip });
      const onClick = (/** @type {Event} */ event) => {
        const { clientX, clientY } = /** @type {MouseEvent} */ (event);
        const found = marks && marks.atPoint(clientX, clientY).find(({ kind }) => kind === "figure");
        if (found) onFigure(found.index);
      };
      element.addEventListener("click", onClick);
      unlisten = () => element.removeEventListener("click", onClick);
    },

    clear() {
      unlisten();
      if (marks) marks.clear();
      marks = null;
    },

    /** Whether the page has changed the text since. */
    isOld: () => textIn(element, skip) !== text,

    /** Shows a place: chosen among the marks, selected where there are none. @param {[number, number]} span */
    show(span) {
      if (isField(element)) {
        element.focus();
        element.setSelectionRange(span[0], span[1]);
        scrollField(element, span[1]);
      } else if (marks) marks.choose(span);
      else if (read) {
        const { rangeOf, rectsOf } = read;
        const range = rangeOf(span);
        const selection = getSelection();
        if (selection) selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
        const holder = range.startContainer.parentElement;
        if (holder) reveal(holder, () => rectsOf(span)[0]);
      }
    },

  };
}

/** @typedef {ReturnType<typeof createSource>} Source */

/**
 * Calls back whenever the text may have changed.
 * @param {Element} element @param {() => void} changed
 * @returns {() => void} Ends it.
 */
export function watch(element, changed) {
  if (isField(element)) {
    const { form } = element;
    element.addEventListener("input", changed);
    if (form) form.addEventListener("reset", changed);
    return () => {
      element.removeEventListener("input", changed);
      if (form) form.removeEventListener("reset", changed);
    };
  }
  const observer = new MutationObserver(changed);
  const attributeFilter = ["hidden", "class", "style", "open", "slot"];
  observer.observe(element, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter });
  return () => observer.disconnect();
}
