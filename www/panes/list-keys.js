// The keys that every list of rows answers alike, and the field that filters it.

/**
 * The row that a key leads to; -1 where it leads nowhere.
 * @param {string} key
 * @param {object} list
 * @param {number} list.row the row that the keyboard is at, or -1
 * @param {number} list.count
 * @param {number} list.page rows that a page moves by
 */
export function rowOfKey(key, { row, count, page }) {
  switch (key) {
    case "ArrowDown":
      return Math.min(row + 1, count - 1);
    case "ArrowUp":
      return Math.max(row - 1, 0);
    case "PageDown":
      return Math.min(row + page, count - 1);
    case "PageUp":
      return Math.max(row - page, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case " ":
    case "Enter":
      return Math.max(row, 0);
    default:
      return -1;
  }
}

/**
 * Ties a field of words to a list that shows what fits them, for as long as the list is in sight: another may share the field.
 * @param {HTMLInputElement} filter
 * @param {object} list
 * @param {HTMLElement} list.scroller
 * @param {() => void} list.lay
 * @param {(row: number) => void} list.go
 */
export function listenToFilter(filter, { scroller, lay, go }) {
  filter.addEventListener("input", () => {
    if (scroller.hidden) return;
    lay();
    scroller.scrollTop = 0;
  });
  filter.addEventListener("keydown", (event) => {
    if (scroller.hidden) return;
    if (event.key === "ArrowDown") go(0);
    else if (event.key === "Escape" && filter.value) {
      filter.value = "";
      lay();
    } else return;
    event.preventDefault();
  });
}
