/** The entry `gangmu/lazy` in Node: as in browsers, nothing is read before `load` is called. */
export { mend, parse, toCsv, toJson, toJsonLd, toMarkdown, toSdmx } from "./api.js";

/** @returns {Promise<void>} */
export async function load() {
  await import("./node.js");
}
