/** Files: dropped or chosen, of every kind and encoding; and texts that were decoded wrongly. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { strings } from "../../www/words/strings.js";
import { docx, p } from "../docx.mjs";
import { drop, gb18030, isRead, open, paste, REPORT, server, textOf, visit } from "../desk.mjs";

/** The report without characters that GB18030 writes in four bytes. */
const PLAIN = REPORT.replace(/[𬭚😀]/gu, "新");
const utf16 = (/** @type {string} */ text, big = false, mark = true) => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return big ? bytes.swap16() : bytes;
};
const latin = (/** @type {string} */ text) => Uint8Array.from(Array.from(text, (each) => each.charCodeAt(0)));

/** @type {import("../desk.mjs").Page} */
let page;
beforeEach(async () => {
  page = await open();
});
afterEach(async () => {
  await page.context().close();
});

const message = (/** @type {string} */ words) => page.locator("#message").filter({ hasText: words }).waitFor();

test("a dropped file, in each encoding, with and without a byte order mark; undo brings the old text back", async () => {
  const files = /** @type {[string, Uint8Array, string][]} */ ([
    ["UTF-8", Buffer.from(REPORT), REPORT],
    ["UTF-8", Buffer.from("\ufeff" + REPORT), REPORT],
    ["UTF-16LE", utf16(REPORT), REPORT],
    ["UTF-16BE", utf16(REPORT, true), REPORT],
    ["UTF-16LE", utf16(REPORT, false, false), REPORT],
    ["UTF-16BE", utf16(REPORT, true, false), REPORT],
    ["UTF-16LE", utf16("全年受理三十件。", false, false), "全年受理三十件。"],
    ["GB18030", gb18030(PLAIN), PLAIN],
    ["GB18030", gb18030(PLAIN.replace(/\n/g, "\r\n")), PLAIN],
    ["GB18030", gb18030("受理"), "受理"],
  ]);
  for (const [index, [encoding, bytes, text]] of files.entries()) {
    await paste(page, "另一篇");
    await isRead(page, "另一篇");
    await drop(page, `report-${index}.txt`, bytes);
    await message(`已读入 report-${index}.txt（${encoding}）`);
    assert.equal(await textOf(page), text, `${index}`);
    assert.equal(await page.locator("#encoding select").inputValue(), encoding);
  }
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await textOf(page), "另一篇");
});

test("the encoding is shown and can be changed for as long as the text is the file's", async () => {
  await drop(page, "通报.txt", gb18030(PLAIN));
  await isRead(page, PLAIN);
  const choice = page.getByLabel(strings.zh.encoding);
  assert.equal(await choice.inputValue(), "GB18030");
  await choice.selectOption("Big5");
  await message("已读入 通报.txt（Big5）");
  assert.notEqual(await textOf(page), PLAIN);
  await choice.selectOption("GB18030");
  await isRead(page, PLAIN);
  assert.equal(await textOf(page), PLAIN);
  await page.locator(".cm-content").click();
  await page.keyboard.type("改");
  await choice.waitFor({ state: "hidden" });
  await page.keyboard.press("ControlOrMeta+z");
  await choice.waitFor();
  await page.locator("#clear").click();
  await choice.waitFor({ state: "hidden" });
});

test("a file whose bytes are partly broken is read, and says so", async () => {
  const long = Array.from({ length: 60 }, (_, i) => `${PLAIN}第${i}次。`).join("\n");
  const bytes = gb18030(long);
  await drop(page, "截断.txt", bytes.subarray(0, bytes.length - 3));
  await page.locator("#notice").filter({ hasText: "有 1 处读不出" }).waitFor();
  await page.locator("#notice .notice-close").click();
  assert.ok(!(await page.locator("#notice").isVisible()));
});

test("a web page as a file: its charset, its text, its numbers", async () => {
  const html = (/** @type {string} */ charset) =>
    `<!doctype html><html><head><meta charset="${charset}"><title>不要</title></head><body><h1>公告</h1><ol style="list-style-type:cjk-ideographic"><li>受理30件</li><li>办结28件</li></ol></body></html>`;
  const text = "公告\n一、受理30件\n二、办结28件";
  const files = /** @type {[string, Uint8Array, string][]} */ ([
    ["甲.html", Buffer.from(html("utf-8")), "UTF-8"],
    ["乙.htm", gb18030(html("gb2312")), "GB18030"],
    // It says UTF-8 and is not.
    ["丙.html", gb18030(html("utf-8")), "GB18030"],
    ["丁.html", utf16(html("utf-16")), "UTF-16LE"],
    // Many systems hand out a web page under the name of a Word file.
    ["戊.doc", Buffer.from(html("utf-8")), "UTF-8"],
    ["己.mht", latin(mht(html("gb2312"), "quoted-printable")), "GB18030"],
    ["庚.mht", latin(mht(html("gb2312"), "base64")), "GB18030"],
  ]);
  for (const [name, bytes, encoding] of files) {
    await drop(page, name, bytes);
    await message(`已读入 ${name}（${encoding}）`);
    assert.equal(await textOf(page), text, name);
  }
  await page.getByLabel(strings.zh.encoding).selectOption("UTF-8");
  await message("（UTF-8）");
  assert.notEqual(await textOf(page), text, "the page is read anew from its bytes");
});

/** A page saved as one file. @param {string} html @param {string} way */
function mht(html, way) {
  const bytes = gb18030(html);
  const body = way === "base64"
    ? Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n")
    : Array.from(bytes, (byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte))).join("").replace(/((?:=..|[^=]){60})/g, "$1=\r\n");
  return [
    "From: <Saved by a browser>", "MIME-Version: 1.0", 'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_Part"', "",
    "------=_Part", 'Content-Type: text/html; charset="gb2312"', `Content-Transfer-Encoding: ${way}`, "", body,
    "------=_Part", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", "------=_Part--", "",
  ].join("\r\n");
}

test("Markdown is text as it stands", async () => {
  const text = "# 通报\n\n<b>受理</b>30件\n";
  await drop(page, "通报.md", Buffer.from(text));
  await message("已读入 通报.md（UTF-8）");
  assert.equal(await textOf(page), text);
});

test("a file that cannot be read gets one sentence that says what to do, and the text stays", async () => {
  await paste(page, REPORT);
  await isRead(page, REPORT);
  const ole = (/** @type {string} */ stream) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(500), ...Buffer.from(stream, "utf16le"), ...new Uint8Array(100)]);
  const zip = (/** @type {string} */ name) => zipSync({ [name]: strToU8("x") });
  const files = /** @type {[string, Uint8Array, string][]} */ ([
    ["旧.doc", ole("WordDocument"), "另存为 .docx"],
    ["旧.wps", ole("WordDocument"), "另存为 .docx"],
    ["密.docx", ole("EncryptedPackage"), "密码"],
    ["表.xls", ole("Workbook"), "电子表格"],
    ["表.xlsx", zip("xl/workbook.xml"), "电子表格"],
    ["稿.pptx", zip("ppt/presentation.xml"), "演示文稿"],
    ["文.pdf", latin("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "PDF"],
    ["文.rtf", latin("{\\rtf1\\ansi\\ansicpg936 abc}"), "RTF"],
    ["文.ofd", zip("OFD.xml"), "OFD"],
    ["文.odt", latin("PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x27\0\0\0\x27\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.text"), "OpenDocument"],
    ["图.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10), "图片"],
    ["包.zip", zip("报告.txt"), "压缩包"],
    ["包.rar", latin("Rar!\x1a\x07\0"), "压缩包"],
    ["空.txt", new Uint8Array(0), "空文件"],
    ["空白.txt", Buffer.from(" \r\n "), "没有文字"],
    ["数据.bin", Uint8Array.of(0x41, 0, 0x42, 0, 0, 0, 1, 2, 3), "不是能读的文档"],
    ["坏.txt", Uint8Array.of(0x41, 0x81, 0x30, 0x20, 0xff, 0xff), "读不出文字"],
  ]);
  for (const [name, bytes, sentence] of files) {
    await drop(page, name, bytes);
    await page.locator("#notice").filter({ hasText: `${name}` }).filter({ hasText: sentence }).waitFor();
    assert.equal(await textOf(page), REPORT, name);
  }
  // The sentence follows the page's language, and goes when something is read.
  await page.locator("#language-en").click();
  await page.locator("#notice").filter({ hasText: "坏.txt cannot be read as text" }).waitFor();
  await page.locator("#notice .notice-close").focus();
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("#notice").isVisible()));
});

test("a file over the limit is not read", async () => {
  await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File([new Uint8Array(33 * 1024 * 1024)], "大.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
  });
  await page.locator("#notice").filter({ hasText: "大.txt 太大（33.0 MB），最多可读 32 MB" }).waitFor();
});

test("several files dropped at once are collected, and the text on the desk stays", async () => {
  const before = await textOf(page);
  await page.evaluate(() => {
    const carried = new DataTransfer();
    for (const name of ["甲", "乙", "丙"]) carried.items.add(new File([`${name}村受理30件。`], `${name}.txt`));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
  });
  await page.locator("dialog.collect h2").filter({ hasText: "3 份报告" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  assert.equal(await textOf(page), before);
});

test("of two files that come one after the other the later stays, whichever takes longer", async () => {
  await page.evaluate(() => {
    const bring = (/** @type {File} */ file) => {
      const carried = new DataTransfer();
      carried.items.add(file);
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    };
    bring(new File([`${"先来的很长。".repeat(400_000)}`], "长.txt"));
    bring(new File(["后来的。"], "短.txt"));
  });
  await message("已读入 短.txt");
  await page.waitForTimeout(300);
  assert.equal(await textOf(page), "后来的。");
});

test("files chosen from the system's window, which offers the kinds that can be read", async () => {
  await page.locator("#file").setInputFiles({ name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
  await isRead(page, REPORT);
  const accepted = (await page.locator("#file").getAttribute("accept")) ?? "";
  for (const kind of [".txt", ".md", ".docx", ".html"]) {
    assert.ok(accepted.split(",").includes(kind), kind);
    for (const words of [strings.zh.dropHint, strings.zh.openHint, strings.en.dropHint, strings.en.openHint]) assert.ok(words.includes(kind), words);
  }
  // By keyboard: the button opens the system's window.
  const chooser = page.waitForEvent("filechooser");
  await page.locator("#open").focus();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "报告.docx", mimeType: "", buffer: Buffer.from(docx({ body: p("全年受理30件。") })) });
  await message("已读入 报告.docx");
  assert.equal(await textOf(page), "全年受理30件。");
  assert.ok(!(await page.getByLabel(strings.zh.encoding).isVisible()), "a .docx has no encoding to choose");
});

const SENTENCE = "清溪镇2021年法治建设工作报告：全年开展法治讲座12场，受众1.1万余人次，调解纠纷30件，群众满意度较高。";

test("a paste that was decoded wrongly is noticed, and what it was is offered", async () => {
  const read = (/** @type {Uint8Array} */ bytes, /** @type {string} */ as) => new TextDecoder(as).decode(bytes);
  const wrong = /** @type {[string, string][]} */ ([
    ["UTF-8 as Latin", read(Buffer.from(SENTENCE), "windows-1252")],
    ["GBK as Latin", read(gb18030(SENTENCE), "windows-1252")],
  ]);
  for (const [name, text] of wrong) {
    await paste(page, text);
    const offered = page.locator("#notice .notice-actions button").first();
    await offered.filter({ hasText: "清溪镇2021年" }).waitFor();
    await offered.click();
    await page.waitForFunction((words) => document.querySelector(".cm-content")?.textContent === words, SENTENCE);
    assert.ok(!(await page.locator("#notice").isVisible()), name);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+z");
    assert.equal((await textOf(page)).length, text.length);
  }
  // UTF-8 read as GBK loses characters on the way: what is left is offered.
  await paste(page, read(Buffer.from(SENTENCE), "gbk"));
  await page.locator("#notice .notice-actions button").filter({ hasText: "2021年法治建设" }).waitFor();
  // Nothing can be had back from these.
  for (const lost of ["锟斤拷锟斤拷2021锟斤拷锟斤拷", "������2021��ȹ�������"]) {
    await paste(page, lost);
    await page.locator("#notice").filter({ hasText: "已无法还原" }).waitFor();
    assert.equal(await page.locator("#notice .notice-actions button").count(), 0);
  }
  // What it says is about that text: it goes with it.
  await page.locator("#clear").click();
  await page.locator("#notice .notice").waitFor({ state: "detached" });
  await paste(page, "café naïve über 12 件，全部正常。");
  await page.locator("#notice").waitFor({ state: "hidden" });
});

test("a file read in the wrong encoding offers the others", async () => {
  await drop(page, "误.txt", gb18030(SENTENCE));
  await message("误.txt（GB18030）");
  await page.getByLabel(strings.zh.encoding).selectOption("UTF-8");
  const offered = page.locator("#notice .notice-actions button").filter({ hasText: "GB18030" });
  await offered.waitFor();
  await offered.click();
  await message("误.txt（GB18030）");
  assert.equal(await textOf(page), SENTENCE);
  assert.ok(!(await page.locator("#notice").isVisible()));
});

test("a text in the address: read, taken out of the address, never asked for; another link brings another text, undo the first", async () => {
  const carried = "𬭚业园区受理100%的纠纷30件&合同#12件。\n二、下一步";
  visit.requests.length = 0;
  await page.goto(`${server.url}?#en&text=${encodeURIComponent(carried)}`);
  await page.locator("body[data-ready]").waitFor();
  await isRead(page, carried);
  assert.equal(await textOf(page), carried);
  assert.equal(new URL(page.url()).hash, "#en");
  assert.ok(visit.requests.every((address) => !address.includes("text=")), "no request carries it");

  await page.evaluate((hash) => (location.hash = hash), `#zh&text=${encodeURIComponent("新建调解室3个。\r\n全年12次。")}`);
  await isRead(page, "新建调解室3个。\n全年12次。");
  assert.equal(new URL(page.url()).hash, "#zh");
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await textOf(page), carried);

  await page.evaluate(() => (location.hash = "#text=%E5%8F"));
  await page.waitForFunction(() => location.hash === "");
  assert.equal(await textOf(page), carried, "an address that was cut short leaves the text");
});
