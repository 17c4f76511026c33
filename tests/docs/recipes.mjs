/** Every recipe, run: those of Node as processes, those of browsers as the site has them, in Chromium. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launchChromium } from "../../scripts/chromium.mjs";
import { FOLDER, recipeNames, runsInBrowser } from "../../scripts/docs/recipes.mjs";
import { inRoot, run } from "../../scripts/run.mjs";
import { DOCS_POLICY, serve } from "../../scripts/serve.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  browser = await launchChromium();
  server = await serve(inRoot("dist", "www"), { beside: [{ at: "/docs/", file: inRoot("dist", "docs"), policy: DOCS_POLICY }] });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** @param {string} name @param {string} file */
const source = (name, file) => readFileSync(path.join(FOLDER, name, file), "utf8");

/** What a browser's recipe must have done, and do. @type {Record<string, (page: Page) => Promise<void>>} */
const IN_BROWSER = {
  async textarea(page) {
    const marks = page.locator("mark");
    await marks.nth(6).waitFor();
    assert.deepStrictEqual(await marks.allTextContents(), ["12场", "1.1万余人次", "8.5%", "186件", "92件", "58件", "36件"]);
    await page.locator("textarea").fill("<img src=x onerror=alert(1)>\n".repeat(20) + "新建调解室3个。");
    await page.locator("mark", { hasText: "3个" }).waitFor();
    assert.equal(await page.locator(".backdrop img").count(), 0, "the text of a report is no markup");
    // The layer is as long as the text, so that both scroll alike.
    const heights = await page.evaluate(() => [".backdrop", "textarea"].map((each) => document.querySelector(each)?.scrollHeight ?? 0));
    assert.ok(Math.abs(heights[0] - heights[1]) <= 31, `${heights}`);
    await page.locator("textarea").evaluate((each) => (each.scrollTop = 200));
    await page.waitForFunction(() => document.querySelector(".backdrop")?.scrollTop === 200);
  },

  async table(page) {
    await page.locator("tbody tr").nth(5).waitFor();
    const cells = async (/** @type {number} */ row) => page.locator("tbody tr").nth(row).locator("td").allTextContents();
    assert.deepStrictEqual(await cells(1), ["受众", "≥11000", "人次", "2023", "主要举措 › 普法宣传"]);
    assert.deepStrictEqual(await cells(2), ["受众", "↑8.5", "%", "2023", "主要举措 › 普法宣传"]);
    assert.deepStrictEqual(await cells(5), ["新建调解室", "3–5", "个", "2024", "下一步安排"]);
    await page.locator("tbody tr").nth(4).click();
    assert.equal(await page.evaluate(() => String(getSelection())), "98%");
    await page.locator("textarea").fill("没有数字。");
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 0);
  },

  async form(page) {
    const items = page.locator("#findings li");
    await items.nth(1).waitFor();
    const output = page.locator("output");
    await page.locator("button").click();
    assert.equal(await output.textContent(), "", "an error stops the form");
    const says = await page.locator("textarea").evaluate((each) => /** @type {HTMLTextAreaElement} */ (each).validationMessage);
    assert.match(says, /^第3行第\d+字：各部分之和与总数不符/);
    await page.locator("textarea").fill("根据青政发[2022]3号文件，全年办理案件186件，分别为简易程序92件、普通程序58件、其他36件。");
    await page.waitForFunction(() => document.querySelectorAll("#findings li").length === 1);
    await page.locator("button").click();
    assert.equal(await output.textContent(), "已报送", "a warning does not");
  },

  async mark(page) {
    await page.locator("output", { hasText: "7 个数字" }).waitFor();
    const painted = await page.evaluate(() => [...(CSS.highlights.get("gangmu-figure") ?? [])].map(String));
    assert.deepStrictEqual(painted, ["12场", "1.1万余人次", "8.5%", "186件", "92件", "58件", "35件"]);
    assert.equal(await page.locator("article *").count(), 6, "the markup stays as it was");
    // On the second digit of 12, which is in another element than the first.
    const { x, y } = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get("gangmu-figure") ?? [])];
      const boxes = /** @type {Range} */ (range).getClientRects();
      const last = boxes[boxes.length - 1];
      return { x: last.right - 2, y: (last.top + last.bottom) / 2 };
    });
    await page.mouse.click(x, y);
    await page.locator("output", { hasText: "法治讲座 12 场" }).waitFor();
  },

  async element(page) {
    const report = page.locator("gangmu-report");
    await report.locator("[part~=heading]").nth(1).waitFor();
    assert.equal(await report.locator("[part~=figure]").count(), 6);
    assert.equal(await report.locator("[part~=finding]").count(), 1);
    await report.locator("[part~=figure]").nth(1).click();
    await page.locator("output", { hasText: "1.1万余人次：受众 11000 人次" }).waitFor();
    const selected = await page.locator("textarea").evaluate((each) => {
      const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (each);
      return value.slice(selectionStart, selectionEnd);
    });
    assert.equal(selected, "1.1万余人次");
    await page.locator("textarea").fill("新建调解室3个。");
    await page.waitForFunction(() => document.querySelector("gangmu-report")?.shadowRoot?.querySelectorAll("[part~=figure]").length === 1);
  },

  async codemirror(page) {
    const figures = page.locator(".cm-content .figure");
    await figures.nth(6).waitFor();
    assert.deepStrictEqual(await figures.allTextContents(), ["12场", "1.1万余人次", "8.5%", "186件", "92件", "58件", "36件"]);
    assert.deepStrictEqual(await page.locator(".cm-content .heading").allTextContents(), ["一、主要举措", "（一）普法宣传", "（二）纠纷化解"]);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("新建调解室3个。");
    await page.locator(".cm-content .figure", { hasText: "3个" }).waitFor();
    assert.equal(await figures.count(), 8);
  },

  async monaco(page) {
    const words = async () => (await page.locator(".view-line .figure").allTextContents()).join("|");
    await page.locator(".view-line .figure").first().waitFor();
    assert.equal(await words(), "12场|1.1万余人次|8.5%|186件|92件|58件|36件|6项");
    const squiggles = page.locator(".squiggly-warning");
    await squiggles.first().waitFor();
    await page.locator(".view-line").last().click();
    // The quick fix of the marker under the cursor.
    await page.locator(".view-line").filter({ hasText: "青政发" }).click({ position: { x: 160, y: 8 } });
    await page.keyboard.press("ControlOrMeta+.");
    await page.locator(".action-widget", { hasText: "改正" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".view-line", { hasText: "青政发〔2022〕3号" }).waitFor();
    await squiggles.waitFor({ state: "detached" });
  },

  async worker(page) {
    const output = page.locator("output");
    await page.locator("output", { hasText: "法治讲座 12 场；受众 11000 人次；受众 8.5 %" }).waitFor();
    await page.locator("textarea").fill("新建调解室3个。");
    await page.locator("output", { hasText: "调解室 3 个" }).waitFor();
    assert.doesNotMatch((await output.textContent()) ?? "", /讲座/);
  },

  async "service-worker"(page) {
    await page.locator("output", { hasText: "法治讲座 12 场；受众 11000 人次；受众 8.5 %" }).waitFor();
    await page.locator("textarea").fill("新建调解室3个。");
    await page.context().setOffline(true);
    await page.locator("button").click();
    await page.locator("output", { hasText: "调解室 3 个" }).waitFor();
    await page.context().setOffline(false);
  },
};

/** Node's recipes and how each is called. @type {Record<string, string[]>} */
const IN_NODE = { batch: ["batch.mjs", "reports"], "problem-list": ["diagnostics.mjs"], "find-again": ["notes.mjs"] };

/** Run by `tests/engines`. */
const IN_ENGINES = ["duckdb", "parallel", "spark"];

/** Recipes whose workers browsers start only from a server. */
const SERVED = ["worker", "service-worker"];

test("every recipe has a test, and stands in the list", () => {
  const list = readFileSync(path.join(FOLDER, "README.md"), "utf8");
  for (const name of recipeNames()) {
    assert.ok(name in IN_NODE || name in IN_BROWSER || IN_ENGINES.includes(name), `${name} is run by no test`);
    assert.equal(runsInBrowser(name), name in IN_BROWSER, name);
    assert.ok(list.includes(`(${name}/README.md)`), `${name} is not in docs/recipes/README.md`);
  }
  assert.deepStrictEqual([...Object.keys(IN_NODE), ...Object.keys(IN_BROWSER), ...IN_ENGINES].sort(), recipeNames());
});

test("every recipe shows the files that it has", () => {
  for (const name of recipeNames()) {
    const shown = [...source(name, "README.md").matchAll(/^\[([\w.-]+)\]\(\1\)$/gm)].map(([, file]) => file);
    assert.ok(shown.length > 0, name);
    for (const file of shown) assert.ok(existsSync(path.join(FOLDER, name, file)), `${name}/${file}`);
  }
});

for (const [name, args] of Object.entries(IN_NODE)) {
  test(`Node: ${name}`, async () => {
    const { code, stdout, stderr } = await run(process.execPath, args, { cwd: path.join(FOLDER, name), minutes: 1 });
    assert.equal(code, 0, stderr);
    assert.equal(stdout, source(name, "expected.txt"));
  });
}

test("Node: batch goes on past a file that is no UTF-8, names it, and says so by its exit code", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gangmu-batch-"));
  try {
    writeFileSync(path.join(folder, "a.txt"), Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0x31, 0x32]));
    writeFileSync(path.join(folder, "b.txt"), "新建“连心,暖心”调解室3个。");
    const { code, stdout, stderr } = await run(process.execPath, ["batch.mjs", folder], { cwd: path.join(FOLDER, "batch"), minutes: 1 });
    assert.equal(code, 1);
    assert.equal(stderr, "a.txt: not UTF-8, left out\n");
    assert.match(stdout, /^b\.txt,.*"“连心,暖心”调解室",3,,个,exact,3个\r\n$/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const [name, check] of Object.entries(IN_BROWSER)) {
  const disk = pathToFileURL(inRoot("dist", "docs")).href;
  const roots = SERVED.includes(name) ? [["a server", () => `${server.url}docs`]] : [["the disk", () => disk], ["a server", () => `${server.url}docs`]];
  for (const [from, root] of /** @type {[string, () => string][]} */ (roots)) {
    test(`Chromium: ${name}, from ${from}`, async () => {
      const context = await browser.newContext({ viewport: { width: 900, height: 600 } });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      /** @type {string[]} */
      const troubles = [];
      page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
      page.on("pageerror", (error) => troubles.push(String(error)));
      context.on("request", (request) => /^https?:/.test(request.url()) && !request.url().startsWith(server.url) && troubles.push(request.url()));
      try {
        await page.goto(`${root()}/recipes/${name}/run/index.html`);
        await check(page);
        assert.deepStrictEqual(troubles, []);
      } catch (error) {
        throw new Error(`${/** @type {Error} */ (error).stack}\n${troubles.join("\n")}`);
      } finally {
        await context.close();
      }
    });
  }
}
