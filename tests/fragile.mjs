/** The wasm that ships, made to break: the core does not panic, so it is told to. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import binaryen from "binaryen";
import { inRoot } from "../scripts/run.mjs";

/** What breaks it: a text of so many bytes. */
export const BAD = "甲".repeat(1234);

/** The wasm with `unreachable` where the text, the parameter `length` of the exported function, is that of {@link BAD}; and with little memory. */
export function fragile() {
  // Its types do not know `Function`, which its README names.
  const { i32, Features, Function, getExportInfo, readBinary } = /** @type {any} */ (binaryen);
  const module = readBinary(new Uint8Array(readFileSync(inRoot("dist", "wasm", "gangmu_bg.wasm"))));
  module.setFeatures(Features.BulkMemory | Features.NontrappingFPToInt | Features.SignExt | Features.MutableGlobals);
  for (const name of ["parsePacked", "exportAs"]) {
    const exported = module.getFunction(getExportInfo(module.getExport(name)).value);
    const isBad = module.i32.eq(module.local.get(2, i32), module.i32.const(Buffer.byteLength(BAD)));
    Function.setBody(exported, module.block(null, [module.if(isBad, module.unreachable()), Function.getBody(exported)]));
  }
  return limited(module.emitBinary(), 32);
}

/** A number as wasm has it (LEB128). @param {number} value */
function leb(value) {
  const out = [];
  for (; value > 127; value >>>= 7) out.push((value & 127) | 128);
  return [...out, value];
}

/** The wasm with a memory that may grow by so many pages of 64 KB. @param {Uint8Array} bytes @param {number} pages */
function limited(bytes, pages) {
  let at = 8;
  const number = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7;
    }
  };
  for (;;) {
    const [start, id, size] = [at, bytes[at++], number()];
    if (id !== 5) {
      at += size;
      continue;
    }
    const end = at + size;
    assert.deepStrictEqual([number(), number()], [1, 0], "one memory, without a limit");
    const least = number();
    const section = [1, 1, ...leb(least), ...leb(least + pages)];
    return Uint8Array.from([...bytes.slice(0, start), id, ...leb(section.length), ...section, ...bytes.slice(end)]);
  }
}
