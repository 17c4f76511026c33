/** `gangmu/places`: lines and columns, sentences, quotes and fingerprints. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../js/node.js";
import { clauseOf, findQuote, fingerprintsOf, placesOf, quoteOf, sentenceOf } from "../js/places.js";
import { TEXTS } from "./texts.mjs";

/** @import { Span } from "../js/gangmu.d.ts" */

/** @param {string} text @returns {Span[]} */
const figuresOf = (text) => parse(text).figures.map(({ span }) => span);

/** @param {string} text @param {string} words @returns {Span} */
function spanOf(text, words) {
  const at = text.indexOf(words);
  assert.ok(at >= 0, words);
  return [at, at + words.length];
}

test("lines and columns, however lines end", () => {
  const place = placesOf("\uFEFF一\r\n二三\r四\n\n😀五");
  const at = (/** @type {number} */ offset) => Object.values(place(offset)).join(":");
  assert.deepStrictEqual([0, 1, 2, 4, 5, 7, 9, 10, 12, 13, 99].map(at), ["1:1", "1:1", "1:2", "2:1", "2:2", "3:1", "4:1", "5:1", "5:3", "5:4", "5:90"]);
});

test("a sentence goes from stop to stop, with the stop", () => {
  const text = "全镇共3村。 新建公路1,200.5米，“硬化路面8处。”其余待建！\n投入60万元\r\n完";
  const sentence = (/** @type {string} */ words) => text.slice(...sentenceOf(text, spanOf(text, words)));
  assert.equal(sentence("3村"), "全镇共3村。");
  assert.equal(sentence("1,200.5米"), "新建公路1,200.5米，“硬化路面8处。”");
  assert.equal(sentence("其余"), "其余待建！");
  assert.equal(sentence("60万元"), "投入60万元");
  assert.equal(text.slice(...clauseOf(text, spanOf(text, "1,200.5米"))), "新建公路1,200.5米");
});

test("a sentence without an end has one, and cuts no character in two", () => {
  const text = "😀".repeat(400) + "12次" + "😀".repeat(400);
  const [start, end] = sentenceOf(text, spanOf(text, "12次"));
  assert.deepStrictEqual([start, end], [300, 800 + 3 + 500]);
  assert.equal(text.slice(start, end).isWellFormed(), true);
  const odd = sentenceOf("一" + text, spanOf("一" + text, "12次"));
  assert.equal(("一" + text).slice(...odd).isWellFormed(), true);
});

test("a span from outside is cut to the text", () => {
  for (const span of /** @type {Span[]} */ ([[-5, 2], [7, 99], [99, 120], [3, 1]])) {
    for (const [start, end] of [sentenceOf("开展培训12次", span), clauseOf("开展培训12次", span)]) {
      assert.ok(0 <= start && start <= end && end <= 8);
    }
    assert.equal(typeof quoteOf("开展培训12次", span).exact, "string");
    assert.match(fingerprintsOf("开展培训12次", [span])[0], /^[0-9a-f]{16}$/);
  }
});

for (const { name, text } of TEXTS) {
  test(`every figure stands in its sentence, and is found by its quote: ${name}`, () => {
    const whole = text.toWellFormed();
    const spans = figuresOf(whole);
    for (const span of spans) {
      const [start, end] = sentenceOf(whole, span);
      assert.ok(start <= span[0] && span[1] <= end);
      const [from, to] = clauseOf(whole, span);
      assert.ok(start <= from && from <= span[0] && span[1] <= to && to <= end);
      const quote = quoteOf(whole, span);
      assert.equal(quote.exact, whole.slice(...span));
      assert.ok([...quote.prefix].length <= 32 && [...quote.suffix].length <= 32);
      const round = quote.prefix + quote.exact + quote.suffix;
      assert.equal(whole.slice(span[0] - quote.prefix.length, span[1] + quote.suffix.length), round);
      // A text that says the same 64 characters twice has two such places; else there is this one.
      const found = findQuote(whole, quote);
      if (whole.indexOf(round) === whole.lastIndexOf(round)) assert.deepStrictEqual(found, span);
    }
  });

  test(`fingerprints are of their own, and stay when the text is edited elsewhere: ${name}`, () => {
    const whole = text.toWellFormed();
    const spans = figuresOf(whole);
    const made = fingerprintsOf(whole, spans);
    assert.equal(new Set(made).size, spans.length);
    const before = "本段是后加的。\n";
    const moved = spans.map(([start, end]) => /** @type {Span} */ ([start + before.length, end + before.length]));
    assert.deepStrictEqual(fingerprintsOf(before + whole, moved), made);
  });
}

test("a quote is found after edits before it, behind it and in what stands round it", () => {
  const text = "一季度培训12次。二季度培训12次，受众300人。";
  const quote = quoteOf(text, [text.lastIndexOf("12次"), text.lastIndexOf("12次") + 3]);
  const edited = "全年情况如下。\n一季度培训12次。其中，二季度培训12次，受众共310人。";
  const found = findQuote(edited, quote);
  assert.deepStrictEqual(found, [edited.lastIndexOf("12次"), edited.lastIndexOf("12次") + 3]);
});

test("a quote that is gone, or could be two places, is not found", () => {
  assert.equal(findQuote("开展培训13次。", { exact: "12次" }), null);
  assert.equal(findQuote("培训12次。宣讲12次。", { exact: "12次" }), null);
  assert.equal(findQuote("培训12次。", { exact: "" }), null);
  assert.deepStrictEqual(findQuote("培训12次。宣讲12次。", { exact: "12次", prefix: "宣讲" }), [8, 11]);
});

test("of two places that are alike each has its own fingerprint", () => {
  const text = "参训12次，参观学习参训学习。\n参训12次，参观学习参训学习。";
  const [first, second] = fingerprintsOf(text, [[2, 5], [17, 20]]);
  assert.notEqual(first, second);
  assert.equal(fingerprintsOf(text, [[2, 5]])[0], first);
});

test("a fingerprint is FNV-1a, 64 bits", () => {
  // Of three empty pieces, by hand: the offset basis, then three times the byte that parts them.
  let hash = 0xcbf29ce484222325n;
  for (let piece = 0; piece < 3; piece++) hash = BigInt.asUintN(64, (hash ^ 0xffn) * 0x100000001b3n);
  assert.equal(fingerprintsOf("", [[0, 0]])[0], hash.toString(16).padStart(16, "0"));
});
