/**
 * What of the npm package is made from other parts of it: the wasm as a script (`gangmu/inline`, and the one file for a
 * `<script src>`), and what `require` gets, with its types.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { inRoot, stage } from "./run.mjs";
import { filesUnder, unlessFresh } from "./freshness.mjs";

/** The entries that Node can `require`, with what they are made of. `lazy` is `gangmu` there: nothing has to be waited for. */
const REQUIRED = { gangmu: "js/node.js", places: "js/places.js", mark: "js/mark.js", element: "js/element.js", rules: "dist/rules.js" };

/** The element asks for the entry that the program around it would get. @type {import("esbuild").Plugin} */
const BY_ENTRY = {
  name: "by entry",
  setup: ({ onResolve }) => onResolve({ filter: /\/lazy\.js$/ }, () => ({ path: "gangmu/lazy", external: true })),
};

/** @param {string} name @param {string} contents */
function write(name, contents) {
  mkdirSync(path.dirname(inRoot(name)), { recursive: true });
  writeFileSync(inRoot(name), contents);
}

/** The wasm as a module of words, and the whole of Gangmu as one classic script that `require` takes as well. */
async function inline() {
  const packed = gzipSync(readFileSync(inRoot("dist/wasm/gangmu_bg.wasm")), { level: 9 }).toString("base64");
  write("dist/inline/wasm.js", `/** The wasm, packed with gzip, in base64. */\nexport default ${JSON.stringify(packed)};\n`);
  const { build } = await import("esbuild");
  await build({
    entryPoints: [inRoot("js/inline.js")],
    outfile: inRoot("dist/script/gangmu.js"),
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "gangmu",
    target: "chrome80",
    charset: "utf8",
    footer: { js: 'if (typeof module === "object" && module.exports) module.exports = gangmu;' },
  });
  // The package is one of modules; this script is none.
  write("dist/script/package.json", '{ "type": "commonjs" }\n');
}

/** CommonJS for Node. */
async function required() {
  const { build } = await import("esbuild");
  for (const [name, entry] of Object.entries(REQUIRED)) {
    await build({
      entryPoints: [inRoot(entry)],
      outfile: inRoot(`dist/cjs/${name}.cjs`),
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      plugins: [BY_ENTRY],
      charset: "utf8",
      // As if they lay where the modules lie: they look for the wasm from there.
      banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(require("node:path").join(__dirname, "../../js/node.js")).href;' },
      define: { "import.meta.url": "importMetaUrl" },
    });
  }
  for (const file of filesUnder(inRoot("js")).filter((name) => name.endsWith(".d.ts"))) {
    const types = readFileSync(file, "utf8").replace(/(from "\.\/[^"]+)\.d\.ts"/g, '$1.d.cts"');
    write(`dist/cjs/${path.basename(file, ".d.ts")}.d.cts`, types);
  }
}

export async function entries() {
  const inputs = ["js", "dist/wasm", "dist/rules.js", "scripts/entries.mjs", "package.json"];
  const outputs = ["dist/inline/wasm.js", "dist/script/gangmu.js", "dist/cjs/gangmu.cjs", "dist/cjs/gangmu.d.cts"];
  await unlessFresh("entries", { inputs, outputs }, () =>
    stage("the package's other entries", "1 s", async () => {
      for (const folder of ["inline", "script", "cjs"]) rmSync(inRoot("dist", folder), { recursive: true, force: true });
      await inline();
      await required();
    }),
  );
}
