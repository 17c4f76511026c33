import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap, ViewPlugin } from "@codemirror/view";
import { load, parse } from "gangmu/inline";

const TEXT = `青溪镇2023年工作报告
一、主要举措
（一）普法宣传。全年开展法治讲座12场，受众1.1万余人次，同比增长8.5%。
（二）纠纷化解。调处矛盾纠纷186件，其中邻里纠纷92件、合同纠纷58件、其他36件。`;

const flat = (headings) => headings.flatMap((heading) => [heading, ...flat(heading.children)]);

/** The marks of a report. */
function marksOf({ figures, outline }) {
  const figure = figures.map(({ span, indicator, value, unit }) =>
    Decoration.mark({ class: "figure", attributes: { title: `${indicator} ${value} ${unit ?? ""}` } }).range(...span),
  );
  const heading = flat(outline).map(({ span }) => Decoration.mark({ class: "heading" }).range(...span));
  return RangeSet.of([...figure, ...heading], true);
}

const setMarks = StateEffect.define();

const marks = StateField.define({
  create: () => Decoration.none,
  update(value, transaction) {
    // Marks stay on their words until the text has been read again.
    value = value.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setMarks)) value = effect.value;
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const reader = ViewPlugin.define((view) => {
  let timer = setTimeout(read, 0);
  function read() {
    view.dispatch({ effects: setMarks.of(marksOf(parse(view.state.doc.toString()))) });
  }
  return {
    update({ docChanged }) {
      if (!docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(read, 150);
    },
    destroy: () => clearTimeout(timer),
  };
});

await load();
new EditorView({
  doc: TEXT,
  parent: document.querySelector("#editor"),
  extensions: [
    marks,
    reader,
    history(),
    keymap.of([...standardKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": "报告 Report" }),
  ],
});
