//! One quantity in two units: 3公顷（45亩）.

use super::amount::{half_unit, slack};
use super::ledger::Ledger;
use crate::compose::compose;
use crate::decimal::Decimal;
use crate::report::{Relation, Terms, Verdict};
use crate::search::{Search, set, words};
use crate::units;
use alloc::vec::Vec;

/// Finds the conversions.
pub(super) fn find<'t>(ledger: &Ledger<'_, 't>, out: &mut Vec<Relation<'t>>) {
    for at in 1..ledger.figures.len() {
        out.extend(conversion(ledger, at));
    }
}

fn conversion<'t>(ledger: &Ledger<'_, 't>, at: usize) -> Option<Relation<'t>> {
    let (a, b) = (&ledger.figures[at - 1], &ledger.figures[at]);
    let between = ledger.before(at).strip_start_of(set!("（("))?;
    if !between.is_any(words!("约 合 约合 折合 即 折")) && !between.is_empty()
        || !ledger.behind(at).starts_of(set!("）)"))
    {
        return None;
    }
    if a.kind != b.kind || a.unit == b.unit || a.upper.is_some() || b.upper.is_some() {
        return None;
    }
    let (from, to) = (units::factor(a.unit.as_deref()?)?, units::factor(b.unit.as_deref()?)?);
    let made = a.value.to_f64() * from / to;
    let off = (made - b.value.to_f64()).abs();
    // One of the two may be the rounded one; a tenth of a per cent is how people round 666.67 or 0.0667.
    let spread = half_unit(b.value).max(slack(a) * from / to) + made * 0.001;
    let verdict = if off <= spread || ledger.is_exact(at) != ledger.is_exact(at - 1) && off <= made * 0.05 {
        Verdict::Agrees
    } else {
        Verdict::Disagrees
    };
    let sign = if verdict == Verdict::Agrees { "＝" } else { "≠" };
    let unit = b.unit.as_deref().unwrap_or_default();
    let made = super::amount::rounded(made, Decimal::new(1, b.value.exponent().clamp(-2, 0)));
    let note = if verdict == Verdict::Agrees { Default::default() } else { compose!("，应为", made, unit) };
    let calculation = compose!(ledger.words(at - 1), sign, ledger.words(at), note);
    let terms = Terms::Conversion { stated: at as u32 - 1, converted: at as u32 };
    Some(super::relation(terms, verdict, calculation))
}
