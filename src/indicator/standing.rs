//! Where a number's own words begin, behind the figure before it and what that counts.

use super::Place;
use super::clause_before::{Clause, clause_before};
use super::sentence::{Before, Sentence};
use crate::chars::{is_han, is_opening, step_back, step_on};
use crate::clause::clause_start;
use crate::clause::edge::begins_word;
use crate::report::Kind;
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::vocabulary::VERBS;

/// A number, the figures before it and the words that are its own.
pub(super) struct Standing<'a> {
    pub(super) place: &'a Place<'a>,
    pub(super) line: &'a Sentence<'a>,
    /// The figure before it in its sentence.
    pub(super) previous: Option<Before<'a>>,
    /// Where its own words begin.
    pub(super) from: usize,
}

impl<'a> Standing<'a> {
    pub(super) fn of(place: &'a Place<'a>, line: &'a Sentence<'a>) -> Standing<'a> {
        let previous = line.figures().last().copied();
        let clause = clause_start(place.text, place.places, place.line, place.start);
        let from = previous.map_or(clause, |previous| behind_figure(place, previous, clause));
        Standing { place, line, previous, from: from.min(place.start) }
    }

    /// The number's own words, up to it.
    pub(super) fn words(&self) -> &'a str {
        &self.place.text[self.from..self.place.start]
    }

    /// What they name.
    pub(super) fn clause(&self) -> Clause {
        clause_before(self.place, self.from, self.place.start)
    }

    /// The verb that governs a noun behind the number.
    pub(super) fn action(&self, clause: &Clause) -> Option<Span> {
        match clause {
            Clause::This(named) | Clause::Doing(named) => named.action,
            // 开展|9场宣讲.
            Clause::Nothing => {
                let verb = Span::new(step_back(self.place.text, self.place.start, 2), self.place.start);
                VERBS.longest(&self.place.text[verb]).is_some().then_some(verb)
            }
        }
    }
}

/// Where the words of a clause that begins at byte `clause` are behind the figure before, and behind what that counts:
/// 4个乡镇|仅有专干1人.
fn behind_figure(place: &Place<'_>, previous: Before<'_>, clause: usize) -> usize {
    let text = place.text;
    let mut from = clause.max(previous.end);
    // 3619万元（捐赠收入）、|存量资金7716万元: what the figure before is of, in a note.
    from = from.max(behind_note(text, previous.end, place.start));
    // 案件977件|中|直接纠错236件.
    if text[from..].starts_with('中') && from == previous.end && !begins_word(&text[from..], "中") {
        from += '中'.len_utf8();
    }
    // 突破3000亿元|大关、是五年前的4.2倍.
    from += text[from..].start_among(words!("台阶 大关 关口 门槛")).map_or(0, str::len);
    let noun = previous.named.indicator;
    if noun.start as usize == previous.end && noun.end as usize <= place.start {
        from = from.max(noun.end as usize);
        // 48万人口|中|劳动力14万.
        if from == noun.end as usize && text[from..].starts_of(set!("中里")) {
            from += '中'.len_utf8();
        }
    }
    // 3岁以下|婴幼儿托位, 10亿元以上|产业项目: the number before says which.
    let which = text[..previous.end].ends_with_any(words!("以下 以上"));
    if which
        && !place.doing
        && place.kind != Kind::Percent
        && text[previous.end..].starts_if(&|ch| is_han(ch) && ch != '的')
        && from == previous.end
    {
        from = previous.start;
    }
    from
}

/// The byte behind a note in brackets that stands right behind byte `at`, a figure's end, where no number is in it.
fn behind_note(text: &str, at: usize, end: usize) -> usize {
    let words = &text[at.min(end)..end];
    words
        .strip_start_of(set!("（("))
        .and_then(|note| note.find_of(set!("）)")).map(|close| (note, close)))
        .filter(|(note, close)| !note[..*close].chars().any(is_opening))
        .map_or(at, |(note, close)| step_on(text, end - note.len() + close, 1))
}
