// HTML to a document that is only read. Its styles and handlers are put where the browser does not look for them: the page's
// policy would have each one reported as a violation, and none of them is to be applied anyway.

/** The attribute that `style` becomes. */
export const STYLE = "data-gangmu-style";
const SHEET = "text/x-gangmu-css";

/** What follows a tag's name up to its end; a > in quotes ends nothing. */
const rest = /[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/y;
const name = /<(\/?)([a-z][^\s>/]*)/giy;
const loud = /(^|[\s"'/])(?:style(?=\s*=)|on(?=[a-z]+\s*=))/gi;

/** @param {string} html */
export function parseHtml(html) {
  return new DOMParser().parseFromString(quieted(html), "text/html");
}

/** One pass, so that a text that is full of < and has no > takes no longer than another. @param {string} html */
function quieted(html) {
  let quiet = "";
  let done = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    name.lastIndex = at;
    const found = name.exec(html);
    if (!found) continue;
    rest.lastIndex = name.lastIndex;
    const end = rest.exec(html);
    if (!end) break;
    const sheet = found[2].toLowerCase() === "style";
    const attributes = end[0].length > 6 ? end[0].replace(loud, (whole, before) => (/e$/i.test(whole) ? before + STYLE : `${before}data-on`)) : end[0];
    if (sheet || attributes !== end[0]) {
      const tag = sheet ? `script${found[1] ? "" : ` type="${SHEET}"`}` : found[2];
      quiet += `${html.slice(done, at)}<${found[1]}${tag}${attributes}`;
      done = rest.lastIndex;
    }
    at = rest.lastIndex - 1;
  }
  return quiet + html.slice(done);
}

/** The style sheets of a document that was parsed here. @param {Document} document */
export const sheetsOf = (document) => Array.from(document.querySelectorAll(`script[type="${SHEET}"]`));
