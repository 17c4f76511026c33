// Short names that tell the reports of a collection apart: the year where only years differ, the place where only places do.

import { t } from "../words/language.js";

/** @typedef {import("../../js/gangmu.d.ts").CollectedReport} CollectedReport */

/** @param {CollectedReport} report */
export const placeOf = ({ metadata }) => metadata.place || metadata.issuer || "";

/** @param {CollectedReport[]} reports */
export function labelsOf(reports) {
  const places = new Set(reports.map(placeOf));
  const years = new Set(reports.map(({ metadata }) => metadata.year));
  const labels = reports.map((report) => {
    const place = places.size > 1 ? placeOf(report) : "";
    const { year } = report.metadata;
    const when = year && (years.size > 1 || !place) ? t("yearLabel", { year }) : "";
    return [place, when].filter(Boolean).join(" ") || report.source;
  });
  // Two of one place and year are told apart by their files.
  return labels.map((label, i) => (labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} ${reports[i].source}`));
}
