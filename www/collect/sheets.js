// A collection as tables for a file: long, wide, the five parts, and what stands in which column.

import { partSign, ROLES, SURE } from "../compare/said.js";
import { boundText, kindText, periodText } from "../format.js";
import { t } from "../words/language.js";
import { leastSure } from "./columns.js";
import { placeOf } from "./labels.js";

/** @typedef {import("../out/xlsx.js").Sheet} Sheet */
/** @typedef {import("./collect.js").Collected} Collected */
/** @typedef {import("./columns.js").Column} Column */

/** @param {Column} column */
export const columnName = ({ key, indicator }) => (key ? indicator : t("reasonUnnamed"));

/** The part of a report that a role is. @param {import("../../js/gangmu.d.ts").Role | null} role */
export function roleText(role) {
  const found = ROLES.find(([name]) => name === role);
  return found ? t(found[1]) : "";
}

/** @param {Collected} collected @returns {Sheet} */
function longSheet({ collection: { reports }, columns }) {
  /** @type {Map<unknown, Column>} */
  const columnOf = new Map();
  for (const column of columns) for (const { row } of column.rows) columnOf.set(row, column);
  /** @type {[import("../words/language.js").Key, number][]} */
  const head = [
    ["reportSource", 20],
    ["columnPlace", 12],
    ["columnYear", 7],
    ["columnSection", 26],
    ["columnRole", 10],
    ["columnMerged", 24],
    ["columnSure", 8],
    ["columnIndicator", 24],
    ["columnAction", 9],
    ["columnValue", 12],
    ["columnUpper", 10],
    ["columnUnit", 8],
    ["columnKind", 8],
    ["columnBound", 9],
    ["columnChange", 7],
    ["columnPeriod", 16],
    ["columnSentence", 60],
    ["columnText", 14],
    ["columnFrom", 8],
    ["columnTo", 8],
  ];
  const rows = reports.flatMap((report) =>
    report.rows.map((row) => {
      const { figure, words, section, role, sentence, confidence } = row;
      const { indicator, action, value, upper, unit, kind, change, period, span } = figure;
      const column = columnOf.get(row);
      return [
        report.source,
        placeOf(report),
        report.metadata.year,
        section,
        roleText(role),
        column && column.key ? column.indicator : null,
        confidence && t(SURE[confidence]),
        indicator,
        action,
        value,
        upper,
        unit,
        kindText(kind),
        boundText(figure),
        change && t(change === "up" ? "changeUp" : "changeDown"),
        periodText(period),
        sentence,
        words,
        span[0],
        span[1],
      ];
    }),
  );
  return { name: t("longTab"), widths: head.map(([, width]) => width), rows: [head.map(([key]) => t(key)), ...rows] };
}

/** The cell of a report: a number, or words where it has a range, another unit, or more than one. @param {Column} column @param {number} report */
function wideCell({ of, unit }, report) {
  const placed = of.get(report) || [];
  if (!placed.length) return null;
  const [{ row }] = placed;
  const plain = placed.length === 1 && row.figure.upper === null && row.figure.unit === unit;
  return plain ? row.figure.value : placed.map((each) => each.row.words).join(t("listMark"));
}

/** @param {Collected} collected @returns {Sheet} */
function wideSheet({ collection: { reports }, columns, labels }) {
  const head = [t("columnMerged"), t("columnUnit"), t("columnShare"), ...labels];
  const rows = columns.filter(({ key }) => key).map((column) => [column.indicator, column.unit, column.reports, ...reports.map((_, i) => wideCell(column, i))]);
  return { name: t("wideTab"), widths: head.map((_, i) => (i ? (i < 3 ? 8 : 14) : 28)), rows: [head, ...rows] };
}

/** @param {Collected} collected @returns {Sheet} */
function partsSheet({ collection: { reports } }) {
  const head = [t("reportSource"), t("factTitle"), t("columnPlace"), t("columnYear"), t("figures"), ...ROLES.map(([, key]) => t(key))];
  const rows = reports.map((report) => [
    report.source,
    report.metadata.title,
    placeOf(report),
    report.metadata.year,
    report.rows.length,
    ...ROLES.map(([role]) => partSign(role, report.roles.includes(role))),
  ]);
  return { name: t("fiveParts"), widths: [22, 40, 12, 7, 7, 12, 12, 12, 12, 12], rows: [head, ...rows] };
}

/** @param {Collected} collected @returns {Sheet} */
function columnsSheet({ columns }) {
  const head = [t("columnMerged"), t("columnUnit"), t("columnShare"), t("columnSure"), t("columnNames")];
  const rows = columns.map((column) => [columnName(column), column.unit, column.reports, t(SURE[leastSure(column.rows)]), namesOf(column).join(t("listMark"))]);
  return { name: t("columnsTab"), widths: [28, 8, 8, 10, 80], rows: [head, ...rows] };
}

/** The names that stand in a column, each once. @param {Column} column */
export const namesOf = ({ rows }) => Array.from(new Set(rows.map(({ row }) => row.figure.indicator)));

/** @param {Collected} collected @param {boolean} wideFirst a CSV file has the first alone */
export function collectionSheets(collected, wideFirst) {
  const both = [longSheet(collected), wideSheet(collected)];
  return [...(wideFirst ? both.reverse() : both), partsSheet(collected), columnsSheet(collected)];
}
