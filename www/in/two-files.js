// Two files at once: to be compared, or to be collected?

import { openDialog } from "../dialog.js";
import { element } from "../dom.js";
import { t } from "../words/language.js";

/** @param {File[]} files two @returns {Promise<string>} "compare", "collect"; "" for neither */
export function askTwoFiles([first, second]) {
  const words = t("twoFilesLead", { first: first.name, second: second.name });
  const answers = /** @type {import("../dialog.js").Answer[]} */ ([
    { value: "", words: t("cancel") },
    { value: "collect", words: t("collect") },
    { value: "compare", words: t("compare"), weight: "main" },
  ]);
  const { dialog, closed } = openDialog({ name: "question", heading: t("twoFiles"), body: [element("p", {}, words)], answers });
  const main = dialog.querySelector(".main");
  if (main instanceof HTMLElement) main.focus();
  return closed;
}
