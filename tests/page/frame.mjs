/** The page's frame: first screen, languages, phone, policy. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/run.mjs";
import { parse } from "../../js/node.js";
import { parts, strings } from "../../www/words/strings.js";
import { isRead, open, openSample, paste, REPORT, rowOf, SAMPLE, textOf, visit } from "../desk.mjs";

test("the strings of both languages have the same keys and places", () => {
  const places = (/** @type {string} */ sentence) => (sentence.match(/\{\w+\}|\$/g) ?? []).sort();
  assert.deepStrictEqual(Object.keys(strings.zh), Object.keys(strings.en));
  for (const [key, sentence] of Object.entries(strings.zh)) {
    const other = strings.en[/** @type {keyof typeof strings.zh} */ (key)];
    assert.deepStrictEqual(places(sentence), places(other), key);
    assert.notEqual(sentence.trim(), "", key);
    assert.notEqual(other.trim(), "", key);
  }
});

test("every key stands in one file", () => {
  const keys = parts.flatMap((part) => Object.keys(part.zh));
  assert.equal(new Set(keys).size, keys.length);
});

test("every sentence that the page names is there", () => {
  const html = readFileSync(inRoot("www", "index.html"), "utf8");
  for (const [, key] of html.matchAll(/data-(?:text|title|label|placeholder)="(\w+)"/g)) {
    assert.ok(key in strings.zh, key);
  }
});

test("the first screen: what it does, that nothing leaves, a place to type", async () => {
  const page = await open();
  assert.ok(await page.getByText(strings.zh.what).isVisible());
  assert.ok(await page.getByText(strings.zh.promise).first().isVisible());
  assert.ok(await page.getByText("打开之后的网络请求：0").isVisible());
  assert.ok(!(await page.locator("#outline").isVisible()));
  await page.keyboard.type("一、总则");
  await isRead(page, "一、总则");
  assert.ok(await page.locator("#outline").isVisible());
  await page.context().close();
});

test("the sample: outline, figures and text side by side", async () => {
  const page = await open();
  await openSample(page);
  const { figures, metadata } = parse(SAMPLE);
  assert.ok(figures.length >= 35, `${figures.length} figures`);
  for (const pane of ["#outline", "#text", "#figures"]) assert.ok(await page.locator(pane).isVisible(), pane);
  assert.equal(await page.locator("#document-title").textContent(), metadata.title);
  assert.equal(await page.locator("#side-tabs [data-side=figures] .tally").textContent(), String(figures.length));
  await page.context().close();
});

test("both languages, by button and by address; nothing is stored", async () => {
  const page = await open({ language: "en" });
  assert.ok(await page.getByText(strings.en.what).isVisible());
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await openSample(page);
  await rowOf(page, 2).click();
  assert.equal(await page.locator("th.col-indicator").textContent(), strings.en.columnIndicator);
  await page.locator("#language-zh").click();
  assert.equal(await page.locator("th.col-indicator").textContent(), strings.zh.columnIndicator);
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  assert.equal(await rowOf(page, 2).getAttribute("aria-selected"), "true", "what was chosen stays chosen");
  assert.match(page.url(), /#zh$/);
  const visible = await page.locator("body").innerText();
  assert.doesNotMatch(visible, /Outline|Figures|Findings|Export/);
  await page.locator("#language-en").click();
  for (const word of [strings.zh.clear, strings.zh.filter, strings.zh.columnIndicator]) {
    assert.equal(await page.getByText(word, { exact: true }).count(), 0, word);
  }
  const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  assert.deepStrictEqual(stored, [0, 0, ""]);
  await page.context().close();
});

test("clearing the desk comes back to the first screen, and can be undone", async () => {
  const page = await open();
  await paste(page, REPORT);
  await isRead(page, REPORT);
  await page.locator("#clear").click();
  await page.getByText(strings.zh.what).waitFor();
  await page.keyboard.press("ControlOrMeta+z");
  await isRead(page, REPORT);
  assert.equal(await textOf(page), REPORT);
  await page.context().close();
});

for (const language of /** @type {const} */ (["zh", "en"])) {
  test(`on a phone one pane at a time, and a row leads to the text (${language})`, async () => {
    const page = await open({ language, width: 390, height: 844 });
    await openSample(page);
    const panes = ["outline", "text", "figures", "findings"];
    const visible = async () => {
      const shown = [];
      for (const pane of panes) if (await page.locator(`#${pane}`).isVisible()) shown.push(pane);
      return shown;
    };
    const stickingOut = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll("#bar *, #phone-tabs *, main section, .pane-body > *, #foot p"))
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
          .map((each) => each.outerHTML.slice(0, 80)),
      );
    assert.deepStrictEqual(await visible(), ["text"]);
    assert.deepStrictEqual(await stickingOut(), []);
    for (const view of ["outline", "figures", "findings"]) {
      await page.locator(`#phone-tabs [data-view=${view}]`).click();
      assert.deepStrictEqual(await visible(), [view]);
      assert.deepStrictEqual(await stickingOut(), []);
    }
    await page.locator("#phone-tabs [data-view=figures]").click();
    await rowOf(page, 3).click();
    assert.deepStrictEqual(await visible(), ["text"]);
    assert.ok(await page.locator("#card").isVisible());
    await page.context().close();
  });
}

test("the policy refuses every request elsewhere, and the page says that one was tried", async () => {
  const page = await open();
  const refused = await page.evaluate(() => fetch("http://192.0.2.1/", { mode: "no-cors" }).then(() => "sent", () => "refused"));
  assert.equal(refused, "refused");
  await page.getByText("打开之后的网络请求：1").waitFor();
  // The console says so too, as it should.
  assert.ok(visit.troubles.length > 0 && visit.troubles.every((trouble) => /Content Security Policy|violates|Failed to fetch/.test(trouble)), visit.troubles.join("\n"));
  visit.troubles = [];
  visit.requests = visit.requests.filter((address) => !address.startsWith("http://192.0.2.1"));
  await page.context().close();
});

test("a whole visit asks for the page's own files and for nothing else", async () => {
  const page = await open();
  await openSample(page);
  // Its files for the next visit are fetched in the background, before or after the sample is read.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const own = new Set(visit.requests);
  await rowOf(page, 1).click();
  await page.locator("#export").click();
  await page.locator("#export-json").click();
  await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: strings.zh.privacyMask }).click()]);
  await page.locator("#language-en").click();
  await page.locator("#clear").click();
  await page.waitForTimeout(300);
  assert.deepStrictEqual(visit.requests.filter((address) => !own.has(address) && !address.startsWith("blob:")), []);
  const names = [...own].map((address) => new URL(address).pathname).sort();
  for (const name of names) assert.match(name, /^\/(?:|page\.js|page\.css|worker\.js|editor\.js|first\.js|service-worker\.js|manifest\.webmanifest|icon-(?:192|512)\.png|icon\.svg|gangmu_bg\.wasm)$/);
  assert.ok(await page.getByText("Requests since opening: 0").isVisible());
  await page.context().close();
});
