// The settings: what is checked, what the report calls its own, and what is kept. Every change is in force at once.

import { confirmed, openDialog } from "../dialog.js";
import { element } from "../dom.js";
import { dismissalCount, dismissalsFile, restoreAll, takeDismissalsFile } from "../findings/dismissals.js";
import { number } from "../format.js";
import { openJson, saveJson } from "../json-files.js";
import { t } from "../words/language.js";
import { isYear, settingsFile, settingsOf } from "./file.js";
import { isRemembered, remember } from "./memory.js";
import { changeSettings, currentSettings, onSettings, PROFILES, usualSettings } from "./options.js";
import { wrongPattern } from "./patterns.js";
import { rulesList } from "./rules-list.js";

/** @typedef {import("../words/language.js").Key} Key */

/** @type {Record<typeof PROFILES[number], [name: Key, note: Key]>} */
const PROFILE_WORDS = {
  usual: ["profileUsual", "profileUsualNote"],
  strict: ["profileStrict", "profileStrictNote"],
  figures: ["profileFigures", "profileFiguresNote"],
  asked: ["profileAsked", "profileAskedNote"],
};

/** The lines of a field that say something, each with its number. @param {HTMLTextAreaElement} field */
const linesOf = (field) =>
  field.value
    .split("\n")
    .map((line, i) => ({ words: line.trim(), line: i + 1 }))
    .filter(({ words }) => words !== "");

/** How long after the last key a field is taken. */
const BREATH = 250;

/**
 * @param {object} on
 * @param {Promise<{ parse: (text: string, options: import("../../js/gangmu.d.ts").Options) => Promise<unknown> }>} on.core
 * @param {() => void} on.forget everything is to be cleared
 * @param {"rules"} [at] what is shown first
 */
export async function openSettings(on, at) {
  let forgotten = false;
  const note = element("p", { class: "settings-said", role: "status" });
  /** @param {string} sentence */
  const say = (sentence) => (note.textContent = sentence);

  /** @param {Key} name @param {(Node | string)[]} content */
  const section = (name, ...content) => element("section", { class: "settings-part" }, element("h3", {}, t(name)), ...content);
  /** @param {Key} words @param {() => void} run */
  const button = (words, run, weight = "") => {
    const made = element("button", { type: "button", class: weight || null }, t(words));
    made.addEventListener("click", run);
    return made;
  };

  // What is checked.
  const radios = PROFILES.map((profile) => element("input", { type: "radio", name: "profile", value: profile }));
  const profiles = element("div", { class: "profiles", role: "radiogroup", "aria-label": t("settingsProfile") });
  radios.forEach((radio, i) => {
    const [name, about] = PROFILE_WORDS[PROFILES[i]];
    profiles.append(element("label", {}, radio, element("span", {}, element("b", {}, t(name)), element("small", {}, t(about)))));
    radio.addEventListener("change", () => changeSettings({ profile: PROFILES[i] }));
  });
  const { list, search, done } = rulesList();

  // What the report calls its own.
  /** @param {"units" | "names" | "patterns"} what @param {Key} name @param {Key} about @param {string} example */
  const listField = (what, name, about, example) => {
    const field = element("textarea", { id: `own-${what}`, rows: 3, spellcheck: "false", lang: "zh-CN", placeholder: example, "aria-describedby": `own-${what}-about own-${what}-wrong` });
    const wrong = element("p", { class: "field-wrong", id: `own-${what}-wrong`, role: "alert" });
    const whole = element("div", { class: "own" }, element("label", { for: `own-${what}` }, t(name)), element("p", { class: "field-about", id: `own-${what}-about` }, t(about)), field, wrong);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const take = async () => {
      clearTimeout(timer);
      const lines = linesOf(field);
      const words = lines.map((each) => each.words);
      if (what === "patterns") {
        const found = await wrongPattern(await on.core, words);
        if (linesOf(field).map((each) => each.words).join("\n") !== words.join("\n")) return;
        wrong.textContent = found ? t("patternLine", { line: lines[found.place].line, words: found.words }) : "";
        field.setAttribute("aria-invalid", String(Boolean(found)));
        // The right ones stay in force until it is mended.
        if (found) return;
      }
      changeSettings({ [what]: words });
    };
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(take, BREATH);
    });
    field.addEventListener("change", take);
    return { field, whole, take };
  };
  const units = listField("units", "ownUnits", "ownUnitsAbout", t("ownUnitsExample"));
  const names = listField("names", "ownNames", "ownNamesAbout", t("ownNamesExample"));
  const patterns = listField("patterns", "ownPatterns", "ownPatternsAbout", "(?<indicator>好评指数)(?<number>\\d+)");
  const year = element("input", { type: "number", id: "own-year", min: 1900, max: 2999, step: 1, class: "field" });
  const takeYear = () => {
    const value = year.value === "" ? null : Number(year.value);
    if (value === null || isYear(value)) changeSettings({ year: value });
  };
  year.addEventListener("input", takeYear);

  // What is kept.
  const kept = element("input", { type: "checkbox", id: "remember", role: "switch" });
  kept.checked = isRemembered();
  kept.addEventListener("change", () => {
    const wanted = kept.checked;
    kept.checked = remember(wanted);
    say(wanted && !kept.checked ? t("rememberRefused") : t(kept.checked ? "rememberOn" : "rememberOff"));
  });
  const dismissed = element("p", { class: "field-about" });

  function show() {
    const now = currentSettings();
    radios.forEach((radio, i) => (radio.checked = now.profile === PROFILES[i]));
    for (const [{ field }, lines] of /** @type {const} */ ([[units, now.units], [names, now.names], [patterns, now.patterns]])) {
      // A field that is being written in stays as it is written.
      if (document.activeElement !== field && linesOf(field).map((each) => each.words).join("\n") !== lines.join("\n")) field.value = lines.join("\n");
    }
    if (document.activeElement !== year) year.value = now.year === null ? "" : String(now.year);
    dismissed.textContent = t("dismissedCount", { n: number(dismissalCount()) });
  }

  const takeSettings = () =>
    openJson(async (name, content) => {
      const settings = settingsOf(content);
      if (!settings) return say(t("settingsRefused", { name }));
      const found = await wrongPattern(await on.core, settings.patterns);
      if (found) return say(t("settingsBadPattern", { name, pattern: settings.patterns[found.place], words: found.words }));
      changeSettings(settings);
      show();
      say(t("settingsTaken", { name }));
    });
  const takeDismissals = () =>
    openJson((name, content) => {
      const many = takeDismissalsFile(content);
      show();
      say(many < 0 ? t("dismissalsRefused", { name }) : t("dismissalsTaken", { n: number(many) }));
    });

  const body = [
    note,
    section("settingsProfile", profiles),
    section("settingsRules", search, list),
    section("settingsOwn", units.whole, names.whole, patterns.whole, element("div", { class: "own year" }, element("label", { for: "own-year" }, t("ownYear")), element("p", { class: "field-about" }, t("ownYearAbout")), year)),
    section(
      "settingsKeep",
      element("label", { class: "remember" }, kept, element("span", {}, element("b", {}, t("remember")), element("small", {}, t("rememberAbout")))),
      // A file that was opened by a double click is kept by nobody.
      location.protocol === "file:" ? "" : element("p", { class: "field-about" }, t("programKept")),
      element("p", { class: "settings-buttons" }, button("settingsSave", () => saveJson(t("settingsName"), settingsFile(currentSettings()))), button("settingsLoad", takeSettings), button("settingsAllUsual", () => {
        changeSettings(usualSettings());
        show();
        say(t("settingsAreUsual"));
      })),
      element("h4", {}, t("settingsDismissals")),
      dismissed,
      element("p", { class: "settings-buttons" }, button("saveDismissals", () => saveJson(t("dismissalsName"), dismissalsFile())), button("loadDismissals", takeDismissals), button("restoreAll", () => {
        restoreAll();
        show();
      })),
    ),
    section("clearAll", element("p", { class: "field-about" }, t("clearAllAbout")), element("p", { class: "settings-buttons" }, button("clearAllDo", async () => {
      const sure = await confirmed({ heading: t("clearAllHeading"), words: t("clearAllAbout"), yes: t("clearAllYes"), grave: true });
      if (!sure) return;
      forgotten = true;
      dialog.close();
    }, "grave"))),
  ];
  const stop = onSettings(show);
  const dialog = openDialog({ name: "settings", heading: t("settings"), body, focus: at === "rules" ? search : undefined });
  show();
  if (!at) (radios.find((radio) => radio.checked) || radios[0]).focus();
  await dialog.closed;
  stop();
  done();
  if (forgotten) return on.forget();
  // What was typed a moment before is taken along.
  await Promise.all([units.take(), names.take(), patterns.take()]);
}
