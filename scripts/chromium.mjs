/** A Chromium for the tests, driven by playwright-core. */
import { existsSync } from "node:fs";
import { installDebian, isRoot, run, say } from "./run.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is; `GANGMU_CHROMIUM` names another. */
export const findChromium = () => process.env.GANGMU_CHROMIUM ?? PLACES.find((place) => existsSync(place));

/** Installs Chromium, and a font with Chinese in it, unless they are there. */
export async function ensureChromium() {
  const missing = findChromium() ? [] : ["chromium"];
  const { code, stdout } = await run("fc-list", [":lang=zh"]);
  if (process.platform === "linux" && (code !== 0 || stdout.trim() === "")) missing.push("fonts-wqy-microhei");
  if (missing.length === 0) return;
  if (missing[0] !== "chromium" && !isRoot()) {
    say(`no font with Chinese in it: pictures will show boxes; run: sudo apt-get install ${missing[0]}`);
    return;
  }
  await installDebian(missing, "Chromium with a Chinese font, for the tests", "40 s");
}

/** @param {import("playwright-core").LaunchOptions} [settings] */
export async function launchChromium(settings) {
  const { chromium } = await import("playwright-core");
  const background = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
  return chromium.launch({
    executablePath: findChromium(),
    // Chromium's own sandbox refuses to run as root, which is what a container gives.
    args: ["--disable-gpu", "--no-first-run", ...background, ...(isRoot() ? ["--no-sandbox"] : [])],
    ...settings,
  });
}
