/** The programs that stand in the papers themselves: run, and printing what their comments say. README's are run by the tests of the package. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { filesUnder } from "../../scripts/freshness.mjs";
import { inRoot, run } from "../../scripts/run.mjs";

/** Inside of the project, so that `gangmu` is this package. */
const folder = inRoot(".cache", "fences");
after(() => rmSync(folder, { recursive: true, force: true }));

const papers = filesUnder(inRoot("docs")).filter((file) => file.endsWith(".md"));
const programs = papers.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/^```(?:js|mjs|javascript)\n([^]*?)^```/gm)]
    .map(([, code]) => ({ name: path.relative(inRoot("docs"), file), code }))
    .filter(({ code }) => /from "gangmu/.test(code)),
);

test("there are papers to look at", () => assert.ok(papers.length > 5, `${papers.length}`));

for (const [index, { name, code }] of programs.entries()) {
  test(`${name}: program ${index + 1}`, async () => {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${index}.mjs`);
    writeFileSync(file, code);
    const { code: exit, stdout, all } = await run(process.execPath, [file], { minutes: 1 });
    assert.equal(exit, 0, all);
    const said = [...code.matchAll(/^\s*console\.log\(.*\);?\s*\/\/ (?:→ |=> )?(.*)$/gm)].map(([, words]) => words);
    if (said.length > 0) assert.deepStrictEqual(stdout.trimEnd().split("\n"), said);
  });
}
