// The single file's first script. Chromium before 97 runs wasm only under 'unsafe-eval', so the file's policy allows both
// words; where 'wasm-unsafe-eval' alone will do, a second policy takes the other away: what counts is what both allow.
(function () {
  var policy = document.querySelector("meta[http-equiv=Content-Security-Policy]");

  /** @param {Document} place @param {string} content */
  function tighten(place, content) {
    var meta = place.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = content;
    place.head.appendChild(meta);
  }

  // A policy cannot be taken back, so it is tried in an empty frame, on the smallest wasm there is.
  var frame = document.createElement("iframe");
  var known = false;
  try {
    frame.setAttribute("hidden", "");
    document.documentElement.appendChild(frame);
    var inside = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
    tighten(inside.document, "script-src 'wasm-unsafe-eval'");
    known = new inside.WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) instanceof inside.WebAssembly.Module;
  } catch (refused) {
    known = false;
  }
  document.documentElement.removeChild(frame);
  if (known && policy) tighten(document, /** @type {HTMLMetaElement} */ (policy).content.replace(" 'unsafe-eval'", ""));
})();
