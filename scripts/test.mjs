/**
 * `npm test`: everything that must hold, each step with its time.
 *
 * `npm test -- spec package` runs only the steps of these names; `GANGMU_LANES=1 npm test` runs one after the other.
 *
 * A compiler and a browser do not disturb one another, so there are two lanes: what cargo does and what stands on it, and what
 * stands on the wasm. What takes times runs after both, alone.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Blocked, inRoot, must, run, say, secondsSince } from "./run.mjs";
import { ensurePackages } from "./packages.mjs";
import { assembleSysroot, ensureWasmTarget, TARGET } from "./wasm-target.mjs";
import { build } from "./build.mjs";
import { denyAll } from "./deny.mjs";
import { buildDocs } from "./docs.mjs";
import { filesUnder } from "./freshness.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureEngines } from "./engines.mjs";
import { buildNative } from "./native.mjs";
import { fuzzAll } from "./fuzz.mjs";
import { weighAll } from "./sizes.mjs";

/** @typedef {{ passed: number, failed: number, output: string }} Outcome */

/** One check by its exit code. @param {Promise<{ code: number, all: string }>} running @returns {Promise<Outcome>} */
async function exitCode(running) {
  const { code, all } = await running;
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output: all };
}

/** @param {string} text @param {RegExp} pattern One group: a number. */
const total = (text, pattern) => [...text.matchAll(pattern)].reduce((sum, [, number]) => sum + Number(number), 0);

/** @param {string[]} flags @returns {Promise<Outcome>} */
async function cargoTest(flags) {
  const { code, all } = await run("cargo", ["test", "--locked", "--no-fail-fast", ...flags], { minutes: 40 });
  const passed = total(all, /^test result: .*?(\d+) passed/gm);
  const failed = total(all, /^test result: .*?(\d+) failed/gm);
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), output: all };
}

/** @param {string[]} paths Files, or folders of them. @returns {() => Promise<Outcome>} */
const nodeTest = (...paths) => () => runNodeTests(paths);

/** @param {string[]} paths @param {Record<string, string>} [env] @returns {Promise<Outcome>} */
async function runNodeTests(paths, env) {
  const files = paths.flatMap((file) => filesUnder(inRoot("tests", file))).filter((name) => name.endsWith(".mjs"));
  // One after the other: each opens a browser of its own, and there is the other lane.
  const { code, all } = await run(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files], { env, minutes: 40 });
  const count = (/** @type {string} */ word) => total(all, new RegExp(`^ℹ ${word} (\\d+)`, "gm"));
  // A test that was left out is a test that did not pass.
  const failed = count("fail") + count("cancelled") + count("skipped") + count("todo");
  const passed = count("pass");
  return { passed, failed: code === 0 && passed > 0 ? failed : Math.max(failed, 1), output: all };
}

/** The native command on the cases of the other one, beside it on every text, and what it alone does. */
const bothCommands = async () => runNodeTests(["command-line.mjs", "native.mjs", "pipe.mjs", "collect.mjs"], { GANGMU_NATIVE: await buildNative() });

/** The licences, and all that cargo-deny knows where it is installed. @returns {Promise<Outcome>} */
async function allowed() {
  const [licences, denied] = [await runNodeTests(["licences.mjs"]), await denyAll()];
  const output = licences.output + denied.output;
  return { passed: licences.passed + denied.passed, failed: licences.failed + denied.failed, output };
}

/** The core with a compiler that has `core` and `alloc` for the target, but no `std`. @returns {Promise<Outcome>} */
async function withoutStd() {
  const { route, libraries } = await ensureWasmTarget();
  const host = route === "debian" ? "/usr" : (await must("rustc", ["--print", "sysroot"])).stdout.trim();
  const rlibs = readdirSync(libraries).filter((name) => /^lib(core|alloc|compiler_builtins|rustc_std_workspace)[-_]/.test(name));
  const name = createHash("sha256").update(host + rlibs.join()).digest("hex").slice(0, 12);
  const sysroot = inRoot(".cache", `no-std-${name}`);
  if (!existsSync(sysroot)) {
    assembleSysroot(sysroot, path.join(host, "bin", "rustc"), host, rlibs.map((rlib) => path.join(libraries, rlib)));
  }
  const env = { RUSTC: path.join(sysroot, "bin", "rustc"), CARGO_TARGET_DIR: inRoot(".cache", `target-no-std-${name}`) };
  /** @type {Outcome} */
  const sum = { passed: 0, failed: 0, output: "" };
  for (const flags of [[], ["--features", "serde"]]) {
    const check = await exitCode(run("cargo", ["check", "--locked", "--lib", "--target", TARGET, ...flags], { env }));
    sum.passed += check.passed;
    sum.failed += check.failed;
    sum.output += check.output;
  }
  return sum;
}

async function rustComponents() {
  for (const [component, command] of [["rustfmt", "fmt"], ["clippy", "clippy"]]) {
    if ((await run("cargo", [command, "--version"])).code === 0) continue;
    const { code } = await run("rustup", ["component", "add", component]);
    if (code !== 0) throw new Blocked(`cargo ${command} is missing; run: rustup component add ${component}`);
  }
}

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} what
 * @property {string} about how long it takes alone on two cores
 * @property {true} [built] it stands on the wasm, which another lane makes
 * @property {() => Promise<Outcome>} check
 */

/** @type {{ rust: Step[], pages: Step[], alone: Step[] }} */
const LANES = {
  rust: [
    {
      name: "format",
      what: "the Rust sources are formatted",
      about: "1 s",
      check: () => exitCode(run("cargo", ["fmt", "--check"])),
    },
    {
      name: "clippy",
      what: "clippy has nothing to say",
      about: "20 s the first time",
      check: () => exitCode(run("cargo", ["clippy", "--locked", "--all-targets", "--all-features", "--", "-D", "warnings"])),
    },
    {
      name: "rust-features",
      what: "the Rust tests, with all features",
      about: "40 s the first time",
      check: () => cargoTest(["--all-features"]),
    },
    {
      name: "fuzz",
      what: "the fuzzer's six targets, each so many times; without cargo-fuzz, on damage that is the same in every run",
      about: "1 minute, 4 where the core has changed",
      check: fuzzAll,
    },
    { name: "rust", what: "the Rust tests, without features", about: "30 s the first time", check: () => cargoTest([]) },
    {
      name: "rustdoc",
      what: "the crate's pages have no broken links, and an example for every public item",
      about: "10 s the first time",
      check: nodeTest("crate-pages.mjs"),
    },
    { name: "no-std", what: "the core compiles for wasm32 without std", about: "10 s the first time", built: true, check: withoutStd },
    { name: "native", what: "the native command prints what the other one does", about: "1 minute", built: true, check: bothCommands },
    {
      name: "engines",
      what: "the native command inside Spark, DuckDB and GNU parallel",
      about: "1 minute, 3 the first time",
      built: true,
      check: async () => {
        await ensureEngines();
        return nodeTest("engines")();
      },
    },
    {
      name: "exports",
      what: "the JSON Schema, SDMX-CSV and JSON-LD, by validators that are not ours",
      about: "30 s, 2 minutes the first time",
      built: true,
      check: nodeTest("exports"),
    },
    { name: "deny", what: "licences, sources and advisories of what all stands on", about: "15 s", check: allowed },
  ],
  pages: [
    {
      name: "build",
      what: "the wasm and the page",
      about: "2 minutes the first time",
      check: async () => {
        await build();
        return { passed: 1, failed: 0, output: "" };
      },
    },
    {
      name: "types",
      what: "the JavaScript holds what its types say",
      about: "3 s",
      check: () => exitCode(run(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "-p", inRoot()])),
    },
    { name: "spec", what: "the named cases, through the wasm", about: "1 s", check: nodeTest("spec.mjs") },
    { name: "boundary", what: "the tape, the JSON and the types agree", about: "10 s", check: nodeTest("boundary.mjs") },
    { name: "positions", what: "every span is the words it claims", about: "1 s", check: nodeTest("positions.mjs") },
    { name: "places", what: "lines, sentences, quotes and fingerprints", about: "1 s", check: nodeTest("places.mjs") },
    { name: "command-line", what: "the command line", about: "10 s", check: nodeTest("command-line.mjs") },
    { name: "package", what: "the npm package as it ships", about: "30 s", check: nodeTest("package.mjs") },
    { name: "consumers", what: "the npm package in bundlers, workers, Node and TypeScript", about: "1 minute", check: nodeTest("consumers.mjs") },
    { name: "element", what: "the marks and the element, in Chromium 80 and today's", about: "5 minutes", check: nodeTest("element") },
    { name: "page", what: "the page in Chromium", about: "10 minutes", check: nodeTest("page") },
    {
      name: "old-browsers",
      what: "the single file in Chromium 80, 83, 92, 106 and today's",
      about: "1 minute, 2 the first time",
      check: nodeTest("old-browsers.mjs"),
    },
  ],
  alone: [
    {
      name: "docs",
      what: "the documentation, and every program in it",
      about: "1 minute",
      check: async () => {
        await buildDocs();
        return nodeTest("docs")();
      },
    },
    { name: "bad-input", what: "any text gets an answer in linear time; after a trap the next call works", about: "30 s", check: nodeTest("bad-input.mjs", "crash.mjs") },
    {
      name: "sizes",
      what: "what a visitor downloads",
      about: "10 s",
      check: async () => {
        const { table, above } = weighAll();
        console.log(table.replace(/^/gm, "  "));
        if (above.length > 0) throw new Blocked(`above tests/ledger.json: ${above.join("; ")} (on purpose? npm run ledger)`);
        return { passed: 1, failed: 0, output: "" };
      },
    },
  ],
};

/** What the steps need that the machine may not have. */
async function prepare() {
  await ensurePackages();
  if ((await run("cargo", ["--version"])).code !== 0) {
    throw new Blocked("Rust is missing: install it from https://rustup.rs and run this again");
  }
  await rustComponents();
  await ensureChromium();
}

const chosen = process.argv.slice(2);
const all = Object.values(LANES).flat();
const unknown = chosen.filter((name) => all.every((step) => step.name !== name));
const isChosen = (/** @type {Step} */ { name }) => chosen.length === 0 || chosen.includes(name);
const steps = all.filter(isChosen);
const start = Date.now();
let begun = 0;
let passed = 0;
let failed = 0;
/** @type {string[]} */
const broken = [];

/** Told whether there is a wasm; where it was not asked for, what is there has to do. @type {(built: boolean) => void} */
let tellBuilt = () => {};
/** @type {Promise<boolean>} */
const built = steps.includes(/** @type {Step} */ (all.find(({ name }) => name === "build"))) ? new Promise((resolve) => (tellBuilt = resolve)) : Promise.resolve(true);

/** @param {() => Promise<Outcome>} check @returns {Promise<Outcome>} */
async function outcomeOf(check) {
  try {
    return await check();
  } catch (error) {
    const output = error instanceof Blocked ? `gangmu: ${error.message}` : /** @type {Error} */ (error).stack ?? `${error}`;
    return { passed: 0, failed: 1, output };
  }
}

/** @param {Step[]} lane */
async function runSteps(lane) {
  for (const step of lane.filter(isChosen)) {
    const { name, what, about, check } = step;
    // Without the wasm there is nothing for the rest to test.
    if ((step.built || lane === LANES.alone) && !(await built)) return;
    const place = `${++begun}/${steps.length}`;
    say(`${place} ${name}: ${what} … (about ${about})`);
    const since = Date.now();
    const outcome = await outcomeOf(check);
    passed += outcome.passed;
    failed += outcome.failed;
    if (outcome.failed > 0) {
      broken.push(name);
      console.log(outcome.output);
    }
    say(`${place} ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${secondsSince(since)}`);
    if (name !== "build") continue;
    tellBuilt(outcome.failed === 0);
    if (outcome.failed > 0) return;
  }
}

if (unknown.length > 0) {
  console.error(`gangmu: no step ${unknown.join(", ")}; the steps are ${all.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

say("all checks: about 16 minutes the first time (downloads, compilers), a little less after that, on two cores");
const prepared = await outcomeOf(async () => {
  await prepare();
  return { passed: 0, failed: 0, output: "" };
});
if (prepared.failed > 0) {
  console.error(prepared.output);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

const { rust, pages, alone } = LANES;
const lanes = Number(process.env.GANGMU_LANES) || Math.min(2, availableParallelism());
if (lanes > 1) await Promise.all([runSteps(pages), runSteps(rust)]);
else {
  // What stands on the wasm comes after it.
  await runSteps(pages);
  await runSteps(rust);
}
await runSteps(alone);

say(`all checks took ${secondsSince(start)}${broken.length > 0 ? `; failed: ${broken.join(", ")}` : ""}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
