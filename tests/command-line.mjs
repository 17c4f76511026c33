/** The command line, as a process. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { RULES } from "../dist/rules.js";
import { compare, mend, parse, toCsv, toJson, toJsonLd, toMarkdown, toSdmx } from "../js/node.js";
import { run } from "../scripts/run.mjs";
import { COMMANDS, gangmu as call } from "./command.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "gangmu-command-line-"));
after(() => rmSync(folder, { recursive: true }));

const REPORT = "清溪镇2021年工作报告\n一、主要举措\n（一）普法宣传。全年开展讲座12次，受众1.1万余人次。\n";
const OTHER = "二、存在问题\n办理“一件事”，3件,\"5\"件。\n";

/** @param {string} name @param {string | Buffer} contents */
function file(name, contents) {
  const full = path.join(folder, name);
  writeFileSync(full, contents);
  return full;
}
const report = file("报告 1.txt", REPORT);
const other = file("other.txt", OTHER);

/** @param {string[]} args @param {string | Buffer} [input] */
const gangmu = (args, input) => call(args, { input, cwd: folder });

/** The commands in a shell, each with its own way to be called. @param {(command: string) => string} script */
const inShell = (script) =>
  Promise.all(COMMANDS.map((command) => run("bash", ["-c", script(command.map((word) => `"${word}"`).join(" "))], { cwd: folder })));

/** @param {string[]} args @param {RegExp} message @param {string | Buffer} [input] */
async function refuses(args, message, input) {
  const { code, stdout, stderr } = await gangmu(args, input);
  assert.equal(code, 2, stderr);
  assert.equal(stdout, "", "nothing is printed");
  assert.match(stderr, /^gangmu: [^\n]+\n$/, "one line on standard error");
  assert.match(stderr, message);
}

test("one file: a report in JSON, by default and when asked", async () => {
  for (const args of [[report], [report, "--to", "json"], ["--to=json", report]]) {
    const { code, stdout, stderr } = await gangmu(args);
    assert.equal(code, 0, stderr);
    assert.equal(stderr, "");
    assert.equal(stdout, `${toJson(REPORT)}\n`);
  }
});

test("what stands behind -- is a file, and of an option that is given twice the last counts", async () => {
  file("--check", OTHER);
  assert.equal((await gangmu(["--to", "csv", "--to=md", "--", "--check"])).stdout, toMarkdown(OTHER));
});

test("one file: CSV and Markdown", async () => {
  assert.equal((await gangmu([report, "--to", "csv"])).stdout, toCsv(REPORT));
  assert.equal((await gangmu([report, "--to", "md"])).stdout, toMarkdown(REPORT));
});

test("standard input", async () => {
  assert.equal((await gangmu(["-", "--to", "md"], REPORT)).stdout, toMarkdown(REPORT));
  assert.deepStrictEqual(JSON.parse((await gangmu(["-"], "")).stdout), parse(""));
});

test("standard input larger than a pipe holds", async () => {
  const text = REPORT.repeat(8_000);
  const { stdout } = await gangmu(["-"], text);
  assert.equal(JSON.parse(stdout).figures.length, parse(text).figures.length);
});

test("several files: a line of JSON for each", async () => {
  const { code, stdout } = await gangmu([report, other]);
  assert.equal(code, 0);
  const lines = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepStrictEqual(lines, [{ file: report, ...parse(REPORT) }, { file: other, ...parse(OTHER) }]);
});

test("several files: one table with a column for the file", async () => {
  const { code, stdout } = await gangmu([report, other, "--to", "csv"]);
  assert.equal(code, 0);
  const rows = stdout.trimEnd().split("\r\n");
  const alone = [REPORT, OTHER].map((text) => toCsv(text).trimEnd().split("\r\n"));
  assert.equal(rows[0], `文件,${alone[0][0]}`);
  assert.deepStrictEqual(rows.slice(1), [
    ...alone[0].slice(1).map((row) => `${report},${row}`),
    ...alone[1].slice(1).map((row) => `${other},${row}`),
  ]);
});

test("several files: odd names", async () => {
  const odd = ["a,b.txt", "\"c\".txt", "d\n#e.txt", "\u2028f\u0001.txt", "g%20[~]^|'(h)!*.txt", "𬭚/j.txt", "./𬭚/../other.txt"];
  mkdirSync(path.join(folder, "𬭚"), { recursive: true });
  for (const name of odd) file(name, OTHER);
  for (const form of ["json", "csv", "md", "sarif"]) {
    const { code, stdout } = await gangmu([...odd, path.join(folder, odd[4]), `${folder}//𬭚/..//other.txt`, "--to", form]);
    assert.equal(code, form === "sarif" ? 1 : 0);
    assert.ok(form !== "csv" || stdout.includes('\r\n"""c"".txt",'));
    if (form === "sarif") {
      const uris = JSON.parse(stdout).runs[0].artifacts.map((/** @type {any} */ { location }) => location.uri);
      for (const uri of uris.slice(-2)) assert.ok(new URL(uri).pathname.startsWith(`${folder}/`), uri);
      assert.equal(uris[4], "g%2520%5B~%5D%5E%7C'(h)!*.txt");
    }
  }
});

test("several files: one outline after another", async () => {
  const { stdout } = await gangmu([report, other, "--to", "md"]);
  assert.ok(stdout.startsWith(`# ${report}\n\n`));
  assert.ok(stdout.includes(`\n# ${other}\n\n`));
});

test("SDMX-CSV and JSON-LD: the file is the source, unless another is named", async () => {
  const source = "https://example.org/报告";
  for (const [to, make, end] of /** @type {const} */ ([["sdmx", toSdmx, ""], ["jsonld", toJsonLd, "\n"]])) {
    const { code, stdout, stderr } = await gangmu([report, "--to", to]);
    assert.equal(code, 0, stderr);
    assert.equal(stdout, make(REPORT, { source: report }) + end);
    assert.equal((await gangmu([report, "--to", to, "--source", source])).stdout, make(REPORT, { source }) + end);
    assert.equal((await gangmu(["-", "--to", to], REPORT)).stdout, make(REPORT) + end);
  }
  const both = (await gangmu([report, other, "--to", "sdmx"])).stdout;
  const alone = [REPORT, OTHER].map((text, index) => toSdmx(text, { source: [report, other][index] }).split("\r\n"));
  assert.deepStrictEqual(both.split("\r\n"), [...alone[0].slice(0, -1), ...alone[1].slice(1)]);
  const array = JSON.parse((await gangmu([report, other, "--to", "jsonld"])).stdout);
  assert.deepStrictEqual(array, [REPORT, OTHER].map((text, index) => JSON.parse(toJsonLd(text, { source: [report, other][index] }))));
});

test("some parts only", async () => {
  const { stdout } = await gangmu([report, "--parts", "figures,outline"]);
  const { schema, outline, figures } = parse(REPORT);
  assert.deepStrictEqual(JSON.parse(stdout), { schema, outline, figures });
  await refuses([report, "--parts", "figures,colours"], /--parts colours: a part can be metadata, .* or passages/);
  await refuses([report, "--parts", ""], /--parts : a part/);
  await refuses([report, "--parts", "figures", "--to", "csv"], /--parts goes with --to json/);
});

test("the year", async () => {
  const text = file("no year.txt", "今年以来，开展培训12次。");
  const { stdout } = await gangmu([text, "--year", "2019"]);
  assert.equal(JSON.parse(stdout).figures[0].period, "2019");
});

test("the reader's own units, names and patterns, each several times", async () => {
  const words = "新装路灯36灯位，桥灯3灯组，落实24小时守护行动和8点守护行动，好评指数98。";
  const text = file("own words.txt", words);
  const pattern = "好评指数(?<number>\\d+)";
  const own = ["--unit", "灯位", "--unit=灯组", "--name", "24小时守护行动", "--name", "8点守护行动", "--pattern", pattern];
  const { code, stdout, stderr } = await gangmu([text, ...own]);
  assert.equal(code, 0, stderr);
  const options = { units: ["灯位", "灯组"], names: ["24小时守护行动", "8点守护行动"], patterns: [pattern] };
  assert.deepStrictEqual(JSON.parse(stdout), parse(words, options));
  assert.equal(parse(words, options).figures.length, 3);
});

test("a byte-order mark is text, and positions count it", async () => {
  const marked = JSON.parse((await gangmu([file("utf-8.txt", `\uFEFF${REPORT}`)])).stdout);
  assert.deepStrictEqual(marked, parse(`\uFEFF${REPORT}`));
  const little = file("utf-16le.txt", Buffer.from(`\uFEFF${REPORT}`, "utf16le"));
  assert.deepStrictEqual(JSON.parse((await gangmu([little])).stdout), marked);
  const big = file("utf-16be.txt", Buffer.from(`\uFEFF${REPORT}`, "utf16le").swap16());
  assert.deepStrictEqual(JSON.parse((await gangmu([big])).stdout), marked);
});

// An error, a warning with a fix, and on the last line a warning behind a character of two units.
const FAULTY = "一、主要举措\r\n培训干部60人，其中女干部30人、男干部20人、其他人员5人。组织学习学习行政处罚法。\r\n二、联系方式\r\n𬭚区联系电话：13812345678。\r\n";
const faulty = file("faulty.txt", FAULTY);

/** What `--check` prints of a text, worked out without the command. @param {string} name @param {string} text @param {import("../js/gangmu.d.ts").Options} [options] */
function expected(name, text, options = {}) {
  return parse(text, options).findings.map(({ span: [start], severity, rule, message, places }) => {
    const before = text.slice(0, start).replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
    const many = options.language === "en" ? ` (${places.length} places)` : `（共${places.length}处）`;
    const count = places.length > 1 ? many : "";
    return `${name}:${before.length}:${before[before.length - 1].length + 1}: ${severity} ${rule}: ${message}${count}\n`;
  });
}

test("check: a line a finding, and 1 where there is an error", async () => {
  const { code, stdout, stderr } = await gangmu([faulty, "--check"]);
  assert.equal(stdout, expected(faulty, FAULTY).join(""));
  assert.match(stdout, /:2:\d+: error sum-mismatch: /);
  assert.match(stdout, /:4:9: warning privacy: /, "columns are UTF-16 units");
  assert.match(stderr, /^gangmu: 1 error, 2 warnings, \d+ advice in 1 file\n$/);
  assert.equal(code, 1);
});

test("check: warnings are no errors; nothing found is nothing printed", async () => {
  const { code, stdout } = await gangmu([faulty, "--check", "--no-rule", "sum-mismatch"]);
  assert.match(stdout, /warning/);
  assert.equal(code, 0);
  const clean = await gangmu([faulty, "--check", "--profile", "asked"]);
  assert.deepStrictEqual([clean.code, clean.stdout], [0, ""]);
  assert.equal(clean.stderr, "gangmu: 0 errors, 0 warnings, 0 advice in 1 file\n");
});

test("check: which rules are on", async () => {
  const rules = async (/** @type {string[]} */ ...args) => {
    const { stdout } = await gangmu([faulty, "--check", ...args]);
    return [...stdout.matchAll(/^.*?:\d+:\d+: \w+ ([a-z-]+): /gm)].map(([, rule]) => rule);
  };
  assert.deepStrictEqual(await rules("--profile", "figures"), ["sum-mismatch"]);
  assert.deepStrictEqual(await rules("--profile", "asked", "--rule", "word-repeated", "--rule", "sum-mismatch"), ["sum-mismatch", "word-repeated"]);
  assert.ok(!(await rules("--no-rule", "privacy")).includes("privacy"));
  assert.ok((await rules("--profile", "strict")).length >= (await rules()).length);
});

test("check: lines end at CRLF, LF or CR, and a byte-order mark takes no column", async () => {
  for (const ending of ["\n", "\r", "\r\n"]) {
    const text = `\uFEFF联系电话：13812345678。${ending}组织学习学习行政处罚法。`;
    const { stdout } = await gangmu(["-", "--check"], text);
    assert.equal(stdout, expected("-", text).join(""));
    assert.match(stdout, /^-:1:6: warning privacy: /);
    assert.match(stdout, /^-:2:3: warning word-repeated: /m);
  }
});

test("check: several files", async () => {
  const { code, stdout, stderr } = await gangmu([report, faulty, "--check"]);
  assert.equal(stdout, [...expected(report, REPORT), ...expected(faulty, FAULTY)].join(""));
  assert.match(stderr, / in 2 files\n$/);
  assert.equal(code, 1);
});

test("check: in English", async () => {
  const text = `${FAULTY}开展培训,参加90人,走访12户。\r\n`;
  const both = file("English.txt", text);
  const { code, stdout, stderr } = await gangmu([both, "--check", "--language", "en"]);
  assert.equal(stdout, expected(both, text, { language: "en" }).join(""));
  assert.match(stdout, /: error sum-mismatch: The parts do not add up to the total: 30人＋20人＋5人＝55人, but the total says 60人\./);
  assert.match(stdout, / \(2 places\)\n/);
  assert.equal(code, 1);
  // The same things are found, in other words.
  const chinese = await gangmu([both, "--check"]);
  const bare = (/** @type {string} */ lines) => lines.replace(/(: [a-z]+ [a-z-]+: ).*/g, "$1");
  assert.equal(bare(stdout), bare(chinese.stdout));
  assert.equal(stderr, chinese.stderr);

  const { tool, results } = JSON.parse((await gangmu([both, "--sarif", "--language=en"])).stdout).runs[0];
  assert.equal(tool.driver.language, "en");
  assert.deepStrictEqual(tool.driver.rules.map((/** @type {any} */ rule) => rule.shortDescription.text), RULES.map(({ english }) => english));
  const messages = stdout.trimEnd().split("\n").map((line) => line.replace(/^.*?: [a-z]+ [a-z-]+: /, ""));
  assert.deepStrictEqual(results.map((/** @type {any} */ { message }) => message.text), messages);
  assert.deepStrictEqual(JSON.parse((await gangmu([both, "--language", "en"])).stdout), parse(text, { language: "en" }));
});

/** The region's words in a text. @param {string} text @param {any} region */
function words(text, { startLine, startColumn, endLine, endColumn }) {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: ending }) => index + ending.length)];
  return text.slice(starts[startLine - 1] + startColumn - 1, starts[endLine - 1] + endColumn - 1);
}

test("check: SARIF", async () => {
  const { code, stdout } = await gangmu([faulty, report, "--check", "--sarif"]);
  assert.equal(code, 1);
  const log = JSON.parse(stdout);
  // The schema of OASIS, as Microsoft's package ships it, and the checker that came with it.
  const require = createRequire(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/package.json"));
  const Ajv = /** @type {any} */ (require("ajv"));
  const ajv = new Ajv({ schemaId: "auto", allErrors: true });
  ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
  const isSarif = ajv.compile(JSON.parse(readFileSync(require.resolve("./lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8")));
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors, null, 2));

  const [run] = log.runs;
  assert.deepStrictEqual(run.tool.driver.rules.map((/** @type {any} */ rule) => rule.id), RULES.map(({ name }) => name));
  const findings = [FAULTY, REPORT].flatMap((text) => parse(text).findings.map((finding) => ({ text, finding })));
  assert.equal(run.results.length, findings.length);
  for (const [index, { text, finding }] of findings.entries()) {
    const result = run.results[index];
    assert.equal(result.ruleId, finding.rule);
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, finding.rule);
    assert.equal(result.level, { error: "error", warning: "warning", advice: "note" }[finding.severity]);
    assert.deepStrictEqual(result.partialFingerprints, { "gangmu/v1": finding.fingerprint });
    assert.equal(words(text, result.locations[0].physicalLocation.region), text.slice(...finding.span));
    assert.equal(result.fixes?.length ?? 0, finding.fix === null ? 0 : 1);
    for (const [place, edit] of (finding.fix ?? []).entries()) {
      const replacement = result.fixes[0].artifactChanges[0].replacements[place];
      assert.equal(words(text, replacement.deletedRegion), text.slice(...edit.span));
      assert.equal(replacement.insertedContent.text, edit.text);
    }
  }
  assert.ok(run.results.some((/** @type {any} */ result) => result.fixes), "a fix is among them");
  assert.equal((await gangmu([faulty, report, "--to", "sarif"])).stdout, stdout);
  const relative = JSON.parse((await gangmu(["报告 1.txt", "--sarif"])).stdout);
  assert.equal(relative.runs[0].artifacts[0].location.uri, "%E6%8A%A5%E5%91%8A%201.txt");
});

test("mended: the text with every fix", async () => {
  const { code, stdout } = await gangmu([faulty, "--to", "mended"]);
  assert.equal(stdout, mend(FAULTY));
  assert.equal(stdout, FAULTY.replace("学习学习", "学习"));
  assert.equal(code, 0, "what is mended is no check");
  assert.equal((await gangmu([faulty, "--to", "mended", "--profile", "figures"])).stdout, FAULTY);
});

const LAST = "清溪镇2021年工作报告\n一、主要举措\n全年开展法治讲座12场，调解纠纷|80件，群众满意率97%。\n二、下一年度工作安排\n建设渔港路便民服务站。\n";
const THIS =
  "清溪镇2022年工作报告\n一、主要举措\n全年调解纠纷96起，举办法治讲座15场，群众满意率96.5%，栽树约300株。\n建成渔港路便民服务站2处。\n二、存在的问题\n力量不足。\n";

test("compare: a text to read", async () => {
  const [last, now] = [file("last.txt", LAST), file("now.txt", THIS)];
  const { code, stdout, stderr } = await gangmu(["compare", "last.txt", "now.txt"]);
  assert.deepStrictEqual([code, stderr], [0, ""]);
  const comparison = compare(LAST, THIS);
  assert.ok(stdout.startsWith("# 对比：2021年 → 2022年\n\n- 2021年：清溪镇2021年工作报告（last.txt）\n- 2022年：清溪镇2022年工作报告（now.txt）\n"), stdout);
  assert.deepStrictEqual(stdout.match(/^## .*/gm)?.map((heading) => heading.slice(3, 7)), ["指标（3", "只在一份", "计划与落", "提纲对照", "五部分"]);
  assert.match(stdout, /^\| 指标 \| 2021年 \| 2022年 \| 增减 \| 增减幅度 \| 把握 \| 留意 \|\n\| --- \| ---: \| ---: \| ---: \| ---: \| --- \| --- \|$/m);
  assert.match(stdout, /^\| 法治讲座 \| 12场 \| 15场 \| \+3场 \| \+25% \| 确定 \|  \|$/m);
  assert.match(stdout, /^\| 调解纠纷 \| 80件 \| 96起 \| \+16起 \| \+20% \| .* \| .*单位不同.* \|$/m);
  assert.match(stdout, /^\| 群众满意率 \| 97% \| 96\.5% \| -0\.5个百分点 \|  \| 确定 \|  \|$/m, "of two rates in points");
  assert.match(stdout, /^\| 2022年 \| .*树 \| 约300株 \| 另一份里没有相近的说法 \|$/m, "with its hedge");
  assert.match(stdout, /^\| 建设渔港路便民服务站。 \| 已落实，有数字 \| .* \| 建成渔港路便民服务站2处。 \|$/m);
  assert.match(stdout, /^\|  \| 新增 \| 二、存在的问题 \|$/m);
  assert.match(stdout, /^\| 存在问题 \| 缺 \| 有 \|$/m);
  // Every pair and every lone figure is there.
  const rows = (/** @type {number} */ table) => (stdout.split("\n## ")[table].match(/^\| /gm) ?? []).length - 2;
  assert.deepStrictEqual([1, 2, 3, 4].map(rows), [comparison.pairs, comparison.alone, comparison.plans, comparison.sections].map(({ length }) => length));
  assert.deepStrictEqual((await gangmu(["--to=md", "compare", last, "--language=zh", now])).stdout.split("\n").slice(5), stdout.split("\n").slice(5));
});

test("compare: JSON and CSV, and what the package gives", async () => {
  const comparison = compare(LAST, THIS);
  const json = await gangmu(["compare", "last.txt", "now.txt", "--to", "json"]);
  assert.deepStrictEqual(JSON.parse(json.stdout), comparison);
  const { stdout } = await gangmu(["compare", "last.txt", "now.txt", "--to", "csv", "--language", "en"]);
  const [head, ...rows] = stdout.trimEnd().split("\r\n").map((row) => row.split(","));
  assert.equal(head.length, 20);
  const records = rows.map((row) => Object.fromEntries(row.map((cell, place) => [head[place], cell])));
  const expected = [
    ...comparison.pairs.map((pair) => ({ report: "both", sides: [pair.first, pair.second], ...pair, reason: "" })),
    ...comparison.alone.map(({ report, figure, reason }) => ({
      ...{ report, sides: report === "first" ? [figure, null] : [null, figure] },
      ...{ difference: null, percent: null, confidence: "", remarks: [], reason },
    })),
  ].map(({ report, sides, difference, percent, confidence, remarks, reason }) => {
    const figures = sides.flatMap((at, side) => {
      const [name, read, text] = side === 0 ? ["first", comparison.first, LAST] : ["second", comparison.second, THIS];
      const fields = ["indicator", "value", "upper", "unit", "words", "start", "end"].map((field) => `${name} ${field}`);
      if (at === null) return fields.map((field) => [field, ""]);
      const { indicator, value, upper, unit, approx, span } = read.figures[at];
      const cells = [indicator, value, upper ?? "", unit ?? "", (approx ?? "") + text.slice(...span), ...span];
      return fields.map((field, place) => [field, `${cells[place]}`]);
    });
    return { report, ...Object.fromEntries(figures), difference: `${difference ?? ""}`, percent: `${percent ?? ""}`, confidence, remarks: remarks.join(" "), reason };
  });
  assert.deepStrictEqual(records, expected);
  assert.match((await gangmu(["compare", "last.txt", "now.txt", "--to", "csv"])).stdout, /^在哪一份,前一份指标,前一份数值,/);
});

test("compare: in English, of places, of files that say neither", async () => {
  const english = (await gangmu(["compare", "last.txt", "now.txt", "--language", "en"])).stdout;
  assert.ok(english.startsWith("# Compared: 2021 → 2022\n\n- 2021: 清溪镇2021年工作报告 (last.txt)\n"), english);
  assert.match(english, /^\| 群众满意率 \| 97% \| 96\.5% \| -0\.5 points \|  \| certain \|  \|$/m);
  assert.doesNotMatch(english.replace(/^(?:\||-) .*$/gm, ""), /[\u4e00-\u9fff]/, "no Chinese between the tables");
  file("there.txt", LAST.replace("清溪镇", "柳河镇"));
  assert.match((await gangmu(["compare", "there.txt", "last.txt"])).stdout, /^# 对比：柳河镇 → 清溪镇\n/);
  const [one, other] = ["a*b.txt", "c|d.txt"];
  file(one, "");
  file(other, "没有数字。");
  const none = (await gangmu(["compare", one, other])).stdout;
  assert.ok(none.startsWith("# 对比：a\\*b.txt → c\\|d.txt\n\n- a\\*b.txt：a\\*b.txt\n"), none);
  for (const sentence of ["两份里没有说同一件事的数字。", "没有落单的数字。", "前一份里没有可对照的计划。", "两份都没有标题。"]) assert.ok(none.includes(`\n\n${sentence}\n`), sentence);
});

test("compare: every word has its two languages", () => {
  const lines = readFileSync(new URL("../bin/compare.tsv", import.meta.url), "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
  const holes = (/** @type {string} */ words) => words.split("{}").length;
  for (const [key, chinese, english, ...more] of lines) {
    assert.ok(chinese && english && more.length === 0, key);
    assert.equal(holes(chinese), holes(english), key);
  }
  assert.equal(new Set(lines.map(([key]) => key)).size, lines.length);
  // Every name of the closed sets that a comparison holds.
  const types = readFileSync(new URL("../js/gangmu.d.ts", import.meta.url), "utf8");
  for (const set of ["Confidence", "Remark", "AloneReason", "PlanState", "SectionState", "Role"]) {
    const [, names = ""] = new RegExp(`^export type ${set} =([^;]*);`, "m").exec(types) ?? [];
    const list = names.match(/(?<=")[a-z-]+(?=")/g) ?? [];
    assert.ok(list.length > 2, set);
    for (const name of list) assert.ok(lines.some(([key]) => key === name), name);
  }
});

test("compare: standard input, other options, and what is refused", async () => {
  const { stdout } = await gangmu(["compare", "last.txt", "-", "--to", "json"], THIS);
  assert.deepStrictEqual(JSON.parse(stdout), compare(LAST, THIS));
  const own = await gangmu(["compare", "--unit", "灯位", file("lamps.txt", "新装路灯36灯位。"), file("more.txt", "新装路灯40灯位。")]);
  assert.match(own.stdout, /\| 36灯位 \| 40灯位 \| \+4灯位 \| \+11\.11% \|/);
  await refuses(["compare"], /compare takes two files/);
  await refuses(["compare", "last.txt"], /compare takes two files/);
  await refuses(["compare", "last.txt", "now.txt", "now.txt"], /compare takes two files/);
  await refuses(["compare", "-", "-"], /standard input/, "");
  await refuses(["compare", "last.txt", "gone.txt"], /gone\.txt: there is no such file/);
  await refuses(["compare", "last.txt", "now.txt", "--to", "sdmx"], /--to sdmx: with compare it can be md, json or csv/);
  for (const option of ["--check", "--sarif", "--parts=figures", "--source=a", "--from=text"]) {
    await refuses(["compare", "last.txt", "now.txt", option], new RegExp(`${option.replace(/=.*/, "")} does not go with compare`));
  }
  await refuses(["compare", "last.txt", "now.txt", "--pattern", "("], /--pattern number 1/);
  file("compare", REPORT);
  for (const args of [["--", "compare"], ["./compare"], [report, "compare"]]) {
    assert.match((await gangmu(["--to", "md", ...args])).stdout, /清溪镇2021年工作报告/, "a file of that name");
  }
  assert.match((await gangmu(["compare", "--help"])).stdout, /^Usage:/);
});

test("help and version", async () => {
  const help = await gangmu(["--help"]);
  assert.equal(help.code, 0);
  const options = ["--from", "--to", "--check", "--sarif", "--profile", "--rule", "--no-rule", "--year", "--unit", "--name", "--pattern", "--language", "--source", "--help", "--version"];
  for (const word of [...options, "standard input"]) assert.ok(help.stdout.includes(word), word);
  const version = await gangmu(["--version"]);
  assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
});

test("refused: what cannot be read", async () => {
  await refuses(["nowhere.txt"], /nowhere\.txt.*no such file/);
  await refuses([folder], /folder/);
  await refuses([path.join(report, "x")], /part of its path/);
  await refuses(["x".repeat(300)], /too long/);
  await refuses([""], /no such file/);
  // Root may read every file.
  if (process.getuid?.() !== 0) {
    chmodSync(other, 0);
    await refuses([other], /may not be read/);
    chmodSync(other, 0o644);
  }
});

test("refused: what is not text", async () => {
  await refuses([file("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))], /picture\.png is not text/);
  await refuses([file("nul.txt", "一、\0二、")], /nul\.txt is not text.*NUL/);
  await refuses([file("gbk.txt", Buffer.from([0xd2, 0xbb, 0xa1, 0xa2]))], /gbk\.txt is not text.*UTF-8/);
  await refuses([file("odd.txt", Buffer.from([0xff, 0xfe, 0x00]))], /odd\.txt is not text/);
  await refuses([file("half.txt", Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))], /half\.txt is not text.*UTF-16LE/);
  await refuses([file("half-be.txt", Buffer.from([0xfe, 0xff, 0xd8, 0x00]))], /not valid UTF-16BE/);
  await refuses([file("surrogate.txt", Buffer.from([0xed, 0xa0, 0x80]))], /not valid UTF-8/);
  await refuses(["-"], /standard input is not text/, Buffer.from([0xff]));
});

test("refused: wrong options", async () => {
  await refuses([report, "--form", "csv"], /--form/);
  await refuses([report, "--to"], /--to/);
  await refuses([report, "--to", "--check"], /Option '--to' argument is ambiguous; gangmu --help/);
  await refuses([report, "--check=yes"], /Option '--check' does not take an argument/);
  await refuses([report, "-v"], /Unknown option '-v'; /);
  await refuses([report, "-年月"], /Unknown option '-年'; /);
  await refuses([report, "--=x"], /Unknown option '--=x'/);
  await refuses([report, "--year="], /--year : a year has four digits/);
  await refuses(["--help", "--to", "xml"], /--to xml/);
  await refuses([report, "--to", "xml"], /xml.*json, csv, md, mended, sarif, sdmx, jsonld or ndjson/);
  await refuses([report, "--from", "csv"], /--from csv: it can be text or ndjson/);
  await refuses([report, "--to", "ndjson"], /--to ndjson goes with --from ndjson/);
  await refuses([report, "--to", "csv", "--check"], /--to csv and --check/);
  await refuses([report, other, "--to", "mended"], /one file/);
  await refuses([report, other, "--to", "sdmx", "--source", "a"], /--source takes one file/);
  await refuses([report, "--check", "--profile", "loose"], /--profile loose.*usual, strict, figures or asked/);
  await refuses([report, "--check", "--language", "fr"], /--language fr.*zh or en/);
  await refuses([report, "--check", "--rule", "sums"], /--rule sums.*no such rule/);
  await refuses([report, "--check", "--no-rule", "sums"], /--no-rule sums/);
  await refuses(["nowhere.txt", "--check"], /nowhere\.txt/);
  await refuses([report, "--year", "last"], /--year last/);
  await refuses([report, "--unit"], /--unit/);
  await refuses([report, "--pattern", "(?<number>\\d)", "--pattern", "讲座("], /--pattern number 2, "讲座\(", character 3: this group/);
  await refuses([report, "--pattern", "讲座"], /--pattern number 1, "讲座".*\(\?<number>…\)/);
  await refuses([], /no file/);
  await refuses(["-", "-"], /standard input/, "");
});

test("never half a result: one bad file among good ones prints nothing", async () => {
  await refuses([report, "nowhere.txt", other], /nowhere\.txt/);
});

test("a reader that stops early is no error", async () => {
  const many = file("many.txt", REPORT.repeat(4_000));
  for (const { stdout, stderr } of await inShell((gangmu) => `${gangmu} "${many}" | head -c 10; echo " \${PIPESTATUS[0]}"`)) {
    assert.equal(stderr, "");
    assert.equal(stdout, '{"schema": 0\n');
  }
});

// Only Linux has the device that is always full, and file names of any bytes.
const onLinux = process.platform === "linux" ? test : () => {};

onLinux("refused: a full disk", async () => {
  for (const { code, stderr } of await inShell((gangmu) => `${gangmu} other.txt > /dev/full`)) {
    assert.deepStrictEqual([code, stderr], [2, "gangmu: cannot write: there is no space left\n"]);
  }
});

onLinux("refused: a file name that is not UTF-8", async () => {
  // Made before the shells start: both commands run at once, and two that copy to one name get in each other's way.
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xe4]), Buffer.from(".txt")]), OTHER);
  for (const { code, stdout, stderr } of await inShell((gangmu) => `${gangmu} $'\\xff\\xe4.txt'`)) {
    const reason = "there is no such file, or its name is not UTF-8";
    assert.deepStrictEqual([code, stdout, stderr], [2, "", `gangmu: cannot read \uFFFD\uFFFD.txt: ${reason}\n`]);
  }
});
