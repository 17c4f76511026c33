// Nothing leaves before it has been asked whether it may: personal data is offered for masking, a mark of secrecy has to be
// confirmed. What was answered holds for this text as it stands, in memory only.

import { onForget } from "../forgetting.js";
import { confirmed, openDialog } from "../dialog.js";
import { element } from "../dom.js";
import { number } from "../format.js";
import { t } from "../words/language.js";
import { createHandover } from "./handover.js";
import { hiding, masked, maskedOptions, privatePlaces, searching } from "./redaction.js";

/** @typedef {import("./handover.js").Core} Core */
/** @typedef {import("./handover.js").Handover} Handover */
/** @typedef {import("./redaction.js").PrivatePlace} PrivatePlace */
/** @typedef {import("../../js/gangmu.d.ts").Options} Options */

/** So many places are listed; a text with more is no report, and its places are masked together. */
const LISTED = 400;

/** @type {Record<PrivatePlace["kind"], import("../words/language.js").Key>} */
const KINDS = {
  telephone: "privateTelephone",
  identity: "privateIdentity",
  email: "privateEmail",
  plate: "privatePlate",
  account: "privateAccount",
  name: "privateName",
};

/**
 * @param {(PrivatePlace & { text: string })[]} places each with the text that it stands in
 * @returns {Promise<PrivatePlace[] | null>} what is to be masked; null where nothing is to leave
 */
async function askPrivacy(places) {
  const listed = places.slice(0, LISTED);
  const boxes = listed.map(() => {
    const box = element("input", { type: "checkbox" });
    box.checked = true;
    return box;
  });
  const every = element("input", { type: "checkbox" });
  every.checked = true;
  every.addEventListener("change", () => boxes.forEach((box) => (box.checked = every.checked)));
  const items = listed.map(({ text, span, kind, words, mask }, i) => {
    const before = text.slice(Math.max(0, span[0] - 10), span[0]).split("\n").slice(-1)[0];
    const after = text.slice(span[1], span[1] + 6).split("\n")[0];
    boxes[i].addEventListener("change", () => (every.checked = boxes.every((box) => box.checked)));
    return element(
      "li",
      {},
      element(
        "label",
        {},
        boxes[i],
        element("span", { class: "private-kind" }, t(KINDS[kind])),
        element("span", { class: "private-words" }, element("s", {}, words), ` → ${mask}`),
        element("span", { class: "private-place" }, `…${before}${words}${after}…`),
      ),
    );
  });
  const all = element("li", {}, element("label", {}, every, t("privacyEvery")));
  const list = element("ul", { class: "question-list" }, ...(items.length > 1 ? [all] : []), ...items);
  const more = places.length > LISTED ? [element("p", {}, t("privacyMore", { n: number(places.length - LISTED) }))] : [];
  const { dialog, closed } = openDialog({
    name: "privacy",
    heading: t("privacyTitle", { n: number(places.length) }),
    body: [element("p", { class: "question-lead" }, t("privacyLead")), list, ...more],
    answers: [
      { words: t("cancel"), value: "" },
      { words: t("privacyAsIs"), value: "as-is" },
      { words: t("privacyMask"), value: "mask", weight: "main" },
    ],
  });
  const main = dialog.querySelector("footer .main");
  if (main instanceof HTMLElement) main.focus();
  const answer = await closed;
  if (answer === "") return null;
  return answer === "mask" ? places.filter((_, i) => i >= LISTED || boxes[i].checked) : [];
}

/** Not to export is what a hasty Enter should mean. @param {string} words */
const askSecrecy = (words) => confirmed({ heading: t("secrecyTitle"), words: t("secrecyLead", { words }), yes: t("secrecyGoOn"), grave: true });

/**
 * The same for tables made of several texts; null where the reader decided against it.
 * @param {Core} core
 * @param {string[]} texts
 * @param {Options} options
 * @returns {Promise<{ hide: (words: string) => string, places: PrivatePlace[][] } | null>} what is masked in each text
 */
export async function askFor(core, texts, options) {
  /** @type {(PrivatePlace & { text: string })[]} */
  const found = [];
  let secret = "";
  for (const text of texts) {
    const report = await core.parse(text, searching(options));
    const mark = report.findings.find(({ rule }) => rule === "secrecy-mark");
    if (mark && !secret) secret = text.slice(...mark.span);
    found.push(...privatePlaces(text, report).map((place) => ({ ...place, text })));
  }
  if (secret && !(await askSecrecy(secret))) return null;
  const chosen = found.length ? await askPrivacy(found) : [];
  return chosen && { hide: hiding(chosen), places: texts.map((text) => found.filter((place) => place.text === text && chosen.includes(place))) };
}

/**
 * @param {object} desk
 * @param {() => Promise<Core>} desk.core
 * @param {() => string} desk.text
 * @param {() => Options} desk.options what the desk reads with
 */
export function createLeave({ core: coming, text: textNow, options: optionsNow }) {
  /** @type {{ text: string, places: PrivatePlace[] } | null} */
  let answered = null;
  /** @type {string | null} */
  let cleared = null;
  /** The last handover: two exports of one text are read once. @type {{ key: string, text: string, handover: Handover } | null} */
  let made = null;

  onForget(() => {
    answered = cleared = made = null;
  });

  return {
    /** What becomes of personal data in the text as it stands: places masked, or null where it was not asked. */
    answer: () => (answered && answered.text === textNow() ? answered.places.length : null),

    /**
     * What is to be masked of a text where there is no time to ask: what was answered for it, or everything.
     * @param {string} text
     * @param {import("../../js/gangmu.d.ts").Report} report
     */
    unasked: (text, report) => (answered && answered.text === text ? answered.places : privatePlaces(text, report)),

    /** The next export asks again. */
    forget() {
      answered = null;
    },

    /** @returns {Promise<Handover | null>} null where the reader decided against it */
    async ask() {
      const text = textNow();
      const options = optionsNow();
      const key = JSON.stringify(options);
      const core = await coming();
      if (!(answered && answered.text === text) || cleared !== text) {
        const report = await core.parse(text, searching(options));
        const mark = report.findings.find(({ rule }) => rule === "secrecy-mark");
        if (mark && cleared !== text && !(await askSecrecy(text.slice(...mark.span)))) return null;
        cleared = text;
        if (!(answered && answered.text === text)) {
          const places = privatePlaces(text, report);
          const chosen = places.length ? await askPrivacy(places.map((place) => ({ ...place, text }))) : [];
          if (!chosen) return null;
          answered = places.length ? { text, places: chosen } : null;
          made = null;
        }
      }
      if (made && made.text === text && made.key === key) return made.handover;
      const places = answered ? answered.places : [];
      const hide = hiding(places);
      const handover = await createHandover(core, masked(text, places), maskedOptions(options, hide), places.length, hide);
      made = { key, text, handover };
      return handover;
    },
  };
}
