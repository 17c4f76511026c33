/**
 * A report that stays packed: its lists make an object when one is asked for, and none before. `src/packed.rs` says where
 * the entries begin.
 *
 * @import { EntryList, ReportView } from "./gangmu.d.ts"
 * @import { Names } from "./unpack.js"
 */
import { readerOf } from "./unpack.js";

/** @template Entry @implements {EntryList<Entry>} */
class Entries {
  /** @param {Uint32Array} cells Where the entries begin. @param {(cell: number) => Entry} read */
  constructor(cells, read) {
    this.length = cells.length;
    /** @param {number} index */
    this.at = (index) => {
      const place = index < 0 ? index + cells.length : index;
      return place >= 0 && place < cells.length ? read(cells[place]) : undefined;
    };
    Object.freeze(this);
  }

  *[Symbol.iterator]() {
    for (let index = 0; index < this.length; index++) yield /** @type {Entry} */ (this.at(index));
  }
}

/**
 * @param {Uint32Array} tape
 * @param {string} pool
 * @param {Uint32Array} entries
 * @param {string} text
 * @param {Names} names
 * @returns {ReportView} With the parts that were asked for.
 */
export function viewOf(tape, pool, entries, text, names) {
  const { schema, parts, seek } = readerOf(tape, pool, text, names);
  /** @type {Record<string, unknown>} */
  const view = { schema };
  // The schema is the first of the entries.
  let next = 1;
  for (const { part, isList, value } of parts) {
    const start = entries[next++];
    /** @param {number} cell */
    const read = (cell) => {
      seek(cell);
      return value();
    };
    if (isList) {
      const length = tape[start];
      view[part] = new Entries(entries.subarray(next, next + length), read);
      next += length;
    } else {
      view[part] = read(start);
    }
  }
  return /** @type {any} */ (view);
}
