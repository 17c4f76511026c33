// A long list in a scrolling pane. Short lists are laid out whole; of long ones only the rows in sight exist.

const MARGIN = 12;

/**
 * Puts new rows in place of the old, but leaves those alone that would be the same: while one types, most are, and
 * laying them out again is what costs.
 * @param {HTMLElement} holder
 * @param {HTMLElement[]} rows
 */
function patch(holder, rows) {
  let old = holder.firstChild;
  for (const row of rows) {
    const next = old && old.nextSibling;
    if (!old) holder.append(row);
    else if (!old.isEqualNode(row)) holder.replaceChild(row, old);
    old = next;
  }
  while (old) {
    const next = old.nextSibling;
    old.remove();
    old = next;
  }
}

/**
 * @param {object} setup
 * @param {HTMLElement} setup.scroller the pane that scrolls
 * @param {HTMLElement} setup.holder what the rows stand in
 * @param {number} setup.height of a row in pixels, where not all are laid out; `resize` changes it
 * @param {number} setup.whole so many rows are laid out whole, each as high as it likes
 * @param {() => HTMLElement} setup.gap an empty row, to be given a height
 * @param {(row: number) => HTMLElement} setup.draw
 */
export function createRows({ scroller, holder, height: usual, whole: limit, gap, draw }) {
  let height = usual;
  let count = 0;
  let first = 0;
  let end = 0;
  /** The pane's height and how far it is scrolled, as the browser last laid it out: to ask in the midst of changes would make it lay out at once. */
  let tall = 0;
  let scrolled = 0;

  const whole = () => count <= limit;

  /** Height of what stands above the rows and stays in sight: a table's head. */
  const head = () => (holder.parentElement === scroller ? 0 : holder.offsetTop);

  /** Stands for that many rows. @param {number} rows */
  function space(rows) {
    const empty = gap();
    empty.style.height = `${rows * height}px`;
    return empty;
  }

  /** @param {number} from @param {number} to */
  function lay(from, to) {
    first = from;
    end = to;
    const rows = [];
    if (!whole()) rows.push(space(from));
    for (let row = from; row < to; row++) rows.push(draw(row));
    if (!whole()) rows.push(space(count - to));
    const focused = holder.contains(document.activeElement) ? document.activeElement : null;
    const index = focused && focused.getAttribute("data-index");
    patch(holder, rows);
    const again = index === null ? null : holder.querySelector(`[data-index="${index}"]`);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
    else if (focused) scroller.focus({ preventScroll: true });
  }

  /** @param {boolean} afresh */
  function fit(afresh) {
    if (whole()) {
      if (afresh) lay(0, count);
      return;
    }
    const top = Math.floor(scrolled / height);
    const bottom = Math.ceil((scrolled + tall) / height);
    const covered = first <= Math.max(0, top - 2) && end >= Math.min(count, bottom + 2);
    if (afresh || !covered) lay(Math.max(0, Math.min(top, count) - MARGIN), Math.min(count, bottom + MARGIN));
  }

  function look() {
    tall = scroller.clientHeight;
    scrolled = scroller.scrollTop;
    fit(false);
  }
  scroller.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(scroller);

  return {
    /** @param {number} rows */
    show(rows) {
      count = rows;
      holder.classList.toggle("windowed", !whole());
      fit(true);
    },

    /** Rows are that high from now on. @param {number} pixels */
    resize(pixels) {
      height = pixels;
      fit(true);
    },

    /**
     * Brings a row into sight and answers with it.
     * @param {number} row
     * @returns {HTMLElement | null}
     */
    reveal(row) {
      if (row < 0 || row >= count) return null;
      if (!whole()) {
        const top = row * height;
        const room = scroller.clientHeight - head();
        if (top < scroller.scrollTop || top + height > scroller.scrollTop + room) {
          scroller.scrollTop = Math.max(0, top - (room - height) / 2);
        }
        look();
        const there = holder.children[row - first + 1];
        return there instanceof HTMLElement ? there : null;
      }
      const there = holder.children[row];
      if (!(there instanceof HTMLElement)) return null;
      const box = there.getBoundingClientRect();
      const pane = scroller.getBoundingClientRect();
      if (box.top < pane.top + head() || box.bottom > pane.bottom) {
        scroller.scrollTop += box.top - pane.top - (pane.height - box.height) / 2;
      }
      return there;
    },

    /** The rows that exist now. @returns {HTMLElement[]} */
    drawn: () => Array.from(holder.querySelectorAll("[data-index]")),
  };
}
