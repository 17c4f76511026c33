/** What the benches measured last, kept in `.cache/bench` for `bars.mjs` to print. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import os from "node:os";
import { inRoot } from "../scripts/run.mjs";

/** @param {string} name */
const fileOf = (name) => inRoot(".cache", "bench", `${name}.json`);

/** When, of what and on what: it stands beside every result. */
export function circumstances() {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: inRoot(), encoding: "utf8" }).trim();
  const cpus = os.cpus();
  const load = os.loadavg()[0].toFixed(1);
  return { date: new Date().toISOString().slice(0, 16).replace("T", " "), commit, machine: `${cpus.length} × ${cpus[0].model}`, load };
}

/** @param {string} name @param {object} results */
export function noteResults(name, results) {
  mkdirSync(inRoot(".cache", "bench"), { recursive: true });
  writeFileSync(fileOf(name), `${JSON.stringify({ ...circumstances(), ...results }, null, 2)}\n`);
}

/** @param {string} name @returns {any} Nothing where it was not measured. */
export const resultsOf = (name) => (existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), "utf8")) : null);
