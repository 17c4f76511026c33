/**
 * A trap in the wasm becomes an error with the code `crashed`, and the next call works. `tests/element/crash.mjs` has the same in
 * pages.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, mend, parse, toJson, view } from "../js/lazy-node.js";
import { BAD, fragile } from "./fragile.mjs";

const GOOD = "全年开展培训12次。";

await load(fragile());

test("a trap is an error with a code, and the next call works", () => {
  const before = parse(GOOD);
  for (let round = 0; round < 20; round++) {
    for (const call of [parse, view, toJson, mend]) {
      assert.throws(
        () => call(BAD),
        (/** @type {Error & { code?: string }} */ error) => error.code === "crashed" && error.cause instanceof WebAssembly.RuntimeError,
      );
      assert.deepStrictEqual(parse(GOOD), before);
      assert.deepStrictEqual(JSON.parse(toJson(GOOD)), before);
    }
  }
});

test("so is a lack of memory", () => {
  assert.throws(() => parse(GOOD.repeat(300_000)), { code: "crashed" });
  assert.equal(parse(GOOD).figures.length, 1);
  assert.throws(() => parse(GOOD.repeat(60_000)), { code: "crashed" });
  assert.equal(parse(GOOD.repeat(1000)).figures.length, 1000);
});

test("an option that throws is the cause, and leaves nothing behind", () => {
  const cause = new Error("mine");
  const options = {
    get year() {
      throw cause;
    },
  };
  for (let round = 0; round < 200; round++) assert.throws(() => parse(GOOD, /** @type {any} */ (options)), { code: "crashed", cause });
  assert.throws(() => parse(GOOD, /** @type {any} */ ({ year: "x" })), { code: "bad-option" });
  assert.equal(parse(GOOD).figures.length, 1);
});
