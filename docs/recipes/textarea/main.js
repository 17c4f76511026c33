import { load, parse } from "gangmu/inline";

const textarea = document.querySelector("textarea");
const backdrop = document.querySelector(".backdrop");
const output = document.querySelector("output");

/** The text again, its figures marked. */
function draw() {
  const text = textarea.value;
  const { figures } = parse(text);
  const layer = document.createDocumentFragment();
  let at = 0;
  for (const { span: [start, end] } of figures) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    layer.append(text.slice(at, start), mark);
    at = end;
  }
  // A last line that is empty has no height without something on it.
  layer.append(`${text.slice(at)}\n`);
  backdrop.replaceChildren(layer);
  backdrop.scrollTop = textarea.scrollTop;
  output.textContent = `${figures.length} 个数字`;
}

await load();
textarea.addEventListener("input", draw);
textarea.addEventListener("scroll", () => (backdrop.scrollTop = textarea.scrollTop));
draw();
