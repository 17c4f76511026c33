/** Many files through the native command into tables, which are read back by readers that are not ours. `npm test -- native`. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { parse as parseCsv } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { collect, parse } from "../js/node.js";
import { buildNative } from "../scripts/native.mjs";
import { must, run } from "../scripts/run.mjs";
import { township } from "./townships.mjs";

const native = process.env.GANGMU_NATIVE ?? (await buildNative());
const folder = mkdtempSync(path.join(tmpdir(), "gangmu-collect-"));
after(() => rmSync(folder, { recursive: true }));

/** A folder of files by their names; returns its name. @param {string} name @param {Record<string, string | Buffer>} files */
function files(name, files) {
  for (const [file, contents] of Object.entries(files)) {
    const full = path.join(folder, name, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, contents);
  }
  mkdirSync(path.join(folder, name), { recursive: true });
  return name;
}

/** Reports of so many years of a place and the next ones, short ones. @param {string} name @param {number} first @param {number} count */
const townships = (name, first, count) =>
  files(name, Object.fromEntries(short(first, count).map(({ file, text }) => [file, text])));

/** In the order of their names. @param {number} first @param {number} count */
const short = (first, count) =>
  Array.from({ length: 8 * count }, (_, index) => township(first + index))
    .filter(({ text }) => text.length < 1_700)
    .slice(0, count)
    .sort((a, b) => Buffer.compare(Buffer.from(a.file), Buffer.from(b.file)));

/** @param {string[]} args @param {string} [input] */
const gangmu = (args, input) => run(native, args, { cwd: folder, minutes: 2, input });

/** Everything in a folder: name and bytes. @param {string} out */
const contents = (out) =>
  Object.fromEntries(readdirSync(path.join(folder, out)).sort().map((name) => [name, readFileSync(path.join(folder, out, name)).toString("base64")]));

/** @param {string} file @returns {string} */
const text = (file) => readFileSync(path.join(folder, file), "utf8");
/** @param {string} file @returns {any[]} */
const ndjson = (file) => text(file).trimEnd().split("\n").map((line) => JSON.parse(line));
/** @param {string} file @returns {string[][]} */
const csv = (file) => parseCsv(text(file), { bom: true, record_delimiter: "\r\n" });

/** The cells of every sheet. @param {string} file @returns {Promise<any[][][]>} */
async function workbook(file) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(folder, file));
  return book.worksheets.map((sheet) => {
    /** @type {any[][]} */
    const rows = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      rows.push(Array.from({ length: sheet.columnCount }, (_, column) => row.getCell(column + 1).value));
    });
    return rows;
  });
}

/** The rows of a table in Markdown. @param {string} file */
const markdown = (file) =>
  text(file).trimEnd().split("\n").map((line) => line.slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\(.)/g, "$1")));

const two = townships("two", 3, 2);

test("the rows of the long table are the figures, with the columns that collecting gives", async () => {
  const { code, stderr, stdout } = await gangmu([two, "--out", "two-out", "--to", "ndjson"]);
  assert.deepStrictEqual([code, stdout], [0, ""]);
  assert.match(stderr, /^gangmu: 2 of 2 files, \d+ figures of \d+ indicators\n$/);
  assert.deepStrictEqual(readdirSync(path.join(folder, "two-out")).sort(), ["long.ndjson", "reports.ndjson", "wide.ndjson"]);
  const texts = short(3, 2).map(({ file, text }) => ({ source: `${two}/${file}`, text }));
  const { reports, columns } = collect(texts);
  const expected = reports.flatMap(({ source, metadata, rows }) =>
    rows.map(({ figure, column, confidence, role, sentence, words }) => ({
      ...{ source, place: metadata.place, year: metadata.year, role, sentence, words },
      ...{ column: column === null ? null : columns[column].indicator, confidence },
      ...{ indicator: figure.indicator || null, value: figure.value, upper: figure.upper, unit: figure.unit, kind: figure.kind },
      ...{ bound: figure.bound, period: figure.period, start: figure.span[0], end: figure.span[1] },
    })),
  );
  const rows = ndjson("two-out/long.ndjson");
  assert.ok(rows.length > 60, `${rows.length} rows`);
  assert.deepStrictEqual(rows.map((row) => Object.fromEntries(Object.keys(expected[0]).map((name) => [name, row[name]]))), expected);
  // A row an indicator: those of most reports first, each value in the column of its report.
  const wide = ndjson("two-out/wide.ndjson");
  assert.equal(wide.length, columns.length);
  const byReports = columns.map((column, index) => ({ column, index })).sort((a, b) => b.column.reports - a.column.reports);
  const names = short(3, 2).map(({ place, year }) => `${place} ${year}`);
  for (const [place, { column, index }] of byReports.entries()) {
    const { values, ...row } = wide[place];
    assert.deepStrictEqual(row, { ...column, names: column.names.join("；") });
    const stated = reports.map(({ rows }) => rows.find((row) => row.column === index)?.figure);
    assert.deepStrictEqual(
      values,
      Object.fromEntries(names.flatMap((name, report) => (stated[report] ? [[name, stated[report].upper ? `${stated[report].value}～${stated[report].upper}` : stated[report].value]] : []))),
    );
  }
  const [first] = ndjson("two-out/reports.ndjson");
  const { metadata, figures, findings } = parse(texts[0].text);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  assert.deepStrictEqual(first, {
    ...{ source: texts[0].source, column: names[0], place: metadata.place, year: metadata.year, issuer: metadata.issuer, title: metadata.title },
    ...{ date: metadata.date, figures: figures.length, errors, work: "有", leadership: "有", problems: "有", plan: "有" },
    other: reports[0].roles.includes("other") ? "有" : "无",
  });
});

test("every form says the same", async () => {
  assert.equal((await gangmu([two, "--out", "forms", "--to", "csv,xlsx,md,ndjson,csv"])).code, 0);
  for (const name of ["long", "wide", "reports"]) {
    const rows = csv(`forms/${name}.csv`);
    assert.ok(rows.length > 2 && rows[0].includes(name === "reports" ? "来源" : "指标"));
    assert.deepStrictEqual(markdown(`forms/${name}.md`).filter((_, row) => row !== 1), rows);
    const [sheet, ...others] = await workbook(`forms/${name}.xlsx`);
    assert.equal(others.length, 0);
    assert.deepStrictEqual(sheet.map((row) => row.map((cell) => (cell === null ? "" : `${cell}`))), rows);
    const lines = ndjson(`forms/${name}.ndjson`).map(({ values = {}, ...row }) => [
      ...Object.values(row),
      ...(name === "wide" ? rows[0].slice(5).map((column) => values[column] ?? null) : []),
    ]);
    assert.deepStrictEqual(lines.map((row) => row.map((cell) => (cell === null ? "" : `${cell}`))), rows.slice(1));
    // Numbers are numbers where the form tells them from words.
    assert.ok(sheet[1].some((cell) => typeof cell === "number"), name);
    for (const [row, line] of lines.entries()) assert.deepStrictEqual(sheet[row + 1], line, `${name} ${row}`);
  }
  assert.ok(text("forms/long.csv").startsWith("\uFEFF"), "Excel knows that it is UTF-8");
});

const many = townships("many", 100, 16);

test("the bytes are the same however many files are read at a time", async () => {
  for (const jobs of ["1", "8"]) {
    const { code, stderr } = await gangmu([many, "--out", `jobs-${jobs}`, "--jobs", jobs, "--to", "csv,ndjson,xlsx,md"]);
    assert.equal(code, 0, stderr);
  }
  assert.deepStrictEqual(contents("jobs-8"), contents("jobs-1"));
  // In the order of the files, which is that of their names.
  const sources = csv("jobs-8/reports.csv").slice(1).map(([source]) => source);
  assert.deepStrictEqual(sources, short(100, 16).map(({ file }) => `many/${file}`));
});

/**
 * Starts it, and kills it when it has come to a file: that one is a pipe meanwhile, into which nobody writes.
 *
 * @param {string[]} args @param {string} out @param {string} file @param {number} before How many come before it.
 */
async function killed(args, out, file, before) {
  const full = path.join(folder, file);
  const text = readFileSync(full);
  rmSync(full);
  await must("mkfifo", [full]);
  const child = spawn(native, [...args, "--out", out, "--jobs", "2"], { cwd: folder, stdio: "ignore" });
  const ended = new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
  const journal = path.join(folder, out, ".unfinished", "journal");
  while (!existsSync(journal) || readFileSync(journal, "utf8").split("\n").length < before + 2) {
    assert.equal(child.exitCode, null, "it goes no further than the pipe");
    await sleep(5);
  }
  child.kill("SIGKILL");
  assert.equal(await ended, "SIGKILL");
  assert.deepStrictEqual(readdirSync(path.join(folder, out)), [".unfinished"], "no table is there by halves");
  rmSync(full);
  writeFileSync(full, text);
}

test("killed half-way, the same command goes on, and what was read is not read again", async () => {
  const files = csv("jobs-1/reports.csv").slice(1).map(([source]) => source);
  // A time of whole seconds can be set again to the instant.
  const setTime = (/** @type {string} */ file) => utimesSync(path.join(folder, file), 1_700_000_000, 1_700_000_000);
  setTime(files[0]);
  writeFileSync(path.join(folder, many, "a.txt"), "一、\0");
  const args = [many, "gone.txt", "--to", "csv,xlsx"];
  const whole = await gangmu([...args, "--out", "whole"]);
  assert.equal(whole.code, 3);
  await killed(args, "killed", files[5], 6);
  // What was read says something else now, and nobody sees it.
  const first = text(files[0]);
  writeFileSync(path.join(folder, files[0]), first.replace(/\d/g, (digit) => `${9 - Number(digit)}`));
  setTime(files[0]);
  await killed(args, "killed", files[9], 10);
  // The machine stopped in the middle of a line, and behind it.
  const unfinished = (/** @type {string} */ name) => path.join(folder, "killed", ".unfinished", name);
  writeFileSync(unfinished("journal"), readFileSync(unfinished("journal")).subarray(0, -7));
  writeFileSync(unfinished("records"), "half a record", { flag: "a" });
  const { code, stderr } = await gangmu([...args, "--out", "killed"]);
  assert.equal(code, 3);
  assert.match(stderr, /; 9 had been read before\n$/);
  // What failed before the kill is named again.
  assert.equal(stderr.replace(/; 9 had been read before/, "").replaceAll("killed", "whole"), whole.stderr);
  assert.deepStrictEqual(contents("killed"), contents("whole"));
  writeFileSync(path.join(folder, files[0]), first);
});

test("what was changed since, or is read with other options, is read again", async () => {
  const args = [many, "--to", "csv"];
  const files = csv("jobs-1/reports.csv").slice(1).map(([source]) => source);
  await killed(args, "changed", files[8], 9);
  cpSync(path.join(folder, "changed"), path.join(folder, "options"), { recursive: true });
  const other = await gangmu([...args, "--out", "options", "--unit", "灯位"]);
  assert.doesNotMatch(other.stderr, /read before/);
  writeFileSync(path.join(folder, files[3]), "清溪镇2021年工作报告\n全年开展讲座12次。\n");
  const { stderr } = await gangmu([...args, "--out", "changed"]);
  // a.txt, and the three before it.
  assert.match(stderr, /; 4 had been read before\n$/);
  assert.equal((await gangmu([...args, "--out", "undisturbed"])).code, 3);
  assert.deepStrictEqual(contents("changed"), contents("undisturbed"));
});

const REPORT = "清溪镇2021年工作报告\n一、主要举措\n（一）普法宣传。全年开展讲座12次，受众1.1万余人次。\n";
const OTHER = "清溪镇2021年工作报告\n一、主要举措\n（一）普法宣传。全年开展讲座15次，发放资料3至5件。\n";

test("a bad file is named and passed over", async () => {
  const bad = files("bad", {
    "a.txt": REPORT,
    "b.txt": "一、\0二、",
    "c.txt": Buffer.from([0xd2, 0xbb, 0xa1, 0xa2]),
    "d.txt": Buffer.from(`\uFEFF${OTHER}`, "utf16le"),
    "e\nf.txt": Buffer.from([0xff, 0xfe, 0x00]),
    "g.txt": "",
  });
  const { code, stderr } = await gangmu([bad, "nowhere.txt", "--out", "bad-out"]);
  assert.equal(code, 3);
  const failed = [
    "bad/b.txt is not text: it holds NUL bytes",
    "bad/c.txt is not text: not valid UTF-8",
    "bad/e f.txt is not text: not valid UTF-16LE",
    "cannot read nowhere.txt: there is no such file",
  ];
  const said = [...failed, "3 of 7 files, 4 figures of 3 indicators; what could not be read stands in bad-out/failed.txt"];
  assert.equal(stderr, said.map((line) => `gangmu: ${line}\n`).join(""));
  assert.equal(text("bad-out/failed.txt"), failed.map((line) => `${line}\n`).join(""));
  const reports = csv("bad-out/reports.csv").slice(1);
  assert.deepStrictEqual(reports.map(([source]) => source), ["bad/a.txt", "bad/d.txt", "bad/g.txt"]);
  // The byte-order mark counts, here as elsewhere.
  const starts = csv("bad-out/long.csv").slice(1).map((row) => Number(row[row.length - 2]));
  const [a, d] = [REPORT, `\uFEFF${OTHER}`].map((words) => parse(words).figures.map(({ span }) => span[0]));
  assert.deepStrictEqual(starts, [...a, ...d]);
  // When nothing fails any more, nothing says so.
  assert.equal((await gangmu(["bad/a.txt", "--out", "bad-out"])).code, 0);
  assert.ok(!existsSync(path.join(folder, "bad-out", "failed.txt")));
});

test("the same report again is in the same columns, though one more like a name was made behind it", () => {
  const names = ["农村公共法律服务工作站点", "农村公共法律援助服务工作站点", "公共法律援助服务工作站点"];
  const report = `建成${names[0]}12个，${names[1]}9个，${names[2]}5个。`;
  const { reports, columns } = collect([{ text: report }, { text: report }]);
  assert.deepStrictEqual(columns.map(({ indicator }) => indicator), [names[0], `${names[1]}（2）`, names[2]]);
  assert.deepStrictEqual(reports.map(({ rows }) => rows.map(({ column }) => column)), [[0, 1, 2], [0, 1, 2]]);
});

test("two reports of one place and year are two columns, and a range is both its ends", async () => {
  files("twice", { "1.txt": REPORT, "2.txt": OTHER, "3.txt": "开展讲座7次。" });
  assert.equal((await gangmu(["twice", "--out", "twice-out"])).code, 0);
  const [head, ...rows] = csv("twice-out/wide.csv");
  assert.deepStrictEqual(head, ["指标", "单位", "类别", "原名", "报告数", "清溪镇 2021", "清溪镇 2021（2）", "twice/3.txt"]);
  assert.deepStrictEqual(rows, [
    ["讲座", "次", "count", "讲座", "3", "12", "15", "7"],
    ["受众", "人次", "count", "受众", "1", "11000", "", ""],
    ["资料", "件", "count", "资料", "1", "", "3～5", ""],
  ]);
  assert.deepStrictEqual(csv("twice-out/reports.csv").slice(1).map((row) => row[1]), head.slice(5));
});

test("words are never formulas, and any name of a file is a cell", async () => {
  const odd = { "a,\"b\".txt": REPORT, "=1+1.txt": REPORT, "@|`*.txt": REPORT, "c\nd.txt": REPORT, "-e.txt": "没有地名，开展讲座7次。" };
  files("odd", odd);
  const names = Object.keys(odd).sort();
  const { code, stderr } = await run(native, ["--out", "out", "--to", "csv,xlsx,ndjson,md", "--", ...names], { cwd: path.join(folder, "odd"), minutes: 1 });
  assert.equal(code, 0, stderr);
  const guarded = names.map((name) => (/^[=@-]/.test(name) ? `'${name}` : name));
  assert.deepStrictEqual(csv("odd/out/reports.csv").slice(1).map(([source]) => source), guarded);
  assert.deepStrictEqual(ndjson("odd/out/reports.ndjson").map(({ source }) => source), names);
  const [sheet] = await workbook("odd/out/reports.xlsx");
  // A formula would be an object.
  assert.deepStrictEqual(sheet.slice(1).map(([source]) => source), names);
  assert.deepStrictEqual(markdown("odd/out/reports.md").slice(2).map(([source]) => source), names.map((name) => name.replace("\n", " ")));
  // Where there is no place, the column is called by the file.
  assert.ok(csv("odd/out/wide.csv")[0].includes("'-e.txt"));
});

test("folders: what is read in them, in which order, and each file once", async () => {
  files("tree", { "b/2.md": REPORT, "b/10.TXT": REPORT, "a.txt": REPORT, ".hidden.txt": REPORT, ".git/x.txt": REPORT, "c.docx": "x", "b/d/e.txt": REPORT });
  symlinkSync("..", path.join(folder, "tree", "b", "up"));
  symlinkSync("a.txt", path.join(folder, "tree", "same.txt"));
  // The tables are written among the texts: the next time they are not read.
  for (let time = 0; time < 2; time++) {
    const { code, stderr } = await gangmu(["tree/b/d/../../a.txt", "tree", "./tree", "tree/b", "--out", "tree/out", "--to", "md"]);
    assert.equal(code, 0, stderr);
    const sources = markdown("tree/out/reports.md").slice(2).map(([source]) => source);
    assert.deepStrictEqual(sources, ["tree/b/d/../../a.txt", "tree/b/10.TXT", "tree/b/2.md", "tree/b/d/e.txt"]);
  }
});

test("a list names the files", async () => {
  const names = ["tree/a.txt", "tree/b/2.md", "tree/b/d"];
  const expected = ["two.txt", "tree/a.txt", "tree/b/2.md", "tree/b/d/e.txt"];
  writeFileSync(path.join(folder, "two.txt"), REPORT);
  for (const list of [`${names.join("\n")}\n`, names.join("\r\n"), names.map((name) => `${name}\0`).join("")]) {
    writeFileSync(path.join(folder, "list"), list);
    for (const [from, input] of /** @type {const} */ ([["list", undefined], ["-", list]])) {
      const { code, stderr } = await gangmu(["two.txt", "--files-from", from, "--out", "listed", "--to", "ndjson"], input);
      assert.equal(code, 0, stderr);
      assert.deepStrictEqual(ndjson("listed/reports.ndjson").map(({ source }) => source), expected);
    }
  }
});

test("what is said of the reading holds", async () => {
  files("said", { "a.txt": "今年以来，开展培训12次，新装路灯36灯位。" });
  assert.equal((await gangmu(["said", "--out", "said-out", "--to", "ndjson", "--year", "2019", "--unit=灯位"])).code, 0);
  assert.deepStrictEqual(ndjson("said-out/long.ndjson").map(({ year, unit, period }) => [year, unit, period]), [[2019, "次", "2019"], [2019, "灯位", "2019"]]);
});

test("refused, and nothing is written", async () => {
  files("empty", {});
  files("empty/deeper", { "x.docx": "x" });
  writeFileSync(path.join(folder, "plain"), "");
  for (const [args, message] of /** @type {[string[], RegExp][]} */ ([
    [["empty", "--out", "no"], /there is no \.txt or \.md file/],
    [["--out", "no"], /no file given/],
    [["two", "--out", "no", "--to", "pdf"], /--to pdf: .*csv, ndjson, xlsx or md/],
    [["two", "--out", "no", "--to", "csv,"], /--to : /],
    [["two", "--out", "no", "--jobs", "0"], /--jobs 0/],
    [["two", "--out", "no", "--jobs=x"], /--jobs x/],
    [["two", "--out", "no", "--check"], /--check and --out/],
    [["two", "--out", "no", "--parts", "figures"], /--parts and --out/],
    [["two", "--out", "no", "--from", "ndjson"], /--from and --out/],
    [["-", "--out", "no"], /standard input/],
    [["two", "--out="], /--out : it names a folder/],
    [["two", "--jobs", "2"], /--jobs goes with --out/],
    [["--files-from", "list"], /--files-from goes with --out/],
    [["--files-from", "nowhere", "--out", "no"], /cannot read nowhere/],
    [["two", "--out", "plain"], /cannot write to plain/],
    [["two", "--out", "no", "--pattern", "讲座"], /--pattern number 1/],
  ])) {
    const { code, stdout, stderr } = await gangmu(args);
    assert.deepStrictEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, /^gangmu: [^\n]+\n$/);
    assert.match(stderr, message);
    assert.ok(!existsSync(path.join(folder, "no")));
  }
});

test("nobody listens: the tables are made all the same", async () => {
  const { code, stdout } = await run("bash", ["-c", `"${native}" two nowhere.txt --out unheard 2>&1 | true; echo "\${PIPESTATUS[0]}"`], { cwd: folder });
  assert.deepStrictEqual([code, stdout], [0, "3\n"]);
  assert.equal(csv("unheard/reports.csv").length, 3);
  assert.deepStrictEqual(contents("unheard")["wide.csv"], contents("forms")["wide.csv"]);
});

// Elsewhere `script` has other arguments.
const onLinux = process.platform === "linux" ? test : () => {};

onLinux("a bar on a terminal, plain lines elsewhere", async () => {
  const { stdout } = await run("script", ["-qec", `"${native}" many gone.txt --out bar`, "/dev/null"], { cwd: folder });
  assert.match(stdout, /\r\[#*\.*\] \d+ of 18 files, \d+ s left/);
  const shown = stdout.split("\r\n").map((line) => line.slice(line.lastIndexOf("\r") + 1));
  assert.ok(shown.includes("gangmu: cannot read gone.txt: there is no such file"), "the bar is wiped before a line");
  assert.ok(shown.some((line) => line.startsWith("gangmu: 16 of 18 files, ")), stdout);
  assert.doesNotMatch((await gangmu(["two", "--out", "plain-lines"])).stderr, /\r|\[/);
});
