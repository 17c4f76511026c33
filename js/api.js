/** What can be done with a text. The entries beside this file differ only in how they get the wasm. */
import { exportAs, parsePacked } from "../dist/wasm/gangmu.js";
import { readyFor } from "./loading.js";
import { unpack } from "./unpack.js";

/** @typedef {import("./gangmu.d.ts").Options | import("./gangmu.d.ts").SomeParts} Options */

/** @type {(text: string, options?: Options) => any} */
const read = (text, options) => {
  const names = readyFor(text);
  const [tape, pool] = parsePacked(text, options);
  return unpack(tape, pool, text, names);
};

/** Which parts it gives its types say. @type {typeof import("./gangmu.d.ts").parse} */
export const parse = read;

/** @param {string} format @returns {(text: string, options?: Options) => string} */
const exporter = (format) => (text, options) => {
  readyFor(text);
  return exportAs(text, options, format);
};

export const toJson = exporter("json");
export const toCsv = exporter("csv");
export const toMarkdown = exporter("md");
export const toSdmx = exporter("sdmx");
export const toJsonLd = exporter("jsonld");
export const mend = exporter("mended");
