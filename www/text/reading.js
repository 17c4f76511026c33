// The last reading, kept beside the text for what looks things up in it.

import { StateField } from "@codemirror/state";
import { markAnew, takeReading } from "./marks.js";

/** @type {StateField<import("../survey.js").Survey | null>} */
export const surveyField = StateField.define({
  create: () => null,
  update: (/** @type {import("../survey.js").Survey | null} */ value, transaction) => {
    for (const effect of transaction.effects) if (effect.is(takeReading) || effect.is(markAnew)) value = effect.value;
    return value;
  },
});
