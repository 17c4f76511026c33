/**
 * A million readings in one page of Chromium: what the wasm and the heap of JavaScript hold before and after, garbage collected.
 * `node bench/endurance.mjs [READINGS]`; docs/endurance.md has what was measured.
 */
import assert from "node:assert/strict";
import { launchChromium } from "../scripts/chromium.mjs";
import { inRoot } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";

const READINGS = Number(process.argv[2] ?? 1_000_000);
/** One after the other: each shape of report makes the wasm and the engine hold other things. */
const TEXTS = [
  "全年开展培训12次，受众1.1万余人次，同比增长8.5%。",
  "一、主要举措\n（一）普法宣传。受理纠纷92件，其中邻里58件、婚姻34件。\n（二）下一步。",
  "𬭚业园区😀新建调解室3个，组织干部学习学习行政处罚法。",
  "",
  "柏岭镇2021年度工作报告\n索引号：123\n2021年3月1日印发《柏岭镇应急预案》（柏政发〔2021〕5号）。",
];

const server = await serve(inRoot(), { policy: null });
const browser = await launchChromium({ args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
try {
  const page = await (await browser.newContext()).newPage();
  const devtools = await page.context().newCDPSession(page);
  await page.goto(`${server.url}bench/endurance.html`);
  const held = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    const wasm = await page.evaluate(async () => {
      const { default: init } = await import(String("/dist/wasm/gangmu.js"));
      return (await init()).memory.buffer.byteLength;
    });
    return { heap: usedSize, wasm };
  };
  /** @param {number} readings */
  const read = (readings) =>
    page.evaluate(
      async ({ texts, count }) => {
        const { load, parse } = await import(String("/js/lazy.js"));
        await load();
        let figures = 0;
        for (let round = 0; round < count; round++) figures += parse(texts[round % texts.length]).figures.length;
        return figures;
      },
      { texts: TEXTS, count: readings },
    );
  const once = await read(TEXTS.length);
  await read(10_000);
  const before = await held();
  const start = performance.now();
  console.log("readings | wasm, bytes | heap of JavaScript, bytes\n--- | --- | ---");
  console.log(`0 | ${before.wasm} | ${before.heap}`);
  for (let part = 1; part <= 10; part++) {
    const figures = await read(READINGS / 10);
    assert.equal(figures, (READINGS / 10 / TEXTS.length) * once, "every reading gives its figures");
    const now = await held();
    console.log(`${(READINGS / 10) * part} | ${now.wasm} | ${now.heap}`);
    assert.equal(now.wasm, before.wasm, "the wasm has grown");
    assert.ok(now.heap < before.heap + 1_000_000, "the heap has grown");
  }
  console.log(`${((performance.now() - start) / READINGS * 1000).toFixed(1)} µs a reading`);
} finally {
  await browser.close();
  await server.close();
}
