/**
 * `gangmu/places`: what a place in a text is, said in other ways than by a span. Nothing of the wasm is needed for it.
 *
 * Every span counts UTF-16 units of the text that was parsed, as everywhere in Gangmu. A span that lies outside of the text is
 * cut to what of it lies inside.
 */
import type { Span } from "./gangmu.d.ts";

/** A place as editors show it. */
export interface Place {
  /** From 1. A line ends at CRLF, LF or CR. */
  line: number;
  /** From 1, in UTF-16 units. A byte-order mark at the start of the text takes no column. */
  column: number;
}

/**
 * Lines and columns of one text. It is read once; each look-up then takes the logarithm of the number of lines.
 *
 * @returns What tells the place of a UTF-16 offset.
 */
export function placesOf(text: string): (offset: number) => Place;

/**
 * The sentence that a span begins in, from stop to stop (。！？!? or the end of a line), the stop and what closes behind it
 * included, blanks at its ends left out. Where no stop is near it reaches 500 units to either side: a line without stops may be a
 * whole report.
 */
export function sentenceOf(text: string, span: Span): Span;

/** The clause round a span, from comma to comma (，；：。！？ or the end of a line), as `sentenceOf` finds sentences, without the stop. */
export function clauseOf(text: string, span: Span): Span;

/** What finds words again in a text that was edited elsewhere: a TextQuoteSelector of the W3C Web Annotation Data Model, 4.2.4. */
export interface TextQuote {
  /** Its name in the model. */
  type: "TextQuoteSelector";
  /** The words themselves. */
  exact: string;
  /** What stands before them: 32 characters, fewer at the start of the text. */
  prefix: string;
  /** What stands behind them: 32 characters, fewer at the end of the text. */
  suffix: string;
}

/** The words of a span with what stands round them, exactly as in the text. A character outside the BMP is one character. */
export function quoteOf(text: string, span: Span): TextQuote;

/**
 * Where the words of a quote stand now. Where they stand several times, the place whose surroundings are most like those of
 * the quote; null where they stand nowhere, or where two places are alike: a wrong place is worse than none.
 */
export function findQuote(text: string, quote: Pick<TextQuote, "exact"> & Partial<TextQuote>): Span | null;

/**
 * A fingerprint for each span, in their order: 16 hexadecimal digits made of its words and the 12 characters on either side of
 * it in its line. It stays the same while the text is edited elsewhere. Of two places that are alike in all this the second, third …
 * gets another one.
 */
export function fingerprintsOf(text: string, spans: readonly Span[]): string[];
