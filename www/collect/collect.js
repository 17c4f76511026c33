// Many reports in one table: which, and what the reader has corrected. All of it stays in memory until it is emptied.

import { openDialog } from "../dialog.js";
import { element } from "../dom.js";
import { onForget } from "../forgetting.js";
import { aboutFile, readFile } from "../in/files.js";
import { Unreadable } from "../in/read.js";
import { openJson, saveJson } from "../json-files.js";
import { createTablesOut } from "../out/save-tables.js";
import { t } from "../words/language.js";
import { arranged, correctionsFile, correctionsOf } from "./columns.js";
import { labelsOf } from "./labels.js";
import { openCollection } from "./view.js";

/** @typedef {import("../out/save-tables.js").Source} Source */
/** @typedef {import("./columns.js").Correction} Correction */
/** @typedef {NonNullable<ReturnType<ReturnType<typeof createCollect>["collected"]>>} Collected */

/** @param {unknown} why */
const words = (why) => (why instanceof Error ? why.message : String(why));

/**
 * @param {object} desk
 * @param {() => Promise<import("../reading/client.js").Core>} desk.core
 * @param {() => string} desk.text
 * @param {() => import("../../js/gangmu.d.ts").Options} desk.options
 * @param {(take: ((files: File[]) => void) | null) => void} desk.divert dropped files
 * @param {(sentence: string) => void} desk.say
 */
export function createCollect({ core: coming, text: textNow, options, divert, say }) {
  /** @type {Source[]} */
  let sources = [];
  /** @type {import("../../js/gangmu.d.ts").Collection | null} */
  let collection = null;
  /** @type {Correction[]} */
  let corrections = [];
  /** What could not be read, each in a sentence. @type {string[]} */
  let bad = [];
  const save = createTablesOut({ core: coming, options, say });

  const empty = () => {
    sources = [];
    collection = null;
    corrections = [];
    bad = [];
  };
  onForget(empty);

  function collected() {
    return collection && { collection, sources, corrections, bad, labels: labelsOf(collection.reports), ...arranged(collection, corrections) };
  }

  /** @param {string} text @param {string} name */
  function take(text, name) {
    if (sources.some((each) => each.text === text)) return bad.push(t("collectSame", { name }));
    let source = name;
    for (let n = 2; sources.some((each) => each.source === source); n++) source = `${name} (${n})`;
    return sources.push({ text, source });
  }

  /** @param {File[]} files */
  async function add(files) {
    if (!files.length) return;
    const said = element("p", { role: "status" });
    const bar = element("progress", { max: files.length, value: 0, "aria-label": t("collect") });
    const answers = [{ value: "stop", words: t("collectStop") }];
    const { close, closed } = openDialog({ name: "reading", heading: t("collect"), body: [said, bar], answers });
    let stopped = false;
    void closed.then(() => (stopped = true));
    bad = [];
    for (let i = 0; i < files.length && !stopped; i++) {
      const file = files[i];
      said.textContent = t("collectReading", { n: i + 1, all: files.length, name: file.name });
      bar.value = i;
      try {
        take((await readFile(file)).text, file.name);
      } catch (why) {
        bad.push(t(why instanceof Unreadable ? why.key : "fileFailed", aboutFile(file)));
      }
    }
    said.textContent = t("collectLaying");
    bar.removeAttribute("value");
    await lay();
    close();
    await closed;
    open();
  }

  /** The settings that the collection was read with. */
  let laidWith = "";

  async function lay() {
    laidWith = JSON.stringify(options());
    try {
      collection = sources.length ? await (await coming()).collect(sources, options()) : null;
    } catch (why) {
      bad.push(t("failed", { why: words(why) }));
    }
  }

  /** @param {string} [tab] @param {string} [column] key of the one that is chosen */
  function open(tab = "wide", column = "") {
    const found = collected();
    const desk = textNow();
    openCollection(found, { tab, column, bad, canAdd: desk.trim() !== "" && !sources.some(({ text }) => text === desk) }, {
      add: (files) => void add(files),
      async addDesk() {
        const { metadata } = await (await coming()).parse(desk, options());
        take(desk, metadata.title || t("compareDesk"));
        await lay();
        open(tab);
      },
      empty() {
        empty();
        open();
      },
      /** @param {Correction[]} more */
      correct(more) {
        corrections = corrections.concat(more);
        return collected();
      },
      undo() {
        corrections = corrections.slice(0, -1);
        return collected();
      },
      keep: () => saveJson(t("correctionsName"), correctionsFile(corrections)),
      /** @param {(sentence: string, next: Collected | null) => void} done */
      recall(done) {
        openJson((name, content) => {
          const read = correctionsOf(content);
          if (!read) return done(t("correctionsBad", { name }), null);
          corrections = read;
          const next = collected();
          done(t("correctionsRead", { name, n: read.length, used: next ? next.used : 0 }), next);
        });
      },
      save: (ending, title, sheets) => save(ending, title, sources, sheets),
      divert,
      say,
    });
  }

  return {
    async open() {
      if (collection && laidWith !== JSON.stringify(options())) await lay();
      open();
    },
    add,
    collected,
  };
}
