// The language of the page. It is kept in the address (#zh, #en; #embed&en) and nowhere else.

import { strings } from "./strings.js";

/** @typedef {keyof typeof strings} Language */
/** @typedef {keyof typeof strings.zh} Key */

/** @type {Set<() => void>} */
const listeners = new Set();

/** @type {Language} */
let current = fromAddress() || (/^zh\b/i.test(navigator.language) ? "zh" : "en");

/** @returns {Language | null} */
function fromAddress() {
  const names = location.hash.slice(1).split("&");
  return names.includes("zh") ? "zh" : names.includes("en") ? "en" : null;
}

/** @returns {Language} */
export function language() {
  return current;
}

/** @param {Language} name */
export function setLanguage(name) {
  const others = location.hash.slice(1).split("&").filter((each) => each && !(each in strings));
  history.replaceState(null, "", `#${[...others, name].join("&")}`);
  turnTo(name);
}

/** @param {Language} name */
function turnTo(name) {
  if (name === current) return;
  current = name;
  for (const listener of listeners) listener();
}

window.addEventListener("hashchange", () => turnTo(fromAddress() || current));

/** @param {() => void} listener */
export function onLanguage(listener) {
  listeners.add(listener);
}

/**
 * The sentence of that key, its {places} filled.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values) {
  const sentence = strings[current][key];
  if (!values) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** @param {string | undefined} name */
const sentence = (name) => t(/** @type {Key} */ (name));

/** Fills every element that names its sentence: data-text, data-title, data-label, data-placeholder. */
export function translate() {
  document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
  const marked = document.querySelectorAll("[data-text],[data-title],[data-label],[data-placeholder]");
  for (const node of Array.from(marked)) {
    const each = /** @type {HTMLElement} */ (node);
    if (each.dataset.text) each.textContent = sentence(each.dataset.text);
    if (each.dataset.title) each.title = sentence(each.dataset.title);
    if (each.dataset.label) each.setAttribute("aria-label", sentence(each.dataset.label));
    if (each.dataset.placeholder) each.setAttribute("placeholder", sentence(each.dataset.placeholder));
  }
}
