//! A number of things announced, and another named.

use crate::compose::compose;
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
                out.say(Rule::ClaimCount, span, compose!("前称“", words, "”，下文列了", named, "项。"));
            }
            Verdict::Doubtful => {
                out.say(Rule::ClaimList, span, compose!("称“", words, "”，列举的似为", named, "项，请核对。"));
            }
            _ => {}
        }
    }
}
