/** The table of figures. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { chosenWords, isRead, open, openSample, paste, rowOf, SAMPLE } from "../desk.mjs";

/** @typedef {import("playwright-core").Page} Page */

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
  await page.setViewportSize({ width: 1920, height: 900 });
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

/** Long numbers, long units, a span of months, a range. */
const LONG = [
  "松坪市2023年国民经济和社会发展统计公报①",
  "松坪市统计局",
  "2024年3月5日",
  "一、综合",
  "全年地区生产总值1864.32亿元，增长-9.4%；第二产业增加值764.21亿元，下降4.6%。城镇化率68.2%，比上年末提高1.5个百分点。",
  "二、财政",
  "税收收入超过82,431.57万元。2023年1月至6月完成固定资产投资约1,234,567.89万元，发放补贴1200万元—1350万元。",
  "三、社会事业",
  "年末参加城乡居民基本养老保险的外来务工人员及其子女126.4万人。全年接待游客3260.5万人次。",
].join("\n");

/** Cells in sight that do not show all of their words. @param {Page} page @param {string} cells */
const cut = (page, cells) =>
  page.locator(cells).evaluateAll((all) =>
    all.filter((cell) => cell.getClientRects().length > 0 && cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
  );

for (const language of /** @type {const} */ (["zh", "en"])) {
  test(`no number and no unit is cut, however narrow the window (${language})`, async () => {
    const page = await open({ language, width: 1920 });
    await paste(page, LONG);
    await isRead(page, LONG);
    for (const width of [1920, 1400, 1240, 1100, 1000, 800, 390, 320]) {
      await page.setViewportSize({ width, height: 768 });
      if (width < 1000) await page.locator("#phone-tabs [data-view=figures]").click();
      await rowOf(page, 0).waitFor();
      // The table is laid out anew when the browser says that its pane is another size.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))));
      assert.deepStrictEqual(await cut(page, "#figures .col-text, #figures .col-value, #figures .col-unit, #figures .col-period"), [], `${width}`);
      const sticksOut = await page.locator("#figures-body").evaluate((pane) => pane.scrollWidth - pane.clientWidth);
      assert.ok(sticksOut <= 0, `${width}: ${sticksOut}`);
      const [indicator, pane] = await Promise.all([rowOf(page, 0).locator(".col-indicator").boundingBox(), page.locator("#figures-body").boundingBox()]);
      assert.ok(indicator && pane && indicator.width >= 115 && indicator.x + indicator.width <= pane.x + pane.width + 1, `${width}`);
      for (const name of ["value", "unit"]) assert.ok(await rowOf(page, 0).locator(`.col-${name}`).isVisible(), `${width} ${name}`);
    }
    await page.context().close();
  });
}

test("two lines a figure: thousands of rows, sorted and walked through", async () => {
  const page = await open({ width: 1040 });
  const text = Array.from({ length: 400 }, (_, i) => `第${i + 1}批资金${1234567.89 + i}万元，比上年提高1.5个百分点。`).join("\n");
  await page.locator("#file").setInputFiles({ name: "many.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await isRead(page, text);
  await page.locator("#figures table.stacked").waitFor();
  const last = parse(text).figures.length - 1;
  await rowOf(page, 0).click();
  await page.keyboard.press("End");
  await rowOf(page, last).and(page.locator("[aria-selected=true]")).waitFor();
  const [row, pane] = await Promise.all([rowOf(page, last).boundingBox(), page.locator("#figures-body").boundingBox()]);
  assert.ok(row && pane && row.y >= pane.y && row.y + row.height <= pane.y + pane.height + 1, JSON.stringify([row, pane]));
  assert.equal(row.height, 54);
  await page.locator("th.col-value button").click();
  assert.equal(await page.locator("th.col-value").getAttribute("aria-sort"), "ascending");
  // Wider again: a line each.
  await page.setViewportSize({ width: 1920, height: 768 });
  await page.locator("#figures table:not(.stacked)").waitFor();
  await page.context().close();
});

test("a growth below zero: no arrow says the contrary, and both are said", async () => {
  const page = await open();
  await paste(page, LONG);
  await isRead(page, LONG);
  const { figures } = parse(LONG);
  const [fall, drop] = [-9.4, 4.6].map((value) => figures.findIndex((figure) => figure.value === value));
  assert.deepStrictEqual([figures[fall].change, figures[drop].change], ["up", "down"]);
  assert.equal(await rowOf(page, fall).locator(".col-value").textContent(), "-9.4");
  assert.equal(await rowOf(page, drop).locator(".col-value").textContent(), "↓4.6");
  const said = strings.zh.changeAgainst.replace("{way}", strings.zh.changeUp);
  assert.ok((await rowOf(page, fall).locator(".col-value").getAttribute("title"))?.includes(said));
  await rowOf(page, fall).click();
  const card = await page.locator("#card").textContent();
  assert.ok(card?.includes(said) && !card.includes("↑"), card ?? "");
  await page.context().close();
});
