/**
 * The native command beside `bin/gangmu.js`: the same bytes and the same exit code for every text in every form. GANGMU_NATIVE
 * names it, or it is built. The cases of `command-line.mjs` run on both as well: `npm test -- native`.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { mend } from "../js/node.js";
import { filesUnder } from "../scripts/freshness.mjs";
import { buildNative } from "../scripts/native.mjs";
import { inRoot, run } from "../scripts/run.mjs";
import { TEXTS } from "./texts.mjs";

const native = process.env.GANGMU_NATIVE ?? (await buildNative());
const folder = mkdtempSync(path.join(tmpdir(), "gangmu-native-"));
after(() => rmSync(folder, { recursive: true }));

/** A text in one of the ways in which it may lie in a file. @type {((text: string) => Buffer)[]} */
const ENCODINGS = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  (text) => Buffer.from(`\uFEFF${text}`),
  (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
];

/** @param {string} trials */
const trialTexts = (trials) =>
  readdirSync(inRoot("tests", trials, "reports"))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => ({ name: `${trials}/${name}`, text: readFileSync(inRoot("tests", trials, "reports", name), "utf8") }));

const trials = readdirSync(inRoot("tests")).filter((name) => /^trials-\d+$/.test(name));
const files = [...TEXTS, ...trials.flatMap(trialTexts)].map(({ name, text }, index) => {
  const file = `${index} ${name.replaceAll("/", " ")}`;
  const encode = ENCODINGS[index % ENCODINGS.length];
  writeFileSync(path.join(folder, file), encode(text));
  return { file, text: encode === ENCODINGS[0] || encode(text).length === 0 ? text : `\uFEFF${text}` };
});

/** @param {string[]} command @returns {Promise<{ code: number, stdout: Buffer, stderr: string }>} */
const answer = ([command, ...args]) =>
  new Promise((resolve, reject) => {
    const settings = { cwd: folder, maxBuffer: 2 ** 30, timeout: 120_000, encoding: /** @type {const} */ ("buffer") };
    const child = execFile(command, args, settings, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") return reject(error);
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr: stderr.toString() });
    });
    // It may be gone before it has read anything.
    child.stdin?.on("error", () => {}).end("三件。");
  });

/** Both, compared. @param {string[]} args */
async function both(args) {
  const commands = [[process.execPath, inRoot("bin", "gangmu.js")], [native]];
  const [expected, given] = await Promise.all(commands.map((command) => answer([...command, ...args])));
  assert.deepStrictEqual([given.code, given.stderr], [expected.code, expected.stderr]);
  if (given.stdout.equals(expected.stdout)) return expected;
  const [here, there] = [given, expected].map(({ stdout }) => stdout.toString().split("\n"));
  const line = there.findIndex((words, index) => words !== here[index]);
  assert.equal(here[line], there[line], `line ${line + 1} of gangmu ${args.at(-1)}`);
  assert.fail(`gangmu ${args.at(-1)} prints more lines`);
}

const isText = ({ text = "" }) => !text.includes("\0") && text.isWellFormed();
const texts = files.filter(isText).map(({ file }) => file);
const reports = texts.filter((file) => file.includes("trials"));

test("there is something to compare", () => {
  assert.ok(texts.length > 60, `${texts.length} texts`);
  assert.ok(files.length > texts.length, "and some that is no text");
});

for (const form of ["--to=json", "--to=csv", "--to=md", "--to=sdmx", "--to=jsonld", "--to=sarif", "--check"]) {
  test(`every text, ${form}`, async () => {
    const { stdout, code } = await both([...texts, form]);
    assert.ok(stdout.length > 10_000);
    assert.equal(code, /sarif|check/.test(form) ? 1 : 0);
  });
}

test("every report by other rules, and with words of the user's own", async () => {
  await both([...reports, "--profile", "strict", "--check"]);
  const rules = ["--profile", "asked", "--rule", "privacy", "--rule", "sum-mismatch", "--no-rule", "privacy"];
  await both([...reports, ...rules, "--check"]);
  for (const form of ["--check", "--sarif", "--to=json"]) await both([...reports, "--language", "en", form]);
  const own = ["--year", "2019", "--unit", "面次", "--name", "三重一大", "--pattern", "(?<indicator>第)(?<number>\\d+)"];
  await both([...reports, ...own, "--to=csv"]);
  for (const to of ["sdmx", "jsonld"]) {
    for (const source of ["", "报告 1.txt", "https://example.org/报告 1%.txt#a"]) {
      await both([reports[0], "--to", to, "--source", source]);
    }
  }
  await both([...reports, "--to", "sdmx", "--source", "a"]);
});

test("texts beside one another, in every form", async () => {
  // Reports of a kind stand together; the first are the oddest.
  for (let index = 0; index < texts.length; index += index < 12 ? 1 : 5) {
    const [text, next] = [texts[index], texts[(index + 1) % texts.length]];
    const [form, language] = [["md", "csv", "json"][index % 3], ["zh", "en"][index % 2]];
    const { code, stdout } = await both(["compare", text, next, "--to", form, "--language", language]);
    assert.equal(code, 0);
    assert.ok(stdout.length > 100);
  }
});

test("every text mended", async () => {
  for (const { file, text } of files.filter(isText)) {
    const { stdout, code } = await answer([native, file, "--to", "mended"]);
    assert.equal(stdout.toString(), mend(text), file);
    assert.equal(code, 0);
  }
});

/** What a person may write behind the command: what is right, if in its place, and what is odd. */
const RIGHT = [
  ...["--check", "--sarif", "--to=json", "--to sarif", "--to csv", "--to=md", "--profile strict", "--profile=figures --check"],
  ...["--rule privacy", "--no-rule=privacy", "--year 2019", "--unit 灯", "--name=", "--pattern (?<number>\\d)", "-", "--help"],
  ...["--version", "--from=text", "--language=en", "--source x", "--parts=figures", "--parts outline,findings", "compare", "compare other.txt"],
].map((words) => words.split(" "));
const ODD = [
  ...["--to", "--to=", "xml", "--check=1", "--", "-x", "-xy", "-=", "-𬭚", "--=", "--=a", "--=a=b", "--a.", "--a To specify b"],
  ...["--a\nb", "--__proto__", "--no-check", "--to=--check", "--rule=constructor", "--rule", "--year=２０１９", "--year="],
  ...["--pattern=(\n", "--pattern", "--language", "--profile", "gone.txt", "", "--parts=", "--parts=figures,", "--name", "--from=csv", "--to=ndjson"],
];

test("words in any order are taken and refused alike", async () => {
  // Always the same ones: a generator of its own.
  let state = 7;
  const below = (/** @type {number} */ limit) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor(state / 2 ** 16) % limit;
  };
  const codes = new Set();
  for (let list = 0; list < 40; list++) {
    const words = Array.from({ length: 1 + below(3) }, () => RIGHT[below(RIGHT.length)]).flat();
    words.splice(below(words.length), 0, reports[below(4)]);
    if (list % 2 === 0) words.splice(below(words.length + 1), 0, ODD[below(ODD.length)]);
    codes.add((await both(words)).code);
  }
  assert.ok(codes.has(0) && codes.has(2), "some are taken and some refused");
});

test("what is no text is refused in the same words", async () => {
  for (const { file } of files.filter((each) => !isText(each))) assert.equal((await both([file])).code, 2);
});

test("the crate holds every file that the native command is made from", async () => {
  const { stdout, all } = await run("cargo", ["package", "--list", "--allow-dirty", "--locked"]);
  const packed = stdout.split("\n");
  assert.ok(packed.includes("src/lib.rs"), all);
  const sources = filesUnder(inRoot("src/bin/gangmu")).map((file) => path.relative(inRoot(), file));
  assert.ok(sources.length > 20);
  for (const file of sources) {
    assert.ok(packed.includes(file), file);
    for (const [, included] of readFileSync(inRoot(file), "utf8").matchAll(/include_str!\("(.*?)"\)/g)) {
      assert.ok(packed.includes(path.posix.join(path.dirname(file), included)), included);
    }
  }
});
