const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
const textarea = document.querySelector("textarea");
const output = document.querySelector("output");

let question = 0;

function ask() {
  question += 1;
  worker.postMessage({ question, text: textarea.value });
}

worker.addEventListener("message", ({ data }) => {
  // Somebody has typed on meanwhile.
  if (data.question !== question) return;
  if (data.error) output.textContent = data.error.message;
  else output.textContent = data.report.figures.map(({ indicator, value, unit }) => `${indicator} ${value} ${unit ?? ""}`).join("；");
});

textarea.addEventListener("input", ask);
ask();
