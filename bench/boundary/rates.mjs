/** Times a string's way into the wasm and back against the least that could be done; runs in Node and in a page. */

/**
 * `encodeInto` and once over the bytes.
 * @param {BufferSource} bytes Of scan.wat.
 * @returns {Promise<(text: string) => number>} How many tokens there are.
 */
export async function scanner(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes);
  const { memory, scan } = /** @type {{ memory: WebAssembly.Memory, scan: (at: number, end: number) => number }} */ (
    /** @type {unknown} */ (instance.exports)
  );
  const encoder = new TextEncoder();
  return (text) => {
    const lacking = text.length * 3 - memory.buffer.byteLength;
    if (lacking > 0) memory.grow(Math.ceil(lacking / 65536));
    return scan(0, encoder.encodeInto(text, new Uint8Array(memory.buffer)).written);
  };
}

/** @param {string} text The tokens of scan.wat, by a regular expression. */
export const tokens = (text) => (text.match(/[0-9]+|[^\P{ASCII}0-9]+|\P{ASCII}+/gu) || []).length;

/**
 * The median of each way in milliseconds, the ways taking turns, so that what else the machine does meets all of them.
 *
 * @param {Record<string, { call: (text: string) => unknown, right: (result: any) => boolean }>} ways
 * @param {string} text
 * @param {number} rounds
 * @returns {Record<string, number>}
 */
export function timeInTurns(ways, text, rounds) {
  /** @type {Record<string, number[]>} */
  const times = {};
  /** @type {Record<string, number>} So many calls a round. */
  const calls = {};
  const time = (/** @type {string} */ name) => {
    const start = performance.now();
    for (let call = 0; call < calls[name]; call++) if (ways[name].call(text) === undefined) throw new Error(name);
    return performance.now() - start;
  };
  for (const [name, { call, right }] of Object.entries(ways)) {
    times[name] = [];
    if (!right(call(text))) throw new Error(`${name}: the answer is wrong`);
    // The clock of a page goes by steps of a tenth of a millisecond: a round takes at least twenty of them.
    for (calls[name] = 1; time(name) < 2; calls[name] *= 2);
  }
  for (let round = -3; round < rounds; round++) {
    for (const name of Object.keys(ways)) {
      const taken = time(name) / calls[name];
      // The first rounds warm the compilers up.
      if (round >= 0) times[name].push(taken);
    }
  }
  const median = (/** @type {number[]} */ all) => all.sort((a, b) => a - b)[all.length >> 1];
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/**
 * @param {{ parse: (text: string) => any, view: (text: string) => any, scan: (text: string) => number }} core
 * @param {string} text
 * @param {number} rounds
 */
export function timeRates({ parse, view, scan }, text, rounds) {
  const { figures, outline } = parse(text);
  if (figures.length * 1000 < text.length || outline.length === 0) throw new Error("too little is found");
  const same = (/** @type {any} */ report) => report.figures.length === figures.length && report.outline.length === outline.length;
  const ways = {
    scan: { call: scan, right: (/** @type {number} */ count) => count === tokens(text) },
    objects: { call: parse, right: same },
    packed: { call: view, right: same },
  };
  return { ...timeInTurns(ways, text, rounds), figures: figures.length };
}
