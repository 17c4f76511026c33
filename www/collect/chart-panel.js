// The picture of an indicator under the wide table, with what stands in its column, and the picture as a file.

import { download, fileName } from "../download.js";
import { element } from "../dom.js";
import { chart, pngFile, svgFile } from "../pictures/chart.js";
import { saveButtons } from "../tables/save-buttons.js";
import { t } from "../words/language.js";
import { leastSure } from "./columns.js";
import { SURE } from "../compare/said.js";
import { placeOf } from "./labels.js";
import { columnName, namesOf } from "./sheets.js";

/** @typedef {import("../pictures/chart.js").Point} Point */

/**
 * @param {import("./columns.js").Column} column
 * @param {import("./collect.js").Collected} collected
 * @param {(sentence: string) => void} say
 * @returns {HTMLElement[]}
 */
export function chartPanel(column, { collection: { reports }, labels }, say) {
  const facts = element(
    "div",
    { class: "picture-facts" },
    element("p", {}, element("b", {}, columnName(column))),
    element("p", {}, t("factLine", { name: t("columnNames"), value: namesOf(column).join(t("listMark")) })),
    element("p", {}, t("factLine", { name: t("columnSure"), value: t(SURE[leastSure(column.rows)]) })),
  );
  if (column.reports < 2) {
    facts.append(element("p", { class: "hint" }, t("chartTooFew")));
    return [facts];
  }
  const first = Array.from(column.of.values(), ([placed]) => placed);
  // 件 and 起 count alike; 亩 and 公顷 do not.
  if (first.some(({ row }) => row.figure.unit !== column.unit && row.figure.kind !== "count")) {
    facts.append(element("p", { class: "hint" }, t("chartUnits")));
    return [facts];
  }
  const onePlace = new Set(reports.map(placeOf)).size === 1;
  /** @type {Point[]} */
  const points = first.map(({ report, row }) => {
    const { year } = reports[report].metadata;
    return { place: onePlace && year ? labels[report] : placeOf(reports[report]) || labels[report], year, value: row.figure.value, words: row.words };
  });
  // A place with two reports of one year has no line; each is a bar then, under its own name.
  const alike = points.some((a, i) => points.some((b, j) => i < j && a.year === b.year && (onePlace || a.place === b.place)));
  const several = new Set(points.map(({ year }) => year)).size > 1;
  if (alike || !several) points.forEach((point, i) => Object.assign(point, { place: labels[first[i].report], year: null }));
  else if (onePlace) points.forEach((point) => (point.place = placeOf(reports[0])));

  const title = column.unit ? t("chartOf", { indicator: column.indicator, unit: column.unit }) : column.indicator;
  const values = points.map(({ place, year, words }) => `${[place, year].filter(Boolean).join(" ")} ${words}`).join(t("listMark"));
  const drawn = chart({
    points,
    title,
    source: t("chartSource", { n: column.reports, version: GANGMU_VERSION }),
    says: t("factLine", { name: title, value: values }),
    more: (n) => `${t("listMark")}${t("chartMore", { n })}`,
  });
  const buttons = saveButtons(/** @type {("svg" | "png")[]} */ (["svg", "png"]), async (ending) => {
    const name = fileName(title, `.${ending}`);
    if (ending === "svg") download(name, "image/svg+xml", svgFile(drawn));
    else download(name, "image/png", await pngFile(drawn));
    say(t("exported", { name }));
  });
  facts.append(element("p", { class: "detail-buttons" }, ...buttons));
  const frame = element("div", { class: "chart-frame" });
  frame.append(drawn);
  return [frame, facts];
}
