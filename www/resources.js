// What the page reads beside its own script: from beside itself, or, in the single file, which may ask for nothing, from the
// document.

import { inflated } from "./dense.js";

/** What the single file carries under that name. @param {string} name @returns {string | null} */
const carried = (name) => {
  const block = document.getElementById(name);
  return block && block.textContent;
};

/** @type {string | undefined} */
let workerAddress;

/** A worker that reads reports. */
export function newWorker() {
  const script = carried("gangmu-worker");
  if (script === null) return new Worker(new URL(/* webpackChunkName: "worker" */ "./reading/worker.js", import.meta.url));
  workerAddress = workerAddress || URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return new Worker(workerAddress);
}

/** The compiled core. @returns {Promise<ArrayBuffer>} */
export async function wasmBytes() {
  const packed = carried("gangmu-wasm");
  if (packed !== null) {
    return inflated(packed).arrayBuffer();
  }
  const answer = await fetch(new URL("../dist/wasm/gangmu_bg.wasm", import.meta.url));
  if (!answer.ok) throw new Error(`gangmu_bg.wasm: ${answer.status}`);
  return answer.arrayBuffer();
}
