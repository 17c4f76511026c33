/**
 * The front page: in Chinese first, with a short English one under it.
 *
 * @import { Page } from "./html.mjs"
 */
import { escape, tryIt } from "./html.mjs";
import { marked, MARKS } from "./reading.mjs";
import { parse } from "../../js/node.js";

const REPORT = `一、主要举措和成效
（一）抓好普法宣传。全年开展法治讲座12场，受众1.1万余人次，同比增长8.5%。
（二）化解矛盾纠纷。受理纠纷186件，其中邻里纠纷92件、合同纠纷58件、其他35件，办结率100%。`;

/** @param {{ cases: number, rules: number, rust: boolean }} counts @returns {Page} */
export function front({ cases, rules, rust }) {
  const report = parse(REPORT);
  const example = marked(REPORT, [...MARKS.heading(report), ...MARKS.figure(report), ...MARKS.finding(report)]);
  const { message = "" } = report.findings[0] ?? {};
  /** @type {[string, string, string, string, string][]} */
  const ways = [
    ["start.html", "起步", "安装，五行程序读出一篇报告的提纲和数字；命令行、Rust。", "Start", "Install it, five lines of a program, the command line, Rust."],
    ["spec/index.html", "规范", `什么算标题、数字、日期、提示：${cases} 个有名字的例子，同时是测试。`, "Specification", `What is a heading, a figure, a finding: ${cases} named cases, which are the tests as well.`],
    ["rules.html", "规则", `${rules} 条核对规则，各附依据的条文、误例与正例。`, "Rules", `${rules} rules, each with its clause, a wrong text and a right one.`],
    ["api/index.html", "接口", "每个函数、每个字段，一句话说明。", "API", "Every function and every field, with a sentence."],
    ["command-line.html", "命令行", "一个命令：JSON、CSV、Markdown、SARIF。", "Command line", "One command: JSON, CSV, Markdown, SARIF."],
    ["recipes/index.html", "做法", "在自己的编辑器里标出数字，填表，提交前核对，批量处理。", "Recipes", "Figures in your own editor, a table, a check before a form is sent, a batch."],
    ["embedding.html", "嵌入", "把网页放进另一个网页。", "Embedding", "The page in a frame of another page."],
    ["measured.html", "实测", "读对多少，漏掉多少，多大，多快。", "Measured", "How much is read right, what is missed, how large, how fast."],
  ];
  if (rust) ways.push(["rust/gangmu/index.html", "Rust 文档", "crate 的每个类型与函数。", "Rust", "The crate, item by item."]);
  const card = (/** @type {string} */ to, /** @type {string} */ name, /** @type {string} */ says) => `<li><a href="~/${to}">${escape(name)}</a> ${escape(says)}</li>`;
  const main = `<h1>纲目</h1>
<p class="lead">把政府工作报告贴进来，看清它的提纲和每一个数字：多少、什么单位、数的是什么、什么时候。文字不离开这台电脑。这里是给写程序的人和想弄清规则的人看的说明。</p>
<div class="example">${example}<p class="message">${escape(message)}</p>${tryIt(REPORT, "这一段")}</div>
<h2 class="aside">目录</h2><ul class="ways">${ways.map(([to, name, says]) => card(to, name, says)).join("\n")}</ul>
<section lang="en"><h2 id="english">In English</h2>
<p class="lead">Paste a Chinese government report and get its outline and every figure in it: the number, the unit, what is counted, when. The prose of these pages is in English; the texts are
in the language of the reports.</p>
<ul class="ways">${ways.map(([to, , , name, says]) => card(to, name, says)).join("\n")}</ul></section>`;
  return { path: "index.html", title: "说明", language: "zh-CN", section: "index.html", main };
}
