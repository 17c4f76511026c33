/** What the project stands on: from crates.io, under licences that deny.toml allows; and the npm package stands on nothing. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot, must } from "../scripts/run.mjs";

const ALLOWED = (/^allow = (\[.+\])$/m.exec(readFileSync(inRoot("deny.toml"), "utf8")) ?? [])[1];

/** Whether one of each choice is allowed: `(MIT OR Apache-2.0) AND Unicode-3.0`. @param {string} licence */
const isAllowed = (licence) =>
  licence.split(" AND ").every((choice) => choice.replace(/[()]/g, "").split(/ OR |\//).some((name) => JSON.parse(ALLOWED).includes(name.trim())));

for (const manifest of ["Cargo.toml", "xtask/Cargo.toml", "fuzz/Cargo.toml"]) {
  test(`${manifest}: licences and where it comes from`, async () => {
    const flags = ["metadata", "--locked", "--format-version", "1", "--all-features", "--manifest-path", inRoot(manifest)];
    const { stdout } = await must("cargo", flags);
    /** @type {{ packages: { name: string, license: string | null, source: string | null }[] }} */
    const { packages } = JSON.parse(stdout);
    assert.ok(packages.length > 20, `${packages.length} packages`);
    const ours = ["gangmu", "gangmu-fuzz", "xtask"];
    for (const { name, license, source } of packages.filter(({ name }) => !ours.includes(name))) {
      assert.equal(source, "registry+https://github.com/rust-lang/crates.io-index", name);
      assert.ok(isAllowed(license ?? ""), `${name}: ${license}`);
    }
  });
}

test("a licence of several", () => {
  assert.deepStrictEqual(["MIT OR GPL-3.0-only", "MIT AND GPL-3.0-only", "Unlicense/MIT", "", "(MIT OR Apache-2.0) AND Unicode-3.0"].map(isAllowed), [true, false, true, false, true]);
});

test("the npm package brings nothing along", () => {
  const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  assert.deepStrictEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined]);
});
