/** The entry `gangmu` in browsers: ready as soon as it is imported. */
import { load } from "./lazy.js";

export * from "./lazy.js";

await load();
