// Every way in: a file is dropped, chosen or pasted, a text is pasted or comes in the address; the text goes to the desk, and one
// sentence says how it was read. Where it can't be, the text on the desk stays.

import { onForget } from "../forgetting.js";
import { byId, element } from "../dom.js";
import { onLanguage, t } from "../words/language.js";
import { acceptAddress } from "./address.js";
import { ENCODINGS, likeness } from "./encoding.js";
import { aboutFile, acceptFiles, readFile } from "./files.js";
import { isMojibake, repairs } from "./mojibake.js";
import { createNotice } from "./notice.js";
import { pastedFiles, pastedText } from "./paste.js";
import { Unreadable } from "./read.js";

/** @typedef {import("./encoding.js").Encoding} Encoding */
/** @typedef {import("./notice.js").Action} Action */

/** How much of a text is shown on the button that offers it. */
const PREVIEW = 14;

/**
 * @param {object} desk
 * @param {import("../text/editor.js").Editor} desk.editor
 * @param {(sentence: string) => void} desk.say
 * @param {() => void} desk.toText brings the text into sight
 * @param {(files: File[]) => unknown} desk.several takes more than one file
 */
export function createWaysIn({ editor, say, toText, several }) {
  const notice = createNotice();
  const input = /** @type {HTMLInputElement} */ (byId("file"));
  const choice = byId("encoding");
  const select = element("select", { id: "encoding-choice" }, ...ENCODINGS.map((name) => element("option", { value: name }, name)));
  choice.append(select);

  /**
   * The file whose text stands on the desk, if its encoding can be chosen.
   * @type {{ name: string, text: string, encoding: Encoding, again: NonNullable<import("./read.js").Read["again"]> } | null}
   */
  let source = null;
  /** The file that was asked for last: one that takes longer must not come after it. */
  let asked = 0;

  onForget(() => {
    source = null;
    showChoice();
  });

  /** The control stands for as long as the text is the file's: undo may bring both back. */
  function showChoice() {
    const same = source !== null && editor.length() === source.text.length && editor.text() === source.text;
    choice.hidden = !same;
    if (same && source) {
      select.value = source.encoding;
      choice.title = t("encodingHint", { name: source.name });
    }
  }

  /** @param {string} name @param {Encoding} encoding @param {string} text @param {number} lost @param {NonNullable<typeof source>["again"]} again */
  function putFile(name, encoding, text, lost, again) {
    editor.replace(text);
    source = { name, encoding, again, text: editor.text() };
    showChoice();
    say(t("fileRead", { name, encoding }));
    if (isMojibake(text)) offer(source.text, name);
    else if (lost > 0) notice.show({ key: "fileReadLost", values: { name, encoding, n: lost }, holds: () => editor.length() > 0 });
  }

  /** @param {Encoding} encoding */
  function reread(encoding) {
    if (!source) return;
    notice.hide();
    const { text, lost } = source.again(encoding);
    putFile(source.name, encoding, text, lost, source.again);
  }
  select.addEventListener("change", () => reread(/** @type {Encoding} */ (select.value)));

  /**
   * Says that a text was decoded wrongly, with what it may have been.
   * @param {string} text
   * @param {string | null} name of the file, where it is one
   */
  function offer(text, name) {
    /** @type {{ text: string, hint: string, like: number, run: () => void }[]} */
    const ways = [];
    if (name !== null && source) {
      const { encoding: now, again } = source;
      for (const encoding of ENCODINGS) {
        if (encoding === now) continue;
        const { text: other, lost } = again(encoding);
        const like = likeness(other) - (lost * 20) / Math.max(other.length, 1);
        if (!isMojibake(other)) ways.push({ text: other, hint: encoding, like, run: () => reread(encoding) });
      }
    }
    for (const { from, to, text: other, score } of repairs(text)) {
      const run = () => {
        const whole = editor.text();
        const at = whole.indexOf(text);
        if (at >= 0) editor.replace(whole.slice(0, at) + other + whole.slice(at + text.length));
        notice.hide();
      };
      ways.push({ text: other, hint: `${from} → ${to}`, like: score, run });
    }
    // Bytes misread twice over still look like something: only what comes near the best is worth a button.
    const best = Math.max(...ways.map(({ like }) => like));
    const actions = ways
      .filter(({ like }) => like > 0.6 && like > best - 0.1)
      .sort((a, b) => b.like - a.like)
      .map((way) => action(way.text, way.hint, way.run));
    const holds = () => editor.length() >= text.length && editor.text().includes(text);
    notice.show({ key: actions.length > 0 ? "mojibakeOffer" : "mojibakeLost", actions, holds });
  }

  /** @param {string} text @param {string} hint @param {() => void} run @returns {Action} */
  function action(text, hint, run) {
    const start = text.replace(/\s+/g, " ").trim();
    const preview = start.length > PREVIEW ? `${start.slice(0, PREVIEW)}…` : start;
    return { label: () => t("readAs", { preview, encoding: hint }), run };
  }

  /** @param {File[]} files @param {boolean} folder */
  async function takeFiles(files, folder) {
    const file = files[0];
    if (!file) return;
    const mine = ++asked;
    notice.hide();
    if (files.length > 1) return void several(files);
    try {
      if (folder) throw new Unreadable("fileFolder");
      if (file.size > 1024 * 1024) say(t("fileReading", { name: file.name }));
      const read = await readFile(file);
      if (mine !== asked) return;
      toText();
      if (read.again && read.encoding) putFile(file.name, read.encoding, read.text, read.lost, read.again);
      else {
        source = null;
        editor.replace(read.text);
        showChoice();
        say(t("fileReadWhole", { name: file.name }));
      }
    } catch (why) {
      if (mine !== asked) return;
      const key = why instanceof Unreadable ? why.key : "fileFailed";
      say("");
      notice.show({ key, values: aboutFile(file) });
      if (!(why instanceof Unreadable)) console.error(why);
    }
  }

  /** Who takes what is dropped in the place of the desk. @type {((files: File[]) => void) | null} */
  let taker = null;
  acceptFiles({ veil: byId("drop"), input, take: (files, folder) => (taker ? taker(files) : takeFiles(files, folder)) });
  for (const id of ["open", "open-first"]) byId(id).addEventListener("click", () => input.click());
  onLanguage(showChoice);

  /**
   * A paste; true where nothing is left to do for whoever asked.
   * @param {ClipboardEvent} event
   * @param {boolean} plainToo whether plain text, too, is put in here
   */
  function takePaste(event, plainToo) {
    const carried = event.clipboardData;
    if (!carried) return false;
    const files = pastedFiles(carried);
    if (files.length > 0) {
      takeFiles(files, false);
      return true;
    }
    const plain = carried.getData("text/plain").replace(/\r\n?/g, "\n");
    const better = pastedText(carried.getData("text/html"), plain);
    const text = better ? better.text : plain;
    if (text === "") return false;
    notice.hide();
    if (isMojibake(text)) setTimeout(() => offer(text, null), 0);
    if (!better && !plainToo) return false;
    editor.insert(text);
    if (better && better.counted > 0) say(t("pasteNumbered", { n: better.counted }));
    return true;
  }

  // Where nothing has the focus, a paste goes to the desk as well.
  window.addEventListener("paste", (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.defaultPrevented || (target && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)))) return;
    if (!takePaste(event, true)) return;
    event.preventDefault();
    toText();
  });

  return {
    /** The desk is ready: what the address carries may come. */
    start: () =>
      acceptAddress((text) => {
        notice.hide();
        editor.replace(text);
        toText();
      }),
    /** A file onto the desk. @param {File} file */
    take: (file) => takeFiles([file], false),
    /** Files go there until null is given. @param {typeof taker} take */
    divert: (take) => (taker = take),
    /** The text has changed, by whomever. */
    changed() {
      showChoice();
      notice.check();
    },
    /** A paste into the editor; false leaves it to the editor. @param {ClipboardEvent} event */
    paste: (event) => takePaste(event, false),
  };
}
