//! Alarms that texts give as they are.

use super::clean::Clean;
use gangmu::Severity;
use std::path::Path;

/// Alarms of some texts.
pub(crate) struct Alarms {
    pub(crate) texts: usize,
    pub(crate) characters: usize,
    /// Findings that are errors.
    pub(crate) errors: usize,
    /// Of these, those that nobody has found right.
    pub(crate) wrong: Vec<String>,
    pub(crate) warnings: usize,
    pub(crate) advice: usize,
}

/// The errors of the trial reports that a reader has looked at and found right: the report, the rule, the words.
const RIGHT: &str = include_str!("right-errors.txt");

pub(crate) fn of<'c>(reports: impl Iterator<Item = &'c Clean>) -> Alarms {
    let mut out = Alarms { texts: 0, characters: 0, errors: 0, wrong: Vec::new(), warnings: 0, advice: 0 };
    for clean in reports {
        out.texts += 1;
        out.characters += clean.text.chars().count();
        for finding in &gangmu::parse(&clean.text).findings {
            match finding.severity {
                Severity::Error => {
                    out.errors += 1;
                    let words = clean.text.as_str()[finding.span].replace('\n', "⏎");
                    let line = format!("{} | {} | {words}", clean.name, finding.rule.name());
                    if !RIGHT.lines().any(|right| right == line) {
                        out.wrong.push(line);
                    }
                }
                Severity::Warning => out.warnings += 1,
                _ => out.advice += 1,
            }
        }
    }
    out
}

/// The trial reports of a folder.
pub(crate) fn trials(folder: &str) -> Vec<Clean> {
    let folder_of = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder).join("reports");
    let mut paths: Vec<_> = std::fs::read_dir(folder_of).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| Clean {
        name: format!("{folder}/{}", path.file_stem().unwrap().to_string_lossy()),
        text: std::fs::read_to_string(path).unwrap(),
    };
    paths.iter().map(read).collect()
}
