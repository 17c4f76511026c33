/** Scrolls what lies around a place in the text, as far as it must, until the place is seen. */

/** What an element is drawn inside of, across the borders of shadow trees. @param {Element} element @returns {Element | null} */
export function around(element) {
  const tree = element.getRootNode();
  return element.assignedSlot || element.parentElement || (tree instanceof ShadowRoot ? tree.host : null);
}

/**
 * @param {Element} element That holds the place.
 * @param {() => DOMRect | undefined} where The place on the screen, asked again after each scrolling.
 */
export function reveal(element, where) {
  const page = element.ownerDocument;
  const root = page.scrollingElement || page.documentElement;
  for (let box = /** @type {Element | null} */ (element); box; box = around(box)) {
    const whole = box === root;
    const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowY) || whole;
    const rect = where();
    if (!rect || !scrolls || box.scrollHeight <= box.clientHeight) continue;
    const top = whole ? 0 : box.getBoundingClientRect().top + box.clientTop;
    if (rect.top < top || rect.bottom > top + box.clientHeight) {
      box.scrollTop += (rect.top + rect.bottom) / 2 - top - box.clientHeight / 2;
    }
  }
}
