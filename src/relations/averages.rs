//! An average with what was shared out and over how many: 发放补贴120万元，惠及300户，户均4000元.

use super::amount::{half_unit, slack};
use super::ledger::Ledger;
use crate::compose::compose;
use crate::report::{Relation, Terms, Verdict};
use crate::search::{Search, set, words};
use alloc::vec::Vec;

/// Finds the averages.
pub(super) fn find<'t>(ledger: &Ledger<'_, 't>, out: &mut Vec<Relation<'t>>) {
    for at in 2..ledger.figures.len() {
        out.extend(average(ledger, at));
    }
}

fn average<'t>(ledger: &Ledger<'_, 't>, at: usize) -> Option<Relation<'t>> {
    let lead = ledger.lead(at).trim_end_of(set!("为达约"));
    let over = lead.end_among(words!("人均 户均 亩均 村均 家均 件均 场均 次均"))?.chars().next()?;
    if !ledger.is_single(at) || !ledger.is_exact(at) {
        return None;
    }
    let near = (at.saturating_sub(3)..at)
        .rev()
        .filter(|place| ledger.same_sentence(*place, at) && ledger.is_amount(*place) && ledger.is_exact(*place));
    let near: Vec<usize> = near.collect();
    let counts = |place: &&usize| {
        let figure = &ledger.figures[**place];
        // 16个村, 300户
        figure
            .unit
            .as_deref()
            .is_some_and(|unit| unit.starts_with(over) || over == '人' && unit == "名" || unit == "个")
            && (figure.unit.as_deref() != Some("个") || ledger.behind(**place).starts_with(over))
    };
    let number = *near.iter().find(counts)?;
    let total = *near.iter().find(|place| ledger.same_unit(**place, at))?;
    let [average, over, whole] = [at, number, total].map(|place| &ledger.figures[place]);
    let people = over.value.to_f64();
    if people <= 0.0 {
        return None;
    }
    let made = whole.value.to_f64() / people;
    let spread = (slack(whole) + made * slack(over)) / people;
    let off = (made - average.value.to_f64()).abs();
    // The average of a part, or of another year, is not this quotient: only what comes near was meant so.
    let verdict = if off <= half_unit(average.value) + spread + made * 1e-9 {
        Verdict::Agrees
    } else if off <= made * 0.1 {
        Verdict::Doubtful
    } else {
        return None;
    };
    let sign = if verdict == Verdict::Agrees { "，与" } else { "，不是" };
    let unit = average.unit.as_deref().unwrap_or_default();
    let like = crate::decimal::Decimal::new(1, -2);
    let agrees = if verdict == Verdict::Agrees { "相符" } else { "" };
    let calculation = compose!(
        ledger.words(total),
        "÷",
        ledger.words(number),
        "＝",
        super::amount::rounded(made, like),
        unit,
        sign,
        ledger.words(at),
        agrees
    );
    let terms = Terms::Average { average: at as u32, number: number as u32, total: total as u32 };
    Some(super::relation(terms, verdict, calculation))
}
