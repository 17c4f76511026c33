// How a verdict looks and what each kind of relation is called.

import { element } from "../dom.js";
import { t } from "../words/language.js";

/** @typedef {import("../../js/gangmu.d.ts").Relation} Relation */
/** @typedef {import("../../js/gangmu.d.ts").Verdict} Verdict */
/** @typedef {import("../words/language.js").Key} Key */

/** What asks for a person first. @type {Verdict[]} */
export const VERDICTS = ["disagrees", "doubtful", "unchecked", "agrees"];

/** @type {{ [verdict in Verdict]: string }} */
const signs = { agrees: "✓", disagrees: "✗", doubtful: "?", unchecked: "–" };

/** @type {{ [verdict in Verdict]: Key }} */
const words = {
  agrees: "verdictAgrees",
  disagrees: "verdictDisagrees",
  doubtful: "verdictDoubtful",
  unchecked: "verdictUnchecked",
};

/** @type {{ [kind in Relation["kind"]]: Key }} */
const kinds = {
  sum: "relationSum",
  rate: "relationRate",
  part: "relationPart",
  change: "relationChange",
  shares: "relationShares",
  flow: "relationFlow",
  average: "relationAverage",
  conversion: "relationConversion",
  repeat: "relationRepeat",
  claim: "relationClaim",
};

/** @param {Verdict} verdict */
export const verdictSign = (verdict) => signs[verdict];

/** @param {Verdict} verdict */
export const verdictText = (verdict) => t(words[verdict]);

/** The sign and the word. @param {Verdict} verdict */
export const verdictMark = (verdict) =>
  element(
    "span",
    { class: `verdict ${verdict}` },
    element("span", { class: "verdict-sign", "aria-hidden": "true" }, signs[verdict]),
    verdictText(verdict),
  );

/** @param {Relation["kind"]} kind */
export const relationText = (kind) => t(kinds[kind]);
