// The text with its marks, as elements: a line a paragraph, what overlaps nested in one order.

import { element } from "../dom.js";
import { isDismissed } from "../findings/dismissals.js";
import { periodText, severityText, valueText } from "../format.js";
import { t } from "../words/language.js";

/** @typedef {import("../../js/gangmu.d.ts").Span} Span */

/**
 * A stretch to be marked. `make` is called for each piece of it, with true for the first.
 * @typedef {object} Mark
 * @property {Span} span
 * @property {number} rank the lower is the outer
 * @property {(first: boolean) => HTMLElement} make
 * @property {boolean} [begun]
 * @property {(() => HTMLElement)} [end] stands behind its last piece
 */

/** What the marks need to know. @typedef {Pick<import("./handover.js").Handover, "text" | "report" | "survey">} Marked */

/** @param {Marked} handover @returns {Mark[]} */
function marksOf({ report, survey, text }) {
  /** @type {Mark[]} */
  const marks = [];
  /** @param {Span} span @param {number} rank @param {Mark["make"]} make @param {Mark["end"]} [end] */
  const add = (span, rank, make, end) => {
    if (span[0] < span[1]) marks.push({ span, rank, make, end });
  };
  const { title } = report.metadata;
  const at = title ? text.slice(0, 4000).indexOf(title) : -1;
  if (title && at >= 0) add([at, at + title.length], 0, () => element("span", { class: "title" }));
  survey.places.forEach(({ heading }, i) => {
    const level = Math.min(heading.level, 5) + 1;
    const name = `heading heading-${Math.min(heading.level, 3)}${heading.inferred ? " inferred" : ""}`;
    const hint = heading.inferred ? t("inferredHint") : null;
    add(heading.span, 1, (first) =>
      first
        ? element("span", { class: name, id: `h${i + 1}`, role: "heading", "aria-level": level, title: hint })
        : element("span", { class: name }),
    );
  });
  for (const { span } of report.noise) add(span, 2, () => element("s", { class: "noise", title: t("noise") }));
  for (const { span } of report.citations) add(span, 3, () => element("span", { class: "citation" }));
  for (const { span, iso } of report.dates) add(span, 4, () => element("span", { class: "date", title: iso && periodText(iso) }));
  report.figures.forEach((figure, i) => {
    const facts = [`${valueText(figure)} ${figure.unit || ""}`.trim(), figure.indicator, periodText(figure.period)];
    const hint = facts.filter(Boolean).join(" · ");
    add(figure.span, 5, (first) => element("a", { class: "figure", id: first ? `f${i + 1}` : null, href: `#r${i + 1}`, title: hint }));
  });
  report.findings.forEach(({ severity, message, places, fingerprint }, i) => {
    if (isDismissed(fingerprint)) return;
    const label = t("findingReference", { n: i + 1 });
    places.forEach((span, nth) => {
      const id = nth ? `n${i + 1}-${nth + 1}` : `n${i + 1}`;
      const hint = `${severityText(severity)}: ${message}`;
      const whole = /** @type {Span} */ ([span[0], Math.max(span[1], Math.min(span[0] + 1, text.length))]);
      add(
        whole,
        6,
        (first) => element("span", { class: `finding ${severity}`, id: first ? id : null, title: hint }),
        // Its number is drawn by the style: what is copied from the text is the text.
        () => element("a", { class: `reference ${severity}`, href: `#p${i + 1}`, "data-n": i + 1, "aria-label": label, title: hint }),
      );
    });
  });
  return marks.sort((a, b) => a.span[0] - b.span[0] || a.rank - b.rank || b.span[1] - a.span[1]);
}

/**
 * @param {Marked} handover
 * @returns {HTMLElement[]} the lines
 */
export function markedLines(handover) {
  const { text } = handover;
  const marks = marksOf(handover);
  const edges = new Set([0, text.length]);
  for (const { span } of marks) edges.add(span[0]).add(span[1]);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) edges.add(at).add(at + 1);
  const sorted = Uint32Array.from(edges).sort();

  let line = element("p");
  const lines = [line];
  /** @type {{ mark: Mark, node: HTMLElement }[]} marks that are open, the outermost first */
  let open = [];
  /** @type {Mark[]} marks that hold the stretch at hand */
  let active = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [from, to] = [sorted[i], sorted[i + 1]];
    while (next < marks.length && marks[next].span[0] <= from) active.push(marks[next++]);
    active = active.filter(({ span }) => span[1] > from).sort((a, b) => a.rank - b.rank);
    if (text[from] === "\n" && to === from + 1) {
      line = element("p");
      lines.push(line);
      open = [];
      continue;
    }
    let same = 0;
    while (same < open.length && same < active.length && open[same].mark === active[same]) same++;
    open.length = same;
    for (const mark of active.slice(same)) {
      const node = mark.make(!mark.begun);
      mark.begun = true;
      (open.length ? open[open.length - 1].node : line).append(node);
      open.push({ mark, node });
    }
    (open.length ? open[open.length - 1].node : line).append(text.slice(from, to));
    for (const mark of active) if (mark.end && mark.span[1] === to) line.append(mark.end());
  }
  return lines;
}
