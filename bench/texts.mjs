/** The texts that are timed and weighed: the same as those of `bench/native/src/lib.rs`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { inRoot } from "../scripts/run.mjs";

/** Where the shared corpus is, if it is at hand: `GANGMU_CORPUS` says, else beside the project. */
export const sharedCorpus = () => {
  const folder = process.env.GANGMU_CORPUS ?? inRoot("..", "shared", "corpus");
  return existsSync(`${folder}/reports`) ? folder : null;
};

/** What is read: the shared corpus, or else the project's own reports. */
export const corpusName = () => (sharedCorpus() ? "the three reports of the shared corpus" : "the reports of tests/trials");

/** Each report of the corpus. @returns {{ name: string, text: string }[]} */
export function corpus() {
  const shared = sharedCorpus();
  const folder = shared ? `${shared}/reports` : inRoot("tests", "trials", "reports");
  return readdirSync(folder).sort().map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));
}

/** Cut to at most `bytes` of UTF-8, at a character. @param {string} text @param {number} bytes */
function cut(text, bytes) {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}

/** The reports, one after another, so many bytes of them. @param {number} bytes */
export function reports(bytes) {
  const once = corpus().map(({ text }) => `${text}\n`).join("");
  return cut(once.repeat(Math.ceil(bytes / Buffer.byteLength(once))), bytes);
}

/** A figure every ten characters, a heading every hundred: denser than any report. @param {number} bytes */
export function dense(bytes) {
  const lines = [];
  for (let number = 1, length = 0; length < bytes; number++) {
    const few = (number % 97) + 2;
    const many = (number % 8999) + 1000;
    const line =
      `（${"一二三四五六七八九"[number % 9]}）便民服务。新装路灯${few}盏，修路${few}.${few}公里，调解纠纷${many}件，走访群众${many}户、${many}人次，` +
      `发放补贴${few}万元，同比增长${few}%，植树${many}株，培训${few}场次。\n`;
    lines.push(line);
    length += Buffer.byteLength(line);
  }
  return cut(lines.join(""), bytes);
}
