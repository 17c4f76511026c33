// How a section is named where its marker alone would not do.

import { sectionMark } from "../survey.js";
import { t } from "../words/language.js";

/**
 * Marker and title: 一(二) 纠纷化解.
 * @param {import("../survey.js").Place[]} places
 * @param {number} at index of the section, or -1
 */
export const sectionName = (places, at) => (at < 0 ? t("beforeHeadings") : `${sectionMark(places, at)} ${places[at].heading.title}`);
