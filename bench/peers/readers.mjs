/**
 * Each peer as a function from a text to what it says of figures and dates, in the shape of a report of Gangmu, so that one
 * scorer judges all. Whatever a peer offers that helps its answer is used.
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { inRoot } from "../../scripts/run.mjs";

/** The peers as they were bundled by `node bench/peers.mjs`. @param {string} name */
const bundled = (name) => createRequire(import.meta.url)(inRoot(".cache", "peers", "bundled", `${name}.cjs`));

/**
 * @typedef {{ number: number[], value: number, upper: null, unit: string | null }} Figure
 * @typedef {{ span: number[], iso: string | null }} DateSaid
 */

/** @param {Figure[]} figures @param {DateSaid[]} dates */
const report = (figures, dates) => ({ figures, dates, outline: [], items: [], metadata: {} });

/** Numbers with what is behind them as a regular expression sees it: what somebody would write in five minutes. */
function regex() {
  const FIGURE = /(\d[\d,]*(?:\.\d+)?)(万|亿)?[余多]?(%|人次|平方米|公里|万元|亿元|元|个|名|人|次|件|场|起|份|户|项|家|亩|吨|条|批|期|处)/g;
  /** @type {Record<string, number>} */
  const scales = { 万: 1e4, 亿: 1e8 };
  return (/** @type {string} */ text) => {
    /** @type {Figure[]} */
    const figures = [];
    for (const { index, 1: number, 2: scale, 3: unit } of text.matchAll(FIGURE)) {
      const value = Number(number.replaceAll(",", "")) * (scales[scale] ?? 1);
      figures.push({ number: [index, index + number.length], value, upper: null, unit });
    }
    return report(figures, []);
  };
}

/** The packages of Microsoft: numbers, percentages, amounts with units, and times; what stands in a time is no figure. */
function recognizers() {
  const suite = bundled("recognizers");
  const withUnit = ["recognizePercentage", "recognizeAge", "recognizeCurrency", "recognizeDimension", "recognizeTemperature"];
  return (/** @type {string} */ text) => {
    const all = (/** @type {string} */ recognize) => suite[recognize](text, suite.Culture.Chinese);
    const times = all("recognizeDateTime");
    const within = (/** @type {any} */ found, /** @type {any[]} */ others) => others.find(({ start, end }) => start <= found.start && found.end <= end);
    const measured = withUnit.flatMap(all);
    /** @type {Figure[]} */
    const figures = [];
    for (const number of all("recognizeNumber")) {
      if (within(number, times)) continue;
      const whole = within(number, measured);
      // The unit as the text writes it: they name it in English.
      const unit = whole ? text.slice(number.end + 1, whole.end + 1).trim() || null : null;
      figures.push({ number: [number.start, number.end + 1], value: Number(number.resolution?.value), upper: null, unit });
    }
    const dates = times.map((/** @type {any} */ { start, end, resolution }) => ({ span: [start, end + 1], iso: resolution?.values?.[0]?.timex ?? null }));
    return report(figures, dates);
  };
}

/** Dates only. */
function chrono() {
  const { zh } = bundled("chrono");
  return (/** @type {string} */ text) => {
    const dates = zh.hans.parse(text).map((/** @type {any} */ { index, text: words, start }) => {
      const [year, month, day] = ["year", "month", "day"].map((part) => start.isCertain(part) && `${start.get(part)}`.padStart(2, "0"));
      return { span: [index, index + words.length], iso: [year, month, day].filter(Boolean).join("-") };
    });
    return report([], dates);
  };
}

async function gangmu() {
  const { parse } = await import(pathToFileURL(inRoot("js", "node.js")).href);
  return parse;
}

/** @type {Record<string, () => any>} */
export const READERS = { gangmu, recognizers, chrono, regex };
