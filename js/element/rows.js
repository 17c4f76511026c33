/**
 * Rows that one can walk through by keyboard: one of them is reached by Tab, the arrows go to the others, Enter, Space and a
 * click choose. A row is an element with `data-index`; hidden ones are passed over.
 */

/**
 * @param {string} name @param {{ [name: string]: string | number | null }} attributes
 * @param {(Node | string)[]} children
 */
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** @param {Event} event @returns {HTMLElement | null} */
const rowOf = ({ target }) => (target instanceof Element ? target.closest("[data-index]") : null);

/** Of a heading in a tree. @param {Element} row */
export const levelOf = (row) => Number(row.getAttribute("aria-level"));

/**
 * @param {HTMLElement} holder
 * @param {(index: number) => void} choose
 * @param {(row: HTMLElement, to: "open" | "close" | "turn") => boolean} [fold] Whether there was something to fold.
 */
export function createRows(holder, choose, fold = () => false) {
  /** @returns {HTMLElement[]} */
  const rows = () => Array.from(holder.querySelectorAll("[data-index]:not([hidden])"));

  /** @param {HTMLElement | undefined} row */
  const focus = (row) => {
    if (!row) return;
    lead(row);
    row.focus();
  };

  /** Tab leads to this row. @param {HTMLElement} row */
  const lead = (row) => {
    for (const other of holder.querySelectorAll("[data-index][tabindex='0']")) other.setAttribute("tabindex", "-1");
    row.setAttribute("tabindex", "0");
  };

  /** @param {number} index -1 for none. */
  const select = (index) => {
    for (const row of holder.querySelectorAll("[aria-selected=true]")) row.setAttribute("aria-selected", "false");
    const row = /** @type {HTMLElement | null} */ (holder.querySelector(`[data-index="${index}"]`));
    if (!row) return;
    row.setAttribute("aria-selected", "true");
    lead(row);
    const box = holder.getBoundingClientRect();
    const place = row.getBoundingClientRect();
    // Only this pane is scrolled: the page stays where its reader is.
    if (place.top < box.top || place.bottom > box.bottom) holder.scrollTop += place.top - box.top - box.height / 2;
  };

  /** @type {MouseEvent | null} */
  let pressed = null;
  holder.addEventListener("mousedown", (event) => {
    pressed = event;
  });

  holder.addEventListener("click", (event) => {
    const row = rowOf(event);
    // Who has drawn over words wants to copy them.
    const drawn = event.detail && pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > 5;
    if (!row || drawn) return;
    if (event.target instanceof Element && event.target.classList.contains("twist") && fold(row, "turn")) return;
    lead(row);
    choose(Number(row.dataset.index));
  });

  holder.addEventListener("keydown", (event) => {
    const row = rowOf(event);
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = rows();
    const at = all.indexOf(row);
    switch (event.key) {
      case "ArrowDown":
        focus(all[at + 1]);
        break;
      case "ArrowUp":
        focus(all[at - 1]);
        break;
      case "Home":
        focus(all[0]);
        break;
      case "End":
        focus(all[all.length - 1]);
        break;
      case "ArrowRight":
        if (!fold(row, "open") && row.hasAttribute("aria-expanded")) focus(all[at + 1]);
        break;
      case "ArrowLeft":
        if (fold(row, "close")) break;
        focus(all.slice(0, at).reverse().find((other) => levelOf(other) < levelOf(row)));
        break;
      case "Enter":
      case " ":
        choose(Number(row.dataset.index));
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  return { select };
}
