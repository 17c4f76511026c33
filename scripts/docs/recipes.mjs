/**
 * The recipes: each a folder of `docs/recipes` with its README, its program, and for browsers a page that runs here.
 *
 * A paragraph of the README that is nothing but a link to a file of the folder is that file, shown.
 *
 * @import { Page } from "./html.mjs"
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "../run.mjs";
import { escape } from "./html.mjs";
import { coloured, markdown } from "./markdown.mjs";
import { addressOnSite } from "./papers.mjs";

export const FOLDER = inRoot("docs", "recipes");

/** The names of all of them. */
export const recipeNames = () =>
  readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** Whether it has a page that runs in a browser. @param {string} name */
export const runsInBrowser = (name) => existsSync(path.join(FOLDER, name, "index.html"));

/** @param {string} name @param {string} file */
function fileShown(name, file) {
  const code = readFileSync(path.join(FOLDER, name, file), "utf8").trimEnd();
  return `<figure class="file"><figcaption><code>${escape(file)}</code></figcaption>${coloured(code, path.extname(file).slice(1))}</figure>\n`;
}

/** @param {string} name @param {string} title */
function running(name, title) {
  const [prose, html] = ["README.md", "index.html"].map((file) => readFileSync(path.join(FOLDER, name, file), "utf8"));
  const [, height = "320"] = /<meta name="height" content="(\d+)">/.exec(html) ?? [];
  const served = /needs a server/.test(prose);
  return `<figure class="running"><figcaption><a href="run/index.html">运行 Run it</a>${served ? " (from a server: <code>npm start</code> serves these pages under <code>/docs/</code>)" : ""}</figcaption>
<iframe src="run/index.html" height="${height}" title="${escape(title)}" loading="lazy"></iframe></figure>`;
}

/** @param {string} name @returns {Page} */
function recipe(name) {
  const file = `docs/recipes/${name}/README.md`;
  const rendered = markdown(readFileSync(inRoot(file), "utf8"), {
    link: (address) => addressOnSite(file, address),
    alone: (address) => (/^[\w.-]+$/.test(address) && address !== "README.md" ? fileShown(name, address) : null),
  });
  const { title, html } = rendered;
  // What it does is seen before how.
  const main = runsInBrowser(name) ? html.replace(/<\/h1>\n(<p>.*?<\/p>\n)?/s, (opening) => opening + running(name, title)) : html;
  return { path: `recipes/${name}/index.html`, title, section: "recipes/index.html", main, entries: [{ words: title, kind: "recipe" }] };
}

/** @returns {Page[]} */
export function recipes() {
  const source = readFileSync(path.join(FOLDER, "README.md"), "utf8");
  const { html, title } = markdown(source, { link: (address) => addressOnSite("docs/recipes/README.md", address) });
  // In the order in which the list names them.
  const place = (/** @type {string} */ name) => source.indexOf(`(${name}/README.md)`);
  const pages = recipeNames().sort((a, b) => place(a) - place(b)).map(recipe);
  return [{ path: "recipes/index.html", title, section: "recipes/index.html", main: html, entries: [{ words: "做法 Recipes", kind: "page" }] }, ...pages];
}
