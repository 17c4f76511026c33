// Finding and making elements.

/**
 * The element with that id; the page cannot do without it.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found;
}

/**
 * A new element. Attributes that are null are left out.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | null>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value !== null) made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

/** @param {string} words @param {() => void} press */
export function button(words, press) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", press);
  return made;
}

/**
 * The data-index of the row that an event happened in, or -1.
 * @param {Event} event
 * @returns {number}
 */
export function rowOf(event) {
  const row = event.target instanceof Element ? event.target.closest("[data-index]") : null;
  return row ? Number(row.getAttribute("data-index")) : -1;
}
