//! Numbers that stand on lines of their own in the middle of a sentence: a copy of a page that sets each number in an
//! element of its own.
//!
//! ```text
//! 排查矛盾纠纷
//! 345
//! 件，化解338件。
//! ```
//!
//! The cells of a table that lost its columns stand so too, but behind them comes no running text; and page numbers, but
//! they are few and go up by one.

use crate::chars::{digit, is_comma, is_han, is_sentence_stop};
use crate::lines::Line;
use crate::marker;
use crate::search::Search;
use crate::span::Span;
use alloc::vec::Vec;

/// So many numbers stand so before a text is taken for one of these, and one in so many of its lines.
const ENOUGH: usize = 3;
const ONE_OF: usize = 12;

/// What is longer, in bytes, is no number.
const LONGEST: usize = 24;

/// The line breaks before and behind such numbers, in order.
pub(crate) fn breaks(text: &str, lines: &[Line]) -> Vec<Span> {
    if lines.iter().filter(|line| is_number(&text[line.words])).take(ENOUGH).count() < ENOUGH {
        return Vec::new();
    }
    let lines: Vec<Line> = lines.iter().filter(|line| !line.words.is_empty()).copied().collect();
    let (mut out, mut found, mut last) = (Vec::new(), 0, None);
    let mut counts_pages = true;
    for three in lines.windows(3) {
        let [before, number, behind] = three else { continue };
        let words = &text[number.words];
        if !is_number(words) || !is_open(&text[before.words]) || !goes_on(&text[behind.words]) {
            continue;
        }
        let value = words.parse::<u32>().ok();
        counts_pages &= value.is_some() && (found == 0 || value.and_then(|value| value.checked_sub(1)) == last);
        last = value;
        found += 1;
        out.extend(
            [(before, number), (number, behind)]
                .map(|(one, next)| Span { start: one.words.end, end: next.words.start }),
        );
    }
    if found < ENOUGH || found * ONE_OF < lines.len() || counts_pages { Vec::new() } else { out }
}

/// Whether a line is a number and nothing else.
fn is_number(words: &str) -> bool {
    words.len() <= LONGEST
        && words.starts_if(&|ch| digit(ch).is_some())
        && words.ends_if(&|ch| digit(ch).is_some() || matches!(ch, '%' | '％'))
        && !words.has_if(&|ch| digit(ch).is_none() && !matches!(ch, '.' | '．' | ',' | '，' | '%' | '％'))
}

/// Whether a line may have a number behind it: it ends in the middle of a sentence.
fn is_open(words: &str) -> bool {
    words.ends_if(&|ch| is_han(ch) || is_comma(ch) || matches!(ch, '（' | '('))
}

/// Whether a line goes on behind a number: with a Chinese character or a sign that begins no line, and as running text.
fn goes_on(words: &str) -> bool {
    words.starts_if(&|ch| is_han(ch) || matches!(ch, '%' | '％' | '，' | '。' | '、' | '）' | '℃' | '㎡'))
        && words.has_if(&|ch| is_comma(ch) || is_sentence_stop(ch))
        && marker::scan(words).is_none()
}
