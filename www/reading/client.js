// Asks the core in its worker. A worker that breaks is replaced at the next question; where the browser gives none, the core
// runs on the page.

import { unpack } from "../../js/unpack.js";
import { newWorker, wasmBytes } from "../resources.js";
import { answer, renew } from "./core.js";

/** @typedef {import("../../js/gangmu.d.ts").Options} Options */
/** @typedef {import("../../js/gangmu.d.ts").Report} Report */
/** @typedef {import("../../js/gangmu.d.ts").Comparison} Comparison */
/** @typedef {import("../../js/gangmu.d.ts").Collection} Collection */
/** @typedef {import("./core.js").Question} Question */
/** @typedef {import("./core.js").Reading} Reading */
/** @typedef {(question: Question) => Promise<string | Reading>} Ask */
/** @typedef {Awaited<ReturnType<typeof createCore>>} Core */

/** @param {{ message: string, code?: string }} trouble */
const asError = ({ message, code }) => Object.assign(new Error(message), code === undefined ? {} : { code });

/**
 * A worker that has begun, or null where the browser refuses one.
 * @param {ArrayBuffer} wasm
 * @param {() => void} broken called once when it can answer no more
 * @returns {{ ask: Ask, names: Promise<string> } | null}
 */
function hire(wasm, broken) {
  let worker;
  try {
    worker = newWorker();
  } catch {
    return null;
  }
  /** @type {Map<number, { resolve: (answered: any) => void, reject: (why: Error) => void }>} */
  const waiting = new Map();
  let last = 0;
  let ended = false;
  const end = (/** @type {Error} */ why) => {
    if (ended) return;
    ended = true;
    worker.terminate();
    waiting.forEach(({ reject }) => reject(why));
    waiting.clear();
    broken();
  };
  // Nobody tells a page that a worker was ended from outside; but then its lock is free.
  const life = `gangmu-${Math.random()}`;
  worker.onmessage = ({ data: { id, answered, trouble, held } }) => {
    if (held) navigator.locks.request(life, () => end(new Error("worker"))).catch(() => {});
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    if (!trouble) return asked.resolve(answered);
    asked.reject(asError(trouble));
    if (trouble.fatal) end(asError(trouble));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end(new Error(event.message || "worker"));
  };
  /** @type {Ask} */
  const ask = (question) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ id: last, question });
    });
  return { ask, names: /** @type {Promise<string>} */ (ask({ ask: "begin", wasm, life })) };
}

/** The core on the page: what broke off is begun anew, as a worker is. @type {Ask} */
const answerHere = (question) =>
  answer(question).catch((why) => {
    if (why.code === undefined) renew();
    throw why;
  });

/** Ready when the core is; throws where neither worker nor page can run it. */
export async function createCore() {
  const wasm = await wasmBytes();

  /** A worker that could not even begin is not tried again. */
  let refused = false;

  /** @returns {Promise<{ ask: Ask, names: string }>} */
  async function begin() {
    const worker = refused ? null : hire(wasm, () => (running = null));
    if (worker) {
      try {
        return { ask: worker.ask, names: await worker.names };
      } catch {
        // A worker may be refused only once it begins.
        refused = true;
      }
    }
    return { ask: answerHere, names: /** @type {string} */ (await answer({ ask: "begin", wasm, life: "" })) };
  }

  /** @type {ReturnType<typeof begin> | null} */
  let running = begin();
  const names = JSON.parse((await running).names);

  /** @type {Ask} */
  const ask = async (question) => (await (running = running || begin())).ask(question);

  /** @param {import("./core.js").Form} form */
  const writer = (form) => /** @type {(text: string, options?: Options) => Promise<string>} */ (
    (text, options = {}) => ask({ ask: "write", text, options, form })
  );

  /**
   * What was read, still packed: unpacking costs time that the caller may want to choose.
   * @param {string} text
   * @param {Options} [options]
   * @returns {Promise<{ milliseconds: number, report: () => Report }>}
   */
  async function read(text, options = {}) {
    const { tape, pool, milliseconds } = /** @type {Reading} */ (await ask({ ask: "read", text, options }));
    return { milliseconds, report: () => unpack(tape, pool, text, names) };
  }

  return {
    read,
    /** @param {string} text @param {Options} [options] @returns {Promise<Report>} */
    parse: async (text, options) => (await read(text, options)).report(),
    json: writer("json"),
    csv: writer("csv"),
    markdown: writer("md"),
    mend: writer("mended"),
    /** @param {string} first @param {string} second @param {Options} options @returns {Promise<Comparison>} */
    compare: async (first, second, options) => JSON.parse(/** @type {string} */ (await ask({ ask: "compare", first, second, options }))),
    /** @param {{ text: string, source: string }[]} texts @param {Options} options @returns {Promise<Collection>} */
    collect: async (texts, options) => JSON.parse(/** @type {string} */ (await ask({ ask: "collect", texts, options }))),
  };
}
