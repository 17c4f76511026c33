// The served page's own files are kept by the browser, so that it opens without a network. Nothing of the reader's is.

/** Silent where it may not be: from a file, in a frame that may not, over plain http; the single file has nothing beside it to keep. */
export function keepForOffline() {
  try {
    if (!/^http/.test(location.protocol) || !window.isSecureContext || document.getElementById("gangmu-wasm")) return;
    navigator.serviceWorker.register("service-worker.js").catch(() => {});
  } catch {
    // A sandboxed frame has no service workers.
  }
}
