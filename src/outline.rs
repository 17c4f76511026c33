//! The tree of headings, from the lines that begin with a marker.
//!
//! The level of a heading comes from how this report uses its markers: a style that is met below another one is one
//! level deeper, so 一、→ 1. is two levels where （一） is never used.

use crate::chars::{is_sentence_stop, is_space};
use crate::compose::compose;
use crate::items;
use crate::lines::Line;
use crate::marker::{self, Style};
use crate::report::{Heading, Item};
use crate::roles;
use crate::span::Span;
use crate::unbroken;
use crate::work;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A heading before the tree is made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marked {
    /// The marker, or what is left of it.
    pub(crate) marker: Span,
    pub(crate) title: Span,
    pub(crate) number: Option<u32>,
    /// 1 for the outermost.
    pub(crate) level: u32,
    /// Whether the marker was lost.
    pub(crate) lost: bool,
    /// Whether a part of the marker was lost: 五） for （五）.
    pub(crate) broken: bool,
    style: Style,
    /// The styles that a lost marker can have had.
    candidates: &'static [Style],
}

impl Marked {
    /// Where the heading begins.
    pub(crate) fn start(&self) -> u32 {
        self.marker.start
    }

    /// The part of a lost marker that must stand before what is left of it: 二 of 二、, （二 of （二）.
    pub(crate) fn restored(&self) -> Option<String> {
        if self.broken {
            return Some(String::from("（"));
        }
        let number = self.number.filter(|_| self.lost)?;
        Some(match self.style {
            Style::Han => han_number(number),
            Style::HanBracket => compose!("（", han_number(number)),
            Style::ArabicBracket => compose!("（", number),
            _ => compose!(number),
        })
    }

    /// Whether the number or the level had to be worked out.
    pub(crate) fn inferred(&self) -> bool {
        self.lost || self.broken
    }
}

/// 1 to 99 in Chinese numerals.
fn han_number(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u32| DIGITS.get(value as usize).copied().unwrap_or_default();
    match number {
        0..=9 => String::from(digit(number)),
        10..=19 => compose!("十", digit(number - 10)),
        _ => compose!(digit(number / 10), "十", digit(number % 10)),
    }
}

/// The title behind a marker: to the first sentence stop, or to the end of the line.
fn title(text: &str, from: usize, line: &Line) -> Span {
    let rest = &text[from..line.words.end as usize];
    let lead = rest.len() - rest.trim_start_matches(is_space).len();
    let rest = &rest[lead..];
    let stop = rest.find(is_sentence_stop).unwrap_or(rest.len());
    // A line that is read as several lost its breaks: the title may run into what stands under it.
    let end = Some(stop).filter(|_| line.is_whole()).or_else(|| unbroken::title_in(&rest[..stop])).unwrap_or(stop);
    let words = rest[..end].trim_end_matches(|ch| is_space(ch) || matches!(ch, '：' | ':' | '，' | ',' | '、'));
    Span::new(from + lead, from + lead + words.len())
}

/// The headings of a text in reading order, with their levels.
pub(crate) fn read(text: &str, lines: &[Line]) -> Vec<Marked> {
    let mut marked = Vec::new();
    let mut listing = false;
    for line in lines {
        work::done(line.words.len());
        let start = line.words.start as usize;
        let words = &text[line.words];
        // 附件：1.一览表 / 2.台账, 注：1.…: the lines of a list at the foot are no headings.
        let opens = opens_list(words);
        let found = marker::scan(words);
        let arabic = found.is_some_and(|found| found.style >= Style::Arabic);
        listing = opens || listing && arabic;
        if listing || is_contents_line(words) {
            continue;
        }
        let (found, length, candidates) = match (found, marker::remains(words)) {
            (Some(found), _) => (Some(found), found.length, &[][..]),
            (None, Some((length, candidates))) => (None, length, candidates),
            (None, None) => continue,
        };
        let title = title(text, start + length, line);
        if title.is_empty() {
            continue;
        }
        marked.push(Marked {
            marker: Span::new(start, start + length),
            title,
            number: found.map(|found| found.number),
            level: 0,
            lost: found.is_none(),
            broken: found.is_some_and(|found| found.broken),
            // A lost marker is given its style below.
            style: found.map_or(Style::Han, |found| found.style),
            candidates,
        });
    }
    drop_lone_circles(&mut marked);
    restore_lost(&mut marked);
    set_levels(&mut marked);
    marked
}

/// Whether a line begins the list of attachments or of notes.
fn opens_list(words: &str) -> bool {
    ["附件", "附表", "附", "注", "注释", "备注"]
        .iter()
        .any(|label| words.strip_prefix(label).is_some_and(|rest| rest.starts_with(['：', ':'])))
}

/// A line of a table of contents: its title runs out in dots and a page number.
fn is_contents_line(words: &str) -> bool {
    let bare = words.trim_end_matches(|ch: char| ch.is_ascii_digit() || is_space(ch));
    bare.len() < words.len()
        && (bare.ends_with("…") || bare.ends_with("...") || bare.ends_with("···") || bare.ends_with("．．．"))
}

/// ① at the start of a line is a heading only in a series of them; alone it is a note.
fn drop_lone_circles(marked: &mut Vec<Marked>) {
    let circles = marked.iter().filter(|heading| heading.style == Style::Circled).count();
    if circles < 2 {
        marked.retain(|heading| heading.style != Style::Circled);
    }
}

/// Gives lost markers their style and number, where exactly one reading fills the gap around them.
fn restore_lost(marked: &mut [Marked]) {
    // For each place and style: the next heading of that style. Read from behind, so that the whole takes one pass.
    let mut next = [None::<usize>; STYLES.len()];
    let mut behind = alloc::vec![next; marked.len()];
    for (place, heading) in marked.iter().enumerate().rev() {
        behind[place] = next;
        if !heading.lost {
            next[heading.style as usize] = Some(place);
        }
    }
    let mut last = [None::<u32>; STYLES.len()];
    let mut done = 0;
    for place in 0..marked.len() {
        if !marked[place].lost {
            let style = marked[place].style as usize;
            last[style] = marked[place].number;
            // Another heading further out closes the series within it.
            last[style + 1..].fill(None);
            continue;
        }
        if place < done {
            continue;
        }
        // A style whose last number before and next number behind leave room for just the lost ones between them.
        let fits = |style: &Style| {
            let (before, closing) = (last[*style as usize].unwrap_or(0), behind[place][*style as usize]?);
            let room = marked[closing].number?.checked_sub(before + 1)? as usize;
            let lost = marked[place..closing].iter().filter(|heading| heading.lost).take(room + 1).count();
            (lost == room).then_some((*style, before, closing))
        };
        let candidates = marked[place].candidates;
        if let Some((style, mut number, closing)) = candidates.iter().find_map(fits) {
            for heading in marked[place..closing].iter_mut().filter(|heading| heading.lost) {
                number += 1;
                (heading.style, heading.number) = (style, Some(number));
            }
            done = closing;
        } else if let Some(style) = candidates.iter().find(|style| last[**style as usize].is_some()) {
            // Nothing closes the gap. The next of the series that is open, unless that series goes on behind it.
            let style = *style;
            let open = behind[place][style as usize].is_none_or(|next| marked[next].number == Some(1));
            let number = last[style as usize].filter(|_| open).map(|number| number + 1);
            (marked[place].style, marked[place].number) = (style, number);
            if open {
                last[style as usize] = number;
            }
        }
    }
}

/// Every style, outermost first.
const STYLES: [Style; 10] = [
    Style::Part,
    Style::Chapter,
    Style::Section,
    Style::Article,
    Style::Han,
    Style::HanBracket,
    Style::Arabic,
    Style::ArabicBracket,
    Style::Circled,
    Style::Letter,
];

/// Levels from the order in which this report nests its styles.
fn set_levels(marked: &mut [Marked]) {
    // How often one style begins again at 1 right below another.
    let mut restarts = [[0u32; STYLES.len()]; STYLES.len()];
    for pair in marked.windows(2) {
        if pair[1].number == Some(1) && pair[0].style != pair[1].style {
            restarts[pair[0].style as usize][pair[1].style as usize] += 1;
        }
    }
    // The usual order holds unless this report plainly turns two styles round: 1. → （一） again and again.
    let turned = |low: usize, high: usize| restarts[low][high] >= 2 && restarts[low][high] > restarts[high][low];
    let outside = |above: Style, below: Style| {
        let (above, below) = (above as usize, below as usize);
        if above < below { !turned(below, above) } else { turned(above, below) }
    };
    let mut open: Vec<Style> = Vec::new();
    for heading in marked.iter_mut() {
        match open.iter().position(|style| *style == heading.style) {
            Some(place) => open.truncate(place + 1),
            None => {
                while open.last().is_some_and(|above| !outside(*above, heading.style)) {
                    open.pop();
                }
                open.push(heading.style);
            }
        }
        heading.level = open.len() as u32;
    }
}

/// The tree, with bodies, items and roles. `end` is the length of the text, `lines` those that are not noise.
pub(crate) fn tree<'t>(
    text: &'t str,
    lines: &[Line],
    marked: &[Marked],
    year: Option<u32>,
) -> (Vec<Heading<'t>>, Vec<Item<'t>>) {
    let mut sections = own_paragraphs(lines, marked);
    let before = sections.next().map(|paragraphs| item_list(text, &paragraphs)).unwrap_or_default();
    let mut flat: Vec<Heading<'t>> = Vec::with_capacity(marked.len());
    let ends = body_ends(text, marked);
    for ((heading, paragraphs), end) in marked.iter().zip(sections).zip(ends) {
        let words = &text[heading.title];
        flat.push(Heading {
            span: Span { start: heading.marker.start, end: heading.title.end },
            marker: Cow::Borrowed(if heading.lost { "" } else { &text[heading.marker] }),
            number: heading.number,
            title: Cow::Borrowed(words),
            level: heading.level,
            role: (heading.level == 1).then(|| roles::of_title(words, year)),
            inferred: heading.inferred(),
            body: Span { start: heading.title.end, end },
            items: item_list(text, &paragraphs),
            children: Vec::new(),
        });
    }
    (nest(flat), before)
}

fn item_list<'t>(text: &'t str, paragraphs: &[Span]) -> Vec<Item<'t>> {
    items::find(text, paragraphs)
        .into_iter()
        .map(|item| Item { span: item.span, marker: Cow::Borrowed(&text[item.span]), number: item.number })
        .collect()
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
    let mut next = [text.len() as u32; STYLES.len() + 2];
    for (place, heading) in marked.iter().enumerate().rev() {
        let level = (heading.level as usize).min(STYLES.len());
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
