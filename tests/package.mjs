/**
 * The npm package as it ships: packed, installed in an empty folder, and used there as README says. How it is built and
 * loaded elsewhere: tests/consumers.mjs.
 */
import assert from "node:assert/strict";
import { copyFileSync, existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { inRoot } from "../scripts/run.mjs";
import { Installed, REPORT } from "./installed.mjs";

const here = new Installed();

before(async () => {
  await here.install();
  here.write("report.txt", REPORT);
});

after(() => here.remove());

test("it holds what it needs and nothing else", () => {
  const files = readdirSync(here.own, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(here.own, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
  for (const file of ["bin/gangmu.js", "dist/rules.js", "dist/wasm/gangmu.js", "dist/wasm/gangmu_bg.wasm", "js/gangmu.d.ts", "package.json", "README.md"]) {
    assert.ok(files.includes(file), `${file} is missing`);
  }
  const odd = files.filter((file) => !/^(bin|js|dist\/(wasm|cjs|inline|script))\/|^dist\/(rules\.js|report\.schema\.json)$|^docs\/(rules\.md|gangmu-figures\.xml)$|^(README|CHANGELOG|LICENSE)[^/]*$|^package\.json$/.test(file));
  assert.deepStrictEqual(odd, []);
  assert.equal(files.filter((file) => file.endsWith(".wasm")).length, 1);
  assert.equal(JSON.parse(readFileSync(path.join(here.own, "package.json"), "utf8")).dependencies, undefined);
});

test("README's programs run, and print what their comments say", async () => {
  const readme = readFileSync(inRoot("README.md"), "utf8");
  const programs = [...readme.matchAll(/^```(?:js|javascript|mjs)\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  const ours = programs.filter((code) => /from "gangmu/.test(code));
  assert.ok(ours.length > 0, "README shows how the library is used");
  for (const [index, code] of ours.entries()) {
    here.write(`readme-${index}.mjs`, code);
    const printed = (await here.node(`readme-${index}.mjs`)).trimEnd().split("\n");
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
      if (!existsSync(path.join(here.folder, name))) copyFileSync(path.join(here.folder, "report.txt"), path.join(here.folder, name));
    }
    const printed = await here.run("bash", ["-c", `npm_config_offline=true ${command}`]);
    // A report with nothing wrong prints nothing.
    assert.ok(printed !== "" || /> |--check/.test(command), command);
  }
});
