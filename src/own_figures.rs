//! The figures that the user's own patterns find.

use crate::chars::{is_sentence_stop, is_space};
use crate::lines::Line;
use crate::numeral;
use crate::order::by_place;
use crate::own_words::{OwnWords, holds_whole_numbers};
use crate::pattern::Pattern;
use crate::pattern_match::{Marks, Matcher, NOWHERE};
use crate::quantity::{self, Quantity};
use crate::search::Search;
use crate::span::Span;
use crate::units;
use crate::work;
use alloc::vec::Vec;

/// A number that a pattern found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnFigure {
    pub(crate) quantity: Quantity,
    pub(crate) indicator: Option<Span>,
}

impl OwnFigure {
    pub(crate) fn start(&self) -> usize {
        self.quantity.number.start as usize
    }
}

/// The longest sentence that is searched as a whole, in bytes: five hundred characters. Where one match ends the next search
/// begins, and each may look as far as this.
const LONGEST: usize = 1500;

/// What `patterns` find in `lines`, in reading order; where two overlap, the one that begins first, and of those the pattern
/// that stands first in the list.
pub(crate) fn find(text: &str, lines: &[Line], patterns: &[Pattern], own: &OwnWords) -> Vec<OwnFigure> {
    let mut found: Vec<(u32, OwnFigure)> = Vec::new();
    for (order, pattern) in patterns.iter().enumerate() {
        let mut matcher = Matcher::new(pattern);
        for line in lines {
            let mut rest = line.words;
            while !rest.is_empty() {
                let sentence = Span { end: sentence_end(text, rest), ..rest };
                search(text, sentence, &mut matcher, own, |figure| found.push((order as u32, figure)));
                rest.start = sentence.end;
            }
        }
    }
    by_place(&mut found, |(order, figure)| (Span::new(figure.start(), figure.start()), *order));
    let mut end = 0;
    found.retain(|(_, figure)| {
        let free = figure.start() >= end;
        if free {
            end = figure.quantity.end;
        }
        free
    });
    found.into_iter().map(|(_, figure)| figure).collect()
}

/// The byte behind the first sentence of `rest`.
fn sentence_end(text: &str, rest: Span) -> u32 {
    let mut end = rest.start as usize;
    for ch in text[rest].chars() {
        if end - rest.start as usize >= LONGEST {
            break;
        }
        end += ch.len_utf8();
        if is_sentence_stop(ch) {
            break;
        }
    }
    work::done(end - rest.start as usize);
    end as u32
}

/// The figures of one sentence, handed to `take`.
fn search(text: &str, sentence: Span, matcher: &mut Matcher<'_>, own: &OwnWords, mut take: impl FnMut(OwnFigure)) {
    let words = &text[sentence];
    if !words.has_if(&numeral::begins) {
        return;
    }
    let mut from = 0;
    while let Some((marks, end)) = matcher.find(words, from) {
        if let Some(figure) = figure(text, sentence, &marks, own) {
            take(figure);
        }
        // An empty match is passed over.
        let next = words.get(from..).and_then(|rest| rest.chars().next());
        let Some(next) = next else { break };
        from = if end > from { end } else { from + next.len_utf8() };
    }
}

/// What a match says; nothing where its number is none, or a part of a longer one.
fn figure(text: &str, sentence: Span, marks: &Marks, own: &OwnWords) -> Option<OwnFigure> {
    let group = |at| group(sentence.start, marks, at);
    let [number, unit, indicator] = [group(0), group(2), group(4)];
    let number = number.filter(|number| holds_whole_numbers(text, *number))?;
    let (start, end) = (number.start as usize, number.end as usize);
    // Where the pattern names no unit, the number has the one that stands behind it, if it has one.
    let read_on = || {
        let read = quantity::scan(text, start, sentence.end as usize, own)?;
        Some(read).filter(|read| unit.is_none() && read.numeral.end().max(read.number.end as usize) == end)
    };
    let read = read_on().or_else(|| {
        let read = quantity::scan(text, start, end, own)?;
        Some(read).filter(|read| read.numeral.end().max(read.end) == end)
    });
    let mut quantity = read.filter(|read| read.value.is_some())?;
    if let Some(unit) = unit {
        let words = &text[unit];
        quantity.kind = units::scan(words, own)
            .filter(|found| found.length == words.len())
            .map_or(quantity.kind, |found| found.unit.kind);
        (quantity.unit, quantity.parted, quantity.worded) = (Some(unit), None, false);
        // Where something else stands between the two, the unit is said elsewhere: its figure is the number alone.
        let joined = unit.start >= number.end
            && text[Span { start: number.end, end: unit.start }].trim_start_if(&is_space).is_empty();
        if joined {
            quantity.end = unit.end as usize;
        }
    }
    Some(OwnFigure { quantity, indicator })
}

/// A group that is not empty, in the text.
fn group(base: u32, marks: &Marks, at: usize) -> Option<Span> {
    let (start, end) = (*marks.get(at)?, *marks.get(at + 1)?);
    (end != NOWHERE && start < end).then(|| Span { start: base + start, end: base + end })
}
