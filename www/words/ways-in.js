// Ways in: files and pastes.

export const zh = {
  openFile: "打开文件…",
  dropHint: "也可以把 .txt 文件拖进来",
  dropNow: "松手，读入文件",
  open: "打开",
  openHint: "打开一个 .txt 文件，换下桌上的文字（可撤销）",
  fileRead: "已读入 {name}（{encoding}）",
  fileNotText: "{name} 不是纯文本文件；Word 或 PDF 文件请先打开，再把文字复制过来。",
  fileUnreadable: "{name} 读不出文字：不是 UTF-8、UTF-16 或 GB18030 编码。",
  fileLarge: "{name} 太大（{mb} MB），最多可读 {limit} MB。",
  fileFailed: "{name} 没能打开。",
};

/** @type {typeof zh} */
export const en = {
  openFile: "Open a file…",
  dropHint: "or drop a .txt file anywhere",
  dropNow: "Let go to read the file",
  open: "Open",
  openHint: "Open a .txt file in place of the text on the desk (can be undone)",
  fileRead: "Read {name} ({encoding})",
  fileNotText: "{name} is not a plain text file; open a Word or PDF file first and copy its text here.",
  fileUnreadable: "{name} cannot be read as text: it is not UTF-8, UTF-16 or GB18030.",
  fileLarge: "{name} is too large ({mb} MB); the limit is {limit} MB.",
  fileFailed: "{name} could not be opened.",
};
