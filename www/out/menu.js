// The menu of exports: a button, and what opens under it (the menu pattern of WAI-ARIA).

import { element } from "../dom.js";
import { t } from "../words/language.js";
import { GROUPS } from "./ways.js";

/** @typedef {import("./ways.js").Way} Way */
/** @typedef {import("./ways.js").Wishes} Wishes */

/**
 * @param {HTMLElement} button
 * @param {object} on
 * @param {(way: Way) => void} on.choose
 * @param {Wishes} on.wishes changed by the two items that can be ticked
 * @param {() => string} on.privacy what becomes of personal data; "" where it was not asked
 * @param {() => void} on.askAgain
 */
export function createMenu(button, on) {
  const menu = element("div", { id: "export-menu", role: "menu", tabindex: "-1" });
  menu.hidden = true;
  button.after(menu);
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-controls", menu.id);
  const items = () => /** @type {HTMLElement[]} */ (Array.from(menu.querySelectorAll("[role^=menuitem]")));

  /** @param {string} role @param {string} name @param {string} ending @param {string} hint @param {() => void} act */
  function item(role, name, ending, hint, act) {
    const label = element("span", { class: "way-name" }, name);
    if (ending) label.append(element("span", { class: "way-ending" }, ending));
    const made = element("div", { role, class: "way", tabindex: "-1" }, label);
    if (hint) made.append(element("span", { class: "way-hint" }, hint));
    made.addEventListener("click", act);
    return made;
  }

  /** @param {keyof Wishes} wish @param {string} name */
  function wishItem(wish, name) {
    const made = item("menuitemcheckbox", name, "", "", () => {
      on.wishes[wish] = !on.wishes[wish];
      made.setAttribute("aria-checked", String(on.wishes[wish]));
    });
    made.classList.add("wish");
    made.setAttribute("aria-checked", String(on.wishes[wish]));
    return made;
  }

  function fill() {
    menu.textContent = "";
    menu.setAttribute("aria-label", t("export"));
    for (const { label, ways } of GROUPS) {
      const group = element("div", { role: "group", "aria-label": t(label) });
      for (const way of ways) {
        const made = item("menuitem", t(way.label), way.ending, t(way.hint), () => {
          close(true);
          on.choose(way);
        });
        made.id = `export-${way.name}`;
        group.append(made);
        if (way.name === "txt") group.append(wishItem("clean", t("exportTxtClean")), wishItem("signed", t("exportTxtSigned")));
      }
      menu.append(group, element("div", { role: "separator", class: "ways-rule" }));
    }
    const privacy = on.privacy();
    if (!privacy) {
      if (menu.lastElementChild) menu.lastElementChild.remove();
      return;
    }
    const again = item("menuitem", t("exportPrivacy", { answer: privacy }), "", t("exportPrivacyHint"), () => {
      close(true);
      on.askAgain();
    });
    again.id = "export-privacy";
    menu.append(again);
  }

  /** @param {"first" | "last"} at */
  function open(at) {
    fill();
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    focus(at === "first" ? 0 : -1);
    document.addEventListener("pointerdown", outside, true);
  }

  /** @param {boolean} back the focus returns to the button */
  function close(back) {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (back) button.focus();
  }

  /** @param {Event} event */
  function outside(event) {
    const { target } = event;
    if (target instanceof Node && !menu.contains(target) && !button.contains(target)) close(false);
  }

  /** @param {number} index */
  function focus(index) {
    const all = items();
    const found = all[(index + all.length) % all.length];
    if (found) found.focus();
  }

  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => (menu.hidden ? open("first") : close(true)));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    open(event.key === "ArrowDown" ? "first" : "last");
    event.preventDefault();
  });

  menu.addEventListener("keydown", (event) => {
    const all = items();
    const index = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === "ArrowDown") focus(index + 1);
    else if (event.key === "ArrowUp") focus(index - 1);
    else if (event.key === "Home") focus(0);
    else if (event.key === "End") focus(-1);
    else if (event.key === "Escape") close(true);
    else if (event.key === "Tab") return close(false);
    else if (event.key === "Enter" || event.key === " ") {
      if (index >= 0) all[index].click();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
      // A letter goes to the next item that begins with it, or whose file's ending does.
      const letter = event.key.toLowerCase();
      const begins = (/** @type {HTMLElement} */ each) => {
        const ending = each.querySelector(".way-ending");
        const words = [each.textContent || "", ((ending && ending.textContent) || "").slice(1)];
        return words.some((word) => word.toLowerCase().startsWith(letter));
      };
      const order = all.slice(index + 1).concat(all.slice(0, index + 1));
      const found = order.find(begins);
      if (found) found.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) close(false);
  });

  return {
    /** By its key. */
    toggle: () => (menu.hidden ? open("first") : close(true)),
  };
}
