import { load, parse } from "gangmu/inline";
import { mark } from "gangmu/mark";

const article = document.querySelector("article");
const output = document.querySelector("output");

await load();
const marks = mark(article, parse, { kinds: ["figure", "finding"] });
output.textContent = `${marks.marked.filter(({ kind }) => kind === "figure").length} 个数字`;

article.addEventListener("click", ({ clientX, clientY }) => {
  const figure = marks.figureAt(clientX, clientY);
  if (figure) output.textContent = [figure.indicator, figure.value, figure.unit, figure.period].filter((each) => each !== null && each !== "").join(" ");
});
