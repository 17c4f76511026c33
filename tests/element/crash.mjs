/** A trap in a page: Chromium before 115 makes no new instance at once, but soon. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { html, open, until, write } from "../element-pages.mjs";
import { BAD, fragile } from "../fragile.mjs";

before(() => {
  write("fragile.wasm", fragile());
  write("crash.html", html(`<script type="module" src="/crash.js"></script>`));
  write(
    "crash.js",
    // Chromium 80 knows no await outside of functions.
    `import { load, parse } from "./js/lazy.js";
const said = [];
const read = (text) => {
  try {
    said.push(parse(text).figures.length);
  } catch (error) {
    said.push(error.code);
  }
};
load("/fragile.wasm").then(async () => {
  for (let round = 0; round < 3; round++) {
    read("全年开展培训12次。");
    read("${BAD}");
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  window.said = said;
});`,
  );
});

for (const version of /** @type {const} */ (["80", "today"])) {
  test(`a trap in Chromium ${version}: an error with a code, and the next call works`, async () => {
    const page = await open("crash.html", { version });
    const said = await until(page, () => /** @type {any} */ (window).said, Boolean);
    assert.deepStrictEqual(said, [1, "crashed", 1, "crashed", 1, "crashed"]);
  });
}
