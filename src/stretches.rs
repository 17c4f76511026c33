//! The text cut into stretches: those where a number may be a figure, and those where it is something else already.

use crate::chars::{is_comma, is_sentence_stop};
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

/// Short quotations in `line`: “三项制度”, “1+1+9”, ‘双随机’. Numbers in them are parts of names.
pub(crate) fn quoted_names(text: &str, line: Span, out: &mut Vec<Taken>) {
    work::done(line.len());
    let mut open: Option<(usize, char)> = None;
    let mut length = 0;
    for (offset, ch) in text[line].char_indices() {
        let at = line.start as usize + offset;
        if let Some((start, closing)) = open {
            if ch == closing {
                out.push((Span::new(start, at + ch.len_utf8()), Reason::Name));
                open = None;
                continue;
            }
            length += 1;
            // A sentence in quotes is a sentence.
            if length > LONGEST_NAME || is_sentence_stop(ch) || is_comma(ch) && ch != '、' && ch != ',' && ch != '，'
            {
                open = None;
            }
        }
        let closing = match ch {
            '“' => '”',
            '‘' => '’',
            '「' => '」',
            '『' => '』',
            '"' => '"',
            '＂' => '＂',
            _ => continue,
        };
        (open, length) = (Some((at, closing)), 0);
    }
}
