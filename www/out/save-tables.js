// Tables made of several texts, as files. What is asked before one text leaves is asked for all of them at once.

import { download, fileName } from "../download.js";
import { t } from "../words/language.js";
import { BOM, cell } from "./csv.js";
import { askFor } from "./leave.js";
import { masked } from "./redaction.js";
import { provenanceOf, provenanceRows } from "./provenance.js";
import { xlsx } from "./xlsx.js";

/** @typedef {import("./xlsx.js").Sheet} Sheet */
/** @typedef {import("../../js/gangmu.d.ts").Options} Options */
/** @typedef {{ text: string, source: string }} Source */

/** @type {Record<string, string>} */
const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv;charset=utf-8",
  md: "text/markdown;charset=utf-8",
};

/** @param {Sheet} sheet */
const csvOf = ({ rows }) => BOM + rows.map((row) => `${row.map((each) => cell(each === null ? "" : String(each))).join(",")}\r\n`).join("");

/** @param {string} title @param {Sheet[]} sheets */
function markdownOf(title, sheets) {
  const words = (/** @type {import("./xlsx.js").Cell} */ each) => String(each === null ? "" : each).replace(/[\\`*_[\]<#|]/g, "\\$&").replace(/\s*\n\s*/g, " ");
  const line = (/** @type {import("./xlsx.js").Cell[]} */ row) => `| ${row.map(words).join(" | ")} |`;
  const tables = sheets.map(({ name, rows: [head, ...rows] }) => [`## ${words(name)}`, "", line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n"));
  return `# ${words(title)}\n\n${tables.join("\n\n")}\n`;
}

/**
 * @param {object} desk
 * @param {() => Promise<import("./handover.js").Core>} desk.core
 * @param {() => Options} desk.options
 * @param {(sentence: string) => void} desk.say
 */
export function createTablesOut({ core, options, say }) {
  /**
   * @param {"xlsx" | "csv" | "md"} ending
   * @param {string} title
   * @param {Source[]} sources what the tables are made of
   * @param {Sheet[]} sheets a CSV file has the first alone
   */
  return async (ending, title, sources, sheets) => {
    try {
      const asked = await askFor(await core(), sources.map(({ text }) => text), options());
      if (!asked) return;
      const { hide, places } = asked;
      const about = sources.flatMap(({ text, source }, i) => [
        [t("columnFile"), hide(source)],
        ...provenanceRows(provenanceOf(masked(text, places[i]), options(), places[i].length)),
      ]);
      const all = [...sheets, { name: t("aboutExport"), widths: [22, 90], rows: [[t("factName"), t("factValue")], ...about], wraps: true }];
      const hidden = all.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map((each) => (typeof each === "string" ? hide(each) : each))) }));
      const name = fileName(hide(title), `.${ending}`);
      const creator = `Gangmu ${GANGMU_VERSION}`;
      const made = ending === "xlsx" ? xlsx(hidden, { title: hide(title), creator }) : ending === "csv" ? csvOf(hidden[0]) : markdownOf(hide(title), hidden);
      download(name, TYPES[ending], made);
      say(t("exported", { name }));
    } catch (why) {
      say(t("exportFailed", { why: why instanceof Error ? why.message : String(why) }));
    }
  };
}
