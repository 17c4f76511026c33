//! Markers that were lost, given back where the order of the others decides.

use crate::bodies::is_body;
use crate::chars::{before, digit, has_word, is_comma, is_han, is_space};
use crate::concordance::Concordance;
use crate::dates::whole_date;
use crate::headings::{self, Loss, Marked};
use crate::likeness::{Form, is_whole_line, looks_like};
use crate::lines::Line;
use crate::marker::{self, Style};
use crate::order::by_place;
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::title;
use crate::work;
use alloc::vec::Vec;
use core::ops::Range;

/// How many headings behind one are looked at for the next of its series.
const NEAR: usize = 32;

/// How many lines the title and the words before the first heading take at most.
const HEADER: usize = 40;

/// The most headings in a row whose markers are looked for.
const IN_A_ROW: u32 = 3;

/// The stop or bracket that a marker ends with, full-width; `None` for 第一部分.
fn ending(marker: &str) -> Option<char> {
    match before(marker.trim_end_if(&is_space), marker.trim_end_if(&is_space).len())? {
        '.' | '．' => Some('．'),
        ')' | '）' => Some('）'),
        '、' => Some('、'),
        // 2.3
        ch if digit(ch).is_some() => Some('．'),
        _ => None,
    }
}

/// Gives the markers that lost their number their style and number, where exactly one reading fills the gap around them.
/// What is left of a marker and fits nowhere is the rest of a sentence that a line break cut.
pub(crate) fn number(text: &str, lines: &[Line], marked: &mut Vec<Marked>) {
    // For each place and style: the next heading of that style. Read from behind, so that the whole takes one pass.
    let mut next = [None::<usize>; Style::COUNT];
    let mut behind = alloc::vec![next; marked.len()];
    for (place, heading) in marked.iter().enumerate().rev() {
        behind[place] = next;
        if heading.is_marked() {
            next[heading.style as usize] = Some(place);
        }
    }
    // The last heading of each style whose series is open.
    let mut last = [None::<usize>; Style::COUNT];
    let mut done = 0;
    for place in 0..marked.len() {
        let Loss::Number(left) = marked[place].loss else {
            let style = marked[place].style as usize;
            last[style] = Some(place);
            // Another heading further out closes the series within it.
            last[style + 1..].fill(None);
            continue;
        };
        if place < done {
            continue;
        }
        let of = |other: usize| (ending(&text[marked[other].marker]), marked[other].number.unwrap_or(0));
        let stop = ending(&text[marked[place].marker]);
        // A style whose last number before and next number behind leave room for just the lost ones between them.
        let fits = |style: &Style| {
            let closing = behind[place][*style as usize]?;
            let before = last[*style as usize].map_or(0, |last| of(last).1);
            let room = of(closing).1.checked_sub(before + 1)? as usize;
            let lost = marked[place..closing].iter().filter(|heading| !heading.is_marked()).take(room + 1).count();
            (of(closing).0 == stop && lost == room && room > 0).then_some((*style, before, closing))
        };
        // Or the innermost series that is open and is written so, if nothing closes the gap.
        let open = |style: &&Style| {
            let last = last[**style as usize];
            last.is_some_and(|last| of(last).0 == stop)
        };
        if let Some((style, mut number, closing)) = left.styles.iter().find_map(fits) {
            for heading in marked[place..closing].iter_mut().filter(|heading| !heading.is_marked()) {
                number += 1;
                (heading.style, heading.number) = (style, Some(number));
            }
            done = closing;
        } else if let Some(style) = left.styles.iter().filter(open).max() {
            let style = *style;
            // Unless the series goes on behind it.
            let ends = behind[place][style as usize].is_none_or(|next| marked[next].number == Some(1));
            let number = last[style as usize].filter(|_| ends).map(|last| of(last).1 + 1);
            (marked[place].style, marked[place].number) = (style, number);
            if ends {
                last[style as usize] = Some(place);
                last[style as usize + 1..].fill(None);
            }
        }
    }
    let mut above = None;
    marked.retain(|heading| {
        // A heading on its own line has no stop either.
        let below_heading = above.replace(heading.line + 1) == Some(heading.line);
        heading.number.is_some() || below_heading || !continues(text, lines, heading)
    });
}

/// Whether the line before a heading without a number ends in the middle of a sentence, so that 、 goes on with it.
fn continues(text: &str, lines: &[Line], heading: &Marked) -> bool {
    let above = heading.line.checked_sub(1).and_then(|above| lines.get(above)).map_or("", |line| &text[line.words]);
    before(above, above.len()).is_some_and(|ch| is_han(ch) || is_comma(ch))
}

/// Where headings are looked for.
struct Gap {
    /// The first line, and the one behind the last.
    lines: Range<usize>,
    /// The numbers that are missing.
    numbers: Range<u32>,
    form: Form,
}

/// Finds the headings whose whole marker was lost: a series leaves out a number, and between the two beside it just one
/// line looks as the headings of the series do. Where several lines could be it, nothing is changed.
pub(crate) fn find(text: &str, places: &Concordance, lines: &[Line], marked: &mut Vec<Marked>) {
    let mut found = Vec::new();
    // The last heading of each level that shows its number.
    let mut last: Vec<usize> = Vec::new();
    for place in 0..marked.len() {
        let here = marked[place];
        let Some(number) = here.number else { continue };
        let level = here.level as usize;
        last.truncate(level);
        let same_level = if last.len() == level { last.pop() } else { None };
        let sibling = same_level.filter(|sibling| marked[*sibling].style == here.style);
        let before = sibling.and_then(|sibling| marked[sibling].number).unwrap_or(0);
        if here.is_marked() && number > before + 1 && number - before - 1 <= IN_A_ROW {
            let above = sibling.or(last.last().copied());
            let first =
                above.map_or_else(|| behind_title(text, places, lines, marked[0].line), |above| marked[above].line + 1);
            let form = form(text, lines, marked, sibling, place);
            let gap = Gap { lines: first..here.line, numbers: before + 1..number, form };
            fill(&Text { text, places, lines, marked }, &gap, here, &mut found);
        }
        last.resize(level, place);
        if let Some(own) = last.last_mut() {
            *own = place;
        }
    }
    if !found.is_empty() {
        // What had lost only its number and is counted now stands among them.
        marked.retain(|heading| heading.number.is_some() || found.iter().all(|found| found.line != heading.line));
        marked.append(&mut found);
        by_place(marked, |heading| (heading.title, heading.level));
        // Two series may claim one line.
        marked.dedup_by_key(|heading| heading.line);
    }
}

/// The line behind the title, or behind the first line where there is none.
pub(crate) fn title_end(text: &str, lines: &[Line]) -> usize {
    let header = &lines[..lines.len().min(HEADER)];
    title::find(text, header, &[]).map_or(1, |title| title.lines.1 + 1)
}

/// The first line, before the first heading at line `end`, behind the title and the words that open a report.
pub(crate) fn behind_title(text: &str, places: &Concordance, lines: &[Line], end: usize) -> usize {
    let header = &lines[..end.min(HEADER)];
    let title = title_end(text, header);
    let opens =
        |line: &Line| has_word(&text[line.words], "。") || line.words.len() > 60 && text[line.words].ends_with('：');
    let Some(paragraph) = header.iter().position(opens).filter(|at| *at >= title) else { return title };
    // What stands right above the first paragraph is a heading where the report has no opening words.
    let above = &text[lines[paragraph - 1].words];
    let form = Form { stopped: false, ..Form::ABOVE };
    let headed = paragraph > title
        && looks_like(text, places, &lines[paragraph - 1], form)
        && !is_body(above)
        && whole_date(above).is_none();
    if headed { title } else { paragraph + 1 }
}

/// What a line without a marker may be.
enum Likeness {
    /// It stands right above a series that begins: a heading, whatever its form.
    Heads,
    /// It looks as the headings of the series do.
    Alike,
}

/// What is searched for headings.
struct Text<'a> {
    text: &'a str,
    places: &'a Concordance,
    lines: &'a [Line],
    marked: &'a [Marked],
}

impl Text<'_> {
    /// A heading with the number that is missing there. 四、四级联动 reads as two numbers (一、二级); where 四、 is missing it is one.
    fn numbered(&self, heading: Marked, number: u32) -> Marked {
        let numbered = Marked { number: Some(number), ..heading };
        let (Loss::Whole(form), Some(line)) = (heading.loss, self.lines.get(heading.line)) else { return numbered };
        let own = marker::renumbered(&self.text[form], number);
        if own.is_empty() || !self.text[line.words].starts_with(&*own) {
            return numbered;
        }
        let start = line.words.start as usize;
        let end = start + own.len();
        let title = headings::title(self.text, self.places, end, line);
        Marked { marker: Span::new(start, end), title, loss: Loss::None, ..numbered }
    }
}

/// The lines of a gap that may be headings, and the headings in it that have no number.
fn candidates(within: &Text<'_>, gap: &Gap, like: Marked) -> Vec<(Likeness, Marked)> {
    let Text { text, places, lines, marked } = *within;
    work::done(gap.lines.len());
    let mut out = Vec::new();
    let mut next = marked.partition_point(|heading| heading.line < gap.lines.start);
    let mut above_ends = true;
    for (at, line) in lines.iter().enumerate().take(gap.lines.end).skip(gap.lines.start) {
        // A line that goes on with the one above is no heading.
        let begins = core::mem::replace(&mut above_ends, is_whole_line(&text[line.words]));
        if let Some(own) = marked.get(next).filter(|heading| heading.line == at) {
            (next, above_ends) = (next + 1, true);
            if own.number.is_none() {
                out.push((Likeness::Alike, *own));
            }
            continue;
        }
        let below = marked.get(next).filter(|heading| heading.line == at + 1);
        let series = below.is_some_and(|below| below.number == Some(1) && below.style != like.style);
        // Under a title on its own line there is text, or another heading.
        let under = || below.is_some() || lines.get(at + 1).is_some_and(|line| has_word(&text[line.words], "。"));
        let start = line.words.start as usize;
        let candidate = || Marked {
            line: at,
            marker: Span::new(start, start),
            title: headings::title(text, places, start, line),
            loss: Loss::Whole(like.marker),
            new_report: false,
            ..like
        };
        let looks_like = |form| looks_like(text, places, line, form);
        let alike = || looks_like(gap.form) && (under() || looks_like(Form { own_line: false, ..gap.form }));
        // 全年工作，主要是抓好三件事。 announces the series where no heading of its own is written so.
        let words = &text[line.words];
        let announces = !gap.form.stopped && words.ends_with('。') && words.has_of(set!("，"));
        if series && !announces && looks_like(Form::ABOVE) {
            out.push((Likeness::Heads, candidate()));
        } else if begins && alike() {
            out.push((Likeness::Alike, candidate()));
        }
    }
    out
}

/// Adds the headings that the gap has room for, if just so many lines look like them.
fn fill(within: &Text<'_>, gap: &Gap, closing: Marked, found: &mut Vec<Marked>) {
    let missing = gap.numbers.len();
    let mut all = candidates(within, gap, closing);
    if gap.numbers.start == 1 && gap.form.bare && all.len() > missing {
        // Each is one paragraph: the first stand right above the rest of the series.
        all.retain(|(_, heading)| heading.line + missing >= gap.lines.end);
    }
    if all.len() > missing {
        all.retain(|(likeness, _)| matches!(likeness, Likeness::Heads));
    }
    if all.len() == missing {
        for ((_, heading), number) in all.into_iter().zip(gap.numbers.clone()) {
            found.push(Marked { style: closing.style, level: closing.level, ..within.numbered(heading, number) });
        }
    }
}

/// Finds the last heading of a series without its marker: in the section of the last that shows it, just one line looks
/// as the headings do, and in the section before it none.
pub(crate) fn find_last(text: &str, places: &Concordance, lines: &[Line], marked: &mut Vec<Marked>) {
    let mut found = Vec::new();
    // The series of each level that is open.
    let mut last: Vec<Series> = Vec::new();
    for place in 0..=marked.len() {
        let level = marked.get(place).map_or(1, |heading| heading.level as usize);
        // The series of deeper levels end here; at the end of the text, all do.
        let ends = if place == marked.len() { 0 } else { level };
        for series in last.drain(ends.min(last.len())..).rev() {
            let end = marked.get(place).map_or(lines.len(), |heading| heading.line);
            found.extend(behind_last(&Text { text, places, lines, marked }, series, end));
        }
        let Some(here) = marked.get(place) else { break };
        let same = if last.len() == level { last.pop() } else { None };
        let goes_on = same.filter(|series| {
            let before = marked[series.last];
            before.style == here.style && here.number == before.number.map(|number| number + 1)
        });
        let alone = Series { first: place, before: None, last: place };
        last.resize(level, alone);
        if let Some(own) = last.last_mut() {
            *own = goes_on.map_or(alone, |series| Series { before: Some(series.last), last: place, ..series });
        }
    }
    if !found.is_empty() {
        marked.append(&mut found);
        by_place(marked, |heading| (heading.title, u32::MAX - heading.level));
        marked.dedup_by_key(|heading| heading.line);
    }
}

/// Headings of one level that count on, by their places: the first, the last and the one before it.
#[derive(Clone, Copy)]
struct Series {
    first: usize,
    before: Option<usize>,
    last: usize,
}

/// The heading behind the last of a series that ends before line `end`.
fn behind_last(within: &Text<'_>, series: Series, end: usize) -> Option<Marked> {
    let Text { text, places, lines, marked } = *within;
    let (here, before) = (marked[series.last], series.before?);
    let number = here.number.filter(|_| here.is_marked())?;
    let form = Form { bare: false, ..form(text, lines, marked, series.before, series.last) };
    let section = |from: usize, to: usize| Gap { lines: from + 1..to, numbers: 0..0, form };
    // Where a line like it stands above the whole series, it is a heading of the level above.
    let first = marked[series.first].line;
    let above = match series.first.checked_sub(1) {
        Some(above) => marked[above].line,
        None => behind_title(text, places, lines, first).saturating_sub(1),
    };
    if !candidates(within, &section(above, first), here).is_empty() {
        return None;
    }
    let end = (here.line + 1..end).find(|at| ends_section(&text[lines[*at].words])).unwrap_or(end);
    let mut all = candidates(within, &section(here.line, end), here);
    let (_, only) = all.pop().filter(|_| all.is_empty())?;
    // The paragraph right below a heading on a line of its own is its text, where the one before has some.
    let own = lines[here.line].words.end as usize;
    let texted = marked[before].line + 1 < here.line;
    let paragraph = only.title.end + '。'.len_utf8() as u32 * 2 < lines[only.line].words.end;
    if texted && paragraph && only.line == here.line + 1 && !text[here.title.end as usize..own].has_if(&is_han) {
        return None;
    }
    let alone = candidates(within, &section(marked[before].line, here.line), here).is_empty();
    let words = &text[lines.get(only.line)?.words];
    let signed = is_body(words) || whole_date(words).is_some();
    // 2025年是收官之年, 政府债务：是指…: a sentence that says what something is.
    let title = &text[only.title];
    let run_in = words.len() > title.len() + "。".len();
    let defines =
        run_in && (has_word(title, "是") || title.starts_if(&|ch| digit(ch).is_some())) || title.has_of(set!("：:"));
    (alone && !signed && !defines && matches!(only.loss, Loss::Whole(_))).then(|| within.numbered(only, number + 1))
}

/// Whether no heading of the section follows a line: a salutation opens the closing words, and notes, explanations of terms and
/// attachments stand behind the report.
fn ends_section(words: &str) -> bool {
    words.starts_with_any(words!("各位代表 各位委员 主任、 主席、 同志们 以上报告 附件 附表 附录 附注 附："))
        || words.chars().nth(14).is_none() && words.ends_with_any(words!("解释 注释 名词解释： 说明"))
}

/// The form of the series that `sibling` and `place` belong to, by these two and the next one.
fn form(text: &str, lines: &[Line], marked: &[Marked], sibling: Option<usize>, place: usize) -> Form {
    let here = marked[place];
    let next = marked[place + 1..].iter().take(NEAR).position(|next| next.level <= here.level).map(|at| place + 1 + at);
    let series = [sibling, Some(place), next.filter(|next| marked[*next].style == here.style)];
    let mut form = Form::default();
    for heading in series.into_iter().flatten().map(|place| &marked[place]) {
        let end = lines.get(heading.line).map_or(0, |line| line.words.end as usize);
        let rest = text[heading.title.end as usize..end].trim_if(&|ch| is_space(ch) || ch == '。' || ch == '：');
        let title = &text[heading.title];
        form.comma |= title.has_of(set!("，,"));
        form.figure |= title.has_if(&|ch| digit(ch).is_some());
        if rest.is_empty() {
            form.own_line = true;
            form.stopped |= has_word(&text[heading.title.end as usize..end], "。");
        } else {
            form.run_in = true;
        }
    }
    // Nothing of their own stands under the headings from `place` on.
    let below = |place: usize| marked.get(place + 1).is_some_and(|next| next.line == marked[place].line + 1);
    form.bare = !form.own_line && series[2] == Some(place + 1) && below(place);
    form.run_in |= form.stopped;
    form
}

#[cfg(test)]
#[path = "test_lost.rs"]
mod test;
