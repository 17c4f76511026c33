/** Pastes from Word, WPS and web pages: the text as it was seen there, with the numbers that were counted. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { strings } from "../../www/words/strings.js";
import { isRead, open, paste, textOf, visit } from "../desk.mjs";

/** @type {import("../desk.mjs").Page} */
let page;
beforeEach(async () => {
  page = await open();
});
afterEach(async () => {
  await page.context().close();
});

/** Pastes what a program would put on the clipboard. @param {string} html @param {string} [plain] @param {string} [into] */
const pasteHtml = (html, plain = "", into = ".cm-content") =>
  page.evaluate(
    ([rich, text, target]) => {
      const carried = new DataTransfer();
      if (rich) carried.setData("text/html", rich);
      if (text) carried.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
      (document.querySelector(target) || document.body).dispatchEvent(event);
    },
    /** @type {const} */ ([html, plain, into]),
  );

/** @param {string} html @param {string[]} lines @param {string} [plain] */
async function gives(html, lines, plain) {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await pasteHtml(html, plain);
  assert.deepStrictEqual((await textOf(page)).split("\n"), lines);
}

const WORD_HEAD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<style><!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:16.0pt; font-family:"仿宋_GB2312";}
 @list l0 {mso-list-id:1; mso-list-template-ids:2;}
 @list l0:level1 {mso-level-number-format:chinese-counting; mso-level-suffix:none; mso-level-text:%1、; mso-level-tab-stop:none;}
 @list l0:level2 {mso-level-number-format:chinese-counting; mso-level-text:（%2）;}
 @list l0:level3 {mso-level-text:"%3\\.";}
--></style></head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->`;
const WORD_FOOT = "<!--EndFragment--></body></html>";
const gap = (/** @type {number} */ n) => `<span style='font:7.0pt "Times New Roman"'>${"&nbsp;".repeat(n)} </span>`;
const listed = (/** @type {number} */ level, /** @type {string} */ marker, /** @type {string} */ words) =>
  `<p class=MsoNormal style='margin-left:36.0pt;text-indent:-36.0pt;mso-list:l0 level${level} lfo1'><!--[if !supportLists]--><span
lang=EN-US style='mso-bidi-font-family:仿宋'><span style='mso-list:Ignore'>${marker}${gap(3)}</span></span><!--[endif]--><span
style='font-family:仿宋;mso-hint:eastasia'>${words}</span><span lang=EN-US><o:p></o:p></span></p>\n`;

test("from Word: the numbers stand in spans that are to be ignored", async () => {
  await gives(
    WORD_HEAD +
      listed(1, "一、", "主要工作") +
      listed(2, "（一）", "普法宣传") +
      listed(3, "1.", "全年开展讲座<span lang=EN-US>12</span>场，\n受众<span lang=EN-US>1.1</span>万余人次。") +
      listed(3, "2.", "发放手册") +
      `<p class=MsoNormal style='text-indent:32.0pt'><span style='mso-spacerun:yes'>&nbsp;&nbsp; </span>另起一段。<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp;&nbsp; </span>后半</p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>` +
      listed(1, "二、", "存在问题") +
      WORD_FOOT,
    ["一、主要工作", "（一）普法宣传", "1. 全年开展讲座12场，受众1.1万余人次。", "2. 发放手册", "另起一段。\t后半", "", "二、存在问题"],
    "一、\t主要工作\r\n（一）\t普法宣传\r\n1.\t全年开展讲座12场，受众1.1万余人次。\r\n2.\t发放手册\r\n   另起一段。\t后半\r\n\r\n二、\t存在问题\r\n",
  );
  assert.equal(await page.locator("#message").textContent(), "", "Word's plain text had the numbers: nothing was put back");
});

test("from WPS: the same marks in its own way; its plain text may lack the numbers", async () => {
  const wps = (/** @type {string} */ marker, /** @type {string} */ words) =>
    `<p class=MsoNormal  style="margin-left:0.0000pt;text-indent:32.0000pt;mso-list:l0 level1 lfo1;" ><!--[if !supportLists]--><span style="font-family:仿宋;font-size:16.0000pt;mso-font-kerning:1.0000pt;" ><span style='mso-list:Ignore;' >${marker}</span></span><!--[endif]--><span style="mso-spacerun:'yes';font-family:仿宋;font-size:16.0000pt;" ><font face="仿宋" >${words}</font></span><span style="mso-spacerun:'yes';font-size:16.0000pt;" ><o:p></o:p></span></p>`;
  await gives(
    `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=ProgId  content=Word.Document ><style>@list l0:level1{mso-level-number-format:chinese-counting;mso-level-text:"%1、";}</style></head><body>${wps("一、", "纠纷化解")}${wps("二、", "法律援助")}<p class=MsoNormal style="mso-list:l1 level1 lfo2;"><span style="font-family:Wingdings;mso-list:Ignore;">l&nbsp;</span>驻村调解</p></body></html>`,
    ["一、纠纷化解", "二、法律援助", "• 驻村调解"],
    "纠纷化解\n法律援助\n驻村调解",
  );
  assert.equal(await page.locator("#message").textContent(), strings.zh.pasteNumbered.replace("{n}", "3"));
});

test("from Word: markers hidden in comments, or missing and worked out from the list's definition", async () => {
  const hidden = (/** @type {string} */ marker, /** @type {string} */ words) =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><!--[if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span><![endif]-->${words}</p>`;
  await gives(WORD_HEAD + hidden("一、", "组织领导") + hidden("二、", "工作保障") + WORD_FOOT, ["一、组织领导", "二、工作保障"]);
  const bare = (/** @type {number} */ level, /** @type {string} */ words) => `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'>${words}</p>`;
  await gives(
    WORD_HEAD + [bare(1, "组织领导"), bare(2, "专班推进"), bare(3, "周调度"), bare(3, "月通报"), bare(2, "督查问效"), bare(3, "回头看"), bare(1, "三、工作保障")].join("") + WORD_FOOT,
    ["一、组织领导", "（一）专班推进", "1. 周调度", "2. 月通报", "（二）督查问效", "1. 回头看", "三、工作保障"],
  );
});

test("from Word: tables, hidden text, changes, notes, comments", async () => {
  const cell = (/** @type {string} */ text) => `<td width=100 style='border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'><p class=MsoNormal align=center>${text}<o:p></o:p></p></td>`;
  await gives(
    WORD_HEAD +
      `<p class=MsoNormal>受理<del cite="mailto:x" datetime="2022-01-01T00:00">18</del><ins cite="mailto:x">20</ins>件<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>。<span style='display:none;mso-hide:all'>内部备注9件</span><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[批1]</a></span></p>
<table class=MsoTableGrid border=1><tr>${cell("项目")}${cell("数量")}</tr><tr>${cell("讲座<span lang=EN-US></span>")}${cell("12场")}</tr></table>
<p class=MsoNormal>第一行<br>第二行</p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> 含上年结转2件。</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>此数待核</p></div></div>` +
      WORD_FOOT,
    ["受理20件。", "项目\t数量", "讲座\t12场", "第一行", "第二行", "", "[1] 含上年结转2件。"],
  );
});

test("from a web page: ordered lists, each way of counting", async () => {
  const items = "<li>甲项</li><li>乙项</li>";
  const lists = /** @type {[string, string, string][]} */ ([
    ["<ol>", "1. 甲项", "2. 乙项"],
    ['<ol type="A">', "A. 甲项", "B. 乙项"],
    ['<ol type="i">', "i. 甲项", "ii. 乙项"],
    ['<ol start="3">', "3. 甲项", "4. 乙项"],
    ["<ol reversed>", "2. 甲项", "1. 乙项"],
    ['<ol style="list-style-type:cjk-ideographic">', "一、甲项", "二、乙项"],
    ['<ol style="list-style:inside simp-chinese-informal" start="10">', "十、甲项", "十一、乙项"],
    ['<ol style="list-style-type: trad-chinese-formal">', "壹、甲项", "貳、乙项"],
    ['<ol style="list-style-type: cjk-heavenly-stem">', "甲、甲项", "乙、乙项"],
    ['<ol style="list-style-type: upper-roman">', "I. 甲项", "II. 乙项"],
    ['<ol style="list-style-type: none">', "甲项", "乙项"],
    ["<ul>", "甲项", "乙项"],
  ]);
  for (const [open, one, two] of lists) await gives(`<p>说明</p>${open}${items}</${open.slice(1, 3)}>`, ["说明", one, two], "说明\n甲项\n乙项");
  await gives('<ol><li value="5">甲</li><li><p>乙</p><p>又一段</p><ol><li>丙</li></ol></li><li>丁</li></ol>', ["5. 甲", "6. 乙", "又一段", "1. 丙", "7. 丁"], "甲\n乙\n又一段\n丙\n丁");
  // Numbers that the author wrote are not doubled.
  await gives("<ol><li>一、组织领导</li><li>（二）队伍</li><li>3.5万元经费</li><li>2. 培训</li></ol>", ["一、组织领导", "（二）队伍", "3. 3.5万元经费", "2. 培训"], "一、组织领导\n（二）队伍\n3.5万元经费\n2. 培训");
});

test("from a web page: counters of its style, and Word in the browser", async () => {
  await gives(
    `<style>body{counter-reset:part} .part{counter-increment:part;counter-reset:point} .part::before{content:counter(part, cjk-ideographic) "、"} .point{counter-increment:point} .point:before{content:"（" counter(point, simp-chinese-informal) "）"} .gone{display:none} @media print{.point{display:none}}</style>
     <p class="part">工作成效</p><p class="point">宣传</p><p class="point">调解</p><p class="gone">不该看见</p><p class="part">打算</p><p class="point">队伍</p>`,
    ["一、工作成效", "（一）宣传", "（二）调解", "二、打算", "（一）队伍"],
    "工作成效\n宣传\n调解\n打算\n队伍",
  );
  const item = (/** @type {number} */ n, /** @type {string} */ words) =>
    `<ol class="NumberListStyle1" role="list" start="${n}" style="list-style-type: cjk-ideographic"><li data-leveltext="%1、" data-font="" data-listid="1" data-aria-posinset="${n}" data-aria-level="1" role="listitem" class="OutlineElement"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">${words}</span></span></p></li></ol>`;
  await gives(`<div class="ListContainerWrapper">${item(1, "宣传")}</div><div class="ListContainerWrapper">${item(2, "调解")}</div>`, ["一、宣传", "二、调解"], "宣传\n调解");
});

test("from a web page: what is seen, and only that", async () => {
  await gives(
    `<meta charset="utf-8"><style>.x{color:red}</style><script>var a = "脚本";</script><!-- 注释 --><h2>标题</h2>
     <div>第一段，
     接着说。<br/>换行<span hidden>藏</span><noscript>请启用脚本</noscript></div><div>&nbsp;&nbsp;&nbsp;&nbsp;缩进&nbsp;有空格</div><p></p><p>　　全角缩进</p>
     <pre>代码  一
  代码二</pre><table><tr><th>年份</th><th>件数</th></tr><tr><td>2021年</td><td>30件</td></tr></table><p>面积5km<sup>2</sup></p><ol style="list-style-type:upper-alpha"><li>末项</li></ol>`,
    ["标题", "第一段，接着说。", "换行", "缩进 有空格", "", "　　全角缩进", "代码  一", "  代码二", "年份\t件数", "2021年\t30件", "面积5km²", "A. 末项"],
    "标题\n第一段，接着说。\n换行\n缩进 有空格\n\n　　全角缩进\n代码  一\n  代码二\n年份\t件数\n2021年\t30件\n面积5km2\n末项",
  );
  // A page laid out by tables is no table of figures.
  await gives(`<table><tr><td><p>栏目</p></td><td><p>一、总体情况</p><p>全年受理30件。</p><p>办结28件。</p><p>二、问题</p><p>人手不足。</p><ol><li>缺人</li></ol></td></tr></table>`, ["栏目", "一、总体情况", "全年受理30件。", "办结28件。", "二、问题", "人手不足。", "1. 缺人"]);
});

test("the plain text is taken where HTML says no more, or says less", async () => {
  await gives("<div>空格&nbsp; &nbsp;照旧</div><div>第二行</div>", ["空格   照旧", "第二行"], "空格   照旧\n第二行");
  await gives(`${WORD_HEAD}<p class=MsoNormal>只剩一句</p>${WORD_FOOT}`, ["原文很长，网页格式却只剩一句，应以原文为准。", "第二段也不能丢。"], "原文很长，网页格式却只剩一句，应以原文为准。\n第二段也不能丢。");
});

test("a paste goes where the cursor is, and one undo takes it back", async () => {
  await paste(page, "前面后面");
  await page.locator(".cm-content").press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await pasteHtml("<ol><li>甲</li><li>乙</li></ol>", "甲\n乙");
  assert.equal(await textOf(page), "前面1. 甲\n2. 乙后面");
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await textOf(page), "前面后面");
  await page.keyboard.press("ControlOrMeta+y");
  assert.equal(await textOf(page), "前面1. 甲\n2. 乙后面");
});

test("a paste is read at once, and one onto the empty desk shows its beginning", async () => {
  const lines = Array.from({ length: 80 }, (_, i) => `<li>第${i + 1}村调解纠纷${i + 1}件。</li>`).join("");
  await pasteHtml(`<h1>调解台账</h1><ol style="list-style-type:cjk-ideographic">${lines}</ol>`);
  await isRead(page, ["调解台账", ...Array.from({ length: 80 }, (_, i) => `${cjk(i + 1)}、第${i + 1}村调解纠纷${i + 1}件。`)].join("\n"));
  assert.ok(await page.getByText("调解台账").first().isVisible());
});

/** @param {number} n below 100 */
function cjk(n) {
  const digits = "零一二三四五六七八九";
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${n % 10 ? digits[n % 10] : ""}`;
}

test("with nothing in focus a paste goes to the desk; in a field it stays there", async () => {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await pasteHtml("<ol><li>无焦点也贴得上。</li></ol>", "无焦点也贴得上。", "body");
  assert.equal(await textOf(page), "1. 无焦点也贴得上。");
  await page.locator("#filter").evaluate((field) => {
    const carried = new DataTransfer();
    carried.setData("text/plain", "调解");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
  });
  assert.equal(await textOf(page), "1. 无焦点也贴得上。");
});

test("the system's clipboard", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async () => {
    const html = '<p>通报</p><ol style="list-style-type: cjk-ideographic"><li>宣传12场</li><li>调解30件</li></ol>';
    const as = (/** @type {string} */ text, /** @type {string} */ type) => new Blob([text], { type });
    await navigator.clipboard.write([new ClipboardItem({ "text/html": as(html, "text/html"), "text/plain": as("通报\n宣传12场\n调解30件", "text/plain") })]);
  });
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+v");
  await isRead(page, "通报\n一、宣传12场\n二、调解30件");
  assert.equal(await textOf(page), "通报\n一、宣传12场\n二、调解30件");
  // Chromium itself reads what the test put on the clipboard, under the page's policy.
  visit.troubles = visit.troubles.filter((trouble) => !trouble.startsWith("Applying inline style"));
});

test("nothing of a paste runs, is fetched or becomes part of the page", async () => {
  await pasteHtml(
    `<img src="https://example.invalid/x.png" onerror="document.title='ran'"><link rel=stylesheet href="https://example.invalid/x.css"><iframe src="https://example.invalid/"></iframe><svg onload="document.title='ran'"><text>图</text></svg><ol><li><b id="planted">受理</b>30件</li></ol>`,
  );
  assert.equal(await textOf(page), "1. 受理30件");
  assert.equal(await page.locator("#planted").count(), 0);
  assert.ok(!(await page.title()).includes("ran"));
  assert.deepStrictEqual(visit.requests.filter((address) => address.includes("invalid")), []);
});

test("a file or a picture on the clipboard", async () => {
  const pasteFile = (/** @type {string} */ name, /** @type {number[]} */ bytes) =>
    page.evaluate(
      ([file, content]) => {
        const carried = new DataTransfer();
        carried.items.add(new File([Uint8Array.from(/** @type {number[]} */ (content))], String(file)));
        document.querySelector(".cm-content")?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
      },
      /** @type {const} */ ([name, bytes]),
    );
  await pasteFile("image.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  await page.locator("#notice").filter({ hasText: "image.png 是图片" }).waitFor();
  assert.equal(await page.locator("#welcome").isVisible(), true);
  await pasteFile("报告.txt", Array.from(Buffer.from("受理30件。")));
  await isRead(page, "受理30件。");
  assert.equal(await textOf(page), "受理30件。");
});
