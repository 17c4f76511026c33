/** The single file, from the disk: it works, it asks for nothing, and it may not. */
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { inRoot } from "../../scripts/run.mjs";
import { serve } from "../../scripts/serve.mjs";
import { dense, undense } from "../../www/dense.js";
import { browser, isRead, openSample, paste, REPORT, rowOf, visit } from "../desk.mjs";

const FILE = inRoot("dist", "gangmu.html");

/** @param {(page: import("../desk.mjs").Page) => Promise<void>} [prepare] @param {boolean} [offline] */
async function openSingle(prepare = async () => {}, offline = true) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, offline });
  /** @type {string[]} */
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) visit.troubles.push(message.text());
  });
  page.on("pageerror", (error) => visit.troubles.push(String(error)));
  await prepare(page);
  await page.goto(`${pathToFileURL(FILE)}#zh`);
  return { page, requests };
}

/** @param {string[]} requests */
const beyondTheFile = (requests) => requests.filter((address) => !/^(?:blob|data):/.test(address) && address !== pathToFileURL(FILE).href);

test("under a megabyte, in one file", () => {
  assert.ok(statSync(FILE).size < 1_000_000, `${statSync(FILE).size}`);
  const html = readFileSync(FILE, "utf8");
  assert.doesNotMatch(html, /<script[^>]+src=|<link[^>]+href="(?!data:)/);
});

test("what it carries comes back byte for byte", () => {
  for (let length = 0; length < 64; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 97 + length * 31) % 256);
    assert.deepStrictEqual(undense(dense(bytes)), bytes);
    assert.match(dense(bytes), /^\d+ [^"&<\s]*$/);
  }
});

test("without a network: sample, paste, a figure, no request, read in a worker", async () => {
  const { page, requests } = await openSingle();
  await page.locator("body[data-ready]").waitFor();
  await openSample(page);
  assert.equal(page.workers().length, 1);
  await page.locator("#clear").click();
  await page.locator("body.empty").waitFor();
  await paste(page, REPORT);
  await isRead(page, REPORT);
  await rowOf(page, 1).click();
  await page.locator("#card").waitFor();
  assert.match((await page.locator("#requests").textContent()) ?? "", /：0$/);
  assert.deepStrictEqual(beyondTheFile(requests), []);
  await page.context().close();
});

test("its policy refuses every way out, and eval", async () => {
  // A server that is there and would hear of it.
  /** @type {string[]} */
  const heard = [];
  const listening = await serve(inRoot("docs"), { seen: (address) => heard.push(address) });
  const { page } = await openSingle(undefined, false);
  await page.locator("body[data-ready]").waitFor();
  const tried = await page.evaluate(async (address) => {
    /** @type {Record<string, unknown>} */
    const outcome = {};
    outcome.fetch = await fetch(address, { mode: "no-cors" }).then(() => "sent", () => "refused");
    outcome.request = await new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve("sent");
      request.onerror = () => resolve("refused");
      request.open("GET", address);
      request.send();
    });
    outcome.socket = await new Promise((resolve) => {
      try {
        const socket = new WebSocket(address.replace("http", "ws"));
        socket.onopen = () => resolve("sent");
        socket.onerror = () => resolve("refused");
      } catch {
        resolve("refused");
      }
    });
    navigator.sendBeacon(address, "text");
    const loaded = (/** @type {HTMLElement} */ node) =>
      new Promise((resolve) => {
        node.onload = () => resolve("sent");
        node.onerror = () => resolve("refused");
        setTimeout(() => resolve("refused"), 1000);
        document.body.append(node);
      });
    outcome.image = await loaded(Object.assign(new Image(), { src: address }));
    outcome.script = await loaded(Object.assign(document.createElement("script"), { src: address }));
    document.body.append(Object.assign(document.createElement("iframe"), { src: address }));
    const form = Object.assign(document.createElement("form"), { action: address, method: "post" });
    document.body.append(form);
    form.submit();
    try {
      outcome.eval = new Function("return 'run'")();
    } catch {
      outcome.eval = "refused";
    }
    const inline = Object.assign(document.createElement("script"), { textContent: "window.ran = true" });
    document.body.append(inline);
    outcome.inline = "ran" in window ? "run" : "refused";
    return outcome;
  }, listening.url);
  for (const [way, outcome] of Object.entries(tried)) assert.equal(outcome, "refused", way);
  await page.waitForTimeout(300);
  assert.deepStrictEqual(heard, []);
  assert.doesNotMatch((await page.locator("#requests").textContent()) ?? "", /：0$/, "the page says that something was tried");
  assert.ok(visit.troubles.every((trouble) => /Content Security Policy|violates|Failed to/.test(trouble)), visit.troubles.join("\n"));
  visit.troubles = [];
  await page.context().close();
  await listening.close();
});

test("where the browser has no WebAssembly: a plain sentence in both languages", async () => {
  const { page } = await openSingle(async (fresh) => {
    await fresh.addInitScript(() => void Reflect.deleteProperty(globalThis, "WebAssembly"));
  });
  await page.getByText("这个浏览器太旧").waitFor();
  assert.ok(await page.getByText("This browser is too old").isVisible());
  assert.ok(!(await page.locator("#desk").isVisible()));
  visit.troubles = [];
  await page.context().close();
});
