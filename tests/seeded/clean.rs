//! The correct reports, and how one place at a time is spoilt.

use std::ops::Range;
use std::path::Path;

/// A correct report.
pub(crate) struct Clean {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// A report with one mistake in it.
pub(crate) struct Planted {
    pub(crate) text: String,
    /// Where a finding would tell of it, in bytes of `text`.
    pub(crate) at: Range<usize>,
}

/// A place that may be spoilt, with what stands round it.
pub(crate) struct Place<'c> {
    pub(crate) before: &'c str,
    pub(crate) found: &'c str,
    pub(crate) after: &'c str,
}

impl Place<'_> {
    pub(crate) fn last(&self) -> char {
        self.before.chars().next_back().unwrap_or('\n')
    }

    pub(crate) fn next(&self) -> char {
        self.after.chars().next().unwrap_or('\n')
    }
}

pub(crate) fn is_han(ch: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&ch)
}

impl Clean {
    pub(crate) fn all() -> Vec<Clean> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeded");
        let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.sort();
        let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
        let reports = paths.iter().filter(|path| !matches!(name(path).as_str(), "relations" | "right-errors"));
        reports.map(|path| Clean { name: name(path), text: std::fs::read_to_string(path).unwrap() }).collect()
    }

    /// The report with `new` instead of what stands at `span`; a finding may stand anywhere in the sentence.
    pub(crate) fn with(&self, span: Range<usize>, new: &str) -> Planted {
        let text = format!("{}{new}{}", &self.text[..span.start], &self.text[span.end..]);
        let end = span.start + new.len();
        let start =
            text[..span.start].rfind(['\n', '。']).map_or(0, |at| at + text[at..].chars().next().unwrap().len_utf8());
        let end = text[end..]
            .find(['\n', '。'])
            .map_or(text.len(), |at| end + at + text[end + at..].chars().next().unwrap().len_utf8());
        Planted { text, at: start..end }
    }

    /// The same, where a finding may stand anywhere in the lines that are touched, and in the one behind them.
    pub(crate) fn with_line(&self, span: Range<usize>, new: &str) -> Planted {
        let mut planted = self.with(span.clone(), new);
        let end = span.start + new.len();
        let text = &planted.text;
        let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let mut ends = text[end..].match_indices('\n').map(|(at, _)| end + at);
        let end = ends.nth(1).unwrap_or(text.len());
        planted.at = start..end;
        planted
    }

    /// Every place of `needle` that `change` wants to spoil.
    pub(crate) fn each(&self, needle: &str, change: impl Fn(&Place<'_>) -> Option<String>) -> Vec<Planted> {
        let mut out = Vec::new();
        for (at, found) in self.text.match_indices(needle) {
            let span = at..at + found.len();
            let place = Place { before: &self.text[..at], found, after: &self.text[span.end..] };
            if let Some(new) = change(&place) {
                out.push(self.with(span, &new));
            }
        }
        out
    }

    /// Every place of `needle`.
    pub(crate) fn instead(&self, needle: &str, new: &str) -> Vec<Planted> {
        self.each(needle, |_| Some(new.to_owned()))
    }

    /// Every number in Arabic digits, with its point, as a place.
    pub(crate) fn numbers(&self, change: impl Fn(&Place<'_>) -> Option<String>) -> Vec<Planted> {
        let is_part = |ch: char| ch.is_ascii_digit() || ch == '.';
        let mut out = Vec::new();
        let mut at = 0;
        while let Some(start) = self.text[at..].find(|ch: char| ch.is_ascii_digit()).map(|offset| at + offset) {
            let length = self.text[start..].find(|ch| !is_part(ch)).unwrap_or(self.text.len() - start);
            let found = self.text[start..start + length].trim_end_matches('.');
            let span = start..start + found.len();
            let place = Place { before: &self.text[..start], found, after: &self.text[span.end..] };
            if let Some(new) = change(&place) {
                out.push(self.with(span, &new));
            }
            at = start + length;
        }
        out
    }

    /// The lines with their places.
    pub(crate) fn lines(&self) -> Vec<(usize, &str)> {
        let mut at = 0;
        let mut out = Vec::new();
        for line in self.text.split_inclusive('\n') {
            out.push((at, line.trim_end_matches('\n')));
            at += line.len();
        }
        out
    }
}
