/** The two entries as a program has them: types, import and require, bundlers, a server without a DOM. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { build as buildWithVite } from "vite";
import webpack from "webpack";
import { inRoot } from "../../scripts/run.mjs";
import { folder, html, open, write } from "../element-pages.mjs";

/** @typedef {import("../../js/element.js").GangmuReport} GangmuReport */

const PROGRAM = `import "gangmu/element";
const element = document.createElement("gangmu-report");
element.text = "一、会议\\n召开会议7次。";
element.addEventListener("gangmu-read", ({ detail }) => (document.body.dataset.figures = String(detail.report.figures.length)));
document.body.append(element);
`;

const TYPED = `import { GangmuReport, type Core } from "gangmu/element";
import { mark, textOf, type Marked, type Marks } from "gangmu/mark";
import { parse, load, type Figure, type Report } from "gangmu/lazy";
const element = document.querySelector("gangmu-report");
if (element) {
  const report: Report | null = element.report;
  element.options = { year: 2021, profile: "strict" };
  element.text = null;
  element.choose("heading", report ? 0 : 1);
  element.addEventListener("gangmu-figure", ({ detail: { figure, index, span, quote } }) => {
    const value: number = figure.value + index + span[0] + quote.length;
    return value;
  });
  element.addEventListener("gangmu-error", (event) => console.log(event.detail.error.code));
  element.addEventListener("click", (event) => event.clientX);
  // @ts-expect-error: a report is what was read
  element.report = null;
  // @ts-expect-error: no such kind of row
  element.choose("colour", 0);
  // @ts-expect-error: no such option
  element.options = { yaer: 2021 };
}
const core: Core = { load, parse: async (text, options) => parse(text, options) };
GangmuReport.core = core;
const root = document.body;
const marks: Marks = mark(root, (text) => parse(text), { kinds: ["figure", "finding"], skip: (some) => some.matches("nav") });
const hit: Figure | null = marks.figureAt(1, 2);
const names = marks.at(root, 0).map((one: Marked) => (one.kind === "figure" ? one.entry.value : one.span[0]));
const range: Range = textOf(root).rangeOf([0, 1]);
mark(root, parse(textOf(root).text)).clear();
// @ts-expect-error: no such kind
mark(root, {}, { kinds: ["colour"] });
export { hit, names, range };
`;

before(() => {
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(inRoot(), path.join(folder, "node_modules", "gangmu"));
  write("package.json", JSON.stringify({ name: "user-of-gangmu", private: true, type: "module" }));
});

/** @param {string[]} words */
const node = (...words) => execFileSync(process.execPath, words, { cwd: folder, encoding: "utf8" });

for (const [module, moduleResolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
  test(`TypeScript, strict: ${moduleResolution}`, () => {
    write("types/user.ts", TYPED);
    const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, module, moduleResolution, target: "es2022", lib: ["es2022", "dom", "dom.iterable"], types: [] };
    write("types/tsconfig.json", JSON.stringify({ compilerOptions, include: ["user.ts"] }));
    try {
      node(inRoot("node_modules", "typescript", "bin", "tsc"), "-p", "types");
    } catch (error) {
      assert.fail(/** @type {{ stdout: string }} */ (error).stdout);
    }
  });
}

test("where there is no DOM both can be imported, and required", () => {
  write("server.mjs", 'import { GangmuReport } from "gangmu/element"; import { mark, textOf } from "gangmu/mark"; console.log(typeof GangmuReport, typeof mark, typeof textOf);');
  write("server.cjs", 'const { GangmuReport } = require("gangmu/element"); const { mark, textOf } = require("gangmu/mark"); console.log(typeof GangmuReport, typeof mark, typeof textOf);');
  assert.equal(node("server.mjs"), "function function function\n");
  assert.equal(node("server.cjs"), "function function function\n");
});

/** @param {string} page */
async function readsOneFigure(page) {
  const tab = await open(page);
  await tab.locator("body[data-figures]").waitFor();
  assert.equal(await tab.locator("body").getAttribute("data-figures"), "1");
  await tab.context().close();
}

test("Vite", async () => {
  write("vite/main.js", PROGRAM);
  write("vite/index.html", html('<script type="module" src="./main.js"></script>').replace('<link rel="stylesheet" href="/page.css">', ""));
  await buildWithVite({ root: path.join(folder, "vite"), base: "/vite/dist/", configFile: false, logLevel: "error" });
  await readsOneFigure("vite/dist/");
});

test("webpack 5, with its own defaults", async () => {
  write("webpack/src/index.js", PROGRAM);
  const context = path.join(folder, "webpack");
  await new Promise((resolve, reject) => {
    webpack({ context, mode: "production", output: { path: path.join(context, "dist") }, performance: false }, (error, stats) => {
      const { errors = [], warnings = [] } = stats?.toJson({ errors: true, warnings: true }) ?? {};
      const all = [...errors, ...warnings].map(({ message }) => message);
      return error || all.length > 0 ? reject(error ?? new Error(all.join("\n"))) : resolve(undefined);
    });
  });
  write("webpack/dist/index.html", html('<script src="main.js" defer></script>'));
  await readsOneFigure("webpack/dist/");
});

test("the marks alone bring no wasm along", async () => {
  const { build } = await import("esbuild");
  const { metafile } = await build({ entryPoints: [inRoot("js/mark.js")], bundle: true, write: false, metafile: true, format: "esm", outdir: folder });
  const inputs = Object.keys(metafile.inputs).map((name) => name.replace(/^.*\bjs\//, ""));
  assert.deepStrictEqual(inputs.filter((name) => !/^mark(\/[a-z-]+)?\.js$/.test(name)), []);
});
