// The page in a frame of another page, with #embed in its address: the text comes by message, and every reading goes back
// by message, to that page and no other. docs/embedding.md says it to those who embed.

/** @typedef {import("../js/gangmu.d.ts").Report} Report */
/** @typedef {import("./settings/options.js").Settings} Settings */

/** Whether the address asks for it and there is a page around this one. */
const asked = () => location.hash.slice(1).split("&").includes("embed") && window.parent !== window;

const words = (/** @type {unknown} */ value) => Array.isArray(value) && value.every((each) => typeof each === "string");

/** What of the parent's options has the right shape. @param {unknown} given @returns {Partial<Settings>} */
function settingsFrom(given) {
  /** @type {Record<string, unknown>} */
  const options = Object(given);
  /** @type {Record<string, unknown>} */
  const settings = {};
  for (const name of ["rulesOn", "rulesOff", "units", "names", "patterns"]) if (words(options[name])) settings[name] = options[name];
  if (typeof options.profile === "string") settings.profile = options.profile;
  if (typeof options.year === "number") settings.year = options.year;
  return /** @type {Partial<Settings>} */ (settings);
}

/**
 * @param {object} desk
 * @param {(text: string) => void} desk.text puts a text on the desk
 * @param {(settings: Partial<Settings>) => void} desk.settings
 * @returns {{ ready: () => void, give: (text: string, report: Report) => void }} what the desk tells when
 */
export function connectEmbedding({ text, settings }) {
  if (!asked()) return { ready() {}, give() {} };
  document.documentElement.classList.add("embedded");

  /** Whom to answer: known once it has spoken. @type {string | null} */
  let origin = null;

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || typeof Object(event.data).gangmu !== "string") return;
    // A page from a disk has no origin that could be named; only a page from the same disk is answered all the same.
    const nameless = event.origin === "null" || event.origin === "file://";
    if (nameless && location.protocol !== "file:") return;
    origin = nameless ? "*" : event.origin;
    if (event.data.gangmu === "text" && typeof event.data.text === "string") text(event.data.text);
    if (event.data.gangmu === "options") settings(settingsFrom(event.data.options));
  });

  return {
    // It says nothing but that the page is there, so anybody around may hear it.
    ready: () => window.parent.postMessage({ gangmu: "ready" }, "*"),
    give(read, report) {
      if (origin !== null) window.parent.postMessage({ gangmu: "report", text: read, report }, origin);
    },
  };
}
