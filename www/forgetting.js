// What must be forgotten when everything is cleared. Each part that remembers something says how it forgets it.

/** @type {Set<() => void>} */
const forgets = new Set();

/** @param {() => void} forget */
export function onForget(forget) {
  forgets.add(forget);
}

export function forgetEverything() {
  for (const forget of forgets) forget();
}
