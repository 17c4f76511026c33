// What a file is, told from its bytes; its name only where the bytes leave it open.

/** @typedef {"docx" | "html" | "mht" | "text"} Readable */
/**
 * Kinds that cannot be read, by the key of the sentence that says what to do.
 * @typedef {"fileOldWord" | "fileLocked" | "filePdf" | "fileRtf" | "fileOfd" | "fileSpreadsheet" | "fileSlides" | "fileOpenDocument"
 *   | "fileImage" | "fileArchive" | "fileEmpty"} Foreign
 */

/** @type {[kind: Foreign, start: number[]][]} */
const starts = [
  ["fileRtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["fileImage", [0x89, 0x50, 0x4e, 0x47]],
  ["fileImage", [0xff, 0xd8, 0xff]],
  ["fileImage", [0x47, 0x49, 0x46, 0x38]],
  ["fileImage", [0x49, 0x49, 0x2a, 0x00]],
  ["fileImage", [0x4d, 0x4d, 0x00, 0x2a]],
  ["fileArchive", [0x52, 0x61, 0x72, 0x21]],
  ["fileArchive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["fileArchive", [0x1f, 0x8b]],
];

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @returns {Readable | Foreign}
 */
export function kindOf(bytes, name) {
  const extension = (/\.(\w+)$/.exec(name.toLowerCase()) || [])[1] || "";
  if (bytes.length === 0) return "fileEmpty";
  for (const [kind, start] of starts) {
    if (start.every((byte, i) => bytes[i] === byte)) return kind;
  }
  const head = latin(bytes.subarray(0, 4096));
  if (head.slice(0, 1024).includes("%PDF-")) return "filePdf";
  if (/^(BM|RIFF)/.test(head) && /^(bmp|webp|dib)$/.test(extension)) return "fileImage";
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return inZip(bytes, extension);
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return inCompound(bytes, extension);
  if (/^\s*(From|MIME-Version|Content-Type|Subject|Date|Message-ID)\s*:/i.test(head) && /multipart\/related|text\/html/i.test(head)) return "mht";
  if (/^(htm|html|xhtml|shtml|mht|mhtml)$/.test(extension)) return "html";
  // Many systems hand out a web page under the name of a Word file. A .txt or .md may well start with a tag and is text.
  const tag = /^(?:\xef\xbb\xbf|\xff\xfe)?\s*<(?:!doctype\s+html|html|head|meta|body)[\s>]/i;
  if (!/^(txt|md)$/.test(extension) && tag.test(head.replace(/\0/g, ""))) return "html";
  return "text";
}

/** @param {Uint8Array} bytes */
const latin = (bytes) => new TextDecoder("windows-1252").decode(bytes);

/**
 * A zip's directory stands at its end and holds every name in the clear.
 * @param {Uint8Array} bytes
 * @param {string} extension
 * @returns {Readable | Foreign}
 */
function inZip(bytes, extension) {
  const names = latin(bytes.subarray(0, 2048)) + latin(bytes.subarray(Math.max(0, bytes.length - 256 * 1024)));
  if (/word\/\w*document\w*\.xml/.test(names)) return "docx";
  if (/OFD\.xml/.test(names)) return "fileOfd";
  if (/xl\/workbook/.test(names)) return "fileSpreadsheet";
  if (/ppt\/presentation/.test(names)) return "fileSlides";
  if (/mimetypeapplication\/vnd\.oasis/.test(names)) return "fileOpenDocument";
  // Cut short, it has no directory; its name says what it would have been.
  if (/^(docx|docm|dotx)$/.test(extension)) return "docx";
  if (/^(xlsx|xlsm)$/.test(extension)) return "fileSpreadsheet";
  return extension === "ofd" ? "fileOfd" : "fileArchive";
}

/**
 * The container of Word up to 2003 and of everything that a password locks; its streams' names are UTF-16.
 * @param {Uint8Array} bytes
 * @param {string} extension
 * @returns {Foreign}
 */
function inCompound(bytes, extension) {
  const names = latin(bytes).replace(/\0/g, "");
  if (/EncryptedPackage|EncryptionInfo/.test(names)) return "fileLocked";
  if (/WordDocument/.test(names)) return "fileOldWord";
  if (/Workbook/.test(names) || /^(xls|et)$/.test(extension)) return "fileSpreadsheet";
  if (/PowerPoint/.test(names) || /^(ppt|dps)$/.test(extension)) return "fileSlides";
  return "fileOldWord";
}
