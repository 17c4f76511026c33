// What is changed when findings are mended, and how that is shown beforehand.

import { element } from "../dom.js";
import { ruleOf } from "./rules.js";

/** @typedef {import("../../js/gangmu.d.ts").Edit} Edit */
/** @typedef {import("../../js/gangmu.d.ts").Finding} Finding */
/** @typedef {import("../../js/gangmu.d.ts").Span} Span */

/**
 * The edits of several fixes in reading order, no two at the same characters: as the core's own `mend` chooses them. A fix
 * of several edits is made whole or not at all, but for that of a grouped rule, each place of which stands for itself.
 * @param {Finding[]} findings
 * @returns {Edit[]}
 */
export function editsOf(findings) {
  const all = findings.flatMap((finding) => (finding.fix || []).map((edit) => ({ edit, finding })));
  all.sort((a, b) => a.edit.span[0] - b.edit.span[0] || a.edit.span[1] - b.edit.span[1]);
  /** @type {Set<Finding>} */
  const broken = new Set();
  let end = 0;
  let putIn = -1;
  const free = all.filter(({ edit, finding }) => {
    const [from, to] = edit.span;
    if (from < end || putIn === from) {
      if (!ruleOf(finding.rule).grouped) broken.add(finding);
      return false;
    }
    end = to;
    putIn = from === to ? to : -1;
    return true;
  });
  return free.filter(({ finding }) => !broken.has(finding)).map(({ edit }) => edit);
}

/**
 * The edits that mend one place of a finding; all of them where its places hang together.
 * @param {Finding} finding
 * @param {number} spot index of the place, or -1 for all
 * @returns {Edit[]}
 */
export function editsAt({ fix, rule, places }, spot) {
  if (!fix) return [];
  const place = spot < 0 || !ruleOf(rule).grouped ? null : places[spot];
  return place ? fix.filter(({ span }) => span[0] <= place[1] && span[1] >= place[0]) : fix;
}

/** How far the words round a place are shown, at most. */
const BEFORE = 22;
const AFTER = 34;

const STOP = /[。；！？\n]/;

/**
 * The stretch of its sentence that shows a place.
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
function windowOf(text, [start, end]) {
  let from = start;
  while (from > 0 && start - from < BEFORE && !STOP.test(text[from - 1])) from--;
  let to = Math.min(end, start + 80);
  while (to < text.length && to - end < AFTER && text[to] !== "\n" && (to === end || !STOP.test(text[to - 1]))) to++;
  while (from < start && /\s/.test(text[from])) from++;
  // Never half a character.
  if (/[\udc00-\udfff]/.test(text[from] || "")) from++;
  if (/[\udc00-\udfff]/.test(text[to] || "")) to++;
  return [from, to];
}

/** Characters that cannot be seen, made so. @param {string} words */
const seen = (words) => words.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/[ \u00a0]/g, "␣").replace(/\u3000/g, "□").replace(/[\u200b-\u200f\ufeff]/g, "∅");

/**
 * The words that a finding is about in their sentence: what goes is struck, what comes is underlined, and where there is
 * no fix the words themselves are marked.
 * @param {string} text
 * @param {Span} place
 * @param {Edit[]} edits
 * @returns {HTMLElement}
 */
export function changeShown(text, place, edits) {
  const line = element("span", { class: "change-shown", lang: "zh-CN" });
  // Edits near by are shown with the place; one that stands far away is not.
  let [first, last] = place;
  for (const { span } of edits) {
    if (span[0] - last > 60 || first - span[1] > 60) continue;
    first = Math.min(first, span[0]);
    last = Math.max(last, span[1]);
  }
  const [from, to] = windowOf(text, [first, last]);
  // Spaces at the start of a paragraph are not words that were left out.
  const before = text.slice(Math.max(0, from - 8), from).replace(/[^\S\n]+$/, "").slice(-1);
  if (before && before !== "\n" && !STOP.test(before)) line.append("…");
  let at = from;
  /** @param {number} end */
  const plain = (end) => {
    // Without a fix the place itself is marked.
    const start = Math.max(at, Math.min(place[0], end));
    const stop = Math.max(start, Math.min(place[1], end));
    if (edits.length || start === stop) line.append(text.slice(at, end).replace(/\n/g, " "));
    else line.append(text.slice(at, start), element("mark", {}, seen(text.slice(start, stop))), text.slice(stop, end));
    at = end;
  };
  for (const { span, text: put } of edits) {
    if (span[0] < at || span[1] > to) continue;
    plain(span[0]);
    if (span[0] < span[1]) line.append(element("del", {}, seen(text.slice(span[0], span[1]))));
    if (put) line.append(element("ins", {}, seen(put)));
    at = span[1];
  }
  plain(to);
  if (to < text.length && text[to] !== "\n" && !STOP.test(text[to - 1] || "")) line.append("…");
  return line;
}
