/** The npm packages that the build and the tests use. */
import { lstatSync } from "node:fs";
import { Blocked, inRoot, must, stage } from "./run.mjs";
import { unlessFresh } from "./freshness.mjs";

/** Installs what package-lock.json names, unless it is there. */
export const ensurePackages = () =>
  unlessFresh("packages", { inputs: ["package-lock.json"], outputs: ["node_modules/.package-lock.json"] }, () =>
    stage("packages from npm", "20 s", async () => {
      // npm would empty the folder that the link leads to.
      if (lstatSync(inRoot("node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) {
        throw new Blocked("node_modules is a link to another folder; run: rm node_modules");
      }
      await must("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    }),
  );
