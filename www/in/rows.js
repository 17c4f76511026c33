// One row of a table as text: cells parted by tabs. Tables that only lay a page out give their cells' lines one below the
// other: a cell that holds a whole text is no cell of figures.

const LINES = 4;
const LENGTH = 200;

/** @param {string[][]} cells the lines of each cell @returns {string[]} the lines of the row */
export function rowLines(cells) {
  const filled = cells.map((lines) => lines.filter((line) => line.trim() !== ""));
  const texts = filled.filter((lines) => lines.length > 0);
  if (texts.length === 0) return [];
  const layout = texts.length === 1 || texts.some((lines) => lines.length > LINES || lines.some((line) => line.length > LENGTH));
  if (layout) return texts.reduce((all, lines) => all.concat(lines), []);
  const row = filled.map((lines) => lines.map((line) => line.replace(/\t+/g, " ").trim()).join(" ")).join("\t");
  return [row];
}
