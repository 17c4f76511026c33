/**
 * The Rust target wasm32-unknown-unknown, by one of two routes.
 *
 * rustup: `rustup target add`, a download of some seconds.
 * debian: where rustup cannot reach its server. Debian's rustc-web has no std for this target but its source
 *   (rust-web-src), so std is built once and kept in `.cache/`, in a sysroot of its own with a wrapper around rustc.
 *
 * `GANGMU_WASM_TARGET=rustup` or `=debian` forces one; otherwise the first is tried, then the second.
 */
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Blocked, inRoot, installDebian, must, run, runMain, say, stage } from "./run.mjs";

export const TARGET = "wasm32-unknown-unknown";

/**
 * @typedef {object} WasmTarget
 * @property {"rustup" | "debian"} route
 * @property {string} rustc The compiler that has the target.
 * @property {Record<string, string>} env What cargo must be given. Each route has a folder for its artefacts, as those
 *   of one compiler are of no use to the other.
 * @property {string} targetDir
 * @property {string} libraries Where the target's std lies.
 */

/** @param {string} rustc */
async function sysrootOf(rustc) {
  return (await must(rustc, ["--print", "sysroot"])).stdout.trim();
}

/** @returns {Promise<WasmTarget>} */
async function byRustup() {
  const libraries = path.join(await sysrootOf("rustc"), "lib", "rustlib", TARGET, "lib");
  if (!existsSync(libraries)) {
    await stage(`the Rust target ${TARGET} by rustup`, "5 s", async () => {
      const { code, all } = await run("rustup", ["target", "add", TARGET], { minutes: 5 });
      const reason = all.match(/^error: .*$/m)?.[0] ?? all.trim();
      if (code !== 0) throw new Blocked(`\`rustup target add ${TARGET}\` failed: ${reason}`);
    });
  }
  const targetDir = inRoot(".cache", "target-rustup");
  return { route: "rustup", rustc: "rustc", env: { CARGO_TARGET_DIR: targetDir }, targetDir, libraries };
}

const RUSTC = "/usr/bin/rustc";
const STD_SOURCE = "/usr/lib/rustlib/src/rust/library/Cargo.toml";
const LINKER = "/usr/bin/lld";

/** @returns {Promise<WasmTarget>} */
async function byDebian() {
  const { stdout } = await run("dpkg-query", ["-W", "-f", "${Package} ${db:Status-Status}\n", "rustc-web"]);
  const installed = stdout.includes("rustc-web installed") && existsSync(STD_SOURCE) && existsSync(LINKER);
  if (!installed) await installDebian(["rustc-web", "rust-web-src", "lld"], "Rust with a wasm target", "40 s");

  const { stdout: version } = await must(RUSTC, ["-vV"]);
  const name = createHash("sha256").update(version).digest("hex").slice(0, 12);
  const sysroot = inRoot(".cache", `sysroot-${name}`);
  if (!existsSync(sysroot)) await stage(`Rust's std for ${TARGET}`, "1 minute, once", () => buildSysroot(sysroot));
  const targetDir = inRoot(".cache", `target-debian-${name}`);
  const rustc = path.join(sysroot, "bin", "rustc");
  const libraries = path.join(sysroot, "lib", "rustlib", TARGET, "lib");
  return { route: "debian", rustc, env: { RUSTC: rustc, CARGO_TARGET_DIR: targetDir }, targetDir, libraries };
}

/**
 * A folder that a compiler can take for its sysroot: std for the target from `rlibs`, the rest from the compiler's own.
 *
 * @param {string} sysroot Where it goes; it appears there whole or not at all.
 * @param {string} compiler
 * @param {string} host The compiler's own sysroot.
 * @param {string[]} rlibs
 */
export function assembleSysroot(sysroot, compiler, host, rlibs) {
  const draft = `${sysroot}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const rustlib = path.join(draft, "lib", "rustlib");
  mkdirSync(path.join(rustlib, TARGET, "lib"), { recursive: true });
  mkdirSync(path.join(draft, "bin"));
  for (const rlib of rlibs) cpSync(rlib, path.join(rustlib, TARGET, "lib", path.basename(rlib)));
  for (const name of readdirSync(path.join(host, "lib", "rustlib"))) {
    if (name !== TARGET) symlinkSync(path.join(host, "lib", "rustlib", name), path.join(rustlib, name));
  }
  if (existsSync(LINKER)) symlinkSync(LINKER, path.join(draft, "bin", "rust-lld"));
  const wrapper = path.join(draft, "bin", "rustc");
  writeFileSync(wrapper, `#!/bin/sh\nPATH="${path.join(sysroot, "bin")}:$PATH" exec "${compiler}" --sysroot "${sysroot}" "$@"\n`);
  chmodSync(wrapper, 0o755);
  rmSync(sysroot, { recursive: true, force: true });
  renameSync(draft, sysroot);
}

/** @param {string} sysroot */
async function buildSysroot(sysroot) {
  const work = inRoot(".cache", "std-build");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(path.join(work, "src"), { recursive: true });
  writeFileSync(path.join(work, "src", "lib.rs"), "#![no_std]\n");
  writeFileSync(
    path.join(work, "Cargo.toml"),
    '[package]\nname = "std-for-wasm"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' +
      '[profile.release]\nopt-level = "s"\npanic = "abort"\n',
  );
  const flags = ["--release", "--target", TARGET, "-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
  await must("cargo", ["build", ...flags], {
    cwd: work,
    env: {
      RUSTC: RUSTC,
      // build-std is unstable: allowed here, for this one build, and nowhere else.
      RUSTC_BOOTSTRAP: "1",
      // Without the bitcode std could not take part in the link-time optimisation later.
      RUSTFLAGS: "-Cembed-bitcode=yes",
      CARGO_TARGET_DIR: path.join(work, "target"),
    },
  });
  const built = path.join(work, "target", TARGET, "release", "deps");
  const rlibs = readdirSync(built).filter((name) => name.endsWith(".rlib") && !name.startsWith("libstd_for_wasm"));
  assembleSysroot(sysroot, RUSTC, await sysrootOf(RUSTC), rlibs.map((name) => path.join(built, name)));
  rmSync(work, { recursive: true, force: true });
}

/** @returns {Promise<WasmTarget>} */
export async function ensureWasmTarget() {
  if ((await run("cargo", ["--version"])).code !== 0) {
    throw new Blocked("Rust is missing: install it from https://rustup.rs and run this again");
  }
  const forced = process.env.GANGMU_WASM_TARGET;
  if (forced === "rustup") return byRustup();
  if (forced === "debian") return byDebian();
  if (forced) throw new Blocked(`GANGMU_WASM_TARGET is "${forced}"; it can be "rustup" or "debian"`);
  try {
    return await byRustup();
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    say(`${error.message}; trying Debian's packages`);
  }
  try {
    return await byDebian();
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    throw new Blocked(`no Rust target ${TARGET}: run \`rustup target add ${TARGET}\`, or: ${error.message}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    const { route, libraries } = await ensureWasmTarget();
    say(`${TARGET} by ${route}: ${libraries}`);
  });
}
