/**
 * The ledger, `tests/ledger.json`: what is downloaded and what a reading takes of the allocator, so that neither grows
 * unseen. `npm test` fails above it (steps `sizes` and `rust`); `npm run ledger` builds, measures and writes it anew.
 */
import { writeFileSync } from "node:fs";
import { build } from "./build.mjs";
import { Blocked, must, runMain } from "./run.mjs";
import { LEDGER, measureSizes, readLedger, WAYS } from "./sizes.mjs";

async function raise() {
  await build();
  await must("cargo", ["test", "--locked", "--test", "ledger"], { env: { GANGMU_WRITE: "1" } });

  const ledger = readLedger();
  const figure = (/** @type {number} */ bytes) => bytes.toLocaleString("en");
  const measured = measureSizes();
  for (const [name, limit] of Object.entries(ledger.limits)) {
    for (const way of WAYS) {
      const most = limit[way] ?? Infinity;
      if (measured[name][way] > most) throw new Blocked(`${name} is ${figure(measured[name][way])} ${way}, and may not be more than ${figure(most)}`);
    }
  }
  for (const [name, size] of Object.entries(measured)) {
    const before = ledger.sizes[name]?.brotli ?? 0;
    if (before !== size.brotli) console.log(`${name}: ${figure(before)} → ${figure(size.brotli)} brotli`);
  }
  ledger.sizes = measured;
  writeFileSync(LEDGER, `${JSON.stringify(ledger, inOrder, 2)}\n`);
}

/** Keys in order, as `tests/ledger.rs` writes them. @param {string} _key @param {unknown} value */
function inOrder(_key, value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

await runMain(raise);
