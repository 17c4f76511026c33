/**
 * `node bench/javascript.mjs`: from a JavaScript string to plain objects and to packed results (`view`), in Node and Chromium, beside
 * the least that could be done with the string (`boundary/scan.wat`); one keystroke in 1 MB; from the bytes of the wasm to
 * the first result. `node bench/bars.mjs` puts the outcome beside what is asked.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ensureChromium, launchChromium } from "../scripts/chromium.mjs";
import { inRoot, must, run, runMain, say } from "../scripts/run.mjs";
import { buildWasm } from "../scripts/build.mjs";
import { serve } from "../scripts/serve.mjs";
import { noteResults } from "./results.mjs";
import { corpus, corpusName, reports } from "./texts.mjs";
import { scanner, timeRates } from "./boundary/rates.mjs";

const SIZES = /** @type {const} */ ([["16 KB", 16_000, 201], ["160 KB", 160_000, 41], ["1.6 MB", 1_600_000, 11]]);
const STARTS = 15;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** The ways in Node, in a process of their own. */
async function ratesInNode() {
  const { parse, view } = await import(pathToFileURL(inRoot("js", "node.js")).href);
  const scan = await scanner(readFileSync(inRoot(".cache", "bench", "scan.wasm")));
  const core = { parse, view, scan };
  return Object.fromEntries(SIZES.map(([name, bytes, rounds]) => [name, timeRates(core, reports(bytes), rounds)]));
}

/** From the bytes to the first result in a fresh process. */
async function startInNode() {
  const bytes = readFileSync(inRoot("dist", "wasm", "gangmu_bg.wasm"));
  const text = corpus()[0].text;
  const { load, parse } = await import(pathToFileURL(inRoot("js", "lazy.js")).href);
  const start = performance.now();
  await load(bytes);
  const loaded = performance.now();
  const { figures } = parse(text);
  const first = performance.now();
  if (figures.length === 0) throw new Error("nothing is found");
  return { load: loaded - start, first: first - start };
}

/** @param {import("playwright-core").Browser} browser @param {string} url */
async function inChromium(browser, url) {
  const open = async () => {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(`${url}.cache/bench/index.html`);
    return page;
  };
  const page = await open();
  /** @type {Record<string, Record<string, number>>} */
  const rates = {};
  for (const [name, bytes, rounds] of SIZES) {
    rates[name] = await page.evaluate(
      async ({ text, rounds }) => {
        const load = (/** @type {string} */ address) => import(address);
        const { parse, view } = await load("/js/web.js");
        const { scanner, timeRates } = await load("/bench/boundary/rates.mjs");
        const scan = await scanner(await (await fetch("/.cache/bench/scan.wasm")).arrayBuffer());
        return timeRates({ parse, view, scan }, text, rounds);
      },
      { text: reports(bytes), rounds },
    );
  }
  say("one keystroke in 1 MB …");
  const keystroke = await page.evaluate(
    async ({ text, rounds }) => {
      const load = (/** @type {string} */ address) => import(address);
      const { parse } = await load("/js/web.js");
      const count = parse(text).figures.length;
      const middle = text.indexOf("。", text.length / 2) + 1;
      /** @type {number[]} */
      const times = [];
      for (let round = -3; round < rounds; round++) {
        const edited = `${text.slice(0, middle)}办结${round + 9}件。${text.slice(middle)}`;
        const start = performance.now();
        const { figures } = parse(edited);
        if (round >= 0) times.push(performance.now() - start);
        if (figures.length !== count + 1) throw new Error(`${figures.length} figures after ${count}`);
      }
      return times;
    },
    { text: reports(1_000_000), rounds: 11 },
  );
  say("first results in fresh pages …");
  const starts = [];
  for (let round = 0; round < STARTS; round++) {
    const fresh = await open();
    starts.push(
      await fresh.evaluate(async (text) => {
        const load = (/** @type {string} */ address) => import(address);
        const bytes = await (await fetch("/dist/wasm/gangmu_bg.wasm")).arrayBuffer();
        const gangmu = await load("/js/lazy.js");
        const start = performance.now();
        await gangmu.load(bytes);
        const loaded = performance.now();
        if (gangmu.parse(text).figures.length === 0) throw new Error("nothing is found");
        return { load: loaded - start, first: performance.now() - start };
      }, corpus()[0].text),
    );
    await fresh.context().close();
  }
  return { rates, keystroke: median(keystroke), start: { load: median(starts.map(({ load }) => load)), first: median(starts.map(({ first }) => first)) } };
}

const part = process.argv[2];
if (part === "--rates") console.log(JSON.stringify(await ratesInNode()));
else if (part === "--start") console.log(JSON.stringify(await startInNode()));
else {
  await runMain(async () => {
    await buildWasm();
    await ensureChromium();
    mkdirSync(inRoot(".cache", "bench"), { recursive: true });
    const wat = [inRoot("bench", "boundary", "scan.wat"), "-o", inRoot(".cache", "bench", "scan.wasm")];
    await must(process.execPath, [inRoot("node_modules", "binaryen", "bin", "wasm-as"), ...wat]);
    writeFileSync(inRoot(".cache", "bench", "index.html"), "<!doctype html><title>.</title>");

    const self = inRoot("bench", "javascript.mjs");
    const told = async (/** @type {string} */ what) => {
      const { stdout, all } = await run(process.execPath, [self, what]);
      if (stdout === "") throw new Error(all);
      return JSON.parse(stdout);
    };
    say("timing in Node …");
    const node = { rates: await told("--rates"), start: {} };
    const starts = [];
    for (let round = 0; round < STARTS; round++) starts.push(await told("--start"));
    node.start = { load: median(starts.map(({ load }) => load)), first: median(starts.map(({ first }) => first)) };

    say("timing in Chromium …");
    const server = await serve(inRoot(), { policy: null });
    const browser = await launchChromium();
    const chromium = await inChromium(browser, server.url);
    const versions = { node: process.version, chromium: browser.version() };
    await browser.close();
    await server.close();
    noteResults("javascript", { corpus: corpusName(), versions, node, chromium });

    console.log(`\nNode ${versions.node}, Chromium ${versions.chromium}; ${corpusName()}; medians, MB of UTF-8 a second\n`);
    console.log("| where | text | encodeInto + scan | plain objects | packed | objects / scan | packed / scan | objects, ms |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (const [where, { rates }] of Object.entries({ Node: node, Chromium: chromium })) {
      for (const [name, bytes] of SIZES) {
        const { scan, objects, packed } = rates[name];
        const rate = (/** @type {number} */ time) => (bytes / time / 1000).toFixed(1);
        console.log(`| ${where} | ${name} | ${rate(scan)} | ${rate(objects)} | ${rate(packed)} | ${(scan / objects).toFixed(3)} | ${(scan / packed).toFixed(3)} | ${objects.toFixed(2)} |`);
      }
    }
    const starting = (/** @type {any} */ { load, first }) => `${load.toFixed(1)} ms to load, ${first.toFixed(1)} to the first result`;
    console.log(`\nFrom the bytes of the wasm: Node ${starting(node.start)}; Chromium ${starting(chromium.start)}`);
    console.log(`One keystroke in 1 MB, Chromium: ${chromium.keystroke.toFixed(1)} ms to the new result`);
  });
}
