/**
 * The frame of every page: plain HTML, one style sheet, one script for the search, nothing from elsewhere.
 *
 * @import { Page } from "./html.mjs"
 */
import { escape, hasChinese } from "./html.mjs";

/** The navigation, the same on every page. */
const SECTIONS = [
  { path: "start.html", chinese: "起步", english: "Start" },
  { path: "spec/index.html", chinese: "规范", english: "Specification" },
  { path: "rules.html", chinese: "规则", english: "Rules" },
  { path: "api/index.html", chinese: "接口", english: "API" },
  { path: "command-line.html", chinese: "命令行", english: "Command line" },
  { path: "recipes/index.html", chinese: "做法", english: "Recipes" },
  { path: "measured.html", chinese: "实测", english: "Measured" },
];

/** @param {string} words */
const inLanguage = (words) => (hasChinese(words) ? `<span lang="zh-CN">${escape(words)}</span>` : escape(words));

/** From a page to the site's folder. @param {string} path */
const upFrom = (path) => "../".repeat(path.split("/").length - 1) || "./";

/**
 * @param {Page} page
 * @param {{ pages: Page[], playground: string, version: string }} site `playground`: the address of the page that opens
 *   with a text, from the site's folder or absolute.
 */
export function laidOut(page, { pages, playground, version }) {
  const { path, title, section, main, contents = [], language = "en" } = page;
  const up = upFrom(path);
  const nav = SECTIONS.map(({ path: to, chinese, english }) => {
    const here = to === path ? ' aria-current="page"' : to === section ? ' aria-current="true"' : "";
    return `<li><a href="~/${to}"${here}><span lang="zh-CN">${chinese}</span> <span lang="en">${english}</span></a></li>`;
  });
  const siblings = pages.filter((each) => each.section === section && each.section !== each.path);
  const beside = siblings.map(
    (each) => `<li><a href="~/${each.path}"${each === page ? ' aria-current="page"' : ""}>${inLanguage(each.title)}</a></li>`,
  );
  const within = contents.map(({ title, anchor }) => `<li><a href="#${escape(anchor)}">${inLanguage(title)}</a></li>`);
  /** @param {string} name @param {string} label @param {string[]} items */
  const list = (name, label, items) =>
    items.length > 0 ? `<nav class="list ${name}" aria-label="${label}"><details open><summary>${label}</summary><ul>${items.join("")}</ul></details></nav>` : "";
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escape(title)} – 纲目 Gangmu</title>
<link rel="icon" type="image/svg+xml" href="~/assets/icon.svg">
<link rel="stylesheet" href="~/assets/style.css">
<script defer src="~/assets/search.js" data-root="${up}"></script>
</head>
<body>
<a class="skip" href="#main">跳到正文 Skip to the text</a>
<header>
<a class="brand" href="~/index.html"><img src="~/assets/icon.svg" width="24" height="24" alt=""><span lang="zh-CN">纲目</span> Gangmu</a>
<nav aria-label="Sections"><ul>${nav.join("")}<li class="to-page"><a href="page:"><span lang="zh-CN">网页</span> <span lang="en">The page</span></a></li></ul></nav>
<div class="search" role="search"><input id="search" type="search" autocomplete="off" spellcheck="false" role="combobox" aria-label="查找 Search" aria-expanded="false" aria-controls="found" aria-autocomplete="list" aria-keyshortcuts="/" placeholder="查找 Search  /" hidden><ul id="found" role="listbox" aria-label="查找 Search" hidden></ul></div>
</header>
<div class="columns">
<div class="side">${list("beside", "本部分 In this section", beside)}${list("within", "本页 On this page", within)}</div>
<main id="main" tabindex="-1">
${main}
</main>
</div>
<footer><p>纲目 Gangmu ${version}. <a href="~/index.html"><span lang="zh-CN">首页</span></a> · <a href="~/papers/changelog.html">Changelog</a> · <a href="~/papers/architecture.html">Architecture</a> · <a href="~/papers/contributing.html">Contributing</a> · MIT or Apache-2.0</p></footer>
</body>
</html>
`;
  const toPage = /^([a-z]+:|\/)/.test(playground) ? playground : up + playground;
  return html
    .replace(/(href|src)="~\//g, `$1="${up === "./" ? "" : up}`)
    .replace(/href="page:/g, `href="${toPage}`);
}
