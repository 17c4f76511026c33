//! Dates that cannot be, or that are not written in full.

mod calendar;
mod cutoff;
mod forms;
mod years;

use crate::chars::after;
use crate::compose::compose;
use crate::dates::{Point, ungarble};
use crate::findings::{Findings, Subject};
use crate::rules::Rule;
use crate::span::Span;

/// The rules that look at a digit and what stands behind it.
pub(super) struct Digits {
    /// The years that the text names, as [`forms::years_named`] tells them.
    named: u128,
    told: Option<years::Told>,
}

impl Digits {
    pub(super) fn of(subject: &Subject<'_, '_>) -> Digits {
        Digits { named: forms::years_named(subject), told: years::Told::of(subject) }
    }

    /// Looks at the digit at `place` of a line.
    pub(super) fn look(
        &mut self,
        subject: &Subject<'_, '_>,
        line: Span,
        place: usize,
        ch: char,
        out: &mut Findings<'_, '_>,
    ) {
        let words = &subject.text[line];
        let behind = place + ch.len_utf8();
        // 年, 月 and 时 begin with one of two bytes.
        let unit = words.as_bytes().get(behind).filter(|byte| matches!(byte, 0xE5 | 0xE6));
        match unit.and_then(|_| after(words, behind)) {
            Some('年') => {
                if let Some(told) = &mut self.told {
                    told.look(line, words, behind);
                }
            }
            Some(unit @ ('月' | '时')) => calendar::look(line, words, behind, unit, out),
            _ => {}
        }
        let previous = place.checked_sub(1).and_then(|place| words.as_bytes().get(place));
        if ch.is_ascii_digit() && !previous.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'.') {
            forms::digits(subject, line, line.start as usize + place, self.named, out);
        }
    }

    pub(super) fn finish(self, subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
        if let Some(told) = self.told {
            told.tell(subject, out);
        }
    }
}

/// What is wrong with the dates.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    garbled_date(subject, out);
    calendar::after_signing(subject, out);
    forms::find(subject, out);
    years::find(subject, out);
    cutoff::find(subject, out);
}

fn garbled_date(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let Some(span) = subject.garbled else { return };
    let words = &subject.text[span];
    let Some(Point { year: Some(year), month: Some(month), day: Some(day) }) = ungarble(words) else {
        return;
    };
    let sentence = &[
        "成文日期“{0}”缺“年”“月”“日”，应为“{1}”。",
        "The date of signing “{0}” lacks “年”, “月”, “日”; it should be “{1}”.",
    ];
    out.say_right(Rule::DateGarbled, span, sentence, compose!(year, "年", month, "月", day, "日"));
}
