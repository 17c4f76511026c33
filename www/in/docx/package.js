// A .docx file taken apart: the parts of its zip that hold the text, as XML documents.

import { unzipSync } from "fflate";

/** What the parts that are read may unpack to, together: some hundred times a long report. A zip can claim far more. */
const UNPACKED_LIMIT = 64 * 1024 * 1024;
const DOCUMENT = "word/document.xml";

/** Why a package could not be opened. */
export class BadPackage extends Error {
  /** @param {"fileDamaged" | "fileSwells"} key of the sentence that says so */
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/**
 * @typedef {object} Parts
 * @property {Document} document
 * @property {Document | null} styles
 * @property {Document | null} numbering
 * @property {Document | null} footnotes
 * @property {Document | null} endnotes
 */

/**
 * @param {Uint8Array} bytes
 * @returns {Parts}
 */
export function openPackage(bytes) {
  let left = UNPACKED_LIMIT;
  /** @param {(name: string) => boolean} wanted */
  const take = (wanted) => {
    try {
      return unzipSync(bytes, {
        filter({ name, originalSize }) {
          if (!wanted(name)) return false;
          left -= originalSize;
          // The size is the directory's word, but nothing is unpacked beyond it: the buffer is made to it.
          if (left < 0) throw new BadPackage("fileSwells");
          return true;
        },
      });
    } catch (why) {
      throw why instanceof BadPackage ? why : new BadPackage("fileDamaged");
    }
  };

  const main = mainPart(take((name) => name === "_rels/.rels")["_rels/.rels"]);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const names = new Set([main, ...["styles", "numbering", "footnotes", "endnotes"].map((part) => `${folder}${part}.xml`)]);
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  // A part may have another name than Word's own; the relations of the document say which.
  const others = related(take((name) => name === relations)[relations], folder);
  for (const name of Object.values(others)) names.add(name);
  const files = take((name) => names.has(name));

  const document = xml(files[main]);
  if (!document) throw new BadPackage("fileDamaged");
  const part = (/** @type {string} */ kind) => xml(files[others[kind] || `${folder}${kind}.xml`]);
  return { document, styles: part("styles"), numbering: part("numbering"), footnotes: part("footnotes"), endnotes: part("endnotes") };
}

/** @param {Uint8Array | undefined} bytes of _rels/.rels */
function mainPart(bytes) {
  const relations = xml(bytes);
  const found = relations && Array.from(relations.getElementsByTagName("*")).find((each) => /\/officeDocument$/.test(each.getAttribute("Type") || ""));
  return ((found && found.getAttribute("Target")) || DOCUMENT).replace(/^\//, "");
}

/**
 * @param {Uint8Array | undefined} bytes
 * @param {string} folder
 * @returns {Record<string, string>} names of parts by the last word of their kind
 */
function related(bytes, folder) {
  /** @type {Record<string, string>} */
  const names = {};
  const relations = xml(bytes);
  for (const each of relations ? Array.from(relations.getElementsByTagName("*")) : []) {
    const kind = /\/(styles|numbering|footnotes|endnotes)$/.exec(each.getAttribute("Type") || "");
    const target = each.getAttribute("Target");
    if (kind && target) names[kind[1]] = target.startsWith("/") ? target.slice(1) : folder + target;
  }
  return names;
}

/** @param {Uint8Array | undefined} bytes @returns {Document | null} */
function xml(bytes) {
  if (!bytes) return null;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0) ? "utf-16le"
    : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be"
    : "utf-8";
  const text = new TextDecoder(wide).decode(bytes);
  // Entities of a document's own are never needed here and can be made to swell.
  if (/<!DOCTYPE/i.test(text.slice(0, 2048))) return null;
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  return parsed.getElementsByTagName("parsererror").length > 0 ? null : parsed;
}
