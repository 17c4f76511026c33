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
  /** @type {SVGElement[]} */
  const shapes = borders.map((y) => shape("line", { x1: 0, x2: WIDTH, y1: y, y2: y, class: "border" }));
  slices.forEach(({ figures, finding }, i) => {
    const y = i * SLICE;
    const width = Math.max(1.5, (BARS * figures) / most);
    if (figures) shapes.push(shape("rect", { x: 1, y: y + 0.5, width, height: SLICE - 1, class: "bar" }));
    if (!finding) return;
    const mark = marks[finding];
    shapes.push(shape("rect", { x: WIDTH - mark.width, y: y + (SLICE - mark.height) / 2, ...mark, class: finding }));
  });
  if (chosen !== null) shapes.push(shape("path", { d: `M0 ${chosen - 4}l5 4l-5 4Z`, class: "chosen" }));
  return shapes;
}
