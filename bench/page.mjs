/**
 * From a paste to what is seen of it, and typing in a long text, in real Chromium, stage by stage:
 *
 *     node bench/page.mjs [rounds]
 *
 * Beside each paste the same text goes into a bare CodeMirror with nothing of ours: the editor's own cost. What was read is
 * compared with the core in Node before a time is printed. Times are of one machine and one run: compare only within it.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { build } from "../scripts/build.mjs";
import { ensureChromium, launchChromium } from "../scripts/chromium.mjs";
import { inRoot } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { parse } from "../js/node.js";

const ROUNDS = Number(process.argv[2] ?? 5);
const STAGES = ["asked", "answered", "unpacked", "surveyed", "marked", "shown", "begun"];
const sample = `${readFileSync(inRoot("www", "sample.txt"), "utf8")}\n`;

/** @param {number} bytes */
const textOf = (bytes) => sample.repeat(Math.max(1, Math.round(bytes / Buffer.byteLength(sample))));

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** @param {number} milliseconds */
const shown = (milliseconds) => milliseconds < 0 ? "–" : (milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds)));

await ensureChromium();
await build();
const server = await serve(inRoot("dist", "www"));
const browser = await launchChromium();

/** A page on which long tasks are noted. */
async function open() {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${server.url}#zh`);
  await page.locator("body[data-ready]").waitFor();
  await page.waitForTimeout(600);
  await page.evaluate(() => {
    /** @type {number[][]} */
    const seen = ((/** @type {any} */ (window)).longTasks = []);
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => seen.push([entry.startTime, entry.duration]))).observe({ type: "longtask" });
  });
  return page;
}

/**
 * Pastes, and waits until a frame has been painted after the reading was shown.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 */
const paste = (page, text) =>
  page.evaluate(
    async ([words, names]) => {
      const content = /** @type {HTMLElement} */ (document.querySelector(".cm-content"));
      const carried = new DataTransfer();
      carried.setData("text/plain", String(words));
      const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(() => go(performance.now()), 0)));
      const mark = (/** @type {string} */ name) => {
        const found = performance.getEntriesByName(`gangmu:${name}`);
        return found.length ? found[0].startTime : 0;
      };
      content.focus();
      await frame();
      const start = performance.now();
      content.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
      const put = performance.now();
      const editor = Number(await frame());
      while (mark("shown") < start) await new Promise((go) => setTimeout(go, 1));
      const painted = Number(await frame());
      const stages = /** @type {string[]} */ (names).map((name) => mark(name) - start);
      return { put: put - start, editor: editor - start, stages, painted: painted - start };
    },
    /** @type {const} */ ([text, STAGES]),
  );

try {
  console.log(`Chromium ${browser.version()}; medians of ${ROUNDS}; milliseconds since the paste`);
  console.log(`| text | put in the editor | its first frame | ${STAGES.slice(0, -1).join(" | ")} | start of the text shown | painted | longest task |`);
  console.log(`| --- | ${"--- | ".repeat(STAGES.length + 4)}`);
  for (const [name, bytes] of /** @type {const} */ ([["16 KB", 16_000], ["1 MB", 1_000_000]])) {
    const text = textOf(bytes);
    /** @type {number[][]} */
    const rows = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await open();
      const row = await paste(page, text);
      const count = await page.locator("#figures table").getAttribute("aria-rowcount");
      assert.equal(Number(count), parse(text).figures.length + 1, "what was read is what the core reads");
      const tasks = await page.evaluate(() => /** @type {any} */ (window).longTasks.map((/** @type {number[]} */ task) => task[1]));
      rows.push([row.put, row.editor, ...row.stages, row.painted, Math.max(0, ...tasks)]);
      await page.context().close();
    }
    const columns = rows[0].map((_, i) => shown(median(rows.map((row) => row[i]))));
    console.log(`| ${name} | ${columns.join(" | ")} |`);
  }

  const page = await open();
  await paste(page, textOf(1_000_000));
  await page.waitForTimeout(1500);
  await page.evaluate(() => (/** @type {any} */ (window).longTasks.length = 0));
  await page.locator(".cm-line").nth(4).click();
  for (const each of "新增调解室3个，办结27件。".repeat(3)) {
    await page.keyboard.type(each);
    await page.waitForTimeout(80);
  }
  await page.waitForTimeout(4000);
  const tasks = await page.evaluate(() => /** @type {any} */ (window).longTasks.map((/** @type {number[]} */ task) => Math.round(task[1])));
  console.log(`typing 39 characters in 1 MB: ${tasks.length} tasks over 50 ms${tasks.length ? `, of ${tasks.join(", ")} ms` : ""}`);
} finally {
  await browser.close();
  await server.close();
}
