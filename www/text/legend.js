// The key to the marks in the text. Each entry hides or shows its kind.

import { element } from "../dom.js";
import { keyName, registerAction } from "../keys.js";
import { t } from "../words/language.js";

const kinds = /** @type {const} */ (["heading", "figure", "date", "citation", "noise", "finding"]);

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} paper gets a class `hide-…` for each kind that is hidden
 */
export function createLegend(bar, paper) {
  const buttons = kinds.map((kind) => {
    const button = element("button", { type: "button", class: "key", "aria-pressed": "true" });
    button.addEventListener("click", () => {
      const hidden = paper.classList.toggle(`hide-${kind}`);
      button.setAttribute("aria-pressed", String(!hidden));
    });
    bar.append(button);
    return button;
  });

  registerAction({
    id: "marks",
    keys: kinds.map((_, i) => `Alt+Shift+${i + 1}`),
    words: "keyMarks",
    group: "groupText",
    run: (event) => {
      const at = Number(event.code.slice(-1)) - 1;
      if (!buttons[at] || document.body.classList.contains("empty")) return false;
      buttons[at].click();
    },
  });

  return {
    /** Words in the page's language, with how many there are. @param {Record<typeof kinds[number], number>} counts */
    show(counts) {
      kinds.forEach((kind, i) => {
        const button = buttons[i];
        button.textContent = "";
        button.append(element("span", { class: `key-mark mark-${kind}` }, t(kind)), element("i", { class: "tally" }, String(counts[kind])));
        button.title = t("titleWithKey", { title: t("markShown"), key: keyName(`Alt+Shift+${i + 1}`) });
        button.setAttribute("aria-keyshortcuts", `Alt+Shift+${i + 1}`);
        button.classList.toggle("none", counts[kind] === 0);
      });
    },
  };
}
