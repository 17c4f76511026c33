//! 《…》 with the document number that goes with it, and document numbers by themselves.

use crate::chars::{after, digit, is_han, is_space, step_back, step_on};
use crate::concordance::{Concordance, Places, letters};
use crate::report::Citation;
use crate::search::{Search, set};
use crate::span::Span;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Every outermost 《…》 of `line`, a span of `text` that holds no line break. One pass, whatever stays open.
fn pairs(text: &str, places: Places<'_>, found: &mut Vec<Span>) {
    let mut open: Vec<usize> = Vec::new();
    let first = found.len();
    for at in places.of(letters!("《》")) {
        if text[at..].starts_with('《') {
            open.push(at);
        } else if let Some(start) = open.pop() {
            let pair = Span::new(start, at + '》'.len_utf8());
            // What was closed inside this pair is no longer outermost.
            while found.len() > first && found.last().is_some_and(|inner| inner.start > pair.start) {
                found.pop();
            }
            found.push(pair);
        }
    }
}

/// A document number such as 国发〔2021〕3号 whose opening bracket stands at byte `at` of `text`: from the letters
/// before the bracket (not before byte `from`) to 号.
pub(crate) fn document_number(text: &str, from: usize, at: usize) -> Option<Span> {
    let open = after(text, at).filter(|ch| matches!(ch, '〔' | '[' | '［' | '【' | '(' | '（' | '﹝' | '〈'))?;
    let year_start = at + open.len_utf8();
    let mut end = year_start;
    let mut digits = 0;
    let mut chars = text[year_start..step_on(text, year_start, 24)].chars().peekable();
    while let Some(ch) = chars.next_if(|ch| digit(*ch).is_some()) {
        digits += 1;
        end += ch.len_utf8();
    }
    let close = chars.next().filter(|ch| matches!(ch, '〕' | ']' | '］' | '】' | ')' | '）' | '﹞' | '〉'))?;
    end += close.len_utf8();
    // 〔23〕3号: a year that lost its century.
    if digits != 4 && (digits != 2 || open != '〔') {
        return None;
    }
    for ch in chars {
        end += ch.len_utf8();
        match ch {
            '号' => {
                let window = text.get(from.max(step_back(text, at, 10))..at)?;
                return Some(Span::new(at - agency_code(window).len(), end));
            }
            '第' | '字' => {}
            _ if digit(ch).is_some() || is_space(ch) => {}
            _ => return None,
        }
    }
    None
}

/// What a text cites.
#[derive(Debug, Default)]
pub(crate) struct Citations<'t> {
    /// The works, in reading order.
    pub(crate) works: Vec<Citation<'t>>,
    /// Document numbers outside 《…》, in reading order.
    pub(crate) numbers: Vec<Span>,
}

/// Reads the citations of `lines`, spans of `text` without line breaks, in order.
pub(crate) fn find<'t>(text: &'t str, places: &Concordance, lines: impl Iterator<Item = Span>) -> Citations<'t> {
    let mut out = Citations::default();
    let mut spans = Vec::new();
    for line in lines {
        let places = places.within(line);
        spans.clear();
        pairs(text, places, &mut spans);
        let mut numbers = Vec::new();
        let mut from = line.start as usize;
        for at in places.of(letters!("〔[［【(（﹝〈")) {
            if let Some(number) = document_number(text, from, at).filter(|_| at >= from) {
                numbers.push(number);
                from = number.end as usize;
            }
        }
        let mut next = numbers.iter().peekable();
        for span in &spans {
            while let Some(number) = next.next_if(|number| number.end <= span.start) {
                out.numbers.push(*number);
            }
            let mut number = None;
            while let Some(inside) = next.next_if(|number| number.end <= span.end) {
                number = Some(*inside);
            }
            let behind = span.end as usize + bracket_length(text, span.end as usize);
            if let Some(found) =
                next.peek().filter(|number| number.start as usize <= behind && number.start >= span.end)
            {
                number = Some(**found);
            }
            let number = number.map(|number| Cow::Borrowed(&text[number]));
            out.works.push(Citation { span: *span, number });
        }
        out.numbers.extend(next.copied());
    }
    out
}

/// The bracket and the spaces that may stand between 》 and a document number, in bytes.
fn bracket_length(text: &str, at: usize) -> usize {
    text[at..step_on(text, at, 3)]
        .chars()
        .take_while(|ch| is_space(*ch) || matches!(ch, '(' | '（'))
        .map(char::len_utf8)
        .sum()
}

/// The agency's code (国办发, 某政函) at the end of `window`, or nothing where the words there are no code.
fn agency_code(window: &str) -> &str {
    let start = window
        .char_indices()
        .rev()
        .take_while(|(_, ch)| is_han(*ch) || ch.is_ascii_alphanumeric())
        .last()
        .map_or(window.len(), |(start, _)| start);
    let code = &window[start..];
    let code = ["根据", "按照", "依据", "依照", "印发", "以", "和", "及"]
        .iter()
        .fold(code, |code, lead| code.strip_prefix(lead).unwrap_or(code));
    // （某市监〔2023〕3号）: whatever its last character, between the mark and the year there is nothing else.
    let alone =
        code.len() + start == window.len() && window[..start].ends_of(set!("（(")) && code.chars().nth(6).is_none();
    if alone || code.ends_of(set!("发函办字规政文通令电呈请报委党组法府")) { code } else { "" }
}

#[cfg(test)]
#[path = "test_citations.rs"]
mod test;
