// The figures as CSV. Each row ends with where it comes from, so that the tables of thirty reports can be laid together. The
// names of the columns are Chinese in either language, as the core's are: what reads the file should not depend on it.

/** @typedef {import("./handover.js").Handover} Handover */

/** Excel takes a CSV for UTF-8 only when it starts with this. */
export const BOM = "\ufeff";

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it, as the core writes it. @param {string} words */
export function cell(words) {
  const guarded = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[,"\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

/**
 * @param {string} csv
 * @param {string} head what goes behind the first row
 * @param {string} tail and behind every other
 */
function widen(csv, head, tail) {
  const rows = [];
  let start = 0;
  let quoted = false;
  for (const { 0: found, index } of csv.matchAll(/"|\r\n/g)) {
    if (found === '"') quoted = !quoted;
    else if (!quoted) {
      rows.push(csv.slice(start, index), rows.length ? tail : head);
      start = index + 2;
    }
  }
  return rows.join("");
}

/** @param {Handover} handover */
export async function csvOf({ core, text, options, report, provenance }) {
  const { version, sha256 } = provenance;
  const { language, ...settings } = provenance.settings;
  const columns = ["报告", "纲目版本", "原文SHA-256", "设置"];
  const values = [report.metadata.title || "", version, sha256, JSON.stringify(settings)];
  const line = (/** @type {string[]} */ cells) => `,${cells.map(cell).join(",")}\r\n`;
  return BOM + widen(await core.csv(text, options), line(columns), line(values));
}
