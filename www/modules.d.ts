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
