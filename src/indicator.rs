//! What is counted, in the report's own words, and the verb that governs it.
//!
//! The noun behind the number wins (23名在编干部); else the object of the clause's verb before it (开展集中学习35次),
//! else the clause's subject (应诉率为100%). Where a clause names nothing, the one before it does.
//!
//! Each rule is a function that names what is counted or leaves it to the next; [`name`] gives their order.

mod behind;
mod beside;
mod carried;
mod clause_before;
mod sentence;
mod standing;

use crate::concordance::Places;
use crate::report::Kind;
use crate::span::Span;

use clause_before::Clause;
use standing::Standing;

pub(crate) use crate::clause::object::Named;
pub(crate) use beside::is_base;
pub(crate) use sentence::{Before, Sentence, is_member};

/// Where a number stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) text: &'a str,
    /// The watched characters of the line.
    pub(crate) places: Places<'a>,
    /// The line, or as much of it as is one paragraph.
    pub(crate) line: Span,
    /// Where the number begins, or the hedge before it.
    pub(crate) start: usize,
    /// Where the unit ends, or the hedge behind it.
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// The unit counts doings: 次, 人次.
    pub(crate) doing: bool,
    /// Whether there is a unit that a noun may follow.
    pub(crate) unit: bool,
    pub(crate) unit_words: &'a str,
    /// The place of the report, which a clause may begin with.
    pub(crate) town: &'a str,
}

/// A rule that needs no more than where the number stands.
type Beside = fn(&Standing<'_>) -> Option<Named>;

/// What stands right beside the number settles these, before its clause is read.
const BESIDE: [Beside; 7] = [
    beside::both_ends,
    beside::base,
    beside::each_in_brackets,
    beside::target_in_brackets,
    beside::part_in_brackets,
    beside::lasting,
    beside::all_of_the_list,
];

/// A rule that needs what the clause before names.
type WithClause = fn(&Standing<'_>, &Clause) -> Option<Named>;

/// Where no noun stands right behind the number.
const WITHOUT_NOUN: [WithClause; 11] = [
    behind::became,
    behind::share_of_the_whole,
    behind::joined,
    behind::share_at_start,
    behind::of_both,
    clause_before::invested,
    clause_before::provided,
    behind::share_of_doing,
    behind::what_they_did,
    behind::what_the_body_did,
    clause_before::named,
];

/// Names what the number at `place` counts; `line` are the figures before it. Empty where nothing names it.
pub(crate) fn name(place: &Place<'_>, line: &Sentence<'_>) -> Named {
    let standing = Standing::of(place, line);
    if let Some(named) = BESIDE.iter().find_map(|rule| rule(&standing)) {
        return named;
    }
    let mut clause = standing.clause();
    let noun = behind::noun(&standing, &clause);
    if noun.is_none()
        && let Clause::Nothing = clause
    {
        if let Some(label) = clause_before::labelled(&standing) {
            clause = Clause::This(label);
        } else if let Some(measure) = clause_before::measure_before(&standing) {
            return measure;
        }
    }
    if let Some(measure) = clause_before::measure_of_money(&standing, &clause) {
        return measure;
    }
    match noun {
        Some(noun) => Named { action: standing.action(&clause), ..Named::just(noun) },
        None => WITHOUT_NOUN
            .iter()
            .find_map(|rule| rule(&standing, &clause))
            .unwrap_or_else(|| carried::named(&standing, &clause)),
    }
}
