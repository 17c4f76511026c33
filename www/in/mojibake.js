// Texts that were decoded wrongly before they came here, and what they were if that can be had back.

import { likeness } from "./encoding.js";

/** @typedef {{ from: string, to: string, text: string, score: number }} Repair the text was read as `from` and is `to`; how much it looks like one */

/**
 * Signs of a wrong decoding: the lock-and-copper characters that two conversions of � leave, UTF-8 read as Latin-1 or as
 * GBK, GBK read as Latin-1, and � itself in a run or in number.
 */
const signs = [
  /锟斤拷|烫烫烫|屯屯屯/,
  /ï»¿|锘縗|锘�|锘/,
  /â€[œ\u009d™˜¢”“]|ã€[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ]|ï¼[\u0080-\u00bfŒš‰ˆ›]/,
  /(?:[äåæçèéï][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]{1,2}){3}/,
  /(?:[\u00a1-\u00ff]{2}){4}/,
  /\ufffd{3}|(?:\ufffd[^\ufffd]{0,8}){6}/,
];

/** @param {string} text */
export const isMojibake = (text) => {
  const head = text.slice(0, 20_000);
  if (signs.some((sign) => sign.test(head))) return true;
  // UTF-8 read as GBK has no mark of its own but these characters, far more often than any Chinese text.
  const rare = (head.match(/[鐨勪笉鍙戝伐浣滄斂搴滃拰涓浜鏄鎴鍦鏈閲璇鍥璁鐢鏂锛銆鈥]/g) || []).length;
  return rare >= 6 && rare / head.length > 0.12;
};

/** Byte pairs of GBK, made when first asked for. @type {Map<string, number> | undefined} */
let gbk;

function gbkBytes() {
  if (gbk) return gbk;
  gbk = new Map();
  const decoder = new TextDecoder("gbk");
  const pair = new Uint8Array(2);
  for (pair[0] = 0x81; pair[0] < 0xff; pair[0]++) {
    for (let low = 0x40; low < 0xff; low++) {
      pair[1] = low;
      const character = decoder.decode(pair);
      if (character.length === 1 && !gbk.has(character)) gbk.set(character, pair[0] * 256 + low);
    }
  }
  return gbk;
}

/** Windows-1252's own characters at 0x80 to 0x9f. */
const between = new Map(
  Array.from("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ").map((character, i) => [character, 0x80 + i]),
);

/** @type {Record<string, (character: string) => number[] | null>} */
const encoders = {
  "Latin-1": (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x100) return [code];
    const byte = between.get(character);
    return byte === undefined ? null : [byte];
  },
  GBK: (character) => {
    if (character < "\x80") return [character.charCodeAt(0)];
    const both = gbkBytes().get(character);
    // The euro sign stands alone in GBK.
    return both === undefined ? (character === "€" ? [0x80] : null) : [both >> 8, both & 0xff];
  },
};

/**
 * What the text may have been, best first: it is encoded again as it was misread, and read as it should have been.
 * Characters that cannot have come from that misreading are left as they are.
 * @param {string} text
 * @returns {Repair[]}
 */
export function repairs(text) {
  /** @type {Repair[]} */
  const found = [];
  for (const [from, to] of /** @type {const} */ ([["Latin-1", "UTF-8"], ["Latin-1", "GB18030"], ["GBK", "UTF-8"]])) {
    const decoder = new TextDecoder(to);
    let again = "";
    /** @type {number[]} */
    let bytes = [];
    let kept = 0;
    const flush = () => {
      if (bytes.length > 0) again += decoder.decode(Uint8Array.from(bytes));
      bytes = [];
    };
    for (const character of text) {
      const encoded = character.length === 1 ? encoders[from](character) : null;
      if (encoded) bytes.push(...encoded);
      else {
        flush();
        again += character;
        kept++;
      }
    }
    flush();
    const lost = (again.match(/\ufffd/g) || []).length;
    if (again === text || lost * 10 > again.length || kept * 5 > text.length) continue;
    found.push({ from, to, text: again, score: likeness(again) - lost / again.length });
  }
  const now = likeness(text);
  return found.filter(({ score }) => score > 0.75 && score > now - 0.1).sort((a, b) => b.score - a.score);
}
