/**
 * Marks as boxes over the text, for browsers without CSS custom highlights (Chromium before 105). They lie in an element of
 * their own at the end of the page, let every click through, and follow the text.
 *
 * @import { SubtreeText } from "../mark.d.ts"
 */
import { around } from "./reveal.js";

/** The part of the screen that the scrolling boxes around a subtree leave of it. @param {Element} root */
function windowOn(root) {
  const seen = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  for (let element = root; element !== document.body && element !== document.documentElement; ) {
    if (getComputedStyle(element).overflow !== "visible") {
      const { left, top } = element.getBoundingClientRect();
      seen.left = Math.max(seen.left, left);
      seen.top = Math.max(seen.top, top);
      seen.right = Math.min(seen.right, left + element.clientLeft + element.clientWidth);
      seen.bottom = Math.min(seen.bottom, top + element.clientTop + element.clientHeight);
    }
    const next = around(element);
    if (!next) break;
    element = next;
  }
  return seen;
}

/** Spans of one kind that begin in the same text node. @typedef {{ element: Element | null, spans: [number, number][] }} Group */

/** @param {[number, number][]} spans In reading order. @param {SubtreeText} read */
function groupsOf(spans, read) {
  /** @type {Group[]} */
  const groups = [];
  /** @type {Node | null} */
  let last = null;
  for (const span of spans) {
    const node = read.rangeOf(span).startContainer;
    if (node === last) groups[groups.length - 1].spans.push(span);
    else groups.push({ element: node.parentElement, spans: [span] });
    last = node;
  }
  return groups;
}

/** More spans than this in one text node are not all measured. */
const MANY = 100;

/**
 * What of a group may be near the window. A long text is measured where one looks for it, and not as a whole: each line
 * of a text node lies below the one before.
 * @param {Group} group @param {SubtreeText} read @param {number} top @param {number} bottom @returns {[number, number][]}
 */
function near({ element, spans }, read, top, bottom) {
  const box = element && element.getBoundingClientRect();
  // What has no box of its own (`display: contents`) is asked span by span.
  if (box && box.height > 0 && (box.bottom < top || box.top > bottom)) return [];
  if (spans.length <= MANY) return spans;
  /** @param {(rect: DOMRect) => boolean} isBefore */
  const count = (isBefore) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const rect = read.rectsOf(spans[middle])[0];
      if (rect && isBefore(rect)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return spans.slice(
    count((rect) => rect.bottom < top),
    count((rect) => rect.top <= bottom),
  );
}

/** @param {Element} root @param {Element} [holder] */
export function createOverlay(root, holder) {
  const page = root.ownerDocument;
  const view = page.defaultView || window;
  /** @type {Map<string, { groups: Group[], read: SubtreeText }>} */
  const painted = new Map();
  /** @type {HTMLElement | null} */
  let layer = null;
  let frame = 0;
  /** Where the layer was in the window, and the subtree in the layer, when the boxes were drawn. */
  let drawn = { top: 0, across: 0, down: 0 };

  /** @param {HTMLElement} at */
  const placeOf = (at) => {
    const { left, top } = at.getBoundingClientRect();
    const box = root.getBoundingClientRect();
    return { top, across: box.left - left, down: box.top - top };
  };

  const draw = () => {
    frame = 0;
    if (!layer) return;
    const seen = windowOn(root);
    const origin = layer.getBoundingClientRect();
    // A screen more above and below: scrolling of the window goes on without drawing.
    const above = -view.innerHeight;
    const below = 2 * view.innerHeight;
    drawn = placeOf(layer);
    const boxes = page.createDocumentFragment();
    painted.forEach(({ groups, read }, kind) => {
      for (const group of groups) {
        for (const span of near(group, read, above, below)) {
          for (const rect of read.rectsOf(span)) {
            const left = Math.max(rect.left, seen.left);
            const top = Math.max(rect.top, seen.top);
            const right = Math.min(rect.right, seen.right);
            const bottom = Math.min(rect.bottom, seen.bottom);
            if (right <= left || bottom <= top) continue;
            const box = page.createElement("div");
            box.className = `gangmu-${kind}`;
            Object.assign(box.style, {
              position: "absolute",
              boxSizing: "border-box",
              left: `${left - origin.left}px`,
              top: `${top - origin.top}px`,
              width: `${right - left}px`,
              height: `${bottom - top}px`,
            });
            boxes.append(box);
          }
        }
      }
    });
    layer.textContent = "";
    layer.append(boxes);
  };

  const drawSoon = () => {
    frame = frame || view.requestAnimationFrame(draw);
  };

  /** @param {Event} event */
  const onScroll = ({ target }) => {
    if (!layer) return;
    const now = placeOf(layer);
    const isStill = now.across === drawn.across && now.down === drawn.down && Math.abs(now.top - drawn.top) < view.innerHeight / 2;
    // The boxes went with the page; not so with what scrolls inside it.
    if (!isStill || (target !== page && root.contains(/** @type {Node} */ (target)))) drawSoon();
  };

  // Scrolling inside a shadow tree is heard of only there.
  const trees = new Set([page, root.getRootNode()]);
  const observer = new view.ResizeObserver(drawSoon);

  const put = () => {
    layer = page.createElement("div");
    layer.className = "gangmu-overlay";
    layer.setAttribute("aria-hidden", "true");
    Object.assign(layer.style, { position: "absolute", left: "0", top: "0", width: "0", height: "0", pointerEvents: "none", zIndex: "1" });
    // Never inside the subtree itself.
    (holder || (root.contains(page.body) ? page.documentElement : page.body)).append(layer);
    trees.forEach((tree) => tree.addEventListener("scroll", onScroll, { capture: true, passive: true }));
    view.addEventListener("resize", drawSoon);
    observer.observe(root);
    observer.observe(page.body);
  };

  return {
    /** @param {string} kind @param {[number, number][]} spans @param {SubtreeText} read */
    paint(kind, spans, read) {
      if (!layer) put();
      painted.set(kind, { groups: groupsOf(spans, read), read });
      drawSoon();
    },
    clear() {
      painted.clear();
      observer.disconnect();
      trees.forEach((tree) => tree.removeEventListener("scroll", onScroll, { capture: true }));
      view.removeEventListener("resize", drawSoon);
      if (frame) view.cancelAnimationFrame(frame);
      frame = 0;
      if (layer) layer.remove();
      layer = null;
    },
  };
}
