//! Where one report ends and another begins in the same paste.

use crate::bodies::is_body;
use crate::dates::whole_date;
use crate::headings::Marked;
use crate::lines::Line;
use crate::title::{begins_title, ends_title, is_whole, names_year};
use crate::work;

/// How many characters a title has at most.
const TITLE: usize = 60;

/// Marks the headings that open another report: above each stands a title, below a signature, a date or the name of a
/// body, or a title that can be nothing else.
pub(crate) fn find(text: &str, lines: &[Line], marked: &mut [Marked]) {
    let head = marked.first().map_or(0, |first| first.line);
    let mut above = None::<usize>;
    for heading in marked.iter_mut() {
        // The title of the first report stands above its first heading.
        if let Some(above) = above.replace(heading.line)
            && heading.number == Some(1)
        {
            work::done(heading.line - above);
            heading.new_report = (above + 1..heading.line)
                .any(|at| is_title(text, lines, at) && !repeats(text, &lines[..head], lines[at]));
        }
    }
}

/// Whether the line stands in the head of the first report too: its title above a new page.
fn repeats(text: &str, head: &[Line], line: Line) -> bool {
    work::done(head.len());
    head.iter().any(|other| text[other.words] == text[line.words])
}

/// Whether a report's title stands on line `at`.
fn is_title(text: &str, lines: &[Line], at: usize) -> bool {
    let words = |at: usize| lines.get(at).map_or("", |line| &text[line.words]);
    let (here, before) = (words(at), words(at - 1));
    if here.len() > 4 * TITLE || here.chars().count() > TITLE || !ends_title(here) {
        return false;
    }
    let signed = whole_date(before).is_some() || is_body(before);
    begins_title(here) && (signed || is_whole(here) && names_year(here))
}
