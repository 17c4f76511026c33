// HTML to a document that is only read. Its styles and handlers are put where the browser does not look for them: the page's
// policy would have each one reported as a violation, and none of them is to be applied anyway.

/** The attribute that `style` becomes. */
export const STYLE = "data-gangmu-style";
const SHEET = "text/x-gangmu-css";

/** @param {string} html */
export function parseHtml(html) {
  const quiet = html.replace(/<(\/?)([a-z][^\s>/]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi, (_, slash, name, attributes) => {
    const sheet = name.toLowerCase() === "style";
    const tag = sheet ? `script${slash ? "" : ` type="${SHEET}"`}` : name;
    return `<${slash}${tag}${attributes.replace(/(^|[\s"'/])style(?=\s*=)/gi, `$1${STYLE}`).replace(/(^|[\s"'/])on(?=[a-z]+\s*=)/gi, "$1data-on")}>`;
  });
  return new DOMParser().parseFromString(quiet, "text/html");
}

/** The style sheets of a document that was parsed here. @param {Document} document */
export const sheetsOf = (document) => Array.from(document.querySelectorAll(`script[type="${SHEET}"]`));
