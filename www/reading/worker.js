// Reads reports off the main thread, so that typing never waits for a reading.

import { answer } from "./core.js";

/** @typedef {import("./core.js").Question} Question */
/** @typedef {{ message: string, code?: string, fatal: boolean }} Trouble What an error keeps on its way out of the worker. */

const desk = /** @type {{ postMessage(message: unknown, transfer?: Transferable[]): void, onmessage: unknown }} */ (/** @type {unknown} */ (self));

/** Held as long as this worker lives: the page hears of its end, however it ends. @param {string} name */
function hold(name) {
  const held = () => {
    desk.postMessage({ held: true });
    return new Promise(() => {});
  };
  // A frame without an origin has no locks.
  if (navigator.locks) navigator.locks.request(name, held).catch(() => {});
}

/** @param {MessageEvent<{ id: number, question: Question }>} event */
desk.onmessage = async ({ data: { id, question } }) => {
  try {
    if (question.ask === "begin") hold(question.life);
    const answered = await answer(question);
    const carried = typeof answered === "string" ? [] : [answered.tape.buffer];
    desk.postMessage({ id, answered }, carried);
  } catch (why) {
    const { message, code } = /** @type {Error & { code?: string }} */ (why instanceof Error ? why : new Error(String(why)));
    // A mistake of the caller has a code; anything else may have left the core's memory in any state.
    desk.postMessage({ id, trouble: { message, code, fatal: code === undefined } });
  }
};
