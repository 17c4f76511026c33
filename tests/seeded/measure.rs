//! How many of the planted mistakes are found, and how many alarms correct texts give.

use super::clean::{Clean, Planted};
use super::{arithmetic, dates, numbering, numbers, parts, punctuation, wording};
use gangmu::{Family, Options, Rule};

/// So many places of one report and rule, spread over it, are enough.
const MOST: usize = 8;

/// What was planted for a rule, and what of it was found.
pub(crate) struct Measured {
    pub(crate) planted: usize,
    pub(crate) found: usize,
    pub(crate) missed: Vec<String>,
}

/// What the planter of a rule makes of a report: every family has its own, and a rule is known to one of them.
fn planted(rule: Rule, clean: &Clean) -> Option<Vec<Planted>> {
    let families = [
        numbering::planted,
        arithmetic::planted,
        parts::planted,
        dates::planted,
        numbers::planted,
        punctuation::planted,
        wording::planted,
    ];
    families.iter().find_map(|family| family(rule.name(), clean))
}

/// Whether a finding of the rule stands at the place. Of a number that no longer fits another calculation may tell, and of a
/// heading's number another rule for numbers: what counts is that the reader is led there.
fn is_found(rule: Rule, planted: &Planted) -> bool {
    let mut options = Options::default();
    options.rules_on.push(rule);
    let report = gangmu::parse_with(&planted.text, &options);
    let related = matches!(rule.family(), Family::Arithmetic | Family::Numbering);
    let tells = |other: Rule| other == rule || related && other.family() == rule.family();
    let touches =
        |place: &gangmu::Span| place.start as usize <= planted.at.end && planted.at.start <= place.end as usize;
    report.findings.iter().filter(|finding| tells(finding.rule)).any(|finding| finding.places.iter().any(touches))
}

/// What is measured of a rule; `None` where no family knows it.
pub(crate) fn measure(rule: Rule, reports: &[Clean]) -> Option<Measured> {
    let mut measured = Measured { planted: 0, found: 0, missed: Vec::new() };
    let mut known = false;
    for clean in reports {
        let Some(all) = planted(rule, clean) else { continue };
        known = true;
        let step = all.len().div_ceil(MOST).max(1);
        for planted in all.iter().step_by(step) {
            measured.planted += 1;
            if is_found(rule, planted) {
                measured.found += 1;
            } else {
                let words: String = planted.text[planted.at.clone()].chars().take(70).collect();
                measured.missed.push(format!("{}: {}: {}", rule.name(), clean.name, words.replace('\n', "⏎")));
            }
        }
    }
    known.then_some(measured)
}
