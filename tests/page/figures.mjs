/** The table of figures. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { chosenWords, isRead, open, openSample, paste, rowOf, SAMPLE } from "../desk.mjs";

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
  await page.setViewportSize({ width: 1600, height: 900 });
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

/** @param {import("playwright-core").Page} page */
const shown = (page) =>
  page.locator("#figures tbody tr[data-index]").evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-index"))));

const MIXED = [
  "松坪乡2023年工作报告",
  "一、主要工作",
  "（一）普法宣传。2023年开展讲座12场，同比增长8.5%，投入15万元。",
  "（二）纠纷化解。2022年受理纠纷30件，2023年受理24件，下降20%。",
  "二、下一步安排",
  "新建调解室3个，投入8万元。",
].join("\n");

test("the figures of one kind, section or period, or only changes; together and taken back", async () => {
  const page = await open();
  await paste(page, MIXED);
  await isRead(page, MIXED);
  const { figures } = parse(MIXED);
  const those = (/** @type {(figure: typeof figures[number]) => boolean} */ fits) =>
    figures.flatMap((figure, index) => (fits(figure) ? [index] : []));
  assert.ok(!(await page.locator("#figure-filters").isVisible()));
  await page.locator("#filters-open").click();
  const [kind, section, period] = [0, 1, 2].map((nth) => page.locator("#figure-filters select").nth(nth));

  await kind.selectOption("money");
  assert.deepStrictEqual(await shown(page), those((figure) => figure.kind === "money"));
  assert.equal(await page.locator("#filters-open").textContent(), strings.zh.filtersOn.replace("{n}", "1"));
  assert.equal(await page.locator("#filter-tally").textContent(), `2 / ${figures.length}`);
  await section.selectOption("1");
  assert.deepStrictEqual(await shown(page), those((figure) => figure.kind === "money" && figure.heading[0] === 1));
  await kind.selectOption("");
  await section.selectOption("0");
  assert.deepStrictEqual(await shown(page), those((figure) => figure.heading[0] === 0), "with what stands under it");
  await section.selectOption("");
  await period.selectOption("2022");
  assert.deepStrictEqual(await shown(page), those((figure) => figure.period === "2022"));
  await page.getByRole("button", { name: strings.zh.filterReset }).click();
  assert.equal((await shown(page)).length, figures.length);
  const changes = page.getByRole("button", { name: strings.zh.filterChanges });
  await changes.click();
  assert.equal(await changes.getAttribute("aria-pressed"), "true");
  const changed = those((figure) => figure.change !== null);
  assert.ok(changed.length >= 2);
  assert.deepStrictEqual(await shown(page), changed);
  await page.locator("#filter").fill("讲座");
  assert.deepStrictEqual(await shown(page), changed.filter((index) => figures[index].indicator.includes("讲座")));
  await page.context().close();
});

test("filters outlive a new reading, even of a text that has none of the kind, and a section that moves", async () => {
  const page = await open();
  await paste(page, MIXED);
  await isRead(page, MIXED);
  await page.locator("#filters-open").click();
  const [kind, section] = [0, 1].map((nth) => page.locator("#figure-filters select").nth(nth));
  await section.selectOption("1");
  const moved = MIXED.replace("一、主要工作", "一、概况\n全乡共有村庄9个。\n二、主要工作").replace("二、下一步安排", "三、下一步安排");
  await paste(page, moved);
  await page.locator("#outline-tally", { hasText: /^5$/ }).waitFor({ state: "attached" });
  assert.equal(await section.inputValue(), "2");
  const { figures } = parse(moved);
  assert.deepStrictEqual(await shown(page), figures.flatMap((figure, index) => (figure.heading[0] === 2 ? [index] : [])));
  await section.selectOption("");
  await kind.selectOption("money");
  await paste(page, "一、总则\n全年召开会议12次。");
  await page.locator("#outline-tally", { hasText: /^1$/ }).waitFor({ state: "attached" });
  assert.equal(await kind.inputValue(), "money");
  assert.ok(await page.getByText(strings.zh.noFiltered).isVisible());
  await paste(page, MIXED);
  await page.locator("#outline-tally", { hasText: /^4$/ }).waitFor({ state: "attached" });
  assert.equal((await shown(page)).length, 2);
  await page.context().close();
});

test("the numbers left out, each with its reason; filtered; a click shows the place", async () => {
  const page = await open();
  await openSample(page);
  const { ignored, figures } = parse(SAMPLE);
  await page.locator("#figures-left-out").click();
  assert.ok(!(await page.locator("#figures-body").isVisible()));
  const rows = page.locator("#left-out-body [role=option]");
  assert.equal(await rows.count(), ignored.length);
  const names = { marker: strings.zh.reasonMarker, date: strings.zh.reasonDate, telephone: strings.zh.reasonTelephone, name: strings.zh.reasonName };
  for (const [reason, name] of Object.entries(names)) {
    const index = ignored.findIndex((each) => each.reason === reason);
    assert.equal(await rows.nth(index).locator(".left-reason").textContent(), name);
    assert.equal(await rows.nth(index).locator("b").textContent(), SAMPLE.slice(...ignored[index].span));
  }
  const index = ignored.findIndex(({ reason }) => reason === "telephone");
  await rows.nth(index).click();
  assert.equal(await chosenWords(page), SAMPLE.slice(...ignored[index].span));
  assert.equal(await rows.nth(index).getAttribute("aria-selected"), "true");
  assert.ok(await page.locator("#left-out-body").isVisible());
  await page.keyboard.press("Home");
  assert.equal(await chosenWords(page), SAMPLE.slice(...ignored[0].span));
  await page.keyboard.press("ArrowDown");
  assert.equal(await rows.nth(1).getAttribute("aria-selected"), "true");
  await page.locator("#reason-filter").selectOption("citation");
  const cited = ignored.filter(({ reason }) => reason === "citation").length;
  assert.ok(cited > 0);
  assert.equal(await rows.count(), cited);
  assert.equal(await page.locator("#filter-tally").textContent(), `${cited} / ${ignored.length}`);
  await page.locator("#reason-filter").selectOption("");
  await page.locator("#filter").fill("热线");
  assert.equal(await rows.count(), 1);
  // The words that were looked for go on to the figures.
  await page.locator("#figures-counted").click();
  assert.equal((await shown(page)).length, figures.filter(({ indicator }) => indicator.includes("热线")).length);
  assert.ok(await page.locator("#filters-open").isVisible());
  await page.context().close();
});

test("at 1366 pixels what is counted has a third of the table", async () => {
  const page = await open({ width: 1366, height: 768 });
  await openSample(page);
  const [head, table] = await Promise.all([page.locator("th.col-indicator").boundingBox(), page.locator("#figures table").boundingBox()]);
  assert.ok(head && table && head.width >= table.width * 0.3, JSON.stringify([head, table]));
  assert.ok(await page.locator("#figures-body").evaluate((pane) => pane.scrollWidth <= pane.clientWidth));
  await page.context().close();
});
