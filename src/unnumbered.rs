//! Headings without a number: lines that a section uses as headings throughout.

use crate::bodies::is_body;
use crate::chars::has_word;
use crate::concordance::Concordance;
use crate::dates::whole_date;
use crate::headings::{Loss, Marked};
use crate::likeness::{Form, is_whole_line, looks_like};
use crate::lines::Line;
use crate::lost::behind_title;
use crate::marker::Style;
use crate::order::by_place;
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;
use core::ops::Range;

/// Adds the headings without a number, each a level below the heading that it stands under.
pub(crate) fn find(text: &str, places: &Concordance, lines: &[Line], marked: &mut Vec<Marked>) {
    let mut found = Vec::new();
    if marked.is_empty() {
        let start = behind_title(text, places, lines, lines.len());
        // The words that open the report may take a second paragraph.
        let opening = usize::from(start < lines.len() && has_word(&text[lines[start].words], "。"));
        in_section(text, places, lines, start + opening..lines.len(), 1, &mut found);
    }
    for (place, heading) in marked.iter().enumerate() {
        let end = marked.get(place + 1).map_or(lines.len(), |next| next.line);
        in_section(text, places, lines, heading.line + 1..end, heading.level + 1, &mut found);
    }
    if !found.is_empty() {
        marked.append(&mut found);
        by_place(marked, |heading| (heading.title, 0));
    }
}

/// The headings of one section, `range` of the lines, which has none with a number.
fn in_section(
    text: &str,
    places: &Concordance,
    lines: &[Line],
    range: Range<usize>,
    level: u32,
    found: &mut Vec<Marked>,
) {
    work::done(range.len());
    let form = Form { stopped: false, ..Form::ABOVE };
    let is_heading = |at: usize| {
        let (line, words) = (lines[at], &text[lines[at].words]);
        let begins = at == range.start || is_whole_line(&text[lines[at - 1].words]);
        let under = || range.contains(&(at + 1)) && has_word(&text[lines[at + 1].words], "。");
        begins && looks_like(text, places, &line, form) && under() && !is_body(words) && whole_date(words).is_none()
    };
    // One line is no usage, and neither are some behind other text.
    if range.is_empty() || !is_heading(range.start) {
        return;
    }
    let headings: Vec<usize> = range.clone().filter(|at| is_heading(*at)).collect();
    if headings.len() < 2 {
        return;
    }
    for at in headings {
        let start = lines[at].words.start as usize;
        found.push(Marked {
            line: at,
            marker: Span::new(start, start),
            title: lines[at].words,
            number: None,
            level,
            style: Style::None,
            loss: Loss::None,
            new_report: false,
        });
    }
}
