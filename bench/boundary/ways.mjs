/** Times the ways over the boundary; runs in Node and in a page. */
import { unpack } from "../../js/unpack.js";

/**
 * @typedef {{ hold(text: string): number, read(text: string): number, packed(): [Uint32Array, string], json(): string, serde(): object }} Glue
 * @typedef {Record<string, number>} Medians Milliseconds by way.
 */

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
  const ways = {
    "packed tape + unpack": () => {
      const [tape, pool] = glue.packed();
      return unpack(tape, pool, text, names);
    },
    "JSON string + JSON.parse": () => JSON.parse(glue.json()),
    "serde-wasm-bindgen": () => glue.serde(),
    "packed tape, left packed": () => glue.packed(),
    "JSON string, left unparsed": () => glue.json(),
    "for comparison: reading the text": () => glue.read(text),
  };
  const figures = glue.hold(text);
  const [first, ...others] = Object.values(ways).slice(0, 3).map((way) => JSON.stringify(way()));
  if (others.some((result) => result !== first)) throw new Error("the ways give different reports");
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = -3; round < rounds; round++) {
    for (const [way, call] of Object.entries(ways)) {
      const start = performance.now();
      call();
      // The first rounds warm the compilers up.
      if (round >= 0) times[way].push(performance.now() - start);
    }
  }
  const median = (/** @type {number[]} */ all) => all.sort((a, b) => a - b)[all.length >> 1];
  return { medians: Object.fromEntries(Object.entries(times).map(([way, all]) => [way, median(all)])), figures };
}
