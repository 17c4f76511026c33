/**
 * The files of the specification as the tests and the documentation read them. `README.md` beside this file says how a
 * case is written.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

/** @import { Options, Rule } from "../../js/gangmu.d.ts" */

/**
 * @typedef {{ file: string, name: string, text: string, expected: string[] }} Case
 * @typedef {{ about: string, cases: Case[] }} Part The cases under one line of prose; "" where none stands over them.
 * @typedef {{ file: string, title: string, prose: string, parts: Part[], cases: Case[] }} Family A file.
 */

const FOLDER = new URL("./", import.meta.url);

/** Cases that are known to fail; one that passes must leave this file. */
export const KNOWN_MISSES = "known-misses.txt";

/** @param {string} words */
export const unescape = (words) =>
  words
    .replace(/\\u\{([0-9A-Fa-f]+)\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\\([rnt])/g, (_, letter) => ({ r: "\r", n: "\n", t: "\t" })[/** @type {"r"} */ (letter)]);

/** What cannot be seen, made visible: as the files write it. @param {string} words */
export const escape = (words) =>
  words.replace(/[\r\n\t\uFEFF\u00A0\u3000]/g, (ch) =>
    ({ "\r": "\\r", "\n": "\\n", "\t": "\\t" })[ch] ?? `\\u{${ch.charCodeAt(0).toString(16).toUpperCase()}}`,
  );

/** @param {string} file @returns {Family} */
function familyOf(file) {
  const [opening, ...blocks] = readFileSync(new URL(file, FOLDER), "utf8").split(/^=== /m);
  const [first, ...prose] = opening.trim().split("\n");
  /** @type {Part[]} */
  const parts = [{ about: "", cases: [] }];
  for (const block of blocks) {
    const [name, ...lines] = block.split("\n");
    const rule = lines.indexOf("---");
    assert.notEqual(rule, -1, `${file}: the case "${name}" has no line ---`);
    const below = lines.slice(rule + 1).filter((line) => line.trim() !== "");
    const expected = below.filter((line) => !line.startsWith("#"));
    const each = { file, name: name.trim(), text: unescape(lines.slice(0, rule).join("\n")), expected };
    parts[parts.length - 1].cases.push(each);
    // Prose between two cases is about those that follow.
    const about = below.filter((line) => line.startsWith("#")).map((line) => line.replace(/^#+ */, ""));
    if (about.length > 0) parts.push({ about: about.join(" "), cases: [] });
  }
  assert.match(first, /^# /, `${file} has no title`);
  return {
    file,
    title: first.slice(2),
    prose: prose.join("\n").trim(),
    parts,
    cases: parts.flatMap(({ cases }) => cases),
  };
}

/** Every file, by name. */
export const files = () => readdirSync(FOLDER).filter((file) => file.endsWith(".txt")).sort().map(familyOf);

/** What the lines `with KEY VALUE` of a case say beside the text. @param {string[]} expected */
export function optionsOf(expected) {
  /** @type {Options & { units: string[], names: string[], patterns: string[], rulesOn: Rule[] }} */
  const options = { units: [], names: [], patterns: [], rulesOn: [] };
  for (const line of expected.filter((line) => line.startsWith("with "))) {
    const [, key, ...rest] = line.split(" ");
    const value = rest.join(" ");
    if (key === "year") options.year = Number(value);
    else if (key === "profile") options.profile = /** @type {"strict"} */ (value);
    else if (key === "language") options.language = /** @type {"en"} */ (value);
    else if (key === "rule") options.rulesOn.push(/** @type {Rule} */ (value));
    else if (key === "unit") options.units.push(value);
    else if (key === "name") options.names.push(value);
    else if (key === "pattern") options.patterns.push(value);
    else assert.fail(`there is no option ${key}`);
  }
  return options;
}
