// Builds the page: www/ into dist/www. Names carry no hash: the page is served from loopback or copied as a folder.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import webpack from "webpack";

const root = import.meta.dirname;
const www = path.join(root, "www");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** Copies the files that the page's script does not import. */
class StaticFiles {
  /** @param {string[]} names */
  constructor(names) {
    this.names = names;
  }

  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("StaticFiles", (compilation) => {
      compilation.hooks.processAssets.tapPromise("StaticFiles", async () => {
        for (const name of this.names) {
          const file = path.join(www, name);
          compilation.fileDependencies.add(file);
          compilation.emitAsset(name, new webpack.sources.RawSource(await readFile(file)));
        }
      });
    });
  }
}

/** @type {import("webpack").Configuration} */
export default {
  mode: "production",
  context: root,
  // Chromium 80 and later.
  target: ["web", "es2020"],
  entry: { page: "./www/page.js" },
  output: {
    path: path.join(root, "dist/www"),
    filename: "[name].js",
    cssFilename: "[name].css",
    assetModuleFilename: "[name][ext]",
    clean: true,
  },
  module: {
    rules: [
      { test: /\.txt$/, type: "asset/source" },
      // The style of a document that leaves the page is text here: it goes into the document.
      { test: /\.css$/, resourceQuery: /^\?text$/, type: "asset/source" },
      // package.json says that the package's modules have no side effects; the page's style is one.
      { test: /\.css$/, resourceQuery: { not: [/^\?text$/] }, type: "css", sideEffects: true },
    ],
  },
  experiments: { css: true },
  optimization: {
    splitChunks: {
      cacheGroups: {
        // The editor is the larger part and changes seldom: a file of its own, so that its size is seen.
        editor: { test: /[\\/]node_modules[\\/]/, name: "editor", chunks: "all", enforce: true },
      },
    },
  },
  plugins: [new StaticFiles(["index.html", "icon.svg"]), new webpack.DefinePlugin({ GANGMU_VERSION: JSON.stringify(version) })],
  performance: { hints: false },
};
