//! 以下简称: set, and used.

use crate::chars::{find_word, has_word, step_on};
use crate::findings::{Findings, Subject};
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::span::Span;

/// How many short forms a document sets; each is looked for in all that follows.
const MOST: usize = 12;

/// Short forms that nothing uses.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    const SETS: &str = "以下简称";
    let text = subject.text;
    let mut from = 0;
    for _ in 0..MOST {
        let Some(found) = text.get(from..).and_then(|rest| find_word(rest, SETS)) else { return };
        let start = from + found;
        from = start + SETS.len();
        let Some(close) = text[from..step_on(text, from, 40)].find_of(set!("）)\n")) else { continue };
        let end = from + close;
        let named = text[from..end].trim_start_of(set!("为：:")).trim_if(&|ch| matches!(ch, '“' | '”' | '"'));
        // One name; 《方案》 is used with its marks or without.
        let name = named.trim_start_of(set!("《")).trim_end_of(set!("》"));
        if name.is_empty() || named.has_of(set!("“、，和")) || has_word(&text[end..], name) {
            continue;
        }
        let sentence = &["所定简称“{0}”后文未用。", "The short name “{0}” is set and not used afterwards."];
        out.say(Rule::ShortName, Span::new(start, end), sentence, &[&named]);
    }
}
