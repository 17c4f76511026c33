//! One slip of the pen that would explain a sum that fails. A possibility to look at, never a correction.

use super::ledger::Ledger;
use super::sums::sum;
use crate::decimal::Decimal;
use alloc::string::String;
use alloc::vec::Vec;

/// How many possibilities are worth reading.
const MOST: usize = 3;

/// A list of more parts is not searched.
const MOST_PARTS: usize = 12;

/// A number of so many digits is seldom one digit away from another by chance.
const LONG: u64 = 1000;

/// Whether one slip explains all of it and hardly chance: two swapped digits, a lost 万, or one digit. Numbers that lie `near`
/// one another share their first digits anyway; there one digit says something only where all is `counted` and nothing rounded.
pub(super) fn explains(ledger: &Ledger<'_, '_>, total: usize, parts: &[usize], near: bool, counted: bool) -> bool {
    let long = ledger.figures[total].value.coefficient() >= LONG;
    candidates(ledger, total, parts).is_some_and(|[swapped, scale, digit]| {
        swapped.len() + scale.len() > 0 || !digit.is_empty() && if near { counted } else { long }
    })
}

/// What one of the numbers could have been, if one slip in it would make the sum right: two digits swapped, a lost 万, or
/// one digit wrong.
pub(super) fn of(ledger: &Ledger<'_, '_>, total: usize, parts: &[usize]) -> Option<String> {
    let likeliest = candidates(ledger, total, parts)?.into_iter().find(|kind| !kind.is_empty())?;
    (likeliest.len() <= MOST).then(|| likeliest.join(["，或", ", or "][ledger.language as usize]))
}

/// The possibilities by the kind of slip.
fn candidates(ledger: &Ledger<'_, '_>, total: usize, parts: &[usize]) -> Option<[Vec<String>; 3]> {
    if parts.len() > MOST_PARTS {
        return None;
    }
    let made = sum(ledger, parts)?.to_f64();
    let stated = ledger.figures[total].value.to_f64();
    let mut found: [Vec<String>; 3] = Default::default();
    for place in parts.iter().chain([&total]) {
        let value = ledger.figures[*place].value;
        // What the number must have been for the sum to hold.
        let right = if *place == total { made } else { value.to_f64() + stated - made };
        if let Some(kind) = kind(value, right) {
            let is = Decimal::new((right / scale(value) + 0.5) as u64, value.exponent());
            let unit = ledger.figures[*place].unit.as_deref().unwrap_or_default();
            // A lost 万 is put back as the others write it.
            let like = if kind == 1 && right > value.to_f64() { parts.first().unwrap_or(&total) } else { place };
            let is = is.in_scale_of(ledger.words(*like));
            let sentence = &["“{0}”应为“{1}{2}”", "“{0}” should be “{1}{2}”"];
            found[kind].push(ledger.language.say(sentence, &[&ledger.words(*place), &is, &unit]));
        }
    }
    Some(found)
}

fn scale(value: Decimal) -> f64 {
    Decimal::new(1, value.exponent()).to_f64()
}

/// Which slip turns `right` into `written`: 0 swapped digits, 1 a lost 万, 2 one digit.
fn kind(written: Decimal, right: f64) -> Option<usize> {
    if right <= 0.0 {
        return None;
    }
    let unit = scale(written);
    let other = right / unit + 0.5;
    // A number of other digits than the written one has is no slip of a digit.
    let whole = other as u64;
    if (right / unit - whole as f64).abs() > 1e-6 || other > 1e15 {
        return None;
    }
    let here = written.coefficient();
    if here > 0 && (whole == here.checked_mul(10_000)? || here == whole.checked_mul(10_000)?) {
        return Some(1);
    }
    let (a, b) = (digits(here), digits(whole));
    let first = (0..a.len()).find(|place| a[*place] != b[*place])?;
    let last = (0..a.len()).rev().find(|place| a[*place] != b[*place])?;
    let swapped = last == first + 1 && a[first] == b[last] && a[last] == b[first];
    match last - first {
        // One digit of as many: 9 for 10 is another number, no slip.
        0 if (here < 10) == (whole < 10) => Some(2),
        _ if swapped => Some(0),
        _ => None,
    }
}

/// The digits of a number, the last first.
fn digits(mut number: u64) -> [u8; 20] {
    let mut out = [0; 20];
    for digit in &mut out {
        *digit = (number % 10) as u8;
        number /= 10;
    }
    out
}

/// What a number could have been before two of its digits were swapped.
pub(super) fn swaps(value: Decimal) -> impl Iterator<Item = f64> {
    let digits = digits(value.coefficient());
    (0..digits.len() - 1)
        .scan(1.0, |unit, place| {
            let here = *unit;
            *unit *= 10.0;
            Some((place, here))
        })
        .filter(move |(place, _)| digits[*place] != digits[place + 1])
        .map(move |(place, unit)| {
            let step = f64::from(digits[place]) - f64::from(digits[place + 1]);
            // The lower digit takes ten times its own worth, and the upper a tenth.
            value.to_f64() + step * 9.0 * unit * scale(value)
        })
}

/// What a number could have been before a slip: two of its digits swapped, or one of them another.
pub(super) fn neighbours(value: Decimal) -> impl Iterator<Item = f64> {
    let count = value.coefficient().checked_ilog10().map_or(1, |places| places as usize + 1);
    let digits = digits(value.coefficient());
    let others = (0..count).flat_map(move |place| {
        let unit = scale(value) * Decimal::new(1, place as i8).to_f64();
        (0..10).map(move |digit| value.to_f64() + (f64::from(digit) - f64::from(digits[place])) * unit)
    });
    swaps(value).chain(others)
}
