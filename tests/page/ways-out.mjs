/** Every way out, opened again. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse, toMarkdown } from "../../js/node.js";
import { open, openSample, rowsOfCsv, SAMPLE } from "../desk.mjs";

test("the three exports, opened again", async () => {
  const page = await open();
  await openSample(page);
  const report = parse(SAMPLE);
  const save = async (/** @type {string} */ format) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`#export-${format}`).click()]);
    assert.equal(download.suggestedFilename(), `${report.metadata.title}.${format}`);
    return readFileSync(await download.path());
  };

  const csv = await save("csv");
  assert.deepStrictEqual([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf], "Excel needs the byte-order mark");
  assert.notEqual(csv.subarray(3, 6).toString("hex"), "efbbbf", "but one only");
  const rows = rowsOfCsv(new TextDecoder("utf-8", { fatal: true }).decode(csv));
  assert.equal(rows.length, report.figures.length + 1);
  assert.ok(rows.every((row) => row.length === rows[0].length), "every row has every column");

  const json = JSON.parse((await save("json")).toString());
  assert.deepStrictEqual(json, JSON.parse(JSON.stringify(report)));
  for (const citation of json.citations) assert.match(SAMPLE.slice(citation.span[0], citation.span[1]), /^《.*》$/s);
  for (const figure of json.figures) assert.match(SAMPLE.slice(figure.number[0], figure.number[1]), /[\d零〇一二三四五六七八九十百千万亿两半]/);

  assert.equal((await save("md")).toString(), toMarkdown(SAMPLE));
  await page.context().close();
});
