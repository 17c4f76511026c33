//! Calculations that fail, written out.

use crate::compose::compose;
use crate::findings::{Findings, Subject};
use crate::report::{Terms, Verdict};
use crate::rules::Rule;

/// What the relations say that do not agree.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let place = |index: u32| subject.figures.get(index as usize).map(|figure| figure.span);
    for relation in subject.relations.iter().filter(|relation| relation.verdict == Verdict::Disagrees) {
        let (rule, figure) = match relation.terms {
            Terms::Sum { total, .. } => (Rule::SumMismatch, total),
            Terms::Rate { rate, .. } => (Rule::RateMismatch, rate),
            _ => continue,
        };
        let Some(span) = place(figure) else { continue };
        let slip = relation.slip.as_ref().map(|slip| compose!("可能是：", slip, "。"));
        out.say(rule, span, compose!(relation.calculation, "。", slip));
    }
}
