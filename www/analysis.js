// When the text is read: at once after a paste, a breath after the last key while typing; one reading at a time. A text
// that changed while it was being read is read again, and what came of the old one is still shown: marks move with edits.

import { reached } from "./stages.js";

/** A text longer than this is taken in several tasks, and first as far as one sees of it where it is new on the desk. In UTF-16 units. */
export const LONG = 50_000;
const SEEN = 8_000;

const SHORTEST = 40;
const LONGEST = 400;

/** The time between two tasks, in which keys and pointer are served. */
export const breath = () => new Promise((go) => setTimeout(go, 0));

/**
 * @param {object} desk
 * @param {import("./text/editor.js").Editor} desk.editor
 * @param {() => import("../js/gangmu.d.ts").Options} desk.options
 * @param {(text: string, report: import("../js/gangmu.d.ts").Report, milliseconds: number, whole: boolean) => Promise<void>} desk.give
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

  /** @param {boolean} fresh the text has just been put on the desk */
  async function read(fresh) {
    // Marks redrawn in the middle of a composition would break the input method off.
    if (editor.composing()) return later(false);
    if (!core) return;
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    again = false;
    const began = performance.now();
    try {
      editor.beginReading();
      const text = editor.text();
      const asked = options();
      reached("asked");
      const start = fresh && text.length > LONG ? readStart(core, text, asked) : null;
      // One worker answers in the order of the questions: the start comes first, and nothing waits between the two.
      const whole = core.read(text, asked);
      whole.catch(() => {});
      await start;
      const { report, milliseconds } = await whole;
      reached("answered");
      if (editor.composing()) again = true;
      else await give(text, report(), milliseconds, true);
    } catch (why) {
      fail(why);
    }
    lasted = performance.now() - began;
    reading = false;
    if (again) later(false);
  }

  /**
   * The lines that are in sight, while the rest is being read.
   * @param {import("./reading/client.js").Core} core
   * @param {string} text
   * @param {import("../js/gangmu.d.ts").Options} asked
   */
  async function readStart(core, text, asked) {
    const end = text.lastIndexOf("\n", SEEN) + 1 || SEEN;
    const { report, milliseconds } = await core.read(text.slice(0, end), asked);
    if (!editor.composing()) await give(text.slice(0, end), report(), milliseconds, false);
  }

  /** @param {boolean} soon */
  function later(soon) {
    clearTimeout(timer);
    if (!core) return;
    // A paste is asked about while the browser lays it out, not after.
    if (soon) queueMicrotask(() => read(true));
    else timer = setTimeout(() => read(false), Math.min(Math.max(SHORTEST, lasted / 2), LONGEST));
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
