/**
 * The looks of the marks. They differ in shape first, in hue second; every colour is a custom property, and lies so that it
 * does on white and on black.
 */

const FIGURE = "var(--gangmu-figure, rgba(59, 130, 246, 0.2))";
const CHOSEN = "var(--gangmu-chosen, rgba(245, 158, 11, 0.5))";
const HEADING = "var(--gangmu-heading, rgba(59, 130, 246, 0.9))";
const DATE = "var(--gangmu-date, #2f9461)";
const CITATION = "var(--gangmu-citation, #a06ac0)";
const ERROR = "var(--gangmu-error, #d9363e)";
const WARNING = "var(--gangmu-warning, #c47f00)";
const ADVICE = "var(--gangmu-advice, #7d858f)";

/** In a layer: whatever the page itself says of a highlight goes before it. */
const HIGHLIGHTS = `@layer gangmu {
::highlight(gangmu-figure) { background-color: ${FIGURE} }
::highlight(gangmu-chosen) { background-color: ${CHOSEN} }
::highlight(gangmu-heading) { text-decoration: underline 1px ${HEADING} }
::highlight(gangmu-date) { text-decoration: underline dotted 2px ${DATE} }
::highlight(gangmu-citation) { text-decoration: underline 1px ${CITATION} }
::highlight(gangmu-noise) { text-decoration: line-through 1px ${ADVICE} }
::highlight(gangmu-finding-error) { text-decoration: underline wavy 1px ${ERROR} }
::highlight(gangmu-finding-warning) { text-decoration: underline wavy 1px ${WARNING} }
::highlight(gangmu-finding-advice) { text-decoration: underline wavy 1px ${ADVICE} }
}`;

/** One class: the page's `.gangmu-overlay .gangmu-figure` goes before it. */
const BOXES = `.gangmu-figure { background: ${FIGURE} }
.gangmu-chosen { background: ${CHOSEN} }
.gangmu-heading { border-bottom: 1px solid ${HEADING} }
.gangmu-date { border-bottom: 2px dotted ${DATE} }
.gangmu-citation { border-bottom: 1px solid ${CITATION} }
.gangmu-noise { background: linear-gradient(${ADVICE}, ${ADVICE}) center / 100% 1px no-repeat }
.gangmu-finding-error { border-bottom: 2px dashed ${ERROR} }
.gangmu-finding-warning { border-bottom: 2px dashed ${WARNING} }
.gangmu-finding-advice { border-bottom: 2px dashed ${ADVICE} }
@media print { .gangmu-overlay { display: none } }`;

/** Who uses a sheet in a document or shadow tree. @type {WeakMap<DocumentOrShadowRoot, { sheet: CSSStyleSheet, users: number }>} */
const inUse = new WeakMap();

/**
 * Puts the style sheet where a subtree stands, once for all marks there.
 * @param {Element} root @param {boolean} boxes
 * @returns {() => void} Takes it away again.
 */
export function putStyles(root, boxes) {
  const tree = root.getRootNode();
  const scope = tree instanceof ShadowRoot && !boxes ? tree : root.ownerDocument;
  const view = root.ownerDocument.defaultView || window;
  const used = inUse.get(scope) || { sheet: new view.CSSStyleSheet(), users: 0 };
  inUse.set(scope, used);
  if (used.users++ === 0) {
    used.sheet.replaceSync(boxes ? BOXES : HIGHLIGHTS);
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, used.sheet];
  }
  return () => {
    if (--used.users > 0) return;
    inUse.delete(scope);
    scope.adoptedStyleSheets = Array.from(scope.adoptedStyleSheets).filter((sheet) => sheet !== used.sheet);
  };
}
