/**
 * Findings for people and for programs that read `path:line:column: …`.
 *
 * @import { Finding, Language, Severity } from "../js/gangmu.d.ts"
 */
import { placesOf } from "../js/places.js";

/** @typedef {{ name: string, text: string, findings: Finding[] }} Checked A file with what was found in it. */

/** What a finding says, with the number of its places where there are several. @param {Finding} finding @param {Language} [language] */
export function said({ message, places: { length } }, language) {
  if (length === 1) return message;
  return language === "en" ? `${message} (${length} places)` : `${message}（共${length}处）`;
}

/** A line a finding. @param {Checked[]} files @param {Language} [language] that they were found in */
export function lines(files, language) {
  let out = "";
  for (const { name, text, findings } of files) {
    const place = placesOf(text);
    for (const finding of findings) {
      const { line, column } = place(finding.span[0]);
      out += `${name}:${line}:${column}: ${finding.severity} ${finding.rule}: ${said(finding, language)}\n`;
    }
  }
  return out;
}

/** @param {Checked[]} files @param {Severity} severity */
export const count = (files, severity) =>
  files.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;

/** How many there are of each severity. @param {Checked[]} files */
export function summary(files) {
  const counted = (/** @type {number} */ number, /** @type {string} */ one) => `${number} ${one}${number === 1 ? "" : "s"}`;
  const [errors, warnings, advice] = /** @type {Severity[]} */ (["error", "warning", "advice"]).map((severity) => count(files, severity));
  const all = [counted(errors, "error"), counted(warnings, "warning"), `${advice} advice`];
  return `${all.join(", ")} in ${counted(files.length, "file")}`;
}
