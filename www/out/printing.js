// Prints one element instead of the page. A frame or a new window would need the page's policy to be wider.

import { element } from "../dom.js";

/**
 * @param {HTMLElement} held
 * @param {string} page the rule of the paper, which holds while this is printed
 */
export function print(held, page) {
  const leaf = element("div", { id: "print" }, held);
  document.body.append(leaf);
  const roots = [document.documentElement, document.body];
  for (const root of roots) root.classList.add("printing");
  const sheet = Array.from(document.styleSheets).find(({ href }) => !href || href.startsWith(location.origin) || location.protocol === "file:");
  let rule = -1;
  try {
    if (sheet) rule = sheet.insertRule(page, sheet.cssRules.length);
  } catch {
    // Rules within the rule that the browser does not know: the paper is then chosen in its dialog.
  }
  const end = () => {
    window.removeEventListener("afterprint", end);
    leaf.remove();
    for (const root of roots) root.classList.remove("printing");
    if (sheet && rule >= 0) sheet.deleteRule(rule);
  };
  window.addEventListener("afterprint", end);
  window.print();
}
