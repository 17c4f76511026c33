// An indicator over years or over places as a small chart. The scale and the lines come of d3; what is drawn carries its own colours,
// so that it looks the same in a file, and classes, by which the page's theme goes before them.

import { nice, ticks } from "d3-array";
import { line } from "d3-shape";
import { number } from "../format.js";
import { picture, shape, widthOf } from "./svg.js";

/** @typedef {{ place: string, year: number | null, value: number, words: string }} Point */

const WIDTH = 640;
const LETTER = 13;
const INK = "#1d2126";
const SOFT = "#4c525a";
const BLUE = "#3f7ea3";
const FAINT = "#cbc7bc";
/** More lines than these cannot be told apart, more bars not be read. */
const MOST_LINES = 6;
const MOST_BARS = 40;

/** Strokes that tell lines apart without colour. */
const DASHES = ["", "6 3", "2 3", "9 3 2 3", "12 4", "4 2 1 2"];

/** @param {string} words @param {number} room */
function fitting(words, room) {
  if (widthOf(words, LETTER) <= room) return words;
  let end = words.length;
  while (end > 1 && widthOf(`${words.slice(0, end)}…`, LETTER) > room) end--;
  return `${words.slice(0, end)}…`;
}

/**
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {"start" | "middle" | "end"} anchor
 * @param {string} [fill]
 */
const label = (words, x, y, anchor, fill = SOFT) =>
  shape("text", { x, y, "text-anchor": anchor, "font-size": LETTER, fill, class: fill === INK ? "strong" : null }, words);

/** A scale from 0, or from below where a value is, to round numbers. @param {number[]} values */
function scaleOf(values) {
  const [low, high] = nice(Math.min(0, ...values), Math.max(0, ...values) || 1, 4);
  return { low, high, marks: ticks(low, high, 4) };
}

/** @param {Point[]} points @param {number} top */
function bars(points, top) {
  const shown = points.slice(0, MOST_BARS);
  const { low, high } = scaleOf(shown.map(({ value }) => value));
  const left = 150;
  const room = WIDTH - left - 90;
  const at = (/** @type {number} */ value) => left + ((value - low) / (high - low)) * room;
  /** @type {SVGElement[]} */
  const children = shown.flatMap(({ place, value, words }, i) => {
    const y = top + i * 24;
    const [from, to] = [at(Math.min(0, value)), at(Math.max(0, value))];
    return [
      label(fitting(place, left - 12), left - 8, y + 13, "end", INK),
      shape("rect", { x: from, y: y + 2, width: Math.max(to - from, 1), height: 16, fill: BLUE, class: "bar" }, shape("title", {}, `${place} ${words}`)),
      label(words, to + 6, y + 14, "start"),
    ];
  });
  children.push(shape("line", { x1: at(0), x2: at(0), y1: top - 2, y2: top + shown.length * 24, stroke: SOFT, class: "foot" }));
  return { children, height: shown.length * 24 + 6, left: points.length - shown.length };
}

/** @param {Point[]} points @param {number} top */
function lines(points, top) {
  const years = Array.from(new Set(points.map(({ year }) => year))).sort((a, b) => Number(a) - Number(b));
  const places = Array.from(new Set(points.map(({ place }) => place)));
  const shown = places.slice(0, MOST_LINES);
  const drawn = points.filter(({ place }) => shown.includes(place));
  const { low, high, marks } = scaleOf(drawn.map(({ value }) => value));
  const [left, right, tall] = [76, WIDTH - 120, 200];
  const x = (/** @type {number | null} */ year) => left + ((right - left) * (years.indexOf(year) + 0.5)) / years.length;
  const y = (/** @type {number} */ value) => top + tall - ((value - low) / (high - low)) * tall;
  /** @type {SVGElement[]} */
  const children = marks.flatMap((mark) => [
    shape("line", { x1: left, x2: right, y1: y(mark), y2: y(mark), stroke: FAINT, class: "grid" }),
    label(number(mark), left - 8, y(mark) + 4, "end"),
  ]);
  for (const year of years) children.push(label(String(year), x(year), top + tall + 18, "middle"));
  const path = line().x((each) => each[0]).y((each) => each[1]);
  /** @type {{ place: string, at: number }[]} */
  const names = [];
  shown.forEach((place, i) => {
    const own = drawn.filter((point) => point.place === place).sort((a, b) => Number(a.year) - Number(b.year));
    const d = path(own.map(({ year, value }) => [x(year), y(value)]));
    children.push(shape("path", { d, fill: "none", stroke: BLUE, "stroke-width": 2, "stroke-dasharray": DASHES[i] || null, class: "line" }));
    for (const { year, value, words } of own) {
      children.push(shape("circle", { cx: x(year), cy: y(value), r: 3.5, fill: BLUE, class: "dot" }, shape("title", {}, `${place} ${year} ${words}`)));
      if (shown.length === 1) children.push(label(words, x(year), y(value) - 9, "middle", INK));
    }
    if (shown.length > 1) names.push({ place, at: y(own[own.length - 1].value) + 4 });
  });
  // At the ends of the lines, from above, none over another.
  let above = 0;
  for (const { place, at } of names.sort((a, b) => a.at - b.at)) {
    above = Math.max(at, above + LETTER + 2);
    children.push(label(fitting(place, 108), right + 8, above, "start", INK));
  }
  return { children, height: Math.max(tall + 26, above - top + 6), left: places.length - shown.length };
}

/**
 * @param {object} about
 * @param {Point[]} about.points one at most of a place and year
 * @param {string} about.title
 * @param {string} about.source a line under it
 * @param {string} about.says all of it in words
 * @param {(left: number) => string} about.more said behind it of places that are not drawn
 */
export function chart({ points, title, source, says, more }) {
  const top = 42;
  const overYears = new Set(points.map(({ year }) => year)).size > 1 && points.every(({ year }) => year !== null);
  const { children, height, left } = (overYears ? lines : bars)(points, top);
  const foot = top + height + 22;
  const heading = shape("text", { x: 0, y: 18, "font-size": 15, "font-weight": 600, fill: INK, class: "strong" }, fitting(title, WIDTH * 0.8));
  const drawn = picture("chart", WIDTH, foot + 8, says, heading, ...children, label(left ? source + more(left) : source, 0, foot, "start"));
  drawn.setAttribute("viewBox", `0 0 ${WIDTH} ${foot + 8}`);
  drawn.setAttribute("font-family", "sans-serif");
  return drawn;
}

/** The chart as a file of its own. @param {SVGSVGElement} drawn */
export function svgFile(drawn) {
  const copy = /** @type {SVGSVGElement} */ (drawn.cloneNode(true));
  copy.insertBefore(shape("rect", { width: "100%", height: "100%", fill: "#ffffff" }), copy.firstChild);
  return new XMLSerializer().serializeToString(copy);
}

/** The same as pixels, twice as many as it is wide, for paper. @param {SVGSVGElement} drawn @returns {Promise<Uint8Array>} */
export async function pngFile(drawn) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgFile(drawn))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * Number(drawn.getAttribute("width"));
  canvas.height = 2 * Number(drawn.getAttribute("height"));
  const context = canvas.getContext("2d");
  if (!context) throw new Error("canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("canvas");
  return new Uint8Array(await blob.arrayBuffer());
}
