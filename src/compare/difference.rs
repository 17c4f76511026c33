//! What lies between two figures of the same thing.

use super::alignment::Match;
use super::{Pair, Remark};
use crate::chars::is_space;
use crate::decimal::Decimal;
use crate::report::{Figure, Kind};
use crate::rules::Confidence;
use crate::search::{Search, set};
use crate::signature::{Signature, Signatures, unit_group};
use crate::units;
use alloc::string::String;
use alloc::vec::Vec;

/// From these likenesses on a pair is certain or likely, if nothing else comes near: set on tests/pairs, where `tests/pairs.rs`
/// holds how many of each are right.
const CERTAIN: f64 = 0.88;
const LIKELY: f64 = 0.58;
/// So much more, or less, is a jump.
const JUMP: u64 = 10;
/// A converted value has so many places behind the point.
const PLACES: i8 = -2;
/// A clause of fewer characters is the same in any two reports.
const TELLING: usize = 6;

/// The pair with what is to be said of it.
pub(super) fn pair(sides: &[Signatures<'_, '_>; 2], found: &Match) -> Pair {
    let [a, b] = [(0, found.first), (1, found.second)].map(|(side, at): (usize, u32)| &sides[side].list[at as usize]);
    let values = values(a.figure, b.figure);
    let difference = values.and_then(|(first, second)| less(second, first));
    let percent = match (difference, values) {
        (Some(difference), Some((first, _))) if a.figure.kind != Kind::Percent => percent(difference, first),
        _ => None,
    };
    let mut remarks = Vec::new();
    let mut remark = |is: bool, remark| {
        if is {
            remarks.push(remark);
        }
    };
    remark(a.figure.unit != b.figure.unit, Remark::UnitChanged);
    remark(period_differs(a, b), Remark::PeriodDiffers);
    remark(a.figure.bound != b.figure.bound, Remark::BoundDiffers);
    remark(values.is_some_and(|(first, second)| jumps(first, second)), Remark::Jump);
    remark(stands_still(sides, found), Remark::LeftStanding);
    remark(a.name != b.name, Remark::Reworded);
    Pair { first: found.first, second: found.second, confidence: confidence(a, b, found), difference, percent, remarks }
}

fn confidence(a: &Signature<'_>, b: &Signature<'_>, found: &Match) -> Confidence {
    let same = !a.name.is_empty() && a.name == b.name && a.figure.unit == b.figure.unit;
    if found.is_clear && (same || found.likeness >= CERTAIN) {
        Confidence::Certain
    } else if same || found.is_clear && found.likeness >= LIKELY {
        Confidence::Likely
    } else {
        Confidence::Possible
    }
}

/// Both values in the unit of the second; nothing where one is a range or the units cannot be compared.
fn values(a: &Figure<'_>, b: &Figure<'_>) -> Option<(Decimal, Decimal)> {
    if a.upper.is_some() || b.upper.is_some() {
        return None;
    }
    let units = [&a.unit, &b.unit].map(|unit| unit.as_deref().unwrap_or_default());
    if units[0] == units[1] {
        return Some((a.value, b.value));
    }
    if let [Some(from), Some(to)] = units.map(units::factor) {
        let places = b.value.exponent().min(PLACES);
        return Some((Decimal::nearest(a.value.to_f64() * from / to, places), b.value));
    }
    // 件 and 起 count the same things, 人 and 人次 do not.
    let [from, to] = units.map(|unit| unit_group(a.kind, Some(unit)));
    (from == to).then_some((a.value, b.value))
}

/// `a` less `b`.
fn less(a: Decimal, b: Decimal) -> Option<Decimal> {
    let size = |number: Decimal| number.with_sign(false);
    match (a.is_negative(), b.is_negative()) {
        (false, true) => a.checked_add(size(b)),
        (true, false) => size(a).checked_add(b).map(Decimal::negated),
        (true, true) => less(size(b), size(a)),
        (false, false) => a.checked_sub(b).or_else(|| b.checked_sub(a).map(Decimal::negated)),
    }
}

fn percent(difference: Decimal, first: Decimal) -> Option<Decimal> {
    let can_be_told = first != Decimal::ZERO && !first.is_negative();
    can_be_told.then(|| Decimal::nearest(difference.to_f64() / first.to_f64() * 100.0, -2))
}

fn jumps(first: Decimal, second: Decimal) -> bool {
    let many = |less: Decimal, more: Decimal| {
        less != Decimal::ZERO
            && less.checked_mul(Decimal::from(JUMP)).is_some_and(|many| more.checked_sub(many).is_some())
    };
    many(first, second) || many(second, first)
}

/// Whether the two speak of other stretches of their years: of one whole and half of the other.
fn period_differs(a: &Signature<'_>, b: &Signature<'_>) -> bool {
    let (Some(first), Some(second)) = (a.figure.period.as_deref(), b.figure.period.as_deref()) else { return false };
    if a.years_back.zip(b.years_back).is_some_and(|(first, second)| first != second) {
        return true;
    }
    // All but the years: "-01/-11" of 2020-01/2020-11. The last day of a month is not the same in all years.
    let months = |period: &str| {
        let ends: Vec<String> = period.split('/').map(|end| end.get(4..7).unwrap_or_default().into()).collect();
        ends.join("/")
    };
    months(first) != months(second)
}

/// Whether the second stands in the first report with the same words and the same value.
fn stands_still(sides: &[Signatures<'_, '_>; 2], found: &Match) -> bool {
    let said = [(0, found.first), (1, found.second)].map(|(side, at): (usize, u32)| {
        let (report, figure) = (sides[side].report, sides[side].list[at as usize].figure);
        let sentence = report.sentence(figure.span);
        let stops = set!("，；。：、,;！？");
        let (before, behind) = (
            &report.text[crate::span::Span { start: sentence.start, end: figure.span.start }],
            &report.text[crate::span::Span { start: figure.span.end, end: sentence.end }],
        );
        let start = before.rfind_of(stops).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let end = behind.find_of(stops).unwrap_or(behind.len());
        let clause = compose_without_spaces(&[&before[start..], &report.text[figure.span], &behind[..end]]);
        (clause, compose_without_spaces(&[&report.text[sentence]]))
    });
    let [(first, one), (second, other)] = said;
    one == other || first == second && first.chars().count() >= TELLING
}

fn compose_without_spaces(parts: &[&str]) -> String {
    parts.iter().flat_map(|part| part.chars()).filter(|ch| !is_space(*ch) && !ch.is_control()).collect()
}
