/** Markdown and code as the site shows them. */
import highlighter from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import css from "highlight.js/lib/languages/css";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import MarkdownIt from "markdown-it";
import { escape, slug } from "./html.mjs";

for (const [name, language] of Object.entries({ bash, css, javascript, json, python, rust, sql, typescript, xml })) {
  highlighter.registerLanguage(name, language);
}

/** What a fence or the end of a file's name calls a language. @type {Record<string, string>} */
const LANGUAGES = { js: "javascript", mjs: "javascript", ts: "typescript", html: "xml", sh: "bash", py: "python", rs: "rust", toml: "bash" };

/** @param {string} code @param {string} name A language, or how a file's name ends. */
export function coloured(code, name) {
  const language = LANGUAGES[name] ?? name;
  const html = highlighter.getLanguage(language) ? highlighter.highlight(code, { language }).value : escape(code);
  return `<pre tabindex="0"><code>${html}</code></pre>`;
}

/** @typedef {{ html: string, title: string, contents: { title: string, anchor: string, level: number }[] }} Rendered */

/**
 * @param {string} source
 * @param {{ link: (address: string) => string | null, image?: (address: string) => string, alone?: (address: string) => string | null }} ways
 *   `link`: where an address of the source leads on the site, null where nowhere. `alone`: what stands for a paragraph that is
 *   only a link, null where it stays what it is.
 * @returns {Rendered}
 */
export function markdown(source, { link, image = (address) => address, alone = () => null }) {
  const setter = new MarkdownIt({ html: true, highlight: (code, name) => coloured(code, name) });
  const tokens = setter.parse(source, {});
  /** @type {Rendered["contents"]} */
  const contents = [];
  const anchors = new Map();
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      const title = (tokens[index + 1].children ?? []).map(({ content }) => content).join("");
      const plain = slug(title);
      const met = anchors.get(plain) ?? 0;
      anchors.set(plain, met + 1);
      const anchor = met === 0 ? plain : `${plain}-${met}`;
      token.attrSet("id", anchor);
      contents.push({ title, anchor, level: Number(token.tag.slice(1)) });
    }
    if (token.type !== "inline") continue;
    const parts = token.children ?? [];
    const only = parts.length === 3 && parts[0].type === "link_open" && tokens[index - 1].type === "paragraph_open";
    const instead = only ? alone(String(parts[0].attrGet("href"))) : null;
    if (instead !== null) {
      for (const each of [tokens[index - 1], tokens[index + 1]]) Object.assign(each, { type: "html_block", content: "", tag: "", nesting: 0 });
      Object.assign(token, { type: "html_block", content: instead, children: null });
      continue;
    }
    for (const part of parts) {
      if (part.type === "image") part.attrSet("src", image(String(part.attrGet("src"))));
      if (part.type !== "link_open") continue;
      const to = link(String(part.attrGet("href")));
      if (to !== null) part.attrSet("href", to);
      else {
        // What is only in the repository: its name without a link.
        part.tag = "span";
        part.attrs = [["class", "in-repository"]];
        const close = parts.slice(parts.indexOf(part)).find(({ type }) => type === "link_close");
        if (close) close.tag = "span";
      }
    }
  }
  let tables = 0;
  setter.renderer.rules.table_open = () => `<div class="wide" tabindex="0" role="region" aria-label="Table ${++tables}"><table>`;
  setter.renderer.rules.table_close = () => "</table></div>";
  setter.renderer.rules.fence = (all, at) => coloured(all[at].content, all[at].info.trim().split(" ")[0]);
  const html = setter.renderer.render(tokens, setter.options, {});
  return { html, title: contents[0]?.title ?? "", contents: contents.slice(1) };
}
