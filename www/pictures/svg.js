// Drawing by elements: plain SVG that keeps its size when the page is zoomed and its sense when it is printed in black.

const SPACE = "http://www.w3.org/2000/svg";

/** @typedef {Record<string, string | number | null | undefined>} Attributes */

/**
 * A shape; attributes that are null are left out.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export function shape(name, attributes, ...children) {
  const made = document.createElementNS(SPACE, name);
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

/**
 * A picture that says in words what it shows.
 * @param {string} name class
 * @param {string | number} width
 * @param {number} height
 * @param {string} says
 * @param {(Node | string)[]} children
 */
export const picture = (name, width, height, says, ...children) =>
  shape("svg", { class: `picture ${name}`, width, height, role: "img", "aria-label": says, focusable: "false" }, ...children);

/**
 * A hatched field, for what is missing or too much: it shows without colour. Sizes may be in percent.
 * @param {string | number} x
 * @param {number} y
 * @param {string | number} width
 * @param {number} height
 * @param {string} says
 */
export function hatched(x, y, width, height, says) {
  let strokes = "";
  // As many as the widest screen could need: the field cuts them off.
  for (let at = -height; at < 1200; at += 4) strokes += `M${at} ${height}l${height} ${-height}`;
  return shape(
    "svg",
    { x, y, width, height, class: "hatched" },
    shape("title", {}, says),
    shape("rect", { width: "100%", height, class: "hatched-ground" }),
    shape("path", { d: strokes }),
  );
}

/**
 * How wide words are about, in pixels: what is no Chinese character takes some six tenths of one.
 * @param {string} words
 * @param {number} size of the letters
 */
export function widthOf(words, size) {
  let width = 0;
  for (const letter of words) width += letter > "\u2e7f" ? size : size * 0.6;
  return width;
}

/** @param {number} share */
export const percent = (share) => `${Math.round(share * 1e5) / 1e3}%`;
