/** Every span, sliced in JavaScript, is the words it claims: on a text in which each way of counting differs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../js/node.js";
import { ownText, TEXTS } from "./texts.mjs";

/** @import { Heading, Report, Span } from "../js/gangmu.d.ts" */

/** @param {Heading[]} headings @returns {Heading[]} */
const flat = (headings) => headings.flatMap((heading) => [heading, ...flat(heading.children)]);

/** @param {Report} report */
const itemsOf = (report) => [...report.items, ...flat(report.outline).flatMap(({ items }) => items)];

const NBSP = "\u00A0";

test("the odd text holds what makes counting hard", () => {
  const text = ownText("characters.txt");
  for (const part of ["\uFEFF", "𬭚", "😀", "\r\n", NBSP, "\u3000", "１"]) assert.ok(text.includes(part), JSON.stringify(part));
  assert.notEqual(text.length, [...text].length);
});

test("figures", () => {
  const text = ownText("characters.txt");
  const words = parse(text).figures.map(({ span, number }) => [text.slice(...span), text.slice(...number)]);
  assert.deepStrictEqual(words, [
    [`12${NBSP}场`, "12"],
    ["１．１万余人次", "１．１万"],
    ["三百二十家", "三百二十"],
    ["１１．３％", "１１．３"],
    ["5.7公里", "5.7"],
    ["３座", "３"],
    ["2.5亿元", "2.5亿"],
    ["1-2座", "1-2"],
  ]);
});

test("figures that the reader's own words make", () => {
  const text = `\uFEFF😀新裝路燈３6\u200B灯位，𬭚矿😀好评\u200B指\uE000数９\u200B8${NBSP}分。`;
  const pattern = "(?<indicator>好评指数)(?<number>[0-9０-９]+)\\S(?<unit>分)";
  const { figures } = parse(text, { units: ["灯位"], patterns: [pattern] });
  assert.deepStrictEqual(figures.map(({ span, number }) => [text.slice(...span), text.slice(...number)]), [
    ["３6\u200B灯位", "３6"],
    [`９\u200B8${NBSP}分`, "９\u200B8"],
  ]);
  assert.deepStrictEqual(figures.map(({ value, unit }) => [value, unit]), [[36, "灯位"], [98, "分"]]);
  assert.equal(figures[1].indicator.replaceAll(/[\u200B\uE000]/g, ""), "好评指数");
});

test("headings, their bodies and items", () => {
  const text = ownText("characters.txt");
  const report = parse(text);
  const headings = flat(report.outline);
  assert.deepStrictEqual(
    headings.map(({ marker, title }) => [marker, title]),
    [["一、", "主要工作\u3000😀"], ["（一）", "整治𬭚矿"], ["（二）", "修路架桥😀"], ["二、", "下一步打算"]],
  );
  assert.deepStrictEqual(headings.map(({ span }) => text.slice(...span)), ["一、主要工作\u3000😀", "（一）整治𬭚矿", "（二）修路架桥😀", "二、下一步打算"]);
  assert.deepStrictEqual(headings.map(({ body }) => text[body[0]]), ["\r", "。", "。", "\r"]);
  assert.deepStrictEqual(headings.map(({ body }) => text.slice(body[1]).trimStart().slice(0, 3)), ["二、下", "（二）", "二、下", ""]);
  assert.deepStrictEqual(itemsOf(report).map(({ span }) => text.slice(...span)), ["一是", "二是"]);
});

test("dates and citations", () => {
  const text = ownText("characters.txt");
  const report = parse(text);
  const dates = report.dates.map(({ span }) => text.slice(...span));
  assert.deepStrictEqual(dates, ["2021年", "2021年", "2022年6月", "2021年12月18日"]);
  assert.deepStrictEqual(report.citations.map(({ span, number }) => [text.slice(...span), number]), [["《𬭚矿管理条例》", "𬭚政发〔2021〕7号"]]);
});

test("every number that is no figure", () => {
  const text = ownText("characters.txt");
  for (const { span } of parse(text).ignored) assert.match(text.slice(...span), /[\d０-９一二三四五六七八九十百千万亿几数两]/);
});

for (const { name, text } of TEXTS) {
  test(`every span, on any text: ${name}`, () => {
    const report = parse(text);
    const slice = (/** @type {Span} */ span) => text.slice(...span);

    /** @type {Span[]} */
    const all = [];
    const collect = (/** @type {unknown} */ value, /** @type {string} */ key) => {
      if (["span", "body", "number"].includes(key) && Array.isArray(value)) all.push(/** @type {Span} */ (value));
      else if (value !== null && typeof value === "object") for (const [each, inner] of Object.entries(value)) collect(inner, each);
    };
    collect(report, "");
    // The lone surrogates of the text itself stay; no span may cut a pair in two.
    const isPair = (/** @type {number} */ at) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
    for (const [start, end] of all) {
      assert.ok(0 <= start && start <= end && end <= text.length, `[${start}, ${end}] is not in the text`);
      assert.ok(!isPair(start) && !isPair(end), `[${start}, ${end}] cuts a character in two`);
    }

    for (const { span, marker, title, body } of flat(report.outline)) {
      assert.ok(slice(span).startsWith(marker), `${slice(span)} begins with ${marker}`);
      assert.ok(slice(span).includes(title), `${slice(span)} holds ${title}`);
      assert.ok(span[1] <= body[0], "the body comes after the title");
    }
    for (const { span, marker } of itemsOf(report)) assert.equal(slice(span), marker);
    for (const { span, number, approx } of report.figures) {
      assert.ok(span[0] <= number[0] && number[1] <= span[1], `${slice(number)} in ${slice(span)}`);
      assert.match(slice(number), /[\d０-９零一二三四五六七八九十百千万亿两半]/);
      if (approx !== null && approx !== "") assert.ok(text.includes(approx[0]));
    }
    for (const { span } of report.citations) assert.match(slice(span), /^《[\s\S]*》$/);
    for (const [kind, list] of Object.entries({ figures: report.figures, dates: report.dates, citations: report.citations, noise: report.noise, ignored: report.ignored })) {
      const ends = list.map(({ span }) => span);
      for (let index = 1; index < ends.length; index++) {
        assert.ok(ends[index - 1][1] <= ends[index][0], `${kind} in reading order, none inside another`);
      }
    }
  });
}

test("characters before a report move its spans and nothing else", () => {
  const text = "全年开展培训12次，投入2.5万元。依据《条例》，检查企业三百家。";
  const words = (/** @type {string} */ whole) => {
    const { figures, citations } = parse(whole);
    return [...figures, ...citations].map(({ span }) => whole.slice(...span));
  };
  const plain = words(text);
  assert.equal(plain.length, 4);
  for (const before of ["\uFEFF", "😀\n", "𬭚".repeat(70) + "\r\n", "\u00A0\u3000\n", "\uD83D\n", "a".repeat(64) + "\n"]) {
    assert.deepStrictEqual(words(before + text), plain, JSON.stringify(before));
  }
});
