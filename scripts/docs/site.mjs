/**
 * The documentation as a static site: every page, what the pages stand on, and the list that the search reads.
 *
 * @import { Page } from "./html.mjs"
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "lightningcss";
import { Blocked, inRoot } from "../run.mjs";
import { files } from "../../tests/spec/cases.mjs";
import { api, filesOf } from "./api.mjs";
import { commandLine } from "./command-line.mjs";
import { front } from "./front.mjs";
import { laidOut } from "./layout.mjs";
import { papers, PICTURES } from "./papers.mjs";
import { recipeNames, recipes, runsInBrowser } from "./recipes.mjs";
import { rulesPage } from "./rules.mjs";
import { running } from "./running.mjs";
import { specification } from "./specification.mjs";

/** @param {string} file */
const source = (file) => readFileSync(inRoot(file), "utf8");

/** What rustdoc made, if somebody ran it. */
const RUSTDOC = inRoot("target", "doc");
export const hasRustdoc = () => existsSync(path.join(RUSTDOC, "gangmu", "index.html"));

/** @returns {Promise<Page[]>} */
async function everyPage() {
  const { RULES } = await import(pathToFileURL(inRoot("dist", "rules.js")).href);
  const cases = files().reduce((sum, family) => sum + family.cases.length, 0);
  return [
    front({ cases, rules: RULES.length, rust: hasRustdoc() }),
    ...papers(),
    ...specification(source("tests/spec/README.md")),
    rulesPage(RULES, { table: source("docs/rules.md"), seeded: source("docs/seeded-errors.md") }),
    ...api(JSON.parse(source("package.json"))),
    await commandLine(),
    ...recipes(),
  ];
}

/** The search reads a script, not a request: from a disk a page may not ask for files. @param {Page[]} pages */
const index = (pages) =>
  `gangmuIndex(${JSON.stringify(
    pages.map(({ path, entries = [] }) => [path, entries.map(({ words, kind, anchor = "" }) => [words, kind, anchor])]),
  )});\n`;

/**
 * Writes the site.
 *
 * @param {string} folder Emptied before.
 * @param {{ playground?: string }} [settings] Where the page is that opens with a text: from the site's folder, or an address.
 */
export async function makeSite(folder, { playground = "../gangmu.html" } = {}) {
  const core = inRoot("dist", "script", "gangmu.js");
  if (!existsSync(core)) throw new Blocked("dist/script/gangmu.js is missing; run: npm run build");
  const pages = await everyPage();
  const { version, exports } = JSON.parse(source("package.json"));
  rmSync(folder, { recursive: true, force: true });
  /** @param {string} name @param {string | Uint8Array} contents */
  const write = (name, contents) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), contents);
  };
  for (const page of pages) write(page.path, laidOut(page, { pages, playground, version }));
  for (const name of recipeNames().filter(runsInBrowser)) {
    for (const [file, contents] of await running(name)) write(`recipes/${name}/run/${file}`, contents);
  }
  write("assets/style.css", bundle({ filename: inRoot("docs", "site", "style.css"), minify: true, targets: { chrome: 80 << 16 } }).code);
  write("assets/index.js", index(pages));
  copyFileSync(inRoot("docs", "site", "search.js"), path.join(folder, "assets", "search.js"));
  copyFileSync(inRoot("www", "icon.svg"), path.join(folder, "assets", "icon.svg"));
  copyFileSync(core, path.join(folder, "assets", "gangmu.js"));
  for (const picture of readdirSync(inRoot("docs")).filter((name) => PICTURES.test(`docs/${name}`))) {
    copyFileSync(inRoot("docs", picture), path.join(folder, "assets", picture));
  }
  for (const { file, to } of filesOf(exports)) write(to, readFileSync(inRoot(file)));
  if (hasRustdoc()) cpSync(RUSTDOC, path.join(folder, "rust"), { recursive: true, filter: (name) => !name.endsWith(".lock") });
  return pages;
}
