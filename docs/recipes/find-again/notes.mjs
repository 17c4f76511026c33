import { parse } from "gangmu";
import { findQuote, fingerprintsOf, quoteOf } from "gangmu/places";

const before = `全年开展法治讲座12场，受众1.1万余人次。
调处矛盾纠纷186件，办结率98%。`;

// Somebody writes a note to the rate; it is kept with the quote, as JSON.
const rate = parse(before).figures.find(({ unit }) => unit === "%");
const note = JSON.parse(JSON.stringify({ words: "核对台账", target: quoteOf(before, rate.span) }));

// Then the report is edited, before the figure and after it.
const after = `青溪镇工作报告
全年开展法治讲座15场，受众2万余人次。
调处矛盾纠纷186件，办结率98%。
群众满意率96%。`;
const span = findQuote(after, note.target);
console.log(note.words, "→", span && after.slice(...span), "at", span);

// What is no longer there is not found elsewhere.
console.log(findQuote("调处矛盾纠纷186件。", note.target));

// Which figures are the same in both, by fingerprint.
const named = (text) => {
  const spans = parse(text).figures.map((figure) => figure.span);
  return new Map(fingerprintsOf(text, spans).map((print, index) => [print, text.slice(...spans[index])]));
};
const old = named(before);
for (const [print, words] of named(after)) console.log(print, words, old.has(print) ? "as before" : "new");
