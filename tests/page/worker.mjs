/** The worker that reads is ended in the middle of a reading: the page says so, stays as it is, and reads the next text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRead, open, paste, REPORT, textOf, visit } from "../desk.mjs";

/** Long enough that it is still being read when the worker ends. */
const LONG = Array.from({ length: 40_000 }, (_, index) => `（${index}）全年开展讲座12次，受众1.1万余人次。`).join("\n");

test("a worker that is killed half-way leaves the page sound", async () => {
  const page = await open();
  await page.addInitScript(() => {
    const { Worker } = globalThis;
    /** @type {Worker[]} */
    const workers = [];
    let asked = 0;
    globalThis.Worker = class extends Worker {
      /** @param {string | URL} address */
      constructor(address) {
        super(address);
        workers.push(this);
      }
      /** @param {any} message */
      postMessage(message) {
        asked = message.question.text ? message.question.text.length : 0;
        super.postMessage(message);
      }
    };
    Object.assign(globalThis, { workers, asked: () => asked });
  });
  await page.reload();
  await page.locator("body[data-ready]").waitFor();
  await paste(page, REPORT);
  await isRead(page, REPORT);
  for (let round = 1; round <= 2; round++) {
    await paste(page, LONG);
    for (let asked = 0; asked !== LONG.length; ) asked = await page.evaluate(() => /** @type {any} */ (globalThis).asked());
    const count = await page.evaluate(() => {
      const { workers } = /** @type {any} */ (globalThis);
      workers[workers.length - 1].terminate();
      return workers.length;
    });
    assert.equal(count, round, "a new worker for each that ended");
    await page.locator("#message").filter({ hasText: /worker/ }).waitFor();
    // Of a long text the editor draws what is in sight.
    const lines = (await textOf(page)).split("\n").filter((line) => line.includes("讲座"));
    assert.ok(lines.length > 5 && lines.every((line) => LONG.includes(line)), "the text is still there");
    await paste(page, REPORT);
    await isRead(page, REPORT);
  }
  visit.troubles.length = 0;
  await page.context().close();
});
