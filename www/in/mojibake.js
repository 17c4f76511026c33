// Texts that were decoded wrongly before they came here, and what they were if that can be had back.

import { COMMON, likeness } from "./encoding.js";

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
export function isMojibake(text) {
  const head = text.slice(0, 20_000);
  if (signs.some((sign) => sign.test(head))) return true;
  // UTF-8 read as GBK is ideographs like any other, only rare ones; read the way back it is UTF-8 almost throughout.
  const part = head.slice(0, 600);
  const ideographs = part.match(/[\u4e00-\u9fff]/g) || [];
  if (ideographs.length < 8 || ideographs.filter((each) => COMMON.has(each)).length > ideographs.length * 0.6) return false;
  const { text: back, lost } = readBack(part, "GBK", "UTF-8");
  return lost * 5 < back.length && likeness(back.replace(/\ufffd/g, "")) > 0.8;
}

/** Byte pairs of GBK, made when first asked for. @type {Map<string, number> | undefined} */
let gbk;

function gbkBytes() {
  if (gbk) return gbk;
  /** @type {number[]} */
  const pairs = [];
  for (let high = 0x81; high < 0xff; high++) for (let low = 0x40; low < 0xff; low++) pairs.push(high, low, 10);
  gbk = new Map();
  // All in one go: twenty thousand calls would take a while.
  new TextDecoder("gbk").decode(Uint8Array.from(pairs)).split("\n").forEach((character, i) => {
    if (character.length === 1 && gbk && !gbk.has(character)) gbk.set(character, pairs[i * 3] * 256 + pairs[i * 3 + 1]);
  });
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
 * A text encoded again as it was misread, and read as it should have been. Characters that cannot have come from that
 * misreading are kept.
 * @param {string} text
 * @param {keyof typeof encoders} from
 * @param {string} to
 */
function readBack(text, from, to) {
  const decoder = new TextDecoder(to);
  let back = "";
  /** @type {number[]} */
  let bytes = [];
  let kept = 0;
  const flush = () => {
    if (bytes.length > 0) back += decoder.decode(Uint8Array.from(bytes));
    bytes = [];
  };
  for (const character of text) {
    const encoded = character.length === 1 ? encoders[from](character) : null;
    if (encoded) bytes.push(...encoded);
    else {
      flush();
      back += character;
      kept++;
    }
  }
  flush();
  return { text: back, kept, lost: (back.match(/\ufffd/g) || []).length };
}

/**
 * What the text may have been, best first.
 * @param {string} text
 * @returns {Repair[]}
 */
export function repairs(text) {
  const now = likeness(text);
  /** @type {Repair[]} */
  const found = [];
  for (const [from, to] of /** @type {const} */ ([["Latin-1", "UTF-8"], ["Latin-1", "GB18030"], ["GBK", "UTF-8"]])) {
    const back = readBack(text, from, to);
    if (back.text === text || back.lost * 5 > back.text.length || back.kept * 5 > text.length) continue;
    const score = likeness(back.text) - back.lost / back.text.length;
    if (score > 0.6 && score > now - 0.2) found.push({ from, to, text: back.text, score });
  }
  return found.sort((a, b) => b.score - a.score);
}
