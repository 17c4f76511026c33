//! Reads a Chinese government report: its outline and every figure in it.
//!
//! ```
//! let text = "一、主要举措\n（一）普法宣传。全年开展讲座12次，受众1.1万余人次。";
//! let report = gangmu::parse(text);
//! assert_eq!(report.figures.len(), 2);
//! ```
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
mod compose;
mod dates;
mod decimal;
mod emit;
mod exclusion;
mod export;
mod figures;
mod findings;
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
mod lost;
mod markdown;
mod marker;
mod mend;
mod metadata;
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

pub use decimal::Decimal;
pub use export::COLUMNS;
pub use offsets::Offsets;
pub use options::Options;
pub use packed::Packed;
pub use pattern::{BadPattern, Pattern};
pub use places::{Place, Places};
pub use quote::TextQuote;
pub use report::{
    Bound, Change, Citation, DateMention, Edit, Figure, Finding, Heading, Ignored, Item, Kind, Metadata, NAMES, Noise,
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
/// in the length. A text over 4 GiB is read up to there.
pub fn parse(text: &str) -> Report<'_> {
    parse_with(text, &Options::default())
}

/// Reads `text` as [`parse`] does, with what the caller says beside it.
pub fn parse_with<'t>(text: &'t str, options: &Options) -> Report<'t> {
    read::read(text, options)
}
