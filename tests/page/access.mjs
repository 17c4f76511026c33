/** For everybody: axe-core over every state, in both themes and languages; zoom, reduced motion. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { complaints } from "../axe.mjs";
import { open, openSample } from "../desk.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @type {[string, (page: Page) => Promise<void>][]} */
const STATES = [
  ["the first screen", async () => {}],
  ["the sample", openSample],
  ["a chosen figure", async (page) => {
    await openSample(page);
    await page.locator("#figures tbody tr[data-index]").nth(3).click();
  }],
  ...["checks", "findings"].map((side) => /** @type {[string, (page: Page) => Promise<void>]} */ ([
    `the pane ${side}`,
    async (page) => {
      await openSample(page);
      await page.locator(`#side-tabs [data-side=${side}]`).click();
    },
  ])),
  ["a chosen finding", async (page) => {
    await openSample(page);
    await page.keyboard.press("F8");
    await page.locator("#card").waitFor();
  }],
  ["a rule", async (page) => {
    await openSample(page);
    await page.keyboard.press("F8");
    await page.keyboard.press("w");
    await page.locator("dialog.rule").waitFor();
  }],
  ["a dismissal", async (page) => {
    await openSample(page);
    await page.keyboard.press("F8");
    await page.keyboard.press("i");
    await page.locator("dialog.dismiss").waitFor();
  }],
  ["the settings", async (page) => {
    await page.locator("#settings").click();
    await page.locator("dialog.settings input[type=search]").fill("日期");
  }],
  ["the keys", async (page) => {
    await page.locator("#help").click();
    await page.locator("dialog.help").waitFor();
  }],
  ["the menu of exports", async (page) => {
    await openSample(page);
    await page.locator("#export").click();
  }],
  ["the question about personal data", async (page) => {
    await openSample(page);
    await page.locator("#export").click();
    await page.locator("#export-csv").click();
    await page.locator("dialog.privacy").waitFor();
  }],
];

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  for (const language of /** @type {const} */ (["zh", "en"])) {
    test(`axe-core has nothing serious to say (${scheme}, ${language})`, async () => {
      for (const [name, state] of STATES) {
        const page = await open({ language, scheme });
        await state(page);
        assert.deepStrictEqual(await complaints(page), [], name);
        await page.context().close();
      }
    });
  }
}

test("at 200 % zoom, which leaves 683×384, everything can be reached", async () => {
  const page = await open({ width: 683, height: 384 });
  await openSample(page);
  for (const view of ["outline", "figures", "findings", "text"]) {
    await page.locator(`[role=tab][data-view=${view}]`).click();
    assert.ok(await page.locator(`#${view}`).isVisible(), view);
    const box = await page.locator(`#${view}`).boundingBox();
    assert.ok(box && box.width > 300 && box.height > 150, `${view} ${JSON.stringify(box)}`);
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out sideways");
  await page.context().close();
});

for (const language of /** @type {const} */ (["zh", "en"])) {
  test(`at 400 % zoom, which leaves 320×256, every pane has the screen once the page is scrolled (${language})`, async () => {
    const page = await open({ language, width: 320, height: 256 });
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(await fits(), "nothing sticks out of the first screen");
    for (const start of ["#sample", "#open-first"]) await page.locator(start).click({ trial: true });
    await openSample(page);
    for (const [view, entry] of [["outline", "[role=treeitem]"], ["figures", "tr[data-index]"], ["checks", ".check"], ["findings", "[role=treeitem]"], ["text", ".cm-line"]]) {
      await page.locator(`[role=tab][data-view=${view}]`).click();
      assert.ok(await fits(), `${view}: nothing sticks out sideways`);
      const one = page.locator(`#${view} ${entry}:visible`).nth(1);
      await one.scrollIntoViewIfNeeded();
      const [box, pane] = [await one.boundingBox(), await page.locator(`#${view}`).boundingBox()];
      assert.ok(pane && pane.height >= 250, `${view} ${JSON.stringify(pane)}`);
      assert.ok(box && box.y < 250 && box.y + box.height > 0, `${view} ${JSON.stringify(box)}`);
    }
    await page.context().close();
  });
}

test("where the system gives the colours: figures, what is chosen and what is quoted can be seen", async () => {
  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    const page = await open({ scheme });
    await page.emulateMedia({ forcedColors: "active", colorScheme: scheme });
    await openSample(page);
    await page.locator("#figures tbody tr[data-index]").nth(3).click();
    const look = (/** @type {string} */ of, /** @type {string} */ property) =>
      page.locator(of).first().evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
    assert.equal(await look(".cm-content .mark-figure", "border-bottom-style"), "solid");
    for (const chosen of ["#side-tabs [aria-selected=true]", "#figures tr[aria-selected=true]", "#legend [aria-pressed=true]", ".mark-chosen"]) {
      assert.equal(await look(chosen, "outline-style"), "solid", chosen);
    }
    assert.equal(await look("#side-tabs [aria-selected=false]", "outline-style"), "none");
    await page.locator("#side-tabs [data-side=findings]").click();
    assert.equal(await look("#findings mark", "color"), await look("#findings .finding-message, #findings .finding-words", "color"));
    await page.context().close();
  }
});

test("where less motion is asked for, nothing moves by itself", async () => {
  const page = await open({ motion: "reduce" });
  await openSample(page);
  await page.locator("#figures tbody tr[data-index]").nth(3).click();
  const moving = await page.evaluate(() =>
    Array.from(document.querySelectorAll("body *"))
      .filter((each) => {
        const { animationDuration, transitionDuration } = getComputedStyle(each);
        return [animationDuration, transitionDuration].some((all) => all.split(",").some((time) => parseFloat(time) > 0.01));
      })
      .map((each) => each.outerHTML.slice(0, 80)),
  );
  assert.deepStrictEqual(moving, []);
  await page.context().close();
});
