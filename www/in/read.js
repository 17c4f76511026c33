// A file's bytes to its text, whatever kind of file it is.

import { decode, decodeAs, decodePage, named } from "./encoding.js";
import { BadPackage, openPackage } from "./docx/package.js";
import { documentText } from "./docx/text.js";
import { parseHtml } from "./html/parse.js";
import { pageText } from "./html/text.js";
import { kindOf } from "./kind.js";
import { pageOfMht } from "./mht.js";

/** @typedef {import("./encoding.js").Encoding} Encoding */

/** @typedef {import("./kind.js").Foreign | "fileNotText" | "fileUnreadable" | "fileLarge" | "fileFailed" | "fileFolder" | "fileDamaged" | "fileSwells" | "fileNoText"} Trouble */

/** Why a file could not be read, by the key of the sentence that says so. */
export class Unreadable extends Error {
  /** @param {Trouble} key */
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/**
 * @typedef {object} Read
 * @property {string} text
 * @property {Encoding | null} encoding null where the file itself fixes it
 * @property {number} lost places that the encoding has no character for
 * @property {((encoding: Encoding) => { text: string, lost: number }) | null} again the same bytes by another encoding
 */

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @returns {Read}
 */
export function readBytes(bytes, name) {
  const kind = kindOf(bytes, name);
  if (kind === "docx") return fixed(ofDocx(bytes));
  if (kind === "html") return ofBytes(bytes, decodePage, ofHtml);
  if (kind === "mht") {
    const page = pageOfMht(bytes);
    if (!page) throw new Unreadable("fileNoText");
    const says = named(page.charset);
    return ofBytes(page.bytes, (each) => (says ? decodeAs(each, says) : decodePage(each)), ofHtml);
  }
  if (kind === "text") return ofBytes(bytes, decode, (text) => text.replace(/^\ufeff/, ""));
  throw new Unreadable(kind);
}

/** @param {string} text @returns {Read} */
function fixed(text) {
  if (text.trim() === "") throw new Unreadable("fileNoText");
  return { text, encoding: null, lost: 0, again: null };
}

/**
 * @param {Uint8Array} bytes
 * @param {typeof decode} decoder
 * @param {(decoded: string) => string} textOf
 * @returns {Read}
 */
function ofBytes(bytes, decoder, textOf) {
  const decoded = decoder(bytes);
  if (decoded === "binary") throw new Unreadable("fileNotText");
  if (decoded === "unknown") throw new Unreadable("fileUnreadable");
  const text = textOf(decoded.text);
  if (text.trim() === "") throw new Unreadable("fileNoText");
  return {
    text,
    encoding: decoded.encoding,
    lost: decoded.lost,
    again(encoding) {
      const other = decodeAs(bytes, encoding);
      return { text: textOf(other.text), lost: other.lost };
    },
  };
}

/** @param {string} html */
const ofHtml = (html) => pageText(parseHtml(html)).text;

/** @param {Uint8Array} bytes */
function ofDocx(bytes) {
  try {
    return documentText(openPackage(bytes));
  } catch (why) {
    throw why instanceof BadPackage ? new Unreadable(why.key) : why;
  }
}
