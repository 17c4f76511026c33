/**
 * `node bench/peers.mjs`: Gangmu beside other programs that run where it runs, over the same report: speed, cold start, size,
 * and, where the shared corpus is at hand, accuracy by its scorer. Writes docs/peers.md.
 *
 * The peers are installed in `.cache/peers`, no dependency of the project. Each is bundled and minified alone, and timed
 * in a process of its own.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { inRoot, must, run, runMain, say } from "../scripts/run.mjs";
import { buildWasm } from "../scripts/build.mjs";
import { circumstances } from "./results.mjs";
import { corpus, corpusName, sharedCorpus } from "./texts.mjs";
import { READERS } from "./peers/readers.mjs";

const FOLDER = inRoot(".cache", "peers");
const PACKAGES = { recognizers: "@microsoft/recognizers-text-suite@1.3.1", chrono: "chrono-node@2.10.3" };

/** What it is called in the table, how it is bundled, how often it is run. */
const PEERS = {
  gangmu: { name: "Gangmu: all of the report", rounds: 101, entry: inRoot("js", "web.js"), beside: ["dist/wasm/gangmu_bg.wasm"] },
  recognizers: { name: `${PACKAGES.recognizers}, zh-cn: number, percentage, age, currency, dimension, temperature, datetime`, rounds: 2, entry: "@microsoft/recognizers-text-suite", beside: [] },
  chrono: { name: `${PACKAGES.chrono}, zh: dates only`, rounds: 31, entry: "chrono-node", beside: [] },
  regex: { name: "a regular expression: digits and 24 units", rounds: 101, entry: null, beside: [] },
};

/** @param {string} peer @param {string} file @param {number} rounds */
async function time(peer, file, rounds) {
  const text = readFileSync(file, "utf8");
  const start = performance.now();
  const read = await READERS[peer]();
  const { figures, dates } = read(text);
  const cold = performance.now() - start;
  if (figures.length + dates.length === 0) throw new Error("nothing is found");
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const since = performance.now();
    const again = read(text);
    times.push(performance.now() - since);
    if (again.figures.length !== figures.length || again.dates.length !== dates.length) throw new Error("another answer");
  }
  return { cold, warm: times.sort((a, b) => a - b)[times.length >> 1], figures: figures.length, dates: dates.length };
}

async function install() {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/package.json`, '{ "private": true }\n');
  await must("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...Object.values(PACKAGES)], { cwd: FOLDER });
  const { build } = await import("esbuild");
  for (const peer of /** @type {const} */ (["recognizers", "chrono"])) {
    await build({
      stdin: { contents: `module.exports = require(${JSON.stringify(PEERS[peer].entry)});`, resolveDir: FOLDER },
      outfile: `${FOLDER}/bundled/${peer}.cjs`,
      bundle: true,
      minify: true,
      platform: "node",
    });
  }
  await build({ entryPoints: [PEERS.gangmu.entry], outfile: `${FOLDER}/bundled/gangmu.js`, bundle: true, minify: true, format: "esm" });
  writeFileSync(`${FOLDER}/bundled/package.json`, '{ "type": "commonjs" }\n');
}

/** @param {keyof typeof PEERS} peer */
function size(peer) {
  if (peer === "regex") return 0;
  const script = `${FOLDER}/bundled/${peer}.${peer === "gangmu" ? "js" : "cjs"}`;
  return [script, ...PEERS[peer].beside.map((file) => inRoot(file))].reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0);
}

/** F1 of figures, of figures with their unit, and of dates. @param {string} peer @returns {Promise<string[]>} */
async function accuracy(peer) {
  const shared = sharedCorpus();
  if (!shared) return ["", "", ""];
  const out = `${FOLDER}/score-${peer}.json`;
  await must("python3", [`${shared}/score.py`, shared, "--json", out, "--", process.execPath, inRoot("bench", "peers.mjs"), "--answer", peer]);
  const measures = JSON.parse(readFileSync(out, "utf8"));
  const f1 = (/** @type {string} */ name) => {
    const found = measures[name] ?? measures.measures?.[name];
    return typeof found?.f1 === "number" && found.said > 0 ? found.f1.toFixed(3) : "–";
  };
  return [f1("figures"), f1("figures+unit"), f1("dates")];
}

if (process.argv[2] === "--answer") {
  const read = await READERS[process.argv[3]]();
  console.log(JSON.stringify(read(readFileSync(process.argv[4], "utf8"))));
} else if (process.argv[2] === "--time") {
  console.log(JSON.stringify(await time(process.argv[3], process.argv[4], Number(process.argv[5]))));
} else {
  await runMain(async () => {
    await buildWasm();
    say("installing and bundling the peers …");
    await install();
    // The longest: what is quadratic shows, and is still done in seconds.
    const longest = corpus().sort((a, b) => b.text.length - a.text.length)[0];
    const file = `${FOLDER}/report.txt`;
    writeFileSync(file, longest.text);
    const bytes = Buffer.byteLength(longest.text);
    const rows = [];
    /** @type {Record<string, number>} */
    const times = {};
    for (const [peer, { name, rounds }] of Object.entries(PEERS)) {
      say(`${peer} …`);
      const { stdout, all } = await run(process.execPath, [inRoot("bench", "peers.mjs"), "--time", peer, file, String(rounds)]);
      if (stdout === "") throw new Error(all);
      const { cold, warm, figures, dates } = JSON.parse(stdout);
      times[peer] = warm;
      const weight = size(/** @type {keyof typeof PEERS} */ (peer));
      const rate = bytes / warm / 1000;
      const cells = [
        name,
        `${warm.toFixed(warm < 10 ? 2 : 0)} ms`,
        rate.toFixed(rate < 1 ? 4 : 1),
        `${(warm / times.gangmu).toFixed(warm < times.gangmu ? 3 : 0)} ×`,
        `${cold.toFixed(0)} ms`,
        weight ? weight.toLocaleString("en") : "–",
        `${figures} / ${dates}`,
        ...(await accuracy(peer)),
      ];
      rows.push(`| ${cells.join(" | ")} |`);
    }
    const { date, commit, machine, load } = circumstances();
    const page = `# Beside other programs

Made by \`node bench/peers.mjs\` on ${date}, commit ${commit}, ${machine}, Node ${process.version}, load of the machine ${load}: compare within the table only.
One report of ${bytes.toLocaleString("en")} bytes (the longest of ${corpusName()}), each program in a process of its own. *Cold* is from the import to the first
answer; *bytes* are what a page would download after brotli, Gangmu's with its wasm. Accuracy is the F1 of the scorer of the shared corpus, over its three
reports: figures (value and place), figures with their unit, dates. Units of Recognizers-Text are taken as the text writes them, and numbers inside its times are
not counted against it.

| program | one report | MB/s | time beside Gangmu's | cold | bytes | figures / dates found | figures | with unit | dates |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

What the others do not do at all: the outline, what is counted, when, which way it changed, sums and rates, findings. Gangmu's time is for all of it.
`;
    writeFileSync(inRoot("docs", "peers.md"), page);
    console.log(page);
  });
}
