//! What stands right beside a number and settles what it counts before its clause is read.

use super::Named;
use super::behind::predicate_of;
use super::clause_before::{Clause, clause_before};
use super::standing::Standing;
use crate::chars::{digit, is_han, is_space, step_on};
use crate::clause::clause_start;
use crate::report::Kind;
use crate::search::{Search, set, words};
use crate::span::Span;

/// 由23类细化为31类: both ends are of one thing.
pub(super) fn both_ends(standing: &Standing<'_>) -> Option<Named> {
    let text = standing.place.text;
    let previous = standing.previous.filter(|previous| !previous.named.indicator.is_empty())?;
    let from = text[..previous.start].trim_end_if(&is_space).ends_of(set!("由从"));
    let between = text[previous.end..standing.place.start.max(previous.end)].trim_if(&is_space);
    let becomes = between.ends_of(set!("到至为成")) && between.chars().count() <= 4 && between.chars().all(is_han);
    (from && becomes).then_some(previous.named)
}

/// Whether the number that ends at byte `end` is what a share is of: 为预算85000万元的|94.3%.
pub(crate) fn is_base(text: &str, end: usize) -> bool {
    text[end..].strip_prefix('的').is_some_and(|rest| rest.starts_if(&|ch| digit(ch).is_some()))
}

/// What such a number is of.
pub(super) fn base(standing: &Standing<'_>) -> Option<Named> {
    let place = standing.place;
    if !is_base(place.text, place.end) {
        return None;
    }
    let base = standing.words().trim_start_of(set!(" ，,")).strip_start_any(words!("为 占 完成 相当于"))?;
    (base.chars().count() >= 2).then(|| Named::just(Span::new(place.start - base.len(), place.start)))
}

/// A number alone in brackets belongs to the words right before them: 比全省平均增幅（15.97%）高.
pub(super) fn each_in_brackets(standing: &Standing<'_>) -> Option<Named> {
    let place = standing.place;
    let text = place.text;
    let inside = text[..place.start].trim_end_if(&is_space);
    let end = inside.strip_end_of(set!("（("))?.len();
    let behind = text[place.end..].strip_start_of(set!("）)"))?;
    let from = clause_start(text, place.places, place.line, end);
    let from = if place.kind == Kind::Percent {
        if !text[..end].ends_with_any(words!("率 幅 速 比重 占比 比例 水平")) {
            return None;
        }
        text[from..end]
            .rfind_any(words!("比 较 于"))
            .filter(|at| !text[from + at..end].starts_with_any(words!("比重 比例 比率")))
            .map_or(from, |at| from + step_on(&text[from..], at, 1))
    } else {
        // 示范园（300万元）、种植基地（100万元）: each of a list with its own.
        let mark = text[from..end].rfind_of(set!("）)、")).map(|at| step_on(text, from + at, 1));
        let from = mark.unwrap_or(from);
        let listed = behind.starts_of(set!("、和及")) || text[..from].ends_of(set!("、和及"));
        if !listed || !place.unit || !text[..end].trim_end_if(&is_space).ends_if(&is_han) {
            return None;
        }
        from
    };
    match clause_before(place, from, end) {
        Clause::This(named) => Some(named),
        _ => None,
    }
}

/// 2030年的目标值（28%）: behind words that no figure of their own stands in.
pub(super) fn target_in_brackets(standing: &Standing<'_>) -> Option<Named> {
    let place = standing.place;
    let text = place.text;
    let open = text[..place.start].strip_end_of(set!("（("))?.len();
    let said = text[..open].ends_with_any(words!("值 数 额 量 目标 标准"));
    if !said || !text[place.end..].starts_of(set!("）)")) {
        return None;
    }
    let earlier = standing.previous.map_or(0, |previous| previous.end).min(open);
    let earlier = clause_start(text, place.places, place.line, open).max(earlier);
    match clause_before(place, earlier, open) {
        Clause::This(named) => Some(named),
        _ => None,
    }
}

/// 增值税（50%部分）3.06亿元: of what stands before the bracket.
pub(super) fn part_in_brackets(standing: &Standing<'_>) -> Option<Named> {
    let place = standing.place;
    let text = place.text;
    let previous = standing.previous?;
    let end = text[..previous.start].strip_end_of(set!("（("))?.len();
    let rest = text[previous.end..place.start.max(previous.end)].strip_prefix("部分")?;
    if !rest.trim_end_if(&is_space).is_any(words!("） )")) {
        return None;
    }
    match clause_before(place, clause_start(text, place.places, place.line, end), end) {
        Clause::This(named) => Some(named),
        _ => None,
    }
}

/// 连续8年|开展考核, 5年|过渡期: what went on so long.
pub(super) fn lasting(standing: &Standing<'_>) -> Option<Named> {
    let place = standing.place;
    if place.kind == Kind::Duration
        && let Some(period) =
            place.text[place.end..].start_among(words!("过渡期 建设期 试用期 保质期 服务期 周期 期限 工期"))
    {
        return Some(Named::just(Span::new(place.end, place.end + period.len())));
    }
    let lasts = place.kind == Kind::Duration && place.text[..place.start].ends_with("连续");
    if lasts { predicate_of(place).map(Named::just) } else { None }
}

/// 上年结余（0.09亿元）等|0.37亿元: the sum of a list that no words name.
pub(super) fn all_of_the_list(standing: &Standing<'_>) -> Option<Named> {
    let start = standing.place.start;
    let sum = standing.words().is_any(words!("）等 )等"));
    let sum = sum || standing.place.text[..standing.from].ends_of(set!("）)")) && standing.words().is_any(words!("等"));
    (sum && standing.place.kind == Kind::Money).then(|| Named::just(Span::new(start, start)))
}
