// The text on the desk beside another: which other, which of the two is the earlier, and what the reader has corrected. All of it
// stays in memory, as long as neither text changes.

import { openDialog } from "../dialog.js";
import { element } from "../dom.js";
import { onForget } from "../forgetting.js";
import { aboutFile, ACCEPTED, readFile } from "../in/files.js";
import { pastedText } from "../in/paste.js";
import { Unreadable } from "../in/read.js";
import { createTablesOut } from "../out/save-tables.js";
import { t } from "../words/language.js";
import { corrected, noCorrections } from "./pairing.js";
import { namesOf, surveysOf } from "./said.js";
import { openBeside } from "./view.js";

/** @typedef {import("../out/save-tables.js").Source} Source */
/** @typedef {NonNullable<Awaited<ReturnType<ReturnType<typeof createCompare>["compared"]>>>} Compared */

/**
 * @param {object} desk
 * @param {() => Promise<import("../reading/client.js").Core>} desk.core
 * @param {() => string} desk.text
 * @param {() => import("../../js/gangmu.d.ts").Options} desk.options
 * @param {(take: ((files: File[]) => void) | null) => void} desk.divert dropped files
 * @param {(span: import("../../js/gangmu.d.ts").Span) => void} desk.show a place in the text
 * @param {() => void} desk.enter the text
 * @param {(sentence: string) => void} desk.say
 */
export function createCompare(desk) {
  const { core: coming, text: textNow, options, divert, say } = desk;
  /** @type {Source | null} */
  let other = null;
  /** The text on the desk that `turned` and the corrections are about. */
  let about = "";
  /** @type {boolean | null} the desk's text comes first; null where the years shall decide */
  let deskFirst = null;
  let corrections = noCorrections();
  const save = createTablesOut({ core: coming, options, say });

  onForget(() => take(null));

  /** @param {Source | null} next */
  function take(next) {
    other = next;
    about = "";
    deskFirst = null;
    corrections = noCorrections();
  }

  /** @returns {Promise<Source | null>} */
  async function ask() {
    const input = element("input", { type: "file", accept: ACCEPTED });
    input.hidden = true;
    const choose = element("button", { type: "button" }, t("compareChoose"));
    choose.addEventListener("click", () => input.click());
    const pasted = element("textarea", { rows: 9, class: "field", "aria-label": t("comparePaste"), placeholder: t("comparePaste"), spellcheck: "false" });
    const said = element("p", { role: "status", class: "field-wrong" });
    const answers = /** @type {import("../dialog.js").Answer[]} */ ([{ value: "", words: t("cancel") }, { value: "go", words: t("compare"), weight: "main" }]);
    const body = [element("p", { class: "question-lead" }, t("compareAskLead")), element("p", {}, choose, input), pasted, said];
    const { dialog, close, closed } = openDialog({ name: "compare-ask", heading: t("compareAsk"), body, answers, focus: choose });
    const go = /** @type {HTMLButtonElement} */ (dialog.querySelector("footer .main"));
    const allow = () => (go.disabled = pasted.value.trim() === "");
    allow();
    pasted.addEventListener("input", allow);
    pasted.addEventListener("paste", (event) => {
      const carried = event.clipboardData;
      // Word's numbers stand in its HTML alone.
      const better = carried && pastedText(carried.getData("text/html"), carried.getData("text/plain").replace(/\r\n?/g, "\n"));
      if (!better) return;
      event.preventDefault();
      pasted.setRangeText(better.text, pasted.selectionStart, pasted.selectionEnd, "end");
      allow();
    });

    /** @type {Source | null} */
    let read = null;
    /** @param {File[]} files */
    const takeFile = async ([file]) => {
      if (!file) return;
      try {
        read = { text: (await readFile(file)).text, source: file.name };
        close("file");
      } catch (why) {
        said.textContent = t(why instanceof Unreadable ? why.key : "fileFailed", aboutFile(file));
      }
    };
    input.addEventListener("change", () => takeFile(Array.from(input.files || [])));
    divert(takeFile);
    const answer = await closed;
    divert(null);
    return answer === "go" ? { text: pasted.value, source: t("comparePasted") } : answer === "file" ? read : null;
  }

  async function compared() {
    const text = textNow();
    if (!other) return null;
    const core = await coming();
    if (about !== text) {
      about = text;
      corrections = noCorrections();
      deskFirst = null;
    }
    if (deskFirst === null) {
      const [mine, theirs] = [(await core.parse(text, options())).metadata.year, (await core.parse(other.text, options())).metadata.year];
      deskFirst = mine !== null && theirs !== null && mine < theirs;
    }
    const desk = { text, source: t("compareDesk") };
    const sources = /** @type {[Source, Source]} */ (deskFirst ? [desk, other] : [other, desk]);
    const comparison = await core.compare(sources[0].text, sources[1].text, options());
    const names = namesOf([comparison.first, comparison.second], [sources[0].source, sources[1].source]);
    const surveys = surveysOf(comparison, [sources[0].text, sources[1].text]);
    return { comparison, sources, names, surveys, deskFirst, ...corrected(comparison, corrections, deskFirst) };
  }

  /** @param {boolean} anew another text is asked for @param {string} [tab] */
  async function open(anew, tab = "pairs") {
    if (!textNow().trim()) return say(t("compareNoDesk"));
    if (anew || !other) {
      const next = await ask();
      if (!next) return;
      take(next);
    }
    try {
      const found = await compared();
      if (!found) return;
      const pairOf = (/** @type {number} */ first, /** @type {number} */ second) => /** @type {import("./pairing.js").Couple} */ (found.deskFirst ? [first, second] : [second, first]);
      openBeside(found, tab, {
        show: desk.show,
        enter: desk.enter,
        save: (ending, sheets) => save(ending, t("compareFile", { first: found.names[0], second: found.names[1] }), found.sources, sheets),
        again: (next) => void open(false, next),
        other: () => void open(true),
        turn(next) {
          deskFirst = !found.deskFirst;
          void open(false, next);
        },
        apart(pair) {
          const couple = pairOf(pair.first, pair.second);
          const before = corrections.together.length;
          corrections.together = corrections.together.filter((each) => each[0] !== couple[0] || each[1] !== couple[1]);
          if (corrections.together.length === before) corrections.apart.push(couple);
          return corrected(found.comparison, corrections, found.deskFirst);
        },
        together(first, second) {
          const couple = pairOf(first, second);
          const before = corrections.apart.length;
          corrections.apart = corrections.apart.filter((each) => each[0] !== couple[0] || each[1] !== couple[1]);
          if (corrections.apart.length === before) corrections.together.push(couple);
          return corrected(found.comparison, corrections, found.deskFirst);
        },
      });
    } catch (why) {
      say(t("failed", { why: why instanceof Error ? why.message : String(why) }));
    }
  }

  return {
    open: () => open(false),
    compared,
    /** Beside a file. @param {File} file */
    async with(file) {
      try {
        take({ text: (await readFile(file)).text, source: file.name });
        await open(false);
      } catch (why) {
        say(t(why instanceof Unreadable ? why.key : "fileFailed", aboutFile(file)));
      }
    },
  };
}
