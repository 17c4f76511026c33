//! Calculations that fail, written out.

use crate::compose::compose;
use crate::findings::{Findings, Subject};
use crate::report::{Kind, Terms, Verdict};
use crate::rules::Rule;

/// What the relations say that do not agree, or only in a way that asks for a second look.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let figure = |index: u32| subject.figures.get(index as usize);
    for relation in subject.relations {
        let doubtful = match relation.verdict {
            Verdict::Disagrees => false,
            Verdict::Doubtful => true,
            _ => continue,
        };
        let (rule, place, what) = match relation.terms {
            Terms::Sum { total, .. } => (Rule::SumMismatch, total, "各部分之和与总数不符"),
            Terms::Rate { rate, .. } if doubtful => (Rule::RateCut, rate, "比率是截尾而不是修约得来的"),
            Terms::Rate { rate, .. } => (Rule::RateMismatch, rate, "比率与分子、分母不符"),
            Terms::Part { part, .. } => (Rule::PartExceeds, part, "“其中”的数大于总数"),
            Terms::Change { from, change, .. } => {
                let shares = [from, change]
                    .iter()
                    .all(|place| figure(*place).is_some_and(|each| each.kind == Kind::Percent && !each.is_points()));
                let rule = if shares { Rule::PercentPoint } else { Rule::ChangeMismatch };
                (rule, change, if shares { "两个百分数之差用百分点" } else { "增减与前后两数不符" })
            }
            Terms::Shares { ref parts } => {
                let Some(last) = parts.last() else { continue };
                (Rule::SharesMismatch, *last, "各项占比之和不是100%")
            }
            Terms::Flow { ref outgoing, .. } => {
                let Some(last) = outgoing.last() else { continue };
                (Rule::FlowMismatch, *last, "结转与新收之和不等于办结与未结之和")
            }
            Terms::Average { average, .. } => (Rule::AverageMismatch, average, "平均数与总数不符"),
            Terms::Conversion { converted, .. } => (Rule::ConversionMismatch, converted, "换算不符"),
            Terms::Repeat { again, .. } => (Rule::ValueDiffers, again, "同一指标前后数值不同，请核对口径"),
            Terms::Claim { .. } => continue,
        };
        let Some(figure) = figure(place) else { continue };
        let slip = relation.slip.as_ref().map(|slip| compose!("可能是：", slip, "。"));
        out.say(rule, figure.span, compose!(what, "：", relation.calculation, "。", slip));
    }
}
