// Small marks beside a calculation: a part of a whole, a change from one value to another, things announced and named.

import { hatched, picture, shape, widthOf } from "./svg.js";

const LETTER = 11;

/**
 * A part of its whole; a tick where the stated rate would put the part's end.
 * @param {object} rate
 * @param {number} rate.part
 * @param {number} rate.whole
 * @param {number | null} rate.stated as a share of the whole
 * @param {string} rate.says
 */
export function rateMark({ part, whole, stated, says }) {
  const width = 160;
  const longest = Math.max(whole, part, (stated || 0) * whole);
  const scale = (width - 2) / longest;
  /** @type {SVGElement[]} */
  const children = [
    shape("rect", { x: 1, y: 4.5, width: whole * scale, height: 9, class: "whole" }),
    shape("rect", { x: 1, y: 4.5, width: part * scale, height: 9, class: "filled" }),
  ];
  if (part > whole) children.push(hatched(1 + whole * scale, 4.5, (part - whole) * scale, 9, says));
  if (stated !== null) {
    const x = 1 + stated * whole * scale;
    children.push(shape("line", { x1: x, x2: x, y1: 1, y2: 17, class: "total-line" }));
  }
  return picture("rate-mark", width, 18, says, ...children);
}

/**
 * From one value to another, both on a scale that begins at nothing.
 * @param {object} change
 * @param {number} change.from
 * @param {number} change.to
 * @param {string} change.fromSays
 * @param {string} change.toSays
 * @param {string} change.says
 */
export function changeMark({ from, to, fromSays, toSays, says }) {
  const left = Math.ceil(widthOf(fromSays, LETTER)) + 4;
  const run = 64;
  const highest = Math.max(from, to);
  const y = (/** @type {number} */ value) => 25 - (20 * value) / highest;
  const [x1, y1, x2, y2] = [left + 6, y(from), left + 6 + run, y(to)];
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const width = x2 + 8 + Math.ceil(widthOf(toSays, LETTER)) + 4;
  // A line of nothing at the foot: against it the heights are read.
  return picture(
    "change-mark",
    width,
    30,
    says,
    shape("line", { x1, x2, y1: 25.5, y2: 25.5, class: "foot" }),
    shape("line", { x1, y1, x2, y2, class: "way" }),
    shape("circle", { cx: x1, cy: y1, r: 2.5, class: "start" }),
    shape("path", { d: "M-8 -3.5L0 0L-8 3.5Z", class: "head", transform: `translate(${x2} ${y2}) rotate(${angle})` }),
    shape("text", { x: left, y: Math.max(y1 + 4, LETTER), "text-anchor": "end" }, fromSays),
    shape("text", { x: x2 + 8, y: Math.max(y2 + 4, LETTER), class: "strong" }, toSays),
  );
}

/** So many dots are counted at a glance. */
const MOST_DOTS = 20;

/**
 * Things that were announced and named: full dots; those announced and not named: rings; those named beyond: squares.
 * @param {number} stated
 * @param {number} named
 * @param {string} says
 */
export function claimDots(stated, named, says) {
  const many = Math.max(stated, named);
  if (!many || many > MOST_DOTS) return null;
  const dots = [];
  for (let i = 0; i < many; i++) {
    const x = 7 + i * 14;
    if (i >= stated) dots.push(shape("rect", { x: x - 4, y: 5, width: 8, height: 8, class: "beyond" }));
    else dots.push(shape("circle", { cx: x, cy: 9, r: 4, class: i < named ? "named" : "unnamed" }));
  }
  return picture("claim-dots", many * 14, 18, says, ...dots);
}
