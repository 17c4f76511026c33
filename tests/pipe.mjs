/** NDJSON through the native command: what goes in at one end, line by line, and what comes out at the other. `npm test -- native`. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { parse } from "../js/node.js";
import { buildNative } from "../scripts/native.mjs";
import { inRoot, run } from "../scripts/run.mjs";

const native = process.env.GANGMU_NATIVE ?? (await buildNative());
const folder = mkdtempSync(path.join(tmpdir(), "gangmu-pipe-"));
after(() => rmSync(folder, { recursive: true }));

const TEXT = "清溪镇2021年工作报告\n一、主要举措\n（一）普法宣传。全年开展讲座12次，受众1.1万余人次。\n";
const OTHER = "二、存在问题\n办理“一件事”，3件,\"5\"件。\n";

/** @param {string | Buffer} input @param {string[]} args */
async function pipe(input, ...args) {
  const { code, stdout, stderr } = await run(native, ["-", "--from", "ndjson", ...args], { input, minutes: 1, cwd: folder });
  assert.ok(stdout === "" || stdout.endsWith("\n"), "the last line has its end");
  return { code, stderr, stdout, answers: stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line)) };
}

/** @param {unknown[]} lines */
const ndjson = (...lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

test("a report a line, in order, with its source and what was given beside it", async () => {
  const { code, stderr, answers } = await pipe(
    ndjson({ text: TEXT, source: "a.txt", town: "清溪镇", year: 2021 }, { source: null, text: OTHER }, { town: null, text: "" }),
  );
  assert.deepStrictEqual([code, stderr], [0, ""]);
  assert.deepStrictEqual(answers, [
    { source: "a.txt", given: { town: "清溪镇", year: 2021 }, ...parse(TEXT) },
    { source: null, ...parse(OTHER) },
    { source: null, given: { town: null }, ...parse("") },
  ]);
  assert.deepStrictEqual(Object.keys(answers[0]).slice(0, 3), ["source", "given", "schema"]);
});

test("a line a figure: the rows of the long table, each text by itself", async () => {
  const texts = [TEXT, OTHER, "没有数字。", TEXT];
  const lines = ndjson(...texts.map((text, index) => ({ text, source: `${index}`, ...(index === 0 && { town: "清溪镇" }) })));
  const { code, answers } = await pipe(lines, "--to", "ndjson");
  assert.equal(code, 0);
  const rows = texts.flatMap((text, index) => {
    const { metadata, figures } = parse(text);
    return figures.map(({ span, value, unit, indicator, period }) => ({
      source: `${index}`,
      ...(index === 0 && { given: { town: "清溪镇" } }),
      ...{ place: metadata.place, year: metadata.year, column: indicator.replace(/[“”]/g, ""), indicator, value, unit, period },
      ...{ words: text.slice(...span), start: span[0], end: span[1] },
    }));
  });
  assert.deepStrictEqual(answers.map((row, index) => Object.fromEntries(Object.keys(rows[index]).map((name) => [name, row[name]]))), rows);
  assert.deepStrictEqual(Object.keys(answers[0]).slice(0, 4), ["source", "given", "place", "year"]);
  assert.equal(answers[1].sentence, "全年开展讲座12次，受众1.1万余人次。");
  const bad = await pipe(`{}\n${ndjson({ text: "培训2次。" })}`, "--to=ndjson");
  assert.deepStrictEqual([bad.code, bad.answers[0], bad.answers[1].value], [3, { source: null, line: 1, error: 'there is no field "text"' }, 2]);
});

test("the options hold for every line", async () => {
  const lines = ndjson({ text: "今年以来，安装路灯36灯位。" }, { text: "今年以来，培训12次，安装路灯3灯位。" });
  const { code, answers } = await pipe(lines, "--to", "json", "--parts", "figures", "--year", "2019", "--unit", "灯位");
  assert.equal(code, 0);
  const options = /** @type {import("../js/gangmu.d.ts").Options} */ ({ parts: ["figures"], year: 2019, units: ["灯位"] });
  const expected = ["今年以来，安装路灯36灯位。", "今年以来，培训12次，安装路灯3灯位。"].map((text) => ({ source: null, ...parse(text, options) }));
  assert.deepStrictEqual(answers, expected);
});

test("what is given comes back as it was written", async () => {
  const given = '{"number":12345678901234567890.10,"exponent":1E400,"deep":[{"a":[1, {}]}, "\\u4e8c"],"metadata":{"figures":[]},"x\\ty":"\\ud800"}';
  const { code, stdout } = await pipe(`${given.slice(0, -1)},"text":""}\n`);
  assert.equal(code, 0);
  assert.ok(stdout.startsWith(`{"source":null,"given":${given},"schema":`), stdout);
});

test("CRLF, a byte-order mark, blank lines, and a last line without an end", async () => {
  const [first, second] = [TEXT, OTHER].map((text) => JSON.stringify({ text }));
  const { code, answers } = await pipe(`\uFEFF${first}\r\n\r\n \t \n\n  ${second} \r\n${first}`);
  assert.equal(code, 0);
  assert.deepStrictEqual(answers, [TEXT, OTHER, TEXT].map((text) => ({ source: null, ...parse(text) })));
  for (const nothing of ["", "\n", "\uFEFF", "\uFEFF\r\n\r\n"]) {
    assert.deepStrictEqual(await pipe(nothing), { code: 0, stdout: "", stderr: "", answers: [] });
  }
});

test("what stands in a text: every escape, characters of two units, line breaks", async () => {
  const text = "开展\"培训\"\\12次。\u2028\u0000\u001f𬭚区走访3户。\r\n慰问5户。\u{10FFFF}";
  const { answers } = await pipe(ndjson({ text, source: text }));
  assert.deepStrictEqual(answers, [{ source: text, ...parse(text) }]);
  const escaped = [...`${text}`].map((ch) => [...Array(ch.length).keys()].map((at) => `\\u${ch.charCodeAt(at).toString(16).padStart(4, "0")}`).join("")).join("");
  assert.deepStrictEqual((await pipe(`{"\\u0074ext":"${escaped}"}`)).answers, [{ source: null, ...parse(text) }]);
});

test("a line without a text is answered with the reason, named on standard error, and the rest goes on", async () => {
  /** @type {[string | Buffer, string | null, object | undefined, RegExp][]} */
  const bad = [
    ["{", null, undefined, /^not a JSON object: /],
    [`{"text":"二件","source":"a"`, null, undefined, /^not a JSON object: /],
    [`{"text":"二件"} {"text":"三件"}`, null, undefined, /^not a JSON object: .*, byte 19$/],
    [`{"text":'二件'}`, null, undefined, /^not a JSON object: .*, byte 9$/],
    [`{"text":"二件",}`, null, undefined, /^not a JSON object: /],
    [`{"text":"\t"}`, null, undefined, /^not a JSON object: /],
    ["[]", null, undefined, /^not a JSON object: .*sequence/],
    [`"二件"`, null, undefined, /^not a JSON object: .*string/],
    ["null", null, undefined, /^not a JSON object: /],
    ["NaN", null, undefined, /^not a JSON object: /],
    ["清溪镇2021年工作报告", null, undefined, /^not a JSON object: /],
    [Buffer.from([0x7b, 0x22, 0xb6, 0xfe, 0x22, 0x7d]), null, undefined, /^not valid UTF-8$/],
    ["{}", null, undefined, /^there is no field "text"$/],
    [`{"Text":"二件","source":"a"}`, "a", { Text: "二件" }, /^there is no field "text"$/],
    [`{"text":["二件"],"source":"a","town":"清溪镇"}`, "a", { town: "清溪镇" }, /^the field "text" is no string$/],
    [`{"text":null}`, null, undefined, /^the field "text" is no string$/],
    [`{"text":"二件","source":7}`, null, undefined, /^the field "source" is no string$/],
    [`{"text":"\\ud800","source":"a"}`, "a", undefined, /^the field "text" holds half a surrogate pair$/],
    [`{"text":"\\udc00\\ud800二件"}`, null, undefined, /^the field "text" holds half a surrogate pair$/],
    [`{"text":"二件","source":"\\ud83d"}`, null, undefined, /^the field "source" holds half a surrogate pair$/],
    [`{"text":"二件","text":"三件"}`, null, undefined, /^there are two fields "text"$/],
    [`{"a\\n":1,"text":"二件","a\\u000a":2}`, null, { "a\n": 1 }, /^there are two fields "a\\n"$/],
    [`${"[".repeat(100_000)}`, null, undefined, /^not a JSON object: /],
  ];
  const good = JSON.stringify({ text: "二件" });
  const input = bad.flatMap(([line]) => [Buffer.from(line), Buffer.from(`\n${good}\n`)]);
  const { code, stderr, answers } = await pipe(Buffer.concat(input));
  assert.equal(code, 3);
  assert.equal(answers.length, bad.length * 2);
  const remarks = stderr.trimEnd().split("\n");
  for (const [index, [, source, given, reason]] of bad.entries()) {
    const { error, ...rest } = answers[index * 2];
    assert.match(error, reason);
    assert.deepStrictEqual(rest, { source, ...(given && { given }), line: index * 2 + 1 });
    assert.equal(remarks[index], `gangmu: standard input, line ${index * 2 + 1}: ${error}`);
    assert.deepStrictEqual(answers[index * 2 + 1], { source: null, ...parse("二件") });
  }
  assert.equal(remarks.length, bad.length);
});

test("a given value may be nested as deep as it likes", async () => {
  const deep = "[".repeat(50_000) + "]".repeat(50_000);
  const { code, stdout } = await pipe(`{"deep":${deep},"text":""}\n`);
  assert.equal(code, 0);
  assert.ok(stdout.startsWith(`{"source":null,"given":{"deep":${deep}},`));
});

test("a line of megabytes, and many lines at once", async () => {
  const long = TEXT.repeat(20_000);
  const many = Array.from({ length: 300 }, (_, index) => ({ source: `${index}`, text: index % 2 ? TEXT : OTHER }));
  const { code, answers } = await pipe(ndjson({ text: long, source: "long" }, ...many));
  assert.equal(code, 0);
  assert.equal(answers[0].figures.length, parse(long, { parts: ["figures"] }).figures.length);
  assert.deepStrictEqual(answers.map(({ source }) => source), ["long", ...many.map(({ source }) => source)]);
});

test("the answer to a line arrives before the next line is sent", { timeout: 60_000 }, async () => {
  const child = spawn(native, ["-", "--from", "ndjson"], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  try {
    for (const number of [1, 2, 3]) {
      // In two pieces: half a line is no line.
      const line = ndjson({ text: `培训${number}次。`, source: `${number}` });
      child.stdin.write(line.slice(0, 9));
      child.stdin.write(line.slice(9));
      const { figures, source } = JSON.parse((await lines.next()).value);
      assert.deepStrictEqual([figures[0].value, source], [number, `${number}`]);
    }
    child.stdin.end(ndjson({ text: "培训4次。" }).trimEnd());
    assert.equal(JSON.parse((await lines.next()).value).figures[0].value, 4);
    assert.ok((await lines.next()).done);
  } finally {
    child.kill();
  }
});

test("a reader that stops early ends it, however much is still to come", { timeout: 60_000 }, async () => {
  const script = `yes '${JSON.stringify({ text: TEXT })}' | "$0" - --from ndjson | head -c 19; echo " \${PIPESTATUS[1]}"`;
  const { stdout, stderr } = await run("bash", ["-c", script, native], { minutes: 1 });
  assert.deepStrictEqual([stdout, stderr], ['{"source":null,"sch 0\n', ""]);
});

// Only Linux tells what a process holds.
(process.platform === "linux" ? test : () => {})("no more is held than the longest line needs, however many come", { timeout: 60_000 }, async () => {
  const child = spawn(native, ["-", "--from", "ndjson", "--parts", "figures"], { stdio: ["pipe", "ignore", "inherit"] });
  const held = () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]);
  const block = ndjson({ text: TEXT }).repeat(500);
  const send = async (/** @type {number} */ blocks) => {
    for (let block_ = 0; block_ < blocks; block_++) {
      if (!child.stdin.write(block)) await new Promise((resolve) => child.stdin.once("drain", resolve));
    }
  };
  try {
    await send(4);
    const early = held();
    await send(40);
    assert.ok(held() <= early + 1024, `${early} kB after 2,000 lines, ${held()} kB after 22,000`);
  } finally {
    child.kill();
  }
});

test("a file instead of standard input", async () => {
  const name = "lines.ndjson";
  writeFileSync(path.join(folder, name), ndjson({ text: TEXT }) + "{\n");
  const { code, stdout, stderr } = await run(native, [name, "--from=ndjson"], { cwd: folder });
  assert.equal(code, 3);
  assert.deepStrictEqual(JSON.parse(stdout.split("\n")[0]), { source: null, ...parse(TEXT) });
  assert.match(stderr, /^gangmu: lines\.ndjson, line 2: not a JSON object/);
});

test("refused: what does not go with it", async () => {
  /** @type {[string[], RegExp][]} */
  const cases = [
    [["-", "--from", "ndjson", "--to", "csv"], /--from ndjson goes with --to json or ndjson/],
    [["-", "--from", "ndjson", "--check"], /--from ndjson goes with --to json or ndjson/],
    [["-", "--from", "ndjson", "--to", "ndjson", "--source", "a"], /--source and --from ndjson/],
    [["-", "--from", "ndjson", "--to", "ndjson", "--parts", "figures"], /--parts goes with --to json/],
    [["-", "--from", "ndjson", "--source", "a"], /--source and --from ndjson/],
    [["-", "a", "--from", "ndjson"], /--from ndjson takes one file/],
    [["--from", "ndjson"], /no file given/],
    [["gone.ndjson", "--from", "ndjson"], /cannot read gone\.ndjson: there is no such file/],
    [[folder, "--from", "ndjson"], /it is a folder/],
    [["-", "--from", "ndjson", "--pattern", "("], /--pattern number 1/],
  ];
  for (const [args, reason] of cases) {
    const { code, stdout, stderr } = await run(native, args, { cwd: folder, input: ndjson({ text: TEXT }) });
    assert.deepStrictEqual([code, stdout], [2, ""], args.join(" "));
    assert.match(stderr, reason);
    assert.equal(stderr.split("\n").length, 2);
  }
});

test("the command of the npm package says where to have it", async () => {
  const { code, stderr } = await run(process.execPath, [inRoot("bin", "gangmu.js"), "-", "--from", "ndjson"], { input: "" });
  assert.equal(code, 2);
  assert.match(stderr, /^gangmu: --from ndjson: only the native command reads it; cargo install .*\n$/);
});
