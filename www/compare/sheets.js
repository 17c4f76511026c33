// A comparison as tables for a file.

import { sentenceOf } from "../../js/places.js";
import { sectionName } from "../panes/section.js";
import { t } from "../words/language.js";
import { partSign, PLANS, REASONS, remarksText, ROLES, rolesOf, SECTIONS, signed, SURE } from "./said.js";

/** @typedef {import("../out/xlsx.js").Sheet} Sheet */
/** @typedef {import("./compare.js").Compared} Compared */

/** @param {Compared} compared @returns {Sheet[]} */
export function comparisonSheets({ comparison, names, pairs, alone, surveys }) {
  const { first, second, written, place } = surveys;
  /** @param {"first" | "second"} report @param {number} figure */
  const about = (report, figure) => {
    const { text, report: read, places, sections } = surveys[report];
    const { span, value, unit } = read.figures[figure];
    return { value, unit, section: sectionName(places, sections[figure]), sentence: text.slice(...sentenceOf(text, span)) };
  };
  /** @param {0 | 1} at @param {import("../words/language.js").Key} key */
  const of = (at, key) => t("columnOf", { name: names[at], what: t(key) });

  const pairRows = pairs.map((pair) => {
    const [a, b] = [about("first", pair.first), about("second", pair.second)];
    return [
      second.report.figures[pair.second].indicator,
      written("first", pair.first),
      written("second", pair.second),
      pair.difference,
      pair.percent,
      t(SURE[pair.confidence]),
      remarksText(pair.remarks),
      a.value,
      a.unit,
      b.value,
      b.unit,
      a.section,
      b.section,
      a.sentence,
      b.sentence,
    ];
  });
  const pairHead = [
    t("columnIndicator"),
    names[0],
    names[1],
    t("columnDifference"),
    `${t("columnPercent")}（%）`,
    t("columnSure"),
    t("columnRemarks"),
    of(0, "columnValue"),
    of(0, "columnUnit"),
    of(1, "columnValue"),
    of(1, "columnUnit"),
    of(0, "columnSection"),
    of(1, "columnSection"),
    of(0, "columnSentence"),
    of(1, "columnSentence"),
  ];
  const aloneRows = alone.map(({ report, figure, reason }) => {
    const { section, sentence } = about(report, figure);
    return [names[report === "first" ? 0 : 1], surveys[report].report.figures[figure].indicator, written(report, figure), t(REASONS[reason]), section, sentence];
  });
  const planRows = comparison.plans.map(({ span, state, found }) => [first.text.slice(...span).trim(), signed(PLANS[state]), found && second.text.slice(...found).trim()]);
  const sectionRows = comparison.sections.map((pair) => {
    const [a, b] = [place("first", pair.first), place("second", pair.second)];
    return [a && a.heading.marker + a.heading.title, signed(SECTIONS[pair.state]), b && b.heading.marker + b.heading.title];
  });
  const roles = [rolesOf(first.report), rolesOf(second.report)];
  const partRows = ROLES.map(([role, key]) => [t(key), ...roles.map((has) => partSign(role, has.has(role)))]);
  return [
    { name: t("pairs"), widths: [26, 14, 14, 12, 12, 9, 22, 12, 7, 12, 7, 26, 26, 60, 60], rows: [pairHead, ...pairRows] },
    {
      name: t("alone"),
      widths: [12, 26, 14, 30, 28, 70],
      rows: [[t("columnWhere"), t("columnIndicator"), t("columnText"), t("columnReason"), t("columnSection"), t("columnSentence")], ...aloneRows],
    },
    { name: t("plans"), widths: [60, 16, 60], rows: [[t("planFirst", { name: names[0] }), t("planState"), t("planFound", { name: names[1] })], ...planRows], wraps: true },
    { name: t("sections"), widths: [50, 10, 50], rows: [[names[0], t("sectionState"), names[1]], ...sectionRows] },
    { name: t("fiveParts"), widths: [20, 14, 14], rows: [[t("fiveParts"), ...names], ...partRows] },
  ];
}
