//! The same indicator of the same period twice, in two places.

use super::ledger::Ledger;
use super::sums::Wholes;
use crate::bodies::WHOLE_PLACES;
use crate::chars::one_of;
use crate::compose::compose;
use crate::hash::Fnv;
use crate::order::by_place;
use crate::report::{Figure, Relation, Terms, Verdict};
use crate::search::{Search, set};
use crate::span::Span;
use alloc::vec::Vec;

/// Words of fewer characters are too common to mean the same thing twice.
const SHORTEST: usize = 5;

/// Finds the repeats.
pub(super) fn find<'t>(ledger: &Ledger<'_, 't>, wholes: &Wholes, out: &mut Vec<Relation<'t>>) {
    // Figures of one indicator side by side: by a hash of all that must be the same.
    let mut known: Vec<(u64, u32)> = Vec::new();
    for (place, figure) in ledger.figures.iter().enumerate() {
        // A part of one whole is not that of another: 其中幼儿园286所 of a county and of a town.
        if wholes[place].is_none() && is_own(ledger, place, figure) {
            known.push((sameness(figure), place as u32));
        }
    }
    by_place(&mut known, |(hash, place)| (Span { start: (hash >> 32) as u32, end: *hash as u32 }, *place));
    for pair in known.windows(2) {
        let &[(one, first), (other, again)] = pair else { continue };
        let (a, b) = (&ledger.figures[first as usize], &ledger.figures[again as usize]);
        let words = [first, again].map(|place| own_words(ledger, place as usize));
        if one != other
            || !is_same(a, b)
            || words[0] != words[1]
            || ledger.same_sentence(first as usize, again as usize)
        {
            continue;
        }
        let equal = a.value == b.value;
        let verdict = if equal { Verdict::Agrees } else { Verdict::Doubtful };
        let sign = if equal { "＝" } else { "≠" };
        let calculation = compose!(a.indicator, "：", ledger.words(first as usize), sign, ledger.words(again as usize));
        out.push(super::relation(Terms::Repeat { first, again }, verdict, calculation));
    }
}

/// Whether the figure says how much there is of something by itself: no share, no change, no part.
fn is_own(ledger: &Ledger<'_, '_>, place: usize, figure: &Figure<'_>) -> bool {
    let named =
        |words: &str| words.chars().count() >= SHORTEST && words.ends_with(&*figure.indicator) && says_whose(words);
    ledger.is_amount(place)
        && ledger.is_exact(place)
        && figure.period.is_some()
        && figure.action.is_none()
        && named(own_words(ledger, place))
        && !ledger.before(place).has_of(set!("（("))
}

/// Whether the words say whose it is: a budget has a 上年结转收入 for each level and each fund.
fn says_whose(words: &str) -> bool {
    words
        .trim_start_if(&|ch| ch.is_ascii_digit() || one_of(Some(ch), set!("年月日末底，")))
        .starts_with_any(WHOLE_PLACES)
}

/// The words of the clause before the number: 全镇常住人口.
fn own_words<'t>(ledger: &Ledger<'_, 't>, place: usize) -> &'t str {
    ledger.lead(place).trim_end_of(set!("为达到有共约 "))
}

fn is_same(a: &Figure<'_>, b: &Figure<'_>) -> bool {
    a.indicator == b.indicator && a.unit == b.unit && a.period == b.period && a.action == b.action
}

/// A number that is the same for figures that are the same; others seldom share it.
fn sameness(figure: &Figure<'_>) -> u64 {
    let words = [Some(&*figure.indicator), figure.unit.as_deref(), figure.period.as_deref(), figure.action.as_deref()];
    let mut hash = Fnv::default();
    words.iter().for_each(|words| hash.add(words.unwrap_or_default()));
    hash.0
}
