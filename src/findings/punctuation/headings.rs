//! The marks of headings: those of their numbers, and the stop that a heading alone on its line does not have.

use crate::chars::{han_digit, is_han, is_space};
use crate::compose::compose;
use crate::findings::{Findings, SHOULD_BE, Subject};
use crate::headings::Marked;
use crate::marker::Style;
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::span::Span;

/// The longest heading that is looked at, in bytes: thirty characters.
const LONGEST: usize = 90;

/// What is wrong with the marks of headings.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    // Where 1、 and 1. stand for two levels, the form is what tells them apart.
    let commas = !subject.marked.iter().any(|heading| heading.style == Style::Arabic && !has_comma(subject, heading));
    for (place, heading) in subject.marked.iter().enumerate() {
        if heading.is_marked() {
            marker(subject, heading, commas, out);
        }
        let above = place.checked_sub(1).and_then(|above| subject.marked.get(above));
        stop(subject, above, heading, subject.marked.get(place + 1), out);
    }
}

fn has_comma(subject: &Subject<'_, '_>, heading: &Marked) -> bool {
    subject.text[heading.marker].has_of(set!("、"))
}

/// 一. for 一、, （一）、 for （一）, 第一、 for 第一，, 1、 for 1.
fn marker(subject: &Subject<'_, '_>, heading: &Marked, commas: bool, out: &mut Findings<'_, '_>) {
    let words = &subject.text[heading.marker];
    let Some(last) = words.trim_end_if(&is_space).chars().next_back() else { return };
    let end = heading.marker.start as usize + words.trim_end_if(&is_space).len();
    let at = Span::new(end - last.len_utf8(), end);
    let numeral = |ch: char| ch.is_ascii_digit() || ch == '十' || han_digit(ch).is_some();
    let number_behind = subject.text[heading.title].starts_if(&numeral);
    let (rule, right) = match (heading.style, last) {
        (Style::Han, '.' | '．') => (Rule::MarkerMark, "、"),
        (Style::HanBracket | Style::ArabicBracket, '、' | '，' | ',' | '.' | '．') => (Rule::MarkerMark, ""),
        (Style::Ordinal, '、') => (Rule::MarkerMark, "，"),
        // 1.12345热线 and 1.十件实事 would be other numbers.
        (Style::Arabic, '、') if !number_behind && commas => (Rule::MarkerComma, "."),
        _ => return,
    };
    let kept = &subject.text[Span { start: heading.marker.start, end: at.start }];
    let found = &subject.text[Span { start: heading.marker.start, end: at.end }];
    out.say_mended(rule, heading.marker, SHOULD_BE, &[&found, &compose!(kept, right)], at, right);
}

/// A heading alone on its line that ends with 。 and states no figure, where what follows is not of its own level, nor what
/// stands so above: a series of lines that end so are sentences. [1] begins a note.
fn stop(
    subject: &Subject<'_, '_>,
    above: Option<&Marked>,
    heading: &Marked,
    next: Option<&Marked>,
    out: &mut Findings<'_, '_>,
) {
    let Some(line) = subject.lines.get(heading.line) else { return };
    let behind = |heading: &Marked| {
        let line = subject.lines.get(heading.line)?;
        subject.text.get(heading.title.end as usize..line.words.end as usize)
    };
    // A year before the words is no figure: 一、2023年工作开展情况.
    let title = &subject.text[heading.title];
    let title = title.trim_start_if(&|ch| ch.is_ascii_digit()).strip_prefix('年').unwrap_or(title);
    let sibling = next.is_some_and(|next| next.line == heading.line + 1 && next.level <= heading.level)
        || above.is_some_and(|above| {
            above.line + 1 == heading.line && above.level == heading.level && behind(above) == Some("。")
        });
    let note = subject.text[heading.marker].starts_of(set!("[［"));
    let last = subject.lines.len() == heading.line + 1;
    // Where a report lost its line breaks, what is read as a line is none.
    if !line.is_whole()
        || behind(heading) != Some("。")
        || sibling
        || note
        || last
        || title.len() > LONGEST
        || !title.ends_if(&is_han)
        || title.has_of(set!("：0123456789"))
        // 强化组织领导，压实工作责任 entitles; 成立了领导小组，明确了责任 tells.
        || title.has_of(set!("，")) && (!heading.is_marked() || title.has_of(set!("了")))
    {
        return;
    }
    let at = Span { start: heading.title.end, end: line.words.end };
    let sentence = &["独占一行的标题末尾不用句号。", "A heading alone on its line has no full stop at its end."];
    out.say_right(Rule::HeadingStop, at, sentence, "");
}
