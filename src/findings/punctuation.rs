//! 标点符号: one pass over each paragraph, and what the headings and figures show.

mod etcetera;
mod headings;
mod pairs;
mod runs;
mod series;
mod stops;
mod width;

use crate::chars::{before, is_han, is_opening, one_of};
use crate::concordance::{Letters, letters};
use crate::findings::{Findings, Subject};
use crate::headings::Marked;
use crate::lines::Line;
use crate::search::{Search, set};
use crate::span::Span;

/// What is wrong with the marks.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    stops::find(subject, out);
    const MARKS: &Letters = letters!(",;:?!.\"＂(（)），。、；：…-－〔〕【】“”《》〈<〉>");
    let mut pairs = pairs::Pairs::default();
    let mut marks = subject.places.all().of(MARKS).peekable();
    for line in prose(subject) {
        let words = &subject.text[line.words];
        let (start, end) = (line.words.start as usize, line.words.end as usize);
        while marks.next_if(|at| *at < start).is_some() {}
        let mut carried = width::Carried::default();
        let mut in_series = false;
        pairs.begin(words);
        while let Some(at) = marks.next_if(|at| *at < end) {
            // A full-width comma, colon or full stop before a Chinese character, as nearly all are, is told by its bytes.
            if let [0xEF, 0xBC, 0x8C | 0x9A, 0xE4..=0xE9, ..] | [0xE3, 0x80, 0x82, 0xE4..=0xE9, ..] =
                &subject.text.as_bytes()[at..]
            {
                continue;
            }
            let Some(mark) = Mark::at(line.words, words, at - start) else { continue };
            in_series |= matches!((mark.ch, mark.after()), ('；' | ';', Some('二' | '三')));
            // Nearly every mark stands behind a word and before one.
            if !mark.is_usual() {
                width::look(subject, &mark, &mut carried, out);
                runs::look(subject, &mark, out);
                etcetera::look(&mark, out);
                pairs.look(subject, &mark, out);
            }
        }
        if in_series {
            series::look(line, words, out);
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

/// A mark of a paragraph, and what stands round it.
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
    /// The mark at byte `offset` of the words of a line.
    fn at(line: Span, words: &'t str, offset: usize) -> Option<Mark<'t>> {
        let mut rest = words.get(offset..)?.chars();
        let ch = rest.next()?;
        Some(Mark { line, words, offset, ch, before: before(words, offset), rest: rest.as_str() })
    }

    /// A full-width stop, with no other mark behind it that makes a rule look at it.
    fn is_usual(&self) -> bool {
        match self.ch {
            '，' | '。' | '；' | '：' => !one_of(self.after(), runs::MARKS),
            '、' => !one_of(self.after(), runs::MARKS) && !matches!(self.after(), Some('《' | '“' | '等')),
            _ => false,
        }
    }

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
        || one_of(ch, set!("）》”〕】〉，。、；：？！"))
}
