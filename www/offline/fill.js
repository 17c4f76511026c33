// What the libraries use and Chromium 80 has not got; tests/old-browsers.mjs would find another.

// @noble/hashes; Chromium 93.
if (!Object.hasOwn) {
  const hasOwn = (/** @type {object} */ holder, /** @type {PropertyKey} */ key) => Object.prototype.hasOwnProperty.call(holder, key);
  Object.defineProperty(Object, "hasOwn", { value: hasOwn, configurable: true, writable: true });
}
