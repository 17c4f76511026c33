/**
 * What is out of date: by the contents of what it is made from, not by dates, which a fresh clone or a checkout changes.
 */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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
 * @param {string} [without] A folder among the inputs that it does not depend on.
 */
export function fingerprint(inputs, beside = "", without) {
  const hash = createHash("sha256").update(beside);
  const apart = without === undefined ? [] : filesUnder(inRoot(without));
  for (const file of inputs.flatMap((input) => filesUnder(inRoot(input)))) {
    if (apart.includes(file)) continue;
    hash.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** The clone that this is a work tree of (`git worktree`), if it is one. */
function firstTree() {
  const link = inRoot(".git");
  if (!existsSync(link) || statSync(link).isDirectory()) return null;
  const gitDir = readFileSync(link, "utf8").match(/^gitdir: (.*)\/\.git\/worktrees\//);
  return gitDir && gitDir[1] !== ROOT ? gitDir[1] : null;
}

/**
 * Copies what the first work tree made from the same inputs: quicker than to compile it again.
 *
 * @param {string} name @param {string[]} outputs @param {string} print
 */
function takeFromFirstTree(name, outputs, print) {
  const tree = firstTree();
  if (tree === null) return false;
  const stamp = path.join(tree, ".cache", "stamps", name);
  // Before and after: it may be making them anew meanwhile.
  const same = () => existsSync(stamp) && readFileSync(stamp, "utf8") === print;
  if (!same() || !outputs.every((output) => existsSync(path.join(tree, output)))) return false;
  for (const output of outputs) {
    mkdirSync(path.dirname(inRoot(output)), { recursive: true });
    copyFileSync(path.join(tree, output), inRoot(output));
  }
  return same();
}

/**
 * Makes something unless it was made from the same inputs before.
 *
 * @param {string} name Of the stamp in `.cache/stamps`.
 * @param {{ inputs: string[], outputs: string[], beside?: string, without?: string, shared?: boolean }} what `shared`: its
 *   outputs are the same files in every work tree of a clone.
 * @param {() => Promise<void>} make
 * @returns {Promise<boolean>} Whether it had to be made.
 */
export async function unlessFresh(name, { inputs, outputs, beside, without, shared }, make) {
  const stamp = inRoot(".cache", "stamps", name);
  const print = fingerprint(inputs, beside, without);
  const made = outputs.every((output) => existsSync(inRoot(output)));
  if (made && existsSync(stamp) && readFileSync(stamp, "utf8") === print) return false;
  rmSync(stamp, { force: true });
  if (!shared || !takeFromFirstTree(name, outputs, print)) await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
  return true;
}
