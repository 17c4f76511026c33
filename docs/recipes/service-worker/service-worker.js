import { load, parse } from "gangmu/inline";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(load());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function figures(request) {
  await load();
  return Response.json(parse(await request.text()).figures);
}

self.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method === "POST" && pathname.endsWith("/figures.json")) event.respondWith(figures(event.request));
});
