// Counts what the page asks of the network once its own files are there. Anybody can see that it stays at zero.

/** Addresses of the files that the document itself names; a browser may read its icon late. */
const named = () => [
  ...Array.from(document.querySelectorAll("link"), (link) => link.href),
  ...Array.from(document.images, (image) => image.src),
];

/**
 * @param {(count: number) => void} show
 * @returns {() => void} to be called when the page's own files have been read
 */
export function watchRequests(show) {
  let settled = Infinity;
  let count = 0;

  /** The document names it, or it was read while the page was opening. @param {PerformanceResourceTiming} entry */
  const isOwn = (entry) =>
    // What the page itself made or carries.
    /^(?:blob|data):/.test(entry.name) ||
    (new URL(entry.name).origin === location.origin && (entry.startTime <= settled || named().includes(entry.name)));

  /** @param {PerformanceEntry[]} entries */
  const take = (entries) => {
    const foreign = entries.filter((entry) => entry instanceof PerformanceResourceTiming && !isOwn(entry));
    count += foreign.length;
    show(count);
  };

  new PerformanceObserver((list) => take(list.getEntries())).observe({ type: "resource", buffered: true });

  // The server's policy and the document's each report the same refusal.
  let refused = "";
  let refusedAt = -Infinity;
  document.addEventListener("securitypolicyviolation", ({ blockedURI, timeStamp }) => {
    if (blockedURI !== refused || timeStamp - refusedAt > 100) show(++count);
    refused = blockedURI;
    refusedAt = timeStamp;
  });

  show(count);
  return () => {
    settled = performance.now();
  };
}
