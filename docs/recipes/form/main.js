import { load, parse } from "gangmu/inline";
import { placesOf } from "gangmu/places";

const form = document.querySelector("form");
const field = document.querySelector("textarea");
const list = document.querySelector("#findings");

function check() {
  const { findings } = parse(field.value);
  const place = placesOf(field.value);
  const sentences = findings.map(({ severity, message, span }) => {
    const { line, column } = place(span[0]);
    return { severity, words: `第${line}行第${column}字：${message}` };
  });
  const error = sentences.find(({ severity }) => severity === "error");
  field.setCustomValidity(error ? error.words : "");
  list.replaceChildren(
    ...sentences.map(({ severity, words }) => {
      const item = document.createElement("li");
      item.className = severity;
      item.textContent = words;
      return item;
    }),
  );
}

form.addEventListener("submit", (event) => {
  // Here the report would go where it should; a form with an error never comes so far.
  event.preventDefault();
  form.querySelector("output").textContent = "已报送";
});

await load();
field.addEventListener("input", check);
check();
