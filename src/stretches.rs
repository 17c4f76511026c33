//! The text cut into stretches: those where a number may be a figure, and those where it is something else already.

use crate::chars::after;
use crate::concordance::{Letters, Places, SENTENCE_STOPS, letters};
use crate::order::by_place;
use crate::report::Reason;
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;

/// A part of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) span: Span,
    /// Why no number in it is a figure; `None` where one may be.
    pub(crate) reason: Option<Reason>,
}

/// A part of the text that is known to be no place for figures.
pub(crate) type Taken = (Span, Reason);

/// Puts `taken` in reading order.
pub(crate) fn put_in_order(taken: &mut [Taken]) {
    by_place(taken, |(span, _)| (*span, 0));
}

/// Cuts `line` at what is `taken` of it (in order; where two overlap, the first wins), into `out`.
pub(crate) fn cut(line: Span, taken: &[Taken], out: &mut Vec<Stretch>) {
    work::done(taken.len());
    let mut at = line.start;
    for (span, reason) in taken {
        let (start, end) = (span.start.max(at), span.end.min(line.end));
        if start >= end {
            continue;
        }
        if at < start {
            out.push(Stretch { span: Span { start: at, end: start }, reason: None });
        }
        out.push(Stretch { span: Span { start, end }, reason: Some(*reason) });
        at = end;
    }
    if at < line.end {
        out.push(Stretch { span: Span { start: at, end: line.end }, reason: None });
    }
}

/// The longest quotation that is a name and not a sentence, in characters.
const LONGEST_NAME: usize = 20;

/// Short quotations among `places`, those of a line: “三项制度”, “1+1+9”, ‘双随机’. Numbers in them are parts of names.
pub(crate) fn quoted_names(text: &str, places: Places<'_>, out: &mut Vec<Taken>) {
    // A sentence in quotes is a sentence.
    const MARKS: &Letters = &SENTENCE_STOPS.and(letters!("“”‘’「」『』\"＂：:﹐､"));
    let mut open: Option<(usize, char)> = None;
    for at in places.of(MARKS) {
        let Some(ch) = after(text, at) else { continue };
        if let Some((start, closing)) = open
            && ch == closing
        {
            open = None;
            if is_short(&text[start..at]) {
                out.push((Span::new(start, at + ch.len_utf8()), Reason::Name));
                continue;
            }
        }
        let closing = match ch {
            '“' => '”',
            '‘' => '’',
            '「' => '」',
            '『' => '』',
            '"' => '"',
            '＂' => '＂',
            '”' | '’' | '」' | '』' => continue,
            _ => {
                open = None;
                continue;
            }
        };
        open = Some((at, closing));
    }
}

/// Whether a quotation, with its opening mark, is short enough for a name.
fn is_short(quotation: &str) -> bool {
    work::done(LONGEST_NAME);
    quotation.chars().nth(LONGEST_NAME + 1).is_none()
}
