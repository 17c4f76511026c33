/** The text pane: marks, typing, search. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { chosenWords, isRead, open, openSample, paste, REPORT, rowOf, SAMPLE, textOf } from "../desk.mjs";

test("a pasted report: marks stand where the core says, line breaks and all", async () => {
  const page = await open();
  await paste(page, REPORT.replaceAll("\n", "\r\n"));
  await isRead(page, REPORT);
  assert.equal(await textOf(page), REPORT);
  const { figures, dates } = parse(REPORT);
  const words = (/** @type {{ span: [number, number] }[]} */ found) => found.map(({ span }) => REPORT.slice(...span));
  assert.ok(figures.length >= 5);
  assert.deepStrictEqual(await page.locator(".cm-content .mark-figure").allTextContents(), words(figures));
  assert.deepStrictEqual(await page.locator(".cm-content .mark-date").allTextContents(), words(dates));
  await page.context().close();
});

test("typing: the reading follows, and marks keep to their words meanwhile", async () => {
  // Wide enough for each line to be one: End goes to where a line wraps.
  const page = await open({ width: 1920 });
  await paste(page, REPORT);
  await isRead(page, REPORT);
  await page.locator(".cm-line").nth(2).click();
  await page.keyboard.press("Home");
  const marked = await page.locator(".cm-content .mark-figure").allTextContents();
  await page.keyboard.type("　　");
  assert.deepStrictEqual(await page.locator(".cm-content .mark-figure").allTextContents(), marked);
  await page.keyboard.press("End");
  await page.keyboard.type("走访企业300多家。");
  const longer = REPORT.replace("（一）", "　　（一）").replace("人次。", "人次。走访企业300多家。");
  await isRead(page, longer);
  assert.equal(await textOf(page), longer);
  assert.ok((await page.locator(".cm-content .mark-figure").allTextContents()).includes("300多家"));
  await page.context().close();
});

for (const [form, head, marked] of /** @type {[string, string, string[]][]} */ ([
  ["alone", "松坪市2023年统计公报", ["松坪市2023年统计公报"]],
  ["with the sign of a footnote", "松坪市2023年统计公报①", ["松坪市2023年统计公报"]],
  ["with a footnote's number", "松坪市2023年统计公报[1]", ["松坪市2023年统计公报"]],
  ["over two lines", "松坪市2023年国民经济和\n社会发展统计公报", ["松坪市2023年国民经济和", "社会发展统计公报"]],
  ["stretched", "松 坪 市 2023 年 统 计 公 报", ["松 坪 市 2023 年 统 计 公 报"]],
])) {
  test(`the title stands out: ${form}`, async () => {
    const page = await open();
    const text = `${head}\n松坪市统计局\n2024年3月5日\n一、综合\n全年接待游客326万人次。`;
    await paste(page, text);
    await isRead(page, text);
    assert.equal(await page.locator(".cm-line.line-title").count(), marked.length);
    const lines = await page.locator(".cm-line.line-title").evaluateAll((all) =>
      all.map((line) => Array.from(line.querySelectorAll(".mark-title")).map((each) => each.textContent).join("")),
    );
    assert.deepStrictEqual(lines, marked);
    await page.context().close();
  });
}

test("a long address does not stretch the words before it", async () => {
  const page = await open();
  const text = `一、网站\n访问量12万次，网址https://example.invalid/${"abcdefghij".repeat(12)}的页面有34个。`;
  await paste(page, text);
  await isRead(page, text);
  const [figure, plain] = await Promise.all(["12万次", "34个"].map((words) => page.locator(".cm-content .mark-figure").filter({ hasText: words }).boundingBox()));
  assert.ok(figure && plain && figure.width < plain.width * 2, JSON.stringify([figure, plain]));
  await page.context().close();
});

test("a click in the text selects the row and the heading", async () => {
  const page = await open();
  await openSample(page);
  const { figures } = parse(SAMPLE);
  const index = figures.findIndex(({ span }) => SAMPLE.slice(...span) === "216项");
  assert.ok(index >= 0);
  await page.locator(".cm-content .mark-figure").filter({ hasText: /^216项$/ }).click();
  await rowOf(page, index).and(page.locator("[aria-selected=true]")).waitFor();
  assert.equal(await chosenWords(page), "216项");
  const chosen = page.locator("#outline [aria-selected=true] .title");
  assert.equal(await chosen.textContent(), "严格履行决策程序");
  // The slip about the figure must not lie over it, even at the foot of the pane.
  const lowest = page.locator(".cm-content .mark-figure").filter({ hasText: /^4\.8万件$/ });
  await lowest.scrollIntoViewIfNeeded();
  await page.locator(".cm-scroller").evaluate((scroller) => {
    const mark = [...scroller.querySelectorAll(".mark-figure")].find((each) => each.textContent === "4.8万件");
    if (mark) scroller.scrollTop += mark.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom + 10;
  });
  await lowest.click();
  const [place, slip] = await Promise.all([page.locator(".mark-chosen").boundingBox(), page.locator("#card").boundingBox()]);
  assert.ok(place && slip && place.y + place.height <= slip.y, JSON.stringify([place, slip]));
  // Running text that is no figure: its section.
  await page.locator(".cm-line").filter({ hasText: "加强规范性文件管理" }).locator(".mark-heading").click();
  await page.locator("#outline [aria-selected=true]").filter({ hasText: "加强规范性文件管理" }).waitFor();
  assert.equal(await page.locator("#figures [aria-selected=true]").count(), 0);
  await page.context().close();
});

test("search in the text", async () => {
  const page = await open();
  await openSample(page);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+f");
  await page.locator(".cm-search [name=search]").pressSequentially("调解");
  assert.ok((await page.locator(".cm-search").innerText()).includes(strings.zh.matchCase));
  await page.locator(".cm-search [name=next]").click();
  await page.locator(".cm-searchMatch-selected").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".cm-search").waitFor({ state: "detached" });
  await page.context().close();
});

test("the legend hides and shows a kind of mark", async () => {
  const page = await open();
  await paste(page, REPORT);
  await isRead(page, REPORT);
  const ground = () => page.locator(".cm-content .mark-figure").first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
  const before = await ground();
  const key = page.locator("#legend button").nth(1);
  await key.click();
  assert.notEqual(await ground(), before);
  assert.equal(await key.getAttribute("aria-pressed"), "false");
  await key.click();
  assert.equal(await ground(), before);
  await page.context().close();
});

test("a text of 5 MB: only what is in sight is drawn", async () => {
  const page = await open();
  const once = `${SAMPLE}\n`;
  const text = once.repeat(Math.ceil(5_000_000 / Buffer.byteLength(once)));
  await page.locator("#file").setInputFiles({ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await isRead(page, text);
  const { figures } = parse(text);
  await page.locator("#figures-body").evaluate((pane) => (pane.scrollTop = pane.scrollHeight / 2));
  await page.locator(`#figures tbody tr[data-index="${Math.floor(figures.length / 2)}"]`).waitFor();
  assert.ok((await page.locator("#figures tbody tr").count()) < 120);
  assert.ok((await page.locator(".mark-figure").count()) < 2000);
  await page.locator("#figures-body").evaluate((pane) => (pane.scrollTop = pane.scrollHeight));
  const last = figures.length - 1;
  await rowOf(page, last).click();
  assert.equal(await chosenWords(page), text.slice(...figures[last].span));
  await page.context().close();
});

for (const [name, away] of /** @type {[string, (page: import("../desk.mjs").Page) => Promise<void>][]} */ ([
  ["undo", (page) => page.keyboard.press("ControlOrMeta+z")],
  ["a paste", (page) => paste(page, REPORT)],
  ["clearing", (page) => page.locator("#clear").click()],
])) {
  test(`what was said of the text goes with it: ${name} leaves no old count standing`, async () => {
    const page = await open();
    await openSample(page);
    await page.keyboard.press("F8");
    await page.keyboard.press("Enter");
    await page.locator("#message").filter({ hasText: "已改正" }).waitFor();
    const many = await page.locator("#side-tabs [data-side=findings] .tally").textContent();
    assert.ok((await page.locator("#message").textContent())?.includes(`还有 ${many} 条`));
    await away(page);
    await page.locator("#message").filter({ hasText: /^$/ }).waitFor({ state: "attached", timeout: 3000 });
    await page.context().close();
  });
}

test("the length is what a reader counts: no blanks, no line breaks, a rare character as one", async () => {
  const page = await open();
  for (const [text, length] of [[" 　　\n\n \t", "0 字"], ["一、总 则\n　　全年𬭚12次。", "11 字"]]) {
    await paste(page, text);
    await page.locator("#counts").filter({ hasText: new RegExp(`^${length}`) }).waitFor();
  }
  await page.context().close();
});
