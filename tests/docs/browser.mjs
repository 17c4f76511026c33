/** The documentation in Chromium: from the disk and served, in both themes, on a phone, by keyboard. */
import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launchChromium } from "../../scripts/chromium.mjs";
import { inRoot } from "../../scripts/run.mjs";
import { CONTENT_SECURITY_POLICY, DOCS_POLICY, serve } from "../../scripts/serve.mjs";
import { complaints } from "../axe.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SITE = inRoot("dist", "docs");

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** What went wrong, and what was asked for that is not on this disk or this server. @type {string[]} */
let troubles = [];

before(async () => {
  browser = await launchChromium();
  const beside = [
    { at: "/docs/", file: SITE, policy: DOCS_POLICY },
    { at: "/gangmu.html", file: inRoot("dist", "gangmu.html"), policy: null },
  ];
  server = await serve(inRoot("dist", "www"), { beside });
});
after(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(() => {
  const met = troubles;
  troubles = [];
  assert.deepStrictEqual(met, []);
});

/** @param {import("playwright-core").BrowserContextOptions} [settings] */
async function newPage(settings = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
  context.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith("file:") && !address.startsWith(server.url) && !/^(data|blob):/.test(address)) troubles.push(`asked for ${address}`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  return page;
}

/** @param {string} name */
const onDisk = (name) => pathToFileURL(path.join(SITE, name)).href;

const SAMPLE = [
  "index.html", "start.html", "spec/index.html", "spec/items.html", "spec/wording.html", "rules.html", "api/index.html", "api/places.html", "command-line.html",
  "recipes/index.html", "recipes/batch/index.html", "damages.html",
];

/** Each way of marking and writing once more, in the other colours. */
const DARK = ["index.html", "spec/items.html", "rules.html", "api/places.html", "recipes/batch/index.html"];

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe-core has nothing to say: ${scheme}`, async () => {
    const page = await newPage({ colorScheme: scheme });
    for (const name of scheme === "dark" ? DARK : SAMPLE) {
      await page.goto(onDisk(name));
      // The dark theme is the same page in other colours.
      const runOnly = scheme === "dark" ? ["color-contrast"] : undefined;
      assert.deepStrictEqual(await complaints(page, runOnly), [], name);
    }
    await page.context().close();
  });
}

test("on a phone nothing is wider than the screen", async () => {
  const page = await newPage({ viewport: { width: 390, height: 844 } });
  for (const name of [...SAMPLE, "recipes/table/index.html", "api/gangmu.html"]) {
    await page.goto(onDisk(name));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, `${name} is ${width} wide`);
  }
  await page.context().close();
});

test("the search finds rules, cases and functions by keyboard, from a disk and from a server", async () => {
  const page = await newPage();
  for (const root of [pathToFileURL(SITE).href + "/", `${server.url}docs/`]) {
    await page.goto(`${root}spec/dates.html`);
    await page.keyboard.press("/");
    await page.keyboard.type("sum-mis");
    await page.locator("#found [role=option]").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(`${root}rules.html#sum-mismatch`);
    await page.keyboard.press("/");
    await page.keyboard.type("findQuote");
    await page.locator("#found [role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.locator("#search").getAttribute("aria-activedescendant"), "found-0");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${root}api/places.html#findQuote`);
    await page.locator("#search").fill("a rise in per cent");
    await page.locator("#found [role=option]").first().click();
    await page.waitForURL(`${root}spec/change.html#a-rise-in-per-cent`);
    await page.locator("#search").fill("such a thing is not there");
    await page.locator("#found").waitFor({ state: "hidden" });
  }
  await page.context().close();
});

test("a case opens the page with its text, from a disk and from a server; back leads back", async () => {
  const page = await newPage();
  for (const root of [pathToFileURL(SITE).href + "/", `${server.url}docs/`]) {
    await page.goto(`${root}spec/change.html`);
    await page.locator("#both-in-one-list .try").click();
    await page.locator("body[data-ready]").waitFor();
    await page.locator('#figures table[aria-rowcount="3"]').waitFor({ state: "attached" });
    assert.equal(await page.locator(".cm-content").innerText(), "电诈案件立案数、损失金额分别下降21.3%和15.6%。");
    assert.equal(new URL(page.url()).hash, "", "the address keeps no text");
    await page.goBack();
    await page.locator("#both-in-one-list").waitFor();
  }
  await page.context().close();
});

test("without script every page can be read and followed", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(onDisk("index.html"));
  assert.equal(await page.locator("#search").isVisible(), false);
  await page.locator("header a", { hasText: "Rules" }).click();
  await page.locator("#rate-mismatch").waitFor();
  await page.context().close();
});

test("served, the documentation and the page have each their own policy, and nothing beside them is served", async () => {
  const policy = async (/** @type {string} */ name) => {
    const answer = await fetch(server.url + name);
    await answer.arrayBuffer();
    return { status: answer.status, policy: answer.headers.get("content-security-policy") };
  };
  assert.deepStrictEqual(await policy(""), { status: 200, policy: CONTENT_SECURITY_POLICY });
  assert.deepStrictEqual(await policy("docs/"), { status: 200, policy: DOCS_POLICY });
  assert.deepStrictEqual(await policy("docs/spec/dates.html"), { status: 200, policy: DOCS_POLICY });
  assert.deepStrictEqual(await policy("gangmu.html"), { status: 200, policy: null });
  assert.equal((await policy("docs/..%2Fwww%2Findex.html")).status, 404);
  assert.equal((await policy("docs/%2e%2e%2f%2e%2e%2fpackage.json")).status, 404);
  assert.equal((await policy("docs/spec")).status, 404);
});
