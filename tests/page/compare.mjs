/** Two reports side by side: pairs, lone figures, plans, outlines, the five parts; what is corrected by hand; files. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import ExcelJS from "exceljs";
import { compare } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { complaints } from "../axe.mjs";
import { chosenWords, drop, isRead, open, paste, rowsOfCsv } from "../desk.mjs";
import { FIRST, SECOND } from "./two-years.mjs";

/** @typedef {import("playwright-core").Page} Page */

const { zh } = strings;

/** The second year on the desk, the first pasted beside it. @param {Parameters<typeof open>[0]} [settings] */
async function beside(settings) {
  const page = await open(settings);
  await paste(page, SECOND);
  await isRead(page, SECOND);
  await page.keyboard.press("Alt+6");
  const main = page.locator("dialog.compare-ask footer .main");
  assert.ok(await main.isDisabled(), "nothing to compare with as yet");
  await page.locator("dialog.compare-ask textarea").fill(FIRST);
  await main.click();
  await page.locator("dialog.beside").waitFor();
  return page;
}

/** @param {Page} page @param {string} panel */
const rows = (page, panel) => page.locator(`#panel-${panel} tbody tr[data-index]`);
/** @param {Page} page @param {string} words */
const pairOf = (page, words) => rows(page, "pairs").filter({ hasText: words });
/** Cells of a row. @param {import("playwright-core").Locator} row */
const cells = (row) => row.locator("td").allTextContents();

test("the earlier year comes first, and every pair of the core has its row", async () => {
  const page = await beside();
  assert.equal(await page.locator("dialog.beside h2").textContent(), "对比：2021年 → 2022年");
  const { pairs, alone, plans } = compare(FIRST, SECOND);
  assert.equal(await rows(page, "pairs").count(), pairs.length);
  for (const [name, many] of /** @type {const} */ ([["pairs", pairs.length], ["alone", alone.length], ["plans", plans.length]])) {
    assert.equal(await page.locator(`#tab-${name} .tally`).textContent(), String(many), name);
  }
  const [, before, after, difference, percent] = await cells(pairOf(page, "法治讲座"));
  assert.deepStrictEqual([before, after, difference, percent], ["12场", "18场", "+6场", "+50%"]);
  const rate = await cells(pairOf(page, "调解成功率"));
  assert.deepStrictEqual([rate[3], rate[4]], ["+3.9 个百分点", ""]);
  // The lost 万 is pointed out.
  assert.match((await cells(pairOf(page, "宣传资料")))[6], /万/);
  await page.context().close();
});

test("a row shows both sentences, and leads to the place on the desk", async () => {
  const page = await beside();
  await pairOf(page, "法治讲座").click();
  assert.deepStrictEqual(await page.locator("#panel-pairs .detail mark").allTextContents(), ["12场", "18场"]);
  await page.getByRole("button", { name: zh.toDesk }).click();
  await page.locator("dialog").waitFor({ state: "detached" });
  assert.equal(await chosenWords(page), "18场");
  // The other report is still there; by keyboard a row leads to the text as well.
  await page.locator("#compare").click();
  await rows(page, "pairs").first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.locator("dialog").waitFor({ state: "detached" });
  assert.ok(await page.locator(".cm-content").evaluate((content) => content === document.activeElement));
  await page.context().close();
});

test("pairs are filtered by what is to be noted, found by words, and sorted", async () => {
  const page = await beside();
  const { pairs } = compare(FIRST, SECOND);
  await page.locator("#panel-pairs select").selectOption("jump");
  assert.equal(await rows(page, "pairs").count(), pairs.filter(({ remarks }) => remarks.includes("jump")).length);
  await page.locator("#panel-pairs select").selectOption("");
  await page.locator("#panel-pairs input").fill("18场");
  assert.equal(await rows(page, "pairs").count(), 1);
  await page.locator("#panel-pairs input").fill("");
  const head = page.locator("#panel-pairs th").nth(4);
  await head.locator("button").click();
  await head.locator("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  const most = Math.max(...pairs.map(({ percent }) => percent ?? -Infinity));
  assert.equal((await cells(rows(page, "pairs").first()))[4], `+${most.toLocaleString("en")}%`);
  await page.context().close();
});

test("a pair is taken apart, and two lone figures are made one", async () => {
  const page = await beside();
  const many = await rows(page, "pairs").count();
  await pairOf(page, "法治讲座").click();
  await page.getByRole("button", { name: zh.pairApart }).click();
  assert.equal(await rows(page, "pairs").count(), many - 1);
  await page.locator("#tab-alone").click();
  const sides = page.locator("#panel-alone .side");
  const lost = sides.nth(0).locator("tr[data-index]").filter({ hasText: "12场" });
  assert.match((await cells(lost))[2], new RegExp(zh.reasonApart));
  const make = page.getByRole("button", { name: zh.pairTogether });
  assert.ok(await make.isDisabled());
  await lost.click();
  await sides.nth(1).locator("tr[data-index]").filter({ hasText: "143条" }).click();
  await make.click();
  await page.locator("#tab-pairs").click();
  const made = await cells(pairOf(page, "143条"));
  assert.deepStrictEqual([made[1], made[3], made[5], made[6]], ["12场", "", zh.pairHand, zh.remarkUnit]);
  // Turned round, the corrections stay.
  await page.getByRole("button", { name: zh.compareTurn }).click();
  await page.locator("dialog.beside h2").filter({ hasText: "2022年 → 2021年" }).waitFor();
  assert.deepStrictEqual((await cells(pairOf(page, "143条"))).slice(1, 3), ["143条", "12场"]);
  await page.context().close();
});

test("plans, outlines, and the five parts", async () => {
  const page = await beside();
  const { plans, sections } = compare(FIRST, SECOND);
  await page.locator("#tab-plans").click();
  assert.equal(await rows(page, "plans").count(), plans.length);
  const square = rows(page, "plans").filter({ hasText: "新建法治文化广场2个" });
  assert.match((await cells(square)).join("|"), new RegExp(`${zh.planWithFigure}.*建成法治文化广场`));
  await page.locator("#tab-sections").click();
  assert.equal(await rows(page, "sections").count(), sections.length);
  assert.match(await rows(page, "sections").filter({ hasText: "政务公开" }).innerText(), new RegExp(zh.sectionNew));
  await page.locator("#tab-sections").focus();
  await page.keyboard.press("ArrowRight");
  const parts = await Promise.all((await rows(page, "parts").all()).map(cells));
  assert.equal(parts.length, 5);
  assert.deepStrictEqual(parts.find(([name]) => name === zh.roleProblems)?.slice(1), [`✓ ${zh.partThere}`, `✓ ${zh.partThere}`]);
  assert.deepStrictEqual(parts.find(([name]) => name === zh.roleLeadership)?.slice(1), [`✗ ${zh.partMissing}`, `✗ ${zh.partMissing}`]);
  await page.context().close();
});

test("the files: workbook, table and Markdown, with personal data masked as asked", async () => {
  const page = await beside();
  /** @param {string} ending */
  const save = async (ending) => {
    const coming = page.waitForEvent("download");
    await page.locator(`dialog.beside [data-save=${ending}]`).click();
    await page.locator("dialog.privacy [data-value=mask]").click();
    const download = await coming;
    assert.equal(download.suggestedFilename(), `2021年与2022年对比.${ending}`);
    return readFileSync(await download.path());
  };
  const { pairs, alone, plans, sections } = compare(FIRST, SECOND);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(/** @type {any} */ (await save("xlsx")));
  assert.deepStrictEqual(book.worksheets.map(({ name, rowCount }) => [name, rowCount - 1]).slice(0, 5), [
    [zh.pairs, pairs.length],
    [zh.alone, alone.length],
    [zh.plans, plans.length],
    [zh.sections, sections.length],
    [zh.fiveParts, 5],
  ]);
  const csv = (await save("csv")).toString();
  assert.ok(csv.startsWith("\ufeff"));
  const table = rowsOfCsv(csv.slice(1));
  assert.equal(table.length, pairs.length + 1);
  assert.ok(table.every((row) => row.length === table[0].length));
  assert.deepStrictEqual(table.find((row) => row[2] === "18场")?.slice(1, 5), ["12场", "18场", "6", "50"]);
  const markdown = (await save("md")).toString();
  assert.match(markdown, /^# 2021年与2022年对比\n/);
  assert.ok(markdown.includes("| 12场 | 18场 | 6 | 50 |"));
  for (const words of [csv, markdown]) assert.ok(!words.includes("7654321"));
  await page.context().close();
});

test("the other report as a file, chosen or dropped; a bad one is named, and clearing everything forgets it", async () => {
  const page = await open();
  await paste(page, FIRST);
  await isRead(page, FIRST);
  await page.locator("#compare").click();
  await drop(page, "扫描件.pdf", new TextEncoder().encode("%PDF-1.7\n%âãÏÓ"));
  await page.locator("dialog.compare-ask").getByText("扫描件.pdf 是 PDF").waitFor();
  await drop(page, "次年.txt", new TextEncoder().encode(SECOND));
  await page.locator("dialog.beside").waitFor();
  // The text on the desk is the earlier here.
  assert.equal(await page.locator("dialog.beside h2").textContent(), "对比：2021年 → 2022年");
  await page.keyboard.press("Escape");
  assert.match(await page.locator(".cm-content").innerText(), /石浦乡2021年度/);
  await page.keyboard.press("Control+,");
  await page.locator("dialog.settings").getByRole("button", { name: zh.clearAllDo }).click();
  await page.locator("dialog.question [data-value=yes]").click();
  await page.locator("body.empty").waitFor();
  await page.keyboard.press("Escape");
  await paste(page, FIRST);
  await page.locator("#compare").click();
  await page.locator("dialog.compare-ask").waitFor();
  await page.context().close();
});

for (const [scheme, language] of /** @type {const} */ ([["light", "zh"], ["dark", "en"]])) {
  test(`axe-core has nothing to say (${scheme}, ${language})`, async () => {
    const page = await beside({ scheme, language });
    await rows(page, "pairs").first().click();
    for (const tab of ["pairs", "alone", "plans", "sections", "parts"]) {
      await page.locator(`#tab-${tab}`).click();
      assert.deepStrictEqual(await complaints(page), [], tab);
    }
    await page.context().close();
  });
}

test("no number is cut in the table of pairs, however narrow the window", async () => {
  const of = (/** @type {number} */ year) =>
    `松坪市${year}年统计公报\n一、综合\n全年地区生产总值${year - 159}.32亿元，提高1.5个百分点。发放补贴1200万元—13${year % 100}万元。完成固定资产投资约1,234,${year % 1000}.89万元。`;
  const page = await open({ width: 1400 });
  await page.locator("#file").setInputFiles([2022, 2023].map((year) => ({ name: `${year}.txt`, mimeType: "text/plain", buffer: Buffer.from(of(year)) })));
  await page.locator("dialog [data-value=compare]").click();
  await rows(page, "pairs").first().waitFor();
  for (const width of [1400, 1100, 800, 390]) {
    await page.setViewportSize({ width, height: 768 });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))));
    const cut = await page.locator("#panel-pairs td.written, #panel-pairs td.amount").evaluateAll((all) =>
      all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
    assert.deepStrictEqual(cut, [], `${width}`);
  }
  await page.context().close();
});

test("a table wider than its pane shows no column in part, at rest and scrolled", async () => {
  const page = await beside({ width: 640, height: 512 });
  const pane = page.locator("#panel-pairs .pane-body");
  const partly = () =>
    pane.evaluate((scroller) => {
      const { left, right } = scroller.getBoundingClientRect();
      const heads = Array.from(scroller.querySelectorAll("th"), (head) => head.getBoundingClientRect());
      const from = heads[0].right;
      return heads.slice(1).filter((box) => (box.left < from - 2 && box.right > from + 2) || (box.left < right - 2 && box.right > right + 2)).length + Number(Math.abs(heads[0].left - left) > 2);
    });
  assert.ok(await pane.evaluate((scroller) => scroller.scrollWidth > scroller.clientWidth + 50), "it scrolls sideways");
  assert.equal(await partly(), 0);
  const end = await pane.evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
  await pane.evaluate((scroller, far) => (scroller.scrollLeft = far), end);
  await page.waitForTimeout(300);
  assert.ok(await pane.evaluate((scroller) => scroller.scrollLeft > 100));
  assert.equal(await partly(), 0);
  await page.context().close();
});

test("at 400 % zoom the comparison scrolls: table, quotes and buttons each have room", async () => {
  const page = await beside();
  await page.setViewportSize({ width: 320, height: 256 });
  const table = await page.locator("#panel-pairs .pane-body").boundingBox();
  assert.ok(table && table.height > 150, JSON.stringify(table));
  await rows(page, "pairs").nth(1).click();
  const save = page.locator(".large-foot button").last();
  await save.scrollIntoViewIfNeeded();
  await save.click({ trial: true });
  await page.context().close();
});
