const output = document.querySelector("output");

await navigator.serviceWorker.register("service-worker.js");
await navigator.serviceWorker.ready;
// The first visit is not yet under its control.
if (!navigator.serviceWorker.controller) {
  await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
}

async function ask() {
  const answer = await fetch("figures.json", { method: "POST", body: document.querySelector("textarea").value });
  const figures = await answer.json();
  output.textContent = figures.map(({ indicator, value, unit }) => `${indicator} ${value} ${unit ?? ""}`).join("；");
}

document.querySelector("button").addEventListener("click", ask);
await ask();
