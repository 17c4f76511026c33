/** What `<gangmu-report>` says, in both languages. `{…}` is filled in. */

const zh = {
  outline: "提纲",
  figures: "数字",
  findings: "提示",
  text: "正文",
  columnIndicator: "指标",
  columnText: "原文",
  columnValue: "数值",
  columnPeriod: "期间",
  more: "再显示 {n} 行",
  tally: "{n} 个数字",
  counts: "标题 {headings}，数字 {figures}，提示 {findings}",
  reading: "正在读取…",
  empty: "没有读到标题或数字。",
  failed: "没有读成",
  error: "错误",
  warning: "注意",
  advice: "建议",
};

/** @type {typeof zh} */
const en = {
  outline: "Outline",
  figures: "Figures",
  findings: "Findings",
  text: "Text",
  columnIndicator: "Indicator",
  columnText: "As written",
  columnValue: "Value",
  columnPeriod: "Period",
  more: "Show {n} more",
  tally: "Figures: {n}",
  counts: "Headings {headings}, figures {figures}, findings {findings}",
  reading: "Reading…",
  empty: "No headings or figures here.",
  failed: "Could not be read",
  error: "error",
  warning: "warning",
  advice: "advice",
};

/** @typedef {"zh" | "en"} Language */

/** @param {Element} element @returns {Language} As its `lang` says, or that of what it stands in; Chinese where none does. */
export function languageOf(element) {
  const holder = element.closest("[lang]");
  const lang = holder ? holder.getAttribute("lang") || "" : "";
  return lang === "" || /^zh\b/i.test(lang) ? "zh" : "en";
}

/** @param {Language} language @param {keyof typeof zh} key @param {{ [name: string]: number }} [values] */
export const say = (language, key, values = {}) =>
  (language === "zh" ? zh : en)[key].replace(/\{(\w+)\}/g, (_, name) => `${values[name]}`);
