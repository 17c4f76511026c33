//! What a caller may say beside the text.

use crate::compose::{Part, fill};
use crate::emit::closed_set;
use crate::parts::Parts;
use crate::pattern::Pattern;
use crate::rules::{Profile, Rule};
use alloc::string::String;
use alloc::vec::Vec;

closed_set! {
    /// The language of [`Finding::message`](crate::Finding::message) and [`Relation::slip`](crate::Relation::slip). What they quote
    /// stays as the report has it, and so does the rest: a finding has one fingerprint in all languages.
    ///
    /// ```
    /// let mut options = gangmu::Options::default();
    /// options.language = gangmu::Language::English;
    /// let report = gangmu::parse_with("组织干部学习学习行政处罚法。", &options);
    /// assert_eq!(report.findings[0].message, "“学习” stands twice.");
    /// ```
    #[derive(Default)]
    pub enum Language {
        /// Chinese: the default.
        #[default]
        Chinese = "zh",
        /// English.
        English = "en",
    }
}

/// A sentence in every language, in the order of [`Language::ALL`]: what one says, the other says too. `{0}` and the like
/// are holes.
pub(crate) type Sentence = &'static [&'static str; Language::ALL.len()];

impl Language {
    /// The sentence in this language, its holes filled by `parts`.
    pub(crate) fn say(self, sentence: Sentence, parts: &[&dyn Part]) -> String {
        fill(sentence[self as usize], parts)
    }
}

/// What a caller may say beside the text; the default says nothing.
///
/// ```
/// let mut options = gangmu::Options::default();
/// options.year = Some(2021);
/// let report = gangmu::parse_with("今年以来，开展培训12次。", &options);
/// assert_eq!(report.figures[0].period.as_deref(), Some("2021"));
///
/// options.units.push("面次".into());
/// options.names.push("十分钟便民圈".into());
/// let report = gangmu::parse_with("建成十分钟便民圈，巡查文化墙120面次。", &options);
/// assert_eq!(report.figures[0].unit.as_deref(), Some("面次"));
/// assert_eq!(report.figures.len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields, rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Options {
    /// Which parts of the report to read. What they stand on is read with them, but is no part of the output.
    pub parts: Parts,
    /// The year reported on, for a text that does not state it; what the text states comes first. Another than 1 to 9999 is
    /// as none.
    pub year: Option<u32>,
    /// Units that Gangmu does not know. Where one of its own fits as well, the longer is taken. A unit begins with no
    /// numeral: what would be one belongs to the number.
    pub units: Vec<String>,
    /// Phrases whose numbers are no figures and no dates: slogans, names of projects.
    pub names: Vec<String>,
    /// What finds figures that Gangmu would not: they go before the reading of their numbers, and before `names`, but a
    /// marker, a date, a document number and what stands in 《》 remain what they are.
    pub patterns: Vec<Pattern>,
    /// Which rules are on.
    pub profile: Profile,
    /// Rules that are on beside those of the profile.
    pub rules_on: Vec<Rule>,
    /// Rules that are off, whatever the profile says.
    pub rules_off: Vec<Rule>,
    /// Where the text came from, a URI or the name of a file, for [`to_sdmx`](crate::Report::to_sdmx) and
    /// [`to_json_ld`](crate::Report::to_json_ld). The reading is the same with it and without.
    pub source: Option<String>,
    /// The language in which findings are told.
    pub language: Language,
}

impl Options {
    /// Whether `rule` is on.
    ///
    /// ```
    /// use gangmu::{Options, Rule};
    /// let mut options = Options::default();
    /// assert!(options.is_on(Rule::SumMismatch));
    /// options.rules_off.push(Rule::SumMismatch);
    /// assert!(!options.is_on(Rule::SumMismatch));
    /// ```
    pub fn is_on(&self, rule: Rule) -> bool {
        !self.rules_off.contains(&rule) && (rule.is_in(self.profile) || self.rules_on.contains(&rule))
    }
}
