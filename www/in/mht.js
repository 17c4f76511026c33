// A web page saved as one file (.mht): the part of it that is the page.

/**
 * @param {Uint8Array} bytes
 * @returns {{ bytes: Uint8Array, charset: string } | null}
 */
export function pageOfMht(bytes) {
  return pageOf(new TextDecoder("windows-1252").decode(bytes), 0);
}

/** @param {string} part @param {number} depth @returns {{ bytes: Uint8Array, charset: string } | null} */
function pageOf(part, depth) {
  const end = /\r?\n\r?\n/.exec(part);
  if (!end || depth > 4) return null;
  const head = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, " ");
  const body = part.slice(end.index + end[0].length);
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(head);
  if (boundary && /^content-type:\s*multipart/im.test(head)) {
    for (const inner of body.split(`--${boundary[1] || boundary[2]}`).slice(1)) {
      const found = pageOf(inner.replace(/^\r?\n/, ""), depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!/^content-type:\s*text\/html/im.test(head)) return null;
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(head);
  const way = (/^content-transfer-encoding:\s*([\w-]+)/im.exec(head) || ["", ""])[1].toLowerCase();
  return { bytes: way === "base64" ? ofBase64(body) : way === "quoted-printable" ? ofQuoted(body) : ofLatin(body), charset: charset ? charset[1] : "" };
}

/** @param {string} text */
function ofBase64(text) {
  const letters = text.replace(/[^A-Za-z0-9+/]/g, "");
  return ofLatin(atob(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0))));
}

/** @param {string} text */
const ofQuoted = (text) => ofLatin(text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))));

/** @param {string} text of characters that stand for a byte each */
function ofLatin(text) {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) & 0xff;
  return bytes;
}
