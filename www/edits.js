// Replacements made in a text.

/**
 * @param {string} text
 * @param {import("../js/gangmu.d.ts").Edit[]} edits in reading order, none over another
 */
export function edited(text, edits) {
  let out = "";
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.span[0]) + edit.text;
    at = edit.span[1];
  }
  return out + text.slice(at);
}
