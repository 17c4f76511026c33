/**
 * The single file, opened from the disk in old builds of Chromium: type, read, select, export. Playwright's own locators want
 * a newer browser, so the page is asked by `evaluate`, and driven by mouse and keyboard.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { launchChromium } from "../scripts/chromium.mjs";
import { launchOld, PACKAGES } from "../scripts/old-chromium.mjs";
import { inRoot } from "../scripts/run.mjs";
import { toJson } from "../js/node.js";

const REPORT = [
  "清溪镇2021年工作报告",
  "一、主要举措",
  "（一）普法宣传。全年开展讲座12次，受众1.1万余人次。",
  "（二）纠纷化解。受理纠纷30件，其中邻里18件、合同11件，共解决29件",
  "二、下一步安排",
  "𬭚业园区😀新建调解室3个。",
].join("\n");

/** The year before. */
const EARLIER = REPORT.replace("2021", "2020").replace("讲座12次", "讲座8次").replace("30件", "24件");

/** @typedef {import("playwright-core").Page} Page */

/** @template T @param {Page} page @param {() => T} ask @param {(answer: T) => boolean} isRight @param {string} what @returns {Promise<T>} */
async function until(page, ask, isRight, what) {
  for (let round = 0; ; round++) {
    const answer = /** @type {T} */ (await page.evaluate(ask));
    if (isRight(answer)) return answer;
    assert.ok(round < 300, `${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @param {Page} page @param {string} selector */
async function click(page, selector) {
  const box = await page.evaluate((name) => {
    const found = document.querySelector(name);
    if (!found) return null;
    found.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = found.getBoundingClientRect();
    return { x: left + Math.min(width / 2, 60), y: top + height / 2 };
  }, selector);
  assert.ok(box, selector);
  await page.mouse.click(box.x, box.y);
}

/** @param {string} version */
async function visit(version) {
  const browser = await (version === "today" ? launchChromium() : launchOld(version));
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  /** @type {string[]} */
  const troubles = [];
  /** @type {string[]} */
  const requests = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    // Said of a policy by browsers that know only 'unsafe-eval', which stands beside it.
    const word = /invalid source: ''wasm-unsafe-eval''/.test(message.text());
    if (!word && ["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url().slice(0, 60)));
  await page.goto(`${pathToFileURL(inRoot("dist", "gangmu.html"))}#zh`);
  await until(page, () => document.body.hasAttribute("data-ready"), Boolean, `${troubles.join("\n")}; ready`);
  return { browser, page, troubles, requests };
}

for (const version of [...Object.keys(PACKAGES), "today"]) {
  test(`the single file in Chromium ${version}`, async () => {
    const { browser, page, troubles, requests } = await visit(version);
    try {
      if (version !== "today") assert.ok(browser.version().startsWith(`${version}.`), browser.version());
      const expected = JSON.parse(toJson(REPORT));

      await click(page, ".cm-content");
      for (const [index, line] of REPORT.split("\n").entries()) {
        if (index > 0) await page.keyboard.press("Enter");
        await page.keyboard.insertText(line);
      }
      const rows = () => Array.from(document.querySelectorAll("#figures tbody tr[data-index]"), (row) => row.textContent || "");
      await until(page, rows, (found) => found.length === expected.figures.length, "figures");
      const titles = () => Array.from(document.querySelectorAll("#outline [role=treeitem] .title"), (title) => title.textContent);
      assert.deepStrictEqual(await page.evaluate(titles), ["主要举措", "普法宣传", "纠纷化解", "下一步安排"]);
      const marks = () => Array.from(document.querySelectorAll(".cm-content .mark-figure"), (mark) => mark.textContent);
      const words = expected.figures.map((/** @type {{ span: [number, number] }} */ { span }) => REPORT.slice(...span));
      assert.deepStrictEqual(await page.evaluate(marks), words);
      const findings = () => document.querySelectorAll("#findings [role=treeitem]").length;
      assert.ok(expected.findings.length > 0);
      await until(page, findings, (many) => many > 0, "findings");

      await click(page, "#figures tbody tr[data-index='1']");
      const chosen = () => Array.from(document.querySelectorAll(".cm-content .mark-chosen"), (mark) => mark.textContent).join("");
      await until(page, chosen, (mark) => mark === words[1], "the chosen figure in the text");

      // What the page hands to the browser to be saved.
      await page.evaluate(() => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          if (blob instanceof Blob) Object.assign(window, { saved: blob });
          return make.call(URL, blob);
        };
      });
      await click(page, "#export");
      await until(page, () => document.querySelector("#export-json") !== null, Boolean, "the menu");
      await click(page, "#export-json");
      await until(page, () => "saved" in window, Boolean, "the export");
      const saved = await page.evaluate(() => /** @type {Window & { saved?: Blob }} */ (window).saved?.text());
      const exported = JSON.parse(saved ?? "");
      for (const part of ["metadata", "outline", "figures", "relations", "findings"]) {
        assert.deepStrictEqual((exported.report ?? exported)[part], expected[part], part);
      }

      await click(page, "#compare");
      await until(page, () => document.querySelector("dialog.compare-ask") !== null, Boolean, "the question with what to compare");
      await page.evaluate((words) => {
        const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("dialog textarea"));
        field.value = words;
        field.dispatchEvent(new Event("input"));
      }, EARLIER);
      await click(page, "dialog footer .main");
      const pairs = () => Array.from(document.querySelectorAll("#panel-pairs tr[data-index]"), (row) => row.textContent || "");
      const found = await until(page, pairs, (all) => all.length > 0, "pairs");
      assert.ok(found.some((words) => words.includes("8次12次+4次+50%")), found.join("\n"));
      await click(page, "#panel-pairs tr[data-index]");
      await until(page, () => document.querySelectorAll("#panel-pairs .detail mark").length, (many) => many === 2, "both sentences");
      await page.keyboard.press("Escape");
      await until(page, () => document.querySelector("dialog") === null, Boolean, "the desk again");

      await page.evaluate((texts) => {
        const carried = new DataTransfer();
        texts.forEach((words, i) => carried.items.add(new File([words], `${i}.txt`)));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
      }, [EARLIER, REPORT, EARLIER.replace("2020", "2019")]);
      await until(page, () => document.querySelectorAll("#panel-wide tr[data-index]").length, (many) => many > 0, "the wide table");
      await click(page, "#panel-wide tr[data-index]");
      await until(page, () => document.querySelector("svg.chart") !== null, Boolean, "the picture");
      await click(page, "[data-save=png]");
      const type = () => /** @type {Window & { saved?: Blob }} */ (window).saved?.type;
      await until(page, type, (kind) => kind === "image/png", "the picture as pixels");
      if (process.env.GANGMU_PICTURES) await page.screenshot({ path: `${process.env.GANGMU_PICTURES}/${version}-collect.png` }).catch(() => {});
      await page.keyboard.press("Escape");

      const counter = await page.evaluate(() => document.querySelector("#requests")?.textContent ?? "");
      assert.match(counter, /：0$/);
      assert.deepStrictEqual(requests.filter((address) => !/^(?:file|blob|data):/.test(address)), []);
      assert.deepStrictEqual(troubles, []);
      if (process.env.GANGMU_PICTURES) {
        for (const [name, width, height] of /** @type {const} */ ([["desk", 1366, 768], ["phone", 390, 844]])) {
          await page.setViewportSize({ width, height });
          const session = await page.context().newCDPSession(page);
          const { data } = await session.send("Page.captureScreenshot", { format: "png" });
          const { writeFileSync } = await import("node:fs");
          writeFileSync(`${process.env.GANGMU_PICTURES}/${version}-${name}.png`, Buffer.from(data, "base64"));
        }
      }
    } finally {
      await browser.close();
    }
  });
}
