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

/** @param {Element} root @param {Element} [holder] */
export function createOverlay(root, holder) {
  const page = root.ownerDocument;
  const view = page.defaultView || window;
  /** @type {Map<string, { spans: [number, number][], read: SubtreeText }>} */
  const painted = new Map();
  /** @type {HTMLElement | null} */
  let layer = null;
  let frame = 0;

  const draw = () => {
    frame = 0;
    if (!layer) return;
    const seen = windowOn(root);
    const origin = layer.getBoundingClientRect();
    const boxes = page.createDocumentFragment();
    painted.forEach(({ spans, read }, kind) => {
      for (const span of spans) {
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
    });
    layer.textContent = "";
    layer.append(boxes);
  };

  const drawSoon = () => {
    frame = frame || view.requestAnimationFrame(draw);
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
    trees.forEach((tree) => tree.addEventListener("scroll", drawSoon, { capture: true, passive: true }));
    view.addEventListener("resize", drawSoon);
    observer.observe(root);
    observer.observe(page.body);
  };

  return {
    /** @param {string} kind @param {[number, number][]} spans @param {SubtreeText} read */
    paint(kind, spans, read) {
      if (!layer) put();
      painted.set(kind, { spans, read });
      drawSoon();
    },
    clear() {
      painted.clear();
      observer.disconnect();
      trees.forEach((tree) => tree.removeEventListener("scroll", drawSoon, { capture: true }));
      view.removeEventListener("resize", drawSoon);
      if (frame) view.cancelAnimationFrame(frame);
      frame = 0;
      if (layer) layer.remove();
      layer = null;
    },
  };
}
