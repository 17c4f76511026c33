/**
 * What the tests of `gangmu/mark` and `gangmu/element` stand on: pages of their own, beside the package's files as they ship,
 * opened in today's Chromium and in an old one. Today's gets a strict policy; the old one knows no 'wasm-unsafe-eval'.
 */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, afterEach, before } from "node:test";
import { launchChromium } from "../scripts/chromium.mjs";
import { launchOld } from "../scripts/old-chromium.mjs";
import { inRoot } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";

/** Nothing inline, neither script nor style. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:";

export const folder = mkdtempSync(path.join(os.tmpdir(), "gangmu-element-"));

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Browser} Browser */

/** @type {Awaited<ReturnType<typeof serve>>} */
export let server;
/** @type {Awaited<ReturnType<typeof serve>>} */
let serverWithoutPolicy;
/** @type {Browser} */
export let browser;
/** @type {Promise<Browser> | null} */
let old = null;

/** What went wrong in the pages of one test. A test that provokes something clears it. */
export const troubles = /** @type {string[]} */ ([]);

/** @param {string} name @param {string | Uint8Array} content */
export function write(name, content) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

/** @param {string} body @param {string} [lang] */
export const html = (body, lang = "zh-CN") =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>报告</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"></head><body>${body}</body></html>`;

before(async () => {
  cpSync(inRoot("js"), path.join(folder, "js"), { recursive: true });
  cpSync(inRoot("dist", "wasm"), path.join(folder, "dist", "wasm"), { recursive: true });
  cpSync(inRoot("examples", "element"), path.join(folder, "examples", "element"), { recursive: true });
  write("page.css", "");
  write("marking.js", `import * as marking from "./js/mark.js"; import { load, parse } from "./js/lazy.js"; window.gangmu = { ...marking, load, parse };`);
  server = await serve(folder, { policy: POLICY });
  serverWithoutPolicy = await serve(folder, { policy: null });
  browser = await launchChromium({ args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
});

after(async () => {
  await browser?.close();
  await (await old)?.close();
  await server?.close();
  await serverWithoutPolicy?.close();
  rmSync(folder, { recursive: true });
});

afterEach(() => assert.deepStrictEqual(troubles.splice(0), [], "no error in the console"));

/**
 * @param {string} name of the page
 * @param {{ version?: "80" | "today", scheme?: "light" | "dark", width?: number, height?: number }} [settings]
 * @returns {Promise<Page>}
 */
export async function open(name, { version = "today", scheme = "light", width = 1000, height = 700 } = {}) {
  if (version !== "today") old = old ?? launchOld(version);
  const context = await (await (old && version !== "today" ? old : browser)).newContext({
    viewport: { width, height },
    ...(version === "today" ? { colorScheme: scheme } : {}),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  await page.goto((version === "today" ? server : serverWithoutPolicy).url + name);
  return page;
}

/** Asks until the answer is right. @template T @param {Page} page @param {() => T} ask @param {(answer: T) => boolean} isRight @returns {Promise<T>} */
export async function until(page, ask, isRight) {
  for (let round = 0; ; round++) {
    const answer = /** @type {T} */ (await page.evaluate(ask));
    if (isRight(answer)) return answer;
    assert.ok(round < 200, JSON.stringify(answer));
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Waits for the marking page. @param {Page} page */
export const isReady = (page) => until(page, () => "gangmu" in window, Boolean);
