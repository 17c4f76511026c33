// A slip over the desk that says what became of a file or a paste, and what can be done about it. It stays until it is
// closed or overtaken.

import { byId, element } from "../dom.js";
import { onLanguage, t } from "../words/language.js";

/** @typedef {import("../words/language.js").Key} Key */
/** @typedef {{ label: () => string, hint?: () => string, run: () => void }} Action */
/** @typedef {{ key: Key, values?: Record<string, string | number>, actions?: Action[], holds?: () => boolean }} Notice holds: whether what it says is still so */

export function createNotice() {
  // The place is always there, so that a screen reader hears what is put into it.
  const place = byId("notice");
  /** @type {Notice | null} */
  let shown = null;

  function draw() {
    place.textContent = "";
    if (!shown) return;
    const slip = element("div", { class: "notice" }, element("p", {}, t(shown.key, shown.values)));
    if (shown.actions && shown.actions.length > 0) {
      const row = element("div", { class: "notice-actions" });
      for (const { label, hint, run } of shown.actions) {
        const button = element("button", { type: "button", title: hint ? hint() : null }, label());
        button.addEventListener("click", run);
        row.append(button);
      }
      slip.append(row);
    }
    const close = element("button", { type: "button", class: "quiet notice-close", "aria-label": t("closeNotice"), title: t("closeNotice") }, "×");
    close.addEventListener("click", hide);
    slip.append(close);
    place.append(slip);
  }

  function hide() {
    shown = null;
    draw();
  }

  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    hide();
  });
  onLanguage(draw);

  return {
    hide,
    /** The text has changed. */
    check() {
      if (shown && shown.holds && !shown.holds()) hide();
    },
    /** @param {Notice} notice */
    show(notice) {
      shown = notice;
      draw();
    },
  };
}
