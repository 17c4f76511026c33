import { load, parse } from "gangmu/inline";

const textarea = document.querySelector("textarea");
const body = document.querySelector("tbody");

/** What a hedge says of the true value. */
const BOUNDS = { exact: "", about: "约", "at-least": "≥", "at-most": "≤", "more-than": ">", "less-than": "<" };

/** The titles above a figure, from the outermost. */
function titlesOf(outline, path) {
  const titles = [];
  let headings = outline;
  for (const index of path) {
    titles.push(headings[index].title);
    headings = headings[index].children;
  }
  return titles.join(" › ");
}

function fill() {
  const { figures, outline } = parse(textarea.value);
  body.replaceChildren(
    ...figures.map((figure) => {
      const { indicator, value, upper, unit, bound, change, period, heading, span } = figure;
      const amount = BOUNDS[bound] + (upper === null ? value : `${value}–${upper}`);
      const way = { up: "↑", down: "↓" }[change] ?? "";
      const row = document.createElement("tr");
      for (const words of [indicator, way + amount, unit ?? "", period ?? "", titlesOf(outline, heading)]) {
        const cell = row.insertCell();
        cell.textContent = words;
      }
      row.cells[1].className = "value";
      row.addEventListener("click", () => {
        textarea.focus();
        textarea.setSelectionRange(...span);
      });
      return row;
    }),
  );
}

await load();
textarea.addEventListener("input", fill);
fill();
