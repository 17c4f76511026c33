/** Times the ways over the boundary; runs in Node and in a page. */
import { unpack } from "../../js/unpack.js";

/**
 * @typedef {{ countFigures(text: string): number, parsePacked(text: string): [Uint32Array, string], parseJson(text: string): string, parseSerde(text: string): object }} Glue
 * @typedef {Record<string, number>} Medians Milliseconds by way.
 */

/** @param {Glue} glue @param {any} names */
const waysOf = (glue, names) => ({
  "parse alone": (/** @type {string} */ text) => glue.countFigures(text),
  "packed tape, not unpacked": (/** @type {string} */ text) => glue.parsePacked(text),
  "packed tape + unpack": (/** @type {string} */ text) => {
    const [tape, pool] = glue.parsePacked(text);
    return unpack(tape, pool, text, names);
  },
  "JSON string + JSON.parse": (/** @type {string} */ text) => JSON.parse(glue.parseJson(text)),
  "serde-wasm-bindgen": (/** @type {string} */ text) => glue.parseSerde(text),
});

/**
 * The median of each way, the ways taking turns, so that what else the machine does meets all of them.
 *
 * @param {Glue} glue
 * @param {any} names The closed sets.
 * @param {string} text
 * @param {number} rounds
 * @returns {{ medians: Medians, figures: number }}
 */
export function timeWays(glue, names, text, rounds) {
  const ways = waysOf(glue, names);
  const results = ["packed tape + unpack", "JSON string + JSON.parse", "serde-wasm-bindgen"].map((way) =>
    JSON.stringify(ways[/** @type {keyof typeof ways} */ (way)](text)),
  );
  if (results.some((result) => result !== results[0])) throw new Error("the ways give different reports");
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = -3; round < rounds; round++) {
    for (const [way, call] of Object.entries(ways)) {
      const start = performance.now();
      call(text);
      // The first rounds warm the compilers up.
      if (round >= 0) times[way].push(performance.now() - start);
    }
  }
  const median = (/** @type {number[]} */ all) => all.sort((a, b) => a - b)[all.length >> 1];
  const medians = Object.fromEntries(Object.entries(times).map(([way, all]) => [way, median(all)]));
  return { medians, figures: glue.countFigures(text) };
}
