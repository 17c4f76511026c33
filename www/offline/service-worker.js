// Answers from the files of one version, kept whole. A new version is fetched beside it and taken at the next visit, or when
// the only open page is loaded again; never while a page of the old one is open.

/** @typedef {{ waitUntil(work: Promise<unknown>): void, respondWith(answer: Promise<Response>): void, request: Request, data: unknown }} WorkerEvent */
/** @typedef {{ addEventListener(name: string, heard: (event: WorkerEvent) => void): void, skipWaiting(): Promise<void>,
 *   registration: { scope: string, waiting: { postMessage(message: string): void } | null },
 *   clients: { matchAll(): Promise<unknown[]> } }} OwnScope */
const own = /** @type {OwnScope} */ (/** @type {unknown} */ (self));

const { scope } = own.registration;
const family = `gangmu ${scope} `;
const name = family + GANGMU_FILES.version;

/** Each file must be the one that this version was made with. */
async function fetchAll() {
  const cache = await caches.open(name);
  const requests = GANGMU_FILES.files.map(([file, integrity]) => new Request(new URL(file, scope).href, { integrity, cache: "reload" }));
  await cache.addAll(requests);
}

async function forgetOthers() {
  const others = (await caches.keys()).filter((each) => each.startsWith(family) && each !== name);
  await Promise.all(others.map((each) => caches.delete(each)));
}

/** @param {Request} request @returns {Promise<Response>} */
async function answer(request) {
  const { waiting } = own.registration;
  if (request.mode === "navigate" && waiting && (await own.clients.matchAll()).length < 2) {
    waiting.postMessage("take over");
    return new Response("", { headers: { Refresh: "0" } });
  }
  const kept = await (await caches.open(name)).match(request, { ignoreSearch: true });
  return kept || fetch(request);
}

own.addEventListener("install", (event) => event.waitUntil(fetchAll()));
own.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
own.addEventListener("message", ({ data }) => {
  if (data === "take over") own.skipWaiting();
});
own.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(scope)) event.respondWith(answer(request));
});
