/**
 * What is out of date: by the contents of what it is made from, not by dates, which a fresh clone or a checkout changes.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot, ROOT } from "./run.mjs";

/**
 * The files under a path, sorted; none where it doesn't exist.
 *
 * @param {string} start
 * @returns {string[]}
 */
export function filesUnder(start) {
  if (!existsSync(start)) return [];
  if (!statSync(start).isDirectory()) return [start];
  return readdirSync(start).sort().flatMap((name) => (name === "target" ? [] : filesUnder(path.join(start, name))));
}

/**
 * @param {string[]} inputs Files and folders, from the project's folder.
 * @param {string} [beside] Anything else that the result depends on.
 */
export function fingerprint(inputs, beside = "") {
  const hash = createHash("sha256").update(beside);
  for (const file of inputs.flatMap((input) => filesUnder(inRoot(input)))) {
    hash.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * Makes something unless it was made from the same inputs before.
 *
 * @param {string} name Of the stamp in `.cache/stamps`.
 * @param {{ inputs: string[], outputs: string[], beside?: string }} what
 * @param {() => Promise<void>} make
 * @returns {Promise<boolean>} Whether it had to be made.
 */
export async function unlessFresh(name, { inputs, outputs, beside }, make) {
  const stamp = inRoot(".cache", "stamps", name);
  const print = fingerprint(inputs, beside);
  const made = outputs.every((output) => existsSync(inRoot(output)));
  if (made && existsSync(stamp) && readFileSync(stamp, "utf8") === print) return false;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
  return true;
}
