// A workbook as Excel, WPS and LibreOffice read it (ECMA-376): sheets of words and numbers, nothing else. Written here and not by
// a library: those that are small zip in workers made of blobs, which the page's policy forbids; and here the same rows give the
// same bytes. Words are never formulas: they stand in the table of shared strings.

import { strToU8, zipSync } from "fflate";

/** @typedef {string | number | null} Cell */

/**
 * @typedef {object} Sheet
 * @property {string} name
 * @property {number[]} widths of the columns, in characters
 * @property {Cell[][]} rows the first is the head
 * @property {boolean} [wraps] long words are broken into lines
 */

/** What Excel can hold. */
const MOST_ROWS = 1_048_576;
const MOST_UNITS = 32_767;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as XML has them: without what it cannot hold, cut to what a cell can. @param {string} words */
const xml = (words) =>
  words
    .slice(0, MOST_UNITS)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    // Excel reads _x000D_ as the character of that number.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/** A, B … Z, AA. @param {number} index */
const column = (index) => (index < 26 ? "" : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));

/** @param {string} name a sheet's, as Excel takes it */
const sheetName = (name) => name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

function createStrings() {
  /** @type {Map<string, number>} */
  const known = new Map();
  return {
    /** @param {string} words */
    index(words) {
      const index = known.get(words);
      if (index !== undefined) return index;
      known.set(words, known.size);
      return known.size - 1;
    },
    xml() {
      const items = Array.from(known.keys(), (words) => `<si><t xml:space="preserve">${xml(words)}</t></si>`);
      return `${XML}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join("")}</sst>`;
    },
  };
}

/**
 * @param {Sheet} sheet
 * @param {ReturnType<typeof createStrings>} strings
 */
function sheetXml({ widths, rows: all, wraps }, strings) {
  const rows = all.slice(0, MOST_ROWS);
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const body = rows.map((cells, row) => {
    const style = row === 0 ? 1 : wraps ? 2 : 0;
    const drawn = cells.map((cell, i) => {
      const place = `r="${column(i)}${row + 1}" s="${style}"`;
      if (typeof cell === "number") return `<c ${place}><v>${cell}</v></c>`;
      return cell ? `<c ${place} t="s"><v>${strings.index(cell)}</v></c>` : "";
    });
    return `<row r="${row + 1}">${drawn.join("")}</row>`;
  });
  const whole = `A1:${column(widths.length - 1)}${rows.length}`;
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
  return [
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${columns.join("")}</cols><sheetData>`,
    ...body,
    `</sheetData><autoFilter ref="${whole}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>`,
    // A year is words here, and no mistake that Excel need mark in every row.
    `<ignoredErrors><ignoredError sqref="${whole}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join("");
}

/** Plain; a head; broken into lines. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF2"/></patternFill></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF7F8A92"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf applyAlignment="1"><alignment vertical="top"/></xf><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * @param {Sheet[]} sheets
 * @param {{ title: string, creator: string }} about
 * @returns {Uint8Array}
 */
export function xlsx(sheets, { title, creator }) {
  const strings = createStrings();
  const names = sheets.map(({ name }) => xml(sheetName(name)));
  /** @type {Record<string, string>} */
  const parts = {
    "[Content_Types].xml": [
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>`,
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/>`,
      `<Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>`,
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET}.sharedStrings+xml"/>`,
      `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`,
      ...sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET}.worksheet+xml"/>`),
      "</Types>",
    ].join(""),
    "_rels/.rels": [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">`,
      `<Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>`,
      `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ].join(""),
    "docProps/core.xml": [
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
      `<dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator></cp:coreProperties>`,
    ].join(""),
    "xl/workbook.xml": [
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><bookViews><workbookView/></bookViews><sheets>`,
      ...names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`),
      "</sheets><definedNames>",
      // The filter, and the head again on every printed page.
      ...names.map((name, i) => {
        const quoted = `'${name.replace(/'/g, "''")}'`;
        const last = `$${column(sheets[i].widths.length - 1)}$${Math.min(sheets[i].rows.length, MOST_ROWS)}`;
        return `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${quoted}!$A$1:${last}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${i}">${quoted}!$1:$1</definedName>`;
      }),
      "</definedNames></workbook>",
    ].join(""),
    "xl/_rels/workbook.xml.rels": [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">`,
      ...sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`),
      `<Relationship Id="rId${sheets.length + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/>`,
      `<Relationship Id="rId${sheets.length + 2}" Type="${DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ].join(""),
    "xl/styles.xml": STYLES,
  };
  sheets.forEach((sheet, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, strings)));
  parts["xl/sharedStrings.xml"] = strings.xml();
  const files = Object.fromEntries(Object.entries(parts).map(([name, words]) => [name, strToU8(words)]));
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
