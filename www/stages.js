// The stages from a text to what is seen of it, as marks that the browser's own tools and bench/page.mjs read.

/** @typedef {"asked" | "answered" | "unpacked" | "surveyed" | "marked" | "begun" | "shown"} Stage */

/** Only the last reading is kept: a page stays open for days. @param {Stage} stage */
export function reached(stage) {
  performance.clearMarks(`gangmu:${stage}`);
  performance.mark(`gangmu:${stage}`);
}
