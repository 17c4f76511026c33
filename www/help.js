// The help sheet: every key of the page, made from the table that answers them.

import { openDialog } from "./dialog.js";
import { element } from "./dom.js";
import { GROUPS, keyName, registeredActions } from "./keys.js";
import { t } from "./words/language.js";

export async function openHelp() {
  const groups = GROUPS.map((group) => {
    const rows = registeredActions()
      .filter((action) => action.group === group)
      .map(({ id, keys, words }) => {
        const names = keys.flatMap((key, i) => [i ? " " : "", element("kbd", {}, keyName(key))]);
        return element("tr", { "data-id": id }, element("th", { scope: "row" }, t(words)), element("td", {}, ...names));
      });
    const table = element("table", {}, element("caption", {}, t(group)), element("tbody", {}, ...rows));
    return rows.length ? table : "";
  });
  const note = element("p", { class: "help-note" }, t("helpNote"));
  const print = element("button", { type: "button", class: "quiet" }, t("printSheet"));
  print.addEventListener("click", () => window.print());
  const body = [note, element("div", { class: "help-groups" }, ...groups), element("p", { class: "help-print" }, print)];
  await openDialog({ name: "help", heading: t("helpSheet"), body, focus: print }).closed;
}
