//! Marks of Markdown, as a chat leaves them in a copy: # before a heading, ** round it.

use crate::chars::find_word;
use crate::concordance::{Concordance, letters};
use crate::lines::Line;
use crate::span::Span;
use alloc::vec::Vec;

/// The most signs that a heading of Markdown has.
const DEPTH: usize = 6;

/// The marks of Markdown in the text, in order.
pub(crate) fn marks(text: &str, places: &Concordance, lines: &[Line]) -> Vec<Span> {
    let mut out = Vec::new();
    if !places.has(letters!("#*")) {
        return out;
    }
    for line in lines {
        let words = &text[line.words];
        let start = line.words.start as usize;
        let signs = words.len() - words.trim_start_matches('#').len();
        let behind = words[signs..].trim_start_matches(' ');
        // #水稻 is a row of a table: a heading has a space behind the sign.
        let spaces = words.len() - signs - behind.len();
        if (1..=DEPTH).contains(&signs) && spaces > 0 && !behind.is_empty() {
            out.push(Span::new(start, start + signs + spaces));
        }
        // Two and two: a mark that is never closed is none.
        let (mut open, mut from) = (None, 0);
        while let Some(at) = find_word(&words[from..], "**") {
            let span = Span::new(start + from + at, start + from + at + "**".len());
            from += at + "**".len();
            match open.take() {
                Some(opening) => out.extend([opening, span]),
                None => open = Some(span),
            }
        }
    }
    out
}
