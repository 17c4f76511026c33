//! What is counted, in the report's own words, and the verb that governs it.
//!
//! The noun behind the number wins (23名在编干部); else the object of the clause's verb before it (开展集中学习35次),
//! else the clause's subject (应诉率为100%). Where a clause names nothing, the one before it does.

use crate::chars::{before, has_word, is_comma, is_letter, is_opening, is_sentence_stop, is_space, step_back, step_on};
use crate::clause::{self, REACH, clause_start, verb_at};
use crate::noun_phrase::{begins_predicate, noun_phrase};
use crate::report::Kind;
use crate::span::Span;
use crate::vocabulary::{VERBS, Verb};

/// What was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// What is counted; empty where nothing names it.
    pub(crate) indicator: Span,
    pub(crate) action: Option<Span>,
}

impl Named {
    fn nothing(at: usize) -> Named {
        Named { indicator: Span::new(at, at), action: None }
    }
}

/// Where a number stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) text: &'a str,
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

/// What the words behind the number name.
fn behind(place: &Place<'_>) -> Option<Span> {
    let text = place.text;
    let end = (place.line.end as usize).min(step_on(text, place.end, REACH));
    let words = text.get(place.end..end)?;
    let trimmed = words.trim_start_matches(is_space);
    if trimmed.len() < words.len() && words.len() - trimmed.len() > 2 {
        return None;
    }
    if begins_predicate(trimmed) {
        return None;
    }
    let length = noun_phrase(trimmed);
    let phrase = trimmed[..length].trim_end_matches(|ch| is_space(ch) || is_comma(ch) || ch == '等');
    // A clause with a verb at its start names its last noun: 具有资格的|人员.
    let verb_first = VERBS.longest(phrase).is_some_and(|(word, verb)| verb == Verb::Strong && word.chars().count() > 1);
    let from = phrase.rfind('的').filter(|_| verb_first).map_or(0, |at| at + '的'.len_utf8());
    let kept = &phrase[from..];
    let han = kept.chars().filter(|ch| is_letter(*ch)).count();
    if han == 0 || kept.chars().count() > 40 {
        return None;
    }
    let start = place.end + words.len() - trimmed.len() + from;
    Some(Span::new(start, start + kept.len()))
}

/// What a clause names.
enum Clause {
    /// Nothing: the number is another value of what the figure before it counts.
    Nothing,
    /// Only a doing, whose object is the one of the clause before: 已整改81个.
    Doing(Named),
    /// This.
    This(Named),
}

/// What the clause before byte `at` names, the number not counted.
fn clause_before(place: &Place<'_>, from: usize, at: usize) -> Clause {
    let Some(words) = clause::naming_words(&place.text[from..at], place.town) else { return Clause::Nothing };
    let (mut named, action) = clause::object(place.text, words, place.doing || place.kind == Kind::Percent);
    let kept = clause::strip_leads(&place.text[named], place.town);
    if !kept.is_empty() {
        named.start = named.end - kept.len() as u32;
    }
    let all = Named { indicator: named, action };
    match verb_at(words) {
        Some((length, _)) if length == words.len() && !place.doing => Clause::Doing(all),
        _ => Clause::This(all),
    }
}

/// What the figure before in the same sentence counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Before<'a> {
    pub(crate) named: Named,
    /// The end of its unit or hedge.
    pub(crate) end: usize,
    pub(crate) unit: &'a str,
}

/// Names what the number at `place` counts.
pub(crate) fn name(place: &Place<'_>, previous: Option<Before<'_>>) -> Named {
    let text = place.text;
    let mut from = clause_start(text, place.line, place.start);
    if let Some(previous) = previous {
        // The words of this clause behind the figure before it, and behind what that counts: 4个乡镇|仅有专干1人.
        from = from.max(previous.end);
        let noun = previous.named.indicator;
        if noun.start as usize == previous.end && noun.end as usize <= place.start {
            from = from.max(noun.end as usize);
        }
    }
    let from = from.min(place.start);
    let wants_noun = place.unit && !matches!(place.kind, Kind::Percent | Kind::Duration | Kind::Multiple);
    let after_number = if wants_noun { behind(place) } else { None };
    let clause = clause_before(place, from, place.start);
    if let Some(indicator) = after_number {
        let action = match clause {
            Clause::This(named) | Clause::Doing(named) => named.action,
            Clause::Nothing => None,
        };
        return Named { indicator, action };
    }
    let earlier = previous.filter(|previous| {
        let between = &text[previous.end..from.max(previous.end)];
        !previous.named.indicator.is_empty() && between.chars().count() <= 40
    });
    match (clause, earlier) {
        (Clause::This(named), _) => return named,
        // 已整改81个 says of the problems before it; 修改4件、废止3件 are members of a list and name themselves.
        (Clause::Doing(doing), Some(previous))
            if previous.unit == place.unit_words
                && !text[previous.end..].starts_with('、')
                && !has_word(&text[previous.end..from.max(previous.end)], "其中") =>
        {
            return Named { indicator: previous.named.indicator, action: doing.action };
        }
        (Clause::Doing(named), _) => return named,
        (Clause::Nothing, Some(previous)) => return previous.named,
        (Clause::Nothing, None) => {}
    }
    // 15%以上的案件.
    if place.kind == Kind::Percent && text[place.end..].starts_with('的') {
        let noun = Place { end: place.end + '的'.len_utf8(), ..*place };
        if let Some(indicator) = behind(&noun) {
            return Named { indicator, action: None };
        }
    }
    // 八成以上|行政村垃圾分类达标.
    if let Some(indicator) = Some(place).filter(|place| place.unit_words == "成").and_then(behind) {
        return Named { indicator, action: None };
    }
    let mut at = from;
    for _ in 0..2 {
        let stop = step_back(text, at, 1);
        if stop <= place.line.start as usize || before(text, at).is_none_or(|ch| is_sentence_stop(ch) || is_opening(ch))
        {
            break;
        }
        let earlier = clause_start(text, place.line, stop);
        if let Clause::This(named) | Clause::Doing(named) = clause_before(place, earlier, stop) {
            return named;
        }
        at = earlier;
    }
    Named::nothing(place.start)
}
