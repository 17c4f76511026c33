import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/codeAction/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/hover/register";
import { load, parse } from "gangmu/inline";
import { placesOf } from "gangmu/places";

const TEXT = `青溪镇2023年工作报告
一、主要举措
（一）普法宣传。全年开展法治讲座12场，受众1.1万余人次，同比增长8.5%。
（二）纠纷化解。受理纠纷186件，其中邻里纠纷92件、合同纠纷58件、其他36件。
（三）制度建设。根据青政发[2022]3号文件，修订制度6项。`;

const OWNER = "gangmu";
const { MarkerSeverity } = monaco;
const SEVERITIES = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, advice: MarkerSeverity.Info };
const RULES = "https://gangmu.example/docs/rules.html";

/** What findings there are, by what Monaco gives back of a marker. */
const fixes = new Map();
const keyOf = ({ startLineNumber, startColumn, message }) => `${startLineNumber}:${startColumn}:${message}`;

function read(model, decorations) {
  const text = model.getValue();
  const { figures, findings } = parse(text);
  const place = placesOf(text);
  const rangeOf = ([start, end]) => {
    const [from, to] = [place(start), place(end)];
    return { startLineNumber: from.line, startColumn: from.column, endLineNumber: to.line, endColumn: to.column };
  };

  decorations.set(
    figures.map(({ span, indicator, value, unit, period }) => ({
      range: rangeOf(span),
      options: { inlineClassName: "figure", hoverMessage: { value: [indicator, `**${value}** ${unit ?? ""}`, period].filter(Boolean).join(" · ") } },
    })),
  );

  fixes.clear();
  const markers = findings.map(({ span, severity, message, rule, fix }) => {
    const code = { value: rule, target: monaco.Uri.parse(`${RULES}#${rule}`) };
    const marker = { ...rangeOf(span), severity: SEVERITIES[severity], message, code, source: "纲目" };
    if (fix) fixes.set(keyOf(marker), fix.map((edit) => ({ range: rangeOf(edit.span), text: edit.text })));
    return marker;
  });
  monaco.editor.setModelMarkers(model, OWNER, markers);
}

monaco.languages.registerCodeActionProvider("plaintext", {
  provideCodeActions(model, range, { markers }) {
    const actions = markers
      .filter((marker) => fixes.has(keyOf(marker)))
      .map((marker) => ({
        title: `改正：${marker.message}`,
        kind: "quickfix",
        diagnostics: [marker],
        isPreferred: true,
        edit: { edits: fixes.get(keyOf(marker)).map((textEdit) => ({ resource: model.uri, textEdit, versionId: undefined })) },
      }));
    return { actions, dispose() {} };
  },
});

await load();
const editor = monaco.editor.create(document.querySelector("#editor"), {
  value: TEXT,
  language: "plaintext",
  theme: window.matchMedia("(prefers-color-scheme: dark)").matches ? "vs-dark" : "vs",
  wordWrap: "on",
  minimap: { enabled: false },
  // Full-width marks are no look-alikes in a Chinese text.
  unicodeHighlight: { ambiguousCharacters: false },
  // What Monaco would do in a worker for plain text is not wanted here.
  wordBasedSuggestions: "off",
  links: false,
  automaticLayout: true,
  ariaLabel: "报告 Report",
});
const decorations = editor.createDecorationsCollection();
let timer = 0;
editor.onDidChangeModelContent(() => {
  clearTimeout(timer);
  timer = setTimeout(() => read(editor.getModel(), decorations), 150);
});
read(editor.getModel(), decorations);
