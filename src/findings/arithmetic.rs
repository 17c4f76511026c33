//! Calculations that fail, written out.

use crate::chars::find_word;
use crate::findings::{Findings, Subject};
use crate::options::{Language, Sentence};
use crate::report::{Kind, Terms, Verdict};
use crate::rules::Rule;
use alloc::string::String;

/// The words of calculations, which are written the same in every report: as an English sentence has them.
const JOINTS: &[Sentence] = &[
    &["，总数写作", ", but the total says "],
    &["，应为个百分点", ", it should be in percentage points"],
    &["，应为", ", should be "],
    &["，截尾为", ", cut to "],
    &["，不是", ", not "],
    &["（方向相反）", " (the other way)"],
    &["，÷", "; ÷"],
    &["：", ": "],
];

/// What the relations say that do not agree, or only in a way that asks for a second look.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let figure = |index: u32| subject.figures.get(index as usize);
    for relation in subject.relations {
        let doubtful = match relation.verdict {
            Verdict::Disagrees => false,
            Verdict::Doubtful => true,
            _ => continue,
        };
        let (rule, place, what): (_, _, Sentence) = match relation.terms {
            Terms::Sum { total, .. } if doubtful => (
                Rule::SumNear,
                total,
                &[
                    "所列各部分之和与总数相近而不等，如已列全请核对",
                    "The parts come near the total without making it; if all are listed, please check",
                ],
            ),
            Terms::Sum { total, .. } => {
                (Rule::SumMismatch, total, &["各部分之和与总数不符", "The parts do not add up to the total"])
            }
            Terms::Rate { rate, .. } if doubtful => {
                (Rule::RateCut, rate, &["比率是截尾而不是修约得来的", "The rate was cut, not rounded"])
            }
            Terms::Rate { rate, .. } => {
                (Rule::RateMismatch, rate, &["比率与分子、分母不符", "The rate is not the quotient of its two numbers"])
            }
            Terms::Part { part, .. } => {
                (Rule::PartExceeds, part, &["“其中”的数大于总数", "The number behind “其中” is greater than the whole"])
            }
            Terms::Change { from, change, .. } => {
                let shares = [from, change]
                    .iter()
                    .all(|place| figure(*place).is_some_and(|each| each.kind == Kind::Percent && !each.is_points()));
                if shares {
                    (
                        Rule::PercentPoint,
                        change,
                        &["两个百分数之差用百分点", "The difference of two percentages is in percentage points"],
                    )
                } else {
                    (Rule::ChangeMismatch, change, &["增减与前后两数不符", "The change does not fit the two values"])
                }
            }
            Terms::Shares { ref parts } => {
                let Some(last) = parts.last() else { continue };
                (Rule::SharesMismatch, *last, &["各项占比之和不是100%", "The shares do not add up to 100%"])
            }
            Terms::Flow { ref outgoing, .. } => {
                let Some(last) = outgoing.last() else { continue };
                (
                    Rule::FlowMismatch,
                    *last,
                    &[
                        "结转与新收之和不等于办结与未结之和",
                        "What was carried over and received is not what was settled and left",
                    ],
                )
            }
            Terms::Average { average, .. } => {
                (Rule::AverageMismatch, average, &["平均数与总数不符", "The average does not fit the total"])
            }
            Terms::Conversion { converted, .. } => {
                (Rule::ConversionMismatch, converted, &["换算不符", "The conversion is wrong"])
            }
            Terms::Repeat { again, .. } => (
                Rule::ValueDiffers,
                again,
                &["同一指标前后数值不同，请核对口径", "One indicator has two values; please check what each covers"],
            ),
            Terms::Claim { .. } => continue,
        };
        let Some(figure) = figure(place) else { continue };
        let language = out.language();
        let slip = relation.slip.as_ref().map(|slip| language.say(&["可能是：{0}。", " Perhaps {0}."], &[slip]));
        let calculation = &relation.calculation;
        let (what, shown) = (what[language as usize], in_words(calculation, language));
        out.say_calculated(rule, figure.span, &["{0}：{1}。{2}", "{0}: {1}.{2}"], &[&what, &shown, &slip], calculation);
    }
}

/// A calculation as a sentence of the language has it.
fn in_words(calculation: &str, language: Language) -> String {
    let mut out = String::from(calculation);
    for joint in JOINTS {
        if let Some(at) = find_word(&out, joint[0]) {
            out.replace_range(at..at + joint[0].len(), joint[language as usize]);
        }
    }
    out
}
