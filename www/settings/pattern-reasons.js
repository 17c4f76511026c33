// The core's reasons for refusing a pattern, and the words that the page has for each.

/** @type {Record<string, import("../words/language.js").Key>} */
export const REASONS = {
  "this bracket closes no group": "patternClosesNone",
  "it has no group (?<number>…)": "patternNoNumber",
  "flags and looking around are not known": "patternFlags",
  "a repetition is {2}, {2,} or {2,5}": "patternTimes",
  "there is nothing to repeat": "patternNothing",
  "the pattern is too large": "patternLarge",
  "groups are called number, unit and indicator, each once": "patternNames",
  "too many groups in one another": "patternDeep",
  "this group is not closed": "patternOpen",
  "this range has no order": "patternRange",
  "this class is not closed": "patternClass",
  "in a class this sign needs a \\ before it": "patternSign",
  "this sign has no meaning behind a \\": "patternEscape",
};
