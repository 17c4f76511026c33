/**
 * `dist/gangmu.html`: the built page (`dist/www`) in one file that runs from a disk and may ask for nothing.
 *
 * Scripts and styles stand in the document, admitted by hash and nonce; the wasm and the worker's script are carried as
 * text, which is no script until the page makes it one. So are the libraries, packed: they are a third of the page, and nobody
 * reads them here.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { dense } from "../www/dense.js";
import { Blocked, inRoot } from "./run.mjs";

const NONCE = "gangmu-editor";

/** @param {string} name */
const built = (name) => readFileSync(inRoot("dist", "www", name));

/**
 * Text that a script element may hold: nothing in it ends the element or begins a comment.
 * @param {string} script
 */
function forElement(script) {
  const safe = script.replace(/<!--/g, "<\\!--").replace(/<(\/?script)/gi, "\\x3c$1");
  if (safe.includes("\r")) throw new Blocked("a script for the single file has a carriage return, which its hash would not count");
  return safe;
}

/** Shrunk, in the syntax of any browser that has run in ten years. @param {string} file */
async function plainScript(file) {
  const source = readFileSync(inRoot("www", "offline", file), "utf8");
  return (await transform(source, { minify: true, target: "es5", charset: "utf8" })).code.trim();
}

/** What unpacks the libraries, with what it stands on. */
async function unpacking() {
  const { outputFiles } = await build({
    entryPoints: [inRoot("www", "offline", "unpack.js")],
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    target: "chrome80",
    charset: "utf8",
  });
  return outputFiles[0].text.trim();
}

/** @param {string} script */
const hashOf = (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** @param {string} type @param {Buffer} bytes */
const dataUri = (type, bytes) => `data:${type};base64,${bytes.toString("base64")}`;

/** @param {string} html @param {RegExp} pattern @param {string} replacement */
function replaced(html, pattern, replacement) {
  if (!pattern.test(html)) throw new Blocked(`www/index.html has no ${pattern}: scripts/single.mjs must be told`);
  return html.replace(pattern, () => replacement);
}

/** @returns {Promise<string>} The single file. */
export async function singleFile() {
  let html = built("index.html").toString();
  const names = [...html.matchAll(/<script defer src="([^"]+)"><\/script>\n/g)].map(([, name]) => name);
  const early = [await plainScript("policy.js"), await plainScript("first.js")].map(forElement);
  const libraries = forElement(built("editor.js").toString().trim());
  const own = names.filter((name) => name !== "editor.js").map((name) => built(name).toString().trim());
  const late = [await unpacking(), ...own].map(forElement);
  const carried = [
    { id: "gangmu-worker", text: forElement(built("worker.js").toString().trim()) },
    { id: "gangmu-editor", text: dense(gzipSync(libraries, { level: 9 })) },
    { id: "gangmu-licences", text: `\n${forElement(built("licences.txt").toString().replace(/\r/g, ""))}` },
    { id: "gangmu-wasm", text: dense(gzipSync(built("gangmu_bg.wasm"), { level: 9 })) },
  ];
  const policy = [
    "default-src 'none'",
    `script-src ${[...early, ...late, libraries].map(hashOf).join(" ")} 'wasm-unsafe-eval' 'unsafe-eval'`,
    "worker-src blob:",
    `style-src 'nonce-${NONCE}'`,
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

  const script = (/** @type {string} */ text) => `<script>${text}</script>\n`;
  html = replaced(html, /<!-- style-src:[^]*?-->\n/, "");
  html = replaced(html, /(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*/, policy);
  html = replaced(html, /<link rel="manifest"[^>]*>\n/, "");
  html = replaced(html, /<script src="first\.js"><\/script>\n/, early.map(script).join(""));
  for (const name of names) html = replaced(html, new RegExp(`<script defer src="${name.replace(".", "\\.")}"></script>\n`), "");
  html = replaced(html, /<link rel="stylesheet"[^>]*>/, `<style nonce="${NONCE}">${built("page.css").toString().trim()}</style>`);
  const icon = dataUri("image/svg+xml", built("icon.svg"));
  html = html.replace(/(?<=(?:href|src)=")icon\.svg(?=")/g, icon);
  const blocks = carried.map(({ id, text }) => `<script type="text/plain" id="${id}">${text}</script>\n`);
  html = replaced(html, /(?=<\/body>)/, [...blocks, ...late.map(script)].join(""));
  return html;
}

/** Writes it. */
export async function makeSingleFile() {
  writeFileSync(path.join(inRoot("dist"), "gangmu.html"), await singleFile());
}
