/** Pictures: the bar of a sum, the marks of rates and changes, where figures stand in the text. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { inRoot } from "../../scripts/run.mjs";
import { strings } from "../../www/words/strings.js";
import { chosenWords, isRead, open, openSample, paste, SAMPLE } from "../desk.mjs";

/** @typedef {import("playwright-core").Page} Page */

const TEXT = readFileSync(inRoot("tests", "page", "relations.txt"), "utf8").trimEnd();
const { relations } = parse(TEXT);

/** @param {Page} page @param {string} kind @param {string} [verdict] */
function pictureOf(page, kind, verdict) {
  const index = relations.findIndex((relation) => relation.kind === kind && (!verdict || relation.verdict === verdict));
  return page.locator(`#checks .check[data-index="${index}"] svg.picture`);
}

async function openChecks(settings = {}) {
  const page = await open(settings);
  await paste(page, TEXT);
  await isRead(page, TEXT);
  await page.locator("[role=tab][aria-controls=checks]").filter({ visible: true }).click();
  await page.locator("#checks .check").first().waitFor();
  return page;
}

/** Width of a shape beside that of another. @param {import("playwright-core").Locator} one @param {import("playwright-core").Locator} other */
async function ratio(one, other) {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  assert.ok(a && b);
  return a.width / b.width;
}

test("the bar of a sum that fails: parts to scale, the total as a line, what is missing hatched and in numbers", async () => {
  const page = await openChecks();
  const bar = pictureOf(page, "sum", "disagrees");
  assert.equal(await bar.locator(".part").count(), 3);
  assert.ok((await bar.locator(".part").first().textContent())?.includes("71230万元"));
  const parts = bar.locator(".part rect");
  assert.ok(Math.abs((await ratio(parts.nth(1), parts.nth(0))) - 6480 / 71230) < 0.02);
  assert.equal(await bar.locator(".gap-says").textContent(), strings.zh.gapMissing.replace("{amount}", "270万元"));
  assert.equal(await bar.locator(".hatched path").count(), 1);
  const [line, whole] = await Promise.all([bar.locator(".total-line").boundingBox(), bar.boundingBox()]);
  assert.ok(line && whole && Math.abs(line.x - whole.x - whole.width) < 3, "the stated total is the longer");
  const says = await bar.getAttribute("aria-label");
  assert.ok(says?.includes("270万元") && says.includes(strings.zh.verdictDisagrees), says ?? "");
  // One that holds has no gap.
  const right = pictureOf(page, "sum", "agrees");
  assert.equal(await right.locator(".hatched").count(), 0);
  assert.equal(await right.locator(".gap-says").count(), 0);
  await page.context().close();
});

test("a part in the bar leads to its figure", async () => {
  const page = await openChecks();
  await pictureOf(page, "sum", "disagrees").locator(".part").first().click();
  assert.equal(await chosenWords(page), "71230万元");
  assert.equal(await pictureOf(page, "sum", "disagrees").locator(".part.chosen").count(), 1);
  await page.context().close();
});

test("a sum with too much, and one stated below its parts", async () => {
  const page = await open();
  const text = "争取资金3500万元，分别为中央资金2000万元、省级资金1800万元。";
  await paste(page, text);
  await isRead(page, text);
  await page.locator("#side-tabs [data-side=checks]").click();
  const [relation] = parse(text).relations;
  assert.equal(relation.kind, "sum");
  const bar = page.locator("#checks svg.sum-bar");
  assert.equal(await bar.locator(".gap-says").textContent(), strings.zh.gapExcess.replace("{amount}", "300万元"));
  const [line, whole] = await Promise.all([bar.locator(".total-line").boundingBox(), bar.boundingBox()]);
  assert.ok(line && whole && Math.abs((line.x - whole.x) / whole.width - 3500 / 3800) < 0.02);
  await page.context().close();
});

test("rates, parts, changes, flows, things announced and named", async () => {
  const page = await openChecks();
  const rate = pictureOf(page, "rate", "doubtful");
  assert.ok(Math.abs((await ratio(rate.locator(".filled"), rate.locator(".whole"))) - 199 / 200) < 0.02);
  assert.equal(await rate.locator(".total-line").count(), 1);
  const part = pictureOf(page, "part", "agrees");
  assert.ok(Math.abs((await ratio(part.locator(".filled"), part.locator(".whole"))) - 5 / 12) < 0.02);
  // 人 beside 人次 would compare what cannot be compared.
  assert.equal(await pictureOf(page, "part", "unchecked").count(), 0);
  const change = pictureOf(page, "change", "disagrees");
  assert.deepStrictEqual(await change.locator("text").allTextContents(), ["200件", "260件"]);
  const way = change.locator(".way");
  assert.ok(Number(await way.getAttribute("y2")) < Number(await way.getAttribute("y1")), "upwards");
  const flow = pictureOf(page, "flow");
  assert.equal(await flow.locator(".part").count(), 4);
  assert.equal(await flow.locator(".gap-says").textContent(), strings.zh.gapBetween.replace("{amount}", "2件"));
  const claim = pictureOf(page, "claim");
  assert.equal(await claim.locator(".named").count(), 3);
  assert.equal(await claim.locator(".beyond").count(), 1);
  const repeat = pictureOf(page, "repeat");
  assert.equal(await repeat.locator(".gap-says").textContent(), strings.zh.gapBetween.replace("{amount}", "27,000人"));
  assert.equal(await pictureOf(page, "shares").locator(".part").count(), 3);
  for (const picture of await page.locator("#checks svg.picture").all()) {
    assert.equal(await picture.getAttribute("role"), "img");
    assert.notEqual(await picture.getAttribute("aria-label"), "");
  }
  await page.context().close();
});

test("printed, the pictures are black and white", async () => {
  const page = await openChecks();
  await page.emulateMedia({ media: "print" });
  const bar = pictureOf(page, "sum", "disagrees");
  const style = (/** @type {string} */ selector, /** @type {string} */ name) =>
    bar.locator(selector).first().evaluate((each, property) => getComputedStyle(each).getPropertyValue(property), name);
  assert.equal(await style(".part rect", "fill"), "rgb(255, 255, 255)");
  assert.equal(await style(".part rect", "stroke"), "rgb(0, 0, 0)");
  assert.equal(await style(".hatched path", "stroke"), "rgb(0, 0, 0)");
  assert.equal(await style(".gap-says", "fill"), "rgb(0, 0, 0)");
  await page.context().close();
});

test("the slip under the text: every calculation of the figure, the bar, at most a third of the pane", async () => {
  const page = await open({ height: 768 });
  // One figure in five calculations.
  const text = [
    "全年办理案件186件，其中简易程序92件、普通程序58件、听证程序36件。",
    "办结案件180件，办结率96.8%，其中简易程序92件，占49.5%。",
    ...Array.from({ length: 30 }, (_, i) => `走访企业${i + 3}家。`),
  ].join("\n");
  await paste(page, text);
  await isRead(page, text);
  const report = parse(text);
  await page.locator(".cm-content .mark-figure").filter({ hasText: /^186件$/ }).click();
  const index = report.figures.findIndex(({ span }) => text.slice(...span) === "186件");
  const own = report.relations.filter((relation) => relation.kind === "sum" ? relation.total === index : relation.kind === "rate" ? relation.denominator === index : false);
  assert.ok(own.length >= 1);
  assert.deepStrictEqual(
    (await page.locator("#card .calculation").allTextContents()).sort(),
    own.map(({ calculation }) => calculation).sort(),
  );
  assert.equal(await page.locator("#card .sum-bar").count(), 1);
  await page.locator("#card .part", { hasText: "58件" }).click();
  assert.equal(await chosenWords(page), "58件");
  const [slip, pane] = await Promise.all([page.locator("#card").boundingBox(), page.locator("#text").boundingBox()]);
  assert.ok(slip && pane && slip.height <= pane.height * 0.35, JSON.stringify([slip, pane]));
  await page.context().close();
});

test("the strip beside the text: figures and findings where they stand; a click leads there", async () => {
  const page = await open();
  await openSample(page);
  const { findings, figures } = parse(SAMPLE);
  const strip = page.locator(".strip");
  const drawn = async (/** @type {string} */ name) => ((await strip.locator(name).getAttribute("d")) ?? "").split("M").length - 1;
  await strip.locator(".bar[d*=M]").waitFor({ state: "attached" });
  assert.equal(await drawn(".border"), parse(SAMPLE).outline.length);
  assert.ok((await drawn(".bar")) > 20);
  assert.ok((await strip.locator("svg").getAttribute("aria-label"))?.includes(String(figures.length)));
  const mark = strip.locator(".warning, .error, .advice").last();
  const box = await mark.boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + 1, box.y + box.height / 2);
  await page.locator(".mark-chosen").first().waitFor();
  const last = Math.max(...findings.flatMap(({ places }) => places.map(([start]) => start)));
  const words = await chosenWords(page);
  assert.ok(words && SAMPLE.lastIndexOf(words) >= last - 40, words);
  assert.ok(await page.locator(".mark-chosen").first().isVisible());
  assert.equal(await strip.locator(".chosen").count(), 1);
  // Under the pointer the section is named.
  await page.mouse.move(box.x - 4, box.y - 200);
  assert.match((await strip.getAttribute("title")) ?? "", /数字 \d+/);
  await page.context().close();
});

test("on a phone there is no strip", async () => {
  const page = await open({ width: 390, height: 844 });
  await openSample(page);
  assert.equal(await page.locator(".strip").isVisible(), false);
  await page.context().close();
});
