// What is pasted: the plain text of the clipboard, or the text of its HTML where that says more (numbers that Word, WPS and
// browsers count instead of writing).

import { parseHtml } from "./html/parse.js";
import { pageText } from "./html/text.js";

/** Word and WPS; WPS gives itself out as Word. Spreadsheets give the same text in both forms. */
const office = /<meta[^>]+ProgId[^>]+Word|urn:schemas-microsoft-com:office:word|mso-(list|pagination|fareast|bidi|ascii|hansi)|class=["']?Mso|\bdata-leveltext=/i;

/** @param {string} text */
const squeeze = (text) => text.replace(/[\s\u00a0\u200b\ufeff]+/g, "");

/**
 * The text to paste; null where the plain text is as good. `counted`: how many lines got a number that it lacks.
 * @param {string} html
 * @param {string} plain
 * @returns {{ text: string, counted: number } | null}
 */
export function pastedText(html, plain) {
  if (html.trim() === "") return null;
  const page = pageText(parseHtml(html));
  if (page.text === "") return null;
  if (squeeze(plain) === "") return { text: page.text, counted: page.numbered.length };
  const [all, bare, given] = [page.text, page.bare, plain].map((text) => squeeze(text));
  if (all === given && !office.test(html)) return null;
  // An editor's own list of what the HTML says must not cost the reader a part of the text.
  if (all.length < given.length * 0.8) return null;
  const lines = new Set(plain.split(/[\r\n]+/).map(squeeze));
  const lacking = page.numbered.filter((line) => !lines.has(squeeze(line)));
  const better = { text: page.text, counted: lacking.length };
  if (office.test(html)) return better;
  if (lacking.length === 0 || bare === "") return null;
  return bare === given || all.length <= given.length * 1.25 ? better : null;
}

/**
 * Files on the clipboard, where there is no text: a document copied in the system's window of files, or a picture.
 * @param {DataTransfer} clipboard
 * @returns {File[]}
 */
export const pastedFiles = (clipboard) => (clipboard.getData("text/plain") || clipboard.getData("text/html") ? [] : Array.from(clipboard.files));
