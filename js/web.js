/** The entry `gangmu` in browsers: ready as soon as it is imported. */
import { load } from "./lazy.js";

export { load, mend, parse, toCsv, toJson, toMarkdown } from "./lazy.js";

await load();
