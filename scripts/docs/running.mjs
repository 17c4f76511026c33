/**
 * The recipes' programs made to run on the site, from a disk too: bundled into classic scripts, which browsers load from a file
 * where they refuse modules. Gangmu itself is one script for all of them, `assets/gangmu.js`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { inRoot } from "../run.mjs";
import { FOLDER } from "./recipes.mjs";

/** The entries with the core, taken from the script beside the bundle. @type {import("esbuild").Plugin} */
const fromGlobal = {
  name: "from-global",
  setup(build) {
    build.onResolve({ filter: /^gangmu(\/lazy|\/inline)?$|\/lazy\.js$/ }, ({ path: name, importer }) =>
      name.startsWith("gangmu") || importer.startsWith(inRoot("js")) ? { path: "gangmu", namespace: "global" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "global" }, () => ({ contents: "module.exports = globalThis.gangmu;", loader: "js" }));
  },
};

/** @type {import("esbuild").BuildOptions} */
const COMMON = { bundle: true, minify: true, write: false, charset: "utf8", legalComments: "eof", loader: { ".ttf": "dataurl" }, logLevel: "warning" };

/**
 * A module as a classic script: it may wait at its top, and its address is the page's.
 *
 * @param {string} entry
 */
async function classic(entry) {
  const { outputFiles = [] } = await build({
    ...COMMON,
    entryPoints: [entry],
    outfile: "main.js",
    format: "esm",
    target: "es2022",
    plugins: [fromGlobal],
    define: { "import.meta.url": "document.baseURI" },
  });
  const style = outputFiles.find(({ path }) => path.endsWith(".css"));
  const script = outputFiles.find(({ path }) => path.endsWith(".js"));
  return { script: `(async () => {\n${script?.text}})();\n`, style: style?.text };
}

/** A worker: no page beside it, so it carries Gangmu itself. @param {string} entry */
async function worker(entry) {
  const { outputFiles = [] } = await build({ ...COMMON, entryPoints: [entry], outfile: "worker.js", format: "iife", target: "es2022", conditions: ["browser"] });
  return outputFiles[0].text;
}

/**
 * The files of a recipe's page, by name.
 *
 * @param {string} name
 * @returns {Promise<Map<string, string>>}
 */
export async function running(name) {
  const folder = path.join(FOLDER, name);
  /** @type {Map<string, string>} */
  const files = new Map();
  let html = readFileSync(path.join(folder, "index.html"), "utf8");
  const main = /<script type="module" src="([\w.-]+)"><\/script>/.exec(html);
  if (!main) throw new Error(`docs/recipes/${name}/index.html has no <script type="module" src="…"></script>`);
  const entry = path.join(folder, main[1]);
  const { script, style } = await classic(entry);
  files.set(main[1], script);
  const linked = [...html.matchAll(/<link rel="stylesheet" href="([\w.-]+)">/g)];
  for (const [, sheet] of linked) files.set(sheet, readFileSync(path.join(folder, sheet), "utf8"));
  const bundled = style === undefined ? "" : '<link rel="stylesheet" href="bundle.css">\n';
  if (style !== undefined) files.set("bundle.css", style);
  const scripts = `<link rel="icon" href="../../../assets/icon.svg">\n${bundled}<script defer src="../../../assets/gangmu.js"></script>\n<script defer src="${main[1]}"></script>`;
  html = html.replace(main[0], () => scripts);
  files.set("index.html", html);
  for (const [, file] of readFileSync(entry, "utf8").matchAll(/["'](?:\.\/)?([\w-]*worker\.js)["']/g)) {
    files.set(file, await worker(path.join(folder, file)));
  }
  return files;
}
