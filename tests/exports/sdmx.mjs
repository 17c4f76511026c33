/** SDMX-CSV and its structure, read by two readers that are not ours and by the schemas of the standard. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { parse as parseCsv } from "csv-parse/sync";
import { names } from "../../dist/wasm/gangmu.js";
import { parse, toSdmx } from "../../js/node.js";
import { sentenceOf } from "../../js/places.js";
import { pythonWith } from "../../scripts/python.mjs";
import { inRoot, run } from "../../scripts/run.mjs";
import { structure, STRUCTURE_FILE } from "../../scripts/sdmx-structure.mjs";
import { TEXTS } from "../texts.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "gangmu-sdmx-"));
after(() => rmSync(folder, { recursive: true }));

const sets = JSON.parse(names());

/** @param {string} text @param {{ source?: string }} [options] @returns {Record<string, string>[]} */
const rowsOf = (text, options) => parseCsv(toSdmx(text, options), { columns: true });

/** What the readers say of some tables. @param {string} name @param {Record<string, string>} tables @param {string} [structureFile] */
async function readers(name, tables, structureFile = inRoot(STRUCTURE_FILE)) {
  const here = path.join(folder, name);
  mkdirSync(here);
  for (const [file, table] of Object.entries(tables)) writeFileSync(path.join(here, file), table);
  const python = await pythonWith("tests/exports/requirements.txt");
  const { code, stdout, all } = await run(python, [inRoot("tests", "exports", "readers.py"), structureFile, here], { minutes: 4 });
  assert.equal(code, 0, all);
  return JSON.parse(stdout);
}

test("the structure is made of the closed sets of the core, and is fresh", () => {
  assert.equal(readFileSync(inRoot(STRUCTURE_FILE), "utf8"), structure(sets), "run: node scripts/sdmx-structure.mjs");
  for (const set of ["Kind", "Bound", "Change", "PeriodSource"]) {
    assert.throws(() => structure({ ...sets, [set]: [...sets[set], "new"] }), new RegExp(`${set}.*new`));
  }
});

test("every report is read by two readers, and every value is of the type that the structure asks for", async () => {
  const texts = TEXTS.map(({ name, text }, index) => ({ file: `${index}.csv`, name, text }));
  const answer = await readers("reports", Object.fromEntries(texts.map(({ file, name, text }) => [file, toSdmx(text, { source: name })])));
  assert.deepStrictEqual(answer.schema, []);
  assert.deepStrictEqual(answer.wrong.slice(0, 10), []);
  const [header] = toSdmx("").split("\r\n");
  assert.equal(header, ["STRUCTURE", "STRUCTURE_ID", "ACTION", ...answer.structures.FIGURES].join(","));
  let [dated, undated] = [0, 0];
  for (const { file, name, text } of texts) {
    const { figures } = parse(text);
    /** @type {{ rows: Record<string, string>[], pysdmx: Record<string, [number, number][]>, sdmx1: Record<string, string[][]> }} */
    const { rows, pysdmx, sdmx1 } = answer.files[file];
    assert.equal(rows.length, figures.length, name);
    assert.deepStrictEqual(rows, rowsOf(text, { source: name }), "a third reader reads the same");
    for (const [index, figure] of figures.entries()) {
      const { FIGURE, OBS_VALUE, UPPER_VALUE, UNIT_MEASURE, START, END, REPORT } = rows[index];
      assert.deepStrictEqual([FIGURE, START, END], [`${index + 1}`, ...figure.span.map(String)]);
      assert.equal(Number(OBS_VALUE), figure.value);
      assert.equal(UPPER_VALUE === "" ? null : Number(UPPER_VALUE), figure.upper);
      assert.equal(UNIT_MEASURE, figure.unit ?? "");
      assert.equal(REPORT, name);
    }
    for (const [structureName, read] of Object.entries(pysdmx)) {
      const part = rows.filter((row) => row.STRUCTURE_ID === `GANGMU:${structureName}(1.0.0)`);
      const expected = part.map(({ FIGURE, OBS_VALUE }) => [Number(FIGURE), Number(OBS_VALUE)]);
      assert.deepStrictEqual(read, expected, `${name}: pysdmx`);
      assert.deepStrictEqual(sdmx1[structureName].map((row) => row.map(Number)), expected, `${name}: sdmx1`);
      if (structureName === "FIGURES") dated += part.length;
      else undated += part.length;
    }
  }
  assert.ok(dated > 500 && undated > 500, `${dated} with a time, ${undated} without`);
});

test("what is no SDMX is refused by what checks it", async () => {
  const good = toSdmx("2020年，投入约20万元。");
  const answer = await readers("broken", {
    "time.csv": good.replace(",2020,", ",2020-13,"),
    "code.csv": good.replace(",about,", ",perhaps,"),
    "value.csv": good.replace(",200000,", ",20万,"),
    "missing.csv": good.replace(",money,", ",,"),
    "twice.csv": good + good.split("\r\n")[1] + "\r\n",
    "good.csv": good,
  });
  const found = answer.wrong.map((/** @type {string} */ line) => line.split(":")[0]);
  assert.deepStrictEqual([...new Set(found)].sort(), ["code.csv", "missing.csv", "time.csv", "twice.csv", "value.csv"]);
});

test("what of a figure is said, and how", () => {
  const text = "清溪镇2021年工作报告\n一、主要举措\n（一）普法宣传。2020年1—11月，投入约1.1万余元。2021年3月5日，增长30%至50%。\n2016年至2020年，修路5.7公里。";
  const { figures } = parse(text);
  const rows = rowsOf(text, { source: "报告 1.txt" });
  assert.deepStrictEqual(
    rows.map(({ TIME_PERIOD, OBS_VALUE, UPPER_VALUE, UNIT_MEASURE, OBS_STATUS, BOUND, CHANGE }) =>
      [TIME_PERIOD, OBS_VALUE, UPPER_VALUE, UNIT_MEASURE, OBS_STATUS, BOUND, CHANGE].join(" ")),
    ["2020-01-01/P11M 11000  元 E about ", "2021-03-05 30 50 % A exact up", "2016-01-01/P5Y 5.7  公里 A exact "],
  );
  for (const [index, row] of rows.entries()) {
    assert.equal(row.WORDS, text.slice(...figures[index].span));
    assert.equal(row.COMMENT_OBS, text.slice(...sentenceOf(text, figures[index].span)));
    assert.deepStrictEqual([row.REF_AREA, row.REPORT, row.SECTION], ["清溪镇", "报告 1.txt", "一、（一）普法宣传"]);
  }
});

test("no value is changed, and a row is a line", () => {
  // A spreadsheet would take this for a formula: SDMX is for programs.
  const pattern = "(?<indicator>[=+]甲\"?,?乙)(?<number>\\d+)";
  const table = toSdmx('=甲",乙12。', { patterns: [pattern], source: "a\r\nb\u2028c" });
  /** @type {Record<string, string>[]} */
  const [row, ...others] = parseCsv(table, { columns: true });
  assert.deepStrictEqual([row.INDICATOR, row.OBS_VALUE, row.REPORT, others.length], ['=甲",乙', "12", "abc", 0]);
  const breaks = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
  for (const { name, text } of [{ name: "odd", text: "投入3\u2028亿元，\u001d增长\v4%。" }, ...TEXTS]) {
    assert.equal(toSdmx(text, { source: name }).split(breaks).length, parse(text).figures.length + 2, name);
  }
});

test("a text without a name is called by its words", () => {
  const [first, again, other] = ["投入3元。", "投入3元。", "投入4元。"].map((text) => rowsOf(text)[0].REPORT);
  assert.match(first, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(first, again);
  assert.notEqual(first, other);
  assert.equal(rowsOf("投入3元。", { source: "" })[0].REPORT, first);
  assert.equal(rowsOf("投入3元。")[0].REF_AREA, "_U");
});
