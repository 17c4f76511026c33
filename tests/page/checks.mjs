/** 数字核对: every kind of relation with its calculation and verdict, in the list and out of it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { inRoot } from "../../scripts/run.mjs";
import { strings } from "../../www/words/strings.js";
import { chosenWords, isRead, open, paste, rowOf } from "../desk.mjs";

/** @typedef {import("playwright-core").Page} Page */

const TEXT = readFileSync(inRoot("tests", "page", "relations.txt"), "utf8").trimEnd();
const { figures, relations } = parse(TEXT);
const words = (/** @type {number} */ figure) => TEXT.slice(...figures[figure].span);
const find = (/** @type {string} */ kind, /** @type {string} */ verdict) =>
  relations.findIndex((relation) => relation.kind === kind && (!verdict || relation.verdict === verdict));

/** @param {Page} page @param {number} index of the relation */
const checkOf = (page, index) => page.locator(`#checks .check[data-index="${index}"]`);

/** The relations in the order shown. @param {Page} page */
const shown = (page) =>
  page.locator("#checks .check").evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-index"))));

/** @param {string} [text] */
async function openChecks(text = TEXT, settings = {}) {
  const page = await open(settings);
  await paste(page, text);
  await isRead(page, text);
  await page.locator("[role=tab][aria-controls=checks]").filter({ visible: true }).click();
  return page;
}

test("all ten kinds, each with its calculation, verdict, name and section", async () => {
  const page = await openChecks();
  const names = {
    sum: strings.zh.relationSum,
    rate: strings.zh.relationRate,
    part: strings.zh.relationPart,
    change: strings.zh.relationChange,
    shares: strings.zh.relationShares,
    flow: strings.zh.relationFlow,
    average: strings.zh.relationAverage,
    conversion: strings.zh.relationConversion,
    repeat: strings.zh.relationRepeat,
    claim: strings.zh.relationClaim,
  };
  const verdicts = {
    agrees: `✓${strings.zh.verdictAgrees}`,
    disagrees: `✗${strings.zh.verdictDisagrees}`,
    doubtful: `?${strings.zh.verdictDoubtful}`,
    unchecked: `–${strings.zh.verdictUnchecked}`,
  };
  assert.deepStrictEqual(Object.keys(names).sort(), [...new Set(relations.map(({ kind }) => kind))].sort());
  assert.equal(await page.locator("#side-tabs [data-side=checks] .tally").textContent(), String(relations.length));
  const failing = relations.filter(({ verdict }) => verdict === "disagrees").length;
  assert.equal(await page.locator("#side-tabs #checks-failing").textContent(), `✗ ${failing}`, "the tab says that some fail");
  for (const [index, { kind, verdict, calculation, slip }] of relations.entries()) {
    const row = checkOf(page, index);
    assert.equal(await row.locator(".calculation").textContent(), calculation);
    assert.equal(await row.locator(".verdict").textContent(), verdicts[verdict]);
    assert.equal(await row.locator(".relation-kind").textContent(), names[kind]);
    assert.notEqual(await row.locator(".relation-subject").textContent(), "");
    assert.equal(await row.locator(".relation-slip").count(), slip ? 1 : 0);
  }
  const sum = find("sum", "disagrees");
  assert.ok((await checkOf(page, sum).locator(".relation-place").textContent())?.includes("财政保障"));
  assert.ok((await checkOf(page, sum).locator(".relation-slip").textContent())?.includes("6850万元"));
  await page.context().close();
});

test("what is in question comes first, or all in the order of the text; one result alone", async () => {
  const page = await openChecks();
  const rank = ["disagrees", "doubtful", "unchecked", "agrees"];
  const ranks = (await shown(page)).map((index) => rank.indexOf(relations[index].verdict));
  assert.equal(ranks[0], 0);
  assert.deepStrictEqual(ranks, [...ranks].sort());
  const order = page.getByRole("button", { name: strings.zh.checksOrder });
  await order.click();
  assert.equal(await order.getAttribute("aria-pressed"), "true");
  const starts = (await shown(page)).map((index) => {
    const relation = relations[index];
    const members = Object.entries(relation).flatMap(([key, value]) =>
      ["kind", "verdict", "calculation", "slip", "holds", "span", "stated", "named"].includes(key) && relation.kind !== "conversion" ? [] : value,
    );
    const numbers = members.filter((each) => typeof each === "number");
    return relation.kind === "claim" ? relation.span[0] : Math.min(...numbers.map((each) => figures[each].span[0]));
  });
  assert.deepStrictEqual(starts, [...starts].sort((a, b) => a - b));
  await order.click();
  for (const verdict of rank) {
    const many = relations.filter((relation) => relation.verdict === verdict).length;
    const button = page.locator(`#checks-tools .filter.${verdict}`);
    assert.equal(await button.locator(".tally").textContent(), String(many));
    await button.click();
    assert.equal((await shown(page)).length, many);
    assert.equal(await button.getAttribute("aria-pressed"), "true");
  }
  await page.locator("#checks-tools .filter").first().click();
  assert.equal((await shown(page)).length, relations.length);
  await page.context().close();
});

test("a figure in a calculation is chosen everywhere; a figure chosen anywhere marks its calculations", async () => {
  const page = await openChecks();
  const index = find("sum", "disagrees");
  const relation = relations[index];
  assert.ok(relation.kind === "sum");
  await checkOf(page, index).locator("button", { hasText: words(relation.parts[1]) }).click();
  assert.equal(await chosenWords(page), words(relation.parts[1]));
  assert.equal(await rowOf(page, relation.parts[1]).getAttribute("aria-selected"), "true");
  assert.ok((await page.locator("#card").textContent())?.includes("配套费收入"));
  assert.ok(await page.locator("#checks").isVisible(), "the list stays in sight");
  assert.equal(await checkOf(page, index).getAttribute("aria-selected"), "true");
  const kin = [relation.total, relation.parts[0], relation.parts[2]].map(words);
  assert.deepStrictEqual((await page.locator(".cm-content .mark-kin").allTextContents()).join(" "), kin.join(" "), "framed in the text");
  // The row itself leads to the total.
  await checkOf(page, index).locator(".relation-kind").click();
  assert.equal(await chosenWords(page), words(relation.total));
  // From the text.
  const rate = find("rate", "agrees");
  await page.locator(".cm-content .mark-figure").filter({ hasText: /^418件$/ }).click();
  await checkOf(page, rate).and(page.locator("[aria-selected=true]")).waitFor();
  assert.equal(await checkOf(page, rate).locator(".link.chosen").textContent(), "418件");
  // The slip does not lie over the place.
  const [mark, slip] = await Promise.all([page.locator(".mark-chosen").first().boundingBox(), page.locator("#card").boundingBox()]);
  assert.ok(mark && slip && mark.y + mark.height <= slip.y, JSON.stringify([mark, slip]));
  // A claim has no figures but a place.
  const claim = find("claim", "");
  await checkOf(page, claim).locator(".relation-kind").click();
  assert.equal(await chosenWords(page), TEXT.slice(.../** @type {any} */ (relations[claim]).span));
  assert.equal(await checkOf(page, claim).getAttribute("aria-selected"), "true");
  await page.context().close();
});

test("the list by keyboard, down to the figures of a calculation", async () => {
  const page = await openChecks();
  const order = await shown(page);
  await page.locator("#checks-tools .order").focus();
  await page.keyboard.press("Tab");
  assert.ok(await checkOf(page, order[0]).evaluate((row) => row === document.activeElement));
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowDown");
  assert.equal(await checkOf(page, order[1]).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const second = await checkOf(page, order[0]).locator("button").nth(1).textContent();
  assert.equal(await focused(), second);
  await page.keyboard.press("Enter");
  assert.equal(await chosenWords(page), second);
  await page.keyboard.press("ArrowDown");
  assert.equal(await checkOf(page, order[1]).getAttribute("aria-selected"), "true");
  await page.keyboard.press("End");
  assert.equal(await checkOf(page, order[order.length - 1]).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  assert.ok(await page.locator(".cm-content").evaluate((content) => content === document.activeElement));
  await page.context().close();
});

test("a text without calculations: what was looked for, and what that means", async () => {
  const page = await openChecks("一、总则\n全年召开会议12次。");
  assert.ok(await page.getByText(strings.zh.noChecksTitle).isVisible());
  assert.ok(await page.getByText(strings.zh.noChecksLooked).isVisible());
  assert.ok(await page.getByText(strings.zh.noChecksMeaning).isVisible());
  assert.equal(await page.locator("#checks-tools").isVisible(), false);
  await page.context().close();
});

test("the choice of result survives typing", async () => {
  const page = await openChecks();
  await page.locator("#checks-tools .filter.disagrees").click();
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\n检查企业12家，其中重点企业15家。");
  const longer = `${TEXT}\n检查企业12家，其中重点企业15家。`;
  await isRead(page, longer);
  const failing = parse(longer).relations.filter(({ verdict }) => verdict === "disagrees").length;
  assert.ok(failing > relations.filter(({ verdict }) => verdict === "disagrees").length);
  await page.locator("#checks-tools .filter.disagrees[aria-pressed=true]", { hasText: String(failing) }).waitFor();
  assert.equal((await shown(page)).length, failing);
  await page.context().close();
});

test("thousands of calculations: only those in sight are drawn", async () => {
  const page = await open();
  const text = Array.from({ length: 1500 }, (_, i) => `受理申请${200 + i}件，其中线上${100 + i}件、线下100件。`).join("\n");
  await page.locator("#file").setInputFiles({ name: "many.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await isRead(page, text);
  const { relations } = parse(text);
  assert.ok(relations.length >= 1500);
  await page.locator("#side-tabs [data-side=checks]").click();
  await checkOf(page, 0).waitFor();
  assert.ok((await page.locator("#checks .check").count()) < 60);
  await page.locator("#checks-body").evaluate((pane) => (pane.scrollTop = pane.scrollHeight));
  await checkOf(page, relations.length - 1).locator(".relation-kind").click();
  assert.equal(await checkOf(page, relations.length - 1).getAttribute("aria-selected"), "true");
  await page.context().close();
});
