/** What the recipes for other engines need: the native command, Spark and DuckDB from PyPI, Java, GNU parallel and jq. */
import path from "node:path";
import { buildNative } from "./native.mjs";
import { pythonWith } from "./python.mjs";
import { Blocked, installDebian, must, run } from "./run.mjs";

const JAVA = "Spark runs on Java 17 or later, which is missing; on Debian: apt-get install openjdk-17-jre-headless";

async function checkJava() {
  const { code, all } = await run("java", ["-version"]);
  const [, version = "0"] = /version "(\d+)/.exec(all) ?? [];
  if (code !== 0 || Number(version) < 17) throw new Blocked(JAVA);
}

async function ensureTools() {
  const there = await Promise.all(["parallel", "jq"].map((tool) => run(tool, ["--version"])));
  if (there.some(({ code }) => code !== 0)) await installDebian(["parallel", "jq"], "GNU parallel or jq", "20 s");
}

/**
 * Sees to all of it.
 *
 * @returns {Promise<{ python: string, env: Record<string, string> }>} A Python that has the packages, and an environment whose
 *   PATH has every command by the name that the recipes call it.
 */
export async function ensureEngines() {
  await checkJava();
  await ensureTools();
  const python = await pythonWith("tests/engines/requirements.txt");
  // The program itself: the script that starts it names the folder in which it was installed first.
  const where = "import duckdb_cli, os; print(os.path.dirname(duckdb_cli.__file__))";
  const duckdb = (await must(python, ["-c", where])).stdout.trim();
  const folders = [path.dirname(await buildNative()), duckdb, path.dirname(python), process.env.PATH ?? ""];
  return { python, env: { PATH: folders.join(path.delimiter) } };
}
