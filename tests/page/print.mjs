/** The browser's own command to print: the whole report, not what the editor has drawn of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import { parse } from "../../js/node.js";
import { open, openSample, SAMPLE } from "../desk.mjs";

test("the desk on paper: every line of the report, every calculation, none of the tools", async () => {
  const page = await open();
  await openSample(page);
  const pdf = await page.pdf({ format: "A4" });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  // Letters and digits only: printing breaks lines, and fonts give dashes back as other dashes.
  const bare = (/** @type {string} */ words) => words.replace(/\[\d+\]|[^\p{L}\p{N}\u2e80-\u2fdf]/gu, "");
  const printed = bare(text);
  // Fonts say of some characters that they are the radical that looks the same: ⽂ for 文.
  const stands = (/** @type {string} */ words) =>
    new RegExp(Array.from(bare(words), (each) => `[${each}\u2e80-\u2fdf]`).join(""), "u").test(printed);
  for (const line of SAMPLE.split("\n").filter((each) => each.trim())) {
    assert.ok(stands(line), line);
  }
  const { relations } = parse(SAMPLE);
  assert.ok(relations.length > 0);
  for (const { calculation } of relations) assert.ok(stands(calculation), calculation);
  for (const tool of ["全部收起", "打开之后的网络请求"]) assert.ok(!stands(tool), tool);
  // What was on paper is gone from the page.
  assert.equal(await page.locator("#print").count(), 0);
  assert.ok(await page.locator("#outline").isVisible());
  await page.context().close();
});
