// Tabs of a dialog (the tabs pattern of WAI-ARIA).

import { element } from "../dom.js";

/**
 * @param {string} label
 * @param {{ name: string, words: string, tally?: number, panel: HTMLElement }[]} tabs
 * @param {string} first the one that is open
 * @param {(name: string) => void} opened
 */
export function createTabs(label, tabs, first, opened) {
  const bar = element("div", { class: "pane-bar", role: "tablist", "aria-label": label });
  const buttons = tabs.map(({ name, words, tally, panel }) => {
    const many = tally === undefined ? [] : [" ", element("i", { class: "tally" }, String(tally))];
    const button = element("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}` }, words, ...many);
    panel.id = `panel-${name}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", button.id);
    button.addEventListener("click", () => show(name));
    bar.append(button);
    return button;
  });
  bar.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!step) return;
    const next = buttons[(buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)) + step + buttons.length) % buttons.length];
    next.click();
    next.focus();
    event.preventDefault();
  });

  /** @param {string} open */
  function show(open) {
    tabs.forEach(({ name, panel }, i) => {
      panel.hidden = name !== open;
      buttons[i].setAttribute("aria-selected", String(name === open));
      buttons[i].tabIndex = name === open ? 0 : -1;
    });
    opened(open);
  }
  show(tabs.some(({ name }) => name === first) ? first : tabs[0].name);
  return bar;
}
