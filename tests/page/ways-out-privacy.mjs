/** Personal data and marks of secrecy before anything leaves. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { parse } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { isRead, open, paste, rowOf } from "../desk.mjs";

/** @typedef {import("../desk.mjs").Page} Page */

/** Planted, all of it invented: nothing of these may be left. */
const PLANTED = ["13900001234", "0599-8123456", "350105199001011235", "lin.xz@example.cn", "闽A12345", "6222020200112233446", "林晓舟"];

const PRIVATE = [
  "清溪镇2022年工作报告",
  "一、主要举措",
  "（一）普法宣传。全年开展讲座12次，受众300人次，由林晓舟主持。",
  "（二）纠纷化解。受理纠纷30件，当事人身份证号350105199001011235，手机13900001234，查扣闽A12345号车辆1台。",
  "捐款账号：6222020200112233446，收到捐款5万元。材料发至lin.xz@example.cn。",
  "二、下一步安排",
  "新建调解室3个，报名电话13900001234。",
  "（联系人：林晓舟，电话：0599-8123456）",
].join("\n");

/** @param {string} text */
async function withText(text) {
  const page = await open();
  await paste(page, text);
  await isRead(page, text);
  return page;
}

/** @param {Page} page @param {string} way */
async function choose(page, way) {
  await page.locator("#export").click();
  await page.locator(`#export-${way}`).click();
}

/** Everything that is in a file, zipped or not. @param {string} name @param {Buffer} bytes */
function wordsOf(name, bytes) {
  if (!name.endsWith(".xlsx")) return bytes.toString();
  return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString()).join("\n");
}

const mask = strings.zh.privacyMask;

test("what is masked is in no export, and stays masked without being asked again", async () => {
  const page = await withText(PRIVATE);
  await choose(page, "xlsx");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const listed = await dialog.locator(".private-words s").allTextContents();
  for (const words of PLANTED) assert.ok(listed.includes(words), `${words} is listed`);
  assert.equal(listed.filter((words) => words === "林晓舟").length, 2, "wherever the name stands");
  assert.equal(listed.filter((words) => words === "13900001234").length, 2);
  assert.ok(await page.getByRole("button", { name: mask }).evaluate((button) => button === document.activeElement), "masking is the answer at hand");
  const [first] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const files = [first];
  for (const way of ["csv", "json", "md", "sheet", "page", "txt"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), choose(page, way)]);
    files.push(download);
  }
  for (const file of files) {
    const name = file.suggestedFilename();
    const words = wordsOf(name, readFileSync(await file.path()));
    for (const planted of PLANTED) assert.equal(words.includes(planted), false, `${planted} in ${name}`);
  }
  const json = JSON.parse(readFileSync(await files[2].path(), "utf8"));
  assert.equal(json.provenance.masked, listed.length);
  assert.equal(json.provenance.characters, PRIVATE.length);
  const page_ = wordsOf("", readFileSync(await files[5].path()));
  for (const shown of ["林××", "139××××1234", "0599-×××3456", "350105××××××××××××", "l×××××@example.cn", "闽A×××45"]) {
    assert.ok(page_.includes(shown), `${shown} is what stands there`);
  }
  // Positions are those of the text on the desk.
  assert.deepStrictEqual(json.figures.map((/** @type {any} */ each) => each.span), parse(PRIVATE).figures.map((each) => each.span));
  // The desk itself is left as it was.
  assert.ok((await page.locator(".cm-content").textContent())?.includes("13900001234"));

  // The citation too, and the printed sheet.
  await rowOf(page, 0).click();
  await page.keyboard.press("Alt+c");
  await page.getByText(/^已复制/).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^全年开展讲座12次——/);
  for (const planted of PLANTED) assert.equal(copied.includes(planted), false);
  await page.evaluate(() => (window.print = () => (document.body.dataset.printed = document.querySelector("#print")?.textContent || "")));
  await choose(page, "print");
  await page.locator("body[data-printed]").waitFor();
  const printed = (await page.locator("body").getAttribute("data-printed")) ?? "";
  assert.ok(printed.includes("林××"));
  for (const planted of PLANTED) assert.equal(printed.includes(planted), false);
  await page.context().close();
});

test("what is not ticked stays; as it is; not at all; another text is asked about anew", async () => {
  const page = await withText(PRIVATE);
  const dialog = page.getByRole("dialog");
  await choose(page, "csv");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await dialog.count(), 0);
  await choose(page, "json");
  await page.getByRole("button", { name: strings.zh.cancel }).click();
  assert.equal(await dialog.count(), 0);

  await choose(page, "txt");
  await dialog.getByRole("checkbox", { name: /闽A12345/ }).uncheck();
  assert.equal(await dialog.getByRole("checkbox", { name: strings.zh.privacyEvery }).isChecked(), false);
  const [some] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: mask }).click()]);
  const words = readFileSync(await some.path(), "utf8");
  for (const planted of PLANTED) assert.equal(words.includes(planted), planted === "闽A12345", planted);

  // The answer can be changed, by an item of the menu that says what it is.
  await page.locator("#export").click();
  await page.locator("#export-privacy").click();
  await page.getByRole("button", { name: strings.zh.privacyAsIs }).click();
  const [whole] = await Promise.all([page.waitForEvent("download"), choose(page, "txt")]);
  const all = readFileSync(await whole.path(), "utf8");
  for (const planted of PLANTED) assert.ok(all.includes(planted), planted);

  const other = PRIVATE.replace("受众300人次", "受众310人次");
  await paste(page, other);
  await isRead(page, other);
  await choose(page, "txt");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await page.context().close();
});

test("a mark of secrecy has to be confirmed", async () => {
  const text = `机密★一年\n清溪镇2022年工作报告\n一、主要举措\n全年开展培训8场。`;
  const page = await withText(text);
  await choose(page, "csv");
  const dialog = page.getByRole("dialog", { name: strings.zh.secrecyTitle });
  await dialog.waitFor();
  assert.ok((await dialog.textContent())?.includes("机密"));
  await page.keyboard.press("Enter");
  assert.equal(await page.getByRole("dialog").count(), 0, "a hasty Enter exports nothing");
  await choose(page, "csv");
  const go = page.getByRole("button", { name: strings.zh.secrecyGoOn });
  const [download] = await Promise.all([page.waitForEvent("download"), go.click()]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  await page.context().close();
});

test("masks are as long as what they cover, in names and numbers of every kind", async () => {
  const text = [
    "清溪镇2022年工作报告",
    "一、主要举措",
    "全年开展培训8场。",
    "联系人：𬭚　明　电话：（0599）8123456",
    "传真：8123457",
  ].join("\n");
  const page = await withText(text);
  await choose(page, "json");
  await page.getByRole("dialog").waitFor();
  const shown = await page.locator(".private-words").allTextContents();
  assert.deepStrictEqual(
    shown.map((each) => each.split(" → ")).map(([words, masked]) => [words.length === masked.length, masked]),
    [[true, "𬭚　×"], [true, "（0599）×××3456"], [true, "×××3457"]],
  );
  await page.context().close();
});

test("on paper personal data is masked too: the key asks first, the browser's menu cannot and masks all", async () => {
  const page = await withText(PRIVATE);
  // As a browser prints: the leaf stands between the two events.
  await page.evaluate(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      document.body.dataset.paper = String(document.querySelector("#print")?.textContent);
      dispatchEvent(new Event("afterprint"));
    };
  });
  const paper = async () => String(await page.locator("body").getAttribute("data-paper"));
  await page.evaluate(() => window.print());
  for (const planted of PLANTED) assert.equal((await paper()).includes(planted), false, `${planted} by the menu`);
  assert.match(await paper(), /139××××1234[\s\S]*SHA-256/);

  await page.evaluate(() => delete document.body.dataset.paper);
  await page.keyboard.press("Control+p");
  await page.getByRole("button", { name: strings.zh.privacyAsIs }).click();
  await page.waitForFunction(() => document.body.dataset.paper);
  for (const planted of PLANTED) assert.ok((await paper()).includes(planted), `${planted} as it is, when that was the answer`);
  await page.context().close();
});
