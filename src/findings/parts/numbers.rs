//! 发文字号: code, year in 〔〕, number.

use crate::chars::{digit, is_space};
use crate::citations::document_number;
use crate::compose::compose;
use crate::findings::{Findings, SHOULD_BE, Subject};
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::work;

/// Document numbers that are not in the form 国发〔2021〕3号.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    for line in subject.lines {
        work::done(line.words.len());
        let mut from = line.words.start as usize;
        for (offset, ch) in text[line.words].char_indices() {
            let at = line.words.start as usize + offset;
            if at < from || !matches!(ch, '〔' | '[' | '［' | '【' | '(' | '（') {
                continue;
            }
            let Some(span) = document_number(text, from, at).filter(|span| (span.start as usize) < at) else {
                continue;
            };
            from = span.end as usize;
            let code = &text[span.start as usize..at];
            let rest = text.get(at + ch.len_utf8()..from).unwrap_or_default();
            let is_digit = |ch: char| digit(ch).is_some();
            let year = &rest[..rest.find_if(&|ch| !is_digit(ch)).unwrap_or(0)];
            let number = rest[year.len()..].trim_if(&|ch| !is_digit(ch));
            // A decision of a court or an office is numbered in its own way: 罚字〔2022〕第012号.
            if code.ends_of(set!("字")) || number.has_if(&|ch| !is_digit(ch)) || code.has_if(&is_space) {
                continue;
            }
            let century = match year.as_bytes() {
                [b'0'..=b'4', _] => "20",
                [_, _] => "19",
                _ => "",
            };
            let right = compose!(code, "〔", century, year, "〕", number.trim_start_of(set!("0")), "号");
            let found = &text[span];
            if found != right && !number.trim_start_of(set!("0")).is_empty() {
                out.say_right(Rule::DocumentNumberForm, span, SHOULD_BE, right);
            }
        }
    }
}
