// A report made ready for looking things up: its headings in a row, what stands where, what belongs to what.

/** @typedef {import("../js/gangmu.d.ts").Report} Report */
/** @typedef {import("../js/gangmu.d.ts").Heading} Heading */
/** @typedef {import("../js/gangmu.d.ts").Figure} Figure */
/** @typedef {import("../js/gangmu.d.ts").Relation} Relation */

/**
 * A heading's place in the row of all headings.
 * @typedef {object} Place
 * @property {Heading} heading
 * @property {string} key path in the outline, "0.2.1"
 * @property {number} depth 1 for the outermost
 * @property {number} parent index of the heading it stands under, or -1
 * @property {number} last index of the last heading under it, or its own
 * @property {number} nth its place among its siblings, from 1
 * @property {number} siblings
 * @property {number} figures in it and under it
 * @property {number} findings in it and under it
 */

/**
 * @typedef {object} Survey
 * @property {string} text what was parsed: the editor's own text, so that positions are the editor's
 * @property {Report} report
 * @property {Place[]} places
 * @property {Int32Array} sections index into `places` of each figure, or -1
 * @property {number[]} open indices of the findings that nobody dismissed
 * @property {Map<number, Relation[]>} relations those that a figure takes part in
 */

/**
 * @param {string} text
 * @param {Report} report
 * @param {(fingerprint: string) => boolean} [isDismissed]
 * @returns {Survey}
 */
export function survey(text, report, isDismissed = () => false) {
  /** @type {Place[]} */
  const places = [];
  /** @type {Map<string, number>} */
  const byKey = new Map();

  /** @type {(headings: Heading[], parent: number, depth: number) => void} */
  const lay = (headings, parent, depth) => {
    headings.forEach((heading, i) => {
      const index = places.length;
      const key = parent < 0 ? String(i) : `${places[parent].key}.${i}`;
      byKey.set(key, index);
      const siblings = headings.length;
      places.push({ heading, key, depth, parent, last: index, nth: i + 1, siblings, figures: 0, findings: 0 });
      lay(heading.children, index, depth + 1);
      places[index].last = places.length - 1;
    });
  };
  lay(report.outline, -1, 1);

  const sections = new Int32Array(report.figures.length);
  report.figures.forEach((figure, i) => {
    const found = byKey.get(figure.heading.join("."));
    sections[i] = found === undefined ? -1 : found;
    for (let at = sections[i]; at >= 0; at = places[at].parent) places[at].figures++;
  });
  const open = report.findings.map((_, i) => i).filter((i) => !isDismissed(report.findings[i].fingerprint));
  for (const finding of open) {
    for (let at = placeAt(places, report.findings[finding].span[0]); at >= 0; at = places[at].parent) places[at].findings++;
  }

  /** @type {Map<number, Relation[]>} */
  const relations = new Map();
  for (const relation of report.relations) {
    for (const member of membersOf(relation)) {
      const known = relations.get(member);
      if (known) known.push(relation);
      else relations.set(member, [relation]);
    }
  }
  return { text, report, places, sections, open, relations };
}

/**
 * The figures that hang together.
 * @param {Relation} relation
 * @returns {number[]}
 */
export function membersOf(relation) {
  switch (relation.kind) {
    case "sum":
      return [relation.total].concat(relation.parts);
    case "rate":
      return [relation.rate, relation.numerator, relation.denominator];
    case "part":
      return [relation.whole, relation.part];
    case "change":
      return [relation.from, relation.to, relation.change];
    case "shares":
      return relation.parts;
    case "flow":
      return relation.incoming.concat(relation.outgoing);
    case "average":
      return [relation.average, relation.number, relation.total];
    case "conversion":
      return [relation.stated, relation.converted];
    case "repeat":
      return [relation.first, relation.again];
    case "claim":
      return [];
  }
}

/**
 * Where a relation first stands in the text: its first figure, or the claim.
 * @param {Report} report
 * @param {Relation} relation
 */
export function firstSpan(report, relation) {
  return relation.kind === "claim" ? relation.span : report.figures[Math.min(...membersOf(relation))].span;
}

/**
 * How many of the sorted starts lie at or before the position.
 * @param {number} length
 * @param {(index: number) => number} startOf
 * @param {number} position
 */
export function countUpTo(length, startOf, position) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The innermost heading whose section holds the position, or -1.
 * @param {Place[]} places
 * @param {number} position
 */
export function placeAt(places, position) {
  return countUpTo(places.length, (i) => places[i].heading.span[0], position) - 1;
}

/**
 * The figure at the position (its two edges included), or -1.
 * @param {Figure[]} figures
 * @param {number} position
 */
export function figureAt(figures, position) {
  const index = countUpTo(figures.length, (i) => figures[i].span[0], position) - 1;
  return index >= 0 && position <= figures[index].span[1] ? index : -1;
}

/**
 * Markers from the outermost heading down, short: 一(二)3.
 * @param {Place[]} places
 * @param {number} index
 */
export function sectionMark(places, index) {
  let mark = "";
  for (let at = index; at >= 0; at = places[at].parent) mark = shortMarker(places[at].heading) + mark;
  return mark;
}

/** @param {Heading} heading */
function shortMarker(heading) {
  const marker = heading.marker.replace(/（/g, "(").replace(/）/g, ")");
  if (/[\p{L}\p{N}]/u.test(marker)) return marker.replace(/[、.．，,:：\s]+$/, "");
  return heading.number === null ? "·" : String(heading.number);
}

/**
 * A figure as the text writes it, number and unit.
 * @param {Survey} survey
 * @param {number} figure
 */
export function wordsOf({ text, report }, figure) {
  const [start, end] = report.figures[figure].span;
  return text.slice(start, end);
}
