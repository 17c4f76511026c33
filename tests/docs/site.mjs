/** The documentation as files: every link leads somewhere, and what is documented is all there. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { declarationsOf } from "../../scripts/docs/declarations.mjs";
import { laidOut } from "../../scripts/docs/layout.mjs";
import { PAPERS } from "../../scripts/docs/papers.mjs";
import { filesUnder } from "../../scripts/freshness.mjs";
import { inRoot } from "../../scripts/run.mjs";
import { files, KNOWN_MISSES, optionsOf } from "../spec/cases.mjs";
import { parse } from "../../js/node.js";

const SITE = inRoot("dist", "docs");

/** Every page but rustdoc's, which has a check of its own. */
const pages = filesUnder(SITE).filter((file) => file.endsWith(".html") && !file.startsWith(path.join(SITE, "rust")));
/** @type {Map<string, string>} */
const sources = new Map();
/** @param {string} file */
function sourceOf(file) {
  const source = sources.get(file) ?? readFileSync(file, "utf8");
  sources.set(file, source);
  return source;
}
/** @type {Map<string, Set<string>>} */
const anchors = new Map();
/** @param {string} file */
function anchorsOf(file) {
  const known = anchors.get(file) ?? new Set([...sourceOf(file).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  anchors.set(file, known);
  return known;
}
/** @param {string} words */
const plain = (words) => words.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
/** @param {string} name */
const page = (name) => sourceOf(path.join(SITE, name));

test("every link and every file that a page names is there, its anchor too", () => {
  assert.ok(pages.length > 50, `${pages.length} pages`);
  /** @type {string[]} */
  const broken = [];
  let checked = 0;
  for (const file of pages) {
    for (const [, address] of sourceOf(file).matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^(https?|mailto|data):/.test(address)) continue;
      const [name, anchor] = plain(address).split("#");
      const target = name === "" ? file : path.join(path.dirname(file), decodeURIComponent(name));
      checked++;
      if (!existsSync(target)) broken.push(`${path.relative(SITE, file)}: ${address}`);
      else if (anchor && target.endsWith(".html") && target.startsWith(SITE) && !target.startsWith(path.join(SITE, "rust")) && !anchorsOf(target).has(decodeURIComponent(anchor))) {
        broken.push(`${path.relative(SITE, file)}: ${address} has no such anchor`);
      }
    }
  }
  assert.deepStrictEqual(broken, []);
  assert.ok(checked > 5000, `${checked} links`);
});

test("every page has one title, one heading of the first level, and no name twice", () => {
  for (const file of pages.filter((file) => !file.includes(`${path.sep}run${path.sep}`))) {
    const source = sourceOf(file);
    const ids = [...source.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.deepStrictEqual(ids.filter((id, index) => ids.indexOf(id) !== index), [], file);
    assert.equal((source.match(/<h1[ >]/g) ?? []).length, 1, file);
    assert.doesNotMatch(source.replace(/<(pre|code)\b[^]*?<\/\1>/g, ""), /undefined|\[object|NaN(?!\w)/, file);
  }
});

test("where the page is can be said: beside the site unless told, or at an address", () => {
  const each = { path: "spec/x.html", title: "x", section: "spec/index.html", main: '<a href="page:#text=1">1</a> <a href="~/rules.html">r</a>' };
  const made = (/** @type {string} */ playground) => laidOut(each, { pages: [each], playground, version: "0" });
  assert.match(made("../gangmu.html"), /<a href="\.\.\/\.\.\/gangmu\.html#text=1">1<\/a> <a href="\.\.\/rules\.html">/);
  assert.match(made("https://gangmu.example/"), /<a href="https:\/\/gangmu\.example\/#text=1">/);
});

test("nothing on the site comes from elsewhere", () => {
  for (const file of pages) assert.doesNotMatch(sourceOf(file), /<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//, file);
  assert.doesNotMatch(readFileSync(path.join(SITE, "assets", "style.css"), "utf8"), /url\((?!['"]?data:)/);
});

for (const { file, cases } of files()) {
  test(`the cases of ${file}: each with its text, its reading, and a link that carries it`, () => {
    const source = page(`spec/${file.replace(".txt", ".html")}`);
    const sections = source.split('<section class="case"').slice(1);
    assert.equal(sections.length, cases.length);
    for (const [index, { name, text, expected }] of cases.entries()) {
      const section = sections[index];
      assert.ok(plain(section.replace(/<[^>]*>/g, "")).includes(name), name);
      const carried = /href="[^"]*#text=([^"]*)"/.exec(section);
      assert.equal(carried ? decodeURIComponent(plain(carried[1])) : "", text.trim() === "" ? "" : text, name);
      const rows = section.match(/<li[ >]/g) ?? [];
      assert.ok(rows.length >= expected.length, `${name}: ${rows.length} rows for ${expected.length} lines`);
      // What is marked in the text is what was read.
      if (file === KNOWN_MISSES || !expected.some((line) => line.startsWith("figure "))) continue;
      const report = parse(text, optionsOf(expected));
      const spans = section.match(/<span class="[^"]*mark-figure[^"]*"/g) ?? [];
      assert.ok(spans.length >= report.figures.length, `${name}: ${spans.length} marks for ${report.figures.length} figures`);
    }
  });
}

test("every paper of the project is a page", () => {
  const papers = readdirSync(inRoot("docs")).filter((name) => name.endsWith(".md"));
  const pages = PAPERS.map(({ file }) => path.posix.basename(file));
  // The rules have a page of their own, made from the same table.
  assert.deepStrictEqual(papers.filter((name) => name !== "rules.md" && !pages.includes(name)), []);
});

test("every rule has an anchor of its name, its clause, and its example with the place marked", async () => {
  const { RULES } = await import("../../dist/rules.js");
  const source = page("rules.html");
  for (const { name, clause, chinese, example } of RULES) {
    const [, section] = source.split(`<h3 id="${name}">`);
    assert.ok(section, name);
    const own = plain(section.split("<h3 ")[0]);
    assert.ok(own.includes(chinese) && (clause === null || own.includes(clause)), name);
    if (example) assert.match(own, /mark-finding/, name);
  }
});

test("every entry of the package is there, each export and each field with a sentence", () => {
  const { exports } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  const types = [...new Set([...JSON.stringify(exports).matchAll(/"types":"\.\/(js\/[\w-]+\.d\.ts)"/g)].map(([, file]) => file))];
  assert.ok(types.includes("js/gangmu.d.ts"));
  const index = page("api/index.html");
  for (const entry of Object.keys(exports)) if (entry !== "./package.json") assert.ok(index.includes(`gangmu${entry.slice(1)}`), entry);
  /** @type {string[]} */
  const silent = [];
  for (const file of types) {
    const name = file.replace("js/", "api/").replace(".d.ts", ".html");
    const source = page(name);
    const { declarations } = declarationsOf(file);
    // Nothing that the file exports by another way of writing is passed over.
    const exported = readFileSync(inRoot(file), "utf8").match(/^export (?:declare )?(?:function|interface|type|class|const) \w+/gm) ?? [];
    assert.equal(new Set(exported.map((each) => each.split(" ").at(-1))).size, declarations.length, file);
    for (const { name, members } of declarations) {
      assert.ok(anchorsOf(path.join(SITE, file.replace("js/", "api/").replace(".d.ts", ".html"))).has(name), name);
      const section = source.split(`<h2 id="${name}">`)[1].split('<section class="declaration">')[0];
      if (!/<\/h2>\n<p>\S/.test(section)) silent.push(name);
      for (const member of members) {
        const said = section.split(`<dt id="${name}.${member.name}">`)[1]?.split("<dd>")[1] ?? "";
        if (!/^<(p|ul)>/.test(said) || member.doc === "") silent.push(`${name}.${member.name}`);
      }
    }
  }
  assert.deepStrictEqual(silent, []);
});

test("the list of the search names places that are there", () => {
  const source = readFileSync(path.join(SITE, "assets", "index.js"), "utf8");
  /** @type {[string, [string, string, string][]][]} */
  const index = JSON.parse(source.replace(/^gangmuIndex\(|\);\n$/g, ""));
  let places = 0;
  for (const [name, entries] of index) {
    const known = anchorsOf(path.join(SITE, name));
    for (const [words, , anchor] of entries) {
      assert.ok(words.length > 0 && (anchor === "" || known.has(anchor)), `${name}#${anchor}`);
      places++;
    }
  }
  assert.ok(places > 1700, `${places}`);
});
