/** The browser's own command to print: the whole report, not what the editor has drawn of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import { compare, parse } from "../../js/node.js";
import { masked, privatePlaces } from "../../www/out/redaction.js";
import { drop, isRead, open, openSample, paste, SAMPLE } from "../desk.mjs";
import { FIRST, SECOND } from "./two-years.mjs";

test("the desk on paper: every line of the report, every calculation, none of the tools", async () => {
  const page = await open();
  await openSample(page);
  const pdf = await page.pdf({ format: "A4" });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  // Letters and digits only: printing breaks lines, and fonts give dashes back as other dashes.
  const bare = (/** @type {string} */ words) => words.replace(/\[\d+\]|[^\p{L}\p{N}\u2e80-\u2fdf]/gu, "");
  const printed = bare(text);
  // Fonts say of some characters that they are the radical that looks the same: ⽂ for 文.
  const stands = (/** @type {string} */ words) =>
    new RegExp(Array.from(bare(words), (each) => `[${each}\u2e80-\u2fdf]`).join(""), "u").test(printed);
  const report = parse(SAMPLE);
  // The browser's menu asks nobody: personal data is masked.
  for (const line of masked(SAMPLE, privatePlaces(SAMPLE, report)).split("\n").filter((each) => each.trim())) {
    assert.ok(stands(line), line);
  }
  const { relations, findings } = report;
  assert.ok(findings.length > 0);
  // The numbers in the text lead to what is said of them.
  for (const { message } of findings) assert.ok(stands(message), message);
  assert.ok(text.includes("SHA-256"));
  assert.ok(relations.length > 0);
  for (const { calculation } of relations) assert.ok(stands(calculation), calculation);
  for (const tool of ["全部收起", "打开之后的网络请求"]) assert.ok(!stands(tool), tool);
  // What was on paper is gone from the page.
  assert.equal(await page.locator("#print").count(), 0);
  assert.ok(await page.locator("#outline").isVisible());
  await page.context().close();
});

/** What stands on paper, without blanks. @param {import("../desk.mjs").Page} page */
async function printed(page) {
  const pdf = await page.pdf({ format: "A4" });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.normalize("NFKC").replace(/\s/g, "");
}

test("a comparison on paper: every row of the open table to its last column, and the table's name", async () => {
  const page = await open({ height: 400 });
  await paste(page, SECOND);
  await isRead(page, SECOND);
  await page.keyboard.press("Alt+6");
  await page.locator("dialog.compare-ask textarea").fill(FIRST);
  await page.locator("dialog.compare-ask footer .main").click();
  await page.locator("dialog.beside").waitFor();
  const { first, second, pairs, alone } = compare(FIRST, SECOND);
  const words = (/** @type {string} */ text, /** @type {[number, number]} */ span) => text.slice(...span).normalize("NFKC").replace(/\s/g, "");
  const paper = await printed(page);
  assert.ok(paper.startsWith(`对比:2021年→2022年·指标${pairs.length}`), paper.slice(0, 40));
  for (const pair of pairs) {
    assert.ok(paper.includes(words(FIRST, first.figures[pair.first].span)));
    assert.ok(paper.includes(words(SECOND, second.figures[pair.second].span)));
  }
  assert.ok((paper.match(/确定|可能/g) || []).length >= pairs.length);
  await page.locator("#tab-alone").click();
  const lone = await printed(page);
  assert.ok(alone.length > 0 && lone.includes("只在一份里"));
  for (const { report, figure } of alone) {
    assert.ok(lone.includes(report === "first" ? words(FIRST, first.figures[figure].span) : words(SECOND, second.figures[figure].span)));
  }
  assert.equal(await page.locator("#print").count(), 0);
  assert.ok(await page.locator("dialog.beside").isVisible());
  await page.context().close();
});

test("many reports on paper: also the rows that the screen has not drawn", async () => {
  const page = await open({ height: 400 });
  await page.keyboard.press("Alt+7");
  for (const year of [2021, 2022]) {
    await drop(page, `溪棠镇${year}.txt`, new TextEncoder().encode(SAMPLE.replace(/2023/g, String(year))));
    await page.locator("dialog.collect h2").filter({ hasText: String(year - 2020) }).waitFor();
  }
  await page.locator("#tab-long").click();
  const rows = Number(await page.locator("#panel-long table").getAttribute("aria-rowcount")) - 1;
  assert.ok(rows > 200 && (await page.locator("#panel-long tbody tr[data-index]").count()) < rows);
  await page.evaluate(() =>
    addEventListener("beforeprint", () => (document.body.dataset.rows = String(document.querySelectorAll("#print tbody tr").length))),
  );
  assert.match(await printed(page), /98%/);
  assert.equal(await page.locator("body").getAttribute("data-rows"), String(rows));
  await page.context().close();
});
