/**
 * Findings as SARIF 2.1.0, the form that code hosts and editors read.
 *
 * @import { Language, Span } from "../js/gangmu.d.ts"
 * @import { RuleRecord } from "../js/rules.d.ts"
 * @import { Checked } from "./check.js"
 */
import path from "node:path";
import { RULES } from "../dist/rules.js";
import { said } from "./check.js";
import { placesOf } from "../js/places.js";

const LEVELS = /** @type {const} */ ({ error: "error", warning: "warning", advice: "note" });

/**
 * A path as SARIF wants it: a URI, relative where the path is. Node's `pathToFileURL` escapes other characters in every
 * version.
 *
 * @param {string} name
 */
function uriOf(name) {
  const absolute = path.isAbsolute(name);
  const uri = (absolute ? path.resolve(name) : name).split(path.sep).map(encodeURIComponent).join("/");
  return absolute ? `file://${uri.replace(/^([A-Za-z])%3A/, "/$1:")}` : uri;
}

/** @param {RuleRecord} rule @param {string} version @param {Language} language */
function describe({ name, chinese, english, clause, example, severity, family, confidence, force, profile }, version, language) {
  const reason = clause === null ? "No standard says so: it is custom." : `Clause: ${clause}.`;
  const shown = example === null ? "" : `\n\n${example.wrong}\n→\n${example.right}`;
  return {
    id: name,
    shortDescription: { text: language === "en" ? english : chinese },
    fullDescription: { text: english },
    help: { text: `${english} ${reason}${shown}` },
    helpUri: `https://unpkg.com/gangmu@${version}/docs/rules.md`,
    defaultConfiguration: { level: LEVELS[severity], enabled: profile === "usual" },
    properties: { tags: [family], confidence, force, profile, clause },
  };
}

/** @param {Checked} file @param {Language} language */
function results({ name, text, findings }, language) {
  const place = placesOf(text);
  const artifactLocation = { uri: uriOf(name) };
  const region = (/** @type {Span} */ [start, end]) => {
    const [first, last] = [place(start), place(end)];
    return { startLine: first.line, startColumn: first.column, endLine: last.line, endColumn: last.column };
  };
  const location = (/** @type {Span} */ span) => ({ physicalLocation: { artifactLocation, region: region(span) } });
  return findings.map((finding) => {
    const { rule, severity, span, places, fix, fingerprint, confidence, source } = finding;
    /** @type {Record<string, unknown>} */
    const result = {
      ruleId: rule,
      ruleIndex: RULES.findIndex((record) => record.name === rule),
      level: LEVELS[severity],
      message: { text: said(finding, language) },
      locations: [location(span)],
      partialFingerprints: { "gangmu/v1": fingerprint },
      properties: { confidence, clause: source },
    };
    if (places.length > 1) result.relatedLocations = places.slice(1).map((each, index) => ({ id: index + 1, ...location(each) }));
    if (fix !== null) {
      const replacements = fix.map((edit) => ({ deletedRegion: region(edit.span), insertedContent: { text: edit.text } }));
      result.fixes = [{ artifactChanges: [{ artifactLocation, replacements }] }];
    }
    return result;
  });
}

/** @param {Checked[]} files @param {string} version Of the package. @param {Language} [language] That they were found in. */
export function sarif(files, version, language = "zh") {
  const rules = RULES.map((rule) => describe(rule, version, language));
  const driver = { name: "Gangmu", version, semanticVersion: version, language: language === "en" ? "en" : "zh-CN", rules };
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n", "\r"],
    artifacts: files.map(({ name }) => ({ location: { uri: uriOf(name) } })),
    results: files.flatMap((file) => results(file, language)),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}
