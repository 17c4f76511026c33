//! Findings for people and for programs that read `path:line:column: …`.

use crate::reading::Source;
use gangmu::{Finding, Language, Places, Report, Severity};
use std::fmt::Write as _;

/// A file with what was found in it.
#[derive(Debug)]
pub(crate) struct Checked<'s> {
    pub(crate) name: &'s str,
    pub(crate) text: &'s str,
    pub(crate) findings: Vec<Finding<'s>>,
}

impl<'s> Checked<'s> {
    pub(crate) fn new(source: &'s Source, report: Report<'s>) -> Checked<'s> {
        Checked { name: &source.name, text: &source.text, findings: report.findings }
    }
}

/// What a finding says, with the number of its places where there are several.
pub(crate) fn said(finding: &Finding<'_>, language: Language) -> String {
    match (finding.places.len(), language) {
        (0 | 1, _) => finding.message.to_string(),
        (several, Language::English) => format!("{} ({several} places)", finding.message),
        (several, _) => format!("{}（共{several}处）", finding.message),
    }
}

/// A line a finding, in the language in which they were found.
pub(crate) fn lines(files: &[Checked<'_>], language: Language) -> String {
    let mut out = String::new();
    for Checked { name, text, findings } in files {
        let places = Places::new(text);
        for finding in findings {
            let place = places.of(finding.span.start as usize);
            let (severity, rule) = (finding.severity.name(), finding.rule.name());
            let said = said(finding, language);
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{name}:{}:{}: {severity} {rule}: {said}", place.line, place.column);
        }
    }
    out
}

/// How many findings are of this severity.
pub(crate) fn count(files: &[Checked<'_>], severity: Severity) -> usize {
    files.iter().flat_map(|file| &file.findings).filter(|finding| finding.severity == severity).count()
}

/// How many there are of each severity.
pub(crate) fn summary(files: &[Checked<'_>]) -> String {
    let counted = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    let [errors, warnings, advice] =
        [Severity::Error, Severity::Warning, Severity::Advice].map(|severity| count(files, severity));
    let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
    format!("{errors}, {warnings}, {advice} advice in {}", counted(files.len(), "file"))
}
