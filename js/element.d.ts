/**
 * `<gangmu-report>`: the outline, the figures and the findings of a text, in any page.
 *
 * ```html
 * <script type="module">import "gangmu/element";</script>
 * <textarea id="draft"></textarea>
 * <gangmu-report for="draft" view="outline figures findings"></gangmu-report>
 * ```
 *
 * Attributes
 * - `for`: the id of the element or text field whose text is read; it is read again 200 ms after it was changed.
 * - `src`: the address of a text file of the page's own origin. Without either the text is what the tag holds.
 * - `view`: which of `text`, `outline`, `figures`, `findings` are shown; "outline figures" unless told, and before them the
 *   text where it is the tag's own.
 * - `mark`: marks what was found in the text itself (see `gangmu/mark`); not in a text field, which has no ranges.
 * - `lang`: the language of its own words, English or Chinese; that of the element around it unless told.
 * - `year`, `profile`: as in `Options`.
 *
 * Parts for `::part()`: `status`, `error`, `empty`, `text`, `caption`; `outline`, `heading` (and `heading-1` …), `twist`,
 * `marker`, `heading-title`, `tally`; `figures`, `table`, `column`, `figure`, `indicator`, `quote`, `value`, `period`;
 * `findings`, `finding` (and `finding-error`, `finding-warning`, `finding-advice`), `severity`, `message`; `more`.
 *
 * A `max-height` for `::part(figures)` and the like makes that list scroll.
 *
 * Custom properties: `--gangmu-ink`, `--gangmu-paper`, `--gangmu-rule`, `--gangmu-accent`, `--gangmu-chosen-row`,
 * `--gangmu-error`, `--gangmu-warning`, `--gangmu-advice`. Unless told, colours follow `color-scheme`.
 *
 * Slots: `title` stands before everything, `empty` where nothing was found; without a name, the text itself.
 *
 * Keys: Tab leads to one row of each list, the arrows to the others, Right and Left fold and unfold headings, Enter and Space
 * choose.
 *
 * A strict policy needs `script-src 'self' 'wasm-unsafe-eval'` and `connect-src 'self'`; nothing for styles. Chromium runs it from
 * version 80 on, as it ships; there (before 97) a policy must say 'unsafe-eval' for the wasm, and marks are boxes before 105.
 */
import type { Figure, Finding, Heading, Options, Report, Span } from "./gangmu.d.ts";

/** What the element reads with. */
export interface Core {
  /** Gets it ready; called before the first reading. */
  load(): Promise<unknown>;
  /** Reads a text, as `parse` of `gangmu` does. */
  parse(text: string, options?: Options): Report | Promise<Report>;
}

/** The text was read. It is told only where something changed. */
export type ReadEvent = CustomEvent<{ report: Report; text: string }>;

/**
 * Something was chosen, in a list or in the marked text. `quote` is `text.slice(...span)`. With `preventDefault()` the element
 * leaves it to the page to show the place.
 */
export type ChosenEvent<Kind extends string, Entry> = CustomEvent<{ [kind in Kind]: Entry } & { index: number; span: Span; quote: string }>;

/**
 * Nothing could be read. Codes of the element's own: "no-source" (there is no element with that id; it is waited for),
 * "unreachable" (the file), "bad-view"; those of `load` and `parse` beside them.
 */
export type ErrorEvent = CustomEvent<{ error: Error & { code?: string } }>;

/** The events of the element, by name. Its own bubble, out of shadow trees too. */
export interface GangmuReportEventMap extends HTMLElementEventMap {
  /** The text was read. */
  "gangmu-read": ReadEvent;
  /** A figure was chosen. */
  "gangmu-figure": ChosenEvent<"figure", Figure>;
  /** A heading was chosen. */
  "gangmu-heading": ChosenEvent<"heading", Heading>;
  /** A finding was chosen. */
  "gangmu-finding": ChosenEvent<"finding", Finding>;
  /** Nothing could be read. */
  "gangmu-error": ErrorEvent;
}

/** The element. */
export class GangmuReport extends HTMLElement {
  /**
   * What all elements read with, `gangmu/lazy` unless told. Another build (`gangmu/inline`) or one in a worker, whose `parse`
   * answers with a promise, may be put here before the first element stands in the page.
   */
  static core: Core;

  /** The text that was read; a text put here goes before all attributes, until null is put here. */
  get text(): string;
  set text(text: string | null);

  /** The report of that text; null before the first reading and after an error. */
  readonly report: Report | null;

  /** Options of `parse`; they go before the attributes `year` and `profile`. */
  options: Options;

  /** Reads at once: for a field whose `value` a program has set. Null where it failed or another reading overtook it. */
  read(): Promise<Report | null>;

  /** As if the row had been clicked. Headings are counted in reading order. */
  choose(kind: "figure" | "heading" | "finding", index: number): void;

  /** As of every element, with the types of its own events. */
  addEventListener<Name extends keyof GangmuReportEventMap>(
    name: Name,
    listener: (this: GangmuReport, event: GangmuReportEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  /** As of every element. */
  removeEventListener<Name extends keyof GangmuReportEventMap>(
    name: Name,
    listener: (this: GangmuReport, event: GangmuReportEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "gangmu-report": GangmuReport;
  }
}
