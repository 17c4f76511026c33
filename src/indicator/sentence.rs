//! The figures before a number in its sentence, which a clause without a noun speaks of.

use super::{Named, Place};
use crate::chars::has_word;
use crate::clause::verb::is_doing;
use crate::search::{Search, set};
use crate::span::Span;

/// What a figure before in the same sentence counts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Before<'a> {
    pub(crate) named: Named,
    /// Where its number begins.
    pub(crate) start: usize,
    /// The end of its unit or hedge.
    pub(crate) end: usize,
    pub(crate) unit: &'a str,
    /// It states a rise or a fall.
    pub(crate) changed: bool,
    /// A member of a list: the one before it is joined by 、, or 其中 or a colon led it.
    pub(crate) member: bool,
}

/// What is counted of `named` without the verb that stands with it: 问题 of 反馈问题.
pub(super) fn object_of(named: Named) -> Span {
    let Some(action) = named.action.filter(|action| action.start == named.indicator.start) else {
        return named.indicator;
    };
    let object = Span { start: action.end, end: named.indicator.end };
    if object.is_empty() { named.indicator } else { object }
}

/// How many figures back a doing looks for what was done with.
const FIGURES_BACK: usize = 8;

/// The last figures of a sentence, in order.
#[derive(Debug, Default)]
pub(crate) struct Sentence<'a> {
    figures: [Before<'a>; FIGURES_BACK],
    length: usize,
    /// How many of them stand in sentences before this one.
    earlier: usize,
}

impl<'a> Sentence<'a> {
    /// Those of this sentence.
    pub(crate) fn figures(&self) -> &[Before<'a>] {
        &self.figures[self.earlier..self.length]
    }

    /// What the last figure with `unit` counts, in this sentence or an earlier one.
    pub(super) fn last_of(&self, unit: &str) -> Option<Named> {
        self.all().rev().find(|before| before.unit == unit).map(|before| before.named)
    }

    /// The figures of this sentence and of those before it that are remembered.
    pub(super) fn all(&self) -> impl DoubleEndedIterator<Item = &Before<'a>> {
        self.figures[..self.length].iter()
    }

    /// The sentence is over: what comes is of the next.
    pub(crate) fn end(&mut self) {
        self.earlier = self.length;
    }

    pub(crate) fn push(&mut self, figure: Before<'a>) {
        if self.length == FIGURES_BACK {
            self.figures.copy_within(1.., 0);
            self.earlier = self.earlier.saturating_sub(1);
        } else {
            self.length += 1;
        }
        self.figures[self.length - 1] = figure;
    }
}

/// The figure of the sentence that a bare doing speaks of: the last with the same unit that is no member of a list and that
/// a verb governs, else the last that is no member.
pub(super) fn done_with<'a>(place: &Place<'_>, sentence: &[Before<'a>]) -> Option<Before<'a>> {
    let mut same = sentence.iter().rev().filter(|before| {
        before.unit == place.unit_words && !before.member && !is_doing(&place.text[before.named.indicator])
    });
    let last = same.clone().next()?;
    Some(*same.find(|before| before.named.action.is_some()).unwrap_or(last))
}

/// Whether the number at byte `start` is a member of a list whose sum or kind stands before it.
pub(crate) fn is_member(text: &str, sentence: &[Before<'_>], start: usize) -> bool {
    sentence.last().is_some_and(|last| {
        let between = &text[last.end..start.max(last.end)];
        between.starts_of(set!("、：:（(")) || has_word(between, "其中")
    })
}
