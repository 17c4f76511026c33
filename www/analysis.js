// When the text is read: at once after a paste, a breath after the last key while typing. The breath grows with the time
// that the last reading took, so that a long text never makes typing wait.

const SHORTEST = 40;
const LONGEST = 1500;

/**
 * @param {object} desk
 * @param {import("./text/editor.js").Editor} desk.editor
 * @param {(text: string) => import("../js/gangmu.d.ts").Report} desk.parse
 * @param {(text: string, report: import("../js/gangmu.d.ts").Report, milliseconds: number) => void} desk.give
 * @param {(why: unknown) => void} desk.fail
 */
export function createAnalysis({ editor, parse, give, fail }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let lasted = 0;
  let ready = false;

  function read() {
    // Marks redrawn in the middle of a composition would break the input method off.
    if (editor.composing()) {
      later(false);
      return;
    }
    const start = performance.now();
    try {
      editor.beginReading();
      const text = editor.text();
      const report = parse(text);
      const milliseconds = performance.now() - start;
      give(text, report, milliseconds);
    } catch (why) {
      fail(why);
    }
    lasted = performance.now() - start;
  }

  /** @param {boolean} soon */
  function later(soon) {
    clearTimeout(timer);
    if (ready) timer = setTimeout(read, soon ? 0 : Math.min(Math.max(SHORTEST, lasted * 3), LONGEST));
  }

  return {
    later,
    /** The parser is there. */
    start() {
      ready = true;
      later(true);
    },
  };
}
