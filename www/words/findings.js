// The list of findings and the slip under the text.

export const zh = {
  findings: "提示",
  noFindings: "没有要提示的。",
  findingPlaces: "共{n}处",
  mend: "改正",
  mendAll: "全部改正",
  custom: "惯例",
  severityError: "错误",
  severityWarning: "注意",
  severityAdvice: "建议",
  card: "所选之处",
};

/** @type {typeof zh} */
export const en = {
  findings: "Findings",
  noFindings: "Nothing to point out.",
  findingPlaces: "{n} places",
  mend: "Mend",
  mendAll: "Mend all",
  custom: "custom",
  severityError: "error",
  severityWarning: "warning",
  severityAdvice: "advice",
  card: "The chosen place",
};
