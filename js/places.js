/** What a place in a text is, in other ways than by a span. */

/** @typedef {import("./gangmu.d.ts").Span} Span */

const LOW = /[\udc00-\udfff]/;
const HIGH = /[\ud800-\udbff]/;

/** Whether `at` stands between the two units of one character. @param {string} text @param {number} at */
const splits = (text, at) => LOW.test(text.charAt(at)) && HIGH.test(text.charAt(at - 1));

/** What of a span lies in the text. @param {string} text @param {Span} span @returns {Span} */
function within(text, [start, end]) {
  const from = Math.min(Math.max(start, 0), text.length);
  return [from, Math.min(Math.max(end, from), text.length)];
}

/** @type {typeof import("./places.d.ts").placesOf} */
export function placesOf(text) {
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const starts = [mark];
  for (const { index = 0, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
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

/** How far a sentence is followed to either side. */
const FAR = 500;

/**
 * @param {string} text
 * @param {Span} span
 * @param {RegExp} stop
 * @returns {Span}
 */
function between(text, span, stop) {
  const [start, end] = within(text, span);
  const digit = (/** @type {number} */ at) => /\d/.test(text.charAt(at));
  /** A comma within a number ends nothing. @param {number} at */
  const stops = (at) => stop.test(text[at]) && !(text[at] === "," && digit(at - 1) && digit(at + 1));
  let from = start;
  while (from > 0 && start - from < FAR && !stops(from - 1)) from--;
  let to = end;
  while (to < text.length && to - end < FAR && !stops(to)) to++;
  // Half of a character of two units is no character.
  if (splits(text, from)) from++;
  if (splits(text, to)) to--;
  while (from < start && /\s/.test(text[from])) from++;
  while (to > end && /\s/.test(text[to - 1])) to--;
  return [from, to];
}

/** @type {typeof import("./places.d.ts").sentenceOf} */
export function sentenceOf(text, span) {
  const [start] = within(text, span);
  const [begin, end] = between(text, span, /[。！？!?\r\n]/);
  // What closes behind a stop belongs to the sentence that it stops.
  const closed = /[。！？!?]/.test(text.charAt(begin - 1)) ? /^[”’」）)]\s*/.exec(text.slice(begin, start)) : null;
  const stop = /^[。！？!?][”’」）)]?/.exec(text.slice(end, end + 2));
  return [begin + (closed ? closed[0].length : 0), end + (stop ? stop[0].length : 0)];
}

/** @type {typeof import("./places.d.ts").clauseOf} */
export const clauseOf = (text, span) => between(text, span, /[，,；;。！？!?：:\r\n]/);

/** As many characters back. @param {string} text @param {number} at @param {number} characters */
function back(text, at, characters) {
  while (at > 0 && characters-- > 0) at -= splits(text, at - 1) ? 2 : 1;
  return at;
}

/** As many characters on. @param {string} text @param {number} at @param {number} characters */
function on(text, at, characters) {
  while (at < text.length && characters-- > 0) at += splits(text, at + 1) ? 2 : 1;
  return at;
}

/** How many characters of what stands round a quote are kept. */
const QUOTED = 32;

/** @type {typeof import("./places.d.ts").quoteOf} */
export function quoteOf(text, span) {
  const [start, end] = within(text, span);
  return {
    type: "TextQuoteSelector",
    exact: text.slice(start, end),
    prefix: text.slice(back(text, start, QUOTED), start),
    suffix: text.slice(end, on(text, end, QUOTED)),
  };
}

/** How many units before `at` are those at the end of `prefix`. @param {string} text @param {number} at @param {string} prefix */
function alikeBefore(text, at, prefix) {
  let length = 0;
  while (length < prefix.length && length < at && text[at - 1 - length] === prefix[prefix.length - 1 - length]) length++;
  return length;
}

/** How many units from `at` on are those of `suffix`. @param {string} text @param {number} at @param {string} suffix */
function alikeBehind(text, at, suffix) {
  let length = 0;
  while (length < suffix.length && text[at + length] === suffix[length]) length++;
  return length;
}

/** @type {typeof import("./places.d.ts").findQuote} */
export function findQuote(text, { exact, prefix = "", suffix = "" }) {
  if (exact === "") return null;
  let [best, likest, alone] = [-1, -1, false];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const like = alikeBefore(text, at, prefix) + alikeBehind(text, at + exact.length, suffix);
    if (like === likest) alone = false;
    if (like > likest) [best, likest, alone] = [at, like, true];
  }
  return alone ? [best, best + exact.length] : null;
}

/** FNV-1a of 64 bits, in two halves: numbers of JavaScript hold 53. */
class Fnv {
  high = 0xcbf29ce4;
  low = 0x84222325;

  /** @param {Uint8Array} bytes */
  add(bytes) {
    for (const byte of bytes) this.step(byte);
    // It stands in no UTF-8, and so parts what was added from what is added next.
    this.step(0xff);
  }

  /** Times 2^40 + 0x1b3. @param {number} byte */
  step(byte) {
    const low = (this.low ^ byte) >>> 0;
    const product = low * 0x1b3;
    const carry = Math.floor(product / 2 ** 32);
    this.high = (Math.imul(this.high, 0x1b3) + carry + (low << 8)) >>> 0;
    this.low = product >>> 0;
  }
}

/** How many characters on either side tell a place from others. */
const ROUND = 12;

/** @type {typeof import("./places.d.ts").fingerprintsOf} */
export function fingerprintsOf(text, spans) {
  const encoder = new TextEncoder();
  /** How often a fingerprint was met. @type {Map<string, number>} */
  const met = new Map();
  return spans.map((span) => {
    const [start, end] = within(text, span);
    const left = text.slice(back(text, start, ROUND), start);
    const right = text.slice(end, on(text, end, ROUND));
    const hash = new Fnv();
    for (const words of [left.slice(left.lastIndexOf("\n") + 1), text.slice(start, end), right.split("\n", 1)[0]]) {
      hash.add(encoder.encode(words));
    }
    const made = hex(hash.high) + hex(hash.low);
    const before = met.get(made) || 0;
    met.set(made, before + 1);
    if (before === 0) return made;
    const low = hash.low + before;
    return hex((hash.high + Math.floor(low / 2 ** 32)) >>> 0) + hex(low >>> 0);
  });
}

/** @param {number} half */
const hex = (half) => half.toString(16).padStart(8, "0");
