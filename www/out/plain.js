// The text itself, mended. Windows' Notepad of before 2019 needs the byte-order mark and both characters of a line's end.

import { edited } from "../edits.js";
import { isDismissed } from "../findings/dismissals.js";
import { editsOf } from "../findings/fixes.js";
import { BOM } from "./csv.js";
import { provenanceLine } from "./provenance.js";

/** @typedef {import("./handover.js").Handover} Handover */

/**
 * Without its noise: page numbers, menus, style rules. A line of nothing else goes as a whole.
 * @param {string} text
 * @param {import("../../js/gangmu.d.ts").Noise[]} noise in reading order
 */
export function withoutNoise(text, noise) {
  let out = "";
  let at = 0;
  for (const { span } of noise) {
    if (span[1] <= at) continue;
    out += text.slice(at, Math.max(at, span[0]));
    at = span[1];
    const before = out.slice(out.lastIndexOf("\n") + 1);
    const break_ = text.indexOf("\n", at);
    const after = text.slice(at, break_ < 0 ? text.length : break_);
    if (!before.trim() && !after.trim()) {
      out = out.slice(0, out.length - before.length);
      at = break_ < 0 ? text.length : break_ + 1;
    }
  }
  return out + text.slice(at);
}

/**
 * @param {Handover} handover
 * @param {{ clean: boolean, signed: boolean }} wish without noise; with a last line that says where it comes from
 */
export async function plainOf({ core, text, options, report, provenance }, { clean, signed }) {
  const standing = report.findings.filter(({ fingerprint }) => !isDismissed(fingerprint));
  // What the reader has said is right stays as it is.
  let words = standing.length < report.findings.length ? edited(text, editsOf(standing)) : await core.mend(text, options);
  if (clean) words = withoutNoise(words, (await core.parse(words, options)).noise);
  if (signed) words = `${words.replace(/\s+$/, "")}\n\n${provenanceLine(provenance)}\n`;
  return BOM + words.replace(/\r?\n/g, "\r\n");
}
