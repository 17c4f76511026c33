/**
 * The command under test: `bin/gangmu.js`. Where GANGMU_NATIVE names the native command, it is asked everything as well, and
 * must give the same bytes and the same exit code.
 */
import assert from "node:assert/strict";
import { inRoot, run } from "../scripts/run.mjs";

const NODE = [process.execPath, inRoot("bin", "gangmu.js")];
const native = process.env.GANGMU_NATIVE;

/** Both commands, each with what goes before its arguments. */
export const COMMANDS = native === undefined ? [NODE] : [NODE, [native]];

/** @param {string[]} args @param {{ input?: string | Buffer, cwd: string }} settings */
export async function gangmu(args, settings) {
  const answers = await Promise.all(
    COMMANDS.map(async ([command, ...before]) => {
      const { code, stdout, stderr } = await run(command, [...before, ...args], { ...settings, minutes: 1 });
      return { code, stdout, stderr };
    }),
  );
  for (const answer of answers) assert.deepStrictEqual(answer, answers[0], `gangmu ${args.join(" ")}`);
  return answers[0];
}
