// Why a number is no figure, and what kind of noise something is, in words.

import { t } from "../words/language.js";

/** @typedef {import("../../js/gangmu.d.ts").Reason} Reason */
/** @typedef {import("../../js/gangmu.d.ts").NoiseKind} NoiseKind */
/** @typedef {import("../words/language.js").Key} Key */

/** @type {{ [reason in Reason]: Key }} */
const reasons = {
  marker: "reasonMarker",
  date: "reasonDate",
  citation: "reasonCitation",
  "document-number": "reasonDocumentNumber",
  ordinal: "reasonOrdinal",
  name: "reasonName",
  telephone: "reasonTelephone",
  unknown: "reasonUnknown",
  word: "reasonWord",
  noise: "reasonNoise",
  bare: "reasonBare",
};

/** What may have been a figure comes first. @type {Reason[]} */
export const REASONS = ["bare", "unknown", "name", "word", "ordinal", "telephone", "document-number", "citation", "date", "marker", "noise"];

/** @type {{ [kind in NoiseKind]: Key }} */
const noises = {
  style: "noiseStyle",
  image: "noiseImage",
  "page-number": "noisePageNumber",
  navigation: "noiseNavigation",
  "repeated-title": "noiseRepeatedTitle",
  invisible: "noiseInvisible",
};

/** @param {Reason} reason */
export const reasonText = (reason) => t(reasons[reason]);

/** @param {NoiseKind} kind */
export const noiseText = (kind) => t(noises[kind]);
