// The page without a network, and in other pages.

export const zh = {
  programKept: "为了没有网络也能打开，浏览器存下了纲目自己的程序文件；其中没有您的文字。",
};

/** @type {typeof zh} */
export const en = {
  programKept: "So that it opens without a network, the browser keeps Gangmu's own program files. None of your text is among them.",
};
