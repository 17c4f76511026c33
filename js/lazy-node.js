/** The entry `gangmu/lazy` in Node: as in browsers, nothing is read before `load` is called. */
import init from "../dist/wasm/gangmu.js";
import { loadOnce } from "./loading.js";

export * from "./api.js";

/** @type {typeof import("./gangmu.d.ts").load} */
export function load(wasm) {
  return loadOnce(async () => {
    if (wasm === undefined) await import("./node.js");
    else await init({ module_or_path: await wasm });
  });
}
