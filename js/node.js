/** The entry `gangmu` in Node: ready as soon as it is imported. */
import { readFileSync } from "node:fs";
import { initSync } from "../dist/wasm/gangmu.js";
import { wasmIsReady } from "./loading.js";

export * from "./api.js";

// Without `await`, so that a CommonJS program can `require` it where its Node can do that at all.
initSync({ module: readFileSync(new URL("../dist/wasm/gangmu_bg.wasm", import.meta.url)) });
wasmIsReady();

/** There is nothing left to load. */
/** @type {typeof import("./gangmu.d.ts").load} */
export async function load() {}
