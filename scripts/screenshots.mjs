/**
 * Takes the pictures in `docs/` from the page as it is built: `node scripts/screenshots.mjs`.
 *
 * `node scripts/screenshots.mjs FOLDER` takes every state at three widths, in both themes and languages, into FOLDER
 * instead: to be looked at after a change of style.
 */
import { mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { ensureChromium, launchChromium } from "./chromium.mjs";
import { inRoot, runMain, say } from "./run.mjs";
import { serve } from "./serve.mjs";
import { FIRST, neighbour, SECOND } from "../tests/page/two-years.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ width: number, height: number, scheme: "light" | "dark", language: "zh" | "en" }} Look */

/** A figure of the sample that is a whole with parts. */
const CHOSEN = "205项";

/** @type {{ name: string, look: Look, state: (page: Page) => Promise<void> }[]} */
const PICTURES = [
  { name: "desk", look: { width: 1366, height: 820, scheme: "light", language: "zh" }, state: withFigure },
  { name: "desk-dark", look: { width: 1366, height: 820, scheme: "dark", language: "zh" }, state: withFigure },
  { name: "checks", look: { width: 1366, height: 820, scheme: "light", language: "zh" }, state: withFailingSum },
  { name: "findings", look: { width: 1366, height: 820, scheme: "light", language: "en" }, state: withFinding },
  { name: "compare", look: { width: 1366, height: 768, scheme: "light", language: "zh" }, state: withComparison },
  { name: "collect", look: { width: 1366, height: 768, scheme: "light", language: "zh" }, state: withCollection },
  { name: "phone", look: { width: 390, height: 844, scheme: "light", language: "zh" }, state: withFigure },
];

/** @param {Page} page */
async function withSample(page) {
  await page.locator("#sample").click();
  await page.locator("#figures tbody tr[data-index]").first().waitFor({ state: "attached" });
}

/** @param {Page} page */
async function withFigure(page) {
  await withSample(page);
  const figure = page.locator(".cm-content .mark-figure").filter({ hasText: new RegExp(`^${CHOSEN}$`) });
  await figure.scrollIntoViewIfNeeded();
  await figure.click();
  await page.locator("#card").waitFor();
}

/** The calculation that fails stands first. @param {Page} page */
async function withFailingSum(page) {
  await withPane("checks")(page);
  await page.locator("#checks-body .verdict.disagrees").first().waitFor();
}

/** @param {Page} page */
async function withFinding(page) {
  await withPane("findings")(page);
  await page.keyboard.press("F8");
  await page.locator("#card").waitFor();
}

/** The two reports of a file of pairs, without its labels. @param {string} name @returns {[string, string]} */
function reportsOf(name) {
  const all = readFileSync(inRoot("tests", "pairs", name), "utf8").replace(/⟨[^⟩]*⟩/g, "");
  const [, first, second] = /** @type {RegExpExecArray} */ (/^== first.*==\n([^]*?)^== second.*==\n([^]*?)(?=^== |$(?![^]))/m.exec(all));
  return [first, second];
}

/** @param {string} name @param {string} text */
const file = (name, text) => ({ name: `${name}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Two years of a township, one of the pairs chosen. @param {Page} page */
async function withComparison(page) {
  const [first, second] = reportsOf("township-rule-of-law.txt");
  await page.locator("#file").setInputFiles([file("2023", second), file("2022", first)]);
  await page.locator("dialog [data-value=compare]").click();
  await page.locator("#panel-pairs tr[data-index]").nth(5).click();
}

/** Four towns over two years in one table, with the picture of an indicator. @param {Page} page */
async function withCollection(page) {
  /** @type {[string, number, number][]} */
  const others = [["青石乡", 18, 70], ["白沙镇", 25, 131], ["长岭镇", 9, 52]];
  const files = [file("石浦2021", FIRST), file("石浦2022", SECOND)];
  for (const [place, lectures, cases] of others) {
    files.push(file(`${place}2021`, neighbour(place, 2021, lectures, cases)), file(`${place}2022`, neighbour(place, 2022, lectures + 4, Math.round(cases * 1.1))));
  }
  await page.locator("#file").setInputFiles(files);
  await page.locator("#panel-wide tr[data-index]").filter({ hasText: "矛盾纠纷" }).first().click();
}

/** @type {[string, (page: Page) => Promise<void>][]} */
const STATES = [
  ["empty", async () => {}],
  ["sample", withSample],
  ["figure", withFigure],
  ...["outline", "figures", "checks", "findings"].map((pane) => /** @type {[string, (page: Page) => Promise<void>]} */ ([pane, withPane(pane)])),
  ["finding", withFinding],
  ["export", withKey("Control+s")],
  ["help", withKey("F1")],
  ["settings", withKey("Control+,")],
  ["compare", withComparison],
  ["collect", withCollection],
];

/** @param {string} pane @returns {(page: Page) => Promise<void>} */
function withPane(pane) {
  return async (page) => {
    await withSample(page);
    const tab = page.locator(`[role=tab][aria-controls=${pane}]`).filter({ visible: true });
    if (await tab.count()) await tab.click();
    // Where only one pane is in sight, a click would leave it for the text.
    const beside = pane === "outline" && (await page.locator("#text").isVisible());
    if (beside) await page.locator("#outline [role=treeitem]").nth(4).click();
  };
}

/** @param {string} key @returns {(page: Page) => Promise<void>} */
function withKey(key) {
  return async (page) => {
    await withSample(page);
    await page.keyboard.press(key);
  };
}

await runMain(async () => {
  await ensureChromium();
  await build();
  const server = await serve(inRoot("dist", "www"));
  const browser = await launchChromium();

  /** @param {string} file @param {Look} look @param {(page: Page) => Promise<void>} state */
  async function take(file, { width, height, scheme, language }, state) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      deviceScaleFactor: width < 500 ? 2 : 1,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    await page.goto(`${server.url}#${language}`);
    await page.locator("body[data-ready]").waitFor();
    await state(page);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(200);
    await page.screenshot({ path: file });
    await context.close();
    say(`${path.relative(inRoot(), file)} (${Math.round(statSync(file).size / 1024)} KB)`);
  }

  const folder = process.argv[2];
  try {
    if (folder === undefined) {
      mkdirSync(inRoot("docs"), { recursive: true });
      for (const { name, look, state } of PICTURES) await take(inRoot("docs", `${name}.png`), look, state);
    } else {
      mkdirSync(folder, { recursive: true });
      for (const [width, height] of [[1440, 900], [1366, 768], [390, 844]]) {
        for (const scheme of /** @type {const} */ (["light", "dark"])) {
          for (const language of /** @type {const} */ (["zh", "en"])) {
            for (const [name, state] of STATES) {
              const file = path.resolve(folder, `${width}-${scheme}-${language}-${name}.png`);
              await take(file, { width, height, scheme, language }, state);
            }
          }
        }
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
});
