/** One build at a time: `npm start` in one window and `npm test` in another write the same files. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot, say } from "./run.mjs";

const LOCK = inRoot(".cache", "build.lock");

/** Whether the process that left the lock is gone. */
function isStale() {
  try {
    process.kill(Number(readFileSync(LOCK, "utf8")), 0);
    return false;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return /** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM";
  }
}

/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
export async function alone(work) {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(LOCK, `${process.pid}`, { flag: "wx" });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    // A lock without a number in it was made this very moment.
    if (waited > 0 && isStale()) rmSync(LOCK, { force: true });
    else {
      if (waited === 1) say("another build is at work here; waiting for it");
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}
