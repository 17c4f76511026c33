/**
 * The functions of the package, over the glue. The entries beside this file differ only in how they get the wasm.
 *
 * @import { Options, Report } from "./gangmu.d.ts"
 * @import { Names } from "./unpack.js"
 */
import { exportAs, names as namesAsJson, parsePacked } from "../dist/wasm/gangmu.js";
import { unpack } from "./unpack.js";

/** @type {Names | null} */
let names = null;

/** To be called once, when the wasm is ready. */
export function wasmIsReady() {
  names = JSON.parse(namesAsJson());
}

function ready() {
  if (names) return names;
  const error = new Error("Gangmu is not loaded yet: await load() first.");
  throw Object.assign(error, { code: "not-loaded" });
}

/** @param {string} text @param {Options} [options] @returns {Report} */
export function parse(text, options) {
  const sets = ready();
  // What is not a string is read as the words it prints, as everywhere in JavaScript.
  const words = `${text}`;
  const [tape, pool] = parsePacked(words, options);
  return unpack(tape, pool, words, sets);
}

/** @param {string} format @returns {(text: string, options?: Options) => string} */
const exporter = (format) => (text, options) => {
  ready();
  return exportAs(`${text}`, options, format);
};

export const toJson = exporter("json");
export const toCsv = exporter("csv");
export const toMarkdown = exporter("md");
export const toSdmx = exporter("sdmx");
export const toJsonLd = exporter("jsonld");
export const mend = exporter("mended");
