//! The words of a comparison: one table for this command and the other.

use gangmu::Language;
use std::collections::HashMap;

const TABLE: &str = include_str!("../../../../bin/compare.tsv");

/// The words in one language.
#[derive(Debug)]
pub(super) struct Words(HashMap<&'static str, &'static str>);

impl Words {
    pub(super) fn of(language: Language) -> Words {
        let column = if language == Language::English { 2 } else { 1 };
        let lines = TABLE.lines().filter_map(|line| Some((line.split('\t').next()?, line.split('\t').nth(column)?)));
        Words(lines.collect())
    }

    /// The words of `key`.
    pub(super) fn say(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The words of `key`, their holes filled in order.
    pub(super) fn with(&self, key: &str, values: &[&str]) -> String {
        let words = self.0.get(key).copied().unwrap_or_default().to_owned();
        values.iter().fold(words, |said, value| said.replacen("{}", value, 1))
    }
}
