/** Settings: what is checked, what the report calls its own, what is kept, and clearing everything. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { RULES } from "../../dist/rules.js";
import { strings } from "../../www/words/strings.js";
import { isRead, open, openSample, paste, SAMPLE, server, textOf } from "../desk.mjs";

/** @typedef {import("../desk.mjs").Page} Page */

const REPORT = ["云岭镇工作报告", "一、主要举措", "新装路灯36灯位，落实24小时守护行动，组织干部学习学习行政处罚法。", "1、全年走访企业12家", "政务大厅好评指数98。"].join("\n");

/** @param {Page} page @param {import("../../js/gangmu.d.ts").Options} options */
async function reads(page, options) {
  const { figures, findings } = parse(REPORT, options);
  await page.locator(`#figures table[aria-rowcount="${figures.length + 1}"]`).waitFor({ state: "attached" });
  await page.locator("#side-tabs [data-side=findings] .tally").filter({ hasText: new RegExp(`^${findings.length || ""}$`) }).waitFor({ state: "attached" });
}

/** @param {Page} page */
async function onDesk(page) {
  await paste(page, REPORT);
  await isRead(page, REPORT);
  await reads(page, {});
}

/** @param {Page} page */
async function settings(page) {
  await page.keyboard.press("Control+,");
  await page.locator("dialog.settings").waitFor();
}

/** @param {Page} page */
const stored = (page) => page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length]);

/** Chooses a file where the page asks for one. @param {Page} page @param {string} button @param {string} name @param {string} content */
async function give(page, button, name, content) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: button, exact: true }).first().click()]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
}

test("a stricter profile finds more at once, one for figures less; by keyboard", async () => {
  const page = await open();
  await onDesk(page);
  await settings(page);
  assert.ok(parse(REPORT, { profile: "strict" }).findings.length > parse(REPORT).findings.length);
  await page.keyboard.press("ArrowDown");
  await reads(page, { profile: "strict" });
  await page.keyboard.press("ArrowDown");
  await reads(page, { profile: "figures" });
  await page.keyboard.press("ArrowDown");
  await reads(page, { profile: "asked" });
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  await settings(page);
  assert.ok(await page.locator("dialog.settings [value=asked]").isChecked(), "kept while the page is open");
  await page.context().close();
});

test("every rule stands in the list with its clause and example, and is found and switched", async () => {
  const page = await open();
  await onDesk(page);
  await settings(page);
  const entries = await page.locator("[data-rule-entry]").evaluateAll((all) => all.map((each) => ({ name: each.getAttribute("data-rule-entry"), text: each.textContent ?? "", example: Array.from(each.querySelectorAll("dd"), (side) => side.textContent) })));
  assert.deepStrictEqual(entries.map(({ name }) => name).sort(), RULES.map(({ name }) => name).sort());
  for (const rule of RULES) {
    const entry = entries.find(({ name }) => name === rule.name);
    assert.ok(entry?.text.includes(rule.chinese), rule.name);
    if (rule.clause) assert.ok(entry?.text.includes(rule.clause), rule.name);
    assert.deepStrictEqual(entry?.example, rule.example ? [rule.example.wrong, rule.example.right] : []);
  }
  await page.locator("dialog.settings input[type=search]").fill("学习学习");
  assert.equal(await page.locator("[data-rule-entry]:visible").count(), 1);
  const box = page.getByRole("switch", { name: "词语重复" });
  assert.ok(await box.isChecked());
  await box.focus();
  await page.keyboard.press("Space");
  await reads(page, { rulesOff: ["word-repeated"] });
  await page.keyboard.press("Space");
  await reads(page, {});
  // A rule of the strict profile alone.
  await page.locator("dialog.settings input[type=search]").fill("marker-comma");
  await page.locator("#rule-marker-comma").click();
  await reads(page, { rulesOn: ["marker-comma"] });
  await page.locator("dialog.settings input[type=search]").fill("没有这样的规则");
  assert.ok(await page.getByText(strings.zh.rulesNone).isVisible());
  await page.context().close();
});

test("the page's switches agree with the core's profiles", async () => {
  const page = await open();
  for (const profile of /** @type {const} */ (["usual", "strict", "figures", "asked"])) {
    await settings(page);
    await page.locator(`dialog.settings [value=${profile}]`).click();
    const on = await page.locator("[data-rule-entry] input").evaluateAll((all) => all.filter((each) => /** @type {HTMLInputElement} */ (each).checked).map((each) => each.id.replace("rule-", "")));
    // What the core finds in the examples under a profile is what the page shows as on.
    for (const { name, example } of RULES) {
      if (!example) continue;
      const found = parse(example.wrong, { profile }).findings.some(({ rule }) => rule === name);
      assert.equal(on.includes(name), found, `${name} in ${profile}`);
    }
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  }
  await page.context().close();
});

test("a finding says why, and its rule can be switched off there", async () => {
  const page = await open();
  await onDesk(page);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  const { findings } = parse(REPORT);
  const at = findings.findIndex(({ rule }) => rule === "word-repeated");
  for (let i = 0; i <= at; i++) await page.keyboard.press("F8");
  await page.keyboard.press("w");
  const dialog = page.locator("dialog.rule");
  const rule = RULES.find(({ name }) => name === "word-repeated");
  assert.ok(rule?.example);
  const words = (await dialog.textContent()) ?? "";
  for (const part of [rule.chinese, rule.clause ?? "", rule.example.wrong, rule.example.right, rule.name]) assert.ok(words.includes(part), part);
  await dialog.getByRole("button", { name: strings.zh.ruleTurnOff }).click();
  await reads(page, { rulesOff: ["word-repeated"] });
  await page.locator("#message").filter({ hasText: "词语重复" }).waitFor();
  await page.context().close();
});

test("units, names and patterns of one's own; a bad pattern is told at its line and the rest stays", async () => {
  const page = await open();
  await onDesk(page);
  await settings(page);
  await page.locator("#own-units").fill("灯位\n");
  await reads(page, { units: ["灯位"] });
  await page.locator("#own-names").fill("\n24小时守护行动");
  await reads(page, { units: ["灯位"], names: ["24小时守护行动"] });
  const good = "(?<indicator>好评指数)(?<number>\\d+)";
  await page.locator("#own-patterns").fill(good);
  const own = { units: ["灯位"], names: ["24小时守护行动"], patterns: [good] };
  await reads(page, own);
  await page.locator("#own-patterns").fill(`${good}\n\n好评(?<number>`);
  await page.locator("#own-patterns-wrong").filter({ hasText: "第 3 行，第 3 个字符：这个组没有收尾" }).waitFor();
  assert.equal(await page.locator("#own-patterns").getAttribute("aria-invalid"), "true");
  await reads(page, own);
  await page.locator("#own-patterns").fill(good);
  await page.waitForFunction(() => document.querySelector("#own-patterns-wrong")?.textContent === "");
  await page.keyboard.press("Escape");
  await page.locator("#figures tbody tr").filter({ hasText: "36灯位" }).waitFor();
  await page.context().close();
});

test("every reason of the core for a bad pattern has its words", async () => {
  const source = readFileSync(new URL("../../src/pattern.rs", import.meta.url), "utf8");
  const reasons = [...source.matchAll(/Err\(\([^()]*(?:\([^()]*\))?[^()]*, "([^"]+)"\)\)|ok_or\(\(\w+, "([^"]+)"\)\)/g)].map((match) => (match[1] ?? match[2]).replaceAll("\\\\", "\\"));
  assert.ok(reasons.length >= 8, reasons.join("\n"));
  const { REASONS } = await import("../../www/settings/pattern-reasons.js");
  for (const reason of reasons) assert.ok(reason in REASONS, reason);
});

test("the year, where the text has none", async () => {
  const page = await open();
  await onDesk(page);
  await settings(page);
  await page.locator("#own-year").fill("2031");
  await page.keyboard.press("Escape");
  await page.locator("#figures tbody tr").filter({ hasText: "12家" }).filter({ hasText: "2031" }).waitFor();
  await page.context().close();
});

test("settings as a file, saved and read again; another file is refused", async () => {
  const page = await open();
  await onDesk(page);
  await settings(page);
  await page.locator("dialog.settings [value=strict]").click();
  await page.locator("#own-units").fill("灯位");
  await reads(page, { profile: "strict", units: ["灯位"] });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: strings.zh.settingsSave, exact: true }).first().click()]);
  const content = readFileSync(await download.path(), "utf8");
  assert.equal(JSON.parse(content).settings.profile, "strict");
  await page.getByRole("button", { name: strings.zh.settingsAllUsual }).click();
  await reads(page, {});
  assert.equal(await page.locator("#own-units").inputValue(), "");
  await give(page, strings.zh.settingsLoad, "纲目设置.json", content);
  await reads(page, { profile: "strict", units: ["灯位"] });
  assert.equal(await page.locator("#own-units").inputValue(), "灯位");
  for (const [name, wrong] of [["a.json", "{}"], ["b.json", "no json"], ["c.json", JSON.stringify({ kind: "gangmu-settings/1", settings: { profile: "best" } })]]) {
    await give(page, strings.zh.settingsLoad, name, wrong);
    await page.locator(".settings-said").filter({ hasText: name }).waitFor();
  }
  await give(page, strings.zh.settingsLoad, "d.json", JSON.stringify({ kind: "gangmu-settings/1", settings: { patterns: ["(?<number>"] } }));
  await page.locator(".settings-said").filter({ hasText: strings.zh.patternOpen }).waitFor();
  await reads(page, { profile: "strict", units: ["灯位"] });
  await page.context().close();
});

test("dismissals are read from a file", async () => {
  const page = await open();
  await onDesk(page);
  const finding = parse(REPORT).findings.find(({ rule }) => rule === "word-repeated");
  assert.ok(finding);
  await settings(page);
  const file = { kind: "gangmu-dismissals/1", dismissals: [{ fingerprint: finding.fingerprint, rule: finding.rule, reason: "引文" }] };
  await give(page, strings.zh.loadDismissals, "忽略.json", JSON.stringify(file));
  await page.locator(".settings-said").filter({ hasText: "1" }).waitFor();
  await give(page, strings.zh.loadDismissals, "别的.json", "[]");
  await page.locator(".settings-said").filter({ hasText: "别的.json" }).waitFor();
  await page.keyboard.press("Escape");
  const left = parse(REPORT).findings.length - 1;
  await page.locator("#side-tabs [data-side=findings] .tally").filter({ hasText: new RegExp(`^${left || ""}$`) }).waitFor({ state: "attached" });
  await page.context().close();
});

test("nothing is stored unless asked for; remembered over a reload; switched off it is gone", async () => {
  const page = await open();
  await onDesk(page);
  await settings(page);
  await page.locator("#own-units").fill("灯位");
  await reads(page, { units: ["灯位"] });
  assert.deepStrictEqual(await stored(page), [0, 0, 0]);
  await page.locator("#remember").click();
  await page.locator("dialog.settings [value=strict]").click();
  assert.equal(await page.evaluate(() => localStorage.length), 1);
  assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes("学习"), "never a text");
  await page.goto("about:blank");
  await page.goto(`${server.url}#zh`);
  await page.locator("body[data-ready]").waitFor();
  await paste(page, REPORT);
  await reads(page, { units: ["灯位"], profile: "strict" });
  await settings(page);
  assert.ok(await page.locator("#remember").isChecked());
  await page.locator("#remember").click();
  assert.deepStrictEqual(await stored(page), [0, 0, 0]);
  await page.context().close();
});

test("clear everything leaves nothing: text, undo, dismissals, settings, store", async () => {
  const page = await open();
  await onDesk(page);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  await page.keyboard.press("i");
  await page.keyboard.press("Enter");
  await page.locator("dialog").waitFor({ state: "detached" });
  await settings(page);
  await page.locator("dialog.settings [value=strict]").click();
  await page.locator("#own-names").fill("24小时守护行动");
  await page.locator("#remember").click();
  await page.getByRole("button", { name: strings.zh.clearAllDo }).click();
  // The way back has the focus.
  await page.locator("dialog.question").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("dialog.question").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  assert.equal(await textOf(page), REPORT);
  await settings(page);
  await page.getByRole("button", { name: strings.zh.clearAllDo }).click();
  await page.getByRole("button", { name: strings.zh.clearAllYes, exact: true }).click();
  await page.getByText(strings.zh.what).waitFor();
  await page.locator(".cm-content").focus();
  for (const key of ["Control+z", "Control+z", "Control+y"]) await page.keyboard.press(key);
  assert.ok(await page.getByText(strings.zh.what).isVisible(), "no step can be taken back");
  assert.deepStrictEqual(await stored(page), [0, 0, 0]);
  assert.equal(await page.title(), "纲目 Gangmu");
  const held = await page.evaluate(() => document.body.textContent ?? "");
  for (const words of ["云岭镇", "学习学习", "24小时守护行动", "灯位"]) assert.ok(!held.includes(words), words);
  await paste(page, REPORT);
  await reads(page, {});
  await settings(page);
  assert.ok(await page.locator("dialog.settings [value=usual]").isChecked());
  assert.equal(await page.locator("#own-names").inputValue(), "");
  assert.ok(!(await page.locator("#remember").isChecked()));
  await page.context().close();
});

test("settings in English; the sample read with another profile and back", async () => {
  const page = await open({ language: "en" });
  await openSample(page);
  await page.locator("#settings").click();
  assert.ok(await page.getByRole("radio", { name: strings.en.profileStrict, exact: false }).isVisible());
  await page.locator("dialog.settings [value=asked]").click();
  await page.locator("#side-tabs [data-side=findings] .tally").filter({ hasText: /^$/ }).waitFor({ state: "attached" });
  await page.locator("dialog.settings [value=usual]").click();
  const { length } = parse(SAMPLE).findings;
  await page.locator("#side-tabs [data-side=findings] .tally").filter({ hasText: new RegExp(`^${length}$`) }).waitFor();
  await page.context().close();
});
