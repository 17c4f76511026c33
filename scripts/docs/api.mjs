/**
 * The API: a page for each file of types that package.json's `exports` name, every field with its sentence.
 *
 * @import { Declaration, Module } from "./declarations.mjs"
 * @import { Page } from "./html.mjs"
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { inRoot } from "../run.mjs";
import { declarationsOf } from "./declarations.mjs";
import { escape, heading } from "./html.mjs";
import { markdown } from "./markdown.mjs";

/** The type of a place in `exports`, whatever the depth of its conditions. @param {any} place @returns {string | undefined} */
const typesOf = (place) => {
  if (place === null || typeof place !== "object") return undefined;
  return typeof place.types === "string" ? place.types : Object.values(place).map(typesOf).find(Boolean);
};

/** The entries of the package by the file of their types. @param {Record<string, any>} exports @returns {Map<string, string[]>} */
function entriesByFile(exports) {
  /** @type {Map<string, string[]>} */
  const files = new Map();
  for (const [entry, place] of Object.entries(exports)) {
    const types = typesOf(place)?.replace(/^\.\//, "").replace(/\.d\.cts$/, ".d.ts");
    if (!types || !existsSync(inRoot(types))) continue;
    files.set(types, [...(files.get(types) ?? []), `gangmu${entry.slice(1)}`]);
  }
  return files;
}

/**
 * What the package has for other programs, that a reader may look at: the data structure, the schema.
 *
 * @param {Record<string, any>} exports
 */
export const filesOf = (exports) =>
  Object.entries(exports)
    .filter(([entry, place]) => typeof place === "string" && /\.(xml|json)$/.test(place) && entry !== "./package.json")
    .map(([entry, place]) => ({ entry, file: place.slice(2), to: `files/${path.basename(place)}` }));

/** Where each name is explained: `Figure` → `api/gangmu.html#Figure`. @param {Module[]} modules @param {(file: string) => string} pathOf */
function addresses(modules, pathOf) {
  /** @type {Map<string, string>} */
  const known = new Map();
  for (const { file, declarations } of modules) {
    for (const { name } of declarations) if (!known.has(name)) known.set(name, `~/${pathOf(file)}#${name}`);
  }
  return known;
}

/** @param {Record<string, any>} manifest package.json @returns {Page[]} */
export function api(manifest) {
  const entries = entriesByFile(manifest.exports);
  // What can be called comes first, then what it takes and gives.
  const modules = [...entries.keys()].map(declarationsOf).map((module) => {
    const called = module.declarations.filter(({ kind }) => kind !== "interface" && kind !== "type");
    return { ...module, declarations: [...called, ...module.declarations.filter((each) => !called.includes(each))] };
  });
  const pathOf = (/** @type {string} */ file) => `api/${path.basename(file).replace(".d.ts", ".html")}`;
  const known = addresses(modules, pathOf);

  /** A type as written, each name in it a link to what it is. @param {string} type @param {string} [own] */
  const linked = (type, own) =>
    escape(type)
      .split(/(&quot;.*?&quot;|\b[A-Za-z]\w*\b)/)
      .map((part) => {
        const rule = own === "Rule" && part.startsWith("&quot;") ? `~/rules.html#${part.slice(6, -6)}` : undefined;
        const to = part === own ? undefined : known.get(part) ?? rule;
        return to === undefined ? part : `<a href="${to}">${part}</a>`;
      })
      .join("");
  const said = (/** @type {string} */ doc) => markdown(doc, { link: (address) => address }).html;

  /** @param {Declaration} declaration */
  const shown = ({ name, kind, signature, doc, notes, members }) => {
    const rows = members.map(
      (member) => `<dt id="${escape(`${name}.${member.name}`)}"><code>${escape(member.name)}${member.optional ? "?" : ""}</code> <code class="type">${linked(member.type)}</code></dt>
<dd>${said(member.doc)}</dd>`,
    );
    const noted = notes.map((note) => `<dt><code>${escape(note.name)}</code></dt><dd>${said(note.text)}</dd>`);
    return `<section class="declaration">${heading(2, name, `<code>${name}</code> <small>${kind}</small>`)}
${said(doc)}${members.length > 0 && !/[{(]| extends /.test(signature) ? "" : `<pre class="signature" tabindex="0"><code>${linked(signature, name)}</code></pre>`}
${noted.length > 0 ? `<dl class="notes">${noted.join("")}</dl>` : ""}${rows.length > 0 ? `<dl class="members">${rows.join("\n")}</dl>` : ""}</section>`;
  };

  const pages = modules.map(({ file, doc, declarations }) => {
    const names = entries.get(file) ?? [];
    const title = names[0];
    const main = `<h1><code>${title}</code></h1>${said(doc)}
<p class="note">${names.length > 1 ? `The same for the entries ${names.map((name) => `<code>${name}</code>`).join(", ")}. ` : ""}Made from <code>${file}</code>.</p>
${declarations.map(shown).join("\n")}`;
    const fields = declarations.flatMap(({ name, kind, members }) => [
      { words: name, kind, anchor: name },
      ...members.map((member) => ({ words: `${name}.${member.name}`, kind: "field", anchor: `${name}.${member.name}` })),
    ]);
    return {
      path: pathOf(file),
      title,
      section: "api/index.html",
      main,
      contents: declarations.map(({ name }) => ({ title: name, anchor: name })),
      entries: [{ words: title, kind: "module" }, ...fields],
    };
  });

  const rows = modules.map(({ file, declarations }) => {
    const functions = declarations.filter(({ kind }) => kind !== "interface" && kind !== "type");
    const first = (/** @type {string} */ doc) => said(doc.split(/(?<=\.)\s/, 1)[0]).replace(/<\/?p>/g, "");
    const list = functions.map(({ name, doc }) => `<li><a href="~/${pathOf(file)}#${name}"><code>${name}</code></a> ${first(doc)}</li>`);
    const names = (entries.get(file) ?? []).map((name) => `<code>${name}</code>`);
    return `<h2><a href="~/${pathOf(file)}">${names[0]}</a>${names.length > 1 ? ` <small>and ${names.slice(1).join(", ")}</small>` : ""}</h2><ul>${list.join("")}</ul>`;
  });
  const others = Object.keys(manifest.exports).filter((entry) => !typesOf(manifest.exports[entry]) && entry !== "./package.json");
  const readable = filesOf(manifest.exports);
  const other = (/** @type {string} */ entry) => {
    const to = readable.find((each) => each.entry === entry)?.to;
    const name = `<code>gangmu${entry.slice(1)}</code>`;
    return to === undefined ? name : `<a href="~/${to}">${name}</a>`;
  };
  const main = `<h1><span lang="zh-CN">接口</span> The API</h1>
<p>What <code>npm install gangmu</code> gives, entry by entry, made from the package's own types. Positions count UTF-16 units of the text exactly as it was
given, so that <code>text.slice(...span)</code> is always the words meant. <a href="~/start.html">How to begin</a> and
<a href="~/recipes/index.html">recipes</a> show them at work.</p>
${rows.join("\n")}
${others.length > 0 ? `<p>Files for other programs: ${others.map(other).join(", ")}.</p>` : ""}`;
  return [{ path: "api/index.html", title: "接口 The API", section: "api/index.html", main, entries: [{ words: "接口 API", kind: "page" }] }, ...pages];
}
