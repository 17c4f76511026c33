/** Many reports in one table: files, columns, what is corrected by hand, pictures, files. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import ExcelJS from "exceljs";
import { collect } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { complaints } from "../axe.mjs";
import { isRead, open, paste, rowsOfCsv, visit } from "../desk.mjs";
import { FIRST, neighbour, SECOND } from "./two-years.mjs";

/** @typedef {import("playwright-core").Page} Page */

const { zh } = strings;

const TEXTS = [
  { source: "石浦2021.txt", text: FIRST },
  { source: "石浦2022.txt", text: SECOND },
  { source: "青石2021.txt", text: neighbour("青石乡", 2021, 18, 70) },
  { source: "青石2022.txt", text: neighbour("青石乡", 2022, 20, 66, "送法下乡") },
  { source: "白沙2021.txt", text: neighbour("白沙镇", 2021, 25, 131) },
  { source: "白沙2022.txt", text: neighbour("白沙镇", 2022, 31, 148) },
];

/** @param {string} name @param {string} text */
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** @param {Parameters<typeof open>[0]} [settings] @param {typeof TEXTS} [texts] */
async function collected(settings, texts = TEXTS) {
  const page = await open(settings);
  await page.locator("#file").setInputFiles(texts.map(({ source, text }) => file(source, text)));
  await page.locator("dialog.collect").waitFor();
  return page;
}

/** @param {Page} page @param {string} panel @param {string} [words] */
const rows = (page, panel, words) => page.locator(`#panel-${panel} tbody tr[data-index]`).filter(words ? { hasText: words } : {});
/** Cells of a row. @param {import("playwright-core").Locator} row */
const cells = (row) => row.locator("td").allTextContents();

/** @param {Page} page @param {() => Promise<void>} press */
async function saved(page, press) {
  const coming = page.waitForEvent("download");
  await press();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("several files at once become a table: bad ones are named and passed over", async () => {
  const page = await collected({}, [...TEXTS.slice(0, 3), { source: "扫描.pdf", text: "%PDF-1.7\n" }, { source: "重复.txt", text: FIRST }]);
  assert.equal(await page.locator("dialog.collect h2").textContent(), "汇总：3 份报告");
  const told = await page.locator(".bad li").allTextContents();
  assert.equal(told.length, 2);
  assert.match(told[0], /^扫描\.pdf 是 PDF/);
  assert.match(told[1], /^重复\.txt/);
  const heads = await page.locator("#panel-wide th").allTextContents();
  assert.deepStrictEqual(heads.slice(3), ["石浦乡 2021年", "石浦乡 2022年", "青石乡 2021年"]);
  assert.deepStrictEqual((await cells(rows(page, "wide", "法治讲座"))).slice(1), ["场", "3", "12", "18", "18"]);
  // A row for every figure, with its sentence.
  await page.locator("#tab-long").click();
  const all = collect(TEXTS.slice(0, 3)).reports.flatMap((report) => report.rows);
  assert.equal(await rows(page, "long").count(), all.length);
  await rows(page, "long", "143条").click();
  assert.equal(await page.locator("#panel-long .detail q").textContent(), "主动公开政府信息143条。");
  await page.locator("#tab-reports").click();
  assert.deepStrictEqual((await cells(rows(page, "reports", "石浦2021")))[5], `✓ ${zh.partThere}`);
  await page.context().close();
});

test("files are added, the text on the desk too; it stays, and clearing everything forgets the table", async () => {
  const page = await open();
  await paste(page, SECOND);
  await isRead(page, SECOND);
  await page.keyboard.press("Alt+7");
  await page.getByText(zh.collectNone).waitFor();
  await page.getByRole("button", { name: zh.collectDesk }).click();
  await page.locator("dialog.collect h2").filter({ hasText: "1 份" }).waitFor();
  await page.locator("dialog.collect input[type=file]").setInputFiles([file("白沙.txt", TEXTS[4].text), file("青石.txt", TEXTS[2].text)]);
  await page.locator("dialog.collect h2").filter({ hasText: "3 份" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#collect").click();
  await page.locator("dialog.collect h2").filter({ hasText: "3 份" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: zh.clearAllDo }).click();
  await page.getByRole("button", { name: zh.clearAllYes, exact: true }).click();
  await page.locator("body.empty").waitFor();
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.locator("#collect").click();
  await page.getByText(zh.collectNone).waitFor();
  const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  assert.deepStrictEqual(stored, [0, 0, ""]);
  await page.context().close();
});

test("a dropped folder is gone through, folders in it too", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gangmu-folder-"));
  mkdirSync(path.join(folder, "2022"));
  for (const [name, { text }] of /** @type {const} */ ([["a.txt", TEXTS[0]], ["2022/b.txt", TEXTS[1]], ["2022/c.txt", TEXTS[3]], [".hidden", TEXTS[4]]])) {
    writeFileSync(path.join(folder, name), text);
  }
  const page = await open();
  const session = await page.context().newCDPSession(page);
  for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"])) {
    await session.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data: { items: [], files: [folder], dragOperationsMask: 1 } });
  }
  await page.locator("dialog.collect h2").filter({ hasText: "3 份报告" }).waitFor();
  assert.equal(await page.locator(".bad").count(), 0);
  await page.context().close();
  rmSync(folder, { recursive: true });
});

test("two files at once: asked whether to compare or to collect", async () => {
  const page = await open();
  await page.locator("#file").setInputFiles([file("甲.txt", FIRST), file("乙.txt", SECOND)]);
  await page.locator("dialog.question [data-value=compare]").click();
  await page.locator("dialog.beside h2").filter({ hasText: "2021年 → 2022年" }).waitFor();
  await page.keyboard.press("Escape");
  await isRead(page, FIRST);
  await page.context().close();
});

test("columns: a name and a figure are moved, columns merged and split, undone, saved and read again", async () => {
  const page = await collected();
  /** @param {string} words */
  const share = async (words) => (await cells(rows(page, "columns", words)))[3];
  await page.locator("#tab-columns").click();
  const before = await rows(page, "columns").count();
  // One column into another.
  await rows(page, "columns", "送法下乡").click();
  await page.locator(".mending input[list]").fill("法治讲座（场）");
  await page.getByRole("button", { name: zh.move, exact: true }).click();
  assert.equal(await rows(page, "columns").count(), before - 1);
  assert.equal(await share("法治讲座"), "6");
  // A figure of it into a column of its own.
  await page.locator(".names ul label").filter({ hasText: "25场" }).click();
  await page.getByRole("button", { name: zh.ownColumn }).click();
  assert.equal(await rows(page, "columns", `法治讲座${zh.otherColumn}`).count(), 1);
  assert.equal(await rows(page, "columns").count(), before);
  // A name of it back out.
  await rows(page, "columns").filter({ hasNotText: zh.otherColumn }).filter({ hasText: "法治讲座" }).click();
  await page.locator(".names > li > label").filter({ hasText: "送法下乡" }).click();
  await page.getByRole("button", { name: zh.ownColumn }).click();
  assert.equal(await rows(page, "columns", "送法下乡").count(), 1);
  await page.getByRole("button", { name: zh.undoCorrection }).click();
  assert.equal(await rows(page, "columns", "送法下乡").count(), 0);
  // The wide table goes along.
  await page.locator("#tab-wide").click();
  assert.deepStrictEqual((await cells(rows(page, "wide", "法治讲座").first())).slice(2), ["5", "12", "18", "18", "20", "", "31"]);
  await page.locator("#tab-columns").click();
  const { name, bytes } = await saved(page, () => page.getByRole("button", { name: zh.saveCorrections }).click());
  assert.equal(name, `${zh.correctionsName}.json`);
  assert.equal(JSON.parse(bytes.toString()).corrections.length, 2);

  const other = await collected();
  await other.locator("#tab-columns").click();
  /** @param {string} named @param {Uint8Array} content */
  const read = async (named, content) => {
    const chooser = other.waitForEvent("filechooser");
    await other.getByRole("button", { name: zh.readCorrections }).click();
    await (await chooser).setFiles({ name: named, mimeType: "application/json", buffer: Buffer.from(content) });
  };
  await read("别的.json", Buffer.from("{}"));
  await other.getByText("别的.json 不是").waitFor();
  await read("改动.json", bytes);
  await other.getByText("改动 2 处，用上 2 处").waitFor();
  assert.equal(await rows(other, "columns", `法治讲座${zh.otherColumn}`).count(), 1);
  await page.context().close();
  await other.context().close();
});

test("the files: workbook with its sheets, the open table as CSV, Markdown", async () => {
  const page = await collected();
  /** @param {string} ending */
  const save = (ending) =>
    saved(page, async () => {
      await page.locator(`.large-foot [data-save=${ending}]`).click();
      await page.locator("dialog.privacy [data-value=mask]").click();
    });
  const { reports, columns } = collect(TEXTS);
  const figures = reports.flatMap((report) => report.rows).length;
  const book = new ExcelJS.Workbook();
  const { name, bytes } = await save("xlsx");
  assert.equal(name, "6份报告汇总.xlsx");
  await book.xlsx.load(/** @type {any} */ (bytes));
  /** @param {string} sheet */
  const many = (sheet) => (book.getWorksheet(sheet)?.rowCount ?? 0) - 1;
  assert.deepStrictEqual([zh.longTab, zh.wideTab, zh.fiveParts].map(many), [figures, columns.length, TEXTS.length]);
  const wide = rowsOfCsv((await save("csv")).bytes.toString().slice(1));
  assert.deepStrictEqual(wide.find(([indicator]) => indicator === "法治讲座"), ["法治讲座", "场", "5", "12", "18", "18", "", "25", "31"]);
  await page.locator("#tab-long").click();
  const long = rowsOfCsv((await save("csv")).bytes.toString().slice(1));
  assert.equal(long.length, figures + 1);
  assert.ok(long.every((row) => row.length === long[0].length));
  const markdown = (await save("md")).bytes.toString();
  assert.ok(markdown.includes("| 石浦2021.txt | 石浦乡 | 2021 |") && !markdown.includes("7654321"));
  await page.context().close();
});

test("a picture over years and one over places, as SVG and as PNG", async () => {
  const page = await collected();
  await rows(page, "wide", "矛盾纠纷").first().click();
  const drawn = page.locator("svg.chart");
  assert.equal(await drawn.locator(".line").count(), 3);
  assert.equal(await drawn.locator(".dot").count(), 6);
  assert.match((await drawn.getAttribute("aria-label")) ?? "", /石浦乡 2021 88件.*白沙镇 2022 148件/);
  const svg = await saved(page, () => page.locator("[data-save=svg]").click());
  assert.equal(svg.name, "矛盾纠纷（件）.svg");
  const words = svg.bytes.toString();
  for (const each of ["矛盾纠纷（件）", "2021", "2022", "白沙镇", "据 6 份报告"]) assert.ok(words.includes(each), each);
  assert.doesNotMatch(words, /style=|<script|href=|<foreignObject/);
  const png = await saved(page, () => page.locator("[data-save=png]").click());
  assert.equal(png.name, "矛盾纠纷（件）.png");
  assert.deepStrictEqual([...png.bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
  assert.equal(png.bytes.readUInt32BE(16), 1280);
  // A browser shows the SVG by itself, and the PNG is no empty sheet.
  const shades = await page.evaluate(async ([file, image]) => {
    const seen = [];
    for (const address of [`data:image/svg+xml;base64,${file}`, `data:image/png;base64,${image}`]) {
      const shown = new Image();
      shown.src = address;
      await shown.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [320, 150];
      const context = canvas.getContext("2d");
      context?.drawImage(shown, 0, 0, 320, 150);
      seen.push(new Set(context?.getImageData(0, 0, 320, 150).data).size);
    }
    return seen;
  }, [svg.bytes.toString("base64"), png.bytes.toString("base64")]);
  assert.ok(shades.every((many) => many > 20), `${shades}`);
  await page.context().close();

  const towns = await collected({}, [TEXTS[0], TEXTS[2], TEXTS[4]]);
  await rows(towns, "wide", "矛盾纠纷").first().click();
  assert.equal(await towns.locator("svg.chart .bar").count(), 3);
  // An indicator of one report alone has no picture.
  await towns.locator("#panel-wide select").selectOption("1");
  await rows(towns, "wide", "罚没款").click();
  await towns.getByText(zh.chartTooFew).waitFor();
  await towns.context().close();
});

test("two hundred files: only the rows in sight are drawn, and the keyboard goes through them", async () => {
  const many = Array.from({ length: 200 }, (_, i) => ({ source: `${i}.txt`, text: neighbour(`第${i}乡`, 2022, i + 1, i + 50) }));
  const page = await collected({}, many);
  await page.locator("#tab-long").click();
  assert.equal(await page.locator("#tab-long .tally").textContent(), "400");
  assert.ok((await rows(page, "long").count()) < 100);
  await rows(page, "long").first().focus();
  await page.keyboard.press("End");
  assert.match((await page.locator("#panel-long .detail q").textContent()) ?? "", /受理矛盾纠纷249件/);
  assert.deepStrictEqual(visit.troubles, []);
  await page.context().close();
});

for (const [scheme, language] of /** @type {const} */ ([["light", "en"], ["dark", "zh"]])) {
  test(`axe-core has nothing to say (${scheme}, ${language})`, async () => {
    const page = await collected({ scheme, language });
    for (const tab of ["wide", "long", "columns", "reports"]) {
      await page.locator(`#tab-${tab}`).click();
      await rows(page, tab).first().click();
      assert.deepStrictEqual(await complaints(page), [], tab);
    }
    await page.context().close();
  });
}

test("no number and no unit is cut in the tables, however narrow the window", async () => {
  const texts = [2021, 2022, 2023].map((year) => ({
    source: `松坪${year}.txt`,
    text: [
      `松坪市${year}年统计公报`,
      "一、综合",
      `全年地区生产总值${year - 159}.32亿元。城镇化率6${year % 10}.2%，比上年末提高1.5个百分点。`,
      `${year}年1月至6月完成固定资产投资约1,234,${year % 1000}.89万元，发放补贴1200万元—13${year % 100}万元。`,
    ].join("\n"),
  }));
  const page = await collected({ width: 1400 }, texts);
  for (const width of [1400, 1100, 800, 390]) {
    await page.setViewportSize({ width, height: 768 });
    for (const tab of ["wide", "long"]) {
      await page.locator(`#tab-${tab}`).click();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))));
      const cut = await page.locator(`#panel-${tab} td:not(:first-child)`).evaluateAll((all) =>
        all.filter((cell) => /\d|百分点/.test(cell.textContent ?? "") && cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
      );
      assert.deepStrictEqual(cut, [], `${tab} ${width}`);
      // Nor does the pane's edge cut one.
      const partly = await page.locator(`#panel-${tab} .pane-body`).evaluate((pane) => {
        const edge = pane.getBoundingClientRect().right;
        return Array.from(pane.querySelectorAll("th"), (head) => head.getBoundingClientRect()).filter(({ left, right }) => left < edge - 2 && right > edge + 2).length;
      });
      assert.equal(partly, 0, `${tab} ${width}`);
    }
  }
  await page.context().close();
});
