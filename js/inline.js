/** The entry `gangmu/inline`: the wasm is carried in the script, and nothing is fetched. */
import init from "../dist/wasm/gangmu.js";
import packed from "../dist/inline/wasm.js";
import { loadOnce } from "./loading.js";

export * from "./api.js";

/** The wasm as it was before it was packed with gzip and written in base64. */
async function unpacked() {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("this browser cannot unpack it: DecompressionStream is missing; gangmu/lazy does without.");
  }
  const bytes = Uint8Array.from(atob(packed), (each) => each.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** @type {typeof import("./gangmu.d.ts").load} */
export const load = (wasm) => loadOnce(async () => init({ module_or_path: wasm === undefined ? unpacked() : wasm }));
