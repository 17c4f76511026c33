/** The table of figures. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { chosenWords, open, openSample, rowOf, SAMPLE } from "../desk.mjs";

test("a click in the table shows the place in the text and in the outline", async () => {
  const page = await open();
  await openSample(page);
  const { figures } = parse(SAMPLE);
  const last = figures.length - 1;
  await page.locator("#figures-body").evaluate((pane) => (pane.scrollTop = pane.scrollHeight));
  await rowOf(page, last).click();
  await page.locator(".cm-content .mark-chosen").first().waitFor();
  assert.equal(await chosenWords(page), SAMPLE.slice(...figures[last].span));
  assert.ok(await page.locator(".cm-content .mark-chosen").first().isVisible());
  assert.equal(await rowOf(page, last).getAttribute("aria-selected"), "true");
  assert.equal(await page.locator("#outline [aria-selected=true]").count(), 1);
  assert.ok((await page.locator("#card").textContent())?.includes(figures[last].indicator));
  // The place is selected, so that it can be copied.
  await page.locator(".cm-content").focus();
  assert.equal(await page.evaluate(() => String(getSelection())), SAMPLE.slice(...figures[last].span));
  await page.context().close();
});

test("the figures are sorted by each column and filtered by words", async () => {
  const page = await open();
  await openSample(page);
  const { figures } = parse(SAMPLE);
  const indices = async () =>
    (await page.locator("#figures tbody tr[data-index]").evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-index")))));
  const head = page.locator("th.col-value");
  await head.locator("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const up = (await indices()).map((index) => figures[index].value);
  assert.deepStrictEqual(up, [...up].sort((a, b) => a - b));
  assert.equal(up[0], Math.min(...figures.map((figure) => figure.value)));
  await head.locator("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.equal(figures[(await indices())[0]].value, Math.max(...figures.map((figure) => figure.value)));
  await head.locator("button").click();
  assert.deepStrictEqual((await indices()).slice(0, 5), [0, 1, 2, 3, 4]);
  for (const name of ["text", "unit", "indicator", "period", "kind", "section"]) {
    await page.locator(`th.col-${name} button`).click();
    assert.equal(await page.locator(`th.col-${name}`).getAttribute("aria-sort"), "ascending", name);
  }
  await page.locator("#filter").fill("调解");
  const found = await page.locator("#figures tbody tr[data-index]").count();
  assert.ok(found > 0 && found < figures.length);
  assert.equal(await page.locator("#filter-tally").textContent(), `${found} / ${figures.length}`);
  await page.locator("#filter").fill("没有这样的词");
  assert.ok(await page.getByText(strings.zh.noFiltered).isVisible());
  await page.locator("#filter").press("Escape");
  assert.equal(await page.locator("#filter").inputValue(), "");
  await page.context().close();
});

test("the table by keyboard", async () => {
  const page = await open();
  await openSample(page);
  const { figures } = parse(SAMPLE);
  const word = (/** @type {number} */ index) => SAMPLE.slice(...figures[index].span);
  await rowOf(page, 0).click();
  await page.keyboard.press("ArrowDown");
  assert.equal(await chosenWords(page), word(1));
  await page.keyboard.press("End");
  assert.equal(await chosenWords(page), word(figures.length - 1));
  await page.keyboard.press("Home");
  assert.equal(await chosenWords(page), word(0));
  await page.keyboard.press("Enter");
  assert.ok(await page.locator(".cm-content").evaluate((content) => content === document.activeElement));
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".mark-chosen").count(), 0);
  await page.context().close();
});
