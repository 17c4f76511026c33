// Amounts laid end to end on one scale: the parts of a sum against the stated total, or what came in over what went out.

import { hatched, percent, picture, shape, widthOf } from "./svg.js";

/**
 * @typedef {object} Segment
 * @property {number} value
 * @property {string} words the amount as written
 * @property {string} name what it counts; may be ""
 * @property {number} figure that it stands for
 */

/** @typedef {{ from: number, to: number, says: string }} Gap */

const LETTER = 11;
/** Labels that fit at this width fit everywhere. */
const NARROWEST = 300;
const BAR = 17;

/**
 * One row of segments.
 * @param {Segment[]} segments
 * @param {number} whole what the full width stands for
 * @param {number} y
 * @param {number} start share of the width that is left free before it
 */
function row(segments, whole, y, start) {
  const share = (1 - start) / whole;
  /** @type {SVGElement[]} */
  const drawn = [];
  let at = start;
  segments.forEach(({ value, words, name, figure }, i) => {
    const width = value * share;
    const full = name ? `${name} ${words}` : words;
    const room = width * NARROWEST - 8;
    const label = widthOf(full, LETTER) <= room ? full : widthOf(words, LETTER) <= room ? words : "";
    const group = shape(
      "g",
      { class: i % 2 ? "part odd" : "part", "data-figure": figure < 0 ? null : figure },
      shape("title", {}, full),
      shape("rect", { x: percent(at), y: y + 0.5, width: percent(width), height: BAR - 1 }),
    );
    if (label) group.append(shape("text", { x: percent(at + width / 2), y: y + 12.5, "text-anchor": "middle" }, label));
    drawn.push(group);
    at += width;
  });
  return drawn;
}

/** A gap as small as it may be is still to be seen. @param {number} share */
const seen = (share) => Math.max(share, 0.012);

/**
 * The parts of a sum, the stated total as a line, and what is missing or too much hatched.
 * @param {object} sum
 * @param {Segment[]} sum.parts
 * @param {number} sum.total
 * @param {string} sum.totalSays label of the line
 * @param {string} sum.gapSays "" where there is none to show
 * @param {string} sum.says the whole picture in words
 */
export function sumBar({ parts, total, totalSays, gapSays, says }) {
  const made = parts.reduce((sum, { value }) => sum + value, 0);
  const whole = Math.max(made, total);
  const top = LETTER + 4;
  const line = total / whole;
  const children = row(parts, whole, top, 0);
  if (gapSays) {
    const from = Math.min(made, total) / whole;
    const width = seen(Math.abs(made - total) / whole);
    children.push(hatched(percent(Math.min(from, 1 - width)), top, percent(width), BAR, gapSays));
    children.push(shape("text", { x: "100%", y: top + BAR + LETTER + 1, class: "gap-says", "text-anchor": "end" }, gapSays));
  }
  const x = percent(line);
  const anchor = line > 0.4 ? "end" : "start";
  children.push(shape("line", { x1: x, x2: x, y1: top - 5, y2: top + BAR + 4, class: "total-line" }));
  children.push(shape("text", { x, y: LETTER - 1, dx: anchor === "end" ? -1 : 1, "text-anchor": anchor, class: "total-says" }, totalSays));
  return picture("sum-bar", "100%", top + BAR + (gapSays ? LETTER + 5 : 5), says, ...children);
}

/**
 * Two rows that should be equally long; what one lacks is hatched.
 * @param {object} pair
 * @param {[string, string]} pair.names a character or two before each row
 * @param {[Segment[], Segment[]]} pair.rows
 * @param {string} pair.gapSays "" where there is none to show
 * @param {string} pair.says
 */
export function twoBars({ names, rows, gapSays, says }) {
  const [first, second] = rows.map((segments) => segments.reduce((sum, { value }) => sum + value, 0));
  const whole = Math.max(first, second);
  const start = 0.075;
  /** @type {SVGElement[]} */
  const children = [];
  rows.forEach((segments, i) => {
    const y = i * (BAR + 5);
    children.push(shape("text", { x: 0, y: y + 12.5, class: "row-name" }, names[i]), ...row(segments, whole, y, start));
  });
  if (gapSays) {
    const lower = second < first ? 1 : 0;
    const width = seen(((1 - start) * Math.abs(first - second)) / whole);
    children.push(hatched(percent(1 - width), lower * (BAR + 5), percent(width), BAR, gapSays));
    children.push(shape("text", { x: "100%", y: 2 * BAR + 5 + LETTER + 1, class: "gap-says", "text-anchor": "end" }, gapSays));
  }
  return picture("two-bars", "100%", 2 * BAR + 6 + (gapSays ? LETTER + 4 : 0), says, ...children);
}
