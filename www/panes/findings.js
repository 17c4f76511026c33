// What an editor would want to be told, as a list.

import { byId, element, rowOf } from "../dom.js";
import { number, severityText } from "../format.js";
import { registerAction } from "../keys.js";
import { t } from "../words/language.js";
import { createRows } from "./rows.js";

/** @typedef {import("../survey.js").Survey} Survey */

/**
 * @param {object} on
 * @param {(finding: number) => void} on.choose
 * @param {() => void} on.enter the reader wants to go to the text
 */
export function createFindingsView(on) {
  const scroller = byId("findings-body");
  const list = element("div", { role: "listbox", class: "findings" });
  const nothing = element("p", { class: "nothing" });
  scroller.append(list, nothing);
  scroller.tabIndex = -1;

  /** @type {Survey | null} */
  let survey = null;
  let chosen = -1;
  const count = () => (survey ? survey.report.findings.length : 0);

  const rows = createRows({
    scroller,
    holder: list,
    height: 58,
    whole: 60,
    gap: () => element("div", { role: "none" }),
    draw: drawRow,
  });

  /** @param {number} index */
  function drawRow(index) {
    const row = element("div", {
      role: "option",
      class: "finding",
      "data-index": index,
      "aria-selected": String(index === chosen),
      tabindex: index === Math.max(chosen, 0) ? 0 : -1,
    });
    if (!survey) return row;
    const { severity, message, rule, source, span, places } = survey.report.findings[index];
    const words = survey.text.slice(span[0], Math.min(span[1], span[0] + 24));
    row.append(
      element("span", { class: `severity ${severity}` }, severityText(severity)),
      element("span", { class: "finding-message" }, message),
      element(
        "span",
        { class: "finding-place" },
        words ? `“${words}”` : "",
        places.length > 1 ? ` × ${number(places.length)}` : "",
        element("code", {}, rule),
        source || t("custom"),
      ),
    );
    return row;
  }

  /** @param {number} index */
  function go(index) {
    if (index < 0 || index >= count()) return;
    on.choose(index);
    const row = rows.reveal(index);
    if (row) row.focus({ preventScroll: true });
  }

  /** To the next finding in the order of the text, and round from the end. @param {1 | -1} step */
  function walk(step) {
    if (!count()) return false;
    go(chosen < 0 ? (step > 0 ? 0 : count() - 1) : (chosen + step + count()) % count());
  }
  registerAction({ id: "next-finding", keys: ["F8"], words: "keyNextFinding", group: "groupFindings", run: () => walk(1) });
  registerAction({ id: "previous-finding", keys: ["Shift+F8"], words: "keyPreviousFinding", group: "groupFindings", run: () => walk(-1) });

  list.addEventListener("click", (event) => go(rowOf(event)));

  scroller.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !count()) return;
    if (event.key === "ArrowDown") go(Math.min(chosen + 1, count() - 1));
    else if (event.key === "ArrowUp") go(Math.max(chosen - 1, 0));
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(count() - 1);
    else if (event.key === " ") go(Math.max(chosen, 0));
    else if (event.key === "Enter") {
      go(Math.max(chosen, 0));
      on.enter();
    } else return;
    event.preventDefault();
  });

  return {
    /** @param {Survey} next */
    show(next) {
      survey = next;
      chosen = -1;
      list.setAttribute("aria-label", t("findings"));
      nothing.hidden = count() > 0;
      nothing.textContent = t("noFindings");
      list.hidden = count() === 0;
      rows.show(count());
    },

    /** @param {number} finding */
    mark(finding) {
      chosen = finding;
      rows.reveal(finding);
      for (const row of rows.drawn()) {
        const index = Number(row.dataset.index);
        row.setAttribute("aria-selected", String(index === chosen));
        row.tabIndex = index === Math.max(chosen, 0) ? 0 : -1;
      }
    },
  };
}
