/** Small .docx files, made part by part. */
import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const NAMES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(" ");
const KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A run. @param {string} text @param {string} [properties] */
export const r = (text, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of one text. @param {string} content @param {string} [properties] */
export const p = (content, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") || content === "" ? content : r(content)}</w:p>`;

/** What numbers a paragraph. @param {number} list @param {number} [level] */
export const numbered = (list, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** @param {string[][]} rows */
export const table = (rows) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith("<") ? cell : p(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

/**
 * A level of a list.
 * @param {number} at
 * @param {string} format
 * @param {string} text
 * @param {{ start?: number, more?: string }} [settings]
 */
export const level = (at, format, text, { start = 1, more = "" } = {}) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** @param {number} id @param {string[]} levels @param {string} [before] */
export const abstractList = (id, levels, before = "") =>
  `<w:abstractNum w:abstractNumId="${id}">${before}<w:multiLevelType w:val="multilevel"/>${levels.join("")}</w:abstractNum>`;

/** @param {number} id @param {number} of @param {string} [overrides] */
export const list = (id, of, overrides = "") => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;

/**
 * @param {object} parts
 * @param {string} parts.body
 * @param {string} [parts.numbering]
 * @param {string} [parts.styles]
 * @param {string} [parts.footnotes]
 * @param {Record<string, Uint8Array>} [parts.more] other entries of the zip
 * @param {string} [parts.main] the name of the document's part
 */
export function docx({ body, numbering, styles, footnotes, more = {}, main = "word/document.xml" }) {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  /** @type {Record<string, string>} */
  const others = {};
  if (numbering) others.numbering = `<w:numbering ${NAMES}>${numbering}</w:numbering>`;
  if (styles) others.styles = `<w:styles ${NAMES}>${styles}</w:styles>`;
  if (footnotes) others.footnotes = `<w:footnotes ${NAMES}>${footnotes}</w:footnotes>`;
  const relations = (/** @type {[string, string][]} */ all) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${KIND}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  /** @type {Record<string, Uint8Array>} */
  const files = {
    "[Content_Types].xml": strToU8(`${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
    "_rels/.rels": strToU8(relations([["officeDocument", main]])),
    [main]: strToU8(`${head}<w:document ${NAMES}><w:body>${body}<w:sectPr/></w:body></w:document>`),
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: strToU8(relations(Object.keys(others).map((kind) => [kind, `${kind}.xml`]))),
  };
  for (const [kind, xml] of Object.entries(others)) files[`${folder}${kind}.xml`] = strToU8(head + xml);
  return zipSync({ ...files, ...more });
}
