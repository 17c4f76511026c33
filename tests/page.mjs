/**
 * The page as it is built, in Chromium: every way in, every way out, and that nothing leaves the machine.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { launchChromium } from "../scripts/chromium.mjs";
import { inRoot } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { parse, toMarkdown } from "../js/node.js";
import { strings } from "../www/strings.js";

const SAMPLE = readFileSync(inRoot("www", "sample.txt"), "utf8");
const REPORT = [
  "清溪镇2021年工作报告",
  "一、主要举措",
  "（一）普法宣传。全年开展讲座12次，受众1.1万余人次。",
  "（二）纠纷化解。受理纠纷30件，其中邻里18件、合同12件。",
  "二、下一步安排",
  "𬭚业园区😀新建调解室3个。",
].join("\n");

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {import("playwright-core").Browser} */
let browser;
/** @type {string[]} What went wrong in any page, and every address asked for. */
let troubles = [];
/** @type {string[]} */
let requests = [];

before(async () => {
  server = await serve(inRoot("dist", "www"));
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

afterEach(() => {
  const foreign = requests.filter((address) => !address.startsWith(server.url) && !address.startsWith("blob:"));
  assert.deepStrictEqual(foreign, [], "no request leaves the origin");
  assert.deepStrictEqual(troubles, [], "no error in the console");
  troubles = [];
  requests = [];
});

/**
 * A new page, ready to be used.
 * @param {{ language?: "zh" | "en", width?: number, height?: number }} [settings]
 */
async function open({ language = "zh", width = 1366, height = 768 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true });
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.goto(`${server.url}#${language}`);
  await page.locator("body[data-ready]").waitFor();
  return page;
}

/** @typedef {import("playwright-core").Page} Page */

/** Waits until the text on the desk has been read. @param {Page} page @param {string} text */
async function isRead(page, text) {
  const { figures, outline } = parse(text);
  /** @type {(headings: typeof outline) => number} */
  const count = (headings) => headings.reduce((sum, heading) => sum + 1 + count(heading.children), 0);
  await page.locator(`#figures table[aria-rowcount="${figures.length + 1}"]`).waitFor({ state: "attached" });
  const headings = new RegExp(`^${count(outline) || ""}$`);
  await page.locator("#outline-tally").filter({ hasText: headings }).waitFor({ state: "attached" });
}

/** @param {Page} page */
async function openSample(page) {
  await page.locator("#sample").click();
  await isRead(page, SAMPLE);
}

/** Pastes by the system's clipboard. @param {Page} page @param {string} text */
async function paste(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
}

/** Drops a file on the page. @param {Page} page @param {string} name @param {Uint8Array} bytes */
const drop = (page, name, bytes) =>
  page.evaluate(
    ([file, content]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(/** @type {number[]} */ (content))], String(file)));
      const target = document.querySelector(".cm-content") || document.body;
      for (const type of ["dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
      }
    },
    /** @type {const} */ ([name, Array.from(bytes)]),
  );

/** The text in the editor; right only for texts that are on the screen as a whole. @param {Page} page */
const textOf = async (page) => (await page.locator(".cm-line").allTextContents()).join("\n");

/** @param {Page} page @param {number} index of the figure */
const rowOf = (page, index) => page.locator(`#figures tbody tr[data-index="${index}"]`);

/** What the chosen mark holds; it may be drawn in several pieces. @param {Page} page */
const chosenWords = async (page) => (await page.locator(".cm-content .mark-chosen").allTextContents()).join("");

/** Bytes of a text in GB18030, for characters that it writes in two bytes. @param {string} text */
function gb18030(text) {
  const decoder = new TextDecoder("gb18030");
  /** @type {Map<string, number[]>} */
  const table = new Map();
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from(Array.from(text).flatMap((each) => (each < "\x80" ? [each.charCodeAt(0)] : table.get(each) ?? [0x3f])));
}

/** Rows of a CSV file (RFC 4180). @param {string} csv */
function rowsOfCsv(csv) {
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const row = rows[rows.length - 1];
    if (quoted && csv[i] === '"' && csv[i + 1] === '"') row[row.length - 1] += csv[i++];
    else if (csv[i] === '"') quoted = !quoted;
    else if (!quoted && csv[i] === ",") row.push("");
    else if (!quoted && csv[i] === "\r" && csv[i + 1] === "\n") {
      i++;
      rows.push([""]);
    } else row[row.length - 1] += csv[i];
  }
  assert.deepStrictEqual(rows.pop(), [""], "the last line is ended");
  return rows;
}

test("the strings of both languages have the same keys and places", () => {
  const places = (/** @type {string} */ sentence) => (sentence.match(/\{\w+\}|\$/g) ?? []).sort();
  assert.deepStrictEqual(Object.keys(strings.zh), Object.keys(strings.en));
  for (const [key, sentence] of Object.entries(strings.zh)) {
    const other = strings.en[/** @type {keyof typeof strings.zh} */ (key)];
    assert.deepStrictEqual(places(sentence), places(other), key);
    assert.notEqual(sentence.trim(), "", key);
    assert.notEqual(other.trim(), "", key);
  }
});

test("every sentence that the page names is there", () => {
  const html = readFileSync(inRoot("www", "index.html"), "utf8");
  for (const [, key] of html.matchAll(/data-(?:text|title|label|placeholder)="(\w+)"/g)) {
    assert.ok(key in strings.zh, key);
  }
});

test("the first screen: what it does, that nothing leaves, a place to type", async () => {
  const page = await open();
  assert.ok(await page.getByText(strings.zh.what).isVisible());
  assert.ok(await page.getByText(strings.zh.promise).first().isVisible());
  assert.ok(await page.getByText("打开之后的网络请求：0").isVisible());
  assert.ok(!(await page.locator("#outline").isVisible()));
  await page.keyboard.type("一、总则");
  await isRead(page, "一、总则");
  assert.ok(await page.locator("#outline").isVisible());
  await page.context().close();
});

test("the sample: outline, figures and text side by side", async () => {
  const page = await open();
  await openSample(page);
  const { figures, metadata } = parse(SAMPLE);
  assert.ok(figures.length >= 35, `${figures.length} figures`);
  for (const pane of ["#outline", "#text", "#figures"]) assert.ok(await page.locator(pane).isVisible(), pane);
  assert.equal(await page.locator("#document-title").textContent(), metadata.title);
  assert.equal(await page.locator("#side-tabs [data-side=figures] .tally").textContent(), String(figures.length));
  await page.context().close();
});

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
  const page = await open();
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

test("a dropped file, in each encoding; undo brings the old text back", async () => {
  const page = await open();
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(REPORT, "utf16le")]);
  const bom = Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from(REPORT)]);
  const files = /** @type {const} */ ([
    ["UTF-8", Buffer.from(REPORT)],
    ["UTF-8", bom],
    ["UTF-16LE", utf16],
    ["GB18030", gb18030(REPORT.replace(/[𬭚😀]/gu, "新"))],
  ]);
  for (const [index, [encoding, bytes]] of files.entries()) {
    await paste(page, "另一篇");
    await isRead(page, "另一篇");
    await drop(page, `report-${index}.txt`, bytes);
    await isRead(page, REPORT);
    assert.equal(await textOf(page), encoding === "GB18030" ? REPORT.replace(/[𬭚😀]/gu, "新") : REPORT);
    assert.ok(await page.getByText(`已读入 report-${index}.txt（${encoding}）`).isVisible());
  }
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+z");
  await isRead(page, "另一篇");
  assert.equal(await textOf(page), "另一篇");
  await page.context().close();
});

test("a file that cannot be read gets one sentence, and the text stays", async () => {
  const page = await open();
  await paste(page, REPORT);
  await isRead(page, REPORT);
  const files = /** @type {const} */ ([
    ["report.docx", [0x50, 0x4b, 3, 4, 20, 0, 6, 0], "不是纯文本文件"],
    ["data.bin", [0x41, 0, 0x42, 0], "不是纯文本文件"],
    ["broken.txt", [0x41, 0x81, 0x30, 0x20, 0xff, 0xff], "读不出文字"],
  ]);
  for (const [name, bytes, sentence] of files) {
    await drop(page, name, Uint8Array.from(bytes));
    await page.locator("#message").filter({ hasText: name }).filter({ hasText: sentence }).waitFor();
    assert.equal(await textOf(page), REPORT);
  }
  await page.context().close();
});

test("a file chosen from the system's window", async () => {
  const page = await open();
  await page.locator("#file").setInputFiles({ name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
  await isRead(page, REPORT);
  await page.context().close();
});

test("a click in the table shows the place in the text and in the outline", async () => {
  const page = await open();
  await openSample(page);
  const { figures } = parse(SAMPLE);
  const last = figures.length - 1;
  await page.locator("#figures-body").evaluate((pane) => (pane.scrollTop = pane.scrollHeight));
  await rowOf(page, last).click();
  await page.locator(".cm-content .mark-chosen").first().waitFor();
  assert.equal(await chosenWords(page), SAMPLE.slice(...figures[last].span));
  assert.ok(await page.locator(".cm-content .mark-chosen").first().isVisible());
  assert.equal(await rowOf(page, last).getAttribute("aria-selected"), "true");
  assert.equal(await page.locator("#outline [aria-selected=true]").count(), 1);
  assert.ok((await page.locator("#card").textContent())?.includes(figures[last].indicator));
  // The place is selected, so that it can be copied.
  await page.locator(".cm-content").focus();
  assert.equal(await page.evaluate(() => String(getSelection())), SAMPLE.slice(...figures[last].span));
  await page.context().close();
});

test("a click in the outline shows the heading and tints its figures", async () => {
  const page = await open();
  await openSample(page);
  const { outline } = parse(SAMPLE);
  const plan = outline[outline.length - 1];
  const row = page.locator("#outline [role=treeitem][aria-level='1']").last();
  await row.locator(".title").click();
  assert.equal(await chosenWords(page), SAMPLE.slice(...plan.span));
  assert.equal(await row.getAttribute("aria-selected"), "true");
  const tinted = page.locator("#figures tbody tr.within");
  await tinted.first().waitFor();
  const place = outline.length - 1;
  const within = parse(SAMPLE).figures.filter((figure) => figure.heading[0] === place);
  assert.equal(await tinted.count(), within.length);
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

test("the figures are sorted by each column and filtered by words", async () => {
  const page = await open();
  await openSample(page);
  const { figures } = parse(SAMPLE);
  const indices = async () =>
    (await page.locator("#figures tbody tr[data-index]").evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-index")))));
  const head = page.locator("th.col-value");
  await head.locator("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const up = (await indices()).map((index) => figures[index].value);
  assert.deepStrictEqual(up, [...up].sort((a, b) => a - b));
  assert.equal(up[0], Math.min(...figures.map((figure) => figure.value)));
  await head.locator("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.equal(figures[(await indices())[0]].value, Math.max(...figures.map((figure) => figure.value)));
  await head.locator("button").click();
  assert.deepStrictEqual((await indices()).slice(0, 5), [0, 1, 2, 3, 4]);
  for (const name of ["text", "unit", "indicator", "period", "kind", "section"]) {
    await page.locator(`th.col-${name} button`).click();
    assert.equal(await page.locator(`th.col-${name}`).getAttribute("aria-sort"), "ascending", name);
  }
  await page.locator("#filter").fill("调解");
  const found = await page.locator("#figures tbody tr[data-index]").count();
  assert.ok(found > 0 && found < figures.length);
  assert.equal(await page.locator("#filter-tally").textContent(), `${found} / ${figures.length}`);
  await page.locator("#filter").fill("没有这样的词");
  assert.ok(await page.getByText(strings.zh.noFiltered).isVisible());
  await page.locator("#filter").press("Escape");
  assert.equal(await page.locator("#filter").inputValue(), "");
  await page.context().close();
});

test("the table by keyboard", async () => {
  const page = await open();
  await openSample(page);
  const { figures } = parse(SAMPLE);
  const word = (/** @type {number} */ index) => SAMPLE.slice(...figures[index].span);
  await rowOf(page, 0).click();
  await page.keyboard.press("ArrowDown");
  assert.equal(await chosenWords(page), word(1));
  await page.keyboard.press("End");
  assert.equal(await chosenWords(page), word(figures.length - 1));
  await page.keyboard.press("Home");
  assert.equal(await chosenWords(page), word(0));
  await page.keyboard.press("Enter");
  assert.ok(await page.locator(".cm-content").evaluate((content) => content === document.activeElement));
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".mark-chosen").count(), 0);
  await page.context().close();
});

test("the outline by keyboard", async () => {
  const page = await open();
  await openSample(page);
  const chosen = page.locator("#outline [role=treeitem]:focus");
  const focused = () => chosen.locator(".title").textContent();
  const { outline } = parse(SAMPLE);
  await page.locator("#outline [role=treeitem]").first().click();
  assert.equal(await focused(), outline[0].title);
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), outline[0].children[0].title);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), outline[0].children[0].children[0].title);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await chosen.getAttribute("aria-expanded"), "false");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), outline[0].children[1].title);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  assert.equal(await chosen.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("End");
  const last = await page.locator("#outline [role=treeitem]").last().locator(".title").textContent();
  assert.equal(await focused(), last);
  await page.keyboard.press("Home");
  assert.equal(await focused(), outline[0].title);
  assert.equal(await page.locator("#outline [role=treeitem][tabindex='0']").count(), 1);
  await page.keyboard.press("Enter");
  assert.ok(await page.locator(".cm-content").evaluate((content) => content === document.activeElement));
  await page.context().close();
});

test("the findings are listed, and a click places them", async () => {
  const page = await open();
  await openSample(page);
  const { findings } = parse(SAMPLE);
  await page.locator("#side-tabs [data-side=findings]").click();
  assert.equal(await page.locator("#findings [role=option]").count(), findings.length);
  for (const [index, finding] of findings.entries()) {
    await page.locator("#findings [role=option]").nth(index).click();
    assert.ok((await page.locator("#card").textContent())?.includes(finding.message));
    if (finding.span[0] < finding.span[1]) assert.equal(await chosenWords(page), SAMPLE.slice(...finding.span).replaceAll("\n", ""));
  }
  if (findings.length === 0) assert.ok(await page.getByText(strings.zh.noFindings).isVisible());
  await page.context().close();
});

test("a finding is mended by its button, and undo brings the text back", async () => {
  const page = await open();
  const text = "一、主要举措\n组织干部学习学习行政处罚法,印发办法,开展检查。";
  await paste(page, text);
  await page.locator("#side-tabs [data-side=findings]").click();
  const before = parse(text).findings;
  const marks = before.find(({ rule }) => rule === "half-width-mark");
  assert.equal(marks?.places.length, 2, "many of one kind are one finding");
  const row = page.locator("#findings [role=option]").filter({ hasText: "half-width-mark" });
  assert.match((await row.textContent()) ?? "", /× 2/);
  await row.click();
  await page.locator("#card .mend").click();
  const mended = text.replaceAll(",", "，");
  await page.waitForFunction((words) => document.querySelector(".cm-content")?.textContent?.includes(words), "行政处罚法，印发办法，开展检查");
  await isRead(page, mended);
  await page.locator("#findings [role=option]").filter({ hasText: "half-width-mark" }).waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await page.waitForFunction((words) => document.querySelector(".cm-content")?.textContent?.includes(words), "行政处罚法,印发办法,开展检查");
  await page.context().close();
});

test("the three exports, opened again", async () => {
  const page = await open();
  await openSample(page);
  const report = parse(SAMPLE);
  const save = async (/** @type {string} */ format) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`#export-${format}`).click()]);
    assert.equal(download.suggestedFilename(), `${report.metadata.title}.${format}`);
    return readFileSync(await download.path());
  };

  const csv = await save("csv");
  assert.deepStrictEqual([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf], "Excel needs the byte-order mark");
  assert.notEqual(csv.subarray(3, 6).toString("hex"), "efbbbf", "but one only");
  const rows = rowsOfCsv(new TextDecoder("utf-8", { fatal: true }).decode(csv));
  assert.equal(rows.length, report.figures.length + 1);
  assert.ok(rows.every((row) => row.length === rows[0].length), "every row has every column");

  const json = JSON.parse((await save("json")).toString());
  assert.deepStrictEqual(json, JSON.parse(JSON.stringify(report)));
  for (const citation of json.citations) assert.match(SAMPLE.slice(citation.span[0], citation.span[1]), /^《.*》$/s);
  for (const figure of json.figures) assert.match(SAMPLE.slice(figure.number[0], figure.number[1]), /[\d零〇一二三四五六七八九十百千万亿两半]/);

  assert.equal((await save("md")).toString(), toMarkdown(SAMPLE));
  await page.context().close();
});

test("both languages, by button and by address; nothing is stored", async () => {
  const page = await open({ language: "en" });
  assert.ok(await page.getByText(strings.en.what).isVisible());
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await openSample(page);
  await rowOf(page, 2).click();
  assert.equal(await page.locator("th.col-indicator").textContent(), strings.en.columnIndicator);
  await page.locator("#language-zh").click();
  assert.equal(await page.locator("th.col-indicator").textContent(), strings.zh.columnIndicator);
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  assert.equal(await rowOf(page, 2).getAttribute("aria-selected"), "true", "what was chosen stays chosen");
  assert.match(page.url(), /#zh$/);
  const visible = await page.locator("body").innerText();
  assert.doesNotMatch(visible, /Outline|Figures|Findings|Export/);
  await page.locator("#language-en").click();
  for (const word of [strings.zh.clear, strings.zh.filter, strings.zh.columnIndicator]) {
    assert.equal(await page.getByText(word, { exact: true }).count(), 0, word);
  }
  const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  assert.deepStrictEqual(stored, [0, 0, ""]);
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

test("clearing the desk comes back to the first screen, and can be undone", async () => {
  const page = await open();
  await paste(page, REPORT);
  await isRead(page, REPORT);
  await page.locator("#clear").click();
  await page.getByText(strings.zh.what).waitFor();
  await page.keyboard.press("ControlOrMeta+z");
  await isRead(page, REPORT);
  assert.equal(await textOf(page), REPORT);
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

for (const language of /** @type {const} */ (["zh", "en"])) {
  test(`on a phone one pane at a time, and a row leads to the text (${language})`, async () => {
    const page = await open({ language, width: 390, height: 844 });
    await openSample(page);
    const panes = ["outline", "text", "figures", "findings"];
    const visible = async () => {
      const shown = [];
      for (const pane of panes) if (await page.locator(`#${pane}`).isVisible()) shown.push(pane);
      return shown;
    };
    const stickingOut = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll("#bar *, #phone-tabs *, main section, .pane-body > *, #foot p"))
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
          .map((each) => each.outerHTML.slice(0, 80)),
      );
    assert.deepStrictEqual(await visible(), ["text"]);
    assert.deepStrictEqual(await stickingOut(), []);
    for (const view of ["outline", "figures", "findings"]) {
      await page.locator(`#phone-tabs [data-view=${view}]`).click();
      assert.deepStrictEqual(await visible(), [view]);
      assert.deepStrictEqual(await stickingOut(), []);
    }
    await page.locator("#phone-tabs [data-view=figures]").click();
    await rowOf(page, 3).click();
    assert.deepStrictEqual(await visible(), ["text"]);
    assert.ok(await page.locator("#card").isVisible());
    await page.context().close();
  });
}

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

test("the policy refuses every request elsewhere, and the page says that one was tried", async () => {
  const page = await open();
  const refused = await page.evaluate(() => fetch("http://192.0.2.1/", { mode: "no-cors" }).then(() => "sent", () => "refused"));
  assert.equal(refused, "refused");
  await page.getByText("打开之后的网络请求：1").waitFor();
  // The console says so too, as it should.
  assert.ok(troubles.length > 0 && troubles.every((trouble) => /Content Security Policy|violates|Failed to fetch/.test(trouble)), troubles.join("\n"));
  troubles = [];
  requests = requests.filter((address) => !address.startsWith("http://192.0.2.1"));
  await page.context().close();
});

test("a whole visit asks for the page's own files and for nothing else", async () => {
  const page = await open();
  await openSample(page);
  const own = new Set(requests);
  await rowOf(page, 1).click();
  await page.locator("#export-json").click();
  await page.locator("#language-en").click();
  await page.locator("#clear").click();
  await page.waitForTimeout(300);
  assert.deepStrictEqual(requests.filter((address) => !own.has(address) && !address.startsWith("blob:")), []);
  const names = [...own].map((address) => new URL(address).pathname).sort();
  for (const name of names) assert.match(name, /^\/(?:|page\.js|page\.css|editor\.js|icon\.svg|gangmu_bg\.wasm)$/);
  assert.ok(await page.getByText("Requests since opening: 0").isVisible());
  await page.context().close();
});
