#!/usr/bin/env node
/** @import { Language, Options, Part } from "../js/gangmu.d.ts" */
import { existsSync, readFileSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";

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

/** Why the system refuses a file: in words, the rest by its number. @type {Record<string, string>} */
const REFUSALS = {
  ENOENT: "there is no such file",
  ENOTDIR: "a part of its path is no folder",
  ENAMETOOLONG: "its name is too long",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  ENOSPC: "there is no space left",
};

/** @param {unknown} error @param {string} name */
function refusal(error, name) {
  const { code = "", errno = 0, message } = /** @type {NodeJS.ErrnoException} */ (error);
  // Where bytes of a name are no UTF-8, this character stands for them, here as in the native command.
  if (code === "ENOENT" && name.includes("\uFFFD")) return `${REFUSALS[code]}, or its name is not UTF-8`;
  return REFUSALS[code] ?? (errno === 0 ? message : `the system refuses it (error ${Math.abs(errno)})`);
}

/** @param {string} file */
function read(file) {
  const name = file === "-" ? "standard input" : file;
  let bytes;
  try {
    bytes = readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    throw new Mistake(`cannot read ${name}: ${refusal(error, name)}`);
  }
  return { name: file, text: decode(name, bytes) };
}

function readArguments() {
  const list = { type: /** @type {const} */ ("string"), multiple: true };
  /** @type {import("node:util").ParseArgsConfig["options"]} */
  const options = {
    from: { type: "string" },
    to: { type: "string" },
    check: { type: "boolean" },
    sarif: { type: "boolean" },
    parts: { type: "string" },
    profile: { type: "string" },
    rule: list,
    "no-rule": list,
    year: { type: "string" },
    unit: list,
    name: list,
    pattern: list,
    source: { type: "string" },
    language: { type: "string" },
    out: { type: "string" },
    "files-from": { type: "string" },
    jobs: { type: "string" },
    help: { type: "boolean" },
    version: { type: "boolean" },
  };
  let values, files, comparing;
  try {
    const { tokens, ...read } = parseArgs({ options, allowPositionals: true, tokens: true });
    ({ values, positionals: files } = read);
    // What stands behind -- is a file.
    const word = tokens.find(({ kind }) => kind !== "option");
    comparing = word?.kind === "positional" && word.value === "compare";
    if (comparing) files = files.slice(1);
  } catch (error) {
    // Node adds a hint in further sentences: the first one says it.
    const reason = /** @type {Error} */ (error).message.split(/\.? To specify|\n/)[0].replace(/\.$/, "");
    throw new Mistake(`${reason}; gangmu --help shows all options`);
  }
  /**
   * @typedef {object} Values
   * @property {string} [from] @property {string} [to] @property {boolean} [check] @property {boolean} [sarif] @property {string} [parts]
   * @property {string} [profile]
   * @property {string[]} [rule] @property {string[]} [no-rule] @property {string} [year] @property {string[]} [unit]
   * @property {string[]} [name] @property {string[]} [pattern] @property {string} [source] @property {string} [language]
   * @property {string} [out] @property {string} [files-from] @property {string} [jobs]
   * @property {boolean} [help] @property {boolean} [version]
   */
  const { out, "files-from": filesFrom, jobs, from, profile, rule, "no-rule": noRule, parts, year, unit, name, pattern, source, language, help, version, ...rest } = /** @type {Values} */ (values);
  if ((out ?? filesFrom ?? jobs) !== undefined) throw new Mistake("--out: only the native command makes tables of many files; cargo install --path . --features native");
  const to = comparing ? comparisonFormOf(/** @type {Record<string, unknown>} */ (values)) : formOf(rest);
  if (!comparing) checkInput(from, to);
  const asked = parts === undefined ? null : partsOf(parts, to);
  if (profile !== undefined && !PROFILES.includes(profile)) throw new Mistake(`--profile ${profile}: it can be ${oneOf(PROFILES)}`);
  if (language !== undefined && !LANGUAGES.includes(language)) throw new Mistake(`--language ${language}: it can be ${oneOf(LANGUAGES)}`);
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new Mistake(`--year ${year}: a year has four digits`);
  if (!help && !version && comparing && files.length !== 2) throw new Mistake("compare takes two files; gangmu --help shows how it is called");
  if (!help && !version && files.length === 0) throw new Mistake("no file given; gangmu --help shows how it is called");
  if (files.filter((file) => file === "-").length > 1) throw new Mistake("standard input (-) can be read only once");
  if (to === "mended" && files.length > 1) throw new Mistake("--to mended takes one file: the texts of several would run together");
  if (source !== undefined && files.length > 1) throw new Mistake("--source takes one file: it says where that one is");
  const said = {
    parts: asked,
    year: year === undefined ? null : Number(year),
    units: unit,
    names: name,
    patterns: pattern,
    profile: /** @type {Options["profile"]} */ (profile),
    rulesOn: /** @type {Options["rulesOn"]} */ (rule),
    rulesOff: /** @type {Options["rulesOff"]} */ (noRule),
    source,
    language: /** @type {Language | undefined} */ (language),
  };
  return { files, to, comparing, help, version, options: said };
}

const FORMS = ["json", "csv", "md", "mended", "sarif", "sdmx", "jsonld", "ndjson"];
const COMPARISON_FORMS = ["md", "json", "csv"];
const PARTS = ["metadata", "outline", "items", "figures", "dates", "citations", "relations", "findings", "noise", "ignored", "passages"];
const PROFILES = ["usual", "strict", "figures", "asked"];
const LANGUAGES = ["zh", "en"];

/** @param {string[]} words */
const oneOf = (words) => `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** What is to be printed: one of the forms, or "check". @param {{ to?: string, check?: boolean, sarif?: boolean }} said */
function formOf({ to, check, sarif }) {
  if (to !== undefined && !FORMS.includes(to)) throw new Mistake(`--to ${to}: it can be ${oneOf(FORMS)}`);
  if ((check || sarif) && to !== undefined && to !== "sarif") throw new Mistake(`--to ${to} and ${check ? "--check" : "--sarif"}: one of them`);
  return sarif ? "sarif" : to ?? (check ? "check" : "json");
}

/** What is to be printed of two reports. @param {Record<string, unknown>} values */
function comparisonFormOf({ to = "md", ...values }) {
  if (!COMPARISON_FORMS.includes(`${to}`)) throw new Mistake(`--to ${to}: with compare it can be ${oneOf(COMPARISON_FORMS)}`);
  const other = ["from", "check", "sarif", "parts", "source"].find((option) => values[option] !== undefined);
  if (other !== undefined) throw new Mistake(`--${other} does not go with compare`);
  return `${to}`;
}

/** @param {string | undefined} from @param {string} to */
function checkInput(from = "text", to) {
  if (!["text", "ndjson"].includes(from)) throw new Mistake(`--from ${from}: it can be text or ndjson`);
  if (from === "ndjson") throw new Mistake("--from ndjson: only the native command reads it; cargo install --path . --features native");
  if (to === "ndjson") throw new Mistake("--to ndjson goes with --from ndjson");
}

/** The parts that are named, `outline,figures`. @param {string} parts @param {string} to */
function partsOf(parts, to) {
  if (to !== "json") throw new Mistake("--parts goes with --to json: the other forms have parts of their own");
  const names = parts.split(",");
  const unknown = names.find((name) => !PARTS.includes(name));
  if (unknown !== undefined) throw new Mistake(`--parts ${unknown}: a part can be ${oneOf(PARTS)}`);
  return /** @type {Part[]} */ (names);
}

/** @param {{ rulesOn?: string[] | null, rulesOff?: string[] | null }} options */
async function checkRules({ rulesOn, rulesOff }) {
  const { RULES } = await import("../dist/rules.js");
  for (const [option, names] of /** @type {const} */ ([["--rule", rulesOn], ["--no-rule", rulesOff]])) {
    const unknown = names?.find((name) => RULES.every((rule) => rule.name !== name));
    if (unknown !== undefined) throw new Mistake(`${option} ${unknown}: there is no such rule; docs/rules.md lists them`);
  }
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

const packageVersion = () => JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;

/** @returns {Promise<{ output: string, remark?: string, code?: number }>} What to print, what to say beside it, the exit code. */
async function main() {
  const { files, to, comparing, help, version, options } = readArguments();
  if (help) return { output: readFileSync(new URL("./help.txt", import.meta.url), "utf8") };
  if (version) return { output: `${packageVersion()}\n` };
  for (const made of ["../dist/wasm/gangmu_bg.wasm", "../dist/rules.js"]) {
    if (!existsSync(new URL(made, import.meta.url))) throw new Mistake("the wasm is not built yet: run `npm run build` first");
  }
  if (options.rulesOn || options.rulesOff) await checkRules(options);
  const texts = files.map(read);
  const gangmu = await import("../js/node.js");
  /** @template T @param {(text: string, options: Options) => T} make @param {string} text @param {string} name @returns {T} */
  const made = (make, text, name) => {
    try {
      return make(text, { ...options, source: options.source ?? (name === "-" ? null : name) });
    } catch (error) {
      const { code, message } = /** @type {import("../js/gangmu.d.ts").GangmuError} */ (error);
      // The only option that the core knows better than the command line.
      if (code === "bad-pattern") throw new Mistake(message.replace(/^.*?: /, "--pattern ").replace(/\.$/, "").replaceAll("\n", " "));
      throw error;
    }
  };
  if (comparing) {
    const { compareJson } = await import("../dist/wasm/gangmu.js");
    const [first, second] = texts;
    const json = made((text, said) => compareJson(first.text, text, said), second.text, "-");
    if (to === "json") return { output: `${json}\n` };
    const { comparisonAsCsv, comparisonAsMarkdown } = await import("./compare.js");
    return { output: (to === "csv" ? comparisonAsCsv : comparisonAsMarkdown)(json, [first, second], options.language) };
  }
  if (to === "check" || to === "sarif") {
    const findingsOf = (/** @type {string} */ text, /** @type {Options} */ said) => gangmu.parse(text, { ...said, parts: ["findings"] }).findings;
    const checked = texts.map(({ name, text }) => ({ name, text, findings: made(findingsOf, text, name) }));
    const { count, lines, summary } = await import("./check.js");
    const output = to === "check" ? lines(checked, options.language) : (await import("./sarif.js")).sarif(checked, packageVersion(), options.language);
    return { output, remark: summary(checked), code: count(checked, "error") > 0 ? 1 : 0 };
  }
  const { toCsv: csv, toMarkdown: md, mend: mended, toSdmx: sdmx, toJsonLd: jsonld, toJson } = gangmu;
  const make = { csv, md, mended, sdmx, jsonld }[to] ?? toJson;
  return { output: join(to, texts.map(({ name, text }) => ({ name, output: made(make, text, name) }))) };
}

/** @param {string} to @param {{ name: string, output: string }[]} outputs */
function join(to, outputs) {
  if (outputs.length === 1) return outputs[0].output + (to === "json" || to === "jsonld" ? "\n" : "");
  switch (to) {
    case "json":
      return outputs.map(({ name, output }) => `{"file":${JSON.stringify(name)},${output.slice(1)}\n`).join("");
    case "csv":
      return joinTables(outputs);
    case "sdmx":
      // Its rows name their report themselves.
      return outputs.map(({ output }, index) => (index === 0 ? output : output.slice(output.indexOf("\n") + 1))).join("");
    case "jsonld":
      return `[${outputs.map(({ output }) => output).join(",\n")}]\n`;
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
      if (code !== "EAGAIN") throw new Mistake(`cannot write: ${refusal(error, "")}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

try {
  const { output, remark, code = 0 } = await main();
  print(output);
  if (remark !== undefined) console.error(`gangmu: ${remark}`);
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  console.error(`gangmu: ${error.message}`);
  process.exitCode = 2;
}
