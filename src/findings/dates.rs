//! Dates that cannot be, or that are not written in full.

mod calendar;
mod forms;
mod years;

use crate::compose::compose;
use crate::dates::{Point, ungarble};
use crate::findings::{Findings, Subject};
use crate::rules::Rule;

/// What is wrong with the dates.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    garbled_date(subject, out);
    calendar::find(subject, out);
    forms::find(subject, out);
    years::find(subject, out);
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
