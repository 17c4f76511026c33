/** The crate's pages as rustdoc makes them: every public item has an example. That the examples run is tested by cargo. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { inRoot, must } from "../scripts/run.mjs";

/** What rustdoc makes of a block of code that is Rust. */
const EXAMPLE = 'class="rust rust-example-rendered"';

/** @type {string} */
let folder;
/** The page of each item by its path: `struct.Span.html`. @type {Map<string, string>} */
const pages = new Map();

before(async () => {
  const settings = { env: { RUSTDOCFLAGS: "-D warnings" } };
  await must("cargo", ["doc", "--locked", "--no-deps", "--lib", "--features", "serde,counted-work"], settings);
  const { stdout } = await must("cargo", ["metadata", "--locked", "--no-deps", "--format-version", "1"]);
  folder = path.join(JSON.parse(stdout).target_directory, "doc", "gangmu");
  for (const [, page] of readFileSync(path.join(folder, "all.html"), "utf8").matchAll(/<a href="([^"/]+\.html)">/g)) {
    pages.set(page, readFileSync(path.join(folder, page), "utf8"));
  }
});

/** The words about the item itself, before its fields, variants and methods. @param {string} page */
const about = (page) => page.slice(page.indexOf('item-decl">')).split(/<h2 id="[\w-]+" class="[^"]*section-header"/)[0];

/** Its own methods and constants, each with the words about it. @param {string} page */
function members(page) {
  const [, own = ""] = page.split('<h2 id="implementations"');
  const [inherent] = own.split('<h2 id="trait-implementations"');
  const starts = [...inherent.matchAll(/<section id="(?:method|associatedconstant)\.(\w+)"/g)];
  return starts.map(({ index, 1: name }, place) => ({ name, words: inherent.slice(index, starts[place + 1]?.index) }));
}

test("everything that the crate shows has a page", () => {
  const shown = [...readFileSync(inRoot("src", "lib.rs"), "utf8").matchAll(/^pub use \w+::(?:\{([^}]*)\}|(\w+));/gm)];
  const names = shown.flatMap(([, several, one]) => (several ?? one).split(",").map((name) => name.trim())).filter(Boolean);
  assert.ok(names.length > 40, "lib.rs was read");
  const paged = [...pages.keys()].map((page) => page.split(".")[1]);
  assert.deepStrictEqual(names.filter((name) => !paged.includes(name)), []);
  assert.ok(paged.includes("parse") && paged.includes("parse_with"));
  assert.equal(readdirSync(folder).filter((name) => /^\w+\.\w+\.html$/.test(name)).length, pages.size, "and all.html names every page");
});

test("every public item has an example", () => {
  const without = [...pages].filter(([, page]) => !about(page).includes(EXAMPLE)).map(([name]) => name);
  assert.deepStrictEqual(without, []);
  assert.ok(readFileSync(path.join(folder, "index.html"), "utf8").includes(EXAMPLE), "and the front page");
});

test("so has every method and every constant", () => {
  const all = [...pages].flatMap(([name, page]) => members(page).map((member) => ({ ...member, name: `${name} ${member.name}` })));
  assert.ok(all.length > 80, `${all.length} members were found`);
  assert.deepStrictEqual(all.filter(({ words }) => !words.includes(EXAMPLE)).map(({ name }) => name), []);
});
