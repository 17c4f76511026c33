//! Paragraphs that do not end.

use crate::bodies::ends_body;
use crate::chars::{has_word, is_closing, is_comma, is_sentence_stop, step_back};
use crate::findings::{Findings, Subject};
use crate::headings::{Marked, left_of_numeral};
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::span::Span;
use alloc::vec::Vec;

/// Paragraphs of sentences whose last one does not end.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let first = subject.marked.first().map_or(u32::MAX, Marked::start);
    let mut paragraphs = 0;
    let mut open = Vec::new();
    let mut lines = subject.lines.iter().filter(|line| line.words.start >= first).peekable();
    while let Some(line) = lines.next() {
        let words = &subject.text[line.words];
        let words = left_of_numeral(words).unwrap_or(words);
        let place = subject.marked.binary_search_by_key(&line.words.start, Marked::start).ok();
        // A heading alone on its line has no stop.
        let heading_only = place.is_some_and(|place| subject.marked[place].title.end == line.words.end);
        let sentences = has_word(words, "。") || words.has_of(set!("，；")) && words.chars().nth(40).is_some();
        if heading_only || !sentences {
            continue;
        }
        paragraphs += 1;
        let last = words.chars().next_back();
        if last.is_some_and(|ch| {
            !is_sentence_stop(ch) && !is_comma(ch) && !is_closing(ch) && !matches!(ch, '…' | '—' | '.' | '．' | '|')
        }) && !lines.peek().is_some_and(|next| goes_on(subject, next.words))
        {
            open.push(line.words.end);
        }
    }
    // Lines broken by a PDF end anywhere: that is not a stop that somebody forgot.
    if open.len() * 3 > paragraphs && open.len() > 2 {
        return;
    }
    for end in open {
        let last = Span::new(step_back(subject.text, end as usize, 1), end as usize);
        let sentence = &["段末缺少句号。", "The full stop at the end of the paragraph is missing."];
        out.say_mended(Rule::StopMissing, last, sentence, &[], Span { start: end, end }, "。");
    }
}

/// Whether a line is a scrap of a sentence: a page broke the line before it, at words in bold or at a small 2.5. A heading is
/// none, nor the name or the date at the end.
fn goes_on(subject: &Subject<'_, '_>, next: Span) -> bool {
    let words = &subject.text[next];
    let heading = subject.marked.binary_search_by_key(&next.start, Marked::start).is_ok();
    let scrap = words.chars().nth(8).is_none() && !words.has_if(&is_sentence_stop) && !ends_body(words);
    !heading && scrap && !words.has_of(set!("年月日")) && !words.starts_with('附')
}
