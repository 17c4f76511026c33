// Files dropped on the page, chosen from the system's window, or pasted.

import { readBytes, Unreadable } from "./read.js";

const LIMIT = 32 * 1024 * 1024;

/** What the system's window of files offers first. */
export const ACCEPTED = ".txt,.md,.docx,.html,.htm,.mht,.mhtml,text/plain,text/markdown,text/html,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * @param {File} file
 * @returns {Promise<import("./read.js").Read>}
 */
export async function readFile(file) {
  if (file.size > LIMIT) throw new Unreadable("fileLarge");
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Unreadable("fileFailed");
  }
  return readBytes(bytes, file.name);
}

/**
 * Values for the sentence of an `Unreadable`.
 * @param {File} file
 */
export const aboutFile = (file) => ({
  name: file.name,
  mb: (file.size / 1024 / 1024).toFixed(1),
  limit: LIMIT / 1024 / 1024,
});

/**
 * Every file in what was dropped, folders gone through; not those that a system or a program keeps there for itself.
 * @param {FileSystemEntry} entry
 * @returns {Promise<File[]>}
 */
async function filesOf(entry) {
  if (/^(\.|~\$)|^(Thumbs\.db|desktop\.ini)$/i.test(entry.name)) return [];
  if (entry.isFile) return [await new Promise((done, fail) => /** @type {FileSystemFileEntry} */ (entry).file(done, fail))];
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  const found = [];
  for (;;) {
    // A hundred at a time.
    const some = /** @type {FileSystemEntry[]} */ (await new Promise((done, fail) => reader.readEntries(done, fail)));
    if (!some.length) return found;
    for (const each of some) found.push(...(await filesOf(each)));
  }
}

/**
 * @param {object} page
 * @param {HTMLElement} page.veil shown while a file hangs over the page
 * @param {HTMLInputElement} page.input
 * @param {(files: File[], folder: boolean) => void} page.take
 */
export function acceptFiles({ veil, input, take }) {
  /** @param {DragEvent} event */
  const carriesFile = (event) => event.dataTransfer !== null && Array.from(event.dataTransfer.types).includes("Files");

  // Capture, or the editor would insert the file's text itself, in whatever encoding it assumes.
  window.addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    veil.hidden = false;
  }, true);
  window.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) veil.hidden = true;
  }, true);
  window.addEventListener("drop", (event) => {
    veil.hidden = true;
    if (!carriesFile(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.stopPropagation();
    const files = Array.from(event.dataTransfer.files);
    const entries = Array.from(event.dataTransfer.items, (item) => (item.webkitGetAsEntry ? item.webkitGetAsEntry() : null));
    if (!entries.some((entry) => entry && entry.isDirectory)) return take(files, false);
    const all = Promise.all(entries.map((entry) => (entry ? filesOf(entry) : [])));
    all.then((found) => found.flat()).then((found) => (found.length ? take(found, false) : take(files, true)), () => take(files, true));
  }, true);

  input.accept = ACCEPTED;
  input.addEventListener("change", () => {
    const files = Array.from(input.files || []);
    input.value = "";
    take(files, false);
  });
}
