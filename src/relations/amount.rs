//! What a stated value can stand for: the interval of its last digit, widened by its hedge (GB/T 8170-2008).

use crate::decimal::Decimal;
use crate::report::{Bound, Figure, Kind};

/// Half a unit of the last digit that is stated.
pub(super) fn half_unit(value: Decimal) -> f64 {
    let mut unit = 0.5;
    let places = value.exponent();
    for _ in 0..places.unsigned_abs() {
        if places < 0 { unit /= 10.0 } else { unit *= 10.0 }
    }
    unit
}

/// How far the true value may lie from the stated one: a count in whole things or days is exact, all else is rounded. What
/// is written in 万 or 亿 has another exponent than 0.
pub(super) fn slack(figure: &Figure<'_>) -> f64 {
    if matches!(figure.kind, Kind::Count | Kind::Duration) && figure.value.exponent() == 0 {
        0.0
    } else {
        half_unit(figure.value)
    }
}

/// From the least to the greatest value that a figure can stand for; a hedge is taken for ten per cent.
pub(super) fn interval(figure: &Figure<'_>) -> (f64, f64) {
    let (value, slack) = (figure.value.to_f64(), slack(figure));
    let loose = value * 0.1;
    match figure.bound {
        Bound::Exact => (value - slack, value + slack),
        Bound::About => (value - loose, value + loose),
        Bound::AtLeast | Bound::MoreThan => (value, value + loose),
        Bound::AtMost | Bound::LessThan => (value - loose, value),
    }
}

/// What is left between two values, for floating point.
pub(super) fn is_near(a: f64, b: f64, slack: f64) -> bool {
    (a - b).abs() <= slack + (a.abs() + b.abs()) * 1e-12
}

/// `value` to the precision of `like`.
pub(super) fn rounded(value: f64, like: Decimal) -> Decimal {
    Decimal::nearest(value, like.exponent().min(0))
}
