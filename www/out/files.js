// Handing on what was read. The core writes every format; the page only names the file and puts it in the reader's hands.

/** @typedef {"csv" | "json" | "md"} Format */

/** @type {Record<Format, string>} */
const types = { csv: "text/csv;charset=utf-8", json: "application/json", md: "text/markdown;charset=utf-8" };

/** Excel takes a CSV for UTF-8 only when it starts with this. */
const BOM = "\ufeff";

/**
 * A file name that any system takes.
 * @param {string} title
 * @param {Format} format
 */
export function fileName(title, format) {
  const safe = title.replace(/[\\/:*?"<>|\u0000-\u001f\s]+/g, " ").trim().slice(0, 60);
  return `${safe}.${format}`;
}

/**
 * @param {string} name
 * @param {Format} format
 * @param {string} content
 */
export function download(name, format, content) {
  const whole = format === "csv" && !content.startsWith(BOM) ? BOM + content : content;
  const url = URL.createObjectURL(new Blob([whole], { type: types[format] }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
