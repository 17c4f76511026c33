//! From one value to another with the change stated: 从26.7%提高到52.1%，提高25.4个百分点; 120件，比上年的100件增长20%.

use super::amount::{half_unit, is_near, slack};
use super::ledger::Ledger;
use crate::compose::compose;
use crate::report::{Bound, Change, Figure, Kind, Relation, Terms, Verdict};
use crate::search::{Search, set, words};
use alloc::vec::Vec;

/// Finds the changes.
pub(super) fn find<'t>(ledger: &Ledger<'_, 't>, out: &mut Vec<Relation<'t>>) {
    let is_change = |at: &usize| ledger.figures[*at].change.is_some();
    for at in (2..ledger.figures.len()).filter(is_change) {
        let found = from_to(ledger, at).or_else(|| against_last(ledger, at));
        if let Some((from, to)) = found {
            out.extend(relation(ledger, from, to, at));
        }
    }
}

fn is_plain(figure: &Figure<'_>) -> bool {
    figure.upper.is_none() && figure.bound == Bound::Exact && figure.value.to_f64() > 0.0
}

/// `从A提高到B，提高C`: `at` is C.
fn from_to(ledger: &Ledger<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let (from, to) = (at - 2, at - 1);
    let stated = ledger.lead(from).has_any(words!("从 由")) && ledger.before(to).has_any(words!("到 至 为"));
    let near = !ledger.before(to).has_of(set!("，,；;。")) && is_of_this(ledger, at);
    (stated && near && ledger.same_unit(from, to)).then_some((from, to))
}

/// `B件，比上年的A件增长C`: `at` is C.
fn against_last(ledger: &Ledger<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let (to, from) = (at - 2, at - 1);
    let compared =
        ledger.lead(from).starts_with_any(words!("比 较")) && ledger.lead(from).has_any(words!("年 同期 季 月"));
    let near =
        !ledger.before(from).has_of(set!("；;。")) && is_of_this(ledger, at) && !ledger.before(at).has_of(set!("，,"));
    // 比上年减少0.7万吨 is the change itself, not what it was before.
    let value = ledger.figures[from].change.is_none();
    // The last of several in brackets is a part of what grew: 9,299万元（其中专项7,167万元），较上年的8,378万元增加.
    let beside = ledger.depth(from) == ledger.depth(to);
    (compared && near && value && beside && ledger.same_unit(from, to)).then_some((from, to))
}

/// Whether nothing but the change stands before a figure: ，增长, 增幅为; not 年均增长, nor another thing that grew.
fn is_of_this(ledger: &Ledger<'_, '_>, at: usize) -> bool {
    let words = ledger.before(at).trim_start_of(set!("，, ")).trim_end_of(set!("了为达约近 "));
    let words = words.strip_start_any(words!("同比 环比 净 共 的 累计 实际")).unwrap_or(words);
    words.is_any(words!("增长 增加 上升 提高 提升 增幅 涨幅 增 净增 下降 降低 减少 降幅 减 压减 增幅达 提高幅度 扩大 缩小 回落 下调 上调 翻"))
}

fn relation<'t>(ledger: &Ledger<'_, 't>, from: usize, to: usize, at: usize) -> Option<Relation<'t>> {
    let [a, b, change] = [from, to, at].map(|place| &ledger.figures[place]);
    let way = change.change?;
    if ![a, b, change].into_iter().all(is_plain) {
        return None;
    }
    let (low, high) = (a.value.to_f64(), b.value.to_f64());
    let stated = change.value.to_f64();
    let points = change.is_points();
    let difference = if way == Change::Up { high - low } else { low - high };
    let rounding = slack(a) + slack(b) + slack(change);
    let words = [from, to, at].map(|place| ledger.words(place));
    let verdict = |fits: bool| if fits { Verdict::Agrees } else { Verdict::Disagrees };
    let (verdict, note) = if points || change.kind == a.kind && change.unit == a.unit && a.kind != Kind::Percent {
        (verdict(is_near(difference, stated, rounding)), "")
    } else if change.kind == Kind::Percent {
        let growth = difference / low * 100.0;
        let spread = (slack(a) + slack(b)) / low * 100.0 * (1.0 + high / low);
        // 从80%提高到90%，提高10%: the difference of two rates is in points.
        let points = a.kind == Kind::Percent && is_near(difference, stated, slack(a).min(1e-9));
        let fits = (growth - stated).abs() <= half_unit(change.value) * 1.000_001 + spread;
        (verdict(fits && !points), if points { "，应为个百分点" } else { "" })
    } else if change.kind == Kind::Multiple && change.unit.as_deref() == Some("倍") {
        let spread = (slack(a) + slack(b)) / low * (1.0 + high / low) + half_unit(change.value) * 1.000_001;
        let times = high / low;
        (verdict((times - stated).abs() <= spread || (times - 1.0 - stated).abs() <= spread), "")
    } else {
        return None;
    };
    let sign = if verdict == Verdict::Agrees { "，即" } else { "，不是" };
    let sum = if way == Change::Up { [words[1], "－", words[0]] } else { [words[0], "－", words[1]] };
    let made = super::amount::rounded(
        difference.max(0.0),
        if half_unit(a.value) < half_unit(b.value) { a.value } else { b.value },
    );
    let unit = match a.unit.as_deref() {
        Some("%" | "％") => "个百分点",
        unit => unit.unwrap_or_default(),
    };
    let relative = if change.kind == Kind::Percent && !points {
        let growth = super::amount::rounded((difference / low * 100.0).max(0.0), change.value);
        compose!("，÷", words[0], "＝", growth, "%")
    } else {
        Default::default()
    };
    let wrong_way = if difference < 0.0 { "（方向相反）" } else { "" };
    let calculation = compose!(sum.concat(), "＝", made, unit, wrong_way, relative, sign, words[2], note);
    let terms = Terms::Change { from: from as u32, to: to as u32, change: at as u32 };
    Some(super::relation(terms, verdict, calculation))
}
