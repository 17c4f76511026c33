//! The parts of a document: title, those addressed, numbers, signature, date, notes; and what its kind asks of it.

mod head;
mod kind;
mod numbers;
mod short_names;
mod signature;

pub(super) use numbers::Numbers;

use crate::chars::find_word;
use crate::findings::{Findings, Subject};
use crate::span::Span;

/// What is wrong with the parts.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    // The title in the text, or the line that it begins in.
    let title = subject.metadata.title.as_deref().unwrap_or_default();
    let place = find_word(subject.text, title).map(|at| Span::new(at, at + title.len()));
    let place = place.or_else(|| subject.lines.first().map(|line| line.words)).unwrap_or_default();
    head::find(subject, title, place, out);
    short_names::find(subject, out);
    signature::find(subject, title, out);
    kind::find(subject, title, place, out);
}
