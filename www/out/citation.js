// One figure in the report's own words, with the place where it stands.

import { clauseOf } from "../../js/places.js";
import { number } from "../format.js";
import { sectionMark } from "../survey.js";
import { t } from "../words/language.js";

/**
 * 受理纠纷30件——《清溪镇2021年工作报告》一(二)，第62–65字（纲目 0.1.0，原文 SHA-256 1a2b3c4d…）. The words are quoted, not put together
 * anew; the first digits of the text's digest say which version of it the place belongs to.
 * @param {import("./handover.js").Handover} handover
 * @param {number} index of the figure
 */
export function citationOf({ text, report, survey, provenance }, index) {
  const { span } = report.figures[index];
  const { title } = report.metadata;
  const section = survey.sections[index];
  return t("citationForm", {
    words: text.slice(...clauseOf(text, span)),
    title: title ? `《${title.replace(/《/g, "〈").replace(/》/g, "〉")}》` : t("untitled"),
    section: section < 0 ? t("beforeHeadings") : sectionMark(survey.places, section),
    from: number(span[0] + 1),
    to: number(span[1]),
    version: provenance.version,
    digest: provenance.sha256.slice(0, 8),
  });
}
