// How wide the columns of a table must be so that no number in them is cut. Only some rows of a table exist at a time, so it
// cannot find that out itself: the longest cells are laid out once, out of sight.

import { element } from "../dom.js";

/** So many of a column's longest cells are laid out: their length in letters says only roughly which is widest. */
const CANDIDATES = 4;

/**
 * How long words are, roughly: a Chinese character is twice a digit.
 * @param {string} words
 */
function lengthOf(words) {
  let length = 0;
  for (let i = 0; i < words.length; i++) length += words.charCodeAt(i) > 0x2e00 ? 2 : 1;
  return length;
}

/**
 * The longest of many words.
 * @param {number} count
 * @param {(index: number) => string} wordsAt
 * @returns {number[]} their indices, each of different words
 */
export function longest(count, wordsAt) {
  /** @type {{ index: number, length: number, words: string }[]} */
  const found = [];
  for (let index = 0; index < count; index++) {
    const words = wordsAt(index);
    const length = lengthOf(words);
    const least = found[CANDIDATES - 1];
    if (!length || (least && length <= least.length) || found.some((each) => each.words === words)) continue;
    found.push({ index, length, words });
    found.sort((a, b) => b.length - a.length);
    found.length = Math.min(found.length, CANDIDATES);
  }
  return found.map(({ index }) => index);
}

/**
 * Lays cells out as wide as they like and answers with the widths of the columns, in pixels.
 * @param {HTMLElement} holder what the table stands in
 * @param {HTMLElement} table its looks are taken
 * @param {HTMLElement[][]} columns cells of each column
 * @returns {number[]}
 */
export function widthsOf(holder, table, columns) {
  const rows = [];
  for (let row = 0; columns.some((cells) => row < cells.length); row++) {
    rows.push(element("tr", {}, ...columns.map((cells) => cells[row] || element("td"))));
  }
  const ruler = element("table", { class: `${table.className} ruler`, "aria-hidden": "true" }, element("tbody", {}, ...rows));
  holder.append(ruler);
  const first = rows[0] ? Array.from(rows[0].children) : [];
  const widths = first.map((cell) => Math.ceil(cell.getBoundingClientRect().width));
  ruler.remove();
  return widths;
}
