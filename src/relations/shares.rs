//! Shares that make the whole: 占比分别为14.6%、39.5%、45.9%.

use super::amount::half_unit;
use super::ledger::Ledger;
use crate::compose::compose;
use crate::report::{Kind, Relation, Terms, Verdict};
use crate::search::{Search, words};
use alloc::vec::Vec;

/// Finds the shares.
pub(super) fn find<'t>(ledger: &Ledger<'_, 't>, out: &mut Vec<Relation<'t>>) {
    let mut at = 0;
    while at < ledger.figures.len() {
        let count = listed(ledger, at);
        if count >= 2 {
            out.extend(relation(ledger, at, count));
        }
        at += count.max(1);
    }
}

fn is_share(ledger: &Ledger<'_, '_>, place: usize) -> bool {
    let figure = &ledger.figures[place];
    figure.kind == Kind::Percent
        && figure.upper.is_none()
        && figure.change.is_none()
        && matches!(figure.unit.as_deref(), Some("%" | "％"))
        && ledger.is_exact(place)
}

/// How many shares stand in a list that begins at `at`: 分别占, 占比分别为.
fn listed(ledger: &Ledger<'_, '_>, at: usize) -> usize {
    let lead = ledger.lead(at);
    let opened = lead.has_any(words!("分别占 比重分别 占比分别 比例分别 结构分别 各占"));
    if !is_share(ledger, at) || !opened {
        return 0;
    }
    let rest = (at + 1..ledger.figures.len())
        .take_while(|place| is_share(ledger, *place) && ledger.before(*place).is_any(words!("、 和 与 及 以及 ， ,")));
    1 + rest.count()
}

fn relation<'t>(ledger: &Ledger<'_, 't>, at: usize, count: usize) -> Option<Relation<'t>> {
    let shares = at..at + count;
    let made: f64 = shares.clone().map(|place| ledger.figures[place].value.to_f64()).sum();
    let rounding: f64 = shares.clone().map(|place| half_unit(ledger.figures[place].value)).sum();
    let verdict = match (made - 100.0).abs() {
        off if off <= rounding + 1e-9 => Verdict::Agrees,
        // So near to the whole they plainly mean to make it; further off a share may be left out on purpose.
        off if off <= 3.0 && count >= 3 || off <= 2.0 => Verdict::Disagrees,
        _ => return None,
    };
    let list: Vec<&str> = shares.clone().map(|place| ledger.words(place)).collect();
    let like = ledger.figures[at].value;
    let sign = if verdict == Verdict::Agrees { "，合100%" } else { "，不是100%" };
    let calculation = compose!(list.join("＋"), "＝", super::amount::rounded(made, like), "%", sign);
    Some(super::relation(Terms::Shares { parts: shares.map(|place| place as u32).collect() }, verdict, calculation))
}
