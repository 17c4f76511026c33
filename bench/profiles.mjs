/**
 * `node bench/profiles.mjs`: the crate at each optimisation level, weighed and timed in Node; the table stands in
 * bench/README.md.
 */
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { inRoot, run, runMain, say } from "../scripts/run.mjs";
import { buildWasm } from "../scripts/build.mjs";
import { makeWasm } from "../scripts/wasm.mjs";

/** Milliseconds for one reading in code that is compiled in full, the median; in a process of its own. @param {string} folder @param {string} text @param {number} rounds */
async function time(folder, text, rounds) {
  const script = `
    import { readFileSync } from "node:fs";
    const glue = await import("${folder}/gangmu.js");
    glue.initSync({ module: readFileSync("${folder}/gangmu_bg.wasm") });
    const text = readFileSync(0, "utf8"), times = [];
    for (let round = -3; round < ${rounds}; round++) {
      const start = performance.now();
      glue.parsePacked(text, undefined);
      if (round >= 0) times.push(performance.now() - start);
    }
    console.log(times.sort((a, b) => a - b)[times.length >> 1]);`;
  const { stdout, all } = await run(process.execPath, ["--no-liftoff", "--input-type=module", "-e", script], { input: text });
  if (stdout === "") throw new Error(all);
  return Number(stdout);
}

await runMain(async () => {
  await buildWasm();
  const folder = inRoot("tests", "trials", "reports");
  const reports = readdirSync(folder).sort().map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("\n");
  const small = reports.slice(0, 5_900);
  const large = reports.repeat(Math.ceil(5_000_000 / Buffer.byteLength(reports)));
  console.log("| opt-level | raw | gzip | brotli | 16 KB, ms | 5 MB, ms |\n| --- | --- | --- | --- | --- | --- |");
  for (const level of ["z", "s", "2", "3"]) {
    say(`building with opt-level ${level} …`);
    process.env.CARGO_PROFILE_WASM_OPT_LEVEL = level;
    const output = `.cache/profiles/${level}`;
    await makeWasm("Cargo.toml", ["--features", "wasm"], output);
    const wasm = readFileSync(inRoot(output, "gangmu_bg.wasm"));
    const sizes = [wasm.length, gzipSync(wasm, { level: 9 }).length, brotliCompressSync(wasm).length];
    const times = [(await time(inRoot(output), small, 301)).toFixed(2), (await time(inRoot(output), large, 9)).toFixed(0)];
    console.log(`| ${level} | ${sizes.map((size) => size.toLocaleString("en")).join(" | ")} | ${times.join(" | ")} |`);
  }
});
