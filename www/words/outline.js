// The outline.

export const zh = {
  outline: "提纲",
  foldAll: "全部收起",
  unfoldAll: "全部展开",
  inferred: "编号由上下文推得",
  inferredHeading: "这个标题由上下文推得",
  headingFigures: "{n} 个数字",
  treeHelp: "提纲：方向键选择、收起、展开，回车到正文",
  noOutline: "这篇文字里没有标题。",
  beforeHeadings: "标题之前",
  roleWork: "工作成效",
  roleLeadership: "第一责任人",
  roleProblems: "存在问题",
  rolePlan: "下步安排",
  roleOther: "其他",
};

/** @type {typeof zh} */
export const en = {
  outline: "Outline",
  foldAll: "Fold all",
  unfoldAll: "Unfold all",
  inferred: "Number worked out from its neighbours",
  inferredHeading: "Heading worked out from its neighbours",
  headingFigures: "Figures: {n}",
  treeHelp: "Outline: arrow keys to choose, fold and unfold, Enter to go to the text",
  noOutline: "This text has no headings.",
  beforeHeadings: "before the headings",
  roleWork: "work done",
  roleLeadership: "duties of the head",
  roleProblems: "problems",
  rolePlan: "plan",
  roleOther: "other",
};
