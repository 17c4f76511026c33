/**
 * The looks of `<gangmu-report>`. Colours are the system's, so that they follow `color-scheme`; tones between ink and paper
 * are translucent. Nothing here needs a browser newer than Chromium 80.
 */

const SHEET = `
:host { display: block; line-height: 1.5; --faint: rgba(128, 128, 128, 0.35); --accent: var(--gangmu-accent, #3b7dc4) }
:host { color: var(--gangmu-ink, CanvasText); background: var(--gangmu-paper, Canvas) }
:host([hidden]), [hidden] { display: none !important }
.view { display: flex; flex-direction: column; margin-block-end: 1em }
.pane { overflow: auto; min-height: 0 }
.paper { white-space: pre-wrap; margin-block-end: 1em }
.paper.plain { white-space: pre-line }
.paper.own { white-space: inherit }
.caption { font-weight: 600; padding: 4px 8px; border-bottom: 1px solid var(--gangmu-rule, var(--faint)) }
[role=status], .empty { margin: 0; padding: 4px 8px; font-size: 0.875em }
[role=alert] { margin: 0; padding: 6px 8px; border-inline-start: 4px solid var(--gangmu-error, #d9363e) }
[role=treeitem] { display: flex; align-items: baseline; padding: 3px 8px; cursor: pointer }
[role=option] { padding: 5px 8px; border-inline-start: 4px solid var(--gangmu-advice, #7d858f); margin-block: 2px; cursor: pointer }
[role=option][data-severity=error] { border-color: var(--gangmu-error, #d9363e) }
[role=option][data-severity=warning] { border-color: var(--gangmu-warning, #c47f00) }
.severity { font-weight: 600; margin-inline-end: 0.6em }
.twist { flex: none; width: 1.2em; text-align: center }
.twist::before { content: "▸" }
[aria-expanded=true] > .twist::before { content: "▾" }
.twist.none::before { content: "" }
.marker { margin-inline-end: 0.3em; white-space: nowrap }
.title { flex: 1; min-width: 0 }
.tally { margin-inline-start: 1em; font-variant-numeric: tabular-nums }
table { width: 100%; border-collapse: collapse }
th, td { text-align: start; padding: 3px 8px; border-bottom: 1px solid var(--gangmu-rule, var(--faint)); vertical-align: baseline }
th { font-weight: 600; font-size: 0.875em; white-space: nowrap; position: sticky; top: 0; background: var(--gangmu-paper, Canvas) }
td.value { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums }
th.value { text-align: end }
tbody tr { cursor: pointer }
[data-index]:hover { background: rgba(128, 128, 128, 0.12) }
[aria-selected=true], [aria-selected=true]:hover { background: var(--gangmu-chosen-row, rgba(59, 130, 246, 0.22)) }
:focus { outline: 2px solid var(--accent); outline-offset: -2px }
:focus:not(:focus-visible) { outline: none }
button { margin: 6px 8px; padding: 4px 12px; font: inherit; cursor: pointer }
@media (forced-colors: active) { [aria-selected=true] { outline: 2px solid Highlight; outline-offset: -2px } }
`;

/** @type {CSSStyleSheet | null} */
let sheet = null;

/** One sheet for all elements of a page; an object and no `<style>`, which a strict policy would refuse. */
export function sheetOfReport() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
  }
  return sheet;
}
