/**
 * What a visitor downloads: `node scripts/sizes.mjs` prints the table that README shows, and fails above the ledger
 * (`tests/ledger.json`; `npm run ledger` raises it).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { Blocked, inRoot, runMain } from "./run.mjs";

/** How bytes are counted. */
export const WAYS = /** @type {const} */ (["raw", "gzip", "brotli"]);

/**
 * @typedef {Record<typeof WAYS[number], number>} Size
 * @typedef {object} Ledger
 * @property {Record<string, Record<string, number>>} allocations By text and reading; `tests/ledger.rs` writes and checks them.
 * @property {Record<string, Partial<Size>>} limits What the ledger may not be raised above.
 * @property {{ allocations: number, sizes: number }} room The share that a measurement may lie above: compilers differ.
 * @property {Record<string, Size>} sizes
 */

export const LEDGER = inRoot("tests", "ledger.json");

/** @returns {Ledger} */
export const readLedger = () => JSON.parse(readFileSync(LEDGER, "utf8"));

const SCRIPTS = ["dist/wasm/gangmu.js", "js/api.js", "js/loading.js", "js/mistake.js", "js/unpack.js", "js/view.js", "js/lazy.js", "js/web.js"];

/** What a program takes with each entry, minified, without the wasm: `gangmu/inline` has it inside. */
const ENTRIES = {
  "`gangmu`, minified": ["js/web.js"],
  "`gangmu/lazy`, minified": ["js/lazy.js"],
  "`gangmu/inline`, minified": ["js/inline.js"],
  "`gangmu/places`, minified": ["js/places.js"],
  "`gangmu/rules`, minified": ["dist/rules.js"],
  "`gangmu/mark`, minified": ["js/mark.js"],
  "`gangmu/element` with `gangmu/mark`, minified": ["js/element.js", "./lazy.js"],
};

/** What of the built page is no part of it: the browser reads it later, if at all. */
const BESIDE_THE_PAGE = /\.png$|^manifest|^service-worker/;

/** @param {string} file */
const read = (file) => readFileSync(inRoot(file));

/** @param {Buffer[]} pieces Each packed by itself, as a server sends them. @returns {Size} */
function weigh(pieces) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const bytes of pieces) {
    sum.raw += bytes.length;
    sum.gzip += gzipSync(bytes, { level: 9 }).length;
    sum.brotli += brotliCompressSync(bytes, quality).length;
  }
  return sum;
}

/** @param {string} entry @param {string[]} external What others bring along. */
function minified(entry, external) {
  // Not at the top: the steps before this one install it.
  const { buildSync } = /** @type {typeof import("esbuild")} */ (createRequire(import.meta.url)("esbuild"));
  const { outputFiles } = buildSync({ entryPoints: [inRoot(entry)], bundle: true, minify: true, format: "esm", write: false, external });
  return Buffer.from(outputFiles[0].contents);
}

/** Every size, by its name in the ledger. @returns {Record<string, Size>} */
export function measureSizes() {
  /** @type {Record<string, Size>} */
  const sizes = {
    "gangmu_bg.wasm": weigh([read("dist/wasm/gangmu_bg.wasm")]),
    "JavaScript of the package": weigh([Buffer.concat(SCRIPTS.map(read))]),
  };
  for (const [name, [entry, ...external]] of Object.entries(ENTRIES)) sizes[name] = weigh([minified(entry, external)]);
  // `npm run build -- wasm` makes no page.
  if (!existsSync(inRoot("dist", "gangmu.html"))) return sizes;
  const page = readdirSync(inRoot("dist", "www")).filter((name) => !BESIDE_THE_PAGE.test(name));
  const inPage = (/** @type {string} */ name) => read(`dist/www/${name}`);
  sizes["served page without editor.js"] = weigh(page.filter((name) => name !== "editor.js").map(inPage));
  sizes["served page"] = weigh(page.map(inPage));
  sizes["gangmu.html, the single file"] = weigh([read("dist/gangmu.html")]);
  return sizes;
}

/** The table, and what of it is above the ledger. */
export function weighAll() {
  const figure = (/** @type {number} */ bytes) => bytes.toLocaleString("en");
  const { sizes: noted, limits, room } = readLedger();
  const above = [];
  const rows = [];
  for (const [name, size] of Object.entries(measureSizes())) {
    for (const way of WAYS) {
      const most = Math.min((noted[name]?.[way] ?? 0) * (1 + room.sizes), limits[name]?.[way] ?? Infinity);
      if (size[way] > most) above.push(`${name}: ${figure(size[way])} ${way}, at most ${figure(Math.floor(most))}`);
    }
    rows.push(`| ${name} | ${WAYS.map((way) => figure(size[way])).join(" | ")} | ${figure(noted[name]?.brotli ?? 0)} |`);
  }
  const head = ["| bytes | raw | gzip | brotli | in the ledger, brotli |", "| --- | --- | --- | --- | --- |"];
  return { table: [...head, ...rows].join("\n"), above };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    const { table, above } = weighAll();
    console.log(table);
    if (above.length > 0) throw new Blocked(`above tests/ledger.json: ${above.join("; ")} (on purpose? npm run ledger)`);
  });
}
