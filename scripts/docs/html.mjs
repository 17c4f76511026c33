/**
 * What every page of the documentation is made of.
 *
 * @typedef {{ words: string, kind: string, anchor?: string }} Entry A place that the search finds; without an anchor the
 *   page itself.
 * @typedef {object} Page
 * @property {string} path From the site's folder: "spec/change.html".
 * @property {string} title
 * @property {string} [language] Default: "en".
 * @property {string} section The path of the page that the navigation names.
 * @property {string} main HTML. `~/` at the start of an address is the site's folder, `page:` the page as the playground,
 *   with what stands behind # there.
 * @property {{ title: string, anchor: string }[]} [contents] What the page holds, for its list of contents.
 * @property {Entry[]} [entries]
 */

/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

/** The anchor of a heading, as GitHub makes it. @param {string} words */
export const slug = (words) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]+/gu, "")
    .trim()
    .replace(/ /g, "-");

/** @param {string} words */
export const hasChinese = (words) => /[\u3400-\u9fff]/.test(words);

/** Words of a report, or about one, in their language. @param {string} words @param {string} [tag] */
export const chinese = (words, tag = "span") => `<${tag} lang="zh-CN">${escape(words)}</${tag}>`;

/** A link that opens the page with this text on the desk. @param {string} text @param {string} name of what is tried */
export const tryIt = (text, name) =>
  `<a class="try" href="page:#text=${encodeURIComponent(text)}" aria-label="${escape(`打开 Open in the page: ${name}`)}">打开 Open</a>`;

/** A heading that can be linked to. @param {number} level @param {string} anchor @param {string} html */
export const heading = (level, anchor, html) =>
  `<h${level} id="${escape(anchor)}">${html} <a class="anchor" href="#${escape(anchor)}" aria-label="Link to ${escape(anchor)}">#</a></h${level}>`;
