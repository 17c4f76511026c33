/**
 * Everything that has to be made before a page can be opened or a test run: the packages, the wasm target, the wasm and
 * its glue (`dist/wasm`), the table of rules (`dist/rules.js`), the package's entries made of them (`dist/inline`, `dist/script`, `dist/cjs`), the JSON Schema of a report, the page (`dist/www`), the single file (`dist/gangmu.html`). What is
 * up to date is left alone.
 *
 * `node scripts/build.mjs`        makes all of it.
 * `node scripts/build.mjs wasm`   makes what the npm package ships, without the page.
 */
import { pathToFileURL } from "node:url";
import { Blocked, inRoot, runMain, say, secondsSince, stage } from "./run.mjs";
import { unlessFresh } from "./freshness.mjs";
import { alone } from "./lock.mjs";
import { entries } from "./entries.mjs";
import { schema } from "./schema.mjs";
import { rules, wasm } from "./wasm.mjs";

async function page() {
  const inputs = ["www", "webpack.config.js", "js", "dist/wasm", "dist/rules.js", "package.json", "package-lock.json"];
  await unlessFresh("page", { inputs, outputs: ["dist/www/index.html"] }, () =>
    stage("the page", "10 s", async () => {
      const { default: webpack } = await import("webpack");
      const { default: config } = await import(pathToFileURL(inRoot("webpack.config.js")).href);
      await new Promise((resolve, reject) => {
        webpack(config, (error, stats) => {
          if (error) return reject(error);
          if (stats?.hasErrors()) return reject(new Blocked(`webpack: ${stats.toString({ colors: false, preset: "errors-only" })}`));
          if (stats?.hasWarnings()) say(`webpack: ${stats.toString({ colors: false, preset: "errors-warnings" })}`);
          resolve(undefined);
        });
      });
    }),
  );
}

/** What the npm package ships beside `js/` and `bin/`. */
export const buildWasm = () =>
  alone(async () => {
    await wasm();
    await rules();
    await entries();
    await schema();
  });

async function single() {
  const inputs = ["dist/www", "www/offline", "scripts/single.mjs", "www/dense.js"];
  await unlessFresh("single", { inputs, outputs: ["dist/gangmu.html"] }, async () => {
    // It stands on packages that a fresh clone does not have when this file is read.
    const { makeSingleFile } = await import("./single.mjs");
    await makeSingleFile();
  });
}

/** All of it. */
export const build = () =>
  alone(async () => {
    await wasm();
    await rules();
    await entries();
    await schema();
    await page();
    await single();
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    const start = Date.now();
    const part = process.argv[2];
    if (part !== undefined && part !== "wasm") throw new Blocked(`"${part}" is nothing to build: only "wasm", or nothing for all`);
    await (part === "wasm" ? buildWasm() : build());
    say(`up to date (${secondsSince(start)})`);
  });
}
