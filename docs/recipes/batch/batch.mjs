import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "gangmu";

const folder = process.argv[2] ?? "reports";

/** A cell as RFC 4180 has it; one that a spreadsheet would run as a formula is made text. */
function cell(value) {
  const words = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value ?? ""}`;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

const row = (...cells) => process.stdout.write(`${cells.map(cell).join(",")}\r\n`);

process.stdout.write("\uFEFF");
row("file", "place", "period", "indicator", "value", "upper", "unit", "bound", "words");
for (const name of readdirSync(folder).filter((each) => each.endsWith(".txt")).sort()) {
  let text;
  try {
    // Not replaced silently where it is no UTF-8: a figure must not be misread.
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path.join(folder, name)));
  } catch {
    console.error(`${name}: not UTF-8, left out`);
    process.exitCode = 1;
    continue;
  }
  const { figures, metadata } = parse(text);
  for (const { period, indicator, value, upper, unit, bound, span } of figures) {
    row(name, metadata.place, period, indicator, value, upper, unit, bound, text.slice(...span));
  }
}
