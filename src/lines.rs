//! The lines of a paste. Laid end to end they are the text again.

use crate::chars::{is_space, step_on};
use crate::concordance::{Places, letters};
use crate::search::Search;
use crate::span::Span;
use alloc::vec::Vec;

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line with its line break.
    pub(crate) whole: Span,
    /// The line without its line break, its indent and the spaces at its end; empty for a blank line.
    pub(crate) words: Span,
}

impl Line {
    /// Whether the words are all of the line, and not a piece of one that is read as several.
    pub(crate) const fn is_whole(&self) -> bool {
        self.whole.len() < self.words.len() + 64
    }
}

/// What breaks a line: LF, CR, CRLF, and the separators that Word and web pages leave.
pub(crate) fn is_break(ch: char) -> bool {
    matches!(ch, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Reads the lines of `text`. Every byte of it belongs to exactly one line.
pub(crate) fn read(text: &str, places: Places<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut breaks = places.of(letters!("\n\r\u{0B}\u{0C}\u{85}\u{2028}\u{2029}")).peekable();
    while let Some(at) = breaks.next() {
        let mut end = step_on(text, at, 1);
        if text[at..].starts_with("\r\n") {
            breaks.next();
            end += 1;
        }
        lines.push(line(text, start, at, end));
        start = end;
    }
    if start < text.len() {
        lines.push(line(text, start, text.len(), text.len()));
    }
    lines
}

fn line(text: &str, start: usize, stop: usize, end: usize) -> Line {
    let content = &text[start..stop];
    let left = if begins_with_space(content) { content.trim_start_if(&is_space) } else { content };
    let words = if ends_with_space(left) { left.trim_end_if(&is_space) } else { left };
    let from = start + content.len() - left.len();
    Line { whole: Span::new(start, end), words: Span::new(from, from + words.len()) }
}

/// Whether a space may stand here, by the first byte of each.
fn begins_with_space(content: &str) -> bool {
    matches!(content.as_bytes(), [b' ' | b'\t' | 0xC2 | 0xE2 | 0xE3 | 0xEF, ..])
}

/// Whether a space may stand at the end, by the last byte of each.
fn ends_with_space(content: &str) -> bool {
    matches!(content.as_bytes(), [.., b' ' | b'\t' | 0x80..=0x8B | 0xA0 | 0xAF | 0xBF])
}

#[cfg(test)]
#[path = "test_lines.rs"]
mod test;
