/**
 * Everything that has to be made before a page can be opened or a test run: the packages, the wasm target, the wasm and
 * its glue (`dist/wasm`), the table of rules (`dist/rules.js`), the page (`dist/www`). What is up to date is left alone.
 *
 * `node scripts/build.mjs`        makes all of it.
 * `node scripts/build.mjs wasm`   makes what the npm package ships, without the page.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Blocked, inRoot, must, runMain, say, secondsSince, stage } from "./run.mjs";
import { unlessFresh } from "./freshness.mjs";
import { alone } from "./lock.mjs";
import { ensurePackages } from "./packages.mjs";
import { ensureWasmTarget, TARGET } from "./wasm-target.mjs";

/**
 * What the wasm may use: what rustc's default target uses. Never `--all-features`: wasm-opt then writes what Node 20
 * cannot read. Older browsers would be reached by lowering here.
 */
const WASM_FEATURES = [
  "bulk-memory",
  "nontrapping-float-to-int",
  "sign-ext",
  "mutable-globals",
  "reference-types",
  "multivalue",
];

/** @param {string} lockFile @param {string} crate */
function lockedVersion(lockFile, crate) {
  const lock = readFileSync(inRoot(lockFile), "utf8");
  return lock.match(new RegExp(`name = "${crate}"\\s+version = "([^"]+)"`))?.[1] ?? "none";
}

/** What the module of rules is made from, of the core. */
const TABLE = ["src/rules.rs", "src/emit.rs"];

async function buildXtask() {
  const crate = lockedVersion("Cargo.lock", "wasm-bindgen");
  const maker = lockedVersion("xtask/Cargo.lock", "wasm-bindgen-cli-support");
  if (crate !== maker) {
    throw new Blocked(
      `Cargo.lock has wasm-bindgen ${crate}, xtask/Cargo.lock has wasm-bindgen-cli-support ${maker}: make them equal`,
    );
  }
  await unlessFresh("xtask", { inputs: ["xtask", ...TABLE], outputs: [".cache/xtask/debug/xtask"] }, () =>
    stage("the maker of the JavaScript glue and of the rules", "50 s", async () => {
      await must("cargo", ["build", "--locked"], {
        cwd: inRoot("xtask"),
        env: { CARGO_TARGET_DIR: inRoot(".cache", "xtask") },
      });
    }),
  );
}

/**
 * Compiles a crate of this project to wasm, makes its glue and shrinks it.
 *
 * @param {string} manifest The crate's Cargo.toml, from the project's folder.
 * @param {string[]} flags For cargo.
 * @param {string} output Where `gangmu.js` and `gangmu_bg.wasm` go, from the project's folder.
 */
export async function makeWasm(manifest, flags, output) {
  const { env, targetDir } = await ensureWasmTarget();
  const cargo = ["rustc", "--locked", "--release", "--lib", "--crate-type", "cdylib", "--target", TARGET];
  // The profile strips; here wasm-bindgen still needs the section that names the features, and wasm-opt strips.
  const keep = { CARGO_PROFILE_RELEASE_STRIP: "none" };
  await must("cargo", [...cargo, "--manifest-path", inRoot(manifest), ...flags], { env: { ...env, ...keep } });

  const draft = inRoot(`${output}.draft`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const crate = readFileSync(inRoot(manifest), "utf8").match(/^name = "([^"]+)"/m)?.[1]?.replaceAll("-", "_");
  const compiled = path.join(targetDir, TARGET, "release", `${crate}.wasm`);
  await must(inRoot(".cache", "xtask", "debug", "xtask"), ["glue", compiled, draft]);
  const wasm = path.join(draft, "gangmu_bg.wasm");
  const features = WASM_FEATURES.map((name) => `--enable-${name}`);
  // Flat code, laid out anew and shrunk twice, is one per cent smaller after brotli.
  const passes = ["--flatten", "--rereloop", "-Oz", "-Oz", "--strip-debug", "--strip-producers"];
  const shrink = [...features, ...passes, wasm, "-o", `${wasm}.opt`];
  await must(process.execPath, [inRoot("node_modules", "binaryen", "bin", "wasm-opt"), ...shrink]);
  renameSync(`${wasm}.opt`, wasm);

  // File by file, so that a page that is open meanwhile finds either the old one or the new one.
  mkdirSync(inRoot(output), { recursive: true });
  for (const name of ["gangmu_bg.wasm", "gangmu.js", "gangmu.d.ts"]) {
    copyFileSync(path.join(draft, name), inRoot(output, `${name}.new`));
    renameSync(inRoot(output, `${name}.new`), inRoot(output, name));
  }
  rmSync(draft, { recursive: true });
}

async function wasm() {
  await ensurePackages();
  const { route, targetDir } = await ensureWasmTarget();
  await buildXtask();
  const inputs = ["src", "Cargo.toml", "Cargo.lock", "xtask", "scripts/build.mjs", "package-lock.json"];
  const outputs = ["dist/wasm/gangmu_bg.wasm", "dist/wasm/gangmu.js", "dist/wasm/gangmu.d.ts"];
  const about = existsSync(targetDir) ? "15 s" : "1 minute the first time";
  await unlessFresh("wasm", { inputs, outputs, beside: route }, () =>
    stage(`the wasm (target by ${route})`, about, () => makeWasm("Cargo.toml", ["--features", "wasm"], "dist/wasm")),
  );
}

async function rules() {
  await unlessFresh("rules", { inputs: ["xtask", ...TABLE], outputs: ["dist/rules.js"] }, async () => {
    mkdirSync(inRoot("dist"), { recursive: true });
    await must(inRoot(".cache", "xtask", "debug", "xtask"), ["rules", inRoot("dist", "rules.js")]);
  });
}

async function page() {
  const inputs = ["www", "webpack.config.js", "js", "dist/wasm", "dist/rules.js", "package.json", "package-lock.json"];
  await unlessFresh("page", { inputs, outputs: ["dist/www/index.html"] }, () =>
    stage("the page", "10 s", async () => {
      const { default: webpack } = await import("webpack");
      const { default: config } = await import(pathToFileURL(inRoot("webpack.config.js")).href);
      await new Promise((resolve, reject) => {
        webpack(config, (error, stats) => {
          if (error) return reject(error);
          if (stats?.hasErrors()) return reject(new Blocked(`webpack: ${stats.toString({ colors: false, preset: "errors-only" })}`));
          if (stats?.hasWarnings()) say(`webpack: ${stats.toString({ colors: false, preset: "errors-warnings" })}`);
          resolve(undefined);
        });
      });
    }),
  );
}

/** What the npm package ships beside `js/` and `bin/`. */
export const buildWasm = () =>
  alone(async () => {
    await wasm();
    await rules();
  });

/** All of it. */
export const build = () =>
  alone(async () => {
    await wasm();
    await rules();
    await page();
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    const start = Date.now();
    const part = process.argv[2];
    if (part !== undefined && part !== "wasm") throw new Blocked(`"${part}" is nothing to build: only "wasm", or nothing for all`);
    await (part === "wasm" ? buildWasm() : build());
    say(`up to date (${secondsSince(start)})`);
  });
}
