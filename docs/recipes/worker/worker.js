import { load, parse } from "gangmu/inline";

addEventListener("message", async ({ data: { question, text, options } }) => {
  try {
    await load();
    postMessage({ question, report: parse(text, options) });
  } catch ({ code, message }) {
    // An error loses its own fields on the way; a wrong option is told by its code.
    postMessage({ question, error: { code, message } });
  }
});
