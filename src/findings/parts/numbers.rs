//! 发文字号: code, year in 〔〕, number.

use crate::chars::{after, digit, is_space};
use crate::citations::document_number;
use crate::compose::compose;
use crate::findings::{Findings, SHOULD_BE, Subject};
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::span::Span;

/// Document numbers that are not in the form 国发〔2021〕3号.
#[derive(Debug, Default)]
pub(in crate::findings) struct Numbers {
    /// Where the last one ended.
    end: usize,
}

impl Numbers {
    /// Looks at the bracket at byte `place` of a line.
    pub(in crate::findings) fn look(
        &mut self,
        subject: &Subject<'_, '_>,
        line: Span,
        place: usize,
        open: char,
        out: &mut Findings<'_, '_>,
    ) {
        let text = subject.text;
        let at = line.start as usize + place;
        let behind = at + open.len_utf8();
        // A year stands in it.
        if at < self.end || after(text, behind).and_then(digit).is_none() {
            return;
        }
        let from = self.end.max(line.start as usize);
        let Some(span) = document_number(text, from, at).filter(|span| (span.start as usize) < at) else { return };
        self.end = span.end as usize;
        let code = &text[span.start as usize..at];
        let rest = text.get(behind..self.end).unwrap_or_default();
        let is_digit = |ch: char| digit(ch).is_some();
        let year = &rest[..rest.find_if(&|ch| !is_digit(ch)).unwrap_or(0)];
        let number = rest[year.len()..].trim_if(&|ch| !is_digit(ch));
        // A decision of a court or an office is numbered in its own way: 罚字〔2022〕第012号.
        if code.ends_of(set!("字")) || number.has_if(&|ch| !is_digit(ch)) || code.has_if(&is_space) {
            return;
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
