// What webpack makes of files that are not JavaScript.
declare module "*.txt" {
  const text: string;
  export default text;
}
declare module "*.css?text" {
  const text: string;
  export default text;
}
declare module "*.css";

/** The version in package.json. */
declare const GANGMU_VERSION: string;

/** The files of the built page, for its service worker: names from the page's address, each with its hash. */
declare const GANGMU_FILES: { version: string, files: [file: string, integrity: string][] };
