/**
 * The npm package as its users have it: packed, installed in an empty folder, and built or loaded there in every way that
 * docs/consumers.md names.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import url from "@rollup/plugin-url";
import { build as esbuild } from "esbuild";
import { rollup } from "rollup";
import { build as vite } from "vite";
import webpack from "webpack";
import { inRoot } from "../scripts/run.mjs";
import { FOUND, Installed, pageWith, REPORT, Visitor } from "./installed.mjs";

const here = new Installed();
/** @type {Visitor} */
let visitor;
/** @type {string} */
let tarball;

before(async () => {
  tarball = await here.install();
  visitor = await Visitor.start();
});

after(async () => {
  await visitor?.close();
  here.remove();
});

const TEXT = JSON.stringify(REPORT);
/** What a program does at the end: what it read goes where the test looks for it. */
const SHOW = `document.body.dataset.report = JSON.stringify(parse(${TEXT}));\n`;

/** Programs for a page, by how they get the wasm. */
const PROGRAMS = {
  gangmu: `import { parse } from "gangmu";\n${SHOW}`,
  "gangmu/lazy": `import { load, parse } from "gangmu/lazy";\nload().then(() => {\n  ${SHOW}});\n`,
  "gangmu/inline": `import { load, parse } from "gangmu/inline";\nload().then(() => {\n  ${SHOW}});\n`,
  /** For bundlers that leave `new URL(…, import.meta.url)` alone: they hand out the address of the file instead. */
  "gangmu/lazy + gangmu.wasm": `import wasm from "gangmu/gangmu.wasm";
import { load, parse } from "gangmu/lazy";
load(wasm).then(() => {\n  ${SHOW}});\n`,
};

const WORKER = `import { load, parse } from "gangmu/lazy";
self.onmessage = async ({ data }) => {
  await load();
  self.postMessage(parse(data));
};
`;
const ASKS_A_WORKER = `const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => { document.body.dataset.report = JSON.stringify(data); };
worker.postMessage(${TEXT});
`;

/** @typedef {{ name: string, raw: number, brotli: number, wasm: number }} Size */
/** @type {Size[]} */
const sizes = [];

/** Writes down what a bundle weighs. @param {string} name @param {string} folder */
function weigh(name, folder) {
  let [raw, brotli, wasm] = [0, 0, 0];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))) {
    const bytes = readFileSync(file);
    if (file.endsWith(".wasm")) wasm += bytes.length;
    if (!file.endsWith(".js")) continue;
    raw += bytes.length;
    brotli += brotliCompressSync(bytes).length;
  }
  sizes.push({ name, raw, brotli, wasm });
}

/** @param {string} name @param {Record<string, string>} files @returns {string} The folder that they are in. */
function project(name, files) {
  const folder = name.replace(/[^a-z]+/g, "-");
  for (const [file, contents] of Object.entries(files)) here.write(`${folder}/${file}`, contents);
  return path.join(here.folder, folder);
}

/** A test of one bundler: it makes `dist/main.js` (or what its page needs) of `main.js`. @param {string} name @param {Record<string, string>} files @param {(folder: string) => Promise<unknown>} build */
function bundled(name, files, build) {
  test(name, async () => {
    const folder = project(name, files);
    await build(folder);
    weigh(name, path.join(folder, "dist"));
    if (!("index.html" in files)) here.write(`${path.basename(folder)}/dist/index.html`, pageWith('<script type="module" src="main.js"></script>'));
    await visitor.opens(path.join(folder, "dist"), "index.html");
  });
}

/** webpack 5 with its own defaults. @param {string} context */
const withWebpack = (context) =>
  new Promise((resolve, reject) => {
    // Its hints about sizes are not ours to test here: the step `sizes` does.
    const output = { path: path.join(context, "dist"), publicPath: "" };
    webpack({ context, entry: "./main.js", mode: "production", output, performance: false }, (error, stats) => {
      if (error) return reject(error);
      const { errors = [], warnings = [] } = stats?.toJson({ errors: true, warnings: true }) ?? {};
      const trouble = [...errors, ...warnings].map(({ message }) => message).join("\n");
      return trouble === "" ? resolve(undefined) : reject(new Error(trouble));
    });
  });

/** Vite without a configuration, but that a page may lie anywhere. @param {string} root */
const withVite = (root) => vite({ root, base: "./", configFile: false, logLevel: "error" });

/** @param {Partial<import("esbuild").BuildOptions>} more @returns {(folder: string) => Promise<unknown>} */
const withEsbuild = (more) => (folder) =>
  esbuild({ entryPoints: [path.join(folder, "main.js")], bundle: true, minify: true, outdir: path.join(folder, "dist"), logLevel: "silent", ...more });

/** @param {import("rollup").Plugin[]} plugins @returns {(folder: string) => Promise<unknown>} */
const withRollup = (plugins) => async (folder) => {
  const bundle = await rollup({ input: path.join(folder, "main.js"), plugins: [nodeResolve({ browser: true }), ...plugins] });
  await bundle.write({ dir: path.join(folder, "dist"), format: "es" });
  await bundle.close();
};

const VITE_PAGE = { "index.html": pageWith('<script type="module" src="./main.js"></script>') };

for (const entry of /** @type {const} */ (["gangmu", "gangmu/lazy", "gangmu/inline"])) {
  bundled(`webpack 5: ${entry}`, { "main.js": PROGRAMS[entry] }, withWebpack);
  bundled(`Vite: ${entry}`, { "main.js": PROGRAMS[entry], ...VITE_PAGE }, withVite);
}
bundled("webpack 5: a worker", { "main.js": ASKS_A_WORKER, "worker.js": WORKER }, withWebpack);
bundled("Vite: a worker", { "main.js": ASKS_A_WORKER, "worker.js": WORKER, ...VITE_PAGE }, withVite);
bundled("esbuild: gangmu/inline", { "main.js": PROGRAMS["gangmu/inline"] }, withEsbuild({ format: "iife" }));
bundled(
  "esbuild: gangmu/lazy + gangmu.wasm",
  { "main.js": PROGRAMS["gangmu/lazy + gangmu.wasm"] },
  withEsbuild({ format: "esm", loader: { ".wasm": "file" } }),
);
bundled("Rollup: gangmu/inline", { "main.js": PROGRAMS["gangmu/inline"] }, withRollup([]));
bundled(
  "Rollup: gangmu/lazy + gangmu.wasm",
  { "main.js": PROGRAMS["gangmu/lazy + gangmu.wasm"] },
  // Its types describe another module than the one that Node loads.
  withRollup([/** @type {any} */ (url)({ include: ["**/*.wasm"], limit: 0 })]),
);

/** Where the package's scripts lie for a page without a bundler. */
const AT = "/node_modules/gangmu";

for (const [entry, script] of /** @type {const} */ ([["gangmu", "web"], ["gangmu/lazy", "lazy"], ["gangmu/inline", "inline"]])) {
  test(`a plain module: ${entry}`, async () => {
    const map = JSON.stringify({ imports: { [entry]: `${AT}/js/${script}.js` } });
    here.write("plain.html", pageWith(`<script type="importmap">${map}</script><script type="module">${PROGRAMS[entry]}</script>`));
    // The scripts stand in the page itself, which the page's own policy would refuse.
    await visitor.opens(here.folder, "plain.html", null);
  });
}

const CLASSIC = `gangmu.load().then(() => { const { parse } = gangmu; ${SHOW} });`;

test("a classic script, from a file without a network", async () => {
  here.write("classic.html", pageWith(`<script src="node_modules/gangmu/dist/script/gangmu.js"></script><script>${CLASSIC}</script>`));
  await visitor.visits(pathToFileURL(path.join(here.folder, "classic.html")).href, "file:");
});

test("a module worker without a bundler", async () => {
  here.write("module-worker.js", WORKER.replace('"gangmu/lazy"', `"${AT}/js/lazy.js"`));
  here.write("module-worker-main.js", ASKS_A_WORKER.replace("./worker.js", "./module-worker.js"));
  here.write("module-worker.html", pageWith('<script type="module" src="module-worker-main.js"></script>'));
  await visitor.opens(here.folder, "module-worker.html");
});

test("a classic worker", async () => {
  here.write(
    "classic-worker.js",
    `importScripts("${AT}/dist/script/gangmu.js");
self.onmessage = ({ data }) => gangmu.load().then(() => self.postMessage(gangmu.parse(data)));\n`,
  );
  here.write("classic-worker-main.js", ASKS_A_WORKER.replace("./worker.js", "./classic-worker.js").replace(', { type: "module" }', ""));
  here.write("classic-worker.html", pageWith('<script type="module" src="classic-worker-main.js"></script>'));
  await visitor.opens(here.folder, "classic-worker.html");
});

/** A service worker answers `read` with the report of what it is sent. @param {string} gangmu */
const answering = (gangmu) => `self.addEventListener("install", (event) => event.waitUntil(${gangmu}load().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { pathname, searchParams } = new URL(event.request.url);
  if (!pathname.endsWith("/read")) return;
  // It may have been stopped and started since it was installed.
  event.respondWith(${gangmu}load().then(() => new Response(JSON.stringify(${gangmu}parse(searchParams.get("text"))))));
});
`;

for (const [kind, script] of [
  ["module", `import { load, parse } from "${AT}/js/lazy.js";\n${answering("")}`],
  ["classic", `importScripts("${AT}/dist/script/gangmu.js");\n${answering("gangmu.")}`],
]) {
  test(`a service worker, ${kind}`, async () => {
    here.write(`service-${kind}.js`, script);
    here.write(
      `service-${kind}-main.js`,
      `navigator.serviceWorker.addEventListener("controllerchange", async () => {
  const answer = await fetch("./read?text=" + encodeURIComponent(${TEXT}));
  document.body.dataset.report = await answer.text();
});
navigator.serviceWorker.register("./service-${kind}.js", { type: "${kind}" });\n`,
    );
    here.write(`service-${kind}.html`, pageWith(`<script src="service-${kind}-main.js"></script>`));
    await visitor.opens(here.folder, `service-${kind}.html`);
  });
}

/** @param {string} printed */
const isFound = (printed) => assert.deepStrictEqual(JSON.parse(printed), FOUND);

for (const entry of ["gangmu", "gangmu/lazy", "gangmu/inline"]) {
  test(`Node, import: ${entry}`, async () => {
    here.write("node.mjs", `import { load, parse } from "${entry}";\nawait load();\nconsole.log(JSON.stringify(parse(${TEXT})));\n`);
    isFound(await here.node("node.mjs"));
  });

  test(`Node, require: ${entry}`, async () => {
    here.write("node.cjs", `const { load, parse } = require("${entry}");\nload().then(() => console.log(JSON.stringify(parse(${TEXT}))));\n`);
    // As in the first versions of Node 20, which could not require a module.
    isFound(await here.node("node.cjs", ["--no-experimental-require-module"]));
  });
}

test("Node: what needs no wasm, by import and by require", async () => {
  const program = 'console.log(JSON.stringify([sentenceOf("共3村。", [1, 2]), RULES.length > 90, typeof placesOf("")]));\n';
  here.write("rest.mjs", `import { placesOf, sentenceOf } from "gangmu/places";\nimport { RULES } from "gangmu/rules";\n${program}`);
  here.write("rest.cjs", `const { placesOf, sentenceOf } = require("gangmu/places");\nconst { RULES } = require("gangmu/rules");\n${program}`);
  for (const file of ["rest.mjs", "rest.cjs"]) assert.equal(await here.node(file, ["--no-experimental-require-module"]), '[[0,4],true,"function"]\n');
});

test("Node: one script that needs no package beside it", async () => {
  here.write("alone/main.mjs", `import { load, parse } from "gangmu/inline";\nawait load();\nconsole.log(JSON.stringify(parse(${TEXT})));\n`);
  const outfile = path.join(here.folder, "..", `${path.basename(here.folder)}-alone.mjs`);
  await esbuild({ entryPoints: [path.join(here.folder, "alone/main.mjs")], bundle: true, platform: "node", format: "esm", outfile });
  isFound(await here.node(outfile));
});

test("the wasm that could not be had is an error with a code and a sentence, and may be tried again", async () => {
  here.write(
    "failing.mjs",
    `import { readFileSync } from "node:fs";
import { load, parse } from "gangmu/lazy";
const failed = await load(new Uint8Array([0, 1, 2, 3])).catch((error) => error);
await load(readFileSync(new URL(import.meta.resolve("gangmu/gangmu.wasm"))));
console.log(failed instanceof Error, failed.code, failed.message.startsWith("The wasm of Gangmu could not be loaded: "), parse("").schema);\n`,
  );
  assert.equal(await here.node("failing.mjs"), "true load-failed true gangmu/1\n");
});

const TYPED = `import { parse, type Report, type GangmuError } from "gangmu";
import { load, toCsv, type WasmSource } from "gangmu/lazy";
import { load as loadInline } from "gangmu/inline";
import { quoteOf, type Place, placesOf } from "gangmu/places";
import { RULES, type RuleRecord } from "gangmu/rules";
const report: Report = parse("一、", { year: 2021 });
export const rule: RuleRecord | undefined = RULES.find(({ name }) => name === report.findings[0]?.rule);
const places: [number, number][] = report.figures.map((figure) => figure.span);
export const loading: Promise<void>[] = [load(), load("a.wasm" satisfies WasmSource), load(new Uint8Array(8)), loadInline()];
export const table: string = toCsv("一、") + places.length + quoteOf("一、", [0, 1]).exact;
export const place: Place = placesOf("一、")(0);
export const code = (error: GangmuError): "bad-text" | "bad-option" | "bad-pattern" | "not-loaded" | "load-failed" | "crashed" => error.code;
export const only: number = parse("一、", { parts: ["figures", "outline"] }).figures.length;
// @ts-expect-error: it was not asked for
parse("一、", { parts: ["figures"] }).findings;
// @ts-expect-error: no such part
parse("一、", { parts: ["colours"] });
// @ts-expect-error: no such option
parse("一、", { yaer: 2021 });
// @ts-expect-error: no such kind
export const kind: typeof report.figures[0]["kind"] = "colour";
// @ts-expect-error: a number is no text
parse(12);
`;

for (const [name, file, settings] of /** @type {const} */ ([
  ["NodeNext, a module", "user.mts", { module: "nodenext", moduleResolution: "nodenext" }],
  ["NodeNext, CommonJS", "user.cts", { module: "nodenext", moduleResolution: "nodenext" }],
  ["Bundler", "user.ts", { module: "esnext", moduleResolution: "bundler" }],
  ["Bundler, a page", "user.ts", { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"] }],
])) {
  test(`TypeScript, strict: ${name}`, async () => {
    const folder = project(`types ${name}`, { [file]: TYPED });
    // The libraries' own types are checked too, without a browser's and without Node's.
    const compilerOptions = { strict: true, noEmit: true, target: "es2022", lib: ["es2022"], types: [], skipLibCheck: false, ...settings };
    here.write(`${path.basename(folder)}/tsconfig.json`, JSON.stringify({ compilerOptions, include: [file] }));
    await here.run(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "-p", folder]);
  });
}

test("publint has nothing to say", async () => {
  const { publint } = await import("publint");
  const { formatMessage } = await import("publint/utils");
  const { messages, pkg } = await publint({ pkgDir: here.own, strict: true });
  assert.deepStrictEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

test("are the types wrong? No, wherever they are looked for", async () => {
  // Assets have no types.
  const assets = ["gangmu.wasm", "figures.xml", "report.schema.json"];
  await here.run(process.execPath, [inRoot("node_modules/@arethetypeswrong/cli/dist/index.js"), tarball, "--exclude-entrypoints", ...assets]);
});

test("docs/consumers.md has a row for each", (context) => {
  const page = readFileSync(inRoot("docs/consumers.md"), "utf8");
  const figure = (/** @type {number} */ bytes) => (bytes === 0 ? "" : bytes.toLocaleString("en"));
  const rows = sizes.map(({ name, raw, brotli, wasm }) => `| ${name} | ${figure(raw)} | ${figure(brotli)} | ${figure(wasm)} |`);
  context.diagnostic(`\n${rows.join("\n")}`);
  assert.ok(sizes.length >= 10);
  for (const { name } of sizes) assert.ok(page.includes(`| ${name} |`), name);
});
