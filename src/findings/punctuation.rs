//! 标点符号: one pass over each paragraph, and what the headings and figures show.

mod etcetera;
mod headings;
mod pairs;
mod runs;
mod series;
mod stops;
mod width;

use crate::chars::{is_han, is_opening};
use crate::findings::{Findings, Subject};
use crate::headings::Marked;
use crate::lines::Line;
use crate::search::{Search, set};
use crate::span::Span;
use crate::work;

/// What is wrong with the marks.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    stops::find(subject, out);
    let mut pairs = pairs::Pairs::default();
    for line in prose(subject) {
        work::done(line.words.len());
        let words = &subject.text[line.words];
        let mut quotes = width::Quotes::default();
        pairs.begin(words);
        series::look(line, words, out);
        let mut before = None;
        let mut chars = words.char_indices();
        while let Some((offset, ch)) = chars.next() {
            if !is_han(ch) && !ch.is_ascii_alphanumeric() {
                let mark = Mark { line: line.words, words, offset, ch, before, rest: chars.as_str() };
                width::look(subject, &mark, &mut quotes, out);
                runs::look(subject, &mark, out);
                etcetera::look(&mark, out);
                pairs.look(subject, &mark, out);
            }
            before = Some(ch);
        }
        pairs.end(out);
    }
    pairs.finish(out);
    headings::find(subject, out);
    width::spaces(subject, out);
}

/// The lines that are sentences: all from the first heading on, and above it those that have the marks of one.
fn prose<'a>(subject: &Subject<'_, 'a>) -> impl Iterator<Item = &'a Line> {
    let (text, lines) = (subject.text, subject.lines);
    let first = subject.marked.first().map_or(u32::MAX, Marked::start);
    lines.iter().filter(move |line| line.words.start >= first || text[line.words].has_of(set!("。，；,")))
}

/// A character of a paragraph that is no Chinese one, no letter and no digit.
#[derive(Clone, Copy, Debug)]
struct Mark<'t> {
    line: Span,
    /// The words of the line.
    words: &'t str,
    /// Where it stands in them.
    offset: usize,
    ch: char,
    before: Option<char>,
    /// The words behind it.
    rest: &'t str,
}

impl<'t> Mark<'t> {
    fn after(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Where it begins in the text.
    fn start(&self) -> usize {
        self.line.start as usize + self.offset
    }

    /// Where it ends in the text.
    fn end(&self) -> usize {
        self.start() + self.ch.len_utf8()
    }

    fn span(&self) -> Span {
        Span::new(self.start(), self.end())
    }

    /// The words of the line before it.
    fn left(&self) -> &'t str {
        &self.words[..self.offset]
    }

    /// How many bytes of the line, from the mark on, are the same character.
    fn run(&self) -> usize {
        let (ch, mut length) = (self.ch, self.ch.len_utf8());
        for _ in self.rest.chars().take_while(|next| *next == ch) {
            length += ch.len_utf8();
        }
        length
    }
}

/// A Chinese character, or a mark that stands in Chinese text only.
fn is_chinese(ch: Option<char>) -> bool {
    ch.is_some_and(|ch| is_han(ch) || ch > '\u{2000}' && is_opening(ch))
        || crate::chars::one_of(ch, set!("）》”〕】〉，。、；：？！"))
}
