// Every way out of the desk: what it is for, and what it makes.

import { t } from "../words/language.js";
import { checkingDocument, checkingSheet, PAGE } from "./checking-sheet.js";
import { csvOf } from "./csv.js";
import { plainOf } from "./plain.js";
import { print } from "./printing.js";
import { provenanceRows } from "./provenance.js";
import { reportPage } from "./report-page.js";
import { sheetsOf } from "./tables.js";
import { xlsx } from "./xlsx.js";

/** @typedef {import("./handover.js").Handover} Handover */
/** @typedef {import("../words/language.js").Key} Key */

/** What the reader wishes of the mended text. @typedef {{ clean: boolean, signed: boolean }} Wishes */

/**
 * @typedef {object} Way
 * @property {string} name
 * @property {Key} label
 * @property {Key} hint
 * @property {string} ending of the file; "" where there is none
 * @property {Key} [suffix] tells files of one ending apart
 * @property {string} type
 * @property {(handover: Handover, wishes: Wishes) => Promise<string | Uint8Array | null> | string | Uint8Array | null} make
 */

/** @param {Handover} handover */
async function jsonOf({ core, text, options, provenance }) {
  const json = await core.json(text, options);
  return `${json.slice(0, -1)},"provenance":${JSON.stringify(provenance)}}`;
}

/** @param {Handover} handover */
async function markdownOf({ core, text, options, provenance }) {
  const words = await core.markdown(text, options);
  const lines = provenanceRows(provenance).map(([name, value]) => `${name}: ${value.replace(/[\\`*_[\]<#]/g, "\\$&")}`);
  return `${words}\n---\n\n${lines.join("  \n")}\n`;
}

/** @type {{ label: Key, ways: Way[] }[]} */
export const GROUPS = [
  {
    label: "exportGroupTables",
    ways: [
      {
        name: "xlsx",
        label: "exportXlsx",
        hint: "exportXlsxHint",
        ending: ".xlsx",
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        make: (handover) => {
          const { report, provenance } = handover;
          return xlsx(sheetsOf(handover), { title: report.metadata.title || t("untitled"), creator: `Gangmu ${provenance.version}` });
        },
      },
      { name: "csv", label: "exportCsv", hint: "exportCsvHint", ending: ".csv", type: "text/csv;charset=utf-8", make: csvOf },
    ],
  },
  {
    label: "exportGroupPapers",
    ways: [
      { name: "sheet", label: "exportSheet", hint: "exportSheetHint", ending: ".html", suffix: "fileCheckingSheet", type: "text/html", make: checkingDocument },
      {
        name: "print",
        label: "exportPrint",
        hint: "exportPrintHint",
        ending: "",
        type: "",
        make: (handover) => {
          print(checkingSheet(handover), PAGE);
          return null;
        },
      },
      { name: "page", label: "exportPage", hint: "exportPageHint", ending: ".html", suffix: "filePage", type: "text/html", make: reportPage },
      { name: "md", label: "exportMd", hint: "exportMdHint", ending: ".md", type: "text/markdown;charset=utf-8", make: markdownOf },
    ],
  },
  {
    label: "exportGroupText",
    ways: [
      { name: "txt", label: "exportTxt", hint: "exportTxtHint", ending: ".txt", suffix: "fileMended", type: "text/plain;charset=utf-8", make: plainOf },
    ],
  },
  {
    label: "exportGroupPrograms",
    ways: [{ name: "json", label: "exportJson", hint: "exportJsonHint", ending: ".json", type: "application/json", make: jsonOf }],
  },
];
