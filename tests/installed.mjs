/** The npm package packed and installed in an empty folder, for the tests that use it there as a stranger would. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchChromium } from "../scripts/chromium.mjs";
import { run } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { parse } from "../js/node.js";

export const REPORT = "清溪镇2021年工作报告\n一、主要举措\n（一）普法宣传。全年开展讲座12次，受众1.1万余人次。\n";

/** What a program with the package has to find in it. */
export const FOUND = parse(REPORT);

export class Installed {
  folder = mkdtempSync(path.join(tmpdir(), "gangmu-package-"));

  /** Where the package lies. */
  get own() {
    return path.join(this.folder, "node_modules", "gangmu");
  }

  /** @param {string} name @param {string} contents */
  write(name, contents) {
    mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
    writeFileSync(path.join(this.folder, name), contents);
  }

  /** What a program printed that had to succeed. @param {string} command @param {string[]} args @param {string} [where] */
  async run(command, args, where = ".") {
    const result = await run(command, args, { cwd: path.join(this.folder, where), minutes: 3 });
    assert.equal(result.code, 0, result.all);
    return result.stdout;
  }

  /** @param {string} name @param {string[]} [flags] Runs a program of the folder in Node. */
  node(name, flags = []) {
    return this.run(process.execPath, [...flags, name]);
  }

  /** @returns {Promise<string>} The tarball. */
  async install() {
    const { code, stdout, all } = await run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", this.folder]);
    assert.equal(code, 0, all);
    const tarball = stdout.trim().split("\n").at(-1) ?? "";
    this.write("package.json", JSON.stringify({ name: "a-user-of-gangmu", private: true, type: "module" }));
    // Offline: whatever the package needed beside itself would fail here.
    await this.run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", `./${tarball}`]);
    return path.join(this.folder, tarball);
  }

  remove() {
    rmSync(this.folder, { recursive: true });
  }
}

/** @param {string} script */
export const pageWith = (script) =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>.</title><link rel="icon" href="data:,"></head><body>${script}</body></html>`;

/** A browser whose pages may go nowhere but where they come from. */
export class Visitor {
  /** @param {import("playwright-core").Browser} browser */
  constructor(browser) {
    this.browser = browser;
  }

  static async start() {
    return new Visitor(await launchChromium());
  }

  /**
   * Opens a page whose program writes what it found to `body[data-report]`, and compares. Anything that goes wrong there, or is
   * asked for elsewhere, fails.
   *
   * @param {string} address @param {string} [origin] What every request must begin with.
   */
  async visits(address, origin = address) {
    const tab = await this.browser.newPage();
    /** @type {string[]} */
    const trouble = [];
    tab.on("pageerror", (error) => trouble.push(error.message));
    tab.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
    tab.on("request", (request) => request.url().startsWith(origin) || /^(blob|data):/.test(request.url()) || trouble.push(`asked for ${request.url()}`));
    try {
      await tab.goto(address);
      const found = await tab.locator("body[data-report]").getAttribute("data-report", { timeout: 20_000 }).catch(() => null);
      assert.deepStrictEqual(trouble, []);
      assert.deepStrictEqual(JSON.parse(found ?? "null"), FOUND);
    } finally {
      await tab.close();
    }
  }

  /** The same for a page of a folder, served. @param {string} root @param {string} page @param {string | null} [policy] */
  async opens(root, page, policy) {
    const server = await serve(root, policy === undefined ? {} : { policy });
    try {
      await this.visits(server.url + page, server.url);
    } finally {
      await server.close();
    }
  }

  close() {
    return this.browser.close();
  }
}
