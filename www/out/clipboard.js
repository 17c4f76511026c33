// Copies words. navigator.clipboard is missing on http: pages of an office's own network and may refuse on file: pages.

import { element } from "../dom.js";

/**
 * @param {string} words
 * @returns {Promise<boolean>} whether they are on the clipboard
 */
export async function copy(words) {
  if (navigator.clipboard && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      // Refused by a policy: the old way may still be allowed.
    }
  }
  const focused = document.activeElement;
  const field = element("textarea", { class: "copied", readonly: "", "aria-hidden": "true", tabindex: "-1" });
  field.value = words;
  document.body.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
