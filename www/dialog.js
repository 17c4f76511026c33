// One dialog over the page at a time or one over another: the browser's own, so that the page behind is out of reach,
// Escape closes it and a screen reader says where it is. The focus goes back to where it was.

import { element } from "./dom.js";
import { t } from "./words/language.js";

/**
 * @typedef {object} Answer a button at the foot
 * @property {string} value what the dialog is closed with
 * @property {string} words
 * @property {"main" | "grave"} [weight] the usual answer; one that cannot be taken back
 */

/**
 * Opens a dialog; it is gone when it is closed.
 * @param {object} setup
 * @param {string} setup.name its class, for its style
 * @param {string} setup.heading
 * @param {(Node | string)[]} setup.body
 * @param {Answer[]} [setup.answers] pressing Enter in a field gives the main one
 * @param {HTMLElement} [setup.focus] what has the focus first; else the first control of the body, or of the foot
 * @returns {{ dialog: HTMLDialogElement, body: HTMLElement, close: (value?: string) => void, closed: Promise<string> }}
 * `closed` gives the answer, "" where the dialog was left without one
 */
export function openDialog({ name, heading, body, answers = [], focus }) {
  const before = document.activeElement;
  const id = `dialog-${name}`;
  const title = element("h2", { id }, heading);
  const leave = element("button", { type: "button", class: "quiet dialog-close", "aria-label": t("close"), title: t("closeEscape") }, "×");
  const middle = element("div", { class: "dialog-body" }, ...body);
  const dialog = element("dialog", { class: `dialog ${name}`, "aria-labelledby": id }, element("header", {}, title, leave), middle);
  const foot = element("footer", {});
  for (const { value, words, weight } of answers) {
    foot.append(element("button", { type: "button", "data-value": value, class: weight || null }, words));
  }
  if (answers.length) dialog.append(foot);

  let given = "";
  const close = (value = "") => {
    given = value;
    if (dialog.open) dialog.close();
  };
  leave.addEventListener("click", () => close());
  foot.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    if (pressed) close(pressed.dataset.value);
  });
  // A press on the page behind; one that began inside, such as a selection drawn too far, is none.
  dialog.addEventListener("mousedown", (event) => {
    const box = dialog.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (event.target === dialog && !inside) close();
  });
  dialog.addEventListener("keydown", (event) => {
    const main = answers.find(({ weight }) => weight === "main");
    const field = event.target instanceof HTMLInputElement && event.target.type !== "button";
    if (event.key === "Enter" && main && field && !event.isComposing) {
      event.preventDefault();
      close(main.value);
    }
  });

  /** @type {Promise<string>} */
  const closed = new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      document.body.classList.toggle("asking", document.querySelector("dialog[open]") !== null);
      // Old browsers leave the focus on the page as a whole.
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      resolve(given);
    });
  });
  document.body.append(dialog);
  document.body.classList.add("asking");
  dialog.showModal();
  const first = focus || middle.querySelector("input, select, textarea, button") || foot.querySelector(".main") || leave;
  if (first instanceof HTMLElement) first.focus();
  return { dialog, body: middle, close, closed };
}

/**
 * A question with one way on and one way back.
 * @param {object} question
 * @param {string} question.heading
 * @param {string} question.words
 * @param {string} question.yes
 * @param {boolean} [question.grave] it cannot be taken back: the way back has the focus
 * @returns {Promise<boolean>}
 */
export async function confirmed({ heading, words, yes, grave = false }) {
  const answers = /** @type {Answer[]} */ ([
    { value: "no", words: t("cancel") },
    { value: "yes", words: yes, weight: grave ? "grave" : "main" },
  ]);
  const { dialog, closed } = openDialog({ name: "question", heading, body: [element("p", {}, words)], answers });
  const first = dialog.querySelector(`[data-value=${grave ? "no" : "yes"}]`);
  if (first instanceof HTMLElement) first.focus();
  return (await closed) === "yes";
}
