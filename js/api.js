/** What can be done with a text. The entries beside this file differ only in how they get the wasm. */
import { collectJson, compareJson, exportAs, parsePacked, renew } from "../dist/wasm/gangmu.js";
import { readyFor } from "./loading.js";
import { mistake } from "./mistake.js";
import { unpack } from "./unpack.js";
import { viewOf } from "./view.js";

/** @typedef {import("./gangmu.d.ts").Options | import("./gangmu.d.ts").SomeParts} Options */

/**
 * A call into the wasm. What it says of the options has a code; anything else (a trap, no memory, a getter of the options that
 * throws) left its memory in any state, and the next call gets another.
 *
 * @template T @param {() => T} call @returns {T}
 */
function guarded(call) {
  try {
    return call();
  } catch (cause) {
    if (cause && /^bad-/.test(/** @type {{ code?: any }} */ (cause).code)) throw cause;
    renew();
    throw mistake("crashed", `Gangmu broke off and has begun anew: ${cause}`, { cause });
  }
}

/**
 * A report as it comes over the boundary; `made` makes of it what is asked for.
 *
 * @param {(tape: Uint32Array, pool: string, entries: Uint32Array, text: string, names: import("./unpack.js").Names) => any} made
 * @returns {(text: string, options?: Options) => any}
 */
const reader = (made) => (text, options) => {
  const names = readyFor(text);
  const [tape, pool, entries] = guarded(() => parsePacked(text, options));
  return made(tape, pool, entries, text, names);
};

/** Which parts it gives its types say. @type {typeof import("./gangmu.d.ts").parse} */
export const parse = reader((tape, pool, _, text, names) => unpack(tape, pool, text, names));

/** @type {typeof import("./gangmu.d.ts").view} */
export const view = reader(viewOf);

/** @param {string} format @returns {(text: string, options?: Options) => string} */
const exporter = (format) => (text, options) => {
  readyFor(text);
  return guarded(() => exportAs(text, options, format));
};

export const toJson = exporter("json");
export const toCsv = exporter("csv");
export const toMarkdown = exporter("md");
export const toSdmx = exporter("sdmx");
export const toJsonLd = exporter("jsonld");
export const mend = exporter("mended");

/** @type {typeof import("./gangmu.d.ts").compare} */
export function compare(first, second, options) {
  readyFor(first);
  readyFor(second);
  return JSON.parse(guarded(() => compareJson(first, second, options)));
}

/** @type {typeof import("./gangmu.d.ts").collect} */
export function collect(texts, options) {
  for (const { text } of texts) readyFor(text);
  return JSON.parse(guarded(() => collectJson(/** @type {any[]} */ (texts), options)));
}
