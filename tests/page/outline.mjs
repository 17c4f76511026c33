/** The outline. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { chosenWords, open, openSample, SAMPLE } from "../desk.mjs";

test("a click in the outline shows the heading and tints its figures", async () => {
  const page = await open();
  await openSample(page);
  const { outline } = parse(SAMPLE);
  const plan = outline[outline.length - 1];
  const row = page.locator("#outline [role=treeitem][aria-level='1']").last();
  await row.locator(".title").click();
  assert.equal(await chosenWords(page), SAMPLE.slice(...plan.span));
  assert.equal(await row.getAttribute("aria-selected"), "true");
  const tinted = page.locator("#figures tbody tr.within");
  await tinted.first().waitFor();
  const place = outline.length - 1;
  const within = parse(SAMPLE).figures.filter((figure) => figure.heading[0] === place);
  assert.equal(await tinted.count(), within.length);
  await page.context().close();
});

test("the outline by keyboard", async () => {
  const page = await open();
  await openSample(page);
  const chosen = page.locator("#outline [role=treeitem]:focus");
  const focused = () => chosen.locator(".title").textContent();
  const { outline } = parse(SAMPLE);
  await page.locator("#outline [role=treeitem]").first().click();
  assert.equal(await focused(), outline[0].title);
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), outline[0].children[0].title);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), outline[0].children[0].children[0].title);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await chosen.getAttribute("aria-expanded"), "false");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), outline[0].children[1].title);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  assert.equal(await chosen.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("End");
  const last = await page.locator("#outline [role=treeitem]").last().locator(".title").textContent();
  assert.equal(await focused(), last);
  await page.keyboard.press("Home");
  assert.equal(await focused(), outline[0].title);
  assert.equal(await page.locator("#outline [role=treeitem][tabindex='0']").count(), 1);
  await page.keyboard.press("Enter");
  assert.ok(await page.locator(".cm-content").evaluate((content) => content === document.activeElement));
  await page.context().close();
});
