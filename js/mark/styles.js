/**
 * The names of the marks and their looks. They differ in shape first, in hue second; every colour is a custom property, and
 * lies so that it does on white and on black.
 */

/** A mark lies above those before it. Without a shape it is a background. @type {[name: string, shape: string, colour: string][]} */
const LOOKS = [
  ["noise", "line-through", "#7d858f"],
  ["heading", "solid", "rgba(59, 130, 246, 0.9)"],
  ["item", "dotted", "rgba(59, 130, 246, 0.9)"],
  ["citation", "solid", "#a06ac0"],
  ["date", "dotted", "#2f9461"],
  ["figure", "", "rgba(59, 130, 246, 0.2)"],
  ["finding-advice", "wavy", "#7d858f"],
  ["finding-warning", "wavy", "#c47f00"],
  ["finding-error", "wavy", "#d9363e"],
  ["chosen", "", "rgba(245, 158, 11, 0.5)"],
];

/** Which of two marks lies above the other. @param {string} name */
export const heightOf = (name) => LOOKS.findIndex(([known]) => known === name);

/** @param {string} name @param {string} shape @param {string} colour @param {boolean} boxes */
function rule(name, shape, colour, boxes) {
  const drawn = `var(--gangmu-${name.replace("finding-", "")}, ${colour})`;
  const through = shape === "line-through";
  const width = shape === "dotted" || (boxes && shape === "wavy") ? "2px" : "1px";
  if (!boxes) {
    const line = `text-decoration: ${through ? shape : `underline ${shape}`} ${width}`;
    return `::highlight(gangmu-${name}) { ${shape ? line : "background-color:"} ${drawn} }`;
  }
  const line = through
    ? `background: center / 100% 1px no-repeat linear-gradient(${drawn}, ${drawn})`
    : `border-bottom: ${width} ${shape === "wavy" ? "dashed" : shape} ${drawn}`;
  return `.gangmu-${name} { ${shape ? line : `background: ${drawn}`} }`;
}

/** @param {boolean} boxes */
function sheetOf(boxes) {
  const rules = LOOKS.map(([name, shape, colour]) => rule(name, shape, colour, boxes)).join("\n");
  // The layer: whatever the page itself says of a highlight goes before it. Boxes have one class here, two in the page's rules.
  return boxes ? `${rules}\n@media print { .gangmu-overlay { display: none } }` : `@layer gangmu {\n${rules}\n}`;
}

/** Who uses a sheet in a document or shadow tree, by kind of sheet. @type {[WeakMap<Node, Use>, WeakMap<Node, Use>]} */
const inUse = [new WeakMap(), new WeakMap()];
/** @typedef {{ sheet: CSSStyleSheet, users: number }} Use */

/**
 * Puts the style sheet where a subtree stands, once for all marks there.
 * @param {Element} root @param {boolean} boxes They lie in the document, wherever the subtree does.
 * @returns {() => void} Takes it away again.
 */
export function putStyles(root, boxes) {
  const page = root.ownerDocument;
  const view = page.defaultView || window;
  const tree = root.getRootNode();
  const scope = tree instanceof view.ShadowRoot && !boxes ? tree : page;
  const uses = inUse[Number(boxes)];
  const used = uses.get(scope) || { sheet: new view.CSSStyleSheet(), users: 0 };
  uses.set(scope, used);
  if (used.users++ === 0) {
    used.sheet.replaceSync(sheetOf(boxes));
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, used.sheet];
  }
  return () => {
    if (--used.users > 0) return;
    uses.delete(scope);
    scope.adoptedStyleSheets = Array.from(scope.adoptedStyleSheets).filter((sheet) => sheet !== used.sheet);
  };
}
