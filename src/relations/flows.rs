//! What came in and what went out: 上年结转12件，新收88件，办结95件，未结5件.

use super::ledger::Ledger;
use super::sums::sum;
use crate::compose::compose;
use crate::report::{Relation, Terms, Verdict};
use crate::search::{Search, Words, set, words};
use alloc::vec::Vec;

/// What there was before.
const CARRIED: &Words = words!("结转 旧存 上年未结 上年存 去年未结 存案 遗留");
/// What came.
const NEW: &Words = words!("新收 新受理 新增受理 受理 收案 收到 接收 新立");
/// What was settled.
const SETTLED: &Words = words!("办结 审结 结案 办复 处结 执结");
/// What is left.
const LEFT: &Words = words!("未结 在办 正在办理 正在审理 尚未 结转下 待办 存案");

/// Finds the flows: four amounts of one unit, one after another, each with its part in it.
pub(super) fn find<'t>(ledger: &Ledger<'_, 't>, out: &mut Vec<Relation<'t>>) {
    for at in 0..ledger.figures.len().saturating_sub(3) {
        let four = [at, at + 1, at + 2, at + 3];
        let parts = [CARRIED, NEW, SETTLED, LEFT];
        let fits = four.iter().zip(parts).all(|(place, words)| {
            ledger.is_amount(*place)
                && ledger.is_exact(*place)
                && ledger.same_unit(*place, at)
                && ledger.sentences(at, *place).is_some_and(|between| between <= 1)
                && clause(ledger, *place).has_any(words)
        });
        // 结转下年 is left, not carried over from last year.
        if !fits || ledger.lead(at).has_any(words!("结转下 转入下")) {
            continue;
        }
        let [carried, new, settled, left] = four;
        let (Some(came), Some(went)) = (sum(ledger, &[carried, new]), sum(ledger, &[settled, left])) else { continue };
        let verdict = if came == went { Verdict::Agrees } else { Verdict::Disagrees };
        let words = four.map(|place| ledger.words(place));
        let sign = if came == went { "＝" } else { "≠" };
        let calculation = compose!(words[0], "＋", words[1], "＝", came, sign, went, "＝", words[2], "＋", words[3]);
        let terms = Terms::Flow {
            incoming: alloc::vec![carried as u32, new as u32],
            outgoing: alloc::vec![settled as u32, left as u32],
        };
        out.push(super::relation(terms, verdict, calculation));
    }
}

/// The words round a figure that say what part it has: those before it, and those behind up to the next comma.
fn clause<'t>(ledger: &Ledger<'_, 't>, place: usize) -> &'t str {
    let lead = ledger.lead(place);
    if !lead.is_empty() {
        return lead;
    }
    let behind = ledger.behind(place);
    behind.find_of(set!("，,。；;")).map_or(behind, |end| &behind[..end])
}
