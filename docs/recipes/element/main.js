import "gangmu/element";

const output = document.querySelector("output");

document.querySelector("gangmu-report").addEventListener("gangmu-figure", ({ detail: { figure, quote } }) => {
  output.textContent = `${quote}：${figure.indicator} ${figure.value} ${figure.unit ?? ""}`;
});
