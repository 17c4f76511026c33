/**
 * The project's papers as pages: README, what was measured, and the rest.
 *
 * @import { Page } from "./html.mjs"
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "../run.mjs";
import { markdown } from "./markdown.mjs";

/** Each paper with its page. @type {{ file: string, to: string, section: string, title?: string }[]} */
export const PAPERS = [
  { file: "README.md", to: "start.html", section: "start.html", title: "起步 Start" },
  { file: "docs/measured.md", to: "measured.html", section: "measured.html" },
  { file: "docs/seeded-errors.md", to: "seeded-errors.html", section: "measured.html" },
  { file: "docs/damages.md", to: "damages.html", section: "measured.html" },
  { file: "docs/endurance.md", to: "endurance.html", section: "measured.html" },
  { file: "docs/peers.md", to: "peers.html", section: "measured.html" },
  { file: "bench/README.md", to: "bench.html", section: "measured.html" },
  { file: "docs/consumers.md", to: "consumers.html", section: "start.html" },
  { file: "docs/embedding.md", to: "embedding.html", section: "start.html" },
  { file: "CHANGELOG.md", to: "papers/changelog.html", section: "start.html" },
  { file: "ARCHITECTURE.md", to: "papers/architecture.html", section: "start.html" },
  { file: "CONTRIBUTING.md", to: "papers/contributing.html", section: "start.html" },
];

/** Files of the repository that other pages are made from. @type {Record<string, string>} */
const MADE_FROM = {
  "docs/rules.md": "rules.html",
  "docs/recipes": "recipes/index.html",
  "docs/recipes/README.md": "recipes/index.html",
  "tests/spec": "spec/index.html",
  "tests/spec/README.md": "spec/index.html",
  "js/gangmu.d.ts": "api/gangmu.html",
};

/**
 * Where an address in a paper leads on the site; null where it leads to a file that the site does not have.
 *
 * @param {string} from The paper, from the project's folder.
 * @param {string} address
 */
export function addressOnSite(from, address) {
  if (/^[a-z]+:/.test(address) || address.startsWith("#")) return address;
  const [name, anchor] = address.split("#");
  const file = path.posix.join(path.posix.dirname(from), name).replace(/\/$/, "");
  const types = /^js\/(\w+)\.d\.ts$/.exec(file);
  const recipe = /^docs\/recipes\/([\w-]+)(\/README\.md)?$/.exec(file);
  const to =
    PAPERS.find((paper) => paper.file === file)?.to ??
    MADE_FROM[file] ??
    (types ? `api/${types[1]}.html` : recipe ? `recipes/${recipe[1]}/index.html` : undefined);
  return to === undefined ? null : `~/${to}${anchor ? `#${anchor}` : ""}`;
}

/** The pictures that papers show, from the project's folder. */
export const PICTURES = /^docs\/([\w-]+\.png)$/;

/** @returns {Page[]} */
export function papers() {
  return PAPERS.map(({ file, to, section, title }) => {
    const rendered = markdown(readFileSync(inRoot(file), "utf8"), {
      link: (address) => addressOnSite(file, address),
      image: (address) => path.posix.join(path.posix.dirname(file), address).replace(PICTURES, "~/assets/$1"),
    });
    return {
      path: to,
      title: title ?? rendered.title,
      section,
      main: rendered.html,
      contents: rendered.contents.filter(({ level }) => level === 2),
      entries: [{ words: title ?? rendered.title, kind: "page" }, ...rendered.contents.map(({ title, anchor }) => ({ words: title, kind: "section", anchor }))],
    };
  });
}
