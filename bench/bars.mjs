/**
 * `node bench/bars.mjs [native] [javascript] [memory]`: runs these benches (none: prints what was measured last) and prints the
 * table of what is asked and what was measured.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { inRoot, must, runMain, say } from "../scripts/run.mjs";
import { readLedger } from "../scripts/sizes.mjs";
import { noteResults, resultsOf } from "./results.mjs";

const MANIFEST = ["--manifest-path", inRoot("bench", "native", "Cargo.toml")];
const SELVES = { javascript: "javascript.mjs", memory: "memory.mjs" };

/** Criterion's medians, MB a second by group and bench. */
function criterionRates() {
  const folder = inRoot("bench", "native", "target", "criterion");
  /** @type {Record<string, Record<string, number>>} */
  const rates = {};
  const folders = (/** @type {string} */ at) => readdirSync(at, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const group of folders(folder)) {
    for (const bench of folders(`${folder}/${group}`)) {
      const at = `${folder}/${group}/${bench}/new`;
      if (!existsSync(`${at}/estimates.json`)) continue;
      const { group_id, function_id, throughput } = JSON.parse(readFileSync(`${at}/benchmark.json`, "utf8"));
      const { median } = JSON.parse(readFileSync(`${at}/estimates.json`, "utf8"));
      (rates[group_id] ??= {})[function_id] = (throughput.Bytes / median.point_estimate) * 1000;
    }
  }
  return rates;
}

async function native() {
  say("criterion, native … (about 5 minutes)");
  await must("cargo", ["bench", "--locked", ...MANIFEST, "--bench", "parse"], { minutes: 60 });
  noteResults("native", { rates: criterionRates() });
}

const share = (/** @type {number} */ part, /** @type {number} */ whole) => (part / whole).toFixed(3);

/** @returns {string[][]} What, asked, measured. */
function nativeRows() {
  const { rates } = resultsOf("native") ?? {};
  if (!rates) return [];
  const ten = rates["10 MB"];
  const beside = (/** @type {string} */ reading) => `${share(ten[reading], ten["pulldown-cmark"])} (${ten[reading].toFixed(1)} of ${ten["pulldown-cmark"].toFixed(0)} MB/s)`;
  const rows = [
    ["native `parse`, 10 MB, beside pulldown-cmark", "0.2; the aim 0.333", beside("parse")],
    ["native, every rule on, beside pulldown-cmark", "0.1", beside("every rule")],
    ["native, no findings / outline only / figures only", "", ["no findings", "outline", "figures"].map((name) => share(ten[name], ten["pulldown-cmark"])).join(" / ")],
  ];
  const lengths = ["16 KB", "160 KB", "1.6 MB", "16 MB"].map((name) => rates[`reports ${name}`]?.parse);
  if (lengths.every(Boolean)) rows.push(["native `parse` at 16 KB, 160 KB, 1.6 MB, 16 MB, MB/s", "linear: about equal", lengths.map((rate) => rate.toFixed(1)).join(", ")]);
  for (const [group, { parse }] of Object.entries(rates)) {
    const shape = group.match(/^(.*) 1\.6 MB$/)?.[1];
    const short = shape && rates[`${shape} 160 KB`];
    if (shape && shape !== "reports" && short) rows.push([`hostile: ${shape}, 160 KB and 1.6 MB, MB/s`, "linear: about equal", `${short.parse.toFixed(1)}, ${parse.toFixed(1)}`]);
  }
  return rows;
}

/** @returns {string[][]} */
function javascriptRows() {
  const found = resultsOf("javascript");
  if (!found) return [];
  const rows = [];
  for (const where of ["node", "chromium"]) {
    const { rates, start } = found[where];
    const sizes = Object.keys(rates);
    const all = (/** @type {string} */ way) => sizes.map((size) => `${share(rates[size].scan, rates[size][way])} (${size})`).join(", ");
    rows.push([`${where}: string to plain objects, beside encodeInto + scan`, "0.2", all("objects")]);
    rows.push([`${where}: string to packed results, beside encodeInto + scan`, "0.333", all("packed")]);
    rows.push([`${where}: 16 KB to plain objects`, "well under 1 ms", `${rates["16 KB"].objects.toFixed(2)} ms`]);
    rows.push([`${where}: cold start, bytes of the wasm to the first result`, "in the table", `${start.first.toFixed(1)} ms (loaded after ${start.load.toFixed(1)})`]);
  }
  rows.push(["chromium: one keystroke in 1 MB to the new result", "under 16 ms", `${found.chromium.keystroke.toFixed(1)} ms`]);
  return rows;
}

/** @returns {string[][]} */
function memoryRows() {
  const found = resultsOf("memory");
  if (!found) return [];
  return Object.entries(found.peaks).map(([what, times]) => [`peak memory, ${what}, times the text`, "at most 4", /** @type {number} */ (times).toFixed(2)]);
}

function sizeRows() {
  const { sizes } = readLedger();
  return [["gangmu_bg.wasm, brotli (the ledger)", "80,000; the aim 64,000", sizes["gangmu_bg.wasm"].brotli.toLocaleString("en")]];
}

await runMain(async () => {
  for (const name of process.argv.slice(2)) {
    if (name === "native") await native();
    else await must(process.execPath, [inRoot("bench", SELVES[/** @type {keyof typeof SELVES} */ (name)])], { show: true, minutes: 30 });
  }
  for (const name of ["native", "javascript", "memory"]) {
    const found = resultsOf(name);
    console.log(found ? `${name}: ${found.date}, commit ${found.commit}, ${found.machine}, load ${found.load}` : `${name}: not measured; node bench/bars.mjs ${name}`);
  }
  const rows = [...nativeRows(), ...javascriptRows(), ...memoryRows(), ...sizeRows()];
  console.log(`\n| what | asked | measured |\n| --- | --- | --- |\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
});
