#!/usr/bin/env node
import { existsSync, readFileSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";

const HELP = `Usage: gangmu FILE… [--to json|csv|md] [--year YEAR]
                     [--unit WORD]… [--name WORDS]… [--pattern PATTERN]…

Reads Chinese government reports (text in UTF-8 or UTF-16) and prints what is in them.
FILE may be - for standard input.

  --to json    the whole report: outline, figures, dates, citations (default)
  --to csv     the figures as a table
  --to md      the outline with its figures, in Markdown
  --year YEAR  the year reported on, where the text does not state it
  --unit WORD  a unit that Gangmu does not know: --unit 灯位
  --name WORDS a phrase whose numbers are no figures: --name 24小时守护行动
  --pattern PATTERN
               a regular expression that finds figures, with a group "number" and, where it likes,
               "unit" and "indicator": --pattern '(?<indicator>好评指数)(?<number>\\d+)'
  --help       this text
  --version    the version

--unit, --name and --pattern may be given several times.

Several files: json prints one report a line, each with its "file"; csv prints one table whose
first column is the file; md prints one outline after another, each under its file's name.
Positions count UTF-16 units of the file's text. A byte-order mark is a part of the text.

Exit code: 0, or 2 where an option is wrong, a pattern too, or a file is missing or is not text;
nothing is printed then but one line on standard error.
`;

/** A mistake of the person who called: told in one line. */
class Mistake extends Error {}

/** @param {string} name @param {Buffer} bytes */
function decode(name, bytes) {
  const utf16 = [["utf-16le", 0xff, 0xfe], ["utf-16be", 0xfe, 0xff]].find(([, a, b]) => bytes[0] === a && bytes[1] === b);
  const encoding = /** @type {string} */ (utf16?.[0] ?? "utf-8");
  let text;
  try {
    // The byte-order mark stays, so that positions count it as other programs that read the file do.
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Mistake(`${name} is not text: not valid ${encoding.toUpperCase()}`);
  }
  if (text.includes("\0")) throw new Mistake(`${name} is not text: it holds NUL bytes`);
  return text;
}

/** @param {string} file */
function read(file) {
  const name = file === "-" ? "standard input" : file;
  let bytes;
  try {
    bytes = readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    const reasons = { ENOENT: "there is no such file", EISDIR: "it is a folder", EACCES: "it may not be read" };
    throw new Mistake(`cannot read ${name}: ${reasons[/** @type {keyof typeof reasons} */ (code)] ?? message}`);
  }
  return { name: file, text: decode(name, bytes) };
}

function readArguments() {
  /** @type {import("node:util").ParseArgsConfig["options"]} */
  const options = {
    to: { type: "string" },
    year: { type: "string" },
    unit: { type: "string", multiple: true },
    name: { type: "string", multiple: true },
    pattern: { type: "string", multiple: true },
    help: { type: "boolean" },
    version: { type: "boolean" },
  };
  let values, files;
  try {
    ({ values, positionals: files } = parseArgs({ options, allowPositionals: true }));
  } catch (error) {
    // Node adds a hint in further sentences: the first one says it.
    const reason = /** @type {Error} */ (error).message.split(/\.? To specify|\n/)[0].replace(/\.$/, "");
    throw new Mistake(`${reason}; gangmu --help shows all options`);
  }
  /** @typedef {{ to?: string, year?: string, unit?: string[], name?: string[], pattern?: string[], help?: boolean, version?: boolean }} Values */
  const { to = "json", year, unit, name, pattern, help, version } = /** @type {Values} */ (values);
  if (to !== "json" && to !== "csv" && to !== "md") throw new Mistake(`--to ${to}: it can be json, csv or md`);
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new Mistake(`--year ${year}: a year has four digits`);
  if (!help && !version && files.length === 0) throw new Mistake("no file given; gangmu --help shows how it is called");
  if (files.filter((file) => file === "-").length > 1) throw new Mistake("standard input (-) can be read only once");
  const said = { year: year === undefined ? null : Number(year), units: unit, names: name, patterns: pattern };
  return { files, to, help, version, options: said };
}

/** @param {string} cell */
const csvCell = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * One table out of the tables of several files, told apart by a first column. A cell may hold line breaks: only those
 * outside quotes end a row.
 *
 * @param {{ name: string, output: string }[]} tables
 */
function joinTables(tables) {
  let joined = "";
  for (const [index, { name, output }] of tables.entries()) {
    const rows = output.match(/(?:"(?:[^"]|"")*"|[^"\r])*\r\n/g) ?? [];
    const file = csvCell(name);
    if (index === 0) joined += `文件,${rows[0]}`;
    for (const row of rows.slice(1)) joined += `${file},${row}`;
  }
  return joined;
}

/** @returns {Promise<string>} */
async function main() {
  const { files, to, help, version, options } = readArguments();
  if (help) return HELP;
  if (version) {
    return `${JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version}\n`;
  }
  if (!existsSync(new URL("../dist/wasm/gangmu_bg.wasm", import.meta.url))) {
    throw new Mistake("the wasm is not built yet: run `npm run build` first");
  }
  const texts = files.map(read);
  const gangmu = await import("../js/node.js");
  const make = to === "json" ? gangmu.toJson : to === "csv" ? gangmu.toCsv : gangmu.toMarkdown;
  const outputOf = (/** @type {string} */ text) => {
    try {
      return make(text, options);
    } catch (error) {
      const { code, message } = /** @type {import("../js/gangmu.d.ts").GangmuError} */ (error);
      // The only option that the core knows better than the command line.
      if (code === "bad-pattern") throw new Mistake(message.replace(/^.*?: /, "--pattern ").replace(/\.$/, "").replaceAll("\n", " "));
      throw error;
    }
  };
  const outputs = texts.map(({ name, text }) => ({ name, output: outputOf(text) }));
  if (outputs.length === 1) return to === "json" ? `${outputs[0].output}\n` : outputs[0].output;
  switch (to) {
    case "json":
      return outputs.map(({ name, output }) => `{"file":${JSON.stringify(name)},${output.slice(1)}\n`).join("");
    case "csv":
      return joinTables(outputs);
    default:
      return outputs.map(({ name, output }) => `# ${name}\n\n${output.replace(/^#/gm, "##")}`).join("\n");
  }
}

/** Writes all of it before the process ends, to a file, a terminal or a pipe. @param {string} output */
function print(output) {
  const bytes = Buffer.from(output);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      // The reader of the pipe has seen enough (`gangmu … | head`).
      if (code === "EPIPE") return;
      // The pipe is full: its reader is still busy.
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

try {
  print(await main());
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  console.error(`gangmu: ${error.message}`);
  process.exitCode = 2;
}
