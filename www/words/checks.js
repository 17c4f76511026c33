// 数字核对.

export const zh = {
  verdictAgrees: "相符",
  verdictDisagrees: "不符",
  verdictDoubtful: "存疑",
  verdictUnchecked: "无法核对",
};

/** @type {typeof zh} */
export const en = {
  verdictAgrees: "agrees",
  verdictDisagrees: "does not agree",
  verdictDoubtful: "doubtful",
  verdictUnchecked: "cannot be checked",
};
