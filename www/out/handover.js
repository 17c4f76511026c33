// What every export is made from: the text that may leave, read once, and where it comes from.

import { survey } from "../survey.js";
import { provenanceOf } from "./provenance.js";

/** @typedef {import("../../js/gangmu.d.ts").Options} Options */
/** @typedef {import("../../js/gangmu.d.ts").Report} Report */

/**
 * The core, wherever it runs.
 * @typedef {object} Core
 * @property {(text: string, options: Options) => Promise<Report>} parse
 * @property {(text: string, options: Options) => Promise<string>} csv
 * @property {(text: string, options: Options) => Promise<string>} json
 * @property {(text: string, options: Options) => Promise<string>} markdown
 * @property {(text: string, options: Options) => Promise<string>} mend
 */

/** @typedef {Awaited<ReturnType<typeof createHandover>>} Handover */

/**
 * @param {Core} core
 * @param {string} text with its personal data masked, where that was asked for
 * @param {Options} options
 * @param {number} masked places
 * @param {(words: string) => string} hide masks the same in other words
 */
export async function createHandover(core, text, options, masked, hide) {
  const report = await core.parse(text, options);
  return { core, text, options, report, survey: survey(text, report), provenance: provenanceOf(text, options, masked), hide };
}
