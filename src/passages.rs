//! What each stretch of a report is about: as its top headings say; where a heading holds two things (存在的问题及下一步打算)
//! or none says it, as the paragraphs do that open with 下一步 or 存在的问题.

use crate::headings::Marked;
use crate::lines::Line;
use crate::report::{Heading, Passage, Role};
use crate::roles;
use crate::search::{Search, set};
use crate::span::Span;
use alloc::vec::Vec;

/// The passages of a text, in reading order. What stands before the first heading, or the first sentence of a report
/// without headings, is none.
pub(crate) fn find(
    text: &str,
    lines: &[Line],
    marked: &[Marked],
    outline: &[Heading<'_>],
    year: Option<u32>,
) -> Vec<Passage> {
    let silent = outline.iter().all(|top| matches!(top.role, None | Some(Role::Work)));
    let mut out: Vec<Passage> = Vec::new();
    let mut headings = marked.iter().peekable();
    let mut tops = outline.iter();
    // Whether the paragraphs here say what they are about.
    let mut open = silent;
    for (place, line) in lines.iter().enumerate() {
        let heading = headings.next_if(|heading| heading.line == place);
        let stated = match heading {
            Some(heading) if heading.level == 1 => {
                let title = &text[heading.title];
                open = silent || roles::holds_two(title, year);
                tops.next().and_then(|top| top.role).filter(|role| !silent || *role != Role::Work || out.is_empty())
            }
            Some(heading) if open => roles::of_opening(&text[heading.title], year),
            None if open => roles::of_opening(&text[line.words], year),
            _ => None,
        };
        let begins = marked.is_empty() && out.is_empty() && text[line.words].has_of(set!("。"));
        let last = out.last_mut();
        match stated.or(begins.then_some(Role::Work)).filter(|role| last.as_ref().is_none_or(|last| last.role != *role))
        {
            Some(role) => out.push(Passage { span: line.words, role }),
            None => {
                if let Some(last) = last {
                    last.span = Span { end: line.words.end, ..last.span };
                }
            }
        }
    }
    out
}
