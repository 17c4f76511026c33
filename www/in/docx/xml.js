// Finding one's way in WordprocessingML. Names are compared without their prefix: the strict form of the format has another
// namespace, and the names that matter are nowhere doubled.

/** @param {Element | null | undefined} element @param {string} name */
export function child(element, name) {
  for (let each = element ? element.firstElementChild : null; each; each = each.nextElementSibling) {
    if (each.localName === name) return each;
  }
  return null;
}

/** @param {Element | null | undefined} element @param {string} name */
export const children = (element, name) => (element ? Array.from(element.children).filter((each) => each.localName === name) : []);

/** An attribute, whatever its prefix. @param {Element | null | undefined} element @param {string} name */
export function attribute(element, name) {
  if (!element) return null;
  for (const each of Array.from(element.attributes)) if (each.localName === name) return each.value;
  return null;
}

/** @param {Element | null | undefined} element */
export const value = (element) => attribute(element, "val");

/** @param {Element | null | undefined} element @param {string} name of an attribute */
export function integer(element, name = "val") {
  const number = parseInt(attribute(element, name) || "", 10);
  return Number.isNaN(number) ? null : number;
}

/**
 * A property that is on by standing there: true, false, or null where it says nothing.
 * @param {Element | null | undefined} properties
 * @param {string} name
 */
export function toggle(properties, name) {
  const found = child(properties, name);
  return found ? !/^(0|false|off)$/.test(value(found) || "") : null;
}
