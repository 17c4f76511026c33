// The figures that hang together with the chosen one, framed in the text: what a sum takes, what a rate was made from.

import { Decoration, ViewPlugin } from "@codemirror/view";
import { figureAt, membersOf } from "../survey.js";
import { chosenSpan, positionThen, spanToday } from "./marks.js";
import { surveyField } from "./reading.js";

const frame = Decoration.mark({ class: "mark-kin" });

/** Of a figure in more calculations than a reader follows, so many are framed. */
const MOST = 200;

/** @param {import("@codemirror/view").EditorView} view */
function decorate({ state }) {
  const chosen = chosenSpan(state);
  const survey = state.field(surveyField);
  if (!chosen || !survey) return Decoration.none;
  const { figures } = survey.report;
  const index = figureAt(figures, positionThen(state, chosen[0]));
  // A finding or a claim that begins at a figure is not that figure.
  if (index < 0 || spanToday(state, figures[index].span)[1] !== chosen[1]) return Decoration.none;
  const kin = new Set((survey.relations.get(index) || []).flatMap(membersOf));
  kin.delete(index);
  const ranges = Array.from(kin)
    .slice(0, MOST)
    .map((each) => spanToday(state, figures[each].span))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => frame.range(from, to));
  return Decoration.set(ranges, true);
}

const framed = ViewPlugin.define(
  (view) => ({
    shown: decorate(view),
    update(update) {
      const { startState, state } = update;
      const read = startState.field(surveyField) !== state.field(surveyField);
      if (read || update.docChanged || chosenSpan(startState) !== chosenSpan(state)) this.shown = decorate(update.view);
    },
  }),
  { decorations: (plugin) => plugin.shown },
);

export const kin = [surveyField, framed];
