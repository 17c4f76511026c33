// The words around a figure.

/** @typedef {import("../../js/gangmu.d.ts").Span} Span */

/** A line without stops may be a whole report: no more than this is quoted to either side. */
const FAR = 200;

/**
 * @param {string} text
 * @param {Span} span
 * @param {RegExp} stop
 * @returns {Span}
 */
function between(text, [start, end], stop) {
  const digit = (/** @type {number} */ at) => /\d/.test(text.charAt(at));
  /** A comma within a number ends nothing. @param {number} at */
  const stops = (at) => stop.test(text[at]) && !(text[at] === "," && digit(at - 1) && digit(at + 1));
  let from = start;
  while (from > 0 && start - from < FAR && !stops(from - 1)) from--;
  let to = end;
  while (to < text.length && to - end < FAR && !stops(to)) to++;
  // Half of a character of two units is no character.
  if (/[\udc00-\udfff]/.test(text.charAt(from))) from++;
  if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to--;
  while (from < start && /\s/.test(text[from])) from++;
  while (to > end && /\s/.test(text[to - 1])) to--;
  return [from, to];
}

/**
 * From stop to stop, the last included.
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
export function sentenceAt(text, span) {
  const [from, to] = between(text, span, /[。！？!?\n]/);
  const stop = /^[。！？!?][”’」）)]?/.exec(text.slice(to, to + 2));
  return [from, to + (stop ? stop[0].length : 0)];
}

/**
 * From comma to comma.
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
export const clauseAt = (text, span) => between(text, span, /[，,；;。！？!?：:\n]/);
