// The search: over titles, names of rules and of cases, functions and fields. The list is a script that is loaded when the
// search is first used: a page from a disk may not ask for a file.
(() => {
  const root = document.currentScript.dataset.root;
  const MOST = 12;

  /** Opened by a tap on a phone the lists would stand before the text. */
  if (window.matchMedia("(max-width: 800px)").matches) {
    for (const details of document.querySelectorAll(".list details")) details.open = false;
  }

  const input = document.getElementById("search");
  const list = document.getElementById("found");
  input.hidden = false;
  input.parentElement.classList.add("ready");

  /** @type {{ path: string, words: string, lower: string, kind: string, anchor: string }[] | null} */
  let entries = null;
  let asked = false;
  let chosen = -1;

  window.gangmuIndex = (pages) => {
    entries = [];
    for (const [path, places] of pages) {
      for (const [words, kind, anchor] of places) entries.push({ path, words, lower: words.toLowerCase(), kind, anchor });
    }
    show();
  };

  function load() {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = `${root}assets/index.js`;
    document.head.append(script);
  }

  /** Every word asked for stands in it; those that begin with the first come first, then the shorter. */
  function found(query) {
    const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (parts.length === 0 || entries === null) return [];
    const fits = entries.filter(({ lower }) => parts.every((part) => lower.includes(part)));
    const rank = ({ lower, words, kind }) => (lower === parts[0] ? 0 : lower.startsWith(parts[0]) ? 1 : 2) * 1000 + (kind === "case" ? 500 : 0) + words.length;
    return fits.sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
  }

  function show() {
    const fits = found(input.value);
    chosen = -1;
    list.textContent = "";
    for (const [index, { path, words, kind, anchor }] of fits.entries()) {
      const option = document.createElement("li");
      option.id = `found-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.to = root + path + (anchor ? `#${anchor}` : "");
      const label = document.createElement("i");
      label.textContent = kind;
      option.append(words, label);
      // The field keeps the focus, so that a click is not a blur first.
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => go(option));
      list.append(option);
    }
    const open = fits.length > 0;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const options = list.children;
    if (options.length === 0) return;
    chosen = (index + options.length) % options.length;
    for (const [at, option] of Array.from(options).entries()) option.setAttribute("aria-selected", String(at === chosen));
    options[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function go(option) {
    list.hidden = true;
    input.value = "";
    input.setAttribute("aria-expanded", "false");
    location.href = option.dataset.to;
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", show);
  input.addEventListener("blur", () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" && list.children.length > 0) go(list.children[Math.max(chosen, 0)]);
    else if (event.key === "Escape") {
      input.value = "";
      show();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
})();
