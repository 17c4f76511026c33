/**
 * `node bench/collect.mjs [FILES…]`: collects 1,000 and 10,000 files (or as many as are named) into tables, and prints time and peak
 * memory beside `wc` over the same bytes. The files are those of tests/townships.mjs. Linux only: the peak is read in /proc.
 */
import { spawn } from "node:child_process";
import { createReadStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { inRoot, must, runMain, say } from "../scripts/run.mjs";
import { township } from "../tests/townships.mjs";

const figure = (/** @type {number} */ value) => value.toLocaleString("en");
const folder = inRoot(".cache", "bench", "townships");

/** @param {number} count @returns {{ list: string, files: string[], bytes: number }} */
function make(count) {
  const made = Array.from({ length: count }, (_, number) => township(number));
  const files = made.map(({ file, text }) => {
    const full = path.join(folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  });
  const list = path.join(folder, "list");
  writeFileSync(list, `${files.join("\n")}\n`);
  return { list, files, bytes: made.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) };
}

/** Seconds by the clock and of the processors, and the most memory that it held, in KB. @param {string} command @param {string[]} args */
function measure(command, args) {
  return new Promise((resolve, reject) => {
    const since = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
    let peak = 0, ticks = 0, said = "";
    // It only ever grows, so that the last look has it, but for what was taken since.
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        peak = Math.max(peak, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
        // Behind the name, which may hold blanks: the twelfth and thirteenth field, in hundredths of a second.
        const [user, system] = readFileSync(`/proc/${child.pid}/stat`, "utf8").replace(/^.*\)/, "").trim().split(" ").slice(11, 13);
        ticks = Math.max(ticks, Number(user) + Number(system));
      } catch {
        // It has ended.
      }
    }, 20);
    child.stderr.setEncoding("utf8").on("data", (piece) => (said += piece));
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(look);
      if (code !== 0) return reject(new Error(`${command}: ${code}\n${said}`));
      resolve({ seconds: Number(process.hrtime.bigint() - since) / 1e9, processors: ticks / 100, peak, said });
    });
  });
}

/** @param {string} file @param {(row: any) => void} each */
async function rows(file, each) {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) each(JSON.parse(line));
}

/** The tables hold what the files say: every figure is a row, and of a sample each file has as many as it has alone. @param {string} native @param {string[]} files @param {string} out @param {string} said */
async function check(native, files, out, said) {
  /** @type {Record<string, number>} */
  const found = {};
  await rows(path.join(out, "long.ndjson"), ({ source }) => (found[source] = (found[source] ?? 0) + 1));
  let total = 0;
  await rows(path.join(out, "reports.ndjson"), ({ source, figures }) => {
    total += figures;
    if ((found[source] ?? 0) !== figures) throw new Error(`${source}: ${found[source]} rows, ${figures} figures`);
  });
  if (!said.includes(`${files.length} of ${files.length} files, ${total} figures`)) throw new Error(said);
  for (let at = 0; at < files.length; at += Math.ceil(files.length / 20)) {
    const { stdout } = await must(native, [files[at], "--parts", "figures"]);
    if (JSON.parse(stdout).figures.length !== found[files[at]]) throw new Error(files[at]);
  }
  return total;
}

await runMain(async () => {
  const native = process.env.GANGMU_NATIVE ?? inRoot("target", "release", "gangmu");
  if (process.env.GANGMU_NATIVE === undefined) {
    say("the native command … (about 5 minutes the first time)");
    await must("cargo", ["build", "--release", "--locked", "--features", "native", "--bin", "gangmu"]);
  }
  const out = path.join(folder, "..", "collected");
  console.log("| files | bytes | `wc`, s | rows | forms | jobs | s | processors, s | peak, MB |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  const counts = process.argv.slice(2).map(Number);
  for (const count of counts.length > 0 ? counts : [1_000, 10_000]) {
    rmSync(folder, { recursive: true, force: true });
    const { list, files, bytes } = make(count);
    // Twice: the first time brings the files into memory.
    const wc = ["-c", `tr '\\n' '\\0' < "${list}" | wc --files0-from=-`];
    await measure("bash", wc);
    const counted = await measure("bash", wc);
    for (const [forms, jobs] of [["ndjson", "1"], ["ndjson", "2"], ["csv", "2"], ["xlsx", "2"]]) {
      rmSync(out, { recursive: true, force: true });
      const { seconds, processors, peak, said } = await measure(native, ["--files-from", list, "--out", out, "--to", forms, "--jobs", jobs]);
      const total = forms === "ndjson" ? await check(native, files, out, said) : Number(/(\d+) figures/.exec(said)?.[1]);
      const cells = [figure(count), figure(bytes), counted.seconds.toFixed(2), figure(total), forms, jobs, seconds.toFixed(1), processors.toFixed(1), (peak / 1024).toFixed(0)];
      console.log(`| ${cells.join(" | ")} |`);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
});
