/** The entry `gangmu` in browsers: ready as soon as it is imported. */
import { load } from "./lazy.js";

export { load, mend, parse, toCsv, toJson, toJsonLd, toMarkdown, toSdmx } from "./lazy.js";

await load();
