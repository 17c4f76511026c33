/** The entry `gangmu/lazy` in browsers: the wasm is fetched when `load` is called, and not before. */
import init from "../dist/wasm/gangmu.js";
import { loadOnce } from "./loading.js";

export * from "./api.js";

/** @param {string | URL} address */
async function fetched(address) {
  const answer = await fetch(`${address}`);
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}.`);
  // A server that does not know the type of .wasm would cost a warning, and the compiling while it streams.
  return /^application\/wasm\b/.test(answer.headers.get("content-type") || "") ? answer : answer.arrayBuffer();
}

/** @type {typeof import("./gangmu.d.ts").load} */
export function load(wasm) {
  return loadOnce(async () => {
    // Bundlers know this form: they take the file along and put its final address here.
    const source = wasm === undefined ? new URL("../dist/wasm/gangmu_bg.wasm", import.meta.url) : await wasm;
    const isAddress = typeof source === "string" || source instanceof URL;
    await init({ module_or_path: isAddress ? fetched(source) : source });
  });
}
