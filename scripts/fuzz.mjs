/**
 * The targets of `fuzz/`: `npm run fuzz` runs each a fixed number of times, `npm run fuzz -- parse 1800` one for so many
 * seconds. Without cargo-fuzz or a nightly compiler the same functions run on stable, on random damage (tests/endurance.rs).
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Blocked, inRoot, must, run, runMain, say } from "./run.mjs";

const TARGETS = ["parse", "options", "offsets", "mended", "exports", "beside"];
/** So often in `npm test`, the seeds among them. */
const RUNS = 1000;
/** Of the texts of the project one of so many is a seed there; all of them where there is time. */
const ONE_OF = 8;
/** Damaged texts a target, where there is no fuzzer. */
const CASES = 1000;

const SEEDS = inRoot(".cache", "fuzz", "seeds");
/** The core has no unsafe code, so that a sanitizer would only cost time: overflow and assertions are checked instead. */
const WITHOUT_SANITIZER = ["-s", "none"];

async function hasFuzzer() {
  const asked = await Promise.all([run("cargo", ["fuzz", "--version"]), run("rustc", ["+nightly", "--version"])]);
  return asked.every(({ code }) => code === 0);
}

/** Makes the targets and what they begin with. */
async function prepare() {
  rmSync(SEEDS, { recursive: true, force: true });
  await must("cargo", ["run", "--locked", "--quiet", "--example", "fuzz-seeds", SEEDS]);
  await must("cargo", ["+nightly", "fuzz", "build", ...WITHOUT_SANITIZER, "--target-dir", inRoot(".cache", "fuzz", "target")], { minutes: 30 });
}

/** @param {string} target @param {string[]} limits of libFuzzer */
async function fuzz(target, limits) {
  const { stdout } = await must("rustc", ["+nightly", "-vV"]);
  const host = /host: (\S+)/.exec(stdout)?.[1] ?? "";
  const binary = inRoot(".cache", "fuzz", "target", host, "release", target);
  const [corpus, artifacts] = ["corpus", "artifacts"].map((name) => inRoot("fuzz", name, target));
  for (const folder of [corpus, artifacts]) mkdirSync(folder, { recursive: true });
  const settings = ["-seed=1", "-max_len=8192", "-timeout=20", `-dict=${SEEDS}.dict`, `-artifact_prefix=${artifacts}${path.sep}`];
  return run(binary, [...settings, ...limits, corpus, SEEDS], { minutes: 120 });
}

/** Every target, as often as in `npm test`. @returns {Promise<{ passed: number, failed: number, output: string }>} */
export async function fuzzAll() {
  if (!(await hasFuzzer())) {
    say("no cargo-fuzz or no nightly compiler: the targets run on stable, on random damage");
    const env = { GANGMU_CASES: `${CASES}`, GANGMU_SEED: "2" };
    // Not with all features: with `wasm` there is nothing in that file.
    const { code, all } = await run("cargo", ["test", "--locked", "--features", "serde", "--test", "endurance", "targets"], { env, minutes: 30 });
    const ran = code === 0 && /^test result: ok\. [1-9]/m.test(all);
    return { passed: ran ? TARGETS.length : 0, failed: ran ? 0 : 1, output: all };
  }
  await prepare();
  for (const [place, name] of readdirSync(SEEDS).entries()) if (place % ONE_OF > 0) rmSync(path.join(SEEDS, name));
  const outcome = { passed: 0, failed: 0, output: "" };
  for (const target of TARGETS) {
    // What is kept of other runs would make this one another.
    rmSync(inRoot("fuzz", "corpus", target), { recursive: true, force: true });
    const { code, all } = await fuzz(target, [`-runs=${RUNS}`]);
    outcome[code === 0 ? "passed" : "failed"] += 1;
    if (code !== 0) outcome.output += `${target}: what was found lies in fuzz/artifacts/${target}\n${all.slice(-4000)}\n`;
  }
  return outcome;
}

/** @param {string[]} args */
async function main([target, seconds]) {
  if (target === undefined) {
    const { passed, failed, output } = await fuzzAll();
    if (failed > 0) throw new Blocked(output);
    return say(`${passed} targets hold`);
  }
  if (!TARGETS.includes(target) || !(Number(seconds) > 0)) throw new Blocked(`npm run fuzz -- TARGET SECONDS; the targets are ${TARGETS.join(", ")}`);
  if (!(await hasFuzzer())) throw new Blocked("cargo-fuzz and a nightly compiler are needed: cargo install cargo-fuzz; rustup toolchain install nightly");
  await prepare();
  const { all } = await fuzz(target, ["-fork=1", "-ignore_crashes=1", `-max_total_time=${seconds}`]);
  const runs = [...all.matchAll(/^#(\d+):/gm)].pop()?.[1] ?? "an unknown number of";
  say(`${target}: ${runs} runs`);
  const found = inRoot("fuzz", "artifacts", target);
  if (existsSync(found) && readdirSync(found).length > 0) throw new Blocked(`what was found lies in ${found}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await runMain(() => main(process.argv.slice(2)));
