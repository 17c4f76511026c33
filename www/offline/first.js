// Runs before the page's script, and in any browser (no syntax after 2009): where the page cannot work, a plain sentence
// in place of a white page.
(function () {
  var wanting = !window.WebAssembly || !window.Promise || !window.TextDecoder || !window.ResizeObserver;
  function say() {
    var sentence = document.getElementById("too-old");
    if (!sentence) return;
    document.documentElement.className = "too-old";
    sentence.removeAttribute("hidden");
  }
  function ready() {
    return document.body && document.body.getAttribute("data-ready") !== null;
  }
  if (!window.addEventListener) {
    window.onload = say;
    return;
  }
  document.addEventListener("DOMContentLoaded", function () {
    if (wanting) say();
  });
  // Syntax that the browser does not know stops the whole script.
  window.addEventListener("error", function (event) {
    if (!ready() && (!event.error || event.error instanceof SyntaxError || wanting)) say();
  });
})();
