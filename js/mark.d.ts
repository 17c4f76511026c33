/**
 * Marks in a page what a report found: by ranges, so that the page's own nodes stay as they are. It works with reports from
 * wherever they come, and needs no wasm.
 */
import type { Citation, DateMention, Figure, Finding, Heading, Item, Noise, Span } from "./gangmu.d.ts";

/** The text of a DOM subtree with its places. It is as old as the call that made it: after a change of the page, ask anew. */
export interface SubtreeText {
  /**
   * What a reader sees. Blocks, rows of a table and `<br>` end a line, cells of a row are set apart by a tab, white space
   * is collapsed as the computed styles say. Left out: what is not displayed or not visible, the inside of a closed
   * `<details>`, scripts and styles, the content of form fields, drawings and frames, the readings of `<ruby>`, shadow
   * trees, and what no node holds (numbers of lists, `::before`).
   */
  text: string;
  /**
   * The range of a span. Its ends lie in text nodes; of a line break that no text node holds it is the place before it.
   *
   * @throws {RangeError} with the code "bad-span" where the span is none of `text`: it belongs to another text.
   */
  rangeOf(span: Span): Range;
  /** The span of a range, which may reach beyond the subtree; null where it lies outside altogether. */
  spanOf(range: Range): Span | null;
  /** Where the words of a span are drawn, in the window's coordinates: a box for each line and text node. */
  rectsOf(span: Span): DOMRect[];
}

/** What of a subtree is read. */
export interface TextOfOptions {
  /** True for an element that is to be left out with all it holds. */
  skip?: ((element: Element) => boolean) | undefined;
}

/** The text of an element as a reader sees it, with the way back to its nodes. The element itself may be hidden. */
export function textOf(root: Element, options?: TextOfOptions): SubtreeText;

/** A kind of mark. Findings are painted as "finding-error", "finding-warning" and "finding-advice". */
export type MarkKind = "figure" | "heading" | "item" | "date" | "citation" | "noise" | "finding";

/** A report, or as much of one as is to be marked. */
export interface MarkSource {
  /** Of a report. */
  figures?: readonly Figure[];
  /** Of a report: the headings with all under them, and their items. */
  outline?: readonly Heading[];
  /** Of a report: those that stand under no heading. */
  items?: readonly Item[];
  /** Of a report. */
  dates?: readonly DateMention[];
  /** Of a report. */
  citations?: readonly Citation[];
  /** Of a report. */
  noise?: readonly Noise[];
  /** Of a report, or those of it that are to be seen. */
  findings?: readonly Finding[];
}

/** Something marked: its place, and what the report says of it. `index` counts its kind in reading order. */
export type Marked =
  | { kind: "figure"; index: number; span: Span; entry: Figure }
  | { kind: "heading"; index: number; span: Span; entry: Heading }
  | { kind: "item"; index: number; span: Span; entry: Item }
  | { kind: "date"; index: number; span: Span; entry: DateMention }
  | { kind: "citation"; index: number; span: Span; entry: Citation }
  | { kind: "noise"; index: number; span: Span; entry: Noise }
  | { kind: "finding"; index: number; span: Span; entry: Finding };

/** How it is marked. */
export interface MarkOptions extends TextOfOptions {
  /** What is marked; everything unless told. */
  kinds?: readonly MarkKind[] | undefined;
  /** False: no style sheet of Gangmu's; what the page's own says of `::highlight(gangmu-figure)` is all there is. */
  style?: boolean | undefined;
  /** True: boxes over the text also where the browser knows CSS custom highlights. */
  overlay?: boolean | undefined;
  /** What holds the boxes, where they are needed; `document.body` unless told. Not an element of the subtree. */
  layer?: Element | undefined;
}

/** The marks of one subtree. */
export interface Marks {
  /** The text that the marks belong to. */
  readonly text: string;
  /** What is marked, in reading order. */
  readonly marked: Marked[];
  /** As `SubtreeText`, of the text as last read. */
  rangeOf(span: Span): Range;
  /** As `SubtreeText`, of the text as last read. */
  spanOf(range: Range): Span | null;
  /** What the character behind a place in the DOM belongs to, the shortest first. */
  at(node: Node, offset: number): Marked[];
  /** What is drawn at a place of the window (`event.clientX`, `event.clientY`), the shortest first. */
  atPoint(x: number, y: number): Marked[];
  /** The figure that is drawn at a place of the window; null where there is none. */
  figureAt(x: number, y: number): Figure | null;
  /** Marks one span as chosen, in place of the one before; null for none. Scrolls to it unless told otherwise. */
  choose(span: Span | null, options?: { scroll?: boolean }): void;
  /**
   * To be called after the page has changed the subtree: reads it anew and marks it with the report given, or with what the
   * function of `mark` returns. Without either, marks of a text that has changed are taken off.
   *
   * @returns False where they were taken off.
   */
  update(report?: MarkSource): boolean;
  /** Takes everything off: marks, style sheet, listeners. `update` would mark again. */
  clear(): void;
}

/**
 * Marks a subtree. The report is that of `textOf(root).text`, or a function that makes it of that text:
 * `mark(article, (text) => parse(text))`.
 *
 * With CSS custom highlights (Chromium 105, Safari 17.2, Firefox 140) the page styles `::highlight(gangmu-figure)`,
 * `gangmu-heading`, `gangmu-item`, `gangmu-date`, `gangmu-citation`, `gangmu-noise`, `gangmu-finding-error`, `-warning`,
 * `-advice` and `gangmu-chosen`; Gangmu's own rules lie in the layer `gangmu`. Older browsers get boxes over the text,
 * `.gangmu-overlay .gangmu-figure` and so on. Both take their colours from `--gangmu-figure` and so on.
 *
 * @throws {RangeError} "bad-span" where the report is that of another text; {TypeError} "bad-option" for an unknown kind.
 */
export function mark(root: Element, report: MarkSource | ((text: string) => MarkSource), options?: MarkOptions): Marks;
