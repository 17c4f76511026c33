// A sentence of a report, with what it is quoted for marked in it.

import { sentenceOf } from "../../js/places.js";
import { element } from "../dom.js";

/** @typedef {import("../../js/gangmu.d.ts").Span} Span */

/**
 * @param {string} text
 * @param {Span} sentence
 * @param {Span[]} marked in reading order
 */
export function quote(text, sentence, marked) {
  const quoted = element("q", {});
  let at = sentence[0];
  for (const [start, end] of marked) {
    if (start < at || end > sentence[1]) continue;
    quoted.append(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  quoted.append(text.slice(at, sentence[1]));
  return quoted;
}

/** The sentence that a figure stands in. @param {string} text @param {Span} span */
export const quoteFigure = (text, span) => quote(text, sentenceOf(text, span), [span]);
