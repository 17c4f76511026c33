/**
 * The command line: what `--help` says, and what each form of output looks like, from a run.
 *
 * @import { Page } from "./html.mjs"
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRoot, run } from "../run.mjs";
import { chinese, escape, heading, slug } from "./html.mjs";
import { coloured } from "./markdown.mjs";

const REPORT = `青溪镇2023年工作报告
一、主要举措
（一）普法宣传。全年开展法治讲座12场，受众1.1万余人次，同比增长8.5%。
（二）纠纷化解。受理纠纷30件，其中邻里18件、合同13件，办结率100%。
`;

const NEXT = `青溪镇2024年工作报告
一、主要举措
（一）普法宣传。全年举办法治讲座15场，受众1.3万人次。
（二）纠纷化解。受理纠纷36起，其中邻里20起、合同16起，办结率97.2%，新建调解室3个。
`;

/** @type {{ title: string, says: string, args: string[], language: string }[]} */
const RUNS = [
  { title: "The figures as a table", says: "CSV as RFC 4180 has it; Excel wants a byte-order mark before it.", args: ["report.txt", "--to", "csv"], language: "text" },
  { title: "The outline", says: "Markdown: each heading with its figures.", args: ["report.txt", "--to", "md"], language: "text" },
  { title: "What is wrong", says: "A line a finding, as compilers write them. Exit code 1: there is an error.", args: ["report.txt", "--check"], language: "text" },
  { title: "Two reports side by side", says: "Two years of one place, or two places: Markdown to read; --to csv is a table, --to json all of it, --language en has English words.", args: ["compare", "report.txt", "next.txt"], language: "text" },
  { title: "The whole report", says: "JSON on one line; the API says what each field holds.", args: ["report.txt", "--to", "json"], language: "json" },
  { title: "An option that there is not", says: "One line on standard error, exit code 2, and nothing else.", args: ["report.txt", "--to", "xml"], language: "text" },
];

/** @returns {Promise<Page>} */
export async function commandLine() {
  const folder = mkdtempSync(path.join(tmpdir(), "gangmu-docs-"));
  const command = inRoot("bin", "gangmu.js");
  try {
    writeFileSync(path.join(folder, "report.txt"), REPORT);
    writeFileSync(path.join(folder, "next.txt"), NEXT);
    const help = await run(process.execPath, [command, "--help"], { cwd: folder });
    const parts = [];
    for (const { title, says, args, language } of RUNS) {
      const { all, code } = await run(process.execPath, [command, ...args], { cwd: folder });
      const printed = language === "json" ? JSON.stringify(JSON.parse(all), null, 1) : all;
      // The whole of it is long; the beginning shows its shape.
      const lines = printed.trimEnd().split("\n");
      const shown = lines.length > 40 ? `${lines.slice(0, 40).join("\n")}\n…` : lines.join("\n");
      parts.push(`${heading(2, slug(title), escape(title))}<p>${escape(says)}</p>
<pre class="shell" tabindex="0"><code>$ npx gangmu ${args.join(" ")}</code></pre>${coloured(shown, language)}${code === 0 ? "" : `<p class="note">Exit code ${code}.</p>`}`);
    }
    const main = `<h1><span lang="zh-CN">命令行</span> The command line</h1>
<p><code>npx gangmu</code>, once the package is installed; the native command, by <code>cargo install --features native</code>, takes the same arguments.</p>
${heading(2, "help", "Every option")}<pre class="help" tabindex="0"><code>${escape(help.stdout)}</code></pre>
<p>What follows was printed when this page was made, for this report:</p>${chinese(REPORT, "pre").replace("<pre", '<pre tabindex="0"')}
<p>and, where two are compared, for that of the next year:</p>${chinese(NEXT, "pre").replace("<pre", '<pre tabindex="0"')}
${parts.join("\n")}`;
    const contents = [{ title: "Every option", anchor: "help" }, ...RUNS.map(({ title }) => ({ title, anchor: slug(title) }))];
    const options = [...new Set(help.stdout.match(/(?<=^\s+)--[a-z-]+/gm) ?? [])].map((option) => ({ words: option, kind: "option", anchor: "help" }));
    return { path: "command-line.html", title: "命令行 The command line", section: "command-line.html", main, contents, entries: [{ words: "命令行 Command line", kind: "page" }, ...options] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
