// What webpack makes of files that are not JavaScript.
declare module "*.txt" {
  const text: string;
  export default text;
}
declare module "*.css";
