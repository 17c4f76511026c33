// A relation's calculation as the core wrote it, with the figures in it found again.

import { element } from "../dom.js";
import { wordsOf } from "../survey.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Relation} Relation */

/**
 * The figures in the order in which calculations name them.
 * @param {Relation} relation
 * @returns {number[]}
 */
function inOrder(relation) {
  switch (relation.kind) {
    case "sum":
      return relation.parts.concat(relation.total);
    case "rate":
      return [relation.numerator, relation.denominator, relation.rate];
    case "part":
      return [relation.part, relation.whole];
    case "change":
      return [relation.to, relation.from, relation.change];
    case "shares":
      return relation.parts;
    case "flow":
      return relation.incoming.concat(relation.outgoing);
    case "average":
      return [relation.total, relation.number, relation.average];
    case "conversion":
      return [relation.stated, relation.converted];
    case "repeat":
      return [relation.first, relation.again];
    case "claim":
      return [];
  }
}

const inNumber = /[\d.,，．%‰]/;

/**
 * The calculation cut at the figures in it: words, and which figure they are (-1 for what stands between). Figures that are
 * written alike are told apart by their order.
 * @param {Survey} survey
 * @param {Relation} relation
 * @returns {{ words: string, figure: number }[]}
 */
export function cut(survey, relation) {
  const members = inOrder(relation).map((figure) => ({ figure, words: wordsOf(survey, figure), used: false }));
  const { calculation } = relation;
  /** @type {{ words: string, figure: number }[]} */
  const pieces = [];
  let from = 0;
  let at = 0;
  while (at < calculation.length) {
    const fits = members.filter(({ words }) => words && stands(calculation, at, words));
    const longest = Math.max(0, ...fits.map(({ words }) => words.length));
    const alike = fits.filter(({ words }) => words.length === longest);
    if (!alike.length) {
      at++;
      continue;
    }
    const member = alike.find((each) => !each.used) || alike[0];
    member.used = true;
    if (at > from) pieces.push({ words: calculation.slice(from, at), figure: -1 });
    pieces.push({ words: member.words, figure: member.figure });
    at += longest;
    from = at;
  }
  if (from < calculation.length) pieces.push({ words: calculation.slice(from), figure: -1 });
  return pieces;
}

/** Whether the words stand there and are no part of a longer number. @param {string} text @param {number} at @param {string} words */
function stands(text, at, words) {
  if (!text.startsWith(words, at)) return false;
  const before = text[at - 1] || "";
  const after = text[at + words.length] || "";
  return !/[\d.．]/.test(before) && !(/\d$/.test(words) && inNumber.test(after));
}

/**
 * The calculation, each figure in it a button that leads to it, or plain words.
 * @param {Survey} survey
 * @param {Relation} relation
 * @param {{ self?: number, links?: boolean, tabbed?: boolean }} [how] `self` is set in bold; `tabbed`: Tab stops at the buttons
 */
export function calculationLine(survey, relation, { self = -1, links = true, tabbed = true } = {}) {
  const line = element("span", { class: "calculation" });
  for (const { words, figure } of cut(survey, relation)) {
    if (figure < 0) line.append(words);
    else if (figure === self) line.append(element("b", {}, words));
    else if (!links) line.append(words);
    else {
      const tabindex = tabbed ? null : -1;
      line.append(element("button", { type: "button", class: "link", "data-figure": figure, tabindex }, words));
    }
  }
  return line;
}
