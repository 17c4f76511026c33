// What the page reads beside its own script. The single file, which may ask for nothing, has another module in its place.

/** A worker that reads reports. */
export const newWorker = () => new Worker(new URL(/* webpackChunkName: "worker" */ "./reading/worker.js", import.meta.url));

/** The compiled core. @returns {Promise<ArrayBuffer>} */
export async function wasmBytes() {
  const answer = await fetch(new URL("../dist/wasm/gangmu_bg.wasm", import.meta.url));
  if (!answer.ok) throw new Error(`gangmu_bg.wasm: ${answer.status}`);
  return answer.arrayBuffer();
}
