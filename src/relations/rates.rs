//! Rates with what they were made from: 办结率, 占…的, 完成目标…的, and shares of a whole.

use super::amount::{half_unit, interval, rounded};
use super::ledger::Ledger;
use super::slip;
use super::sums::Wholes;
use crate::chars::{has_word, step_back};
use crate::compose::compose;
use crate::decimal::Decimal;
use crate::report::{Bound, Figure, Kind, Relation, Terms, Verdict};
use crate::search::{Search, set, words};
use alloc::vec::Vec;

/// Finds the rates.
pub(super) fn find<'t>(ledger: &Ledger<'_, 't>, wholes: &Wholes, out: &mut Vec<Relation<'t>>) {
    for at in 0..ledger.figures.len() {
        if is_rate(&ledger.figures[at]) {
            let found = of_stated_whole(ledger, at)
                .or_else(|| in_brackets(ledger, at))
                .or_else(|| made_before(ledger, wholes, at))
                .or_else(|| made_behind(ledger, at));
            out.extend(found.map(|rate| rate.relation(ledger)));
        }
    }
}

fn is_rate(figure: &Figure<'_>) -> bool {
    figure.kind == Kind::Percent && figure.change.is_none() && figure.upper.is_none() && !figure.is_points()
}

struct Rate {
    rate: usize,
    numerator: usize,
    denominator: usize,
    verdict: Verdict,
}

impl Rate {
    fn relation<'t>(self, ledger: &Ledger<'_, 't>) -> Relation<'t> {
        let Rate { rate, numerator, denominator, verdict } = self;
        let sign = match verdict {
            Verdict::Agrees => "＝",
            Verdict::Doubtful => "，截尾为",
            _ => "≠",
        };
        let [above, below] = [numerator, denominator].map(|place| ledger.figures[place].value.to_f64());
        let made = above / below * per(&ledger.figures[rate]);
        let unit = ledger.figures[rate].unit.as_deref().unwrap_or_default();
        let stated = ledger.figures[rate].value;
        let exact = match verdict {
            Verdict::Agrees => Default::default(),
            // One digit more shows what was cut.
            Verdict::Doubtful => {
                compose!("＝", rounded(made, Decimal::new(1, stated.exponent().min(0).saturating_sub(1))), unit)
            }
            _ => compose!("＝", rounded(made, stated), unit),
        };
        let calculation =
            compose!(ledger.words(numerator), "÷", ledger.words(denominator), exact, sign, ledger.words(rate));
        let terms = Terms::Rate { rate: rate as u32, numerator: numerator as u32, denominator: denominator as u32 };
        super::relation(terms, verdict, calculation)
    }
}

/// `为预算11.50亿元的80.3%`, `占年度计划1.5亿元的108%`, `完成五年目标14%的63.6%`: the whole stands right before the rate.
fn of_stated_whole(ledger: &Ledger<'_, '_>, rate: usize) -> Option<Rate> {
    let denominator = rate.checked_sub(1)?;
    let between = ledger.before(rate);
    if !between.is_any(words!("的 的比重为 的比例为 的比重达 的比重达到"))
        || !ledger.lead(denominator).has_any(words!("为 占 完成 达"))
    {
        return None;
    }
    // Not what it grew by, nor what it is compared with, nor the whole of another rate.
    let numerator = (rate.saturating_sub(super::REACH)..denominator).rev().find(|place| {
        ledger.same_unit(*place, denominator)
            && ledger.same_sentence(*place, rate)
            && ledger.is_single(*place)
            && !ledger.lead(*place).starts_with_any(words!("比 较"))
            && !ledger.before(place + 1).starts_with('的')
    })?;
    let verdict = verdict(ledger, rate, numerator, denominator)?;
    // What is counted in another way (同口径) is not compared.
    (verdict != Verdict::Disagrees || is_slip(ledger, rate, numerator, denominator)).then_some(Rate {
        rate,
        numerator,
        denominator,
        verdict,
    })
}

/// `96.3%（应检189家，实检182家）`: what it was made from stands in brackets behind it.
fn in_brackets(ledger: &Ledger<'_, '_>, rate: usize) -> Option<Rate> {
    let (first, second) = (rate + 1, rate + 2);
    ledger.figures.get(second)?;
    if !ledger.behind(rate).starts_of(set!("（("))
        || has_word(ledger.before(second), "）")
        || !ledger.same_unit(first, second)
    {
        return None;
    }
    let greater = ledger.figures[first].value.to_f64() >= ledger.figures[second].value.to_f64();
    let (numerator, denominator) = if greater { (second, first) } else { (first, second) };
    let verdict = verdict(ledger, rate, numerator, denominator)?;
    (verdict != Verdict::Disagrees).then_some(Rate { rate, numerator, denominator, verdict })
}

/// `受理200件，办结180件，办结率90%`; `办结180件，占90%`.
fn made_before(ledger: &Ledger<'_, '_>, wholes: &Wholes, rate: usize) -> Option<Rate> {
    let figure = &ledger.figures[rate];
    let clause = ledger.lead(rate);
    if !clause.has_any(words!("率 占 为预算 为年 为调整预算")) && !ledger.name(rate).ends_with('率') {
        return None;
    }
    // A share may be one of a whole in a sentence before.
    let share = has_word(clause, "占");
    // The whole of a rate may stand a sentence before where the rate's own words name the part: not that of a ‰, whose
    // whole is an average, nor of 100%, which agrees with any two equal numbers.
    let loose = figure.bound != Bound::Exact || figure.value.to_f64() == per(figure);
    let reach = if share { 2 } else { u32::from(!loose && per(figure) == 100.0) };
    let mut near = Vec::with_capacity(super::REACH);
    near.extend(
        (rate.saturating_sub(super::REACH)..rate)
            .rev()
            .take_while(|place| ledger.sentences(*place, rate).is_some_and(|between| between <= reach))
            .filter(|place| can_make(ledger, *place)),
    );
    let (first, rest) = near.split_first()?;
    // Of round and hedged rates many pairs could be the makers: only the figure right before one is.
    let numerators: &[usize] = if loose { &near[..1] } else { &near };
    for numerator in numerators {
        // The whole that it is a part of comes first; then what is no part of anything.
        let whole = wholes[*numerator];
        let others = near.iter().filter(|each| *each != numerator);
        let wholes_first = whole.into_iter().chain(others.clone().copied().filter(|each| wholes[*each].is_none()));
        for denominator in wholes_first.chain(others.copied().filter(|each| wholes[*each].is_some())) {
            if !ledger.same_unit(denominator, *numerator) {
                continue;
            }
            let (above, below) = (value(ledger, *numerator), value(ledger, denominator));
            // A share is made of two figures near by; further away an agreement may be chance.
            let together = share || ledger.same_sentence(*numerator, rate) && ledger.same_sentence(denominator, rate);
            let named = || ledger.same_sentence(*numerator, rate) && names(ledger, rate, *numerator);
            if above <= below * 3.0
                && (together || named())
                && let Some(verdict @ (Verdict::Agrees | Verdict::Doubtful)) =
                    verdict(ledger, rate, *numerator, denominator)
            {
                return Some(Rate { rate, numerator: *numerator, denominator, verdict });
            }
        }
    }
    if share {
        return failing_share(ledger, wholes, &near, rate);
    }
    let rest: Vec<usize> =
        rest.iter().copied().filter(|place| ledger.same_unit(*place, *first)).chain(rest.iter().copied()).collect();
    // Of unlike things only where the rate's own words name the numerator: 筛查31200人，检出63例，检出率2‰.
    let denominator = *rest.first()?;
    // One part of several, or the same done with two things, is not measured against the figure before it.
    let apart = wholes[*first].is_some() || in_note(ledger, denominator) || same_deed(ledger, *first, denominator);
    if !names(ledger, rate, *first) || !ledger.same_sentence(denominator, rate) {
        return None;
    }
    let verdict = verdict(ledger, rate, *first, denominator)?;
    let found = Rate { rate, numerator: *first, denominator, verdict };
    if verdict != Verdict::Disagrees {
        return Some(found);
    }
    // A rate that fails is told where the same things are counted, the part no more than the whole, or done against a plan.
    let planned =
        has_word(ledger.name(rate), "完成") && ledger.before(denominator).has_any(words!("计划 目标 任务 应"));
    let swapped = || {
        // A part above its whole, and a rate below one: two digits were swapped, or the two have no such tie.
        let [a, b] = [*first, denominator].map(|place| ledger.figures[place].value);
        let goes = |above: f64, below: f64| {
            (above / below * per(figure) - figure.value.to_f64()).abs() <= 2.0 * half_unit(figure.value)
        };
        slip::swaps(a).any(|above| goes(above, b.to_f64())) || slip::swaps(b).any(|below| goes(a.to_f64(), below))
    };
    // 排查隐患56处，已整改64处: what was done of the amount right before it.
    let done =
        *first + 1 == rate && denominator + 1 == *first && ledger.lead(*first).starts_with_any(words!("已 实际"));
    if apart {
        return None;
    }
    let whole = planned || done || value(ledger, *first) <= value(ledger, denominator) || swapped();
    let told = whole && ledger.same_unit(*first, denominator) && !is_of_kind(ledger, rate, *first, denominator);
    (told && is_slip(ledger, rate, *first, denominator)).then_some(found)
}

/// Whether a figure stands in brackets: 不起诉65人（含和解后不起诉9人）.
fn in_note(ledger: &Ledger<'_, '_>, place: usize) -> bool {
    ledger.before(place).rfind_of(set!("（()）")).is_some_and(|at| ledger.before(place)[at..].starts_of(set!("（(")))
}

/// Whether one thing was done with both: 问题已完成整改150项，重大隐患已完成整改22项.
fn same_deed(ledger: &Ledger<'_, '_>, a: usize, b: usize) -> bool {
    let (a, b) = (&ledger.figures[a], &ledger.figures[b]);
    a.indicator == b.indicator && a.action.is_some() && a.action == b.action
}

/// Whether the rate's own words name what it was made from: 办结率 with 办结180件.
fn names(ledger: &Ledger<'_, '_>, rate: usize, place: usize) -> bool {
    let stem = ledger.name(rate).strip_suffix('率').unwrap_or_default();
    [2usize, 4].iter().any(|length| {
        let from = step_back(stem, stem.len(), *length);
        stem[from..].chars().count() >= 2 && has_word(ledger.before(place), &stem[from..])
    })
}

/// `…，微信公众号占比17.6%`: the share of a part that is named so, of the whole that it is a part of.
fn failing_share(ledger: &Ledger<'_, '_>, wholes: &Wholes, near: &[usize], rate: usize) -> Option<Rate> {
    let name = ledger.lead(rate);
    let name = &name[..name.find_of(set!("占"))?];
    // 其中一线人员79人，占62.7%: right behind the part it is the share of that part.
    let behind =
        |place: usize| name.is_empty() && place + 1 == rate && ledger.lead(rate).is_any(words!("占 占比 占比为"));
    let named = |place: usize| !name.is_empty() && ledger.name(place).ends_with(name);
    let numerator = *near.iter().find(|place| behind(**place) || named(**place))?;
    let denominator = wholes[numerator]?;
    let verdict = verdict(ledger, rate, numerator, denominator)?;
    let told = verdict != Verdict::Disagrees || is_slip(ledger, rate, numerator, denominator);
    (told && exact(ledger, [rate, numerator, denominator])).then_some(Rate { rate, numerator, denominator, verdict })
}

/// `化解率99%，200件交办件已办结199件`: the makers follow; told only where they agree and the clause names what the rate is of.
fn made_behind(ledger: &Ledger<'_, '_>, rate: usize) -> Option<Rate> {
    let (denominator, numerator) = (rate + 1, rate + 2);
    ledger.figures.get(numerator)?;
    let figure = &ledger.figures[rate];
    let named = ledger.name(rate).ends_with('率') && ledger.before(numerator).has_any(words!("已 其中 完成 办结 实"));
    if !named || !ledger.same_sentence(rate, numerator) || !ledger.same_unit(denominator, numerator) {
        return None;
    }
    if !can_make(ledger, denominator) || !can_make(ledger, numerator) || is_rated(ledger, numerator) {
        return None;
    }
    let verdict = verdict(ledger, rate, numerator, denominator)?;
    let loose = figure.value.to_f64() == per(figure) || value(ledger, denominator) < 10.0;
    (verdict != Verdict::Disagrees && !loose).then_some(Rate { rate, numerator, denominator, verdict })
}

/// Whether a rate of its own follows a figure.
fn is_rated(ledger: &Ledger<'_, '_>, place: usize) -> bool {
    ledger.figures.get(place + 1).is_some_and(is_rate) && ledger.same_sentence(place, place + 1)
}

/// What a rate can be made from: an amount, or a length of time that is counted (优良天数321天).
fn can_make(ledger: &Ledger<'_, '_>, place: usize) -> bool {
    let figure = &ledger.figures[place];
    ledger.is_amount(place)
        || figure.kind == Kind::Duration && figure.upper.is_none() && has_word(&figure.indicator, "数")
}

fn value(ledger: &Ledger<'_, '_>, place: usize) -> f64 {
    ledger.figures[place].value.to_f64()
}

fn exact(ledger: &Ledger<'_, '_>, places: [usize; 3]) -> bool {
    places.iter().all(|place| ledger.is_exact(*place))
}

/// Whether the rate is that of a kind of what was counted, by a name that the two numbers do not have: 审判案件结案率 behind
/// 受理案件10008件，结案9127件.
fn is_of_kind(ledger: &Ledger<'_, '_>, rate: usize, numerator: usize, denominator: usize) -> bool {
    let name = ledger.name(rate).strip_suffix('率').unwrap_or_default();
    let Some((end, _)) = name.char_indices().nth(2).filter(|_| name.chars().nth(4).is_some()) else { return false };
    !has_word(ledger.before(numerator), &name[..end]) && !has_word(ledger.before(denominator), &name[..end])
}

/// Whether a rate that fails may be a slip of the pen, and not one of other numbers: all three are exact, and it comes near the
/// quotient, or one digit is wrong, or two are swapped.
fn is_slip(ledger: &Ledger<'_, '_>, rate: usize, numerator: usize, denominator: usize) -> bool {
    let [stated, above, below] = [rate, numerator, denominator].map(|place| ledger.figures[place].value);
    let (per, half) = (per(&ledger.figures[rate]), half_unit(stated) * 1.000_001);
    let goes = |stated: f64, above: f64, below: f64| below > 0.0 && (above / below * per - stated).abs() <= half;
    let [r, a, b] = [stated, above, below].map(Decimal::to_f64);
    // 审减率: of what was sent, which is what was left and what was taken off.
    let of_both = goes(r, a, a + b);
    let near = || (a / b * per - r).abs() <= r * 0.05;
    let slipped = || {
        slip::neighbours(stated).any(|r| goes(r, a, b))
            || slip::neighbours(above).any(|a| goes(r, a, b))
            || slip::neighbours(below).any(|b| goes(r, a, b))
    };
    exact(ledger, [rate, numerator, denominator]) && !of_both && (near() || slipped())
}

/// What a whole is called in the unit of a rate.
fn per(rate: &Figure<'_>) -> f64 {
    match rate.unit.as_deref() {
        Some("‰") => 1000.0,
        Some("成") => 10.0,
        _ => 100.0,
    }
}

/// Whether the stated rate is the quotient at the precision stated: rounded half up or half to even it agrees, cut it is
/// doubtful (GB/T 8170-2008, 3.2).
fn verdict(ledger: &Ledger<'_, '_>, rate: usize, numerator: usize, denominator: usize) -> Option<Verdict> {
    let (rate, above, below) = (&ledger.figures[rate], &ledger.figures[numerator], &ledger.figures[denominator]);
    let per = per(rate);
    if below.value.to_f64() <= 0.0 {
        return None;
    }
    let quotient = above.value.to_f64() / below.value.to_f64() * per;
    let stated = rate.value.to_f64();
    match rate.bound {
        Bound::AtLeast | Bound::MoreThan => {
            let fits = quotient >= stated && quotient < stated + per / 50.0;
            return Some(if fits { Verdict::Agrees } else { Verdict::Disagrees });
        }
        Bound::AtMost | Bound::LessThan => {
            let fits = quotient <= stated && quotient > stated - per / 50.0;
            return Some(if fits { Verdict::Agrees } else { Verdict::Disagrees });
        }
        Bound::Exact | Bound::About => {}
    }
    // 100% is said only of equals.
    if stated == per {
        return Some(if above.value.to_f64() == below.value.to_f64() { Verdict::Agrees } else { Verdict::Disagrees });
    }
    let half = half_unit(rate.value);
    let float = half * 1e-9;
    // What was made from rounded amounts may differ by what their rounding leaves open.
    let (low, high) = (
        interval(above).0 / interval(below).1 * per,
        interval(above).1 / interval(below).0.max(f64::MIN_POSITIVE) * per,
    );
    let off = quotient - stated;
    // A tie goes up, or to the even digit.
    let tie = (off - half).abs() <= float && rate.value.coefficient() % 2 == 1;
    let is_rounded = off.abs() <= half + float && !tie;
    let open = high - low > quotient * 1e-9 && low <= stated + half && stated - half <= high;
    // Where rounding leaves more open than the rate's last digit, nothing can be said: 3.5亿元 of 4.4亿元 may be 77.8%.
    let tight = quotient - low < 2.0 * half;
    if open && !is_rounded && !tight {
        return None;
    }
    // 占四成 is seldom meant to the last digit.
    if per == 10.0 && !is_rounded {
        return None;
    }
    Some(if is_rounded || open {
        Verdict::Agrees
    } else if quotient > stated && quotient < stated + 2.0 * half - float.min(half) {
        Verdict::Doubtful
    } else {
        Verdict::Disagrees
    })
}
