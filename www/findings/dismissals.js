// Findings that the reader has dismissed, each with the reason. They are known by their fingerprint, which stays the same
// while the text is edited elsewhere; they are kept in memory, and in a file where one asks for it.

import { onForget } from "../forgetting.js";

/** It holds no words of the report: the file of them may leave the machine. @typedef {{ fingerprint: string, rule: string, reason: string }} Dismissal */

/** Says what the file is, so that another is refused. */
const KIND = "gangmu-dismissals/1";

/** @type {Map<string, Dismissal>} */
const kept = new Map();

/** @type {Set<() => void>} */
const listeners = new Set();

function tell() {
  for (const listener of listeners) listener();
}

/** @param {string} fingerprint */
export const isDismissed = (fingerprint) => kept.has(fingerprint);

/** @param {string} fingerprint */
export function reasonOf(fingerprint) {
  const found = kept.get(fingerprint);
  return found ? found.reason : "";
}

export const dismissalCount = () => kept.size;

/** @param {Dismissal[]} dismissals */
export function dismiss(dismissals) {
  for (const each of dismissals) kept.set(each.fingerprint, each);
  if (dismissals.length) tell();
}

/** @param {string} fingerprint */
export function restore(fingerprint) {
  if (kept.delete(fingerprint)) tell();
}

export function restoreAll() {
  if (!kept.size) return;
  kept.clear();
  tell();
}

onForget(restoreAll);

/** @param {() => void} listener */
export function onDismissals(listener) {
  listeners.add(listener);
}

export const dismissalsFile = () => `${JSON.stringify({ kind: KIND, dismissals: Array.from(kept.values()) }, null, 2)}\n`;

/**
 * Adds what a file holds.
 * @param {string} content
 * @returns {number} how many it holds; -1 where it is no such file
 */
export function takeDismissalsFile(content) {
  /** @type {unknown} */
  let file;
  try {
    file = JSON.parse(content);
  } catch {
    return -1;
  }
  const { kind, dismissals } = /** @type {{ kind?: unknown, dismissals?: unknown }} */ (file || {});
  if (kind !== KIND || !Array.isArray(dismissals)) return -1;
  /** @type {Dismissal[]} */
  const taken = [];
  for (const each of dismissals) {
    const { fingerprint, rule, reason } = each || {};
    const whole = [fingerprint, rule, reason].every((field) => typeof field === "string");
    if (!whole || !/^[0-9a-f]{16}$/.test(fingerprint)) return -1;
    taken.push({ fingerprint, rule, reason });
  }
  dismiss(taken);
  return taken.length;
}
