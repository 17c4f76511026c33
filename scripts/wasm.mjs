/**
 * The wasm and its glue (`dist/wasm`), and the table of rules (`dist/rules.js`): what is compiled from Rust.
 */
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Blocked, inRoot, must, stage } from "./run.mjs";
import { unlessFresh } from "./freshness.mjs";
import { ensurePackages } from "./packages.mjs";
import { ensureWasmTarget, TARGET } from "./wasm-target.mjs";

/**
 * What the wasm may use: what Chromium 80 runs (xtask/src/older.rs takes the rest away). Never `--all-features`: wasm-opt
 * then writes what Node 20 cannot read.
 */
const WASM_FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals"];

/**
 * Put to the end of the glue: after a trap nothing is known of the wasm's memory, so that the next call gets a new instance of the
 * same module. wasm-bindgen's own `__wbg_reset_state` makes it at once or not at all; but pages could not until Chromium 115.
 */
const RENEWAL = `
export function renew() {
    if (wasm) {
        wasm = wasmInstance = __wbg_init_promise = undefined;
        heap = new Array(1024).fill(undefined).concat([undefined, null, true, false]);
        heap_next = heap.length;
        stack_pointer = 1024;
    }
    try {
        initSync({ module: wasmModule });
    } catch (_) {
        __wbg_init({ module_or_path: wasmModule }).catch(() => {});
    }
}
`;
const RENEWAL_TYPE = "\n/** A new instance of the same module: at once, or soon where a page may not make one at once. */\nexport function renew(): void;\n";

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
  await unlessFresh("xtask", { inputs: ["xtask", ...TABLE], outputs: [".cache/xtask/debug/xtask"], shared: true }, () =>
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
 * @param {string} manifest The crate's Cargo.toml, from the project's folder; it has a profile `wasm`.
 * @param {string[]} flags For cargo.
 * @param {string} output Where `gangmu.js` and `gangmu_bg.wasm` go, from the project's folder.
 */
export async function makeWasm(manifest, flags, output) {
  const { env, targetDir } = await ensureWasmTarget();
  const cargo = ["rustc", "--locked", "--profile", "wasm", "--lib", "--crate-type", "cdylib", "--target", TARGET];
  // "z" calls every step of an iterator: with this the smallest are inlined (bench/README.md says what that brings).
  const inlining = ["--", "-C", "llvm-args=-inline-threshold=25"];
  await must("cargo", [...cargo, "--manifest-path", inRoot(manifest), ...flags, ...inlining], { env });

  const draft = inRoot(`${output}.draft`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const crate = readFileSync(inRoot(manifest), "utf8").match(/^name = "([^"]+)"/m)?.[1]?.replaceAll("-", "_");
  const compiled = path.join(targetDir, TARGET, "wasm", `${crate}.wasm`);
  await must(inRoot(".cache", "xtask", "debug", "xtask"), ["glue", compiled, draft]);
  appendFileSync(path.join(draft, "gangmu.js"), RENEWAL);
  appendFileSync(path.join(draft, "gangmu.d.ts"), RENEWAL_TYPE);
  const wasm = path.join(draft, "gangmu_bg.wasm");
  const features = WASM_FEATURES.map((name) => `--enable-${name}`);
  // Flat code, laid out anew and shrunk twice, is one per cent smaller after brotli; the smallest functions cost less where
  // they are called than the call does.
  const passes = ["--flatten", "--rereloop", "--always-inline-max-function-size=5", "-Oz", "-Oz", "--strip-debug", "--strip-producers"];
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

/** Within {@link alone}. */
export async function wasm() {
  await ensurePackages();
  const { route, targetDir } = await ensureWasmTarget();
  await buildXtask();
  const inputs = ["src", "Cargo.toml", "Cargo.lock", "xtask", "scripts/wasm.mjs", "node_modules/binaryen/package.json"];
  const outputs = ["dist/wasm/gangmu_bg.wasm", "dist/wasm/gangmu.js", "dist/wasm/gangmu.d.ts"];
  const about = existsSync(targetDir) ? "15 s" : "1 minute the first time";
  await unlessFresh("wasm", { inputs, outputs, beside: route, without: "src/bin", shared: true }, () =>
    stage(`the wasm (target by ${route})`, about, () => makeWasm("Cargo.toml", ["--features", "wasm"], "dist/wasm")),
  );
}

/** Within {@link alone}. */
export async function rules() {
  await unlessFresh("rules", { inputs: ["xtask", ...TABLE], outputs: ["dist/rules.js"], shared: true }, async () => {
    mkdirSync(inRoot("dist"), { recursive: true });
    await must(inRoot(".cache", "xtask", "debug", "xtask"), ["rules", inRoot("dist", "rules.js")]);
  });
}
