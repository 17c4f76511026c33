// The findings as a tree: severities, rules where one wants them, findings, and the places of those that have several.

import { placeAt } from "../survey.js";
import { isDismissed } from "./dismissals.js";
import { ruleOf, ruleSentence } from "./rules.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Severity} Severity */
/** @typedef {import("../../js/gangmu.d.ts").Rule} Rule */

export const SEVERITIES = /** @type {const} */ (["error", "warning", "advice"]);

/** What is shown of the findings. A section is the key of its heading in the outline, "" for all. */
export const everything = () => ({
  /** @type {Set<Severity>} */
  hidden: new Set(),
  rule: "",
  section: "",
  words: "",
});

/** @typedef {ReturnType<typeof everything>} Filter */

/**
 * @typedef {object} Node
 * @property {"severity" | "dismissed" | "rule" | "finding" | "place"} what
 * @property {string} key the same in the next reading
 * @property {number} level
 * @property {number} nth among its siblings, from 1
 * @property {number} siblings
 * @property {number} finding index of the finding, or of the first one under it
 * @property {number} spot index of the place, 0 for a finding as a whole
 * @property {number} count of findings under it, or of places
 * @property {boolean | null} open null where there is nothing under it
 */

/** @param {Survey} survey @param {Filter} filter @returns {(index: number) => boolean} */
export function passing(survey, { hidden, rule, section, words }) {
  const { report, places, text } = survey;
  const wanted = words.trim().toLowerCase();
  const within = places.findIndex(({ key }) => key === section);
  return (index) => {
    const finding = report.findings[index];
    if (hidden.has(finding.severity) || (rule && finding.rule !== rule)) return false;
    if (within >= 0) {
      const at = placeAt(places, finding.span[0]);
      if (at < within || at > places[within].last) return false;
    }
    if (!wanted) return true;
    const about = finding.places.map((place) => text.slice(place[0], place[1])).join(" ");
    return [finding.message, finding.rule, finding.source || "", ruleSentence(ruleOf(finding.rule)), about].join(" ").toLowerCase().includes(wanted);
  };
}

/**
 * @param {Survey} survey
 * @param {Filter} filter
 * @param {"place" | "rule"} order
 * @param {(key: string, usually: boolean) => boolean} isOpen
 * @returns {Node[]} those in sight, in order
 */
export function treeOf(survey, filter, order, isOpen) {
  const { findings } = survey.report;
  const pass = passing(survey, filter);
  const shown = findings.map((_, index) => index).filter(pass);
  const alive = shown.filter((index) => !isDismissed(findings[index].fingerprint));
  const gone = shown.filter((index) => isDismissed(findings[index].fingerprint));
  /** @type {Node[]} */
  const nodes = [];

  /** @param {number[]} indices @param {number} level */
  const lay = (indices, level) => {
    indices.forEach((index, i) => {
      const { places, fingerprint } = findings[index];
      const key = `finding ${fingerprint}`;
      const many = places.length > 1;
      const open = many ? isOpen(key, false) : null;
      nodes.push({ what: "finding", key, level, nth: i + 1, siblings: indices.length, finding: index, spot: 0, count: places.length, open });
      if (!open) return;
      places.forEach((_, spot) => {
        nodes.push({ what: "place", key: `place ${fingerprint} ${spot}`, level: level + 1, nth: spot + 1, siblings: places.length, finding: index, spot, count: 1, open: null });
      });
    });
  };

  const groups = SEVERITIES.map((severity) => ({ severity, indices: alive.filter((index) => findings[index].severity === severity) }));
  const there = groups.filter(({ indices }) => indices.length);
  const tops = there.length + (gone.length ? 1 : 0);
  there.forEach(({ severity, indices }, nth) => {
    const key = `severity ${severity}`;
    const open = isOpen(key, true);
    nodes.push({ what: "severity", key, level: 1, nth: nth + 1, siblings: tops, finding: indices[0], spot: 0, count: indices.length, open });
    if (!open) return;
    if (order === "place") return lay(indices, 2);
    /** @type {Map<Rule, number[]>} */
    const rules = new Map();
    for (const index of indices) {
      const { rule } = findings[index];
      rules.set(rule, (rules.get(rule) || []).concat(index));
    }
    Array.from(rules).forEach(([rule, members], i) => {
      const ruleKey = `rule ${severity} ${rule}`;
      const ruleOpen = isOpen(ruleKey, true);
      nodes.push({ what: "rule", key: ruleKey, level: 2, nth: i + 1, siblings: rules.size, finding: members[0], spot: 0, count: members.length, open: ruleOpen });
      if (ruleOpen) lay(members, 3);
    });
  });
  if (gone.length) {
    const open = isOpen("dismissed", false);
    nodes.push({ what: "dismissed", key: "dismissed", level: 1, nth: tops, siblings: tops, finding: gone[0], spot: 0, count: gone.length, open });
    if (open) lay(gone, 2);
  }
  return nodes;
}
