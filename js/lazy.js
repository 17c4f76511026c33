/** The entry `gangmu/lazy` in browsers: the wasm is fetched when `load` is called, and not before. */
import init from "../dist/wasm/gangmu.js";
import { wasmIsReady } from "./api.js";

export { mend, parse, toCsv, toJson, toJsonLd, toMarkdown, toSdmx } from "./api.js";

/** @type {Promise<void> | null} */
let loading = null;

/** @returns {Promise<void>} */
export function load() {
  // Bundlers know this form: they take the file along and put its final address here.
  const wasm = () => new URL("../dist/wasm/gangmu_bg.wasm", import.meta.url);
  loading ??= init({ module_or_path: wasm() }).then(wasmIsReady, (error) => {
    // A connection that failed once may serve the next time.
    loading = null;
    throw error;
  });
  return loading;
}
