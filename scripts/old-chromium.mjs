/**
 * Old builds of Chromium, for tests: they come inside npm packages, which are fetched into `.cache/chromium` when a test
 * asks. `node scripts/old-chromium.mjs` fetches all and says where they are.
 *
 * What `--version` says of each: chrome-aws-lambda 2.1.1 has 80.0.3987, 3.1.1 has 83.0.4103, 10.1.0 has 92.0.4512,
 * @sparticuz/chromium 106.0.2 has 106.0.5249. All are headless builds for Linux on x64.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { Blocked, inRoot, isRoot, run, runMain, say, stage } from "./run.mjs";

/** Version of Chromium → package. @type {Record<string, string>} */
export const PACKAGES = {
  80: "chrome-aws-lambda@2.1.1",
  83: "chrome-aws-lambda@3.1.1",
  92: "chrome-aws-lambda@10.1.0",
  106: "@sparticuz/chromium@106.0.2",
};

/** Packs that lie in a package's `bin`. @param {string} bin @param {string} folder */
function unpack(bin, folder) {
  for (const name of readdirSync(bin).filter((each) => each.endsWith(".br"))) {
    const file = path.join(folder, name.slice(0, -3));
    writeFileSync(file, brotliDecompressSync(readFileSync(path.join(bin, name))));
    if (file.endsWith(".tar")) execFileSync("tar", ["-xf", file, "-C", folder]);
    else chmodSync(file, 0o755);
    if (file.endsWith(".tar")) rmSync(file);
  }
}

/**
 * The folder of a build: `chromium` and, in `lib`, what it needs beside the system's libraries.
 * @param {string} version
 */
export async function oldChromium(version) {
  const name = PACKAGES[version];
  const folder = inRoot(".cache", "chromium", version);
  if (existsSync(folder)) return folder;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Blocked(`the old builds of Chromium run on Linux x64 only; this is ${process.platform} ${process.arch}`);
  }
  await stage(`Chromium ${version} from npm (${name})`, "20 s", async () => {
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(path.join(draft, "package"), { recursive: true });
    const { code, all } = await run("npm", ["pack", name, "--pack-destination", draft], { minutes: 5 });
    const pack = readdirSync(draft).find((each) => each.endsWith(".tgz"));
    if (code !== 0 || !pack) throw new Blocked(`npm pack ${name} failed: ${all.trim().split("\n").pop()}`);
    execFileSync("tar", ["-xzf", path.join(draft, pack), "-C", draft]);
    unpack(path.join(draft, "package", "bin"), draft);
    for (const each of [pack, "package"]) rmSync(path.join(draft, each), { recursive: true });
    renameSync(draft, folder);
  });
  return folder;
}

/** Starts that build under playwright-core. @param {string} version */
export async function launchOld(version) {
  const { chromium } = await import("playwright-core");
  const folder = await oldChromium(version);
  const libraries = [path.join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  // What Playwright starts today's Chromium with, the old ones don't know.
  const args = ["--headless", "--disable-gpu", "--remote-debugging-pipe", ...(isRoot() ? ["--no-sandbox"] : [])];
  const executable = path.join(folder, "chromium");
  const bridged = Number(version) < 83;
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, ...(bridged ? { GANGMU_OLD_CHROMIUM: executable } : {}) };
  const executablePath = bridged ? inRoot("scripts", "old-chromium-bridge.mjs") : executable;
  return chromium.launch({ executablePath, env: /** @type {Record<string, string>} */ (env), ignoreDefaultArgs: true, args, timeout: 60_000 });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    for (const version of Object.keys(PACKAGES)) say(`Chromium ${version} is in ${await oldChromium(version)}`);
  });
}
