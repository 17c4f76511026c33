#!/usr/bin/env node
/**
 * Between playwright-core and a Chromium of before 83 (`GANGMU_OLD_CHROMIUM`): answers for the methods that it lacks, and
 * attaches to pages, which it does not do by itself.
 */
import { spawn } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";

const browser = spawn(process.env.GANGMU_OLD_CHROMIUM ?? "", process.argv.slice(2), {
  stdio: ["ignore", "inherit", "inherit", "pipe", "pipe"],
});
const down = /** @type {import("node:stream").Writable} */ (browser.stdio[3]);
const up = createWriteStream("", { fd: 4 });

/** Messages end with a zero. @param {import("node:stream").Readable} stream @param {(message: any, raw: string) => void} heard */
function messages(stream, heard) {
  let rest = "";
  stream.setEncoding("utf8").on("data", (/** @type {string} */ piece) => {
    const parts = (rest + piece).split("\0");
    rest = parts.pop() ?? "";
    for (const raw of parts) heard(JSON.parse(raw), raw);
  });
}

/** Questions for a new page that were not answered yet. @type {Set<number>} */
const opening = new Set();
/** Answers to them, held back until the page is attached to. @type {Map<number, string>} */
const held = new Map();
let last = 1_000_000_000;

const asked = createReadStream("", { fd: 3 });
messages(asked, ({ id, method }, raw) => {
  if (method === "Target.createTarget") opening.add(id);
  down.write(`${raw}\0`);
});

messages(/** @type {import("node:stream").Readable} */ (browser.stdio[4]), ({ id, sessionId, result, error }, raw) => {
  if (opening.delete(id) && result) {
    held.set(++last, raw);
    const params = { targetId: result.targetId, flatten: true };
    down.write(`${JSON.stringify({ id: last, method: "Target.attachToTarget", params })}\0`);
  } else if (held.has(id)) {
    up.write(`${held.get(id)}\0`);
  } else if (error && /wasn't found/.test(error.message)) {
    up.write(`${JSON.stringify({ id, sessionId, result: {} })}\0`);
  } else {
    up.write(`${raw}\0`);
  }
});

browser.on("exit", (code) => process.exit(code ?? 1));
asked.on("end", () => browser.kill());
process.on("SIGTERM", () => browser.kill());
