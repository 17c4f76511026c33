/** Python with packages of its own, for what only Python can check. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Blocked, inRoot, run, stage } from "./run.mjs";

/**
 * A Python that has the packages of a requirements file.
 *
 * @param {string} requirements From the project's folder.
 * @returns {Promise<string>} The command.
 */
export async function pythonWith(requirements) {
  const wanted = readFileSync(inRoot(requirements));
  const folder = inRoot(".cache", `python-${createHash("sha256").update(wanted).digest("hex").slice(0, 12)}`);
  const python = path.join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  if (existsSync(python)) return python;
  const system = process.platform === "win32" ? "python" : "python3";
  if ((await run(system, ["-m", "venv", "--help"])).code !== 0) {
    throw new Blocked(`Python 3.10 with pip and venv is missing (on Debian: apt-get install python3-venv); it reads ${requirements}`);
  }
  await stage(`packages from PyPI (${requirements})`, "1 minute", async () => {
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    const made = await run(system, ["-m", "venv", draft]);
    if (made.code !== 0) throw new Blocked(`python3 -m venv fails; on Debian: apt-get install python3-venv\n${made.all}`);
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", inRoot(requirements)];
    const installed = await run(path.join(draft, path.relative(folder, python)), pip);
    if (installed.code !== 0) throw new Blocked(`pip cannot install ${requirements}:\n${installed.all}`);
    // Its scripts name the draft; only its Python is used, which finds its packages by where it lies.
    renameSync(draft, folder);
  });
  return python;
}
