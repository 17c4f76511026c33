/**
 * The npm package as it ships: packed, installed in an empty folder, and used there as README says, in Node, by webpack,
 * by Vite, and by a page without a bundler.
 */
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import webpack from "webpack";
import { build as buildWithVite } from "vite";
import { launchChromium } from "../scripts/chromium.mjs";
import { inRoot, run } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { parse } from "../js/node.js";

const folder = mkdtempSync(path.join(tmpdir(), "gangmu-package-"));
const installed = path.join(folder, "node_modules", "gangmu");
const REPORT = "清溪镇2021年工作报告\n一、主要举措\n（一）普法宣传。全年开展讲座12次，受众1.1万余人次。\n";

/** @param {string} name @param {string} contents */
function write(name, contents) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), contents);
}

/** @param {string} command @param {string[]} args */
async function runHere(command, args) {
  const result = await run(command, args, { cwd: folder, minutes: 3 });
  assert.equal(result.code, 0, result.all);
  return result.stdout;
}

/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
  const { code, stdout, all } = await run("npm", pack);
  assert.equal(code, 0, all);
  const tarball = stdout.trim().split("\n").at(-1) ?? "";
  write("package.json", JSON.stringify({ name: "a-user-of-gangmu", private: true, type: "module" }));
  write("report.txt", REPORT);
  // Offline: whatever the package needed beside itself would fail here.
  await runHere("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", `./${tarball}`]);
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test("it holds what it needs and nothing else", () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(installed, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
  for (const file of ["bin/gangmu.js", "dist/rules.js", "dist/wasm/gangmu.js", "dist/wasm/gangmu_bg.wasm", "js/gangmu.d.ts", "package.json", "README.md"]) {
    assert.ok(files.includes(file), `${file} is missing`);
  }
  const odd = files.filter((file) => !/^(bin|js|dist\/wasm)\/|^dist\/rules\.js$|^docs\/(rules\.md|gangmu-figures\.xml)$|^(README|CHANGELOG|LICENSE)[^/]*$|^package\.json$/.test(file));
  assert.deepStrictEqual(odd, []);
  assert.equal(files.filter((file) => file.endsWith(".wasm")).length, 1);
  assert.equal(JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8")).dependencies, undefined);
});

test("README's programs run, and print what their comments say", async () => {
  const readme = readFileSync(inRoot("README.md"), "utf8");
  const programs = [...readme.matchAll(/^```(?:js|javascript|mjs)\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  const ours = programs.filter((code) => /from "gangmu/.test(code));
  assert.ok(ours.length > 0, "README shows how the library is used");
  for (const [index, code] of ours.entries()) {
    write(`readme-${index}.mjs`, code);
    const printed = (await runHere(process.execPath, [`readme-${index}.mjs`])).trimEnd().split("\n");
    const said = [...code.matchAll(/^\s*console\.log\(.*\);?\s*\/\/ (?:→ |=> )?(.*)$/gm)].map(([, words]) => words);
    if (said.length > 0) assert.deepStrictEqual(printed, said);
  }
});

test("README's commands run", async () => {
  const readme = readFileSync(inRoot("README.md"), "utf8");
  const commands = [...readme.matchAll(/^(?:\$ )?(npx gangmu .*)$/gm)].map(([, command]) => command);
  assert.ok(commands.length > 0, "README shows how the command line is used");
  for (const command of commands) {
    // What a README calls a file is the report here.
    for (const [name] of command.matchAll(/[^\s>|]+\.txt/g)) {
      if (!existsSync(path.join(folder, name))) copyFileSync(path.join(folder, "report.txt"), path.join(folder, name));
    }
    const printed = await runHere("bash", ["-c", `npm_config_offline=true ${command}`]);
    // A report with nothing wrong prints nothing.
    assert.ok(printed !== "" || /> |--check/.test(command), command);
  }
});

test("Node: the same import, without flags", async () => {
  write("node.mjs", `import { parse } from "gangmu"; console.log(JSON.stringify(parse(${JSON.stringify(REPORT)})));`);
  assert.deepStrictEqual(JSON.parse(await runHere(process.execPath, ["node.mjs"])), parse(REPORT));
});

test("Node: the table of rules, with its types", async () => {
  write("rules.mjs", `import { RULES } from "gangmu/rules"; console.log(RULES.find(({ name }) => name === "sum-mismatch").severity);`);
  assert.equal(await runHere(process.execPath, ["rules.mjs"]), "error\n");
});

test("Node: the wasm itself can be named", async () => {
  write("wasm.mjs", `import { statSync } from "node:fs"; console.log(statSync(new URL(import.meta.resolve("gangmu/gangmu.wasm"))).size > 1000);`);
  assert.equal(await runHere(process.execPath, ["wasm.mjs"]), "true\n");
});

test("TypeScript finds the types, as Node and as bundlers look for them", async () => {
  write(
    "types/user.ts",
    `import { parse, type Report, type GangmuError } from "gangmu";
import { load, toCsv } from "gangmu/lazy";
import { RULES, type RuleRecord } from "gangmu/rules";
const report: Report = parse("一、", { year: 2021 });
export const rule: RuleRecord | undefined = RULES.find(({ name }) => name === report.findings[0]?.rule);
const places: [number, number][] = report.figures.map((figure) => figure.span);
await load();
export const table: string = toCsv("一、") + places.length;
export const code = (error: GangmuError): "not-loaded" | "bad-option" | "bad-pattern" => error.code;
// @ts-expect-error: no such option
parse("一、", { yaer: 2021 });
// @ts-expect-error: no such kind
export const kind: typeof report.figures[0]["kind"] = "colour";\n`,
  );
  for (const [module, moduleResolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const compilerOptions = { strict: true, noEmit: true, module, moduleResolution, target: "es2022", types: [] };
    write("types/tsconfig.json", JSON.stringify({ compilerOptions, include: ["user.ts"] }));
    await runHere(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "-p", "types"]);
  }
});

/** What a page does with the package: the words it found go where the test can read them. */
const PROGRAM = `import { parse, toCsv } from "gangmu";
const report = parse(${JSON.stringify(REPORT)});
document.body.dataset.report = JSON.stringify(report);
document.body.dataset.rows = String(toCsv(${JSON.stringify(REPORT)}).split("\\r\\n").length);
`;
const LAZY_PROGRAM = PROGRAM.replace('"gangmu";', '"gangmu/lazy";').replace("parse, toCsv", "load, parse, toCsv").replace("\n", "\nawait load();\n");

/** Opens a page and reads what the program found; anything that goes wrong there, or leaves the origin, fails. @param {string} root @param {string} page @param {string | null} [policy] */
async function opens(root, page, policy) {
  const server = await serve(root, policy === undefined ? {} : { policy });
  const tab = await browser.newPage();
  /** @type {string[]} */
  const trouble = [];
  tab.on("pageerror", (error) => trouble.push(error.message));
  tab.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  tab.on("request", (request) => request.url().startsWith(server.url) || trouble.push(`asked for ${request.url()}`));
  try {
    await tab.goto(server.url + page);
    const found = await tab.locator("body[data-rows]").getAttribute("data-report", { timeout: 10_000 }).catch(() => null);
    assert.deepStrictEqual(trouble, []);
    assert.deepStrictEqual(JSON.parse(found ?? "null"), parse(REPORT));
  } finally {
    await tab.close();
    await server.close();
  }
}

const PAGE = (/** @type {string} */ script) =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>.</title><link rel="icon" href="data:,"></head><body>${script}</body></html>`;

for (const [name, program] of [["gangmu", PROGRAM], ["gangmu/lazy", LAZY_PROGRAM]]) {
  const short = name.replace("/", "-");

  test(`webpack 5, with its own defaults: ${name}`, async () => {
    write(`webpack-${short}/src/index.js`, program);
    const context = path.join(folder, `webpack-${short}`);
    await new Promise((resolve, reject) => {
      // Its hints about sizes are not ours to test here: the step `sizes` does.
      const output = { path: path.join(context, "dist") };
      webpack({ context, mode: "production", output, performance: false }, (error, stats) => {
        if (error) return reject(error);
        const { errors = [], warnings = [] } = stats?.toJson({ errors: true, warnings: true }) ?? {};
        [...errors, ...warnings].length === 0 ? resolve(undefined) : reject(new Error([...errors, ...warnings].map(({ message }) => message).join("\n")));
      });
    });
    write(`webpack-${short}/dist/index.html`, PAGE('<script src="main.js" defer></script>'));
    await opens(path.join(context, "dist"), "index.html");
  });

  test(`Vite, without a configuration: ${name}`, async () => {
    write(`vite-${short}/main.js`, program);
    write(`vite-${short}/index.html`, PAGE('<script type="module" src="./main.js"></script>'));
    const root = path.join(folder, `vite-${short}`);
    await buildWithVite({ root, configFile: false, logLevel: "error" });
    await opens(path.join(root, "dist"), "index.html");
  });

  test(`a page without a bundler: ${name}`, async () => {
    const entry = name === "gangmu" ? "web" : "lazy";
    const map = JSON.stringify({ imports: { [name]: `/node_modules/gangmu/js/${entry}.js` } });
    write(`plain-${short}.html`, PAGE(`<script type="importmap">${map}</script><script type="module">${program}</script>`));
    // The scripts stand in the page itself, which the page's own policy would refuse.
    await opens(folder, `plain-${short}.html`, null);
  });
}
