//! The tree of headings, with the items under each.

use crate::chars::{is_sentence_stop, is_space};
use crate::concordance::Concordance;
use crate::headings::Marked;
use crate::items;
use crate::lines::Line;
use crate::marker::Style;
use crate::report::{Heading, Item};
use crate::roles;
use crate::search::Search;
use crate::span::Span;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// The tree, with bodies, items and roles. `end` is the length of the text, `lines` those that are not noise.
pub(crate) fn tree<'t>(
    text: &'t str,
    places: &Concordance,
    lines: &[Line],
    marked: &[Marked],
    year: Option<u32>,
) -> (Vec<Heading<'t>>, Vec<Item<'t>>) {
    let mut sections = own_paragraphs(lines, marked);
    let before = sections.next().map(|paragraphs| item_list(text, places, &paragraphs)).unwrap_or_default();
    let mut flat: Vec<Heading<'t>> = Vec::with_capacity(marked.len());
    let ends = body_ends(text, marked);
    let tops = marked
        .iter()
        .enumerate()
        .filter(|(_, heading)| heading.level == 1)
        .map(|(place, heading)| (&text[heading.title], opening(text, lines, heading, marked.get(place + 1))));
    let mut told = roles::of_sections(tops, year).into_iter();
    for ((heading, paragraphs), end) in marked.iter().zip(sections).zip(ends) {
        let words = &text[heading.title];
        flat.push(Heading {
            span: Span { start: heading.marker.start, end: heading.title.end },
            marker: Cow::Borrowed(if heading.is_marked() { &text[heading.marker] } else { "" }),
            number: heading.number,
            title: Cow::Borrowed(words),
            level: heading.level,
            role: if heading.level == 1 { told.next() } else { None },
            inferred: heading.inferred(),
            body: Span { start: heading.title.end, end },
            items: item_list(text, places, &paragraphs),
            children: Vec::new(),
        });
    }
    (nest(flat), before)
}

fn item_list<'t>(text: &'t str, places: &Concordance, paragraphs: &[Span]) -> Vec<Item<'t>> {
    items::find(text, places, paragraphs)
        .into_iter()
        .map(|item| Item { span: item.span, marker: Cow::Borrowed(&text[item.span]), number: item.number })
        .collect()
}

/// The words that open a section: behind its title, or the paragraph below it that no other heading begins.
fn opening<'t>(text: &'t str, lines: &[Line], heading: &Marked, next: Option<&Marked>) -> &'t str {
    let line = |at: usize| lines.get(at).map(|line| line.words);
    let rest = line(heading.line).and_then(|line| text.get(heading.title.end as usize..line.end as usize));
    let rest = rest.unwrap_or_default().trim_start_if(&|ch| is_space(ch) || is_sentence_stop(ch));
    let below = || line(heading.line + 1).filter(|_| next.is_none_or(|next| next.line > heading.line + 1));
    if rest.is_empty() { below().map_or("", |below| &text[below]) } else { rest }
}

/// For the text before the first heading and then for each heading: the stretches of text that are its own.
fn own_paragraphs<'a>(lines: &'a [Line], marked: &'a [Marked]) -> impl Iterator<Item = Vec<Span>> + 'a {
    let mut line = 0;
    (0..=marked.len()).map(move |place| {
        let mut own = Vec::new();
        let heading = place.checked_sub(1).and_then(|place| marked.get(place));
        if let Some(heading) = heading {
            // The rest of the heading's own line.
            if let Some(first) = lines.get(line) {
                own.push(Span { start: heading.title.end, end: first.words.end.max(heading.title.end) });
                line += 1;
            }
        }
        let stop = marked.get(place).map_or(u32::MAX, Marked::start);
        while let Some(next) = lines.get(line).filter(|next| next.words.start < stop) {
            own.push(next.words);
            line += 1;
        }
        own
    })
}

/// Where the body of each heading ends: at the next heading of its level or above.
fn body_ends(text: &str, marked: &[Marked]) -> Vec<u32> {
    let mut ends = alloc::vec![text.len() as u32; marked.len()];
    // For each level, the start of the last heading seen from behind; deeper levels never end a body.
    let mut next = [text.len() as u32; Style::COUNT + 2];
    for (place, heading) in marked.iter().enumerate().rev() {
        let level = (heading.level as usize).min(Style::COUNT);
        ends[place] = next[level];
        for deeper in &mut next[level..] {
            *deeper = heading.start();
        }
    }
    ends
}

/// Hangs each heading under the last one of a higher level.
fn nest(flat: Vec<Heading<'_>>) -> Vec<Heading<'_>> {
    let mut top = Vec::new();
    let mut open: Vec<Heading<'_>> = Vec::new();
    fn close<'t>(open: &mut Vec<Heading<'t>>, top: &mut Vec<Heading<'t>>, level: u32) {
        while open.last().is_some_and(|heading| heading.level >= level) {
            if let Some(done) = open.pop() {
                match open.last_mut() {
                    Some(parent) => parent.children.push(done),
                    None => top.push(done),
                }
            }
        }
    }
    for heading in flat {
        close(&mut open, &mut top, heading.level);
        open.push(heading);
    }
    close(&mut open, &mut top, 0);
    top
}

#[cfg(test)]
#[path = "test_outline.rs"]
mod test;
