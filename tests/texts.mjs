/** The texts that several tests read: odd ones of their own, the trial reports, and whatever the named cases hold. */
import { readdirSync, readFileSync } from "node:fs";

/** @param {string} folder */
const textsIn = (folder) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => ({ name: `${folder}${name}`, text: readFileSync(new URL(folder + name, import.meta.url), "utf8") }));

/** @param {string} name In `tests/texts`. */
export const ownText = (name) => readFileSync(new URL(`texts/${name}`, import.meta.url), "utf8");

/** @type {{ name: string, text: string }[]} */
export const TEXTS = [
  { name: "nothing", text: "" },
  { name: "one unit", text: "\uD800" },
  { name: "made words and words of the text", text: "二〇二一年三月，县城乡居民收入分别增长4.4%、5.6%。\u0000\u2028\"\\" },
  ...textsIn("texts/"),
  ...textsIn("trials/reports/"),
  ...textsIn("spec/"),
];
