/**
 * `node bench/boundary/measure.mjs`: builds the ways over the boundary, times them in Node and in Chromium, weighs each,
 * and prints the tables of bench/README.md.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { launchChromium } from "../../scripts/chromium.mjs";
import { inRoot, runMain, say } from "../../scripts/run.mjs";
import { buildWasm } from "../../scripts/build.mjs";
import { makeWasm } from "../../scripts/wasm.mjs";
import { serve } from "../../scripts/serve.mjs";
import { timeWays } from "./ways.mjs";

const OUTPUT = ".cache/boundary";

/** @param {number} bytes About so many bytes of the trial reports, whole lines. */
function textOf(bytes) {
  const folder = inRoot("tests", "trials", "reports");
  const lines = readdirSync(folder).sort().flatMap((name) => readFileSync(`${folder}/${name}`, "utf8").split(/(?<=\n)/));
  let text = "";
  for (let size = 0, next = 0; size < bytes; next = (next + 1) % lines.length) {
    text += lines[next];
    size += Buffer.byteLength(lines[next]);
  }
  return text;
}

/** @param {string[]} features */
async function weigh(features) {
  const name = features.join("-") || "none";
  const flags = features.length > 0 ? ["--features", features.join(",")] : [];
  await makeWasm("bench/boundary/Cargo.toml", flags, `${OUTPUT}/${name}`);
  const wasm = readFileSync(inRoot(OUTPUT, name, "gangmu_bg.wasm"));
  const glue = readFileSync(inRoot(OUTPUT, name, "gangmu.js"));
  return { raw: wasm.length, gzip: gzipSync(wasm, { level: 9 }).length, brotli: brotliCompressSync(wasm).length, glue: glue.length };
}

/** @param {string[][]} rows */
const table = ([head, ...rows]) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

await runMain(async () => {
  await buildWasm();
  say("building the ways over the boundary, together and each alone … (about 2 minutes)");
  await weigh(["packed", "json", "serde"]);
  const none = await weigh([]);
  const alone = [];
  for (const feature of ["packed", "json", "serde"]) alone.push({ feature, weight: await weigh([feature]) });

  const all = `${OUTPUT}/packed-json-serde`;
  const glue = await import(inRoot(all, "gangmu.js"));
  glue.initSync({ module: readFileSync(inRoot(all, "gangmu_bg.wasm")) });
  // The closed sets, which only the shipped glue hands out.
  const shipped = await import(inRoot("dist", "wasm", "gangmu.js"));
  shipped.initSync({ module: readFileSync(inRoot("dist", "wasm", "gangmu_bg.wasm")) });
  const names = JSON.parse(shipped.names());

  const texts = [{ size: "16 KB", text: textOf(16_000), rounds: 301 }, { size: "5 MB", text: textOf(5_000_000), rounds: 11 }];
  say("timing in Node …");
  const columns = texts.map(({ size, text, rounds }) => ({ where: "Node", size, ...timeWays(glue, names, text, rounds) }));

  say("timing in Chromium …");
  writeFileSync(inRoot(OUTPUT, "index.html"), "<!doctype html><title>.</title>");
  const server = await serve(inRoot(), { policy: null });
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`${server.url}${OUTPUT}/index.html`);
  for (const { size, text, rounds } of texts) {
    const measured = await page.evaluate(
      async ({ all, names, text, rounds }) => {
        const glue = await import(`/${all}/gangmu.js`);
        await glue.default({ module_or_path: `/${all}/gangmu_bg.wasm` });
        const { timeWays } = await import(/** @type {any} */ ("/bench/boundary/ways.mjs"));
        return timeWays(glue, names, text, rounds);
      },
      { all, names, text, rounds },
    );
    columns.push({ where: "Chromium", size, ...measured });
  }
  await browser.close();
  await server.close();

  const ways = Object.keys(columns[0].medians);
  const shippedWay = "packed tape + unpack";
  const cell = (/** @type {typeof columns[0]} */ { medians }, /** @type {string} */ way) => {
    const digits = medians[way] < 10 ? 2 : 0;
    return `${medians[way].toFixed(digits)} (${(medians[way] / medians[shippedWay]).toFixed(2)}×)`;
  };
  console.log(`\n${texts.map(({ size, text }, index) => `${size}: ${Buffer.byteLength(text)} bytes, ${text.length} characters, ${columns[index].figures} figures`).join("; ")}`);
  console.log(`Node ${process.version}; Chromium ${browser.version()}; milliseconds, medians of ${texts.map(({ rounds }) => rounds).join(" and ")} rounds\n`);
  console.log(table([["way", ...columns.map(({ where, size }) => `${where} ${size}`)], ...ways.map((way) => [way, ...columns.map((column) => cell(column, way))])]));
  const added = (/** @type {typeof none} */ weight) =>
    /** @type {const} */ (["raw", "gzip", "brotli", "glue"]).map((key) => `+${(weight[key] - none[key]).toLocaleString("en")}`);
  console.log(`\n${table([["added bytes", "raw", "gzip", "brotli", "glue, raw"], ...alone.map(({ feature, weight }) => [feature, ...added(weight)])])}`);
});
