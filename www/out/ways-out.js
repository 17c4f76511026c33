// The ways out, put together: the menu, what is asked before anything leaves, the file in the reader's hands.

import { byId } from "../dom.js";
import { number } from "../format.js";
import { registerAction } from "../keys.js";
import { t } from "../words/language.js";
import { citationOf } from "./citation.js";
import { copy } from "./clipboard.js";
import { download, fileName } from "../download.js";
import { createLeave } from "./leave.js";
import { createMenu } from "./menu.js";

/** @typedef {import("../../js/gangmu.d.ts").Options} Options */

/**
 * @param {object} desk
 * @param {() => Promise<import("./handover.js").Core>} desk.core
 * @param {() => string} desk.text of this moment, which may be newer than the last reading
 * @param {() => Options} desk.options what the desk reads with: the exports are read with the same
 * @param {() => number} desk.chosen the figure that is chosen, or -1
 * @param {(figure: number) => number} desk.startOf where it begins in the text
 * @param {(sentence: string) => void} desk.say
 */
export function createWaysOut({ core, text, options, chosen, startOf, say }) {
  const leave = createLeave({ core, text, options });
  const wishes = { clean: false, signed: true };

  let busy = false;
  /** One at a time, and what fails says so. @param {() => Promise<void>} work */
  async function once(work) {
    if (busy) return;
    busy = true;
    try {
      if (text().trim()) await work();
      else say(t("exportEmpty"));
    } catch (why) {
      say(t("exportFailed", { why: why instanceof Error ? why.message : String(why) }));
    } finally {
      busy = false;
    }
  }

  const menu = createMenu(byId("export"), {
    wishes,
    choose: (way) =>
      once(async () => {
        const handover = await leave.ask();
        const made = handover && (await way.make(handover, wishes));
        if (!handover || made === null) return;
        const title = handover.report.metadata.title || t("untitled");
        const name = fileName(title, way.suffix ? ` ${t(way.suffix)}${way.ending}` : way.ending);
        download(name, way.type, made);
        say(t("exported", { name }));
      }),
    privacy() {
      const places = leave.answer();
      if (places === null) return "";
      return places ? t("exportPrivacyMasked", { n: number(places) }) : t("exportPrivacyAsIs");
    },
    askAgain: () =>
      once(async () => {
        leave.forget();
        await leave.ask();
      }),
  });

  /** Copies a figure with its citation. @param {number} figure */
  const copyFigure = (figure) => {
    const start = startOf(figure);
    return once(async () => {
      const handover = await leave.ask();
      if (!handover) return;
      const index = handover.report.figures.findIndex(({ span }) => span[0] === start);
      if (index < 0) return;
      const words = citationOf(handover, index);
      say((await copy(words)) ? t("copied", { words }) : t("copyRefused"));
    });
  };

  registerAction({ id: "export", keys: ["Ctrl+S"], words: "exportHint", group: "groupFiles", run: () => (text() ? menu.toggle() : false) });
  const printDesk = () => once(async () => void ((await leave.ask()) && window.print()));
  registerAction({ id: "print", keys: ["Ctrl+P"], words: "keyPrint", group: "groupFiles", run: () => (text() ? void printDesk() : false) });
  registerAction({
    id: "copy-figure",
    keys: ["Alt+C"],
    words: "copyFigureHint",
    group: "groupText",
    run: () => (chosen() < 0 ? false : void copyFigure(chosen())),
  });

  return {
    copyFigure,
    /** What of the desk is masked on paper. @param {import("../survey.js").Survey} survey */
    privateIn: (survey) => leave.unasked(survey.text, survey.report),
  };
}
