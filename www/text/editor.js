// The text pane: CodeMirror, set up for reading a report.

import { history, historyKeymap, isolateHistory, redo, standardKeymap, undo } from "@codemirror/commands";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import { dropCursor, EditorView, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";
import { t } from "../words/language.js";
import { hover } from "./hover.js";
import { strip } from "./strip.js";
import { kin } from "./kin.js";
import { beginReading, choosePlace, chosenSpan, isAsRead, markAnew, marks, positionThen, spanToday, takeReading } from "./marks.js";

/** @typedef {import("../../js/gangmu.d.ts").Span} Span */
/** @typedef {ReturnType<typeof createEditor>} Editor */

/** CodeMirror's own words, in the page's language. */
function phrases() {
  return {
    Find: t("find"),
    Replace: t("replace"),
    next: t("next"),
    previous: t("previous"),
    all: t("all"),
    "match case": t("matchCase"),
    "by word": t("byWord"),
    regexp: t("regexp"),
    replace: t("replace"),
    "replace all": t("replaceAll"),
    close: t("close"),
    "current match": t("currentMatch"),
    "on line": t("onLine"),
    "replaced match on line $": t("replacedMatch"),
    "replaced $ matches": t("replacedMatches"),
  };
}

/** The nonce that the page's policy lets CodeMirror's style element have. */
function styleNonce() {
  // A link in the served page, an element in the single file.
  const style = document.querySelector("link[rel=stylesheet], style");
  return style instanceof HTMLElement ? style.nonce || "" : "";
}

/**
 * @param {HTMLElement} parent
 * @param {object} on
 * @param {(length: number, pasted: boolean) => void} on.text the text has changed
 * @param {(position: number) => void} on.cursor the reader has put the cursor there; in positions of the last reading
 * @param {(event: ClipboardEvent) => boolean} on.paste takes a paste, or leaves it to the editor
 * @param {() => number} on.covered how much of the pane's foot something lies over, in pixels
 */
export function createEditor(parent, on) {
  const words = new Compartment();
  const inLanguage = () => [
    EditorState.phrases.of(phrases()),
    placeholder(t("placeholder")),
    EditorView.contentAttributes.of({ "aria-label": t("text"), lang: "zh-CN", spellcheck: "false", tabindex: "0" }),
  ];

  const extensions = () => [
    EditorView.cspNonce.of(styleNonce()),
    words.of(inLanguage()),
    history(),
    search({ top: true }),
    highlightSelectionMatches({ minSelectionLength: 2, maxMatches: 200 }),
    highlightSpecialChars(),
    dropCursor(),
    EditorView.domEventHandlers({ paste: (event) => on.paste(event) }),
    EditorView.lineWrapping,
    EditorView.scrollMargins.of(() => ({ bottom: on.covered() })),
    keymap.of([...searchKeymap, ...historyKeymap, ...standardKeymap]),
    marks,
    hover,
    kin,
    strip,
    // A report pasted onto the empty desk is read from its beginning.
    EditorState.transactionFilter.of((transaction) => {
      const first = transaction.isUserEvent("input.paste") && transaction.startState.doc.length === 0;
      const toTop = { selection: { anchor: 0 }, sequential: true, effects: EditorView.scrollIntoView(0, { y: "start" }) };
      return first && transaction.docChanged ? [transaction, toTop] : transaction;
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        const whole = ["input.paste", "input.drop"];
        const pasted = update.transactions.some((each) => whole.some((event) => each.isUserEvent(event)));
        on.text(update.state.doc.length, pasted);
      } else if (update.selectionSet && update.transactions.some((each) => each.isUserEvent("select"))) {
        on.cursor(positionThen(update.state, update.state.selection.main.head));
      }
    }),
  ];
  const view = new EditorView({ parent, state: EditorState.create({ extensions: extensions() }) });

  return {
    /** The text with its lines joined by \n: the string that positions count in. */
    text: () => view.state.doc.toString(),
    length: () => view.state.doc.length,
    /** An input method is at work: marks must wait. */
    composing: () => view.composing,
    focus: () => view.focus(),
    /** Both answer whether there was anything to take back. */
    undo: () => undo(view),
    redo: () => redo(view),
    find: () => openSearchPanel(view),

    /**
     * Puts another text on the desk; undo brings the old one back.
     * @param {string} text
     */
    replace(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
        effects: [choosePlace.of(null), EditorView.scrollIntoView(0, { y: "start" })],
        userEvent: "input.drop",
      });
    },

    /** Puts a pasted text where the cursor is, in place of what is selected. @param {string} text */
    insert: (text) =>
      view.dispatch(view.state.replaceSelection(view.state.toText(text)), { userEvent: "input.paste", scrollIntoView: true }),

    /**
     * Makes the edits that mend findings of the last reading, in one step that undo takes back.
     * @param {import("../../js/gangmu.d.ts").Edit[]} edits
     */
    mend(edits) {
      const changes = edits.map(({ span, text }) => {
        const [from, to] = spanToday(view.state, span);
        return { from, to, insert: text };
      });
      view.dispatch({ changes, userEvent: "input.mend", annotations: isolateHistory.of("full") });
    },

    beginReading: () => view.dispatch({ effects: beginReading.of(null) }),

    /** @param {import("../survey.js").Survey} survey */
    takeReading: (survey) => view.dispatch({ effects: takeReading.of(survey) }),

    /** The same reading again, with other findings dismissed. @param {import("../survey.js").Survey} survey */
    markAnew: (survey) => view.dispatch({ effects: markAnew.of(survey) }),

    /** The text is still the one that was last read. */
    asRead: () => isAsRead(view.state),

    /** An empty desk that remembers nothing: no step can be taken back. */
    forget() {
      view.setState(EditorState.create({ extensions: extensions() }));
      on.text(0, false);
    },

    /** Where the chosen place starts, in positions of the last reading; null where none is chosen. */
    chosen() {
      const span = chosenSpan(view.state);
      return span ? positionThen(view.state, span[0]) : null;
    },

    /** Where the cursor stands, in positions of the last reading. */
    cursor: () => positionThen(view.state, view.state.selection.main.head),

    /**
     * Marks a span of the last reading as the chosen one.
     * @param {Span | null} span
     * @param {"leave" | "uncover" | "select"} how to leave the text where it is, to scroll only as far as the span is out
     * of sight, or to select it and bring it to the middle
     */
    choose(span, how) {
      const today = span && spanToday(view.state, span);
      /** @type {import("@codemirror/state").StateEffect<unknown>[]} */
      const effects = [choosePlace.of(today)];
      if (today && how !== "leave") {
        effects.push(EditorView.scrollIntoView(today[0], how === "select" ? { y: "center" } : { y: "nearest", yMargin: 12 }));
      }
      const selection = today && how === "select" ? { anchor: today[0], head: today[1] } : undefined;
      view.dispatch({ effects, selection });
    },

    turnLanguage: () => view.dispatch({ effects: words.reconfigure(inLanguage()) }),
  };
}
