// The core itself, wherever it runs: in a worker, or on the page where there is none.

import init, { collectJson, compareJson, exportAs, names, parsePacked } from "../../dist/wasm/gangmu.js";

export { renew } from "../../dist/wasm/gangmu.js";

/** @typedef {import("../../js/gangmu.d.ts").Options} Options */

/** In what form the core writes a report: as the command line names them. @typedef {"json" | "csv" | "md" | "mended"} Form */

/**
 * What the core is asked: to get ready (a worker holds the lock `life` as long as it lives), to read a text, to write what it read,
 * to lay two texts side by side, to lay many in one table.
 * @typedef {{ ask: "begin", wasm: ArrayBuffer, life: string }
 *   | { ask: "read", text: string, options: Options }
 *   | { ask: "write", text: string, options: Options, form: Form }
 *   | { ask: "compare", first: string, second: string, options: Options }
 *   | { ask: "collect", texts: { text: string, source: string }[], options: Options }} Question
 */

/** @typedef {{ tape: Uint32Array, pool: string, milliseconds: number }} Reading */

/**
 * Answers with the names of the closed sets, a reading, or the words asked for.
 * @param {Question} question
 * @returns {Promise<string | Reading>}
 */
export async function answer(question) {
  if (question.ask === "begin") {
    await init({ module_or_path: question.wasm });
    return names();
  }
  if (question.ask === "compare") return compareJson(question.first, question.second, question.options);
  if (question.ask === "collect") return collectJson(question.texts, question.options);
  const { text, options } = question;
  if (question.ask === "write") return exportAs(text, options, question.form);
  const start = performance.now();
  const [tape, pool] = parsePacked(text, options);
  return { tape, pool, milliseconds: performance.now() - start };
}
