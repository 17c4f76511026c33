// Asks for the reason why a finding is dismissed.

import { openDialog } from "../dialog.js";
import { element } from "../dom.js";
import { t } from "../words/language.js";

/** @type {import("../words/language.js").Key[]} */
const REASONS = ["reasonMeant", "reasonQuoted", "reasonWrong", "reasonOther"];

/**
 * @param {string} message of the finding
 * @returns {Promise<string | null>} the reason, or null where the finding is to stay
 */
export async function askReason(message) {
  const own = element("input", { type: "text", class: "reason-own", maxlength: 120, "aria-label": t("reasonOwn"), placeholder: t("reasonOwn") });
  const radios = REASONS.map((reason, i) => {
    const radio = element("input", { type: "radio", name: "reason", value: reason });
    radio.checked = i === 0;
    return radio;
  });
  const other = radios[radios.length - 1];
  own.addEventListener("input", () => (other.checked = true));
  const choices = element("fieldset", { class: "reasons" }, element("legend", {}, t("reason")));
  radios.forEach((radio, i) => choices.append(element("label", {}, radio, " ", t(REASONS[i]))));
  choices.append(own);
  const answers = /** @type {import("../dialog.js").Answer[]} */ ([
    { value: "no", words: t("cancel") },
    { value: "yes", words: t("dismiss"), weight: "main" },
  ]);
  const body = [element("p", { class: "reason-about" }, message), choices, element("p", { class: "reason-note" }, t("dismissNote"))];
  const { closed } = openDialog({ name: "dismiss", heading: t("dismissHeading"), body, answers, focus: radios[0] });
  if ((await closed) !== "yes") return null;
  const chosen = radios.findIndex((radio) => radio.checked);
  return (chosen === radios.length - 1 && own.value.trim()) || t(REASONS[chosen]);
}
