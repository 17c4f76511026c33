/** Any text gets an answer, without a panic, in time that grows as the text does. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, toCsv, toJson, toMarkdown } from "../js/node.js";

/** Bytes that look random and are the same in every run. @param {number} length */
function bytes(length) {
  const out = Buffer.alloc(length);
  let state = 0x9e3779b9;
  for (let at = 0; at < length; at++) {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    out[at] = state >>> 24;
  }
  return out;
}

const SENTENCE = "全年共开展普法宣传12场，受教育群众1.1万余人次，同比增长11.3%。";
const MILLION = 1_000_000;

/** @type {Record<string, string>} */
const TEXTS = {
  "the empty string": "",
  "one line of 10 MB": SENTENCE.repeat(Math.ceil((10 * MILLION) / Buffer.byteLength(SENTENCE))),
  "one line of 2 MB without a stop": "开展宣传12场".repeat(120_000),
  "4 MB of one letter": "a".repeat(4 * MILLION),
  "4 MB of spaces": " ".repeat(4 * MILLION),
  "4 MB of line ends": "\r\n".repeat(2 * MILLION),
  "random bytes as UTF-8 with replacement characters": bytes(2 * MILLION).toString("utf8"),
  "100,000 unclosed 《": "《".repeat(100_000),
  "100,000 unclosed （ and “": "（“".repeat(50_000),
  "100,000 closing 》": "》".repeat(100_000),
  "a million digits": "7".repeat(MILLION),
  "a million Chinese numerals": "一二三四五六七八九十".repeat(100_000),
  "a million scale words": "万".repeat(MILLION),
  "digits and points": "1.".repeat(MILLION / 2),
  "100,000 headings": "一、加强领导\n".repeat(100_000),
  "100,000 markers on one line": "1、".repeat(100_000),
  "100,000 headings each below the other": "一、甲\n（一）乙\n1.丙\n（1）丁\n".repeat(25_000),
  "items without end": "一是".repeat(100_000),
  "dates without end": "2021年1月".repeat(100_000),
  "a sum of 100,000 parts": `共100000件，其中${"甲类1件、".repeat(100_000)}`,
  "lone surrogates": "\uD800一\uDC00、\uDBFF".repeat(100_000),
  "control characters": Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join("12次").repeat(1000),
  "combining marks": "e\u0301\u0302\u0303".repeat(100_000),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(name, { timeout: 180_000 }, () => {
    const report = parse(text);
    assert.equal(report.schema, "gangmu/1");
    for (const { span } of [...report.figures, ...report.outline, ...report.dates, ...report.citations, ...report.noise]) {
      assert.ok(0 <= span[0] && span[0] <= span[1] && span[1] <= text.length);
    }
    // The other forms have their own loops; a tenth of the text shows a panic as well.
    const part = text.slice(0, Math.ceil(text.length / 10));
    assert.equal(JSON.parse(toJson(part)).schema, "gangmu/1");
    assert.ok(toCsv(part).endsWith("\r\n"));
    assert.equal(typeof toMarkdown(part), "string");
  });
}

test("any words of the reader's own: odd ones, many, long ones", { timeout: 180_000 }, () => {
  const odd = ["", " ", "\uD800", "\0", "1", "一", "。", "\n", "《", "７", "次".repeat(100_000)];
  const many = Array.from({ length: 20_000 }, (_, at) => `${at}甲`);
  const text = SENTENCE.repeat(200);
  const plain = parse(text);
  for (const words of [odd, many, odd.map((word) => word.repeat(50))]) {
    assert.ok(parse(text, { units: words }).figures.length > 0);
    assert.equal(parse(text, { names: words }).schema, "gangmu/1");
  }
  assert.deepStrictEqual(parse(text, { units: [""], names: ["", "群众"], patterns: [] }), plain);
});

test("any pattern gets an answer or an error that names it", { timeout: 180_000 }, () => {
  const text = SENTENCE.repeat(20);
  const odd = ["", "(", ")", "[", "]", "{", "}", "*", "|", "\\", "\0", "\uD800", "(?", "(?<", "(?<number>", "(?<number>)", "(?<number>a{9999})", "[[:alpha:]]"];
  const long = ["(".repeat(MILLION), "a".repeat(MILLION), "|".repeat(MILLION), "(?<number>\\d)".repeat(100_000), `(?<number>${"(?:".repeat(30)}\\d${"){9}".repeat(30)})`];
  for (const pattern of [...odd, ...long]) {
    try {
      assert.equal(parse(text, { patterns: [pattern] }).schema, "gangmu/1");
    } catch (error) {
      const { code, message } = /** @type {import("../js/gangmu.d.ts").GangmuError} */ (error);
      assert.equal(code, "bad-pattern");
      assert.ok(message.includes(pattern.toWellFormed()), message.slice(0, 200));
    }
  }
});

test("a pattern that makes others slow: four times the text takes about four times as long", { timeout: 180_000 }, () => {
  // A program that tries one way after another takes these for exponential or quadratic.
  for (const pattern of ["(?:a*)*(?:a|a)*b|(?<number>7)", "(?:.*《|(?<number>1))", "(?<number>(?:一?){20}(?:一){20})"]) {
    const once = secondsFor(`${"a".repeat(200)}17${"一".repeat(200)}`.repeat(50), { patterns: [pattern] });
    const often = secondsFor(`${"a".repeat(200)}17${"一".repeat(200)}`.repeat(200), { patterns: [pattern] });
    assert.ok(often < 0.02 || often / once < 8, `${pattern}: ${once.toFixed(4)} s, then ${often.toFixed(4)} s`);
  }
});

/** Seconds, the best of three: what else the machine does only adds. @param {string} text @param {import("../js/gangmu.d.ts").Options} [options] */
function secondsFor(text, options) {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    parse(text, options);
    best = Math.min(best, performance.now() - start);
  }
  return best / 1000;
}

test("four times the text takes about four times as long", () => {
  /** @type {Record<string, (n: number) => string>} */
  const patterns = {
    sentences: (n) => SENTENCE.repeat(n),
    lines: (n) => `${SENTENCE}\n`.repeat(n),
    "no stop": (n) => "开展宣传12场".repeat(n * 4),
    "open marks": (n) => "《".repeat(n * 20),
    "open marks of several kinds": (n) => "《（“".repeat(n * 8),
    digits: (n) => "7".repeat(n * 50),
    numerals: (n) => "一二三四五六七八九十".repeat(n * 4),
    headings: (n) => "一、加强领导\n".repeat(n * 4),
    markers: (n) => "1、".repeat(n * 10),
    items: (n) => "一是".repeat(n * 10),
    dates: (n) => "2021年1月".repeat(n * 4),
    sum: (n) => `共100000件，其中${"甲类1件、".repeat(n * 4)}`,
    plain: (n) => "各部门高度重视".repeat(n * 6),
  };
  /** @type {string[]} */
  const steep = [];
  for (const [name, make] of Object.entries(patterns)) {
    let [few, many] = [Infinity, Infinity];
    // Quadratic would be 16, and stay so however often it is measured. Below 20 ms the clock says little.
    const isSteep = () => many > 0.02 && many / few > 8;
    for (let round = 0; round === 0 || (isSteep() && round < 6); round++) {
      few = Math.min(few, secondsFor(make(500)));
      many = Math.min(many, secondsFor(make(2000)));
    }
    if (isSteep()) steep.push(`${name}: ${few.toFixed(4)} s, then ${many.toFixed(4)} s`);
  }
  assert.deepStrictEqual(steep, []);
});
