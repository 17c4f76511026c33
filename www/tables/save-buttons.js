// The buttons at the foot of a large view that save what it shows.

import { button, element } from "../dom.js";
import { t } from "../words/language.js";

/**
 * @template {string} Ending
 * @param {Ending[]} endings
 * @param {(ending: Ending) => void} save
 */
export const saveButtons = (endings, save) => [
  element("span", { class: "foot-name" }, t("export")),
  ...endings.map((ending) => {
    const made = button(`.${ending}`, () => save(ending));
    made.dataset.save = ending;
    return made;
  }),
];
