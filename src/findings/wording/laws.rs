//! Cited laws whose titles lost, got or changed a character or two.

use crate::compose::compose;
use crate::findings::{Findings, Subject};
use crate::laws::{Title, check};
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::span::Span;

/// 《治安管理法》 for 《治安管理处罚法》.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    for work in subject.works {
        let marks = '《'.len_utf8();
        let Some(inner) = subject.text[work.span].get(marks..work.span.len() - marks) else { continue };
        let title = inner.strip_prefix("中华人民共和国").unwrap_or(inner);
        let start = work.span.start as usize + marks + inner.len() - title.len();
        // 《安全生产法（2021年修正）》
        let title = &title[..title.find_of(set!("（(")).unwrap_or(title.len())];
        if let Title::Near(stem, ending) =
            check(title, inner.len() > title.len() && inner.starts_with("中华人民共和国"))
        {
            let (span, right) = (Span::new(start, start + title.len()), compose!(stem, ending));
            let sentence = &["“{0}”疑为“{1}”，请核对。", "“{0}” is perhaps meant to be “{1}”; please check."];
            out.say_right(Rule::LawTitle, span, sentence, right);
        }
    }
}
