/**
 * `node bench/memory.mjs`: what a reading holds natively at its peak, and what the memory of the wasm grows to, for each byte
 * of text; and what the tape takes beside it.
 *
 * Each text is read in a process of its own: the memory of wasm grows and never shrinks.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inRoot, must, run, runMain, say } from "../scripts/run.mjs";
import { buildWasm } from "../scripts/build.mjs";
import { noteResults } from "./results.mjs";
import { corpusName, dense, reports } from "./texts.mjs";

const figure = (/** @type {number} */ value) => value.toLocaleString("en");

const TEXTS = /** @type {const} */ ({ reports, dense });

/** @param {string} kind @param {number} bytes */
async function once(kind, bytes) {
  const glue = await import(pathToFileURL(inRoot("dist", "wasm", "gangmu.js")).href);
  const { memory } = glue.initSync({ module: readFileSync(inRoot("dist", "wasm", "gangmu_bg.wasm")) });
  const text = TEXTS[/** @type {keyof typeof TEXTS} */ (kind)](bytes);
  glue.parsePacked("培训12次。", undefined);
  const before = memory.buffer.byteLength;
  const [tape, pool] = glue.parsePacked(text, undefined);
  const after = memory.buffer.byteLength;
  glue.parsePacked(text, undefined);
  const again = memory.buffer.byteLength;
  return { before, grown: after - before, again: again - after, tape: tape.byteLength, pool: pool.length, length: text.length };
}

if (process.argv[2] === "--once") {
  console.log(JSON.stringify(await once(process.argv[3], Number(process.argv[4]))));
} else {
  await runMain(async () => {
    await buildWasm();
    /** @type {Record<string, number>} */
    const peaks = {};
    say("native …");
    const manifest = inRoot("bench", "native", "Cargo.toml");
    const { stdout: native } = await must("cargo", ["run", "--locked", "--release", "--manifest-path", manifest, "--example", "memory"], { minutes: 30 });
    console.log(native);
    for (const [, kind, bytes, peak] of native.matchAll(/^\| (\w+) \| (\d+) \| parse \| \d+ \| \d+ \| ([\d.]+)/gm)) {
      peaks[`native, ${kind}, ${figure(Math.round(Number(bytes) / 1000) * 1000)} bytes`] = Number(peak);
    }
    say("wasm …");
    console.log(`Reports: ${corpusName()}. Before any text the memory has its first pages.\n`);
    console.log("| text | bytes | memory before | grown by | times the text | by a second reading | tape, bytes | pool, units |");
    console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (const bytes of [16_000, 160_000, 1_600_000, 16_000_000]) {
      for (const kind of Object.keys(TEXTS)) {
        const { stdout, all } = await run(process.execPath, [inRoot("bench", "memory.mjs"), "--once", kind, String(bytes)]);
        if (stdout === "") throw new Error(all);
        const { before, grown, again, tape, pool } = JSON.parse(stdout);
        peaks[`wasm, ${kind}, ${figure(bytes)} bytes`] = grown / bytes;
        const cells = [kind, figure(bytes), figure(before), figure(grown), (grown / bytes).toFixed(2), figure(again), figure(tape), figure(pool)];
        console.log(`| ${cells.join(" | ")} |`);
      }
    }
    noteResults("memory", { corpus: corpusName(), peaks });
  });
}
