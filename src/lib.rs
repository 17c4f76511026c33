//! Reads Chinese government reports: their outline (一、 → （一） → 1. → 一是) and every figure in them, each with its place in the
//! text; calculates again what the text calculates; and says what looks wrong, by which clause.
//!
//! # Quick start
//! ```
//! let text = "清溪镇2023年工作报告\n一、主要举措\n（一）普法宣传。全年开展讲座12场，受众1.1万余人次。\n\
//!             （二）化解纠纷。受理纠纷92件，其中邻里58件、婚姻34件。";
//! let report = gangmu::parse(text);
//!
//! let people = &report.figures[1];
//! assert_eq!(people.value, gangmu::Decimal::from(11_000));
//! assert_eq!(people.bound, gangmu::Bound::AtLeast);
//! assert_eq!((people.unit.as_deref(), &*people.indicator), (Some("人次"), "受众"));
//! assert_eq!(people.period.as_deref(), Some("2023"));
//! assert_eq!(&text[people.span], "1.1万余人次");
//!
//! assert_eq!(report.outline[0].children[1].title, "化解纠纷");
//! assert_eq!(report.relations[0].calculation, "58件＋34件＝92件");
//! ```
//!
//! [`parse`] takes the text alone, [`parse_with`] also what a caller knows beside it ([`Options`]): the year of a report that does not
//! state it, units, names and patterns of its own, which rules are on, in which [`Language`] findings are told.
//!
//! # What is read
//! | field of [`Report`] | what it holds |
//! | --- | --- |
//! | `metadata` | title, issuer, place, year, 成文日期, 发文字号 … ([`Metadata`]) |
//! | `outline` | the tree of headings, with lost markers given back where the order decides ([`Heading`]) |
//! | `items` | 一是 二是 before the first heading; the others hang on their heading ([`Item`]) |
//! | `figures` | every quantity: value, unit, what is counted, when, which way it changed ([`Figure`]) |
//! | `dates`, `citations` | dates in ISO 8601 ([`DateMention`]); 《…》 with their document numbers ([`Citation`]) |
//! | `relations` | sums, rates, changes, shares …, calculated again, with a verdict ([`Relation`]) |
//! | `findings` | what an editor would want to be told, with the fix where there is one ([`Finding`], [`Rule`]) |
//! | `noise`, `ignored` | what is not the report ([`Noise`]); numbers that are no figures, and why ([`Ignored`]) |
//! | `passages` | what each stretch is about: work, problems, plan ([`Passage`]) |
//!
//! A report leaves as JSON ([`Report::to_json`]), as a table ([`Report::to_csv`]), as an outline ([`Report::to_markdown`]), in SDMX-CSV
//! ([`Report::to_sdmx`]), in JSON-LD ([`Report::to_json_ld`]), as a serde value (`Report::in_utf16`), or as the text with every fix
//! applied ([`Report::mended`]). [`write`](crate::write()) reads and writes in one go, and reads only what the [`Form`] is made of;
//! [`Options::parts`] says which parts [`parse_with`] reads.
//!
//! # Places
//! A [`Span`] counts **bytes** of the text exactly as it was given, so `&text[span]` is always the words meant. What leaves Rust
//! counts **UTF-16 units**, the positions of JavaScript, Java and most editors; [`Offsets`] translates. [`Places`] gives lines and
//! columns, [`Report::sentence`] the sentence round a place; [`TextQuote`] and [`Report::fingerprints`] find it again when the text was
//! edited elsewhere.
//!
//! # What it promises
//! - Any text gets an answer: an empty string, ten megabytes on one line, random characters. Nothing panics; what is odd becomes a
//!   finding. There is no unsafe code.
//! - Time and memory grow linearly with the length of the text, whatever it holds, a user's [`Pattern`] included.
//! - Values are exact decimals ([`Decimal`]): `1.1万` is 11000, and sums come out to the last digit.
//! - Nothing is deleted or changed: what is no part of the report is marked.
//! - The same text with the same options gives the same report, everywhere: nothing is read from the clock, the system or a
//!   file, and nothing is kept between two readings.
//! - The names of the closed sets ([`NAMES`]) stay. New values may come, so the enums are `non_exhaustive`; so are the records.
//!
//! What Gangmu calls a heading, a figure or a date is said by the named cases of `tests/spec`, which are its tests.
//!
//! # Features
//! None is on by default, and without them the crate depends on nothing.
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `serde` | `Report::in_utf16`, the report as a value that serde can write; [`Options`] can be read |
//! | `wasm` | the boundary to JavaScript, for the build of the npm package: no function that Rust could call |
//! | `counted-work` | `steps`, by which a test counts what a reading does, without a clock |
//! | `native` | the crates that the command `gangmu` needs; to the library it adds nothing |
//!
//! # Without std
//! The crate is `no_std` and needs [`alloc`]: the same source runs in a browser, on a server and in a kernel. `npm test -- no-std`
//! compiles it with a compiler that has `core` and `alloc` and no `std`. The command `gangmu`, which the package holds too
//! (`cargo install --path . --features native`), does use std.
//!
//! # Versions
//! Rust 1.88 or later. A newer one is asked for only in a new minor version. The npm package `gangmu` has the same version, is made
//! from this crate, and gives the same reports; its command prints the same bytes as the one here.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs, unreachable_pub)]
// The core runs where there is no std, and nothing in it may panic on any text.
#![deny(clippy::std_instead_of_core, clippy::std_instead_of_alloc, clippy::alloc_instead_of_core)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

extern crate alloc;

mod bodies;
mod change;
mod chars;
mod citations;
mod clause;
mod collect;
mod columns;
mod compare;
mod compose;
mod concordance;
mod dates;
mod decimal;
mod emit;
mod exclusion;
mod export;
mod figures;
mod findings;
mod form;
mod grams;
mod hash;
mod head;
mod headings;
mod hedges;
mod index_table;
mod indicator;
mod items;
mod json;
mod laws;
mod levels;
mod lexicon;
mod likeness;
mod lines;
mod lone_numbers;
mod lost;
mod markdown;
mod marker;
mod mend;
mod metadata;
mod minus;
mod names;
mod noise;
mod noun_phrase;
mod numeral;
mod offsets;
mod options;
mod order;
mod outline;
mod own_figures;
mod own_words;
mod packed;
mod parts;
mod passages;
mod pattern;
mod pattern_match;
mod period;
mod places;
mod quantity;
mod quote;
mod read;
mod relations;
mod report;
mod roles;
mod rules;
mod seams;
mod search;
#[cfg(feature = "serde")]
mod serde_view;
mod signature;
mod span;
mod stretches;
mod title;
mod traditional;
mod unbroken;
mod units;
mod unnumbered;
mod view;
mod vocabulary;
#[cfg(feature = "wasm")]
mod wasm;
mod work;
mod wrapped;

pub use collect::{COLLECTION_SCHEMA, Cell, LONG_COLUMNS, LongRow, collect, long_rows};
pub use columns::{Column, Columns, Placed, Subject};
pub use compare::{
    Alone, AloneReason, COMPARISON_SCHEMA, Comparison, Pair, Plan, PlanState, Remark, SectionPair, SectionState, Side,
    compare,
};
pub use decimal::Decimal;
pub use export::{COLUMNS, csv_row};
pub use form::{Form, write};
pub use names::NAMES;
pub use offsets::Offsets;
pub use options::{Language, Options};
pub use packed::Packed;
pub use parts::{Part, Parts};
pub use pattern::{BadPattern, Pattern};
pub use places::{Place, Places};
pub use quote::TextQuote;
pub use report::{
    Bound, Change, Citation, DateMention, Edit, Figure, Finding, Heading, Ignored, Item, Kind, Metadata, Noise,
    NoiseKind, Passage, PeriodSource, Reason, Relation, Report, Role, SCHEMA, Terms, Verdict, Words,
};
pub use rules::{Confidence, Family, Force, Profile, Rule, Severity};
#[cfg(feature = "serde")]
pub use serde_view::InUtf16;
pub use span::Span;
#[cfg(feature = "counted-work")]
pub use work::steps;

/// Reads `text`: its outline, its figures, and what goes with them.
///
/// Takes any text and always answers: what is odd in it becomes a finding, never an error. Time and memory are linear
/// in the length. A text over 4 GiB is read up to there. The report borrows from the text.
///
/// ```
/// let report = gangmu::parse("全年开展讲座12场，受众1.1万余人次。");
/// assert_eq!(report.figures.len(), 2);
/// assert_eq!(gangmu::parse("").figures, []);
/// ```
pub fn parse(text: &str) -> Report<'_> {
    parse_with(text, &Options::default())
}

/// Reads `text` as [`parse`] does, with what the caller says beside it.
///
/// No option can be wrong here: a [`Pattern`] is checked where it is made, a rule is one of [`Rule`]. Units and names that the text does
/// not hold do nothing.
///
/// ```
/// let mut options = gangmu::Options::default();
/// options.units.push("灯位".into());
/// let report = gangmu::parse_with("新装路灯36灯位。", &options);
/// assert_eq!(report.figures[0].unit.as_deref(), Some("灯位"));
/// ```
pub fn parse_with<'t>(text: &'t str, options: &Options) -> Report<'t> {
    read::read(text, options, options.parts)
}
