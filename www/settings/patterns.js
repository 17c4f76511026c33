// The core's judgement of the reader's own patterns, told in the page's language.

import { t } from "../words/language.js";
import { REASONS } from "./pattern-reasons.js";

/**
 * What is wrong with a list of patterns.
 * @param {{ parse: (text: string, options: import("../../js/gangmu.d.ts").Options) => Promise<unknown> }} core
 * @param {string[]} patterns
 * @returns {Promise<{ place: number, words: string } | null>} the pattern's index; null where all are right
 */
export async function wrongPattern(core, patterns) {
  if (!patterns.length) return null;
  try {
    await core.parse("", { patterns });
    return null;
  } catch (why) {
    if (!(why instanceof Error) || /** @type {{ code?: string }} */ (why).code !== "bad-pattern") throw why;
    const found = /number (\d+), .*, character (\d+): (.*)\.$/s.exec(why.message);
    if (!found) return { place: 0, words: why.message };
    const [, place, at, reason] = found;
    const key = REASONS[reason];
    return { place: Number(place) - 1, words: t("patternWrong", { at, reason: key ? t(key) : reason }) };
  }
}
