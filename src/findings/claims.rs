//! A number of things announced, and another named.

use crate::findings::{Findings, Subject};
use crate::report::{Terms, Verdict};
use crate::rules::Rule;

/// Announced numbers that are not those of what is named.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    for relation in subject.relations {
        let Terms::Claim { span, named, .. } = relation.terms else { continue };
        let words = &subject.text[span];
        match relation.verdict {
            Verdict::Disagrees => {
                let sentence =
                    &["前称“{0}”，下文列了{1}项。", "“{0}” is announced, but the number listed below is {1}."];
                out.say(Rule::ClaimCount, span, sentence, &[&words, &named]);
            }
            Verdict::Doubtful => {
                let sentence = &[
                    "称“{0}”，列举的似为{1}项，请核对。",
                    "“{0}” is stated, but the list seems to name {1}; please check.",
                ];
                out.say(Rule::ClaimList, span, sentence, &[&words, &named]);
            }
            _ => {}
        }
    }
}
