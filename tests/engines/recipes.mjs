/** The recipes for other engines, run as their READMEs say. What two of them find, the third must find too. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { parse } from "../../js/node.js";
import { ensureEngines } from "../../scripts/engines.mjs";
import { filesUnder } from "../../scripts/freshness.mjs";
import { inRoot, run } from "../../scripts/run.mjs";

const { python, env } = await ensureEngines();
// They write beside themselves.
const folder = mkdtempSync(path.join(tmpdir(), "gangmu-engines-"));
after(() => rmSync(folder, { recursive: true }));
for (const name of ["spark", "duckdb", "parallel"]) cpSync(inRoot("docs", "recipes", name), path.join(folder, name), { recursive: true });

const reports = filesUnder(inRoot("docs", "recipes", "spark", "reports"));
/** What JavaScript reads in them. */
const figures = reports.flatMap((file) => parse(readFileSync(file, "utf8")).figures.map(({ value, unit }) => ({ value, unit })));

/** @param {string} name @param {string} script @param {Record<string, string>} [more] */
async function shell(name, script, more) {
  const { code, stdout, all } = await run("bash", ["-c", `set -eo pipefail\n${script}`], { cwd: path.join(folder, name), env: { ...env, ...more }, minutes: 5 });
  assert.equal(code, 0, all);
  return stdout;
}

/** @param {string} name */
const expected = (name) => readFileSync(inRoot("docs", "recipes", name, "expected.txt"), "utf8");

/** The commands of the README, without those that install; each block by itself. @param {string} name */
const commands = (name) =>
  [...readFileSync(inRoot("docs", "recipes", name, "README.md"), "utf8").matchAll(/^```sh\n([^]*?)^```/gm)].map(([, block]) =>
    block.replace(/^(?:cargo|pip|apt-get) install.*\n/gm, "").replace(/^cd .*\n/gm, ""),
  );

/** @param {string} file */
const lines = (file) => readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
/** @param {{ value: number, unit: string | null }[]} rows */
const bare = (rows) => rows.map(({ value, unit }) => ({ value, unit }));

test("there is something to read", () => {
  assert.equal(reports.length, 8);
  assert.ok(figures.length > 80, `${figures.length} figures`);
});

test("duckdb: the commands of its README, and the same without files between", async () => {
  const [withFiles, piped] = commands("duckdb");
  assert.equal(await shell("duckdb", withFiles), expected("duckdb"));
  assert.deepStrictEqual(bare(lines(path.join(folder, "duckdb", "figures.ndjson"))), figures);
  const units = new Map();
  for (const { unit } of figures) units.set(unit, (units.get(unit) ?? 0) + 1);
  const table = await shell("duckdb", piped.replace(/duckdb -c "SELECT/, 'duckdb -csv -noheader -c "SELECT'));
  const counted = table.trim().split("\n").map((row) => row.replaceAll('"', "").trim().split(","));
  assert.deepStrictEqual(new Map(counted.map(([unit, count]) => [unit, Number(count)])), units);
});

test("parallel: the script, one line of GNU parallel, and xargs give the same in the same order", async () => {
  const [script, oneLine, byXargs] = commands("parallel");
  const file = path.join(folder, "parallel", "figures.ndjson");
  await shell("parallel", script);
  const rows = lines(file);
  assert.deepStrictEqual(bare(rows), figures);
  assert.deepStrictEqual([...new Set(rows.map(({ source }) => source))], reports.map((each) => `../spark/${path.relative(inRoot("docs/recipes/spark"), each)}`));
  const texts = reports.map((each) => JSON.stringify({ text: readFileSync(each, "utf8"), source: each }));
  writeFileSync(path.join(folder, "parallel", "texts.ndjson"), `${texts.join("\n")}\n`);
  // Small pieces: so that there are several.
  for (const block of [oneLine.replace("--block 1M", "--block 1K"), byXargs.replace("-l 1000", "-l 3")]) {
    rmSync(file);
    await shell("parallel", block);
    assert.deepStrictEqual(bare(lines(file)), figures);
  }
});

test("spark: partitioned files to Parquet, which DuckDB reads as Spark does; a file that is no text stops nothing", async () => {
  const [block] = commands("spark");
  const [script] = /python to_parquet\.py.*/.exec(block) ?? [];
  const settings = "--master local[2] --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=2 pyspark-shell";
  const more = { PYSPARK_SUBMIT_ARGS: settings, SPARK_LOCAL_IP: "127.0.0.1", PYSPARK_PYTHON: python, PYSPARK_DRIVER_PYTHON: python };
  assert.equal(await shell("spark", script ?? "", more), expected("spark"));
  const ask = async (/** @type {string} */ sql) => JSON.parse(await shell("spark", `duckdb -json -c "${sql}"`));
  const rows = await ask("SELECT value, unit FROM 'figures/*/*.parquet' ORDER BY year, source, start");
  assert.deepStrictEqual(rows, figures);
  const [found] = await ask("SELECT value, sentence, source FROM 'figures/*/*.parquet' WHERE place = '清溪镇' AND year = 2024 AND indicator = '罚没款'");
  assert.equal(found.value, 82_000);
  assert.match(found.sentence, /^（三）规范行政执法行为。办理行政处罚案件31件，罚没款8\.2万元|^办理行政处罚案件31件，罚没款8\.2万元/);
  assert.match(found.source, /^file:.*year=2024\/qingxi\.txt$/);
});
