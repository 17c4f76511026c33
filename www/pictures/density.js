// Where figures and findings stand from the first line to the last: a bar for how many figures, a mark for a finding. The
// three severities differ in size and place before they differ in colour.

import { shape } from "./svg.js";

/** @typedef {import("../../js/gangmu.d.ts").Severity} Severity */

/**
 * @typedef {object} Slice a few pixels of the strip
 * @property {number} figures
 * @property {Severity | null} finding the gravest in it
 */

export const SLICE = 3;
export const WIDTH = 16;

const BARS = 9;
/** So many figures in a slice fill it, where no slice has more. */
const FULL = 2;

/** @type {{ [severity in Severity]: { width: number, height: number } }} */
const marks = { error: { width: 6, height: 4 }, warning: { width: 4, height: 3 }, advice: { width: 2, height: 2 } };

/**
 * @param {Slice[]} slices
 * @param {number[]} borders where the top sections begin, in pixels
 * @param {number | null} chosen where the chosen place is, in pixels
 * @returns {SVGElement[]}
 */
export function densityShapes(slices, borders, chosen) {
  const most = slices.reduce((max, { figures }) => Math.max(max, figures), FULL);
  // One shape for all bars: hundreds would cost more than all the rest of the page.
  let bars = "";
  /** @type {SVGElement[]} */
  const found = [];
  slices.forEach(({ figures, finding }, i) => {
    const y = i * SLICE;
    if (figures) bars += `M1 ${y + 0.5}h${Math.max(1.5, Math.round((BARS * 10 * figures) / most) / 10)}v${SLICE - 1}H1Z`;
    if (!finding) return;
    const mark = marks[finding];
    found.push(shape("rect", { x: WIDTH - mark.width, y: y + (SLICE - mark.height) / 2, ...mark, class: finding }));
  });
  const lines = borders.map((y) => `M0 ${y}H${WIDTH}`).join("");
  /** @type {SVGElement[]} */
  const shapes = [shape("path", { d: lines, class: "border" }), shape("path", { d: bars, class: "bar" }), ...found];
  if (chosen !== null) shapes.push(shape("path", { d: `M0 ${chosen - 4}l5 4l-5 4Z`, class: "chosen" }));
  return shapes;
}
