// Ways out.

export const zh = {
  export: "导出",
  exportCsvHint: "全部数字，存为表格，Excel 可直接打开",
  exportJsonHint: "提纲、数字、日期、引用，连同在原文中的位置，供程序使用",
  exportMdHint: "提纲，存为 Markdown",
  exported: "已存为 {name}",
};

/** @type {typeof zh} */
export const en = {
  export: "Export",
  exportCsvHint: "Every figure as a table that Excel opens rightly",
  exportJsonHint: "Outline, figures, dates and citations with their places in the text, for programs",
  exportMdHint: "The outline as Markdown",
  exported: "Saved as {name}",
};
