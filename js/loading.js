/**
 * Whether the wasm is ready: one answer for every entry of the package, whichever way it came.
 *
 * @import { Names } from "./unpack.js"
 */
import { names as namesAsJson } from "../dist/wasm/gangmu.js";
import { mistake } from "./mistake.js";

/** @type {Names | null} */
let names = null;

/** @type {Promise<void> | null} */
let loading = null;

/** To be called once, when the wasm is ready. */
export function wasmIsReady() {
  names = JSON.parse(namesAsJson());
}

/**
 * However many ask, the wasm is loaded once. What failed may be tried again: a connection that was down may be up.
 *
 * @param {() => Promise<unknown>} start Makes the wasm ready.
 * @returns {Promise<void>}
 */
export function loadOnce(start) {
  if (names) return Promise.resolve();
  loading = loading || start().then(wasmIsReady).catch((cause) => {
    loading = null;
    const reason = cause instanceof Error ? cause.message : `${cause}`;
    throw mistake("load-failed", `The wasm of Gangmu could not be loaded: ${reason}`, { cause });
  });
  return loading;
}

/**
 * The names of the closed sets, if `text` can be read now.
 *
 * @param {unknown} text
 * @returns {Names}
 */
export function readyFor(text) {
  if (!names) throw mistake("not-loaded", "Gangmu is not loaded yet: await load() first.");
  if (typeof text === "string") return names;
  // Read as the word it prints, undefined would be a report without figures.
  throw mistake("bad-text", `The text is wrong: it must be a string, not ${text === null ? "null" : typeof text}.`);
}
