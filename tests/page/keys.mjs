/** The keys of the page and the sheet that lists them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { strings } from "../../www/words/strings.js";
import { isRead, open, openSample, paste, REPORT, SAMPLE, textOf } from "../desk.mjs";

/** The rows of the open sheet: what each action is, and its keys. @param {import("../desk.mjs").Page} page */
const sheetOf = (page) =>
  page.locator(".dialog.help tr").evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.getAttribute("data-id") ?? "",
      words: row.querySelector("th")?.textContent ?? "",
      keys: Array.from(row.querySelectorAll("kbd"), (key) => key.textContent ?? ""),
    })),
  );

for (const language of /** @type {const} */ (["zh", "en"])) {
  test(`the sheet lists every action once, and every button names the key that the sheet gives it (${language})`, async () => {
    const page = await open({ language });
    await openSample(page);
    await page.keyboard.press("F1");
    const sheet = await sheetOf(page);
    assert.ok(sheet.length > 20);
    assert.equal(new Set(sheet.map(({ id }) => id)).size, sheet.length);
    for (const { id, words, keys } of sheet) assert.ok(words && keys.length > 0 && keys.every(Boolean), id);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    const buttons = await page.locator("[data-key]").evaluateAll((all) =>
      all.map((each) => ({ id: each.getAttribute("data-key"), title: each.getAttribute("title") ?? "", keys: each.getAttribute("aria-keyshortcuts") ?? "" })),
    );
    assert.ok(buttons.length > 10);
    for (const { id, title, keys } of buttons) {
      const row = sheet.find((each) => each.id === id);
      assert.ok(row, `${id} stands in the sheet`);
      assert.ok(title.includes(row.keys[0]), `${id}: ${title}`);
      assert.equal(keys.replace("Control", "Ctrl").replace("Escape", "Esc"), row.keys[0]);
    }
    await page.context().close();
  });
}

test("every button in the frame has a key, its name, or stands in a list that has one", async () => {
  const page = await open();
  await openSample(page);
  const bare = await page.locator("#bar button, #side-tabs button, #phone-tabs button, .pane-bar > button.quiet").evaluateAll((all) =>
    all.filter((each) => !each.hasAttribute("data-key") && !each.closest("[data-keys-inside]")).map((each) => each.id),
  );
  assert.deepStrictEqual(bare.filter((id) => !/^export-/.test(id)), []);
  await page.context().close();
});

test("the sheet opens by ? and by its button, and gives the focus back", async () => {
  const page = await open();
  await openSample(page);
  await page.locator("#help").focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog.help").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  assert.ok(await page.locator("#help").evaluate((button) => button === document.activeElement));
  await page.keyboard.press("Shift+?");
  await page.locator("dialog.help").waitFor();
  // Behind an open dialog the keys of the page do nothing.
  await page.keyboard.press("Alt+5");
  assert.equal(await page.locator("body").getAttribute("data-side"), "figures");
  await page.locator(".dialog-close").click();
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.context().close();
});

test("keys that write are left to the text and to fields", async () => {
  const page = await open();
  await paste(page, REPORT);
  await isRead(page, REPORT);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("?/i[");
  assert.equal(await textOf(page), `${REPORT}?/i[`);
  await page.locator("#filter").focus();
  await page.keyboard.type("?/");
  assert.equal(await page.locator("#filter").inputValue(), "?/");
  assert.equal(await page.locator("dialog").count(), 0);
  await page.context().close();
});

test("panes by key, from within the text too", async () => {
  const page = await open();
  await openSample(page);
  const focusIn = (/** @type {string} */ pane) => page.locator(pane).evaluate((each) => each.contains(document.activeElement));
  await page.locator(".cm-content").focus();
  for (const [key, pane] of [["Alt+1", "#outline"], ["Alt+3", "#figures"], ["Alt+4", "#checks"], ["Alt+5", "#findings"], ["Alt+2", "#text"]]) {
    await page.keyboard.press(key);
    assert.ok(await focusIn(pane), pane);
  }
  await page.keyboard.press("Alt+3");
  await page.keyboard.press("/");
  assert.ok(await page.locator("#filter").evaluate((field) => field === document.activeElement));
  await page.keyboard.press("Alt+l");
  await page.getByText(strings.en.columnIndicator, { exact: true }).waitFor();
  await page.context().close();
});

test("undo from outside the text; clearing by key", async () => {
  const page = await open();
  await openSample(page);
  await page.keyboard.press("Alt+3");
  await page.keyboard.press("Alt+n");
  await page.getByText(strings.zh.what).waitFor();
  await page.locator("#help").focus();
  await page.keyboard.press("Control+z");
  await isRead(page, SAMPLE);
  await page.keyboard.press("Control+f");
  await page.locator(".cm-search [name=search]").waitFor();
  await page.context().close();
});

test("the sheet is what is printed while it is open; marks are hidden by key", async () => {
  const page = await open();
  await openSample(page);
  await page.keyboard.press("Alt+Shift+2");
  assert.ok(await page.locator("#paper.hide-figure").count());
  assert.equal(await page.locator("#legend button").nth(1).getAttribute("aria-pressed"), "false");
  await page.keyboard.press("F1");
  await page.locator("dialog.help").waitFor();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("dialog.help table").first().isVisible());
  for (const part of ["#bar", "#desk", "#foot"]) assert.ok(!(await page.locator(part).isVisible()), part);
  await page.context().close();
});
