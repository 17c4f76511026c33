/** What crosses from Rust to JavaScript: the tape, the JSON and the types say the same. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import * as glue from "../dist/wasm/gangmu.js";
import { collect, compare, load, mend, parse, toCsv, toJson, toJsonLd, toMarkdown, toSdmx, view } from "../js/node.js";
import { unpack } from "../js/unpack.js";
import { inRoot, run } from "../scripts/run.mjs";
import { TEXTS } from "./texts.mjs";

for (const { name, text } of TEXTS) {
  test(`unpacked tape and JSON are equal: ${name}`, () => {
    // Half a surrogate pair cannot be written in UTF-8: in JSON it is U+FFFD, in the objects it stays what it is.
    assert.deepStrictEqual(parse(text.toWellFormed()), JSON.parse(toJson(text)));
  });
}

for (const { name, text } of TEXTS) {
  test(`a view's entries are those of the report, in any order: ${name}`, () => {
    const report = parse(text);
    const packed = view(text);
    assert.deepStrictEqual(Object.keys(packed), Object.keys(report));
    assert.deepStrictEqual(packed.metadata, report.metadata);
    for (const [part, list] of Object.entries(report)) {
      if (!Array.isArray(list)) continue;
      const entries = /** @type {import("../js/gangmu.d.ts").EntryList<unknown>} */ (packed[/** @type {"figures"} */ (part)]);
      assert.equal(entries.length, list.length, part);
      // From behind, so that no entry is found by reading those before it.
      for (let index = list.length - 1; index >= 0; index--) assert.deepStrictEqual(entries.at(index), list[index], part);
      assert.deepStrictEqual([...entries], list, part);
      assert.deepStrictEqual(entries.at(-1), list[list.length - 1], part);
      assert.equal(entries.at(list.length), undefined);
      assert.equal(entries.at(-list.length - 1), undefined);
    }
  });
}

test("a view has the parts that were asked for", () => {
  const packed = view("全年培训12次，投入3万元。", { parts: ["figures", "noise"] });
  assert.deepStrictEqual(Object.keys(packed), ["schema", "figures", "noise"]);
  assert.deepStrictEqual([...packed.figures].map(({ value }) => value), [12, 30000]);
  assert.equal(packed.noise.length, 0);
});

test("every value that a decimal can have arrives as the nearest double", () => {
  const numerals = ["0", "0.1", "0.3", "94.4", "1.1万", "282万", "9007199254740993", "1844674407370955161", "12345678901234567.8", "0.0000001", "百亿", "999999999999.999999"];
  const text = numerals.map((numeral) => `投入${numeral}元。`).join("\n");
  const values = parse(text).figures.map(({ value }) => value);
  assert.deepStrictEqual(values, JSON.parse(toJson(text)).figures.map((/** @type {{ value: number }} */ figure) => figure.value));
  assert.ok(values.length >= 6, `only ${values.length} values`);
});

test("a decimal beyond the exact doubles is rounded once", () => {
  const sets = JSON.parse(glue.names());
  const [tape, pool] = /** @type {[Uint32Array, string]} */ (/** @type {unknown} */ (glue.parsePacked("投入7元。", undefined)));
  assert.equal(unpack(tape, pool, "投入7元。", sets).figures[0].value, 7);
  const at = tape.findLastIndex((cell, index) => cell === 7 && tape[index + 1] === 0 && tape[index + 2] === 0);
  // 12345678901234567891 × 10^-25 takes more than 53 bits and a power of ten that no double holds.
  const exact = 12345678901234567891n;
  tape.set([Number(exact & 0xffffffffn), Number(exact >> 32n), -25 >>> 0], at);
  assert.equal(unpack(tape, pool, "投入7元。", sets).figures[0].value, 12345678901234567891e-25);
});

/**
 * A module that holds `value` against the exported type `name`. Long lists stand in pieces of their own:
 * the compiler first makes one union of all entries of a literal, and gives up on more than a hundred thousand members.
 * @param {string} name
 * @param {object} value
 */
function typed(name, value) {
  /** @type {string[]} */
  const pieces = [];
  const members = Object.entries(value).map(([key, member]) => {
    if (!Array.isArray(member)) return `${JSON.stringify(key)}: ${JSON.stringify(member)}`;
    const spread = [];
    for (let at = 0; at < member.length; at += 100) {
      spread.push(`...piece${pieces.length}`);
      pieces.push(`const piece${pieces.length}: ${name}[${JSON.stringify(key)}] = ${JSON.stringify(member.slice(at, at + 100))};`);
    }
    return `${JSON.stringify(key)}: [${spread.join(", ")}]`;
  });
  return [`import type { ${name} } from "../../js/gangmu.d.ts";`, ...pieces, `export const value: ${name} = { ${members.join(", ")} };`].join("\n");
}

test("the types are those of the output, on every text", async () => {
  const folder = inRoot(".cache", "contract");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [index, { text }] of TEXTS.entries()) {
    const other = TEXTS[(index + 1) % TEXTS.length].text;
    writeFileSync(`${folder}/${index}.ts`, typed("Report", JSON.parse(toJson(text))));
    writeFileSync(`${folder}/${index}-comparison.ts`, typed("Comparison", compare(text, other)));
    writeFileSync(`${folder}/${index}-collection.ts`, typed("Collection", collect([{ text }, { text: other, source: "b" }])));
  }
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", types: [], allowImportingTsExtensions: true };
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  const { code, all } = await run(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "-p", folder]);
  assert.equal(code, 0, all.slice(0, 4000));
});

test("the unions of the types are the closed sets of the core", () => {
  const types = readFileSync(inRoot("js", "gangmu.d.ts"), "utf8");
  for (const [set, names] of Object.entries(JSON.parse(glue.names()))) {
    const union = types.match(new RegExp(`export type ${set} =([^;]+);`))?.[1] ?? "";
    assert.deepStrictEqual([...union.matchAll(/"([^"]+)"/g)].map(([, name]) => name), names, set);
  }
});

test("mended: the edits of the findings, made in JavaScript, give the same text", () => {
  for (const { name, text } of TEXTS) {
    const whole = text.toWellFormed();
    const edits = parse(whole).findings.flatMap(({ fix }) => fix ?? []).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
    let [mended, at, insertedAt] = ["", 0, -1];
    for (const { span: [start, end], text: words } of edits) {
      if (start < at || start === insertedAt) continue;
      mended += whole.slice(at, start) + words;
      [at, insertedAt] = [end, start === end ? start : -1];
    }
    assert.equal(mend(whole), mended + whole.slice(at), name);
  }
  assert.equal(mend("组织学习学习行政处罚法。", { profile: "figures" }), "组织学习学习行政处罚法。");
});

test("a lone surrogate is one unit, inside and outside", () => {
  const report = parse("\uD800一\uDC00共开展培训12次\uD83D。");
  assert.deepStrictEqual(report.figures.map(({ span }) => span), [[8, 11]]);
});

test("the memory grows by less than four times a long report, and not again at its second reading", () => {
  const paragraph =
    "（一）加强组织领导。坚持把法治建设摆在重要位置，与中心工作一同部署、一同推进、一同落实，形成主要负责人亲自抓、分管领导具体抓、各部门各负其责的工作格局。" +
    "持续深化基层治理，完善网格巡查、矛盾排查、群众说事等制度，推动关口前移、力量下沉，全年调解矛盾纠纷127件，群众的获得感和满意度不断提升。\n";
  const text = paragraph.repeat(4000);
  const bytes = Buffer.byteLength(text);
  glue.renew();
  const memory = () => glue.initSync(/** @type {any} */ (undefined)).memory.buffer.byteLength;
  parse("培训12次。");
  const before = memory();
  assert.equal(view(text).figures.length, 4000);
  const after = memory();
  assert.ok(after - before < 4 * bytes, `${after - before} bytes for ${bytes}`);
  view(text);
  assert.equal(memory(), after);
});

test("20,000 readings need no more memory than the first thousand", () => {
  const { memory } = glue.initSync(/** @type {any} */ (undefined));
  const texts = TEXTS.map(({ text }) => text.slice(0, 300));
  const read = (/** @type {number} */ rounds) => {
    for (let round = 0; round < rounds; round++) parse(texts[round % texts.length]);
    return memory.buffer.byteLength;
  };
  const before = read(1000);
  assert.equal(read(20_000), before);
  for (let round = 0; round < 1000; round++) assert.throws(() => parse("一", /** @type {any} */ ({ year: "x" })), { code: "bad-option" });
  assert.equal(read(1000), before);
});

test("load resolves, again and again", async () => {
  await load();
  await load();
});

test("the lazy entry says that it is not loaded, until it is", async () => {
  const script = `
    import assert from "node:assert/strict";
    import { collect, compare, load, mend, parse, toCsv } from "gangmu/lazy";
    for (const call of [parse, toCsv]) assert.throws(() => call("一、"), { code: "not-loaded", message: /load\\(\\)/ });
    await load();
    assert.equal(parse("").schema, "gangmu/1");`;
  const { code, all } = await run(process.execPath, ["--input-type=module", "-e", script]);
  assert.equal(code, 0, all);
});

test("options: the year, and nothing that is no option", () => {
  const text = "今年以来，开展培训12次。";
  assert.equal(parse(text, { year: 2021 }).figures[0].period, "2021");
  assert.equal(JSON.parse(toJson(text, { year: 2021 })).figures[0].period, "2021");
  for (const options of [undefined, {}, { year: undefined }]) assert.equal(parse(text, options).figures.length, 1);
  assert.equal(parse(text, /** @type {any} */ (null)).figures.length, 1);
  /** @type {[any, RegExp][]} */
  const wrong = [
    [{ yaer: 2021 }, /"yaer"/],
    [{ year: 2021, 年: 1 }, /"年"/],
    [{ year: "2021" }, /"year"/],
    [{ year: 2021.5 }, /"year"/],
    [{ year: -1 }, /"year"/],
    [{ year: NaN }, /"year"/],
    [{ profile: "none" }, /"profile"/],
    [{ rulesOff: ["no-such-rule"] }, /"rulesOff"/],
    [{ language: "fr" }, /"language" is wrong: it must be zh or en/],
    [{ language: 1 }, /"language"/],
    [{ rulesOn: "stop-missing" }, /"rulesOn"/],
    [{ source: 1 }, /"source"/],
    [2021, /options/],
    ["year", /./],
  ];
  for (const [options, names] of wrong) {
    for (const call of [parse, toJson, toCsv, toMarkdown, mend]) {
      assert.throws(() => call(text, options), { name: "Error", code: "bad-option", message: names }, JSON.stringify(options));
    }
  }
});

test("options: which rules are on", () => {
  const text = "一、主要举措\n组织干部学习学习行政处罚法。\n三、存在问题\n力量不足。";
  /** @param {import("../js/gangmu.d.ts").Options} options */
  const rules = (options) => parse(text, options).findings.map(({ rule }) => rule);
  assert.deepStrictEqual(rules({}), ["word-repeated", "number-gap"]);
  assert.deepStrictEqual(rules({ profile: "figures" }), ["number-gap"]);
  assert.deepStrictEqual(rules({ rulesOff: ["number-gap"] }), ["word-repeated"]);
  assert.deepStrictEqual(rules({ profile: "asked", rulesOn: ["number-gap"] }), ["number-gap"]);
});

test("options: the reader's own units, names and patterns", () => {
  const text = "新装路灯36灯位，落实24小时守护行动，好评指数98。";
  const pattern = "(?<indicator>好评指数)(?<number>\\d+)";
  const options = { units: ["灯位"], names: ["24小时守护行动"], patterns: [pattern] };
  assert.deepStrictEqual(parse(text, options).figures.map(({ value, unit }) => [value, unit]), [[36, "灯位"], [98, null]]);
  assert.equal(parse(text, options).figures[1].indicator, "好评指数");
  assert.deepStrictEqual(parse(text, options), JSON.parse(toJson(text, options)));
  assert.ok(toCsv(text, options).includes("灯位") && toMarkdown(text, options).includes("灯位"));
  const nothing = { units: [], names: undefined, patterns: null };
  assert.deepStrictEqual(parse(text, nothing), parse(text));
  assert.deepStrictEqual(options, { units: ["灯位"], names: ["24小时守护行动"], patterns: [pattern] }, "the options stay as they were");
});

test("options: a bad pattern is named, and nothing else happens", () => {
  const good = "(?<number>\\d+)";
  /** @type {[any, string, string][]} */
  const wrong = [
    [{ patterns: [good, "好评(?<number>"] }, "bad-pattern", 'The option "patterns" is wrong: number 2, "好评(?<number>", character 3: this group is not closed.'],
    [{ patterns: ["好评"] }, "bad-pattern", 'The option "patterns" is wrong: number 1, "好评", character 1: it has no group (?<number>…).'],
    [{ patterns: [good, 7] }, "bad-option", 'The option "patterns" is wrong: it must be an array of strings.'],
    [{ patterns: /(?<number>\d)/ }, "bad-option", 'The option "patterns" is wrong: it must be an array of strings.'],
    [{ units: "灯位" }, "bad-option", 'The option "units" is wrong: it must be an array of strings.'],
    [{ units: [null] }, "bad-option", 'The option "units" is wrong: it must be an array of strings.'],
    [{ names: { 0: "灯位" } }, "bad-option", 'The option "names" is wrong: it must be an array of strings.'],
    [{ names: 12 }, "bad-option", 'The option "names" is wrong: it must be an array of strings.'],
    [{ unit: ["灯位"] }, "bad-option", 'The option "unit" is wrong: there is no option of this name.'],
  ];
  const before = parse("路灯12盏。");
  for (const [options, code, message] of wrong) {
    for (const call of [parse, toJson, toCsv, toMarkdown]) {
      assert.throws(() => call("路灯12盏。", options), { name: "Error", code, message });
    }
  }
  assert.deepStrictEqual(parse("路灯12盏。"), before);
});

test("some parts only: those are there, as they are among all, and no others", () => {
  for (const { text } of TEXTS) {
    const whole = text.toWellFormed();
    const { schema, outline, figures, findings } = parse(whole);
    assert.deepStrictEqual(parse(whole, { parts: ["figures", "outline"] }), { schema, outline, figures });
    assert.deepStrictEqual(parse(whole, { parts: ["findings"] }), { schema, findings });
    assert.deepStrictEqual(JSON.parse(toJson(whole, { parts: ["outline"] })), { schema, outline });
    // A table has what it needs, whatever else is asked for.
    for (const make of [toCsv, toMarkdown, toSdmx, toJsonLd, mend]) assert.equal(make(whole, { parts: ["noise"] }), make(whole));
  }
  for (const parts of /** @type {any[]} */ ([[], ["colours"], "figures", [1], {}])) {
    const message = 'The option "parts" is wrong: it must be an array of names of parts.';
    assert.throws(() => parse("", { parts }), { code: "bad-option", message });
  }
});

test("what is not a string is refused, and never a report without figures", () => {
  /** @type {[any, RegExp][]} */
  const wrong = [[12, /not number/], [undefined, /not undefined/], [null, /not null/], [{}, /not object/], [["开展培训12次。"], /not object/]];
  for (const [text, message] of wrong) {
    for (const call of [parse, toJson, toCsv, toMarkdown, mend]) assert.throws(() => call(text), { name: "Error", code: "bad-text", message });
  }
});

test("nothing is left behind: the wasm's memory stops growing", () => {
  const text = TEXTS.reduce((longest, { text }) => (text.length > longest.length ? text : longest), "");
  const memory = () => glue.initSync(/** @type {any} */ (undefined)).memory.buffer.byteLength;
  const rounds = (/** @type {number} */ count) => {
    for (let round = 0; round < count; round++) {
      parse(text);
      toCsv(text);
      assert.throws(() => parse(text, /** @type {any} */ ({ no: 1 })));
      parse(text, { units: ["灯位"], names: ["一村三园"], patterns: ["(?<number>\\d+)号"] });
      assert.throws(() => parse(text, { patterns: ["(?<number>\\d+)号", "("] }));
    }
  };
  rounds(30);
  const settled = memory();
  rounds(150);
  assert.equal(memory(), settled);
});
