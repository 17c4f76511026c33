// Reads reports off the main thread, so that typing never waits for a reading.

import { answer } from "./core.js";

/** @typedef {import("./core.js").Question} Question */
/** @typedef {{ message: string, code?: string, fatal: boolean }} Trouble What an error keeps on its way out of the worker. */

const desk = /** @type {{ postMessage(message: unknown, transfer?: Transferable[]): void, onmessage: unknown }} */ (/** @type {unknown} */ (self));

/** @param {MessageEvent<{ id: number, question: Question }>} event */
desk.onmessage = async ({ data: { id, question } }) => {
  try {
    const answered = await answer(question);
    const carried = typeof answered === "string" ? [] : [answered.tape.buffer];
    desk.postMessage({ id, answered }, carried);
  } catch (why) {
    const { message, code } = /** @type {Error & { code?: string }} */ (why instanceof Error ? why : new Error(String(why)));
    // A mistake of the caller has a code; anything else may have left the core's memory in any state.
    desk.postMessage({ id, trouble: { message, code, fatal: code === undefined } });
  }
};
