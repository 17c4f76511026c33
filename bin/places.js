/** Lines and columns, as editors count them. */

/** @typedef {{ line: number, column: number }} Place Both from 1; columns count UTF-16 units. */

/**
 * Lines end at CRLF, LF or CR. A byte-order mark at the start of the file takes no column: no editor shows it.
 *
 * @param {string} text
 * @returns {(offset: number) => Place} The place of a UTF-16 offset of the text.
 */
export function placesOf(text) {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const starts = [mark];
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: Math.max(offset - starts[low], 0) + 1 };
  };
}
