/** What the words under the pointer are, and those at the cursor by key. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { chosenWords, isRead, open, paste } from "../desk.mjs";

/** @typedef {import("playwright-core").Page} Page */

const TEXT = [
  "石桥乡2023年工作报告",
  "一、主要工作",
  "全年办理案件186件，其中简易程序92件、普通程序58件、听证程序36件。推行《石桥乡执法办法》（石政发〔2022〕7号），于2023年6月30日公布。",
  "— 2 —",
  "二、下一步安排",
  "受理矛盾纠纷200件，办结198件，办结率98%。受理12345热线工单约310件.",
  "石桥乡人民政府",
  "2024年1月5日",
].join("\n");

const told = (/** @type {Page} */ page) => page.locator(".cm-tooltip .told");

/** @param {"zh" | "en"} [language] */
async function openText(language = "zh") {
  const page = await open({ language });
  await paste(page, TEXT);
  await isRead(page, TEXT);
  return page;
}

/** Rests the pointer on the middle of some words of the text. @param {Page} page @param {string} words */
async function rest(page, words) {
  await page.mouse.move(2, 2);
  await told(page).waitFor({ state: "detached" });
  const box = await page.evaluate((sought) => {
    const walker = document.createTreeWalker(/** @type {Node} */ (document.querySelector(".cm-content")), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue || "").indexOf(sought);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    return null;
  }, words);
  assert.ok(box, words);
  await page.mouse.move(box.x + box.width / 2 - 2, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return box;
}

/** @param {Page} page @param {string} words */
async function hoverOver(page, words) {
  const box = await rest(page, words);
  // A hand is never quite still; a word drawn anew under the pointer is noticed when it moves.
  for (let nudge = 0; nudge < 10 && !(await told(page).isVisible()); nudge++) {
    await page.waitForTimeout(700);
    if (!(await told(page).isVisible())) await page.mouse.move(box.x + box.width / 2 - (nudge % 2), box.y + box.height / 2);
  }
  await told(page).waitFor();
  return { box, says: (await told(page).innerText()).replace(/\s+/g, " ") };
}

test("a figure: value, unit, what is counted, period with its source, and its calculation", async () => {
  const page = await openText();
  const { says } = await hoverOver(page, "186件");
  for (const part of ["186", "件", "案件", "2023", strings.zh.relationSum, strings.zh.verdictAgrees, "92件＋58件＋36件＝186件"]) {
    assert.ok(says.includes(part), `${part}: ${says}`);
  }
  assert.ok([strings.zh.periodStated, strings.zh.periodCarried, strings.zh.periodHeading].some((source) => says.includes(source)), says);
  assert.equal(await told(page).locator("button").count(), 0);
  await page.context().close();
});

test("a date, a citation, noise, a number left out, a hedge", async () => {
  const page = await openText();
  assert.ok((await hoverOver(page, "2023年6月30日")).says.includes("2023-06-30"));
  assert.ok((await hoverOver(page, "《石桥乡执法办法》")).says.includes("石政发〔2022〕7号"));
  assert.ok((await hoverOver(page, "— 2 —")).says.includes(strings.zh.noisePageNumber));
  const left = (await hoverOver(page, "12345")).says;
  assert.ok(left.includes(strings.zh.leftOut) && left.includes(strings.zh.reasonTelephone), left);
  assert.ok((await hoverOver(page, "310件")).says.includes(strings.zh.boundAbout));
  await page.context().close();
});

for (const language of /** @type {const} */ (["zh", "en"])) {
  test(`a finding says what is wrong and whether it can be mended, and nothing is said twice (${language})`, async () => {
    const words = strings[language];
    const page = await openText(language);
    const { says } = await hoverOver(page, "98%");
    assert.equal(says.split("198件÷200件").length, 2, says);
    assert.ok(says.includes(words.verdictDisagrees), says);
    const stop = (await hoverOver(page, ".")).says;
    assert.ok(stop.includes(words.findingFix), stop);
    const { message } = parse(TEXT, { language }).findings.find(({ rule }) => rule === "half-width-mark") ?? {};
    assert.ok(message && stop.includes(message), stop);
    await page.context().close();
  });
}

test("it may be pointed at, leaves on Escape, and what is chosen stays chosen", async () => {
  const page = await openText();
  await page.locator(".cm-content .mark-figure").filter({ hasText: /^92件$/ }).click();
  const { box } = await hoverOver(page, "186件");
  const slip = await told(page).boundingBox();
  assert.ok(slip);
  // It does not lie over the words it is about.
  assert.ok(slip.y + slip.height <= box.y + 1 || slip.y >= box.y + box.height - 1, JSON.stringify([slip, box]));
  const edge = slip.y < box.y ? slip.y + slip.height - 2 : slip.y + 2;
  await page.mouse.move(box.x + box.width / 2, edge);
  await page.mouse.move(slip.x + slip.width / 2, slip.y + slip.height / 2);
  await page.waitForTimeout(500);
  assert.ok(await told(page).isVisible());
  await page.keyboard.press("Escape");
  await told(page).waitFor({ state: "detached" });
  assert.equal(await chosenWords(page), "92件");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".mark-chosen").count(), 0);
  await page.context().close();
});

test("what the slip under the text says is not said beside the words as well", async () => {
  const page = await openText();
  await page.locator(".cm-content .mark-figure").filter({ hasText: /^58件$/ }).click();
  await rest(page, "58件");
  await page.waitForTimeout(900);
  assert.equal(await told(page).count(), 0);
  await page.context().close();
});

test("by key, at the cursor; for a screen reader too; gone when the cursor moves", async () => {
  const page = await openText();
  await page.locator(".cm-line").nth(2).click({ position: { x: 40, y: 12 } });
  await page.keyboard.press("Home");
  for (let i = 0; i < 7; i++) await page.keyboard.press("ArrowRight");
  // CodeMirror takes an announcement away again after a fifth of a second: what was said is written down.
  const announced = await page.evaluateHandle(() => {
    const place = /** @type {Element} */ (document.querySelector(".cm-announced"));
    /** @type {(string | null)[]} */
    const said = [];
    new MutationObserver(() => said.push(place.textContent)).observe(place, { childList: true });
    return said;
  });
  await page.keyboard.press("ControlOrMeta+i");
  await told(page).filter({ hasText: "92件＋58件＋36件＝186件" }).waitFor();
  await page.waitForFunction((said) => said.some((words) => words?.includes("92件＋58件＋36件＝186件")), announced);
  await page.keyboard.press("ArrowRight");
  await told(page).waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+i");
  await told(page).waitFor();
  await page.keyboard.press("Escape");
  await told(page).waitFor({ state: "detached" });
  await page.context().close();
});
