import { parse } from "gangmu";
import { placesOf } from "gangmu/places";

/** DiagnosticSeverity of the protocol. */
const SEVERITIES = { error: 1, warning: 2, advice: 3 };

/** The diagnostics of a document, for `textDocument/publishDiagnostics`. */
export function diagnosticsOf(uri, text) {
  const place = placesOf(text);
  const position = (offset) => {
    const { line, column } = place(offset);
    return { line: line - 1, character: column - 1 };
  };
  const rangeOf = ([start, end]) => ({ start: position(start), end: position(end) });
  return parse(text).findings.map(({ span, severity, rule, message, source, places, fix, fingerprint }) => ({
    range: rangeOf(span),
    severity: SEVERITIES[severity],
    code: rule,
    source: "gangmu",
    message: source ? `${message}（${source}）` : message,
    relatedInformation: places.slice(1).map((other) => ({ location: { uri, range: rangeOf(other) }, message: "同此 The same here" })),
    data: { fingerprint, edits: fix && fix.map((edit) => ({ range: rangeOf(edit.span), newText: edit.text })) },
  }));
}

const text = `青溪镇2023年工作报告
根据青政发[2022]3号文件开展清理。
受理矛盾纠纷200件，办结180件，办结率98%。`;
const diagnostics = diagnosticsOf("file:///report.txt", text);
for (const { range, code } of diagnostics) console.log(`${range.start.line + 1}:${range.start.character + 1} ${code}`);
console.log(JSON.stringify(diagnostics[0], null, 2));
