// When the text is read: at once after a paste, a breath after the last key while typing; one reading at a time. A text
// that changed while it was being read is read again, and what came of the old one is still shown: marks move with edits.

import { reached } from "./stages.js";

const SHORTEST = 40;
const LONGEST = 400;

/** The time between two tasks, in which keys and pointer are served. */
export const breath = () => new Promise((go) => setTimeout(go, 0));

/**
 * @param {object} desk
 * @param {import("./text/editor.js").Editor} desk.editor
 * @param {() => import("../js/gangmu.d.ts").Options} desk.options
 * @param {(text: string, report: import("../js/gangmu.d.ts").Report, milliseconds: number) => Promise<void>} desk.give
 * @param {(why: unknown) => void} desk.fail
 */
export function createAnalysis({ editor, options, give, fail }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let lasted = 0;
  let reading = false;
  let again = false;
  /** @type {import("./reading/client.js").Core | null} */
  let core = null;

  async function read() {
    // Marks redrawn in the middle of a composition would break the input method off.
    if (editor.composing()) return later(false);
    if (!core) return;
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    again = false;
    const start = performance.now();
    try {
      editor.beginReading();
      const text = editor.text();
      reached("asked");
      const { report, milliseconds } = await core.read(text, options());
      reached("answered");
      if (editor.composing()) again = true;
      else await give(text, report(), milliseconds);
    } catch (why) {
      fail(why);
    }
    lasted = performance.now() - start;
    reading = false;
    if (again) later(false);
  }

  /** @param {boolean} soon */
  function later(soon) {
    clearTimeout(timer);
    if (core) timer = setTimeout(read, soon ? 0 : Math.min(Math.max(SHORTEST, lasted / 2), LONGEST));
  }

  return {
    later,
    /** The core is there. @param {import("./reading/client.js").Core} ready */
    start(ready) {
      core = ready;
      later(true);
    },
  };
}
