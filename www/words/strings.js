// Every sentence of the page, in both languages: one file a part of the page. A test holds the two tables to the same keys
// and the same {places}, and every key to one file.

import * as frame from "./frame.js";
import * as text from "./text.js";
import * as outline from "./outline.js";
import * as figures from "./figures.js";
import * as findings from "./findings.js";
import * as checks from "./checks.js";
import * as keys from "./keys.js";
import * as offline from "./offline.js";
import * as settings from "./settings.js";
import * as waysIn from "./ways-in.js";
import * as collect from "./collect.js";
import * as compare from "./compare.js";
import * as waysOut from "./ways-out.js";

export const parts = [frame, text, outline, figures, findings, checks, keys, offline, settings, collect, compare, waysIn, waysOut];

export const zh = {
  ...frame.zh,
  ...text.zh,
  ...outline.zh,
  ...figures.zh,
  ...findings.zh,
  ...checks.zh,
  ...keys.zh,
  ...offline.zh,
  ...settings.zh,
  ...collect.zh,
  ...compare.zh,
  ...waysIn.zh,
  ...waysOut.zh,
};

/** @type {typeof zh} */
export const en = {
  ...frame.en,
  ...text.en,
  ...outline.en,
  ...figures.en,
  ...findings.en,
  ...checks.en,
  ...keys.en,
  ...offline.en,
  ...settings.en,
  ...collect.en,
  ...compare.en,
  ...waysIn.en,
  ...waysOut.en,
};

export const strings = { zh, en };
