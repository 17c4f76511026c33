//! Two reports side by side, as a text to read and as a table. `bin/compare.js` writes the same bytes.

mod csv;
mod markdown;
mod said;

use crate::reading::Source;
use gangmu::{Comparison, Figure, Options, Report, compare, parse_with};

/// How two reports leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ComparisonForm {
    Markdown,
    Json,
    Csv,
}

/// What `--to` may name with `compare`, in the order in which it is told.
pub(crate) const FORMS: [(&str, ComparisonForm); 3] =
    [("md", ComparisonForm::Markdown), ("json", ComparisonForm::Json), ("csv", ComparisonForm::Csv)];

/// Two files, what was read in them, and what lies between.
#[derive(Debug)]
struct Compared<'s> {
    names: [&'s str; 2],
    reports: [Report<'s>; 2],
    comparison: Comparison,
}

/// The second beside the first.
pub(crate) fn compared(files: [&Source; 2], form: ComparisonForm, options: &Options) -> String {
    let reports = files.map(|file| parse_with(&file.text, options));
    let comparison = compare(&reports[0], &reports[1]);
    let compared = Compared { names: files.map(|file| file.name.as_str()), reports, comparison };
    match form {
        ComparisonForm::Json => {
            let [first, second] = &compared.reports;
            compared.comparison.to_json(first, second) + "\n"
        }
        ComparisonForm::Csv => csv::table(&compared, options.language),
        ComparisonForm::Markdown => markdown::text(&compared, options.language),
    }
}

impl<'s> Compared<'s> {
    /// A figure of the report at `side`.
    fn figure(&self, side: usize, number: u32) -> &Figure<'s> {
        &self.reports[side].figures[number as usize]
    }

    /// Its words, with the hedge before them.
    fn written(&self, side: usize, number: u32) -> String {
        let (text, figure) = (self.reports[side].text, self.figure(side, number));
        let before = figure.approx.as_deref().filter(|approx| text[..figure.span.start as usize].ends_with(approx));
        [before.unwrap_or_default(), &text[figure.span]].concat()
    }
}
