/**
 * Running commands and saying so. Only Node's own modules: this runs before the npm packages are there.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import path from "node:path";

/** The project's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** One plain line about what is going on. @param {string} line */
export const say = (line) => console.log(`gangmu: ${line}`);

/** Something that only the person at the keyboard can mend: shown as one line, without a stack. */
export class Blocked extends Error {}

/** @param {number} since */
export const secondsSince = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * @typedef {object} Settings
 * @property {string} [cwd] Default: the project's folder.
 * @property {Record<string, string | undefined>} [env] Beside those of this process; `undefined` takes one away.
 * @property {string | Buffer} [input] Standard input; default: none, closed at once.
 * @property {boolean} [show] Let the output through as it comes.
 * @property {number} [minutes] How long it may take. Default: 15.
 */

/**
 * Runs a command to its end. Never throws for a command that fails: look at `code`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Settings} [settings]
 * @returns {Promise<{ code: number, stdout: string, stderr: string, all: string }>}
 */
export function run(command, args, { cwd = ROOT, env = {}, input, show = false, minutes = 15 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      shell: process.platform === "win32" && command === "npm",
      // A group of its own, so that a command which hangs ends with all that it started.
      detached: process.platform !== "win32",
    });
    let stdout = "", stderr = "", all = "", late = false;
    const timer = setTimeout(() => {
      late = true;
      try {
        process.kill(-(child.pid ?? 0), "SIGKILL");
      } catch {
        child.kill("SIGKILL");
      }
    }, minutes * 60_000);
    child.stdout?.setEncoding("utf8").on("data", (piece) => {
      stdout += piece;
      all += piece;
      if (show) process.stdout.write(piece);
    });
    child.stderr?.setEncoding("utf8").on("data", (piece) => {
      stderr += piece;
      all += piece;
      if (show) process.stderr.write(piece);
    });
    child.stdin?.on("error", () => {}).end(input);
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ code: 127, stdout, stderr, all: `${all}${command}: ${error.message}\n` });
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (late) all += `${command}: stopped after ${minutes} minutes\n`;
      else if (signal) all += `${command}: ended by ${signal}\n`;
      resolve({ code: code ?? 1, stdout, stderr, all });
    });
  });
}

/**
 * Runs a command that must succeed; shows its output where it doesn't.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Settings} [settings]
 */
export async function must(command, args, settings) {
  const result = await run(command, args, settings);
  if (result.code !== 0) {
    if (!settings?.show) process.stderr.write(result.all);
    throw new Blocked(`\`${command} ${args.join(" ")}\` failed (exit code ${result.code})`);
  }
  return result;
}

/**
 * Says what is done and how long it will take, does it, says how long it took.
 *
 * @template T
 * @param {string} what
 * @param {string} about
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function stage(what, about, work) {
  say(`${what} … (about ${about})`);
  const start = Date.now();
  const result = await work();
  say(`${what}: done in ${secondsSince(start)}`);
  return result;
}

/**
 * Runs a script's main function: a {@link Blocked} ends it with one line.
 *
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    console.error(`gangmu: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Whether this process may install system packages. */
export const isRoot = () => process.getuid?.() === 0;

/**
 * Installs Debian packages, or says in one line what to run.
 *
 * @param {string[]} packages
 * @param {string} what What they are for.
 * @param {string} about How long it takes.
 */
export async function installDebian(packages, what, about) {
  const command = `apt-get install --no-install-recommends ${packages.join(" ")}`;
  const apt = (await run("apt-get", ["--version"])).code === 0;
  if (!apt) throw new Blocked(`${what} is missing, and this is no Debian: install it by hand (on Debian: ${command})`);
  if (!isRoot()) throw new Blocked(`${what} is missing; run: sudo ${command}`);
  await stage(`${what} from Debian (${packages.join(", ")})`, about, async () => {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const wait = "DPkg::Lock::Timeout=300";
    const install = ["install", "-y", "-qq", "--no-install-recommends", "-o", wait, ...packages];
    // The lists on the machine may be old or absent, so they are fetched first.
    await run("apt-get", ["update", "-qq"], { env });
    const { code, all } = await run("apt-get", install, { env });
    if (code !== 0) {
      process.stderr.write(all.split("\n").slice(-15).join("\n"));
      throw new Blocked(`${what} could not be installed; try by hand: ${command}`);
    }
  });
}
