// What the reader corrects in a pairing: pairs taken apart, and figures paired by hand.

import { tidy } from "../pictures/amounts.js";

/** @typedef {import("../../js/gangmu.d.ts").Comparison} Comparison */
/** @typedef {import("../../js/gangmu.d.ts").Figure} Figure */
/** @typedef {Omit<import("../../js/gangmu.d.ts").Pair, "confidence"> & { confidence: import("../../js/gangmu.d.ts").Confidence | "hand" }} Pair */
/** @typedef {Omit<import("../../js/gangmu.d.ts").Alone, "reason"> & { reason: import("../../js/gangmu.d.ts").AloneReason | "apart" }} Alone */

/** Indices of two figures: of the desk's text, of the other. @typedef {[desk: number, other: number]} Couple */

export const noCorrections = () => ({ apart: /** @type {Couple[]} */ ([]), together: /** @type {Couple[]} */ ([]) });

/** @param {Couple[]} couples @param {number} desk @param {number} other */
const has = (couples, desk, other) => couples.some((each) => each[0] === desk && each[1] === other);

/** @param {Figure} first @param {Figure} second @returns {Pick<Pair, "difference" | "percent" | "remarks">} */
function differing(first, second) {
  const comparable = first.unit === second.unit && first.upper === null && second.upper === null;
  const difference = comparable ? tidy(second.value - first.value) : null;
  const percent = difference === null || !first.value || first.kind === "percent" ? null : Math.round((difference / first.value) * 1e4) / 100;
  return { difference, percent, remarks: first.unit === second.unit ? [] : ["unit-changed"] };
}

/**
 * The pairs and the lone figures with the reader's corrections.
 * @param {Comparison} comparison
 * @param {ReturnType<typeof noCorrections>} corrections
 * @param {boolean} deskFirst the first report is the one on the desk
 * @returns {{ pairs: Pair[], alone: Alone[] }}
 */
export function corrected({ first, second, pairs, alone }, { apart, together }, deskFirst) {
  /** @param {Couple} couple @returns {Couple} */
  const turned = ([desk, other]) => (deskFirst ? [desk, other] : [other, desk]);
  const undone = apart.map(turned);
  const made = together.map(turned);
  /** @type {Pair[]} */
  const all = pairs.filter((pair) => !has(undone, pair.first, pair.second));
  for (const [a, b] of made) all.push({ first: a, second: b, confidence: "hand", ...differing(first.figures[a], second.figures[b]) });
  all.sort((a, b) => a.second - b.second);
  /** @type {Alone[]} */
  const lone = alone.slice();
  for (const [a, b] of undone) lone.push({ report: "first", figure: a, reason: "apart" }, { report: "second", figure: b, reason: "apart" });
  const free = lone.filter(({ report, figure }) => !all.some((pair) => pair[report] === figure));
  return { pairs: all, alone: free.sort((a, b) => a.report.localeCompare(b.report) || a.figure - b.figure) };
}
