// Bytes as printable letters, 13 bits in two of them: base64 takes an eighth more, and the single file is counted in bytes. Before
// them stands how many bytes they are. Only what reads them runs on the page; scripts/single.mjs writes with the other.

/** As many as there are printable letters without the three that may mean something in HTML: " & <. */
const BASE = 91;

/** @param {number} digit */
const letter = (digit) => String.fromCharCode(33 + digit + Number(digit > 0) + Number(digit > 3) + Number(digit > 24));

/** @param {number} code */
const digit = (code) => code - 33 - Number(code > 34) - Number(code > 38) - Number(code > 60);

/** @param {Uint8Array} bytes */
export function dense(bytes) {
  let letters = `${bytes.length} `;
  let held = 0;
  let bits = 0;
  // Two bytes of nothing fill the last pair.
  for (const byte of [...bytes, 0, 0]) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < 13) continue;
    bits -= 13;
    const taken = held >> bits;
    held &= (1 << bits) - 1;
    letters += letter(Math.floor(taken / BASE)) + letter(taken % BASE);
  }
  return letters;
}

/** @param {string} letters */
export function undense(letters) {
  const bytes = new Uint8Array(parseInt(letters));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = letters.indexOf(" ") + 1; at < bytes.length; i += 2) {
    held = (held << 13) | (digit(letters.charCodeAt(i)) * BASE + digit(letters.charCodeAt(i + 1)));
    for (bits += 13; bits >= 8 && at < bytes.length; held &= (1 << bits) - 1) bytes[at++] = held >> (bits -= 8);
  }
  return bytes;
}

/** What was zipped before it was written so. @param {string} letters */
export const inflated = (letters) => new Response(new Blob([undense(letters)]).stream().pipeThrough(new DecompressionStream("gzip")));
