//! 截止 where 截至 is meant: what stops at a time, and what is told up to it.

use crate::chars::{before, digit, find_word, is_han};
use crate::findings::{Findings, SHOULD_BE, Subject};
use crate::rules::Rule;
use crate::search::{Search, words};
use crate::span::Span;

/// 截止目前, 截止2023年底 at the start of a clause. 报名截止5月31日, 截止日期 and 截止到 are right.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    const WORD: &str = "截止";
    if !out.is_on(Rule::CutoffWord) {
        return;
    }
    let (text, mut at) = (subject.text, 0);
    while let Some(found) = find_word(&text[at..], WORD) {
        let start = at + found;
        at = start + WORD.len();
        let rest = &text[at..];
        let timed = rest.starts_if(&|ch| digit(ch).is_some())
            || rest.starts_with_any(words!("目前 当前 日前 现在 今年 今日 本年 本月 上年 去年 年底 年末 月底 二〇"));
        if timed && !before(text, start).is_some_and(is_han) {
            out.say_right(Rule::CutoffWord, Span::new(start, at), SHOULD_BE, "截至");
        }
    }
}
