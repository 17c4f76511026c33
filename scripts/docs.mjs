/**
 * `npm run docs`: the documentation as a static site in `dist/docs`, from what it documents. It opens from the disk.
 *
 * `npm run docs -- --page https://gangmu.example/` names where the page is that its links open with a text; without that
 * it is the single file beside the site.
 */
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { inRoot, runMain, say, secondsSince, stage } from "./run.mjs";
import { build } from "./build.mjs";
import { unlessFresh } from "./freshness.mjs";
import { alone } from "./lock.mjs";

/** What it is made from. */
const INPUTS = [
  "scripts/docs", "docs", "README.md", "CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "bench/README.md", "tests/spec", "js", "bin", "package.json",
  "package-lock.json", "dist/rules.js", "dist/wasm", "dist/script", "dist/report.schema.json", "www/icon.svg", "www/style/tokens.css",
  "target/doc/gangmu",
];

/** The site, and before it what it needs, unless both are up to date. @param {string} [playground] */
export async function buildDocs(playground) {
  await build();
  await alone(async () => {
    await unlessFresh("docs", { inputs: INPUTS, outputs: ["dist/docs/index.html"], beside: playground }, () =>
      stage("the documentation", "15 s", async () => {
        // It stands on packages that a fresh clone does not have when this file is read.
        const { makeSite } = await import("./docs/site.mjs");
        await makeSite(inRoot("dist", "docs"), { playground });
      }),
    );
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    const start = Date.now();
    const { values } = parseArgs({ options: { page: { type: "string" } } });
    await buildDocs(values.page);
    say(`dist/docs/index.html is up to date (${secondsSince(start)})`);
  });
}
