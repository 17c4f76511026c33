// Builds the page: www/ into dist/www. Names carry no hash: the page is served from loopback or copied as a folder.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { transform } from "esbuild";
import { transform as transformStyle } from "lightningcss";
import { minify } from "terser";
import webpack from "webpack";

const root = import.meta.dirname;
const www = path.join(root, "www");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** Copies the files that the page's script does not import. */
class StaticFiles {
  /** @param {Record<string, string>} files name in the built page → name in www */
  constructor(files) {
    this.files = Object.entries(files);
  }

  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("StaticFiles", (compilation) => {
      // After what is compiled has been shrunk: these stay as they are written.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE;
      compilation.hooks.processAssets.tapPromise({ name: "StaticFiles", stage }, async () => {
        for (const [name, source] of this.files) {
          const file = path.join(www, source);
          compilation.fileDependencies.add(file);
          compilation.emitAsset(name, new webpack.sources.RawSource(await readFile(file)));
        }
      });
    });
  }
}

/** The oldest browser that the page and the single file run in: scripts and styles are compiled to it, the libraries' too. */
const OLDEST = { script: "chrome80", style: { chrome: 80 << 16 } };

/** Shrinks scripts and styles, and writes newer syntax as the oldest browser knows it. */
class ForOldest {
  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    compiler.hooks.compilation.tap("ForOldest", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
      compilation.hooks.processAssets.tapPromise({ name: "ForOldest", stage }, async (assets) => {
        for (const name of Object.keys(assets)) {
          const source = String(assets[name].source());
          const kept = (/** @type {string | Uint8Array} */ code) =>
            compilation.updateAsset(name, new webpack.sources.RawSource(Buffer.from(code)));
          if (name.endsWith(".css")) {
            kept(transformStyle({ filename: name, code: Buffer.from(source), minify: true, targets: OLDEST.style }).code);
          } else if (name.endsWith(".js")) {
            // terser finds more that nobody uses; esbuild knows which browser has which syntax.
            const { code = "" } = await minify(source, { ecma: 2020, format: { comments: false } });
            kept((await transform(code, { target: OLDEST.script, minify: true, charset: "utf8" })).code);
          }
        }
      });
    });
  }
}

/** What the page carries of others, each with its licence: `licences.txt`. */
class Licences {
  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("Licences", (compilation) => {
      /** @type {Set<string>} */
      const folders = new Set();
      compilation.hooks.finishModules.tap("Licences", (modules) => {
        for (const module of modules) {
          const { resource = "" } = /** @type {import("webpack").NormalModule} */ (module);
          const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(resource);
          if (found) folders.add(found[0]);
        }
      });
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "Licences", stage }, async () => {
        const parts = [];
        for (const folder of Array.from(folders).sort()) {
          const { name, version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
          const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
          if (!file) throw new Error(`${name} has no file that says its licence`);
          parts.push(`${name} ${version} (${license})\n\n${(await readFile(path.join(folder, file), "utf8")).trim()}\n`);
        }
        compilation.emitAsset("licences.txt", new webpack.sources.RawSource(parts.join("\n\n")));
      });
    });
  }
}

/** The service worker, told the files of this version, each with the hash that it must have. */
class ServiceWorker {
  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ServiceWorker", (compilation) => {
      const file = path.join(www, "offline", "service-worker.js");
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tapPromise({ name: "ServiceWorker", stage }, async (assets) => {
        compilation.fileDependencies.add(file);
        // The page itself never reads the licences.
        const names = Object.keys(assets).filter((name) => name !== "licences.txt").sort();
        const files = names.map((name) => {
          const hash = createHash("sha256").update(/** @type {Buffer | string} */ (assets[name].source())).digest("base64");
          return [name === "index.html" ? "" : name, `sha256-${hash}`];
        });
        const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
        const define = { GANGMU_FILES: JSON.stringify({ version, files }) };
        const { code } = await transform(await readFile(file, "utf8"), { define, target: OLDEST.script, minify: true, charset: "utf8" });
        compilation.emitAsset("service-worker.js", new webpack.sources.RawSource(code));
      });
    });
  }
}

/** @type {import("webpack").Configuration} */
export default {
  mode: "production",
  context: root,
  target: ["web", "es2020"],
  entry: { page: "./www/page.js" },
  output: {
    path: path.join(root, "dist/www"),
    filename: "[name].js",
    cssFilename: "[name].css",
    assetModuleFilename: "[name][ext]",
    // Beside the document: an inline script, as in the single file, has no address of its own.
    publicPath: "",
    clean: true,
  },
  module: {
    rules: [
      { test: /\.txt$/, type: "asset/source" },
      // The style of a document that leaves the page is text here: it goes into the document.
      { test: /\.css$/, resourceQuery: /^\?text$/, type: "asset/source" },
      // package.json says that the package's modules have no side effects; these are.
      { test: /[\\/]offline[\\/]fill\.js$/, sideEffects: true },
      { test: /\.css$/, resourceQuery: { not: [/^\?text$/] }, type: "css", sideEffects: true },
    ],
  },
  experiments: { css: true },
  optimization: {
    minimizer: [new ForOldest()],
    splitChunks: {
      cacheGroups: {
        // The editor is the larger part and changes seldom: a file of its own, so that its size is seen.
        editor: { test: /[\\/]node_modules[\\/]/, name: "editor", chunks: "all", enforce: true },
      },
    },
  },
  plugins: [
    new StaticFiles({
      "index.html": "index.html",
      "icon.svg": "icon.svg",
      "icon-192.png": "offline/icon-192.png",
      "icon-512.png": "offline/icon-512.png",
      "manifest.webmanifest": "offline/manifest.webmanifest",
      "first.js": "offline/first.js",
    }),
    new Licences(),
    new ServiceWorker(),
    new webpack.DefinePlugin({ GANGMU_VERSION: JSON.stringify(version) }),
  ],
  performance: { hints: false },
};
