/**
 * Gangmu: a Chinese government report in, its outline, figures, dates and citations out.
 *
 * Positions count UTF-16 code units of the text exactly as it was given, so that `text.slice(...span)` is always the
 * words meant.
 */

/** Two positions in UTF-16 code units: the first unit, and the one after the last. */
export type Span = [start: number, end: number];

/** Everything that was read in one text. */
export interface Report {
  /** The version of this shape. Fields may be added to it; those here keep their names and meanings. */
  schema: "gangmu/1";
  /** What the text says of itself. */
  metadata: Metadata;
  /** The outermost headings, in reading order. */
  outline: Heading[];
  /** Items (一是 二是) that stand before the first heading. */
  items: Item[];
  /** The quantities that the report states, in reading order. */
  figures: Figure[];
  /** Dates and spans of time, in reading order. */
  dates: DateMention[];
  /** 《…》, in reading order. */
  citations: Citation[];
  /** Figures that the text ties together. */
  relations: Relation[];
  /** What an editor would want to be told, in reading order. */
  findings: Finding[];
  /** What a reader throws away before reading, in reading order. */
  noise: Noise[];
  /** Numbers that are no figures, each with the reason, in reading order. */
  ignored: Ignored[];
  /**
   * What each stretch of the text is about, in reading order: as the top headings say, and where one holds two things or
   * none says it, as the paragraphs do that open with 下一步 or 存在的问题.
   */
  passages: Passage[];
}

/** A part of a report: what can be asked for alone. */
export type Part =
  | "metadata"
  | "outline"
  | "items"
  | "figures"
  | "dates"
  | "citations"
  | "relations"
  | "findings"
  | "noise"
  | "ignored"
  | "passages";

/** A stretch of the text that is about one thing. */
export interface Passage {
  /** From its first line to the end of its last. */
  span: Span;
  /** What it is about. */
  role: Role;
}

/** What the text says of itself; null where it does not say it. Dates are ISO 8601. */
export interface Metadata {
  /** The report's title. */
  title: string | null;
  /** The body that made the report. */
  issuer: string | null;
  /** The place that the report is about. */
  place: string | null;
  /** The year reported on. */
  year: number | null;
  /** 成文日期: the date of signing. */
  date: string | null;
  /** The date on which a site published it. */
  published: string | null;
  /** 主送机关: whom it is addressed to. */
  recipient: string | null;
  /** 索引号 of a government site. */
  indexNumber: string | null;
  /** 发文字号: the document number. */
  documentNumber: string | null;
  /** 主题分类 of a government site. */
  subjectClass: string | null;
  /** 联系人. */
  contactName: string | null;
  /** 联系电话. */
  contactPhone: string | null;
}

/** What a top section of a yearly report is about: done, duties of the first responsible person, problems, plan. */
export type Role = "work" | "leadership" | "problems" | "plan" | "other";

/** A heading with everything under it. */
export interface Heading {
  /** The marker and the title. */
  span: Span;
  /** As written: "一、", "（二）", "3."; "" where the report has none. */
  marker: string;
  /** What the marker counts; what it must have counted where it was lost and the order shows it. */
  number: number | null;
  /** The heading's own words, without marker and sentence stop. */
  title: string;
  /** 1 for the outermost. */
  level: number;
  /** Of a top section; null below the top. */
  role: Role | null;
  /** The number or the level had to be worked out. */
  inferred: boolean;
  /** From the end of the title to the next heading of this level or above. */
  body: Span;
  /** 一是 二是 三是, 首先 其次, ① ② inside this heading's own paragraphs. */
  items: Item[];
  /** Headings under it, in reading order. */
  children: Heading[];
}

/** A numbered item inside a paragraph. */
export interface Item {
  /** The marker. */
  span: Span;
  /** As written: "一是", "首先", "①". */
  marker: string;
  /** What it counts. */
  number: number;
}

/** What kind of quantity; a compound unit has the kind of its numerator (元/平方米 is money). */
export type Kind =
  | "count"
  | "percent"
  | "money"
  | "area"
  | "length"
  | "weight"
  | "volume"
  | "duration"
  | "energy"
  | "multiple";

/** What a hedge says of the true value: 约 about, 余 at least, 以内 at most, 超过 more than, 不足 less than. */
export type Bound = "exact" | "about" | "at-least" | "at-most" | "more-than" | "less-than";

/** Which way something changed. */
export type Change = "up" | "down";

/** Where a period stands: in the figure's own sentence, in one before it, or in the title of its section. */
export type PeriodSource = "stated" | "carried" | "heading";

/** A quantity that the report states. */
export interface Figure {
  /** From the number to the end of the unit. */
  span: Span;
  /** The number alone, with its minus where it has one. */
  number: Span;
  /** In `unit`, written out: 1.1万 is 11000, 增长-9.4% is -9.4. The lower end of a range. The double nearest to the exact decimal. */
  value: number;
  /** In `unit`: the upper end of a range; null where there is none. */
  upper: number | null;
  /** As written, its scale (万, 亿) taken into the value; null where there is none. */
  unit: string | null;
  /** What kind of quantity. */
  kind: Kind;
  /** The words that make it inexact: 约 近 余 多 以上 超过; null where there are none. */
  approx: string | null;
  /** What those words say of the true value. */
  bound: Bound;
  /** Which way, where the figure states a change; else null. */
  change: Change | null;
  /** What is counted, in the report's words; "" where nothing near by names it. */
  indicator: string;
  /** The verb that governs it; null where there is none. */
  action: string | null;
  /** ISO 8601: "2020", "2020-06", "2020-01/2020-11"; null where the text gives none. */
  period: string | null;
  /** How that was come by; null where there is none. */
  periodSource: PeriodSource | null;
  /** Index path into `outline`; [] before the first heading. */
  heading: number[];
}

/** A date, or a span of time written with a year, month or day. */
export interface DateMention {
  /** Its words. */
  span: Span;
  /** ISO 8601; null where the year is not known. */
  iso: string | null;
}

/** A work cited in 书名号. */
export interface Citation {
  /** The outermost 《…》 with its marks. */
  span: Span;
  /** 文号, where one follows or stands inside; else null. */
  number: string | null;
}

/**
 * What a calculation says: the figures fit; they do not; they fit only in a way that asks for a second look (cut where it
 * should be rounded); what would have to be known is not stated or cannot be compared (人 with 人次).
 */
export type Verdict = "agrees" | "disagrees" | "doubtful" | "unchecked";

/** What ties figures together. */
export type RelationKind =
  | "sum"
  | "rate"
  | "part"
  | "change"
  | "shares"
  | "flow"
  | "average"
  | "conversion"
  | "repeat"
  | "claim";

/** How figures hang together; numbers are indices into `figures`. */
export type Terms =
  /** Parts of a whole. */
  | { kind: "sum"; total: number; parts: number[] }
  /** A rate with what it was made from. */
  | { kind: "rate"; rate: number; numerator: number; denominator: number }
  /** A part that can be no greater than its whole; the parts need not make it. */
  | { kind: "part"; whole: number; part: number }
  /** From one value to another, with the difference or growth stated. */
  | { kind: "change"; from: number; to: number; change: number }
  /** Shares that make the whole: 100. */
  | { kind: "shares"; parts: number[] }
  /** What came in and what went out: 上年结转 + 新收 = 办结 + 未结. */
  | { kind: "flow"; incoming: number[]; outgoing: number[] }
  /** An average with the number that it was taken over. */
  | { kind: "average"; average: number; number: number; total: number }
  /** One quantity in two units: 3公顷（45亩）. */
  | { kind: "conversion"; stated: number; converted: number }
  /** The same indicator of the same period twice. */
  | { kind: "repeat"; first: number; again: number }
  /** A number of things that the text announces (at `span`), and how many it names: 三项制度. */
  | { kind: "claim"; span: Span; stated: number; named: number };

/** Figures that the text ties together, with the calculation. */
export type Relation = Terms & {
  /** False only where the verdict is "disagrees". */
  holds: boolean;
  verdict: Verdict;
  /** The calculation written out: "92宗＋58宗＋36宗＝186宗". */
  calculation: string;
  /** One slip that would explain a sum that fails, in the `language` of the options; a possibility only; null where there is none. */
  slip: string | null;
};

/** How sure a finding is: the text itself shows it; a careful reader would nearly always agree; it may be meant so. */
export type Confidence = "certain" | "likely" | "possible";

/** The rules that make findings; the name of each is stable. */
export type Rule =
  | "marker-missing"
  | "number-gap"
  | "number-repeat"
  | "number-restart"
  | "level-order"
  | "level-jump"
  | "second-report"
  | "style-mixed"
  | "item-gap"
  | "item-repeat"
  | "series-mixed"
  | "attachment-form"
  | "claim-count"
  | "claim-list"
  | "sum-mismatch"
  | "sum-near"
  | "rate-mismatch"
  | "rate-cut"
  | "part-exceeds"
  | "change-mismatch"
  | "percent-point"
  | "shares-mismatch"
  | "flow-mismatch"
  | "average-mismatch"
  | "conversion-mismatch"
  | "value-differs"
  | "title-kind"
  | "recipient-colon"
  | "document-number-form"
  | "issuer-missing"
  | "date-missing"
  | "issuer-differs"
  | "note-bracket"
  | "secrecy-mark"
  | "report-request"
  | "short-name"
  | "length-hint"
  | "part-missing"
  | "deadline"
  | "date-garbled"
  | "date-impossible"
  | "date-after-signing"
  | "date-form"
  | "year-short"
  | "date-incomplete"
  | "date-mixed"
  | "zero-han"
  | "event-mark"
  | "year-residue"
  | "cutoff-word"
  | "full-width-digit"
  | "leading-point"
  | "thousand-scale"
  | "range-unit"
  | "range-mark-mixed"
  | "range-wave"
  | "range-dash"
  | "numeral-approximate"
  | "numeral-comma"
  | "mixed-forms"
  | "measured-in-han"
  | "separator-mixed"
  | "hedge-double"
  | "decrease-multiple"
  | "meeting-number"
  | "person-times-doubled"
  | "unit-mixed"
  | "unit-slang"
  | "unit-case"
  | "mu-hectare"
  | "stop-missing"
  | "half-width-mark"
  | "straight-quote"
  | "bracket-half"
  | "unpaired-mark"
  | "title-nested"
  | "title-misused"
  | "document-number-inside"
  | "bracket-nested"
  | "title-comma"
  | "mark-repeated"
  | "ellipsis-form"
  | "dash-form"
  | "etc-comma"
  | "etc-ellipsis"
  | "semicolon-stop"
  | "heading-stop"
  | "marker-mark"
  | "marker-comma"
  | "space-inside"
  | "word-repeated"
  | "law-title"
  | "name-inconsistent"
  | "privacy"
  | "email"
  | "number-plate"
  | "bank-account"
  | "contact-name";

/** How much a finding matters: must be mended, should be looked at, may be improved. */
export type Severity = "error" | "warning" | "advice";

/** Something that an editor would want to be told. */
export interface Finding {
  /** The words it is about. */
  span: Span;
  /** The rule that it is of. */
  rule: Rule;
  /** How much it matters. */
  severity: Severity;
  /** What is wrong, and what to do, in the `language` of the options; the report's words stand in “”. */
  message: string;
  /** The clause that says so: "GB/T 15834-2011 4.15.3.5"; null where no standard does. */
  source: string | null;
  /** Replacements that mend it, in reading order; null where a person must decide. */
  fix: Edit[] | null;
  /** How sure it is. */
  confidence: Confidence;
  /** Every place it is about, the first of them `span`: many of one kind are one finding. */
  places: Span[];
  /** 16 hexadecimal digits that stay the same while the text is edited elsewhere: what was dismissed stays so. */
  fingerprint: string;
}

/** A replacement. */
export interface Edit {
  /** What is replaced; empty where something is put in. */
  span: Span;
  /** What stands there afterwards. */
  text: string;
}

/**
 * What a part of the text is that is not the report: style rules and other markup, file names of images and who took them,
 * page numbers, menus and bars of a web page, the title once more, characters that show nothing.
 */
export type NoiseKind = "style" | "image" | "page-number" | "navigation" | "repeated-title" | "invisible";

/** A part of the text that is not the report. It is marked, never deleted. */
export interface Noise {
  /** All of it. */
  span: Span;
  /** What it is instead. */
  kind: NoiseKind;
}

/** Why a number is no figure; "unknown" is 几, 数, 若干, "word" a part of a word such as 一些. */
export type Reason =
  | "marker"
  | "date"
  | "citation"
  | "document-number"
  | "ordinal"
  | "name"
  | "telephone"
  | "unknown"
  | "word"
  | "noise"
  | "bare";

/** A number that is no figure. */
export interface Ignored {
  /** The number. */
  span: Span;
  /** Why it is none. */
  reason: Reason;
}

/** The languages that messages are told in. */
export type Language = "zh" | "en";

/** What a caller may say beside the text. */
export interface Options {
  /** The year reported on, for a text that does not state it; what the text states comes first. Another than 1 to 9999 is as none. */
  year?: number | null;
  /**
   * Units that Gangmu does not know, as the report writes them: `["灯位"]`. Where a unit of its own fits as well, the
   * longer is taken. It begins with no numeral: what would be one belongs to the number.
   */
  units?: string[] | null;
  /**
   * Phrases whose numbers are neither figures nor dates, slogans and names of projects: `["24小时守护行动"]`. Their
   * numbers are listed under `ignored` as "name".
   */
  names?: string[] | null;
  /**
   * Regular expressions that find figures, each with a group `number` and, where it likes, `unit` and `indicator`:
   * `["(?<indicator>好评指数)(?<number>\\d+)"]`.
   *
   * - What `number` matches becomes a figure if it is a number, in any form that Gangmu reads, and no part of a longer one. It
   *   goes before what Gangmu would have made of that number, and before `names`; a marker, a date, a document number
   *   and what stands in 《》 remain what they are. Without a group `unit` the unit is the one that stands behind the number.
   * - A match lies in one sentence. Of two that overlap, the one that begins first counts, then the pattern that is
   *   listed first. An empty match is passed over.
   * - The text is matched as a reader sees it: without characters of no width, lines that a page broke in one piece.
   * - Known are `.` `^` `$` (start and end of the sentence) `|` `[…]` `[^…]` `\d` `\s` `\w` `\D` `\S` `\W` (ASCII)
   *   `?` `*` `+` `{2}` `{2,}` `{2,5}`, these with `?` behind them, `(…)` `(?:…)` `(?<number>…)` `\n` `\r` `\t` and `\`
   *   before a sign. The time is linear in the text, whatever the pattern.
   */
  patterns?: string[] | null;
  /**
   * Which rules are on: "usual" (the default) what a report should be checked for before it is signed, "strict" every
   * advice of form too, "figures" only arithmetic and numbering, "asked" nothing but `rulesOn`.
   */
  profile?: "usual" | "strict" | "figures" | "asked" | null;
  /**
   * Rules that are on beside those of the profile. `range-wave` and `range-dash` each want the mark that the other mends: who
   * asks for both has `range-wave`.
   */
  rulesOn?: Rule[] | null;
  /** Rules that are off, whatever the profile says. */
  rulesOff?: Rule[] | null;
  /**
   * Where the text came from, a URI or the name of a file: `toSdmx` and `toJsonLd` say it. Without it they call the text
   * `urn:uuid:…`, a number made of its words. The reading is the same with it and without.
   */
  source?: string | null;
  /**
   * The language in which findings (`message`) and relations (`slip`) are told: "zh" (the default) or "en". What they quote, and
   * every calculation, stays as the report has it; all else of the report is the same, fingerprints too.
   */
  language?: Language | null;
}

/** The options of a reading of some parts only. */
export interface SomeParts<Asked extends Part = Part> extends Options {
  /**
   * Which parts to read: `["outline", "figures"]`. The others are not in the report, and what need not be
   * read for these is not read: the outline alone takes a sixth of the time, the figures less than half. An empty array is an error. The other forms
   * (`toCsv`, `mend` …) read what they need, whatever stands here.
   */
  parts: readonly Asked[];
}

/** The type of a global, where the program that is compiled knows one of this name. */
type Global<Name extends string> = typeof globalThis extends { [name in Name]: { prototype: infer Type } } ? Type : never;

/** Where the wasm is to come from: its address, a response, its bytes, or the module that is compiled already. */
export type WasmSource =
  | string
  | ArrayBuffer
  | ArrayBufferView
  | Global<"URL">
  | Global<"Response">
  | (typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never);

/**
 * Gets the wasm ready. The entry `gangmu` has done so before it can be used; `gangmu/lazy` and `gangmu/inline` leave it to their
 * user, for browsers, workers and bundlers without top-level await. May be called again: it resolves at once when it has succeeded,
 * and tries again when it has failed.
 *
 * @param wasm Where the wasm is to come from, for `gangmu/lazy` where it cannot find it by itself (a bundler that leaves
 *   `new URL(…, import.meta.url)` alone, another server, a module compiled before and sent to a worker).
 * @throws {GangmuError} "load-failed", with the reason in its sentence and as its `cause`.
 */
export function load(wasm?: WasmSource | Promise<WasmSource>): Promise<void>;

/**
 * Reads a report. Any text gets an answer: what is odd in it becomes a finding.
 *
 * @throws {GangmuError} "bad-text", "bad-option", "bad-pattern", "not-loaded", "crashed".
 */
export function parse<Asked extends Part>(text: string, options: SomeParts<Asked>): Pick<Report, "schema" | Asked>;
export function parse(text: string, options?: Options): Report;

/** A list of a {@link ReportView}. An entry is made each time that it is asked for: the same place gives another, equal object. */
export interface EntryList<Entry> extends Iterable<Entry> {
  /** How many entries there are. */
  readonly length: number;
  /** The entry at a place, counted from the end where the place is negative; `undefined` where there is none. */
  at(index: number): Entry | undefined;
}

/** A {@link Report} whose lists make their entries when they are asked for. It keeps the text and some 100 bytes a figure. */
export type ReportView = { [Field in keyof Report]: Report[Field] extends (infer Entry)[] ? EntryList<Entry> : Report[Field] };

/**
 * Reads a report as `parse` does, and leaves it packed: for long texts of which little is looked at, a list on a screen or a
 * count. `[...view(text).figures]` is `parse(text).figures`. Throws as `parse` does.
 */
export function view<Asked extends Part>(text: string, options: SomeParts<Asked>): Pick<ReportView, "schema" | Asked>;
export function view(text: string, options?: Options): ReportView;

/** The report as one line of JSON: what `JSON.stringify(parse(text))` holds. Throws as `parse` does. */
export function toJson(text: string, options?: Options | SomeParts): string;

/**
 * The figures as a table: CSV (RFC 4180) with one header row and a row a figure, lines ended by CRLF, no byte-order
 * mark. A file that Excel is to open needs "\uFEFF" before it. Throws as `parse` does.
 */
export function toCsv(text: string, options?: Options): string;

/** The outline as a nested list in Markdown, each heading with its figures. Throws as `parse` does. */
export function toMarkdown(text: string, options?: Options): string;

/**
 * The figures in SDMX-CSV 2.0, an observation a figure, of the data structure `GANGMU:FIGURES(1.0.0)` that
 * `gangmu/figures.xml` (SDMX-ML 3.0) defines: a header row, lines ended by CRLF, no byte-order mark.
 *
 * - `REPORT` is the option `source`, `FIGURE` counts the figures of a report from 1; `REF_AREA` is the report's place,
 *   `INDICATOR` what is counted, `_U` where the text does not say it.
 * - `TIME_PERIOD` is "2020", "2020-06", "2020-06-01", and of a span its first day with its length, "2020-01-01/P11M". A figure
 *   without a period is of the structure `GANGMU:FIGURES_UNDATED(1.0.0)`, and the cell is empty.
 * - `OBS_VALUE` is exact, in `UNIT_MEASURE`; `OBS_STATUS` is "A", and "E" where the text is not exact (`BOUND` says how).
 * - `COMMENT_OBS` is the sentence; `START` and `END` are UTF-16 units.
 *
 * Throws as `parse` does.
 */
export function toSdmx(text: string, options?: Options): string;

/**
 * The figures as one line of JSON-LD: an `AnnotationCollection` of the W3C Web Annotation model, an annotation a figure. Its
 * target is the place in the text, at the option `source`, by a TextQuoteSelector and a TextPositionSelector, which counts
 * characters (Unicode code points, as that model asks) and not UTF-16 units. Its body is a schema.org Observation and
 * QuantitativeValue. Throws as `parse` does.
 */
export function toJsonLd(text: string, options?: Options): string;

/**
 * The text with every `fix` of its findings applied. Of edits that touch the same characters the first in reading order is
 * made; findings without a fix stay for a person to decide on. Throws as `parse` does.
 */
export function mend(text: string, options?: Options): string;

/**
 * Lays two reports side by side: `first` the earlier year or the one place, `second` the later year or the other. The options hold
 * for both. Throws as `parse` does.
 */
export function compare(first: string, second: string, options?: Options): Comparison;

/** What two reports say beside each other. */
export interface Comparison {
  /** The version of this shape. Fields may be added to it; those here keep their names and meanings. */
  schema: "gangmu-comparison/1";
  /** The first report; positions are those of its text. */
  first: Report;
  /** The second. */
  second: Report;
  /** Figures of the same thing, in the order of `second`. */
  pairs: Pair[];
  /** Figures without a partner: those of `first`, then those of `second`. */
  alone: Alone[];
  /** Headings side by side, in the order of `second`; those that are gone stand where they stood. */
  sections: SectionPair[];
  /** What `first` planned, in its order. */
  plans: Plan[];
  /** Of `first` and of `second` the figures that say by what rate something grew or fell (增长8%), and not what it came to (提高到98%). */
  growths: [first: number[], second: number[]];
}

/** Two figures of the same thing. */
export interface Pair {
  /** Index into `first.figures`. */
  first: number;
  /** Index into `second.figures`. */
  second: number;
  /** How sure it is that both state the same thing. */
  confidence: Confidence;
  /** The second less the first, in the unit of the second: of two rates in points. Null where one is a range or the units cannot be compared. */
  difference: number | null;
  /** The difference in per cent of the first, to two places; null where there is none, of rates, and where the first is 0. */
  percent: number | null;
  /** What is to be seen beside that. */
  remarks: Remark[];
}

/**
 * Another unit (亩 and 公顷, 件 and 起); another stretch of time (a whole year beside half of one); one is 约 or 余, the other exact; ten
 * times as much or more, or a tenth or less: a lost 万; value and words stand in `first` word for word: last year's text left
 * standing; what is counted has other words.
 */
export type Remark = "unit-changed" | "period-differs" | "bound-differs" | "jump" | "left-standing" | "reworded";

/** A figure without a partner. */
export interface Alone {
  /** Which report it is in. */
  report: Side;
  /** Index into the `figures` of that. */
  figure: number;
  /** Why none was found. */
  reason: AloneReason;
}

/** One of two reports. */
export type Side = "first" | "second";

/**
 * Nothing near by says what it counts; no figure of the other report has words like its; its words are there with a figure of
 * another kind, or of another time (planned and not done, or what it was before a change); what is most like it fits another figure
 * better; several could be it, or what is like it is not like enough.
 */
export type AloneReason = "unnamed" | "new-words" | "other-unit" | "other-time" | "taken" | "unclear";

/** A heading of each report, or of one of them. */
export interface SectionPair {
  /** Index path into `first.outline`; null where the heading is new. */
  first: number[] | null;
  /** Index path into `second.outline`; null where it is gone. */
  second: number[] | null;
  /** What became of it. */
  state: SectionState;
}

/** The same title in the same place; about the same, in other words; under another heading or in another order; only in `second`; only in `first`. */
export type SectionState = "kept" | "renamed" | "moved" | "new" | "gone";

/** A sentence of the first report's plan, and what became of it. */
export interface Plan {
  /** The sentence, in the first text. */
  span: Span;
  /** What became of it. */
  state: PlanState;
  /** How sure that is. */
  confidence: Confidence;
  /** The sentence that takes it up, in the second text; null where none does. */
  found: Span | null;
  /** The figures of that sentence: indices into `second.figures`. */
  figures: number[];
}

/** Taken up, and a figure says how much of it; taken up; the second report doesn't speak of it. */
export type PlanState = "with-figure" | "taken-up" | "not-mentioned";

/** A text to collect. */
export interface SourceText {
  /** The text. */
  text: string;
  /** Where it came from: the name of a file. */
  source?: string;
}

/** Reads many reports as one table: a column an indicator. The options hold for all of them. Throws as `parse` does. */
export function collect(texts: readonly SourceText[], options?: Options): Collection;

/** Many reports as one table. */
export interface Collection {
  /** The version of this shape. Fields may be added to it; those here keep their names and meanings. */
  schema: "gangmu-collection/1";
  /** In the order in which they were given. */
  reports: CollectedReport[];
  /** The indicators over all reports, in the order in which they were met. */
  columns: Column[];
}

/** A report of a collection. */
export interface CollectedReport {
  /** Where it came from; "" where that was not said. */
  source: string;
  /** What it says of itself. */
  metadata: Metadata;
  /** What it has stretches about. */
  roles: Role[];
  /** A row a figure, in reading order. */
  rows: Row[];
}

/** A figure of a collection. */
export interface Row {
  /** Index into `columns`; null where nothing says what is counted. No two rows of one report have the same. */
  column: number | null;
  /** How sure it is that it belongs there; null where `column` is. */
  confidence: Confidence | null;
  /** The figure; positions are those of its text. */
  figure: Figure;
  /** Its own words: "12场". */
  words: string;
  /** The markers of the headings above it, and the title of the innermost: "一、（二）普法宣传". */
  section: string;
  /** What the stretch that it stands in is about. */
  role: Role | null;
  /** The sentence that it stands in. */
  sentence: string;
}

/** An indicator over many reports. */
export interface Column {
  /** What is counted; behind it in brackets what tells it from its like: 上年, 计划, 增减, 化解 behind 受理, the second of one report. */
  indicator: string;
  /** The unit of its first figure; figures in another that count the same are in the column too. */
  unit: string | null;
  /** What kind of quantity. */
  kind: Kind;
  /** The names in the reports that stand in it, at most sixteen. */
  names: string[];
  /** How many reports have it. */
  reports: number;
}

/** What the functions throw. */
export interface GangmuError extends Error {
  /**
   * Stays the same while the words of `message` may change: "bad-text" what is to be read is no string; "bad-option" an option
   * that does not exist or has a wrong value, "bad-pattern" a wrong pattern, both named in the message; "not-loaded" `load` was
   * not awaited before; "load-failed" the wasm could not be had; "crashed" the wasm broke off, mostly for want of memory: `cause`
   * is what it threw, and the next call works. (In a page, not a worker, of Chromium before 115 it works a moment later.)
   */
  code: "bad-text" | "bad-option" | "bad-pattern" | "not-loaded" | "load-failed" | "crashed";
}
