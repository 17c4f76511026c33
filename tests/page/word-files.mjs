/** Word's files: what is text in them, and the numbers that Word counts. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { inRoot } from "../../scripts/run.mjs";
import { abstractList, docx, level, list, numbered, p, r, table } from "../docx.mjs";
import { drop, open, textOf, visit } from "../desk.mjs";

/** @type {import("../desk.mjs").Page} */
let page;
beforeEach(async () => {
  page = await open();
});
afterEach(async () => {
  await page.context().close();
});

let files = 0;

/** The text that the desk shows of a file. @param {Uint8Array} bytes */
async function textOfFile(bytes) {
  const name = `文件${++files}.docx`;
  await drop(page, name, bytes);
  await page.locator("#message").filter({ hasText: `已读入 ${name}` }).waitFor();
  return textOf(page);
}

/** @param {Parameters<typeof docx>[0]} parts @param {string[]} lines */
const reads = async (parts, lines) => assert.deepStrictEqual((await textOfFile(docx(parts))).split("\n"), lines);

const CHINESE = [
  level(0, "chineseCounting", "%1、"),
  level(1, "chineseCounting", "（%2）"),
  level(2, "decimal", "%3."),
  level(3, "decimalEnclosedCircleChinese", "%4"),
];

test("the four levels of a report, counted", async () => {
  await reads(
    {
      numbering: abstractList(0, CHINESE) + list(1, 0),
      body: [
        p("柳河镇2022年工作总结"),
        p("主要工作", numbered(1)),
        p("普法宣传", numbered(1, 1)),
        p("开展讲座12场。", numbered(1, 2)),
        p("发放手册300册。", numbered(1, 2)),
        p("纠纷化解", numbered(1, 1)),
        p("受理30件。", numbered(1, 2)),
        p("村级调解", numbered(1, 3)),
        p("镇级调解", numbered(1, 3)),
        p("存在问题", numbered(1)),
        p("力量不足", numbered(1, 1)),
      ].join(""),
    },
    ["柳河镇2022年工作总结", "一、主要工作", "（一）普法宣传", "1. 开展讲座12场。", "2. 发放手册300册。", "（二）纠纷化解", "1. 受理30件。", "①村级调解", "②镇级调解", "二、存在问题", "（一）力量不足"],
  );
});

test("every format of number", async () => {
  const formats = [
    ["decimal", "10", "11"],
    ["decimalZero", "10", "11"],
    ["decimalFullWidth", "１０", "１１"],
    ["decimalEnclosedCircle", "⑩", "⑪"],
    ["decimalEnclosedCircleChinese", "⑩", "⑪"],
    ["decimalEnclosedParen", "⑽", "⑾"],
    ["decimalEnclosedFullstop", "⒑", "⒒"],
    ["chineseCounting", "十", "十一"],
    ["chineseCountingThousand", "十", "十一"],
    ["japaneseCounting", "十", "十一"],
    ["taiwaneseCountingThousand", "十", "十一"],
    ["ideographDigital", "一〇", "一一"],
    ["chineseLegalSimplified", "壹拾", "壹拾壹"],
    ["ideographLegalTraditional", "壹拾", "壹拾壹"],
    ["ideographTraditional", "癸", "甲"],
    ["ideographZodiac", "酉", "戌"],
    ["upperLetter", "J", "K"],
    ["lowerLetter", "j", "k"],
    ["upperRoman", "X", "XI"],
    ["lowerRoman", "x", "xi"],
    ["ordinal", "10th", "11th"],
    ["none", "", ""],
    ["unheardOf", "10", "11"],
  ];
  await reads(
    {
      numbering: formats.map(([format], i) => abstractList(i, [level(0, format, "%1）", { start: 10 })])).join("") + formats.map((_, i) => list(i + 1, i)).join(""),
      body: formats.map((_, i) => p("甲项", numbered(i + 1)) + p("乙项", numbered(i + 1))).join(""),
    },
    formats.flatMap(([, ten, eleven]) => [`${ten}）甲项`, `${eleven}）乙项`]),
  );
  await reads(
    {
      numbering: abstractList(0, [level(0, "chineseCountingThousand", "第%1条", { start: 99 })]) + abstractList(1, [level(0, "lowerLetter", "%1)", { start: 26 })]) + abstractList(2, [level(0, "decimalEnclosedCircle", "%1", { start: 20 })]) + list(1, 0) + list(2, 1) + list(3, 2),
      body: [p("总则", numbered(1)), p("细则", numbered(1)), p("附则", numbered(1)), p("甲", numbered(2)), p("乙", numbered(2)), p("甲", numbered(3)), p("乙", numbered(3))].join(""),
    },
    ["第九十九条 总则", "第一百条 细则", "第一百零一条 附则", "z) 甲", "aa) 乙", "⑳甲", "㉑乙"],
  );
});

test("levels that quote the ones above: decimal throughout where isLgl says so", async () => {
  await reads(
    {
      numbering:
        abstractList(0, [level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", { more: "<w:isLgl/>" }), level(2, "decimal", "%1-%2-%3")]) + list(1, 0),
      body: [p("总体情况", numbered(1)), p("目标", numbered(1, 1)), p("任务", numbered(1, 1)), p("分工", numbered(1, 2)), p("保障措施", numbered(1)), p("经费", numbered(1, 1))].join(""),
    },
    ["第一章 总体情况", "1.1 目标", "1.2 任务", "一-2-1 分工", "第二章 保障措施", "2.1 经费"],
  );
});

test("where lists start, go on and begin anew", async () => {
  const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  await reads(
    {
      numbering:
        abstractList(0, [level(0, "decimal", "%1.", { start: 3 })]) +
        list(1, 0) +
        list(2, 0) +
        list(3, 0, override) +
        list(4, 0, `<w:lvlOverride w:ilvl="0">${level(0, "upperLetter", "%1.")}</w:lvlOverride>`),
      body: [p("甲", numbered(1)), p("乙", numbered(1)), p("丙", numbered(2)), p("丁", numbered(3)), p("戊", numbered(3)), p("己", numbered(4)), p("庚", numbered(0)), p("辛", numbered(9))].join(""),
    },
    ["3. 甲", "4. 乙", "5. 丙", "1. 丁", "2. 戊", "C. 己", "庚", "辛"],
  );
  await reads(
    {
      numbering:
        abstractList(0, [level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.", { more: '<w:lvlRestart w:val="0"/>' }), level(2, "lowerLetter", "%3)", { more: '<w:lvlRestart w:val="1"/>' })]) +
        list(1, 0),
      body: [p("甲", numbered(1)), p("乙", numbered(1, 1)), p("丙", numbered(1, 2)), p("丁", numbered(1, 1)), p("戊", numbered(1, 2)), p("己", numbered(1)), p("庚", numbered(1, 1)), p("辛", numbered(1, 2))].join(""),
    },
    ["一、甲", "1. 乙", "a) 丙", "2. 丁", "b) 戊", "二、己", "3. 庚", "a) 辛"],
  );
});

test("a number that a style gives, down the chain of styles; numId 0 takes it away", async () => {
  await reads(
    {
      numbering:
        abstractList(0, [level(0, "chineseCounting", "%1、", { more: '<w:pStyle w:val="1"/>' }), level(1, "chineseCounting", "（%2）", { more: '<w:pStyle w:val="2"/>' })]) +
        abstractList(7, [], '<w:numStyleLink w:val="L"/>') +
        abstractList(8, [level(0, "decimal", "(%1)")], '<w:styleLink w:val="L"/>') +
        list(1, 0) + list(2, 7) + list(3, 8),
      styles: [
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="1"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="2x"><w:basedOn w:val="2"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="round"><w:basedOn w:val="round"/></w:style>',
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>',
      ].join(""),
      body: [
        p("工作成效", '<w:pStyle w:val="1"/>'),
        p("抓宣传", '<w:pStyle w:val="2"/>'),
        p("抓调解", '<w:pStyle w:val="2x"/>'),
        p("说明", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        p("打圈", '<w:pStyle w:val="round"/>'),
        p("下步打算", '<w:pStyle w:val="1"/>'),
        p("借来的列表", numbered(2)),
      ].join(""),
    },
    ["一、工作成效", "（一）抓宣传", "（二）抓调解", "说明", "打圈", "二、下步打算", "(1) 借来的列表"],
  );
});

test("bullets: a dot for the letters of symbol fonts", async () => {
  await reads(
    {
      numbering:
        abstractList(0, [level(0, "bullet", "\uf0b7")]) + abstractList(1, [level(0, "bullet", "l", { more: '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>' })]) + abstractList(2, [level(0, "bullet", "—")]) +
        list(1, 0) + list(2, 1) + list(3, 2),
      body: p("甲项", numbered(1)) + p("乙项", numbered(2)) + p("丙项", numbered(3)),
    },
    ["• 甲项", "• 乙项", "— 丙项"],
  );
});

test("what is text: tabs, breaks, symbols, links, controls, fields; what is not: deleted, moved away, hidden, instructions", async () => {
  const del = (/** @type {string} */ text) => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  await reads(
    {
      styles: '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>',
      body: [
        p(`${r("办结")}${del("18")}<w:ins w:id="2">${r("20")}</w:ins>${r("件")}`),
        p(`<w:moveFrom w:id="3">${r("旧处")}</w:moveFrom><w:moveTo w:id="4">${r("新处")}</w:moveTo>`),
        p(`${r("看得见")}${r("藏起来", "<w:vanish/>")}${r("也藏", '<w:rStyle w:val="h"/>')}${r("又看得见", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')}`),
        p('<w:r><w:t>左</w:t><w:tab/><w:t>右</w:t><w:br/><w:t>下</w:t></w:r>'),
        p('<w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2023年</w:t><w:softHyphen/></w:r>'),
        p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>已办</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>3次</w:t></w:r>'),
        p(`<w:hyperlink r:id="x">${r("链接")}</w:hyperlink><w:smartTag w:element="d">${r("标签")}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="不要"/></w:sdtPr><w:sdtContent>${r("控件")}</w:sdtContent></w:sdt>`),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ yyyy </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("2022年") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("完"),),
        p(`<w:fldSimple w:instr=" SEQ ">${r("7")}</w:fldSimple>${r("号")}`),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,12)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("带圈")),
        p(`${r("面积100m")}${r("2", '<w:vertAlign w:val="superscript"/>')}`),
        p(`<w:ruby><w:rubyPr/><w:rt>${r("qū")}</w:rt><w:rubyBase>${r("区")}</w:rubyBase></w:ruby>`.replace(/^/, "<w:r>") + "</w:r>"),
        p(r("前半", ) , "<w:rPr><w:del w:id=\"9\"/></w:rPr>") + p("后半"),
        p("<w:r><w:t> 不留空 </w:t></w:r>"),
      ].join(""),
    },
    ["办结20件", "新处", "看得见又看得见", "左\t右", "下", "2021-2023年", "√已办≥3次", "链接标签控件", "2022年完", "7号", "⑫带圈", "面积100m²", "区", "前半后半", "不留空"],
  );
});

test("tables, text boxes once, notes behind the text", async () => {
  const box = (/** @type {string} */ text) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  await reads(
    {
      footnotes: `<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${r(" 不含外省案件5件。")}</w:p></w:footnote>`,
      body: [
        p(`${r("受理案件20")}<w:r><w:footnoteReference w:id="2"/></w:r>${r("件。")}`),
        table([["项目", "上半年", "下半年"], ["讲座", "12场", "15场"], [p("培训") + p("（含线上）"), "", "3期"]]),
        p(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box("附图说明")}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box("附图说明")}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r("见下图")}`),
        p(""),
        p(""),
        p("完"),
      ].join(""),
    },
    ["受理案件20件。", "项目\t上半年\t下半年", "讲座\t12场\t15场", "培训 （含线上）\t\t3期", "见下图", "附图说明", "", "完", "[1] 不含外省案件5件。"],
  );
});

test("a document under another name, in another namespace", async () => {
  const strict = docx({ body: p("换个名字也读得出"), main: "word/document2.xml" });
  assert.equal(await textOfFile(strict), "换个名字也读得出");
});

/** @param {string} name @param {Uint8Array} bytes @param {string} sentence */
async function refuses(name, bytes, sentence) {
  const standing = await textOf(page);
  await drop(page, name, bytes);
  await page.locator("#notice").filter({ hasText: name }).filter({ hasText: sentence }).waitFor();
  assert.equal(await textOf(page), standing, "the text stays");
}

test("a damaged file, one that swells, one without text", async () => {
  const good = docx({ body: p("好文件") });
  await refuses("半截.docx", good.subarray(0, good.length >> 1), "已损坏");
  await refuses("坏字节.docx", Uint8Array.from(good, (byte, i) => (i > 60 && i < good.length - 320 ? byte ^ 0x55 : byte)), "已损坏");
  await refuses("坏标记.docx", zipSync({ "word/document.xml": strToU8("<w:document><w:body></w:document>") }), "已损坏");
  await refuses("实体.docx", zipSync({ "word/document.xml": strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>') }), "已损坏");
  await refuses("空白.docx", docx({ body: p("") }), "没有文字");
  const swollen = zipSync({ "word/document.xml": new Uint8Array(70 * 1024 * 1024).fill(0x20) });
  assert.ok(swollen.length < 100_000);
  await refuses("炸弹.docx", swollen, "大得不正常");
  // The directory may lie about the size: what is unpacked stops where it says.
  const lying = swollen.slice();
  const view = new DataView(lying.buffer);
  const at = lying.length - 22;
  view.setUint32(view.getUint32(at + 16, true) + 24, 1000, true);
  await refuses("谎报.docx", lying, "已损坏");
  visit.troubles = [];
});

test("pictures in a file do not count against its size", async () => {
  const photo = new Uint8Array(2 * 1024 * 1024);
  for (let i = 0; i < photo.length; i++) photo[i] = (i * 2654435761) >>> 13;
  assert.equal(await textOfFile(docx({ body: p("有图的报告"), more: { "word/media/image1.jpeg": photo } })), "有图的报告");
});

test("files of other makers read as LibreOffice reads them, numbers and all", async () => {
  for (const name of ["report", "python"]) {
    const folder = inRoot("tests", "word-files");
    const text = await textOfFile(readFileSync(path.join(folder, `${name}.docx`)));
    // LibreOffice indents, sets a space behind every number and writes the cells of a table below each other.
    const plain = (/** @type {string} */ lines) => lines.replace(/^\ufeff/, "").trim().split("\n").map((line) => line.replace(/[ \t]+/g, ""));
    const cells = text.split("\n").flatMap((line) => (/^(项目|信访)\t/.test(line) ? line.split("\t") : line));
    assert.deepStrictEqual(plain(cells.join("\n")), plain(readFileSync(path.join(folder, `${name}.txt`), "utf8")));
  }
});
