/** What axe-core has to say of a page, in whichever state it stands. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * A line a complaint: the rule, where, and what would mend it.
 * Colours that move are waited for first, since half-way they have a contrast that nobody sees.
 * @param {import("playwright-core").Page} page
 * @param {string[]} [runOnly] only these of its rules
 * @returns {Promise<string[]>}
 */
export async function complaints(page, runOnly) {
  await page.evaluate(source);
  return page.evaluate(async (runOnly) => {
    const ends = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map((animation) => animation.finished));
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"], preload: false, runOnly });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.slice(0, 3).map((/** @type {any} */ node) => `${id}: ${node.target.join(" ")} ${node.html} ${node.failureSummary}`),
    );
  }, runOnly);
}
