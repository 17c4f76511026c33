/**
 * What everything stands on, held against deny.toml by cargo-deny: licences, sources, versions, and the advisories of RustSec
 * where their database is at hand. `npm run deny` runs it alone. Nothing is downloaded but the crates of the lock files.
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Blocked, inRoot, must, run, runMain, say } from "./run.mjs";

const MANIFESTS = ["", "xtask", "fuzz", "bench/native", "bench/boundary"].map((folder) => path.join(folder, "Cargo.toml"));
/** Where deny.toml says that the database is. */
const DATABASES = inRoot(".cache", "advisories");
const GIT = "https://github.com/RustSec/advisory-db";
/** What cargo-deny calls a clone of that address. */
const CLONE = path.join(".cache", "advisories", "advisory-db-3157b0e258782691");

/** @returns {Promise<string | undefined>} The day of the newest advisory. */
async function databaseDay() {
  const name = existsSync(DATABASES) ? readdirSync(DATABASES).find((name) => name.startsWith("advisory-db-")) : undefined;
  if (name === undefined || !existsSync(path.join(DATABASES, name, "crates"))) return undefined;
  return (await must("git", ["-C", path.join(DATABASES, name), "log", "-1", "--format=%cs"])).stdout.trim();
}

/** @returns {Promise<{ passed: number, failed: number, output: string }>} */
export async function denyAll() {
  const outcome = { passed: 0, failed: 0, output: "" };
  if ((await run("cargo", ["deny", "--version"])).code !== 0) {
    say("no cargo-deny: of what all stands on only the licences are held, by tests/licences.mjs (cargo install cargo-deny --locked)");
    return outcome;
  }
  const day = await databaseDay();
  if (day === undefined) say(`no database of advisories, so that none is asked: cargo deny fetch db, or git clone ${GIT} ${CLONE}`);
  else say(`advisories as they stood on ${day}`);
  const checks = ["licenses", "bans", "sources", ...(day === undefined ? [] : ["advisories"])];
  for (const manifest of MANIFESTS) {
    await must("cargo", ["fetch", "--locked", "--quiet", "--manifest-path", inRoot(manifest)]);
    const about = ["--locked", "--offline", "--config", inRoot("deny.toml"), "--manifest-path", inRoot(manifest)];
    const { code, all } = await run("cargo", ["deny", ...about, "check", ...checks]);
    outcome[code === 0 ? "passed" : "failed"] += 1;
    if (code !== 0) outcome.output += `${manifest}:\n${all}\n`;
  }
  return outcome;
}

async function main() {
  const { passed, failed, output } = await denyAll();
  if (failed > 0) throw new Blocked(output);
  if (passed > 0) say(`${passed} lock files hold`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await runMain(main);
