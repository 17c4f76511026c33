/**
 * What Gangmu calls a heading, a figure, a finding: a page for each file of `tests/spec`, its cases as a reader sees them.
 *
 * @import { Case, Family } from "../../tests/spec/cases.mjs"
 * @import { Page } from "./html.mjs"
 */
import { parse } from "../../js/node.js";
import { files, KNOWN_MISSES, optionsOf, unescape } from "../../tests/spec/cases.mjs";
import { chinese, escape, hasChinese, heading, slug, tryIt } from "./html.mjs";
import { markdown } from "./markdown.mjs";
import { marked, MARKS } from "./reading.mjs";

/** The order in which a newcomer reads; what is not named here follows by name. */
const FIRST = [
  "numerals", "not-a-figure", "units", "hedges", "ranges-and-lists", "change", "when", "what-is-counted", "counted-in-context", "courts-and-offices", "headings", "items", "roles", "dates",
  "citations", "metadata", "noise", "damaged", "own-words", "relations", "claims", "numbering", "parts", "date-forms", "number-forms", "punctuation",
  "wording", "privacy", "messages",
];
const LAST = ["regressions", "known-misses"];

/** The type of the report that a kind of line is about. @type {Record<string, string>} */
const TYPES = {
  figure: "Figure", heading: "Heading", item: "Item", date: "DateMention", citation: "Citation", noise: "Noise", ignored: "Ignored",
  passage: "Passage", meta: "Metadata", finding: "Finding", relation: "Relation",
};

/** The kind of line that a plural (`no figures`) is about. @param {string} plural */
const singular = (plural) => ({ noise: "noise", ignored: "ignored", metadata: "meta" })[plural] ?? plural.replace(/s$/, "");

/** @param {string} kind */
const kindLink = (kind) => `<a class="kind" href="~/api/gangmu.html#${TYPES[kind]}">${kind}</a>`;

/** Words that may be Chinese. @param {string} words */
const words = (words) => (hasChinese(words) ? chinese(words) : escape(words));

/** @param {string} rule */
const ruleLink = (rule) => `<a href="~/rules.html#${escape(rule)}"><code>${escape(rule)}</code></a>`;

/** What a line behind its kind says. @type {Record<string, (rest: string) => string>} */
const SAYS = {
  figure(rest) {
    const [quoted, worth] = rest.split(" = ");
    return `${chinese(quoted, "q")} <span class="worth">${words(worth)}</span>`;
  },
  item(rest) {
    const [marker, number] = rest.split(" ");
    return `${chinese(marker, "q")} <span class="worth">${escape(number)}</span>`;
  },
  date(rest) {
    const [quoted, iso] = rest.split(" = ");
    return `${chinese(quoted, "q")} <span class="worth">${iso === "-" ? "year not known" : escape(iso)}</span>`;
  },
  meta(rest) {
    const [key, ...value] = rest.split(" ");
    return `<a href="~/api/gangmu.html#Metadata.${escape(key)}">${escape(key)}</a> ${value.join(" ") === "-" ? "not stated" : chinese(value.join(" "), "q")}`;
  },
  finding(rest) {
    const [rule, ...quoted] = rest.split(" ");
    return `${ruleLink(rule)} ${chinese(quoted.join(" "), "q")}`;
  },
};
for (const kind of ["noise", "ignored", "passage", "relation"]) {
  SAYS[kind] = (rest) => {
    const [name, ...quoted] = rest.split(" ");
    const each = kind === "relation" && name !== "claim" ? quoted : [quoted.join(" ")];
    return `<b>${escape(name)}</b> ${each.map((part) => chinese(part, "q")).join(" ")}`;
  };
}
SAYS.citation = (rest) => {
  const end = rest.lastIndexOf("》") + 1;
  const number = rest.slice(end).trim();
  return `${chinese(rest.slice(0, end), "q")}${number ? ` <span class="worth">${chinese(number)}</span>` : ""}`;
};

/** @param {string[]} attributes */
const attributesOf = (attributes) =>
  attributes
    .map((attribute) => {
      const [name, ...value] = attribute.split(" ");
      const answers = value.join(" ").split(" / ").map((answer) => (name === "of" || hasChinese(answer) ? chinese(answer) : escape(answer)));
      return ` <span class="attribute"><i>${escape(name)}</i> ${answers.join(" <i>or</i> ")}</span>`;
    })
    .join("");

/** The headings of a case as a tree. @param {string[]} lines */
function tree(lines) {
  let html = "";
  let depth = 0;
  for (const line of lines) {
    const [said, ...attributes] = line.split(" | ");
    const [, level, marker, ...title] = said.split(" ");
    // A report may begin below its top.
    const at = Math.min(Number(level), depth + 1);
    if (at > depth) html += '<ol class="outline"><li>';
    else html += `</li>${"</ol></li>".repeat(depth - at)}<li>`;
    depth = at;
    const lost = /^-\((\d+)\)$/.exec(marker);
    const shown = lost ? `<span class="lost">(${lost[1]})</span>` : marker === "-" ? "" : `<b>${escape(unescape(marker))}</b>`;
    html += `<span lang="zh-CN">${shown}${escape(title.join(" "))}</span>${attributesOf(attributes)}`;
  }
  return html + "</li></ol>".repeat(depth);
}

/** What is read in the text of a case. @param {Case} each */
function reading({ expected }) {
  /** @type {string[]} */
  const rows = [];
  const headings = expected.filter((line) => line.startsWith("heading "));
  for (const line of expected) {
    if (line.startsWith("no finding ")) {
      rows.push(`<li><span class="none">no</span> ${kindLink("finding")} ${ruleLink(line.slice("no finding ".length))}</li>`);
      continue;
    }
    const [kind, ...rest] = line.split(" ");
    if (kind === "no") rows.push(`<li><span class="none">no</span> ${kindLink(singular(rest[0])).replace(/>[a-z]+</, `>${rest[0]}<`)}</li>`);
    else if (kind === "with") rows.push(`<li class="with"><span class="kind">with</span> ${escape(rest[0])} <code>${words(rest.slice(1).join(" "))}</code></li>`);
    else if (kind === "heading") {
      if (line === headings[0]) rows.push(`<li>${kindLink("heading")}${tree(headings)}</li>`);
    } else {
      const [said, ...attributes] = rest.join(" ").split(" | ");
      rows.push(`<li>${kindLink(kind)} ${SAYS[kind](said)}${attributesOf(attributes)}</li>`);
    }
  }
  return `<ul class="read">${rows.join("")}</ul>`;
}

/** @param {Case} each */
function caseHtml(each) {
  const { file, name, text, expected } = each;
  const kinds = new Set(
    expected.map((line) => {
      const [kind, what] = line.split(" ");
      // Where there are no figures, what was left out and why is worth seeing.
      return kind === "no" ? (what === "figures" ? "ignored" : singular(what)) : kind;
    }),
  );
  const report = parse(text, optionsOf(expected));
  const marks = file === KNOWN_MISSES ? [] : [...kinds].flatMap((kind) => MARKS[kind]?.(report) ?? []);
  const shown = text.trim() === "" ? '<blockquote class="report"><span class="unseen">nothing</span></blockquote>' : marked(text, marks);
  const tried = text.trim() === "" ? "" : tryIt(text, name);
  return `<section class="case" id="${slug(name)}"><h3>${words(name)} <a class="anchor" href="#${slug(name)}" aria-label="Link to this case: ${escape(name)}">#</a></h3>
<div class="case-body">${shown}${reading(each)}${tried}</div></section>`;
}

/** @param {Family} family @returns {Page} */
function familyPage({ file, title, prose, parts, cases }) {
  const path = `spec/${file.replace(".txt", ".html")}`;
  /** @type {{ title: string, anchor: string }[]} */
  const contents = [];
  const body = parts.map(({ about, cases }, index) => {
    const anchor = `part-${index}`;
    if (about) contents.push({ title: about, anchor });
    return (about ? heading(2, anchor, words(about)) : "") + cases.map(caseHtml).join("\n");
  });
  const { html } = markdown(prose, { link: (address) => address });
  const main = `<h1>${words(title)}</h1>\n${html}<p class="note">${cases.length} cases from <code>tests/spec/${file}</code>, which are also tests.</p>
<h2 class="aside">Cases</h2>\n${body.join("\n")}`;
  const entries = cases.map(({ name }) => ({ words: name, kind: "case", anchor: slug(name) }));
  return { path, title, section: "spec/index.html", main, contents, entries: [{ words: title, kind: "specification" }, ...entries] };
}

/** @param {string} readme The source of `tests/spec/README.md`. @returns {Page[]} */
export function specification(readme) {
  const place = ({ file = "" }) => {
    const name = file.replace(".txt", "");
    return LAST.includes(name) ? 900 + LAST.indexOf(name) : FIRST.includes(name) ? FIRST.indexOf(name) : 500;
  };
  const families = files().sort((a, b) => place(a) - place(b));
  const pages = families.map(familyPage);
  const rows = families.map(({ title, cases }, index) => `<li><a href="~/${pages[index].path}">${words(title)}</a> <span class="count">${cases.length}</span></li>`);
  const { html, title } = markdown(readme, { link: (address) => address });
  const list = `<ul class="families">${rows.join("\n")}</ul>`;
  // The list of pages stands first; how the files are written is for those who add a case.
  const main = html.replace("</h1>", `</h1>\n<p>Every case is a few lines of a report and what a careful reader finds in them. What is read is marked in the text; a link opens the page with it.</p>\n${list}\n<h2 id="how-a-case-is-written">How a case is written</h2>`);
  const index = { path: "spec/index.html", title, section: "spec/index.html", main, entries: [{ words: title, kind: "specification" }] };
  return [index, ...pages];
}
