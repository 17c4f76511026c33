/**
 * `npm start`: builds what is out of date, serves the page and the documentation on this machine, and opens it where there is a screen.
 *
 * `npm start -- --port 8000` takes that port and no other.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { Blocked, inRoot, runMain, say } from "./run.mjs";
import { buildDocs } from "./docs.mjs";
import { DEFAULT_PORT, DOCS_POLICY, serve } from "./serve.mjs";

function chosenPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: "string" } } });
    if (values.port === undefined) return undefined;
    const port = Number(values.port);
    if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
    throw new Blocked(`--port ${values.port}: a port is a number from 0 to 65535`);
  } catch (error) {
    throw error instanceof Blocked ? error : new Blocked(/** @type {Error} */ (error).message);
  }
}

/** The documentation, and the single file that its links open: that one brings a policy of its own. */
const BESIDE = [
  { at: "/docs/", file: inRoot("dist", "docs"), policy: DOCS_POLICY },
  { at: "/gangmu.html", file: inRoot("dist", "gangmu.html"), policy: null },
];

/** @param {number | undefined} port */
async function serveOn(port) {
  const ports = port === undefined ? Array.from({ length: 20 }, (_, next) => DEFAULT_PORT + next) : [port];
  for (const each of ports) {
    try {
      return await serve(inRoot("dist", "www"), { port: each, beside: BESIDE });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Blocked(`port ${ports.length > 1 ? `${ports[0]} to ${ports.at(-1)}` : ports[0]} is taken; choose one with --port`);
}

/** Opens the browser where somebody would see it. @param {string} url */
function open(url) {
  const { CI, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = process.env;
  const screen = process.platform !== "linux" || DISPLAY || WAYLAND_DISPLAY;
  if (CI || SSH_CONNECTION || !screen) return;
  const [command, ...args] =
    process.platform === "darwin" ? ["open", url] : process.platform === "win32" ? ["cmd", "/c", "start", url] : ["xdg-open", url];
  // Where there is none, the address on the screen does.
  spawn(command, args, { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}

await runMain(async () => {
  const port = chosenPort();
  await buildDocs();
  const { url } = await serveOn(port);
  say(`the page is at ${url} (end with Ctrl+C)`);
  say(`the documentation is at ${url}docs/`);
  say(`the same in one file, for a machine without a network: ${path.relative(process.cwd(), inRoot("dist", "gangmu.html"))}`);
  open(url);
});
