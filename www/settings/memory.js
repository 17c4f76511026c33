// Settings kept in this browser, only while the reader asks for it. Nothing else of the page is ever kept there.

import { onForget } from "../forgetting.js";
import { settingsFile, settingsOf } from "./file.js";
import { changeSettings, currentSettings, onSettings } from "./options.js";
import { wrongPattern } from "./patterns.js";

const PLACE = "gangmu-settings";

/** The browser's store; null where it gives none, as to some pages opened from a file. @returns {Storage | null} */
function store() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function isRemembered() {
  const kept = store();
  return kept !== null && kept.getItem(PLACE) !== null;
}

/**
 * @param {boolean} on
 * @returns {boolean} whether it is so now
 */
export function remember(on) {
  const kept = store();
  if (!kept) return false;
  try {
    if (on) kept.setItem(PLACE, settingsFile(currentSettings()));
    else kept.removeItem(PLACE);
  } catch {
    return false;
  }
  return on;
}

onSettings(() => {
  if (isRemembered()) remember(true);
});

onForget(() => {
  const kept = store();
  if (kept) kept.clear();
  try {
    window.sessionStorage.clear();
  } catch {
    // Where there is no store there is nothing in it.
  }
});

/**
 * What was kept is taken up when the page opens. A pattern that this version refuses must not keep it from reading.
 * @param {Promise<Parameters<typeof wrongPattern>[0]>} core
 */
export async function recall(core) {
  const kept = store();
  const content = kept && kept.getItem(PLACE);
  const settings = content ? settingsOf(content) : null;
  if (!settings) return;
  changeSettings({ ...settings, patterns: [] });
  if (settings.patterns.length && !(await wrongPattern(await core, settings.patterns))) changeSettings({ patterns: settings.patterns });
}
