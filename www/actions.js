// What the page as a whole does by key. What belongs to one part is registered by that part.

import { byId } from "./dom.js";
import { openHelp } from "./help.js";
import { registerAction } from "./keys.js";
import { TELL_KEY } from "./text/hover.js";
import { language, setLanguage } from "./words/language.js";

/**
 * @param {object} desk
 * @param {import("./text/editor.js").Editor} desk.editor
 * @param {ReturnType<typeof import("./panes/switch.js").createPanes>} desk.panes
 * @param {() => void} desk.putAway chooses nothing
 */
export function registerPageActions({ editor, panes, putAway }) {
  const empty = () => document.body.classList.contains("empty");
  const inEditor = () => document.activeElement !== null && document.activeElement.closest(".cm-editor") !== null;

  /** Shows a pane and puts the focus into it. @param {import("./panes/switch.js").View} view */
  const enter = (view) => {
    if (empty()) return false;
    panes.show(view);
    if (view === "text") return editor.focus();
    const pane = byId(view);
    const row = pane.querySelector(".pane-body [data-index][tabindex='0'], .pane-body [tabindex='0']") || pane.querySelector(".pane-body");
    if (row instanceof HTMLElement) row.focus();
  };
  /** @param {string} id @param {boolean} [always] also while its button is out of sight */
  const press = (id, always = false) => () => {
    const button = byId(id);
    if (!always && button.getClientRects().length === 0) return false;
    button.click();
  };

  registerAction({ id: "undo", keys: ["Ctrl+Z"], words: "keyUndo", group: "groupText", run: () => !inEditor() && !writing() && editor.undo() });
  registerAction({ id: "redo", keys: ["Ctrl+Y", "Ctrl+Shift+Z"], words: "keyRedo", group: "groupText", run: () => !inEditor() && !writing() && editor.redo() });
  registerAction({ id: "find", keys: ["Ctrl+F"], words: "keyFind", group: "groupText", run: () => !inEditor() && !empty() && (panes.show("text"), editor.find()) });
  registerAction({ id: "find-next", keys: ["F3", "Shift+F3"], words: "keyFindNext", group: "groupText", run: null });
  registerAction({ id: "tell", keys: [TELL_KEY], words: "keyTell", group: "groupText", run: null });
  registerAction({ id: "put-away", keys: ["Escape"], words: "keyPutAway", group: "groupText", run: null });

  registerAction({ id: "outline", keys: ["Alt+1"], words: "keyOutline", group: "groupPanes", run: () => enter("outline") });
  registerAction({ id: "text", keys: ["Alt+2"], words: "keyText", group: "groupPanes", run: () => enter("text") });
  registerAction({ id: "figures", keys: ["Alt+3"], words: "keyFigures", group: "groupPanes", run: () => enter("figures") });
  registerAction({ id: "checks", keys: ["Alt+4"], words: "keyChecks", group: "groupPanes", run: () => enter("checks") });
  registerAction({ id: "findings", keys: ["Alt+5"], words: "keyFindings", group: "groupPanes", run: () => enter("findings") });
  registerAction({
    id: "search",
    keys: ["Ctrl+K", "/"],
    words: "keySearch",
    group: "groupPanes",
    run: () => {
      const { view, side = "figures" } = document.body.dataset;
      if (empty()) return false;
      if (panes.narrow() && (view === "text" || view === "outline")) panes.show(/** @type {import("./panes/switch.js").View} */ (side));
      const field = byId(side).querySelector("input[type=search]");
      if (!(field instanceof HTMLInputElement)) return false;
      field.focus();
      field.select();
    },
  });
  registerAction({ id: "fold", keys: ["Alt+0"], words: "keyFold", group: "groupPanes", run: press("outline-fold", true) });
  registerAction({ id: "splitter", keys: ["ArrowLeft", "ArrowRight"], words: "keySplitter", group: "groupPanes", within: ".splitter", run: null });

  registerAction({ id: "move", keys: ["ArrowUp", "ArrowDown"], words: "keyMove", group: "groupLists", run: null });
  registerAction({ id: "ends", keys: ["Home", "End"], words: "keyEnds", group: "groupLists", run: null });
  registerAction({ id: "turn", keys: ["ArrowLeft", "ArrowRight"], words: "keyTurn", group: "groupLists", run: null });
  registerAction({ id: "enter", keys: ["Enter"], words: "keyEnter", group: "groupLists", run: null });

  registerAction({ id: "open", keys: ["Ctrl+O"], words: "keyOpen", group: "groupFiles", run: press("open", true) });
  registerAction({ id: "clear", keys: ["Alt+N"], words: "keyClear", group: "groupFiles", run: press("clear") });
  registerAction({ id: "sample", keys: ["Alt+Y"], words: "keySample", group: "groupFiles", run: press("sample") });

  registerAction({ id: "language", keys: ["Alt+L"], words: "keyLanguage", group: "groupPage", run: () => setLanguage(language() === "zh" ? "en" : "zh") });
  registerAction({ id: "help", keys: ["F1", "?"], words: "helpHint", group: "groupPage", run: () => void openHelp() });

  byId("help").addEventListener("click", () => void openHelp());

  // Last of all, after every part had its chance to close something of its own.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) putAway();
  });
}

/** The focus is in a field of its own undo. */
function writing() {
  const field = document.activeElement;
  return (field instanceof HTMLInputElement && /^(text|search|number)$/.test(field.type)) || field instanceof HTMLTextAreaElement;
}
