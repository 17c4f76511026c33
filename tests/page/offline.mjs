/** The served page without its server, a new version of it, and the page inside another one. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { inRoot } from "../../scripts/run.mjs";
import { CONTENT_SECURITY_POLICY, serve } from "../../scripts/serve.mjs";
import { parse } from "../../js/node.js";
import { browser, open, openSample, REPORT } from "../desk.mjs";

/** @param {import("../desk.mjs").Page} page */
const kept = (page) => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).active));

test("after a visit the page opens without its server, and reads", async () => {
  const own = await serve(inRoot("dist", "www"));
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${own.url}#zh`);
  await page.locator("body[data-ready]").waitFor();
  await kept(page);
  await own.close();
  await page.reload();
  await page.locator("body[data-ready]").waitFor();
  await openSample(page);
  assert.equal(page.workers().length, 1);
  assert.match((await page.locator("#requests").textContent()) ?? "", /：0$/, "the files that are kept are no requests");
  const manifest = await page.evaluate(() => fetch("manifest.webmanifest").then((answer) => answer.json()));
  assert.deepStrictEqual(manifest.icons.map((/** @type {{ src: string }} */ { src }) => src), ["icon.svg", "icon-192.png", "icon-512.png"]);
  await context.close();
});

test("a new version is taken whole, and the old one's files go", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gangmu-"));
  cpSync(inRoot("dist", "www"), folder, { recursive: true });
  const own = await serve(folder);
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(own.url);
  await page.locator("body[data-ready]").waitFor();
  await kept(page);
  // From the second visit on the page has its files from the worker.
  await page.reload();
  await page.locator("body[data-ready]").waitFor();
  const [before] = await page.evaluate(() => caches.keys());

  // One file says another thing; the worker lists its new hash.
  const { createHash } = await import("node:crypto");
  const hash = (/** @type {Buffer | string} */ bytes) => createHash("sha256").update(bytes).digest("base64");
  const icon = readFileSync(path.join(folder, "icon.svg"));
  const newer = `${icon}<!-- newer -->`;
  const script = path.join(folder, "service-worker.js");
  const worker = readFileSync(script, "utf8");
  assert.ok(worker.includes(hash(icon)));
  const version = String(before).split(" ").pop() ?? "";
  writeFileSync(script, worker.replace(hash(icon), hash(newer)).replace(version, "0123456789ab"));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
  await page.waitForTimeout(500);
  assert.deepStrictEqual(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.waiting ?? null)), null,
    "a version whose files are not there yet is not taken");

  writeFileSync(path.join(folder, "icon.svg"), newer);
  await page.evaluate(async () => {
    const found = await navigator.serviceWorker.ready;
    await found.update();
    while (!found.waiting) await new Promise((go) => setTimeout(go, 50));
  });
  assert.ok(!(await page.evaluate(() => fetch("icon.svg").then((answer) => answer.text()))).includes("newer"), "a page stays with its version");
  await page.reload();
  await page.locator("body[data-ready]").waitFor();
  for (let round = 0; round < 100; round++) {
    const names = await page.evaluate(() => caches.keys());
    if (names.length === 1 && names[0] !== before) break;
    assert.ok(round < 99, names.join());
    await page.waitForTimeout(100);
  }
  assert.ok((await page.evaluate(() => fetch("icon.svg").then((answer) => answer.text()))).includes("newer"));
  await context.close();
  await own.close();
  rmSync(folder, { recursive: true });
});

/** A page around the page, from another origin. @param {string} address of the page inside */
async function host(address) {
  const folder = mkdtempSync(path.join(tmpdir(), "gangmu-host-"));
  writeFileSync(path.join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>host</title>
    <script>window.heard = []; addEventListener("message", (event) => heard.push({ origin: event.origin, data: event.data }));</script>
    <iframe src="${address}" width="1200" height="700"></iframe>`);
  const around = await serve(folder, { policy: null });
  return { around, end: async () => (await around.close(), rmSync(folder, { recursive: true })) };
}

for (const { name, address } of [
  { name: "embedded: text and options in, every reading out", address: "#embed&zh" },
  { name: "in a frame without #embed it hears nothing and says nothing", address: "#zh" },
]) {
  test(name, async () => {
    const policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors http://127.0.0.1:*");
    const inner = await serve(inRoot("dist", "www"), { policy });
    const { around, end } = await host(`${inner.url}${address}`);
    const context = await browser.newContext({ viewport: { width: 1300, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(around.url);
    const inside = page.frameLocator("iframe");
    await inside.locator("body[data-ready]").waitFor();
    const heard = () => page.evaluate(() => /** @type {Window & { heard?: any[] }} */ (window).heard ?? []);
    const post = (/** @type {unknown} */ message) =>
      page.evaluate((each) => document.querySelector("iframe")?.contentWindow?.postMessage(each, "*"), message);
    await post({ gangmu: "options", options: { units: ["灯位"] } });
    await post({ gangmu: "text", text: `${REPORT}\n新装路灯36灯位。` });
    if (address.includes("embed")) {
      for (let round = 0; (await heard()).every(({ data }) => data.gangmu !== "report" || data.report.figures.length < 7); round++) {
        assert.ok(round < 100, JSON.stringify(await heard()).slice(0, 500));
        await page.waitForTimeout(100);
      }
      const messages = await heard();
      assert.equal(messages[0].data.gangmu, "ready");
      const { origin, data } = messages[messages.length - 1];
      assert.equal(`${origin}/`, inner.url);
      assert.deepStrictEqual(data.report.figures, parse(data.text, { units: ["灯位"] }).figures.map((figure) => ({ ...figure })));
      assert.ok(data.text.includes("36灯位"));
      assert.ok(!(await inside.locator(".brand").isVisible()));
    } else {
      await page.waitForTimeout(1500);
      assert.deepStrictEqual(await heard(), []);
      assert.ok(await inside.locator("body.empty").count());
    }
    await context.close();
    await inner.close();
    await end();
  });
}

test("with #embed but not in a frame it is the page as always", async () => {
  const page = await open();
  await page.evaluate(() => (location.hash = "#embed&zh"));
  await page.reload();
  await page.locator("body[data-ready]").waitFor();
  assert.equal(await page.locator("html.embedded").count(), 0);
  await page.evaluate(() => window.postMessage({ gangmu: "text", text: "一、总则" }, "*"));
  await page.waitForTimeout(500);
  assert.ok(await page.locator("body.empty").count());
  await page.locator("#language-en").click();
  assert.match(page.url(), /#embed&en$/);
  await page.context().close();
});
