/** The findings. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { chosenWords, isRead, open, openSample, paste, SAMPLE } from "../desk.mjs";

test("the findings are listed, and a click places them", async () => {
  const page = await open();
  await openSample(page);
  const { findings } = parse(SAMPLE);
  await page.locator("#side-tabs [data-side=findings]").click();
  assert.equal(await page.locator("#findings [role=option]").count(), findings.length);
  for (const [index, finding] of findings.entries()) {
    await page.locator("#findings [role=option]").nth(index).click();
    assert.ok((await page.locator("#card").textContent())?.includes(finding.message));
    if (finding.span[0] < finding.span[1]) assert.equal(await chosenWords(page), SAMPLE.slice(...finding.span).replaceAll("\n", ""));
  }
  if (findings.length === 0) assert.ok(await page.getByText(strings.zh.noFindings).isVisible());
  await page.context().close();
});

test("a finding is mended by its button, and undo brings the text back", async () => {
  const page = await open();
  const text = "一、主要举措\n组织干部学习学习行政处罚法,印发办法,开展检查。";
  await paste(page, text);
  await page.locator("#side-tabs [data-side=findings]").click();
  const before = parse(text).findings;
  const marks = before.find(({ rule }) => rule === "half-width-mark");
  assert.equal(marks?.places.length, 2, "many of one kind are one finding");
  const row = page.locator("#findings [role=option]").filter({ hasText: "half-width-mark" });
  assert.match((await row.textContent()) ?? "", /× 2/);
  await row.click();
  await page.locator("#card .mend").click();
  const mended = text.replaceAll(",", "，");
  await page.waitForFunction((words) => document.querySelector(".cm-content")?.textContent?.includes(words), "行政处罚法，印发办法，开展检查");
  await isRead(page, mended);
  await page.locator("#findings [role=option]").filter({ hasText: "half-width-mark" }).waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await page.waitForFunction((words) => document.querySelector(".cm-content")?.textContent?.includes(words), "行政处罚法,印发办法,开展检查");
  await page.context().close();
});
