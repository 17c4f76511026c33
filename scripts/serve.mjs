/**
 * Serves a folder on this machine only, with the security policy that the page is meant to be served with.
 */
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

export const DEFAULT_PORT = 4860;

/** Nothing from elsewhere, nothing to elsewhere: what is pasted stays on the machine. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // The nonce is for the one style element that the page's editor adds (www/index.html).
  "style-src 'self' 'nonce-gangmu-editor'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * The same for the documentation: editors in its recipes write styles of their own, and its pages hold the recipes in frames.
 */
export const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** @type {Record<string, string>} */
const MIME_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

/**
 * @typedef {{ at: string, file: string, policy: string | null }} Beside What is served beside the folder: `at` an address, a file or,
 *   where the address ends in /, a folder.
 */

/**
 * @param {string} folder
 * @param {{ port?: number, policy?: string | null, seen?: (path: string) => void, beside?: Beside[] }} [settings] `port`: 0
 *   for any free one; `policy`: null for none; `seen` hears of every request.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, policy = CONTENT_SECURITY_POLICY, seen, beside = [] } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    seen?.(pathname);
    const refuse = (/** @type {number} */ status, /** @type {string} */ reason) => {
      response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${reason}\n`);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "only GET");
    const place = beside.find(({ at }) => (at.endsWith("/") ? pathname.startsWith(at) : pathname === at)) ?? { at: "/", file: folder, policy };
    try {
      const root = await realpath(place.file);
      const below = decodeURIComponent(pathname.slice(place.at.length));
      const file = await realpath(path.join(root, below, pathname.endsWith("/") ? "index.html" : ""));
      const inside = file === root || file.startsWith(root + path.sep);
      if (!inside || !(await stat(file)).isFile()) return refuse(404, "not found");
      response.writeHead(200, {
        "Content-Type": MIME_TYPES[path.extname(file)] ?? "application/octet-stream",
        // A page that was built anew must be seen anew.
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        ...(place.policy === null ? {} : { "Content-Security-Policy": place.policy }),
      });
      if (request.method === "HEAD") response.end();
      else createReadStream(file).on("error", () => response.destroy()).pipe(response);
    } catch {
      refuse(404, "not found");
    }
  });
  await realpath(folder);
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    port: address.port,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
