// Text out of files: which encoding, and whether it is text at all.

const LIMIT = 32 * 1024 * 1024;

/** @typedef {"fileNotText" | "fileUnreadable" | "fileLarge" | "fileFailed"} Trouble */

/** Why a file could not be read, by the key of the sentence that says so. */
export class Unreadable extends Error {
  /** @param {Trouble} key */
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/** Starts of files that are not plain text though their bytes may decode: zip (.docx), PDF, OLE (.doc), RTF. */
const foreign = [[0x50, 0x4b, 3, 4], [0x25, 0x50, 0x44, 0x46, 0x2d], [0xd0, 0xcf, 0x11, 0xe0], [0x7b, 0x5c, 0x72, 0x74, 0x66]];

/**
 * A byte order mark decides; then UTF-8 if the bytes are that throughout; then GB18030.
 * @param {Uint8Array} bytes
 * @returns {{ text: string, encoding: string }}
 */
export function decode(bytes) {
  if (foreign.some((start) => start.every((byte, i) => bytes[i] === byte))) throw new Unreadable("fileNotText");
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ["UTF-16LE"]
    : bytes[0] === 0xfe && bytes[1] === 0xff ? ["UTF-16BE"]
    : ["UTF-8", "GB18030"];
  for (const encoding of encodings) {
    let text;
    try {
      text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
    if (text.includes("\0")) throw new Unreadable("fileNotText");
    return { text, encoding };
  }
  throw new Unreadable("fileUnreadable");
}

/**
 * @param {File} file
 * @returns {Promise<{ text: string, encoding: string }>}
 */
export async function readFile(file) {
  if (file.size > LIMIT) throw new Unreadable("fileLarge");
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Unreadable("fileFailed");
  }
  return decode(bytes);
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
 * Files dropped anywhere on the page, or chosen from the system's window, go to `take`.
 * @param {object} page
 * @param {HTMLElement} page.veil shown while a file hangs over the page
 * @param {HTMLInputElement} page.input
 * @param {(file: File) => void} page.take
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
    const file = event.dataTransfer.files[0];
    if (file) take(file);
  }, true);

  input.addEventListener("change", () => {
    const file = input.files && input.files[0];
    if (file) take(file);
    input.value = "";
  });
}
