/**
 * What the tests of the page stand on: the page as it is built, served and opened in Chromium. After each test nothing may
 * have left the machine and nothing may have been said in the console.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before } from "node:test";
import { launchChromium } from "../scripts/chromium.mjs";
import { inRoot } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { parse } from "../js/node.js";

export const SAMPLE = readFileSync(inRoot("www", "sample.txt"), "utf8");
export const REPORT = [
  "清溪镇2021年工作报告",
  "一、主要举措",
  "（一）普法宣传。全年开展讲座12次，受众1.1万余人次。",
  "（二）纠纷化解。受理纠纷30件，其中邻里18件、合同12件。",
  "二、下一步安排",
  "𬭚业园区😀新建调解室3个。",
].join("\n");

/** @type {Awaited<ReturnType<typeof serve>>} */
export let server;
/** @type {import("playwright-core").Browser} */
export let browser;

/** What the pages of one test did: what went wrong, and every address asked for. A test that provokes either clears it. */
export const visit = { troubles: /** @type {string[]} */ ([]), requests: /** @type {string[]} */ ([]) };

before(async () => {
  server = await serve(inRoot("dist", "www"));
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

afterEach(() => {
  const { troubles, requests } = visit;
  Object.assign(visit, { troubles: [], requests: [] });
  const foreign = requests.filter((address) => !address.startsWith(server.url) && !address.startsWith("blob:"));
  assert.deepStrictEqual(foreign, [], "no request leaves the origin");
  assert.deepStrictEqual(troubles, [], "no error in the console");
});

/**
 * A new page, ready to be used.
 * @param {{ language?: "zh" | "en", width?: number, height?: number, scheme?: "light" | "dark", motion?: "reduce" | "no-preference" }} [settings]
 */
export async function open({ language = "zh", width = 1366, height = 768, scheme = "light", motion = "no-preference" } = {}) {
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: motion, acceptDownloads: true });
  context.on("request", (request) => visit.requests.push(request.url()));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") visit.troubles.push(message.text());
  });
  page.on("pageerror", (error) => visit.troubles.push(String(error)));
  await page.goto(`${server.url}#${language}`);
  await page.locator("body[data-ready]").waitFor();
  return page;
}

/** @typedef {import("playwright-core").Page} Page */

/** Waits until the text on the desk has been read. @param {Page} page @param {string} text */
export async function isRead(page, text) {
  const { figures, outline } = parse(text);
  /** @type {(headings: typeof outline) => number} */
  const count = (headings) => headings.reduce((sum, heading) => sum + 1 + count(heading.children), 0);
  await page.locator(`#figures table[aria-rowcount="${figures.length + 1}"]`).waitFor({ state: "attached" });
  const headings = new RegExp(`^${count(outline) || ""}$`);
  await page.locator("#outline-tally").filter({ hasText: headings }).waitFor({ state: "attached" });
}

/** @param {Page} page */
export async function openSample(page) {
  await page.locator("#sample").click();
  await isRead(page, SAMPLE);
}

/** Pastes by the system's clipboard. @param {Page} page @param {string} text */
export async function paste(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
}

/** Drops a file on the page. @param {Page} page @param {string} name @param {Uint8Array} bytes */
export const drop = (page, name, bytes) =>
  page.evaluate(
    ([file, content]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(/** @type {number[]} */ (content))], String(file)));
      const target = document.querySelector(".cm-content") || document.body;
      for (const type of ["dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
      }
    },
    /** @type {const} */ ([name, Array.from(bytes)]),
  );

/** The text in the editor; right only for texts that are on the screen as a whole. @param {Page} page */
export const textOf = async (page) => (await page.locator(".cm-line").allTextContents()).join("\n");

/** @param {Page} page @param {number} index of the figure */
export const rowOf = (page, index) => page.locator(`#figures tbody tr[data-index="${index}"]`);

/** What the chosen mark holds; it may be drawn in several pieces. @param {Page} page */
export const chosenWords = async (page) => (await page.locator(".cm-content .mark-chosen").allTextContents()).join("");

/** Bytes of a text in GB18030, for characters that it writes in two bytes. @param {string} text */
export function gb18030(text) {
  const decoder = new TextDecoder("gb18030");
  /** @type {Map<string, number[]>} */
  const table = new Map();
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from(Array.from(text).flatMap((each) => (each < "\x80" ? [each.charCodeAt(0)] : table.get(each) ?? [0x3f])));
}

/** Rows of a CSV file (RFC 4180). @param {string} csv */
export function rowsOfCsv(csv) {
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const row = rows[rows.length - 1];
    if (quoted && csv[i] === '"' && csv[i + 1] === '"') row[row.length - 1] += csv[i++];
    else if (csv[i] === '"') quoted = !quoted;
    else if (!quoted && csv[i] === ",") row.push("");
    else if (!quoted && csv[i] === "\r" && csv[i + 1] === "\n") {
      i++;
      rows.push([""]);
    } else row[row.length - 1] += csv[i];
  }
  assert.deepStrictEqual(rows.pop(), [""], "the last line is ended");
  return rows;
}
