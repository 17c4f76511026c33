//! Lines that were broken where the page ended and not where the paragraph does: a copy from a PDF, a mail, a terminal.
//!
//! A text is read as wrapped where many of its lines break in the middle of a sentence at one and the same width, and
//! hardly any is wider. Then a line that is full and goes on is joined with the next one; page numbers between them are
//! passed over.

use crate::chars::{digit, ends_sentence, is_closing, is_space, one_of};
use crate::concordance::{Concordance, letters};
use crate::lines::Line;
use crate::marker::{self, Style};
use crate::noise;
use crate::search::{Search, set};
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;

/// Widths that a page can have, in characters and in columns (a Chinese character takes two).
const WIDTHS: [(usize, usize); 2] = [(18, 80), (36, 160)];

/// What is longer, in bytes, is wider than any page.
const WIDEST: usize = 4 * WIDTHS[1].1;

/// How much shorter than the page a full line may be: a mark that must not begin the next line takes its last character
/// with it. In characters and in columns.
const SLACK: [usize; 2] = [2, 4];

/// Lines that must break inside a sentence before a text is read as wrapped.
const ENOUGH: usize = 3;

/// A line that is not blank, measured.
struct Measured {
    words: Span,
    /// The line with its indent, without what follows its last character.
    whole: Span,
    /// The width in characters and in columns, once it is asked for: at first of the lines that end no sentence.
    widths: Option<[usize; 2]>,
    indented: bool,
    /// Its last character ends no sentence.
    open: bool,
    marker: Option<marker::Marker>,
    /// It has a comma or a stop inside, as running text has; titles and menus of one width have none.
    running: bool,
}

/// The width of the page.
#[derive(Clone, Copy)]
struct Page {
    /// Index into [`WIDTHS`].
    measure: usize,
    from: usize,
    to: usize,
    /// Whether an indent shows where a paragraph begins.
    indents: bool,
}

impl Page {
    fn is_full(&self, line: &Measured) -> bool {
        line.widths.is_some_and(|widths| (self.from..=self.to).contains(&widths[self.measure]))
    }
}

/// What stands between the pieces of broken sentences: the places to be left out when the text is read, in order.
pub(crate) fn breaks(text: &str, places: &Concordance, lines: &[Line]) -> Vec<Span> {
    let mut kept = Vec::with_capacity(lines.len());
    kept.extend(lines.iter().filter(|line| !line.words.is_empty() && !is_page_number(text, places, line)).copied());
    let lines = kept;
    let words = |line: &Line| &text[line.words];
    let pairs = || lines.iter().zip(lines.iter().skip(1));
    // Few texts are wrapped: in most of them hardly a line breaks in the middle of a sentence.
    let breaks_inside = |line: &Line, next: &Line| {
        line.words.len() <= WIDEST && is_open(words(line)) && marker::scan(words(next)).is_none()
    };
    let (mut inside, mut running) = (0, 0);
    for (line, _) in pairs().filter(|(line, next)| breaks_inside(line, next)) {
        inside += 1;
        running += usize::from(is_running(places, line));
    }
    if inside < ENOUGH || running < 2 {
        let goes_on = pairs().filter(|(line, next)| begins_with_mark(words(next)) && is_open(words(line)));
        return goes_on.map(|(line, next)| Span { start: line.words.end, end: next.words.start }).collect();
    }
    let mut measured = Vec::with_capacity(lines.len());
    measured.extend(lines.iter().map(|line| measure(text, places, line)));
    let mut lines = measured;
    let page = page(text, &lines);
    for line in lines.iter_mut().filter(|line| page.is_some() && line.widths.is_none()) {
        line.widths = Some(widths(&text[line.whole]));
    }
    let mut out = Vec::new();
    let mut reached = [0u32; Style::COUNT];
    for (place, line) in lines.iter().enumerate() {
        let joined = place.checked_sub(1).and_then(|before| lines.get(before)).is_some_and(|before| {
            let goes_on = before.open && begins_with_mark(&text[line.words])
                || page.is_some_and(|page| goes_on(page, before, line, &reached));
            if goes_on {
                out.push(Span { start: before.words.end, end: line.words.start });
            }
            goes_on
        });
        if let Some(found) = line.marker.filter(|_| !joined) {
            reached[found.style as usize] = found.number;
            reached[found.style as usize + 1..].fill(0);
        }
    }
    out
}

/// Whether the last character of a line ends no sentence.
fn is_open(words: &str) -> bool {
    let last = words.trim_end_if(&is_closing).chars().next_back();
    last.is_some_and(|ch| !ends_sentence(ch))
}

/// Whether a line has a comma or a stop.
fn is_running(places: &Concordance, line: &Line) -> bool {
    places.within(line.words).has(letters!("，,。；、："))
}

fn measure(text: &str, places: &Concordance, line: &Line) -> Measured {
    let words = &text[line.words];
    let length = text[line.whole].trim_end_if(&|ch| ch.is_control() || is_space(ch)).len();
    let whole = Span { end: line.whole.start + length as u32, ..line.whole };
    let open = is_open(words);
    Measured {
        words: line.words,
        whole,
        widths: open.then(|| widths(&text[whole])),
        indented: line.words.start > line.whole.start,
        open,
        marker: marker::scan(words),
        running: is_running(places, line),
    }
}

/// The width of a line in characters and in columns; of one that is wider than any page, whatever is wider.
fn widths(whole: &str) -> [usize; 2] {
    if whole.len() > WIDEST {
        return [whole.len(); 2];
    }
    work::done(whole.len());
    // From U+1100 on a character takes two columns: the first byte says so, or with E1 the second.
    let bytes = whole.as_bytes();
    let mut wide = bytes.iter().filter(|byte| **byte >= 0xE2).count();
    if bytes.contains(&0xE1) {
        wide += bytes.windows(2).filter(|pair| pair[0] == 0xE1 && pair[1] >= 0x84).count();
    }
    let characters = whole.chars().count();
    [characters, characters + wide]
}

/// Whether the line is a page number. Only a short one is looked at closely.
fn is_page_number(text: &str, places: &Concordance, line: &Line) -> bool {
    let words = &text[line.words];
    words.len() <= 40
        && words.starts_if(&|ch| digit(ch).is_some() || one_of(Some(ch), set!("第—-–－―─~·")))
        && noise::is_page_number_line(words, &places.within(line.words).letters())
}

/// Whether a line begins with a mark that begins no line: its sentence began on the line before.
fn begins_with_mark(words: &str) -> bool {
    words.starts_of(set!("，。；：！？》”％%"))
}

/// Whether a line ends, and the next one begins, as if the break stood inside a sentence.
fn breaks_inside(line: &Measured, next: &Measured, indents: bool) -> bool {
    line.open && next.marker.is_none() && !(indents && next.indented)
}

/// The width at which the text is wrapped, if it is.
fn page(text: &str, lines: &[Measured]) -> Option<Page> {
    let indented = lines.iter().filter(|line| line.indented).count();
    // Where every line is indented, an indent says nothing.
    let indents = indented > 0 && indented * 4 < lines.len() * 3;
    let pairs = || lines.iter().zip(lines.iter().skip(1));
    let inside = || pairs().filter(|(line, next)| breaks_inside(line, next, indents)).map(|(line, _)| line);
    let best = (0..WIDTHS.len()).filter_map(|measure| {
        let (least, most) = WIDTHS[measure];
        let mut counts = alloc::vec![0usize; most + 1];
        inside().for_each(|line| {
            if let Some(count) = line.widths.and_then(|widths| counts.get_mut(widths[measure])) {
                *count += 1;
            }
        });
        let slack = SLACK[measure];
        let within = |to: usize| counts[to - slack..=to].iter().sum::<usize>();
        let to = (least..=most).rev().max_by_key(|to| (within(*to), counts[*to]))?;
        let full = within(to);
        // Cut by count and not by a page: every full line is as long as the other.
        let from = (to - slack..to).find(|width| counts[*width] * 20 > full).unwrap_or(to);
        let exact = counts[from..=to].iter().copied().max()?;
        Some((full, exact, Page { measure, from, to, indents }))
    });
    let (full, _, page) = best.max_by_key(|(full, exact, _)| (*exact, *full))?;
    // Headings are often of one width because they are worded alike.
    let running = inside().filter(|line| line.marker.is_none() && line.running && page.is_full(line)).count();
    let other =
        inside().filter(|line| line.widths.is_some_and(|[count, _]| count >= 10) && !page.is_full(line)).count();
    if full < ENOUGH || running * 3 < full || running < 2 || full <= other {
        return None;
    }
    let width = |line: &Measured| line.widths.unwrap_or_else(|| widths(&text[line.whole]))[page.measure];
    (lines.iter().filter(|line| width(line) > page.to).count() * 8 <= full).then_some(page)
}

/// Whether the paragraph of `line` goes on in `next`.
fn goes_on(page: Page, line: &Measured, next: &Measured, reached: &[u32; Style::COUNT]) -> bool {
    if !page.is_full(line) || page.indents && next.indented {
        return false;
    }
    // A number that begins a line by chance goes on with no series: 完善第 / （三）项.
    let heads = next.marker.is_some_and(|found| {
        let last = reached[found.style as usize];
        found.number == 1 || last > 0 && found.number > last && found.number <= last + 2
    });
    !heads && (line.open || page.indents && next.marker.is_none())
}
