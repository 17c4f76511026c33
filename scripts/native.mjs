/** The native command, compiled. */
import { Blocked, run } from "./run.mjs";

/**
 * Builds it as the Rust tests are built: with every check of overflow and every assertion.
 *
 * @returns {Promise<string>} Where it lies.
 */
export async function buildNative() {
  const build = ["build", "--locked", "--bin", "gangmu", "--features", "native", "--message-format=json-render-diagnostics"];
  const { code, stdout, all } = await run("cargo", build);
  if (code !== 0) throw new Blocked(`the native command does not compile:\n${all}`);
  const artifacts = stdout.trim().split("\n").map((line) => JSON.parse(line));
  return artifacts.find(({ executable, target }) => executable && target.name === "gangmu").executable;
}
