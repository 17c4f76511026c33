//! How numbers and their units are written.

mod characters;
mod forms;
mod hedged;
mod ranges;
mod units;

pub(super) use characters::Characters;

use crate::chars::digit;
use crate::findings::{Findings, Subject};
use crate::report::Figure;
use crate::search::Search;

/// What is wrong with the numbers.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let mut before = None;
    for figure in subject.figures {
        forms::look(subject, figure, before, out);
        ranges::look(subject, figure, out);
        hedged::look(subject, figure, out);
        before = Some(figure);
    }
    forms::find(subject, out);
    ranges::find(subject, out);
    units::find(subject, out);
}

/// Whether the number is written in digits.
fn is_arabic(text: &str, figure: &Figure<'_>) -> bool {
    text[figure.number].starts_if(&|ch| digit(ch).is_some())
}
