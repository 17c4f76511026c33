/**
 * The rules with their clauses: one page, an anchor for each rule by its name, so that other programs can link to it.
 *
 * @import { RuleRecord } from "../../js/rules.d.ts"
 * @import { Page } from "./html.mjs"
 */
import { parse } from "../../js/node.js";
import { Blocked } from "../run.mjs";
import { chinese, escape, heading, tryIt } from "./html.mjs";
import { findingMarks, marked } from "./reading.mjs";

/** @type {Record<string, string>} */
const SEVERITIES = { error: "错误 error", warning: "警告 warning", advice: "建议 advice" };
/** @type {Record<string, string>} */
const FORCES = { must: "应 must", should: "宜 should", may: "可 may", custom: "惯例 custom" };
/** @type {Record<string, string>} */
const CERTAINTIES = { certain: "确定 certain", likely: "很可能 likely", possible: "可能 possible" };
/** @type {Record<string, string>} */
const PROFILES = { usual: "on by default", strict: "only in the profile strict", figures: "in the profile figures", asked: "only where it is asked for by name" };

/** The families with their names, as `docs/rules.md` heads them: both are in the order of the table. @param {RuleRecord[]} all @param {string} table */
function familiesOf(all, table) {
  const names = [...new Set(all.map(({ family }) => family))];
  const titles = [...table.matchAll(/^## (\S+) · (.+)$/gm)].map(([, inChinese, english]) => `${inChinese} ${english}`);
  if (names.length !== titles.length) throw new Blocked("docs/rules.md is out of date; run: GANGMU_WRITE=1 cargo test --test rules");
  return names.map((name, index) => ({ name, title: titles[index] }));
}

/** How many planted mistakes each rule found, from `docs/seeded-errors.md`. @param {string} seeded */
const foundOf = (seeded) =>
  new Map([...seeded.matchAll(/^\| `([a-z-]+)` \| \w+ \| (\d+) \| (\d+) \|/gm)].map(([, rule, planted, found]) => [rule, { planted, found }]));

/** @param {RuleRecord} rule */
function example({ name, example, english }) {
  if (example === null) return '<p class="note">A few lines cannot show it.</p>';
  const { findings } = parse(example.wrong, { profile: "asked", rulesOn: [name] });
  const [inEnglish] = parse(example.wrong, { profile: "asked", rulesOn: [name], language: "en" }).findings;
  const message = findings[0] ? `<p class="message">${chinese(findings[0].message)}<br>${escape(inEnglish.message)}</p>` : "";
  return `<div class="pair"><div><p class="label wrong">误 Wrong</p>${marked(example.wrong, findings.flatMap(findingMarks))}${message}${tryIt(example.wrong, english)}</div>
<div><p class="label right">正 Right</p>${marked(example.right, [])}</div></div>`;
}

/** @param {RuleRecord[]} all @param {{ table: string, seeded: string }} papers @returns {Page} */
export function rulesPage(all, { table, seeded }) {
  const found = foundOf(seeded);
  const families = familiesOf(all, table);
  const body = families.map(({ name, title }) => {
    const rules = all.filter(({ family }) => family === name).map((rule) => {
      const { severity, confidence, force, clause, profile, chinese: inChinese, english } = rule;
      const measured = found.get(rule.name);
      const facts = [
        `<span class="severity-${severity}">${SEVERITIES[severity]}</span>`,
        `sure: ${CERTAINTIES[confidence]}`,
        clause === null ? "no standard says so, but careful editors do" : `${FORCES[force]}: ${chinese(clause, "cite")}`,
        PROFILES[profile],
        ...(measured ? [`<a href="~/seeded-errors.html">found ${measured.found} of ${measured.planted} planted</a>`] : []),
      ];
      return `<section class="rule">${heading(3, rule.name, `<code>${rule.name}</code> ${chinese(inChinese)}`)}
<p>${escape(english)}</p><p class="facts">${facts.join(" · ")}</p>${example(rule)}</section>`;
    });
    return `${heading(2, `family-${name}`, title.replace(/^\S+/, (words) => chinese(words)))}\n${rules.join("\n")}`;
  });
  const main = `<h1><span lang="zh-CN">规则</span> The rules</h1>
<p>${all.length} rules say what an editor would want to be told. Each follows a clause of a standard where one says so; its severity follows the force of that clause. The name of a
rule is stable: it stands in every <a href="~/api/gangmu.html#Finding">finding</a>, and this page has an anchor of that name, so that a program may link to
<code>rules.html#sum-mismatch</code>. Which rules are on is said by <a href="~/api/gangmu.html#Options.profile"><code>profile</code></a>,
<a href="~/api/gangmu.html#Options.rulesOn"><code>rulesOn</code></a> and <a href="~/api/gangmu.html#Options.rulesOff"><code>rulesOff</code></a>;
<a href="~/api/rules.html"><code>gangmu/rules</code></a> is this table for programs. What the page opens with is the wrong text.</p>\n${body.join("\n")}`;
  const entries = all.map(({ name, chinese, english }) => ({ words: `${name} ${chinese} ${english}`, kind: "rule", anchor: name }));
  return {
    path: "rules.html",
    title: "规则 The rules",
    section: "rules.html",
    main,
    contents: families.map(({ name, title }) => ({ title, anchor: `family-${name}` })),
    entries: [{ words: "规则 Rules", kind: "page" }, ...entries],
  };
}
