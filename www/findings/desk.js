// What can be done with findings: walk through them, mend one, one kind or all, dismiss and restore. A fix is only made in
// the text that it was found in: while one types, it waits for the next reading.

import { openDialog } from "../dialog.js";
import { byId, element } from "../dom.js";
import { number } from "../format.js";
import { saveJson } from "../json-files.js";
import { keyName, registerAction } from "../keys.js";
import { t } from "../words/language.js";
import { askReason } from "./dismiss.js";
import { dismiss, dismissalsFile, isDismissed, restore, restoreAll } from "./dismissals.js";
import { changeShown, editsAt, editsOf } from "./fixes.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Edit} Edit */

/** So many changes are listed before all are made. */
const LISTED = 200;

/**
 * @param {object} desk
 * @param {import("../text/editor.js").Editor} desk.editor
 * @param {ReturnType<typeof import("../panes/findings.js").createFindingsView>} desk.view
 * @param {() => Survey} desk.survey
 * @param {() => { finding: number, spot: number } | null} desk.chosen
 * @param {(finding: number, spot: number) => void} desk.choose -1 for none
 * @param {(sentence: string) => void} desk.say
 * @param {() => void} desk.toText
 * @param {(rule: import("../../js/gangmu.d.ts").Rule) => void} desk.why
 */
export function createFindingsDesk({ editor, view, survey, chosen, choose, say, toText, why }) {
  /** What waits for a reading of the text as it is now. @type {(() => void) | null} */
  let held = null;
  /** Changes made since the last reading. */
  let made = 0;

  /** @param {number} index */
  const findingAt = (index) => survey().report.findings[index];
  /** @param {string} fingerprint */
  const indexOf = (fingerprint) => survey().report.findings.findIndex((each) => each.fingerprint === fingerprint);

  /** @param {() => void} run */
  function whenRead(run) {
    if (editor.asRead()) run();
    else held = run;
  }

  /** Chooses, and leaves the focus in the list or on the slip where it was there. @param {number} index @param {number} [spot] */
  function chooseNext(index, spot = 0) {
    const active = document.activeElement;
    const inList = active !== null && byId("findings-body").contains(active);
    const inCard = active !== null && byId("card").contains(active);
    choose(index, spot);
    if (inList) view.focus();
    else if (inCard) focusCard();
  }

  function focusCard() {
    const button = byId("card").querySelector("[data-do]");
    if (button instanceof HTMLElement) button.focus();
    else editor.focus();
  }

  /** @param {Edit[]} edits @param {number[]} leaving findings that will be gone @param {number} from */
  function make(edits, leaving, from) {
    if (!edits.length) return;
    const next = view.after((index) => leaving.includes(index), from);
    editor.mend(edits);
    made += edits.length;
    chooseNext(next);
  }

  /** @param {number} index @param {number} spot of one place, or -1 for the whole finding */
  function fix(index, spot) {
    const { fingerprint } = findingAt(index);
    whenRead(() => {
      const now = indexOf(fingerprint);
      if (now < 0) return;
      const finding = findingAt(now);
      const edits = editsAt(finding, spot);
      const whole = edits.length === (finding.fix || []).length;
      if (whole) return make(edits, [now], now);
      // The rest of its places stays: on to the next of them.
      editor.mend(edits);
      made += edits.length;
      chooseNext(now, Math.min(spot + 1, finding.places.length - 1));
    });
  }

  /** @param {number} index */
  function fixKind(index) {
    const { rule } = findingAt(index);
    whenRead(() => {
      const same = survey().open.filter((each) => findingAt(each).rule === rule && findingAt(each).fix);
      if (same.length) make(editsOf(same.map(findingAt)), same, same[same.length - 1]);
    });
  }

  function fixAll() {
    whenRead(async () => {
      const { text } = survey();
      const all = view.fixable();
      if (!all.length) return;
      const edits = editsOf(all.map(findingAt));
      const list = element("ol", { class: "changes" });
      for (const edit of edits.slice(0, LISTED)) list.append(element("li", {}, changeShown(text, edit.span, [edit])));
      if (edits.length > LISTED) list.append(element("li", { class: "more" }, t("fixAllMore", { n: number(edits.length - LISTED) })));
      const { closed } = openDialog({
        name: "fix-all",
        heading: t("fixAllHeading", { n: number(all.length) }),
        body: [element("p", { class: "reason-note" }, t("fixAllNote", { n: number(edits.length) })), list],
        answers: [
          { value: "no", words: t("cancel") },
          { value: "yes", words: t("fixAllDo", { n: number(edits.length) }), weight: "main" },
        ],
      });
      if ((await closed) !== "yes") return;
      // Nothing can have been typed behind the dialog.
      make(edits, all, all[all.length - 1]);
    });
  }

  /** @param {number} index */
  async function turnAway(index) {
    const finding = findingAt(index);
    const { fingerprint, rule } = finding;
    if (isDismissed(fingerprint)) {
      restore(fingerprint);
      chooseNext(indexOf(fingerprint));
      return say(t("restoredSo", { left: number(survey().open.length) }));
    }
    const reason = await askReason(finding.message);
    if (reason === null) return;
    const next = view.after((each) => findingAt(each).fingerprint === fingerprint, indexOf(fingerprint));
    const after = next < 0 ? "" : findingAt(next).fingerprint;
    dismiss([{ fingerprint, rule, reason }]);
    chooseNext(after ? indexOf(after) : -1);
    say(t("dismissedSo", { left: number(survey().open.length) }));
  }

  /** To the next finding in the order of the text, and round from the end. @param {1 | -1} step */
  function walk(step) {
    const shown = view.shown();
    if (!shown.length) return say(t("noFindings"));
    const now = chosen();
    const position = now ? findingAt(now.finding).span[0] : editor.cursor();
    /** @param {number} index */
    const beyond = (index) => {
      const start = findingAt(index).span[0];
      if (now) return step > 0 ? index > now.finding : index < now.finding;
      return step > 0 ? start >= position : start < position;
    };
    const ahead = shown.filter(beyond);
    const next = step > 0 ? ahead[0] : ahead[ahead.length - 1];
    if (next === undefined) say(t(step > 0 ? "walkedRound" : "walkedBack"));
    choose(next !== undefined ? next : step > 0 ? shown[0] : shown[shown.length - 1], 0);
    // Enter mends, I dismisses, Escape leads back.
    if (byId("findings").getClientRects().length) view.focus();
    else focusCard();
  }

  /** To another place of the chosen finding. @param {1 | -1} step */
  function walkPlaces(step) {
    const now = chosen();
    if (!now) return false;
    const { length } = findingAt(now.finding).places;
    if (length < 2) return false;
    chooseNext(now.finding, (now.spot + step + length) % length);
  }

  /** @param {(finding: number, spot: number) => void} run @returns {() => boolean | void} */
  const withChosen = (run) => () => {
    const now = chosen();
    if (!now) return false;
    run(now.finding, now.spot);
  };

  /** The finding that the list has the focus on. @param {(finding: number, spot: number, what: string) => boolean | void} run */
  const withRow = (run) => () => {
    const node = view.current();
    return node ? run(node.finding, node.what === "place" ? node.spot : -1, node.what) : false;
  };

  const inList = { group: /** @type {const} */ ("groupFindings"), within: "#findings-body" };
  const anywhere = { group: /** @type {const} */ ("groupFindings") };
  registerAction({ id: "next-finding", keys: ["F8"], words: "keyNextFinding", ...anywhere, run: () => walk(1) });
  registerAction({ id: "previous-finding", keys: ["Shift+F8"], words: "keyPreviousFinding", ...anywhere, run: () => walk(-1) });
  registerAction({
    id: "fix-row",
    keys: ["Enter"],
    words: "keyFix",
    ...inList,
    run: withRow((index, spot, what) => {
      if (what !== "finding" && what !== "place") return false;
      if (findingAt(index).fix && !isDismissed(findingAt(index).fingerprint)) return fix(index, spot);
      choose(index, Math.max(spot, 0));
      toText();
    }),
  });
  registerAction({ id: "fix", keys: ["Alt+Enter"], words: "keyFixAnywhere", ...anywhere, run: withChosen((index) => (findingAt(index).fix ? fix(index, -1) : undefined)) });
  registerAction({ id: "fix-place", keys: ["Alt+P"], words: "mendPlace", ...anywhere, run: withChosen((index, spot) => (findingAt(index).fix ? fix(index, spot) : undefined)) });
  registerAction({ id: "fix-kind-row", keys: ["Shift+Enter"], words: "keyFixKind", ...inList, run: withRow((index, spot, what) => (what === "dismissed" || what === "severity" ? false : fixKind(index))) });
  registerAction({ id: "fix-kind", keys: ["Alt+Shift+Enter"], words: "keyFixKind", ...anywhere, run: withChosen(fixKind) });
  registerAction({ id: "fix-all", keys: ["Alt+A"], words: "keyFixAll", ...anywhere, run: fixAll });
  registerAction({ id: "dismiss-row", keys: ["I", "Delete"], words: "keyDismiss", ...inList, run: withRow((index, spot, what) => (what === "finding" || what === "place" ? void turnAway(index) : false)) });
  registerAction({ id: "dismiss", keys: ["Alt+I"], words: "keyDismissAnywhere", ...anywhere, run: withChosen((index) => void turnAway(index)) });
  registerAction({ id: "why-row", keys: ["W"], words: "keyWhy", ...inList, run: withRow((index, spot, what) => (what === "finding" || what === "place" || what === "rule" ? why(findingAt(index).rule) : false)) });
  registerAction({ id: "why", keys: ["Alt+W"], words: "keyWhyAnywhere", ...anywhere, run: withChosen((index) => why(findingAt(index).rule)) });
  registerAction({ id: "next-place", keys: ["Alt+ArrowDown"], words: "nextPlace", ...anywhere, run: () => walkPlaces(1) });
  registerAction({ id: "previous-place", keys: ["Alt+ArrowUp"], words: "previousPlace", ...anywhere, run: () => walkPlaces(-1) });
  registerAction({ id: "findings-order", keys: ["Alt+O"], words: "keyOrder", ...anywhere, run: () => (document.body.classList.contains("empty") ? false : view.turnOrder()) });
  byId("fix-all").addEventListener("click", fixAll);
  byId("dismissals-save").addEventListener("click", () => saveJson(t("dismissalsName"), dismissalsFile()));
  byId("dismissals-restore").addEventListener("click", () => {
    restoreAll();
    view.focus();
    say(t("restoredSo", { left: number(survey().open.length) }));
  });

  /** What a button of the slip does. @param {string} what @param {number} index @param {number} spot */
  function press(what, index, spot) {
    const { fix: edits, fingerprint } = findingAt(index);
    if ((what === "mend" || what === "place") && edits && !isDismissed(fingerprint)) fix(index, what === "place" ? spot : -1);
    else if (what === "kind") fixKind(index);
    else if (what === "dismiss") void turnAway(index);
    else if (what === "why") why(findingAt(index).rule);
    else if (what === "next") walkPlaces(1);
    else if (what === "previous") walkPlaces(-1);
  }

  return {
    press,
    /** A new reading is on the desk. */
    read() {
      if (made) {
        const left = survey().open.length;
        say(t(left ? "mended" : "mendedLast", { n: number(made), left: number(left), key: keyName("Ctrl+Z") }));
        made = 0;
      }
      if (!held || !editor.asRead()) return;
      const run = held;
      held = null;
      run();
    },
  };
}
