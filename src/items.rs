//! Items in a paragraph or opening one: 一是 二是, 一要 二要, 首先 其次 最后, 第一，第二，, ① ②, （1）…；（2）….

use crate::chars::{after, before, han_digit, is_closing, is_comma, is_sentence_stop, is_space};
use crate::concordance::{Concordance, Letters, letters};
use crate::marker::{self, Style};
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;

/// The kinds of series; each counts by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Series {
    /// 一是.
    Is,
    /// 一要.
    Must,
    /// 首先, 其次.
    Sequence,
    /// 第一，.
    Ordinal,
    /// ①.
    Circled,
    /// （1）.
    Bracket,
}

pub(crate) const KINDS: usize = 6;

/// An item's marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) number: u32,
}

/// A marker that may be one of a series.
#[derive(Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) series: Series,
    pub(crate) found: Found,
}

/// Words that count without a numeral. 最后 closes a series, whatever its length.
const SEQUENCE: [(&str, u32); 7] =
    [("首先", 1), ("其次", 2), ("再次", 3), ("最后", 0), ("其一", 1), ("其二", 2), ("其三", 3)];

/// The candidate at byte `at`.
fn candidate(text: &str, at: usize, end: usize) -> Option<Candidate> {
    let rest = text.get(at..end)?;
    let first = rest.chars().next()?;
    let make =
        |series, number, length| Some(Candidate { series, found: Found { span: Span::new(at, at + length), number } });
    if let Some((Style::Circled, number)) = marker::sign(first) {
        return make(Series::Circled, number, first.len_utf8());
    }
    match first {
        '（' | '(' | '⑴'..='⒇' => {
            let found = marker::scan(rest).filter(|found| found.style == Style::ArabicBracket)?;
            make(Series::Bracket, found.number, found.length)
        }
        '第' => {
            let behind = &rest[first.len_utf8()..];
            let (number, taken) = small(behind)?;
            let next = after(behind, taken);
            // 第一，加强…: only with the comma is it an item.
            matches!(next, Some('，' | ',' | '、' | '：' | ':')).then_some(())?;
            make(Series::Ordinal, number, first.len_utf8() + taken)
        }
        '首' | '其' | '再' | '最' => {
            let (word, number) = SEQUENCE.into_iter().find(|(word, _)| rest.starts_with(word))?;
            make(Series::Sequence, number, word.len())
        }
        _ => {
            let (number, taken) = small(rest)?;
            match after(rest, taken)? {
                // 一是一、二是二 and 一是否 are no items.
                '是' if !matches!(after(rest, taken + '是'.len_utf8()), Some('一' | '否')) => {
                    make(Series::Is, number, taken + '是'.len_utf8())
                }
                '要' if !matches!(after(rest, taken + '要'.len_utf8()), Some('素')) => {
                    make(Series::Must, number, taken + '要'.len_utf8())
                }
                _ => None,
            }
        }
    }
}

/// 一 to 十九 at the start of `rest`, and its length.
fn small(rest: &str) -> Option<(u32, usize)> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    let ones = |ch: char| han_digit(ch).filter(|value| *value > 0 && ch != '两').map(u32::from);
    if first == '十' {
        let second = chars.next().and_then(ones);
        return Some((10 + second.unwrap_or(0), first.len_utf8() * if second.is_some() { 2 } else { 1 }));
    }
    ones(first).map(|value| (value, first.len_utf8()))
}

/// Whether an item can begin at byte `at`: at the start of the paragraph, or behind a mark or a space.
fn is_boundary(text: &str, paragraph: Span, at: usize) -> bool {
    at == paragraph.start as usize
        || before(text, at).is_some_and(|ch| {
            is_sentence_stop(ch) || is_comma(ch) || is_space(ch) || is_closing(ch) || matches!(ch, '—' | '·' | '.')
        })
}

/// Everything in `paragraph` that may be the marker of an item, in order.
pub(crate) fn candidates(text: &str, places: &Concordance, paragraph: Span, out: &mut Vec<Candidate>) {
    const FIRST: &Letters = letters!("〇零○一二两兩三四五六七八九壹贰叁肆伍陆柒捌玖十第首其再最（(①Ⅰ❶㈠");
    for at in places.within(paragraph).of(FIRST) {
        let is_sign = || after(text, at).and_then(marker::sign).is_some();
        if is_boundary(text, paragraph, at) || is_sign() {
            out.extend(candidate(text, at, paragraph.end as usize));
        }
    }
}

/// Finds the items of one section: `paragraphs` are its own stretches of text, in order.
pub(crate) fn find(text: &str, places: &Concordance, paragraphs: &[Span]) -> Vec<Found> {
    let mut candidates = Vec::new();
    for paragraph in paragraphs {
        self::candidates(text, places, *paragraph, &mut candidates);
    }
    // A series counts from one; a lone number (三是 without 二是, （2） of a citation) is none of it.
    let mut last = [0u32; KINDS];
    let mut found = Vec::new();
    work::done(candidates.len());
    for (place, Candidate { series, found: item }) in candidates.iter().enumerate() {
        let seen = &mut last[*series as usize];
        let follows = |number| {
            candidates[place + 1..].iter().take(64).any(|next| next.series == *series && next.found.number == number)
        };
        let number = if item.number == 0 { if *seen > 0 { *seen + 1 } else { 0 } } else { item.number };
        let opens =
            number == 1 && (matches!(series, Series::Is) || follows(2) || *series == Series::Sequence && follows(0));
        // One lost item does not end a series.
        let goes_on = *seen > 0 && (number == *seen + 1 || number == *seen + 2);
        if opens || goes_on {
            *seen = number;
            found.push(Found { number, ..*item });
        }
    }
    found
}

#[cfg(test)]
#[path = "test_items.rs"]
mod test;
