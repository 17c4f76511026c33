/** The findings: listed, walked, mended, dismissed. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { chosenWords, isRead, open, openSample, paste, SAMPLE, textOf } from "../desk.mjs";

/** @typedef {import("../desk.mjs").Page} Page */

const REPORT = [
  "一、主要举措",
  "组织干部学习学习行政处罚法,印发办法,开展检查。",
  "全年走访企业约300余家，举办讲座12场。",
  "三、下一步安排",
  "继续安排安排培训，新建调解室3个,充实队伍。",
].join("\n");

/** Only the arithmetic; the parser's own findings of form are no matter here. @param {Page} page @param {string} text */
async function onDesk(page, text) {
  await paste(page, text);
  await isRead(page, text);
  await page.locator(`#side-tabs [data-side=findings] .tally`).filter({ hasText: new RegExp(`^${parse(text).findings.length || ""}$`) }).waitFor();
}

/** @param {Page} page @param {string} text */
const becomes = (page, text) =>
  page.waitForFunction((words) => Array.from(document.querySelectorAll(".cm-line"), (line) => line.textContent).join("\n") === words, text);

/** @param {Page} page @param {string} rule */
const rowOfRule = (page, rule) => page.locator(`#findings [role=treeitem][data-rule="${rule}"]`);

/** @param {Page} page */
const focusedRule = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-rule"));

/** @param {Page} page @param {number} count */
const leaves = (page, count) => page.locator("#side-tabs [data-side=findings] .tally").filter({ hasText: new RegExp(`^${count || ""}$`) }).waitFor();

test("the findings are listed by severity, and a click places each", async () => {
  const page = await open();
  await openSample(page);
  const { findings } = parse(SAMPLE);
  await page.locator("#side-tabs [data-side=findings]").click();
  assert.equal(await page.locator("#findings [data-rule]").count(), findings.length);
  assert.equal(await page.locator("#findings [aria-level='1']").count(), new Set(findings.map(({ severity }) => severity)).size);
  for (const finding of findings) {
    const row = rowOfRule(page, finding.rule).filter({ hasText: finding.message }).first();
    await row.click();
    assert.equal(await row.getAttribute("aria-selected"), "true");
    assert.ok((await page.locator("#card").textContent())?.includes(finding.message));
    if (finding.span[0] < finding.span[1]) assert.equal(await chosenWords(page), SAMPLE.slice(...finding.span).replaceAll("\n", ""));
  }
  await page.context().close();
});

test("keyboard only: F8 from the text, Enter mends, the next is chosen, undo brings it back", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  const { findings } = parse(REPORT);
  const before = findings.length;
  assert.equal(findings[0].rule, "word-repeated");
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  assert.equal(await focusedRule(page), "word-repeated");
  assert.equal(await chosenWords(page), "学习学习");
  // The row shows what goes.
  assert.equal(await rowOfRule(page, "word-repeated").first().locator("del").textContent(), "学习");
  await page.keyboard.press("Enter");
  await becomes(page, REPORT.replace("学习学习", "学习"));
  await leaves(page, before - 1);
  assert.match((await page.locator("#message").textContent()) ?? "", new RegExp(`已改正 1 处，还有 ${before - 1} 条提示`));
  // Another is chosen and has the focus, so that Enter goes on.
  assert.ok(await focusedRule(page));
  await page.keyboard.press("Control+z");
  await becomes(page, REPORT);
  await leaves(page, before);
  await page.context().close();
});

test("F8 goes through the text in its order, round from the end, and back with Shift", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  const rules = parse(REPORT).findings.map(({ rule }) => rule);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  const walked = [];
  for (let i = 0; i <= rules.length; i++) {
    await page.keyboard.press("F8");
    walked.push(await focusedRule(page));
  }
  assert.deepStrictEqual(walked, [...rules, rules[0]]);
  assert.equal(await page.locator("#message").textContent(), strings.zh.walkedRound);
  await page.keyboard.press("Shift+F8");
  assert.equal(await focusedRule(page), rules[rules.length - 1]);
  await page.context().close();
});

test("Enter on a finding without a fix leads to its words in the text", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  const finding = parse(REPORT).findings.find(({ rule }) => rule === "number-gap");
  assert.ok(finding && finding.fix === null);
  await rowOfRule(page, "number-gap").evaluate((row) => row.scrollIntoView());
  await page.locator("#side-tabs [data-side=findings]").click();
  await rowOfRule(page, "number-gap").click();
  await page.keyboard.press("Enter");
  assert.equal(await textOf(page), REPORT);
  assert.equal(await page.evaluate(() => getSelection()?.toString()), REPORT.slice(...finding.span));
  await page.context().close();
});

test("a finding of many places: its places are rows, each mended for itself or all at once", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  await page.locator("#side-tabs [data-side=findings]").click();
  const row = rowOfRule(page, "half-width-mark");
  assert.match((await row.textContent()) ?? "", /×3/);
  await row.click();
  await page.keyboard.press("ArrowRight");
  assert.equal(await row.getAttribute("aria-expanded"), "true");
  assert.equal(await page.locator("#findings [data-node^=place]").count(), 3);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.match((await page.locator("#card").textContent()) ?? "", /第 2 处，共 3 处/);
  await page.keyboard.press("Enter");
  await becomes(page, REPORT.replace("办法,开展", "办法，开展"));
  await row.filter({ hasText: "×2" }).waitFor();
  await page.locator("#card [data-do=next]").click();
  await row.click();
  await page.locator("#card [data-do=mend]").click();
  await becomes(page, REPORT.replaceAll(",", "，"));
  await row.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await becomes(page, REPORT.replace("办法,开展", "办法，开展"));
  await page.context().close();
});

test("all of a kind in one step", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  await page.locator("#side-tabs [data-side=findings]").click();
  await rowOfRule(page, "word-repeated").first().click();
  assert.equal(await page.locator("#card [data-do=kind]").textContent(), "同类 2 条一起改正");
  await page.locator("#findings [role=treeitem][aria-selected=true]").focus();
  await page.keyboard.press("Shift+Enter");
  const mended = REPORT.replace("学习学习", "学习").replace("安排安排", "安排");
  await becomes(page, mended);
  await rowOfRule(page, "word-repeated").first().waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await becomes(page, REPORT);
  await page.keyboard.press("Control+y");
  await becomes(page, mended);
  await page.context().close();
});

test("all that are listed: shown beforehand, one step, what the core would make of it", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  const { mend } = await import("../../js/node.js");
  const mended = mend(REPORT);
  await page.keyboard.press("Alt+5");
  await page.keyboard.press("Alt+a");
  const dialog = page.locator("dialog.fix-all");
  await dialog.waitFor();
  assert.ok((await dialog.locator("li").count()) >= 5);
  assert.ok((await dialog.locator("del").allTextContents()).includes("学习"));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await textOf(page), REPORT, "left as it was");
  await page.locator("#fix-all").click();
  await dialog.locator(".main").click();
  await becomes(page, mended);
  await leaves(page, parse(mended).findings.length);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+z");
  await becomes(page, REPORT);
  await page.context().close();
});

test("while one types, a fix waits for the reading and is made in the right place", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  await page.locator("#side-tabs [data-side=findings]").click();
  await rowOfRule(page, "word-repeated").first().click();
  await page.locator(".cm-line").first().click();
  await page.keyboard.press("Home");
  await page.keyboard.type("续");
  await page.keyboard.press("F8");
  await page.keyboard.press("Alt+Enter");
  await becomes(page, `续${REPORT.replace("学习学习", "学习")}`);
  await page.context().close();
});

test("dismissed with a reason: gone from list, text and counts; still dismissed after edits elsewhere; restored", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  const before = parse(REPORT).findings.length;
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  const marked = await page.locator(".cm-content .mark-finding-warning").count();
  await page.keyboard.press("i");
  const dialog = page.locator("dialog.dismiss");
  await dialog.waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await leaves(page, before - 1);
  assert.equal(await page.locator(".cm-content .mark-finding-warning").count(), marked - 1);
  assert.match((await page.locator("#legend").textContent()) ?? "", new RegExp(`提示${before - 1}$`));
  assert.match((await page.locator("#message").textContent()) ?? "", new RegExp(`还有 ${before - 1} 条`));
  // Edits elsewhere.
  await page.locator(".cm-line").first().click();
  await page.keyboard.press("End");
  await page.keyboard.type("和成效");
  await isRead(page, REPORT.replace("举措", "举措和成效"));
  await page.locator("#outline .title").filter({ hasText: "主要举措和成效" }).waitFor();
  await leaves(page, before - 1);
  // The folded group at the end holds it with its reason.
  const group = page.locator("#findings [data-node=dismissed]");
  await page.keyboard.press("Alt+5");
  assert.equal(await group.getAttribute("aria-expanded"), "false");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const gone = page.locator("#findings .is-dismissed");
  assert.match((await gone.textContent()) ?? "", new RegExp(strings.zh.reasonQuoted));
  await page.keyboard.press("i");
  await leaves(page, before);
  await group.waitFor({ state: "detached" });
  await page.context().close();
});

test("dismissals are saved as a file; a reason of one's own; other findings go on", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  await page.locator("#side-tabs [data-side=findings]").click();
  await rowOfRule(page, "number-gap").click();
  await page.locator("#card [data-do=dismiss]").click();
  await page.locator("dialog.dismiss .reason-own").fill("第二部分另发");
  await page.keyboard.press("Enter");
  await rowOfRule(page, "number-gap").waitFor({ state: "detached" });
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#dismissals-save").click()]);
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  const finding = parse(REPORT).findings.find(({ rule }) => rule === "number-gap");
  assert.ok(finding);
  assert.deepStrictEqual(file.dismissals, [
    { fingerprint: finding.fingerprint, rule: "number-gap", reason: "第二部分另发" },
  ], "and no words of the report");
  await page.locator("#dismissals-restore").click();
  await rowOfRule(page, "number-gap").waitFor();
  await page.context().close();
});

test("filters: severity, rule, section, words; by rule; nothing found is said", async () => {
  const page = await open();
  await onDesk(page, REPORT);
  const { findings } = parse(REPORT);
  await page.locator("#side-tabs [data-side=findings]").click();
  const shown = () => page.locator("#findings [data-rule]").count();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  await page.locator(".chip.error").click();
  assert.equal(await page.locator(".chip.error").getAttribute("aria-pressed"), "false");
  assert.equal(await shown(), findings.length - errors);
  await page.locator(".chip.error").click();
  await page.locator("#findings-rule").selectOption("word-repeated");
  assert.equal(await shown(), 2);
  await page.locator("#findings-rule").selectOption("");
  await page.locator("#findings-section").selectOption({ index: 1 });
  const second = REPORT.indexOf("三、");
  assert.equal(await shown(), findings.filter(({ span }) => span[0] < second).length);
  await page.locator("#findings-section").selectOption({ index: 0 });
  await page.locator("#findings-search").fill("缺2");
  assert.equal(await shown(), 1);
  await page.locator("#findings-search").fill("没有这样的话");
  assert.ok(await page.getByText(strings.zh.noFilteredFindings).isVisible());
  await page.keyboard.press("Escape");
  assert.equal(await shown(), findings.length);
  await page.locator("#findings-order").click();
  assert.equal(await page.locator("#findings .row-rule").count(), new Set(findings.map(({ rule }) => rule)).size);
  await page.context().close();
});

test("in English every message is English, and turning the language reads again: in the list and on the slip", async () => {
  const page = await open({ language: "en" });
  await onDesk(page, REPORT);
  await page.locator("#side-tabs [data-side=findings]").click();
  for (const language of /** @type {const} */ (["en", "zh", "en"])) {
    await page.locator(`#language-${language}`).click();
    const { findings } = parse(REPORT, { language });
    assert.ok(findings.length > 4);
    for (const { rule, message } of findings) {
      await rowOfRule(page, rule).filter({ hasText: message }).first().waitFor();
    }
    const word = findings.find(({ rule }) => rule === "word-repeated");
    assert.ok(word);
    await rowOfRule(page, "word-repeated").filter({ hasText: word.message }).first().click();
    await page.locator("#card").getByText(word.message, { exact: true }).waitFor();
    // It stays chosen, and is told of in the other language.
    assert.equal(await rowOfRule(page, "word-repeated").first().getAttribute("aria-selected"), "true");
  }
  assert.doesNotMatch((await page.locator("#findings").innerText()).replace(/“[^”]*”/g, ""), /应为|重复|缺/);
  await page.context().close();
});

test("what a screen reader finds: a tree of named groups, levels, and no button inside a row", async () => {
  const page = await open({ language: "en" });
  await onDesk(page, REPORT);
  await page.locator("#side-tabs [data-side=findings]").click();
  const tree = page.getByRole("tree", { name: strings.en.findingsHelp });
  await tree.waitFor();
  assert.equal(await tree.locator("button, a, input").count(), 0);
  const snapshot = await tree.ariaSnapshot();
  assert.match(snapshot, /treeitem "error must be mended \d+" \[expanded\]/);
  assert.match(snapshot, /treeitem "“学习” stands twice\. [^"]*A word stands twice in a row/);
  assert.equal(await page.locator("#message").getAttribute("aria-live"), "polite");
  await page.context().close();
});

test("hundreds of findings: only those in sight are drawn", async () => {
  const page = await open();
  const text = Array.from({ length: 300 }, (_, i) => `第${i}组干部学习学习行政处罚法。`).join("\n");
  await page.locator("#file").setInputFiles({ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  const { length } = parse(text).findings;
  assert.ok(length >= 300);
  await leaves(page, length);
  await page.locator("#side-tabs [data-side=findings]").click();
  assert.ok((await page.locator("#findings [role=treeitem]").count()) < 100);
  await page.locator("#findings [role=treeitem]").first().click();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("End");
  assert.ok(await page.locator("#findings [role=treeitem]:focus").isVisible());
  await page.context().close();
});
