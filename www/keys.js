// The keys of the page: one table of actions, from which keys are answered, buttons are labelled and the help sheet is
// made. A part registers what it can do; two actions on one key in one place are refused at once.

import { t } from "./words/language.js";

/** @typedef {import("./words/language.js").Key} Key */

/** The groups of the help sheet, in its order. */
export const GROUPS = /** @type {const} */ (["groupFindings", "groupText", "groupPanes", "groupLists", "groupFiles", "groupPage"]);

/**
 * @typedef {object} Action
 * @property {string} id
 * @property {string[]} keys "F8", "Shift+F8", "Ctrl+K" (⌘ on a Mac), "Alt+1", "?"; buttons name the first
 * @property {Key} words what it does
 * @property {typeof GROUPS[number]} group
 * @property {((event: KeyboardEvent) => boolean | void) | null} run false where there was nothing to do and the key shall go
 * its way; null where the part that has the focus, or the browser, answers the key itself and it is only listed
 * @property {string} [within] a selector: only where the focus is in such an element
 */

/** @typedef {{ ctrl: boolean, shift: boolean, alt: boolean, key: string }} Stroke */

/** @type {Map<string, Action>} */
const actions = new Map();

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** @param {string} written @returns {Stroke} */
function strokeOf(written) {
  const parts = written.split("+");
  const key = parts[parts.length - 1];
  return { ctrl: parts.includes("Ctrl"), shift: parts.includes("Shift"), alt: parts.includes("Alt"), key };
}

/** A key that would write something, or press something, where the focus is. @param {Stroke} stroke */
const isTyped = ({ ctrl, alt, key }) => !ctrl && !alt && !/^(F\d+|Escape)$/.test(key);

/** @param {Stroke} stroke @param {KeyboardEvent} event */
function isPressed(stroke, event) {
  if (stroke.ctrl !== (event.ctrlKey || event.metaKey) || stroke.alt !== event.altKey) return false;
  const { key } = stroke;
  if (/^[A-Za-z0-9]$/.test(key)) {
    // With Alt some systems write another character; the place of the key on the board stays.
    const same = event.key.toUpperCase() === key.toUpperCase() || (stroke.alt && /^(Key|Digit|Numpad)(.)$/.exec(event.code)?.[2] === key.toUpperCase());
    return same && stroke.shift === event.shiftKey;
  }
  // A sign such as ? is on the shifted key of some boards and not of others; input methods write it full width.
  if (key.length === 1) return event.key === key || event.key === String.fromCharCode(key.charCodeAt(0) + 0xfee0);
  return event.key === key && stroke.shift === event.shiftKey;
}

/** @param {EventTarget | null} target */
function isWriting(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit|reset|file)$/.test(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Enter and space belong to the control that has the focus. @param {Stroke} stroke @param {EventTarget | null} target */
const isForControl = ({ key }, target) =>
  (key === "Enter" || key === " ") && target instanceof Element && target.closest("button, a[href], summary, [role=tab]") !== null;

/** @param {KeyboardEvent} event */
function answer(event) {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : document.body;
  const modal = document.querySelector("dialog[open]");
  // The narrower place goes first: Enter in a list before Enter anywhere.
  const inOrder = Array.from(actions.values()).sort((a, b) => Number(Boolean(b.within)) - Number(Boolean(a.within)));
  for (const { keys, run, within } of inOrder) {
    if (!run) continue;
    const place = within ? target.closest(within) : null;
    if ((within && !place) || (modal && !(place && modal.contains(place)))) continue;
    const stroke = keys.map(strokeOf).find((each) => isPressed(each, event));
    if (!stroke || (isTyped(stroke) && (isWriting(target) || isForControl(stroke, target)))) continue;
    if (run(event) === false) continue;
    event.preventDefault();
    event.stopPropagation();
    return;
  }
}

// Before the editor sees the key.
window.addEventListener("keydown", answer, true);

/** @param {Action} action */
export function registerAction(action) {
  if (actions.has(action.id)) throw new Error(`two actions ${action.id}`);
  for (const other of actions.values()) {
    if (!other.run || !action.run || other.within !== action.within) continue;
    const both = other.keys.find((key) => action.keys.includes(key));
    if (both) throw new Error(`${both} is for ${other.id} and for ${action.id}`);
  }
  actions.set(action.id, action);
}

/** Every action, in the order of the groups. @returns {Action[]} */
export const registeredActions = () => GROUPS.flatMap((group) => Array.from(actions.values()).filter((each) => each.group === group));

/** @type {Record<string, string>} */
const ARROWS = { Up: "↑", Down: "↓", Left: "←", Right: "→" };

/** A key as it is written on the board. @param {string} written */
export function keyName(written) {
  const short = written.replace("Escape", "Esc").replace(/Arrow(\w+)/, (whole, way) => ARROWS[way] || whole);
  return mac ? short.replace("Ctrl", "⌘").replace("Alt", "⌥").replace("Shift", "⇧").replace(/\+(?=.)/g, "") : short;
}

/**
 * Gives a control the key of its action: in its title, and for screen readers.
 * @param {HTMLElement} control
 * @param {string} id
 * @param {string} [title] the words of the action where none are given
 */
export function nameKey(control, id, title) {
  const action = actions.get(id);
  if (!action) throw new Error(`no action ${id}`);
  const [written] = action.keys;
  control.dataset.key = id;
  control.title = t("titleWithKey", { title: title || t(action.words), key: keyName(written) });
  control.setAttribute("aria-keyshortcuts", written.replace("Ctrl", mac ? "Meta" : "Control"));
}

/** The same for every element that the document itself ties to an action by `data-key`, after a change of language. */
export function nameKeys() {
  for (const node of Array.from(document.querySelectorAll("[data-key]"))) {
    const control = /** @type {HTMLElement} */ (node);
    const { key, title } = control.dataset;
    if (key && actions.has(key)) nameKey(control, key, title ? t(/** @type {Key} */ (title)) : undefined);
  }
}
