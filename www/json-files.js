// Small JSON files that hold what the reader has set or dismissed: saved where the reader likes, and read again.

import { element } from "./dom.js";
import { download } from "./download.js";

/** Nothing that this page writes is larger. */
const LARGEST = 4_000_000;

/** @param {string} name without its ending @param {string} content */
export const saveJson = (name, content) => download(`${name}.json`, "application/json", content);

/**
 * Opens the system's window for a file.
 * @param {(name: string, content: string) => void} take the content is "" where the file is too large to be one of ours
 */
export function openJson(take) {
  const input = element("input", { type: "file", accept: ".json,application/json", class: "json-file" });
  input.addEventListener("change", async () => {
    const file = input.files && input.files[0];
    input.remove();
    if (file) take(file.name, file.size > LARGEST ? "" : await file.text());
  });
  input.hidden = true;
  document.body.append(input);
  input.click();
}
