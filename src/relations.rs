//! Figures that the text ties together: parts of a whole, and rates with what they were made from.
//!
//! A relation is stated only where words tie the figures (其中, 合计, 其余, 率, 占) and their units agree; where it is
//! unsure which figures belong together, nothing is said.

use crate::chars::{has_word, is_comma, is_sentence_stop};
use crate::compose::compose;
use crate::decimal::Decimal;
use crate::report::{Bound, Figure, Kind, Relation, Terms, Verdict};
use crate::search::Search;
use crate::work;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// How many figures back a total or a denominator is looked for.
const REACH: usize = 8;

/// How many parts a whole can have.
const MOST_PARTS: usize = 24;

/// Words that begin the parts of the figure before.
const OPENINGS: [&str; 7] = ["其中", "包括", "分为", "分别为", "分别是", "：", ":"];

/// Words before a total that closes its parts.
const CLOSINGS: &str = "合计 总计 共计 总数为 总数达 总共";

/// Words before the last part of a whole: what is left over.
const REMAINDERS: &str = "其余 剩余 其他 其它 结余 不予 未 尚有";

/// The relations among `figures` of `text`, in reading order of their first figure's place.
pub(crate) fn find<'t>(text: &'t str, figures: &[Figure<'t>]) -> Vec<Relation<'t>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < figures.len() {
        let found = opened_sum(text, figures, at)
            .or_else(|| closed_sum(text, figures, at))
            .or_else(|| remainder_sum(text, figures, at));
        if let Some((total, parts, holds)) = found {
            let last = parts.iter().copied().max().unwrap_or(at).max(total);
            let calculation = addition(text, figures, &parts, total, holds);
            let parts = parts.iter().map(|part| *part as u32).collect();
            out.push(relation(Terms::Sum { total: total as u32, parts }, holds, calculation));
            // Rates inside the run are still read below.
            for rate in at..=last {
                out.extend(self::rate(text, figures, rate));
            }
            at = last + 1;
            continue;
        }
        out.extend(rate(text, figures, at));
        at += 1;
    }
    out
}

/// The text between two figures.
fn between<'t>(text: &'t str, figures: &[Figure<'_>], before: usize, behind: usize) -> &'t str {
    let (from, to) = (figures[before].span.end as usize, figures[behind].span.start as usize);
    work::done(to.saturating_sub(from));
    text.get(from..to).unwrap_or_default()
}

/// Whether both count the same: one unit, exact values.
fn same_unit(a: &Figure<'_>, b: &Figure<'_>) -> bool {
    a.kind == b.kind && a.unit == b.unit
}

/// Whether a figure can be a whole or a part of one.
fn can_add(figure: &Figure<'_>) -> bool {
    figure.upper.is_none()
        && figure.change.is_none()
        && !matches!(figure.kind, Kind::Percent | Kind::Multiple | Kind::Duration)
}

/// The figures from `first` on that can be parts, up to the end of the sentence or the first of another unit.
fn parts_from(text: &str, figures: &[Figure<'_>], first: usize) -> Vec<usize> {
    let mut parts = Vec::new();
    let mut last = first;
    for place in first..figures.len().min(first + 2 * MOST_PARTS) {
        let words = between(text, figures, last, place);
        // A new sentence ends the list; ； only parts its members.
        if place > first && (words.has_of("。！？") || words.chars().count() > 60) {
            break;
        }
        let figure = &figures[place];
        if can_add(figure) && same_unit(figure, &figures[first]) {
            parts.push(place);
        } else if can_add(figure) && !has_word(words, "；") {
            break;
        }
        last = place;
        if parts.len() == MOST_PARTS {
            break;
        }
    }
    parts
}

fn sum(figures: &[Figure<'_>], parts: &[usize]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(figures[*part].value))
}

/// `186宗，其中A 92宗、B 58宗、C 36宗`: `at` is the first part.
fn opened_sum(text: &str, figures: &[Figure<'_>], at: usize) -> Option<(usize, Vec<usize>, bool)> {
    let before = at.checked_sub(1)?;
    let words = between(text, figures, before, at);
    let opening = OPENINGS.iter().find(|opening| has_word(words, opening))?;
    if words.chars().count() > 40 || !can_add(&figures[at]) {
        return None;
    }
    // The whole stands in this sentence or the one before; growth and rates may stand between.
    let wholes = (at.saturating_sub(REACH)..at)
        .rev()
        .filter(|place| can_add(&figures[*place]) && same_unit(&figures[*place], &figures[at]));
    let wholes: Vec<usize> = wholes
        .take_while(|place| {
            text.get(figures[*place].span.end as usize..figures[at].span.start as usize).is_some_and(|words| {
                words.matches('。').count() <= 1 && !has_word(words, "\n") || words.chars().count() < 20
            })
        })
        .take(3)
        .collect();
    let parts = parts_from(text, figures, at);
    for whole in &wholes {
        for count in (2..=parts.len()).rev() {
            if sum(figures, &parts[..count])? == figures[*whole].value {
                return Some((*whole, parts[..count].to_vec(), true));
            }
        }
    }
    // A sum that fails is told only where the parts must make the whole: the list is closed.
    let whole = *wholes.first()?;
    let closed = matches!(*opening, "分为" | "分别为" | "分别是")
        || parts.last().is_some_and(|last| is_remainder(text, figures, *last));
    // Parts that come within three per cent of the whole plainly mean to cover it.
    let (made, stated) = (sum(figures, &parts)?.to_f64(), figures[whole].value.to_f64());
    let covers = (made - stated).abs() <= stated * 0.03;
    let exact = parts.iter().chain([&whole]).all(|place| figures[*place].bound == Bound::Exact);
    ((closed || covers) && exact && parts.len() >= 2 && whole + 1 == at).then_some((whole, parts, false))
}

/// Whether words such as 其他 stand right before a figure.
fn is_remainder(text: &str, figures: &[Figure<'_>], place: usize) -> bool {
    let Some(before) = place.checked_sub(1) else { return false };
    let words = between(text, figures, before, place);
    let words = words.rsplit(|ch| is_sentence_stop(ch) || is_comma(ch)).next().unwrap_or_default();
    words.starts_with_any(REMAINDERS)
}

/// `386万亩，改造94万亩，合计480万亩`: `at` is the total.
fn closed_sum(text: &str, figures: &[Figure<'_>], at: usize) -> Option<(usize, Vec<usize>, bool)> {
    let before = at.checked_sub(1)?;
    let words = between(text, figures, before, at).trim_end_of("为达到约");
    if !words.ends_with_any(CLOSINGS) || !can_add(&figures[at]) {
        return None;
    }
    let mut parts = Vec::new();
    for place in (at.saturating_sub(MOST_PARTS)..at).rev() {
        if between(text, figures, place, place + 1).has_of("。！？\n") {
            break;
        }
        if can_add(&figures[place]) && same_unit(&figures[place], &figures[at]) {
            parts.insert(0, place);
            if parts.len() >= 2 && sum(figures, &parts)? == figures[at].value {
                return Some((at, parts, true));
            }
        }
    }
    None
}

/// `反馈问题87个，已整改81个，其余6个`: `at` is the remainder.
fn remainder_sum(text: &str, figures: &[Figure<'_>], at: usize) -> Option<(usize, Vec<usize>, bool)> {
    if !can_add(&figures[at]) || !is_remainder(text, figures, at) {
        return None;
    }
    let mut parts = alloc::vec![at];
    for place in (at.saturating_sub(REACH)..at).rev() {
        if between(text, figures, place, place + 1).has_of("。！？\n") {
            break;
        }
        if !can_add(&figures[place]) || !same_unit(&figures[place], &figures[at]) {
            continue;
        }
        if parts.len() >= 2 && sum(figures, &parts)? == figures[place].value {
            return Some((place, parts, true));
        }
        parts.insert(0, place);
    }
    None
}

/// The rate at `at` with its numerator and denominator.
fn rate<'t>(text: &'t str, figures: &[Figure<'t>], at: usize) -> Option<Relation<'t>> {
    let rate = &figures[at];
    if rate.kind != Kind::Percent
        || rate.change.is_some()
        || rate.upper.is_some()
        || rate.unit.as_deref().is_some_and(|unit| has_word(unit, "点"))
    {
        return None;
    }
    let before = at.checked_sub(1)?;
    let words = between(text, figures, before, at);
    let clause = words.rsplit(|ch| is_sentence_stop(ch) || matches!(ch, '，' | ',')).next().unwrap_or_default();
    let stated = clause.has_any("率 占 为预算 为年 为调整预算") || rate.indicator.ends_with('率');
    if !stated {
        return None;
    }
    // Figures of this sentence, the nearest first; a share may be one of a whole in a sentence before.
    let share = has_word(clause, "占");
    let mut near: Vec<usize> = Vec::new();
    for place in (at.saturating_sub(REACH)..at).rev() {
        let words = between(text, figures, place, place + 1);
        if has_word(words, "\n") || !share && words.has_of("。！？") {
            break;
        }
        if figures[place].upper.is_none()
            && figures[place].change.is_none()
            && !matches!(figures[place].kind, Kind::Percent | Kind::Multiple | Kind::Duration)
        {
            near.push(place);
        }
    }
    // Of round and hedged rates many pairs could be the makers: only the figure right before one is.
    let loose = rate.bound != Bound::Exact || rate.value == Decimal::from(100);
    for (rank, numerator) in near.iter().enumerate().take(if loose { 1 } else { REACH }) {
        let others = near[rank + 1..].iter().chain(&near[..rank]);
        for denominator in others.filter(|other| same_unit(&figures[**other], &figures[*numerator])) {
            let (above, below) = (figures[*numerator].value, figures[*denominator].value);
            // A share is made of two figures near by; further away an agreement may be chance.
            if above.to_f64() <= below.to_f64() * 3.0 && agrees(rate, above, below) {
                return Some(quotient(text, figures, [at, *numerator, *denominator], true));
            }
        }
    }
    // A rate that fails is told only where its own words name the numerator: 办结418件 … 办结率.
    let stem = rate.indicator.strip_suffix('率').filter(|stem| !stem.is_empty())?;
    let (numerator, denominator) = (*near.first()?, *near.get(1)?);
    let (above, below) = (&figures[numerator], &figures[denominator]);
    let clause_of = |place: usize| place.checked_sub(1).map_or("", |before| between(text, figures, before, place));
    let named = [2usize, 4].iter().any(|length| {
        let from = crate::chars::step_back(stem, stem.len(), *length);
        has_word(clause_of(numerator), &stem[from..]) && stem[from..].chars().count() >= 2
    });
    let exact = [above, below, rate].iter().all(|figure| figure.bound == Bound::Exact);
    let whole = above.value.to_f64() <= below.value.to_f64() && same_unit(above, below);
    (named && exact && whole).then(|| quotient(text, figures, [at, numerator, denominator], false))
}

fn relation<'t>(terms: Terms, holds: bool, calculation: String) -> Relation<'t> {
    let verdict = if holds { Verdict::Agrees } else { Verdict::Disagrees };
    Relation { terms, verdict, calculation: Cow::Owned(calculation), slip: None }
}

/// `92宗＋58宗＋36宗＝186宗`
fn addition(text: &str, figures: &[Figure<'_>], parts: &[usize], total: usize, holds: bool) -> String {
    let words = |place: usize| &text[figures[place].span];
    let list: Vec<&str> = parts.iter().map(|part| words(*part)).collect();
    let mut out = compose!(list.join("＋"), "＝");
    if !holds {
        let sum = sum(figures, parts).map(|sum| compose!(sum));
        out += &compose!(sum, "，总数写作");
    }
    out + words(total)
}

fn quotient<'t>(
    text: &str,
    figures: &[Figure<'_>],
    [rate, numerator, denominator]: [usize; 3],
    holds: bool,
) -> Relation<'t> {
    let words = |place: usize| &text[figures[place].span];
    let sign = if holds { "＝" } else { "≠" };
    let calculation = compose!(words(numerator), "÷", words(denominator), sign, words(rate));
    let terms = Terms::Rate { rate: rate as u32, numerator: numerator as u32, denominator: denominator as u32 };
    relation(terms, holds, calculation)
}

/// Whether the stated rate is `above / below`, rounded or cut at the precision stated (GB/T 8170-2008).
fn agrees(rate: &Figure<'_>, above: Decimal, below: Decimal) -> bool {
    let per = match rate.unit.as_deref() {
        Some("‰") => 1000.0,
        Some("成") => 10.0,
        _ => 100.0,
    };
    if below == Decimal::ZERO {
        return false;
    }
    let quotient = above.to_f64() / below.to_f64() * per;
    let stated = rate.value.to_f64();
    match rate.bound {
        Bound::AtLeast | Bound::MoreThan => return quotient >= stated && quotient < stated + per / 50.0,
        Bound::AtMost | Bound::LessThan => return quotient <= stated && quotient > stated - per / 50.0,
        Bound::Exact | Bound::About => {}
    }
    // 100% is said only of equals.
    if stated >= per || above == below {
        return stated == per && above == below || stated > per && (quotient - stated).abs() <= half_unit(rate.value);
    }
    let half = half_unit(rate.value);
    let slack = half * 1e-9;
    // Rounded: within half a unit of the last digit. Cut: up to a whole unit above.
    quotient >= stated - half - slack && quotient < stated + 2.0 * half - slack.min(half)
}

/// Half a unit of the last digit that is stated.
fn half_unit(value: Decimal) -> f64 {
    let mut unit = 0.5;
    let places = value.exponent();
    for _ in 0..places.unsigned_abs() {
        if places < 0 { unit /= 10.0 } else { unit *= 10.0 }
    }
    unit
}
