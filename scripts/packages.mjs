/** The npm packages that the build and the tests use. */
import { stage, must } from "./run.mjs";
import { unlessFresh } from "./freshness.mjs";

/** Installs what package-lock.json names, unless it is there. */
export const ensurePackages = () =>
  unlessFresh("packages", { inputs: ["package-lock.json"], outputs: ["node_modules/.package-lock.json"] }, () =>
    stage("packages from npm", "20 s", async () => {
      await must("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    }),
  );
