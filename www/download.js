// Puts a file into the reader's hands.

/**
 * A file name that any system takes.
 * @param {string} title
 * @param {string} ending
 */
export function fileName(title, ending) {
  const safe = Array.from(title.replace(/[\\/:*?"<>|\u0000-\u001f\s]+/g, " ").trim()).slice(0, 60).join("");
  return `${safe}${ending}`;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string | Uint8Array} content
 */
export function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (content)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
