// Personal data in a text, and the text with it masked. A mask is as long as what it covers, so that positions stay.
//
// It covers with × as offices do (138××××1234, 李×): asterisks would be read as marks of Markdown. What stays is what a reader
// needs to know which number is meant, and no more than may be published:
// - telephone: the first three digits of a mobile number, the area's code of another, and the last four;
// - identity number: the first six, the region. The last four would, with a birthday, give back the whole;
// - account: the last four, as on a receipt; e-mail: the first letter and the domain; plate: two characters at either end;
// - name: the first character, the family's name.

import { edited } from "../edits.js";

/** @typedef {import("../../js/gangmu.d.ts").Options} Options */
/** @typedef {import("../../js/gangmu.d.ts").Report} Report */
/** @typedef {import("../../js/gangmu.d.ts").Rule} Rule */
/** @typedef {import("../../js/gangmu.d.ts").Span} Span */

/** @typedef {"telephone" | "identity" | "email" | "plate" | "account" | "name"} PrivateKind */
/** @typedef {{ span: Span, kind: PrivateKind, words: string, mask: string }} PrivatePlace */

/** @type {{ [rule in Rule]?: PrivateKind }} */
const KINDS = { privacy: "telephone", email: "email", "number-plate": "plate", "bank-account": "account", "contact-name": "name" };

const ASKED = /** @type {Rule[]} */ (Object.keys(KINDS)).concat("secrecy-mark");

/**
 * Options under which personal data and marks of secrecy are found, whatever rules are off on the desk.
 * @param {Options} options
 * @returns {Options}
 */
export const searching = (options) => ({
  ...options,
  rulesOn: Array.from(new Set((options.rulesOn || []).concat(ASKED))),
  rulesOff: (options.rulesOff || []).filter((rule) => !ASKED.includes(rule)),
});

/** @param {string} words @param {number} head units left as they are at its start @param {number} tail and at its end */
const cover = (words, head, tail) => {
  const end = Math.max(words.length - tail, head);
  return words.slice(0, head) + words.slice(head, end).replace(/[^\s·•@＠-]/g, "×") + words.slice(end);
};

/** @type {Record<PrivateKind, (words: string) => string>} */
const MASKS = {
  telephone(words) {
    const code = /^.*?[-－—）)]/.exec(words);
    return cover(words, code ? code[0].length : /^[1１]/.test(words) && words.length >= 11 ? 3 : 0, 4);
  },
  identity: (words) => cover(words, 6, 0),
  email: (words) => cover(words, 1, words.length - words.search(/[@＠]/)),
  plate: (words) => cover(words, 2, 2),
  account: (words) => cover(words, 0, 4),
  name: (words) => cover(words, String.fromCodePoint(words.codePointAt(0) || 0).length, 0),
};

/**
 * Every place of personal data, in reading order: what the rules find, the contact of the metadata, and the same words wherever
 * else they stand.
 * @param {string} text
 * @param {Report} report read under `searching`
 * @returns {PrivatePlace[]}
 */
export function privatePlaces(text, report) {
  /** @type {Map<string, PrivateKind>} */
  const known = new Map();
  for (const { rule, places } of report.findings) {
    const kind = KINDS[rule];
    if (!kind) continue;
    for (const [start, end] of places) {
      const words = text.slice(start, end);
      known.set(words, kind === "telephone" && words.replace(/[^\dXx０-９]/g, "").length > 14 ? "identity" : kind);
    }
  }
  const { contactName, contactPhone } = report.metadata;
  if (contactName) known.set(contactName, "name");
  if (contactPhone && /\d{5}/.test(contactPhone)) known.set(contactPhone, "telephone");
  // 李　明 may stand as 李明 elsewhere.
  known.forEach((kind, words) => kind === "name" && known.set(words.replace(/\s+/g, ""), kind));

  /** @type {PrivatePlace[]} */
  const places = [];
  known.forEach((kind, words) => {
    // One character alone is no name, and would be found everywhere.
    if (words.length < 2) return;
    const mask = MASKS[kind](words);
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      places.push({ span: [at, at + words.length], kind, words, mask });
    }
  });
  places.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  let end = 0;
  return places.filter(({ span }) => {
    const free = span[0] >= end;
    if (free) end = span[1];
    return free;
  });
}

/**
 * @param {string} text
 * @param {PrivatePlace[]} places in reading order
 */
export const masked = (text, places) => edited(text, places.map(({ span, mask }) => ({ span, text: mask })));

/**
 * What was masked, hidden in other words too: a setting, the reason of a dismissal.
 * @param {PrivatePlace[]} places
 * @returns {(words: string) => string}
 */
export function hiding(places) {
  const masks = new Map(places.map(({ words, mask }) => [words, mask]));
  return (words) => {
    masks.forEach((mask, known) => (words = words.split(known).join(mask)));
    return words;
  };
}

/**
 * @param {Options} options
 * @param {(words: string) => string} hide
 * @returns {Options}
 */
export function maskedOptions(options, hide) {
  const { units, names, patterns } = options;
  return {
    ...options,
    ...(units ? { units: units.map(hide) } : {}),
    ...(names ? { names: names.map(hide) } : {}),
    ...(patterns ? { patterns: patterns.map(hide) } : {}),
  };
}
