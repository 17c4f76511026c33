//! The lines that are headings, in reading order, each with its title and its level.

use crate::chars::{digit, find_word, has_word, is_han, is_sentence_stop, is_space};
use crate::concordance::{Concordance, SENTENCE_STOPS};
use crate::levels;
use crate::lines::{Line, is_break};
use crate::lost;
use crate::marker::{self, Remains, Style};
use crate::seams;
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::unbroken::{self, SECTION_NOUNS};
use crate::unnumbered;
use crate::work;
use alloc::string::String;
use alloc::vec::Vec;

/// What a heading's marker has lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    /// Nothing.
    None,
    /// Its opening bracket: 五）.
    Bracket,
    /// Its number: 、 or （） is left.
    Number(Remains),
    /// All of it. The marker of another heading of the series shows its form.
    Whole(Span),
}

/// A heading before the tree is made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marked {
    /// The line that it begins, by its place among the lines.
    pub(crate) line: usize,
    /// The marker, or what is left of it; empty, at the start of the title, where it was lost.
    pub(crate) marker: Span,
    pub(crate) title: Span,
    pub(crate) number: Option<u32>,
    /// 1 for the outermost.
    pub(crate) level: u32,
    pub(crate) style: Style,
    pub(crate) loss: Loss,
    /// It is the first heading of another report in the same text.
    pub(crate) new_report: bool,
}

impl Marked {
    /// Where the heading begins.
    pub(crate) fn start(&self) -> u32 {
        self.marker.start
    }

    /// Whether the marker shows its number.
    pub(crate) fn is_marked(&self) -> bool {
        matches!(self.loss, Loss::None | Loss::Bracket)
    }

    /// Whether the number or the level had to be worked out.
    pub(crate) fn inferred(&self) -> bool {
        self.loss != Loss::None
    }

    /// What must be put in, and at which byte, to restore the marker: 二 before 、, （二 before ）.
    pub(crate) fn restored(&self, text: &str) -> Option<(usize, String)> {
        let start = self.marker.start as usize;
        let in_style = |number| match self.style {
            Style::Han | Style::HanBracket | Style::Part | Style::Chapter => marker::han_number(number),
            _ => marker::arabic_number(number),
        };
        match self.loss {
            Loss::None => None,
            Loss::Bracket => Some((start, String::from("（"))),
            // Of 2.3 both numbers are gone.
            Loss::Number(_) if self.style == Style::Dotted => None,
            Loss::Number(left) => {
                let bracket = if left.bracket { "（" } else { "" };
                self.number.map(|number| (start + left.before, String::from(bracket) + &in_style(number)))
            }
            Loss::Whole(form) => self.number.map(|number| (start, marker::renumbered(&text[form], number))),
        }
    }
}

/// The title behind a marker: to the first sentence stop, or to the end of the line.
pub(crate) fn title(text: &str, places: &Concordance, from: usize, line: &Line) -> Span {
    let rest = &text[from..line.words.end as usize];
    let lead = rest.len() - rest.trim_start_if(&is_space).len();
    let rest = &rest[lead..];
    let stop = places.within(Span { start: from as u32, ..line.words }).first(SENTENCE_STOPS);
    let stop = stop.map_or(rest.len(), |at| at - from - lead);
    // 筑牢思想根基|一是深化学习。二是…: the title lost its stop before the items.
    let items = find_word(&rest[..stop], "一是").filter(|at| {
        *at >= "一是一是".len() && !rest[..*at].ends_of(set!("统唯同单万逐")) && has_word(&rest[stop..], "二是")
    });
    let stop = items.unwrap_or(stop);
    // A line that is read as several lost its breaks: the title may run into what stands under it.
    let end = Some(stop).filter(|_| line.is_whole()).or_else(|| unbroken::title_in(&rest[..stop])).unwrap_or(stop);
    // On a line of its own a title may have a space.
    let end = Some(end).filter(|end| *end < rest.len()).and_then(|end| parted(&rest[..end])).unwrap_or(end);
    let words = rest[..end].trim_end_if(&|ch| is_space(ch) || matches!(ch, '：' | ':' | '，' | ',' | '、'));
    Span::new(from + lead, from + lead + words.len())
}

/// Where a space parts a short title from the sentence behind it: 农业 全年粮食播种面积549.6千公顷，比上年增加….
fn parted(words: &str) -> Option<usize> {
    let space = words.find_if(&is_space)?;
    let (title, rest) = (&words[..space], words[space..].trim_start_if(&is_space));
    let short = (2..=16).contains(&title.chars().count()) && title.chars().all(|ch| is_han(ch) || ch == '、');
    let figures = rest.has_if(&|ch| digit(ch).is_some());
    // 三、下步打算 我局将坚持…，….
    let section = title.ends_with_any(SECTION_NOUNS) && (figures || rest.has_of(set!("，,")));
    if !short || !(section || figures && rest.chars().nth(12).is_some()) {
        return None;
    }
    // 农业|全年粮食播种面积 189 万亩: a space before a number parts nothing.
    if rest.starts_if(&|ch| digit(ch).is_some()) {
        let year = words!("全年 年末 年内 今年");
        return title.char_indices().map(|(at, _)| at).find(|at| *at > 4 && title[*at..].starts_with_any(year));
    }
    Some(space)
}

/// Cuts each line behind a title that runs into what stands under it, which is a paragraph of its own: 一、农业|全年粮食产量….
pub(crate) fn part_titles(text: &str, lines: &mut Vec<Line>, marked: &mut [Marked]) {
    let runs_on = |heading: &Marked, line: &Line| {
        let behind = text.get(heading.title.end as usize..line.words.end as usize).unwrap_or_default();
        behind.trim_start_if(&is_space).starts_if(&char::is_alphanumeric)
    };
    let ends: Vec<(usize, u32)> = marked
        .iter()
        .filter(|heading| lines.get(heading.line).is_some_and(|line| runs_on(heading, line)))
        .map(|heading| (heading.line, heading.title.end))
        .collect();
    if ends.is_empty() {
        return;
    }
    for heading in marked {
        heading.line += ends.partition_point(|(line, _)| *line < heading.line);
    }
    let whole = core::mem::take(lines);
    lines.reserve(whole.len() + ends.len());
    let mut ends = ends.into_iter().peekable();
    for (place, line) in whole.into_iter().enumerate() {
        let Some((_, end)) = ends.next_if(|(line, _)| *line == place) else {
            lines.push(line);
            continue;
        };
        let behind = &text[Span { start: end, ..line.words }];
        let start = line.words.end - behind.trim_start_if(&is_space).len() as u32;
        lines.push(Line { words: Span { end, ..line.words }, ..line });
        lines.push(Line { words: Span { start, ..line.words }, ..line });
    }
}

/// The headings of a text in reading order, with their levels.
pub(crate) fn read(text: &str, places: &Concordance, lines: &[Line]) -> Vec<Marked> {
    let mut marked = Vec::new();
    let (mut listing, mut noted) = (false, false);
    for (place, line) in lines.iter().enumerate() {
        work::done(line.words.len());
        let words = &text[line.words];
        // 附件：1.一览表 / 2.台账, 注：1.…: the lines of a list at the foot are no headings.
        let opens = opens_list(words);
        let found = marker::scan(words);
        let arabic = found.is_some_and(|found| found.style >= Style::Arabic);
        // A note may take several paragraphs: what counts on behind them is still a note.
        noted = opens && words.starts_with('注') || noted && (found.is_none() || arabic);
        listing = opens || listing && arabic || noted && arabic;
        if listing || is_contents_line(words) {
            continue;
        }
        let (style, number, length, loss) = match (found, marker::remains(words)) {
            (Some(found), _) => {
                let loss = if found.broken { Loss::Bracket } else { Loss::None };
                let tens =
                    if found.style == Style::Han && found.number < 10 { tens_above(text, lines, place) } else { 0 };
                (found.style, Some(found.number + tens), found.length, loss)
            }
            (None, Some(left)) => (left.styles[0], None, left.length, Loss::Number(left)),
            (None, None) => continue,
        };
        let start = line.words.start as usize;
        let title = title(text, places, start + length, line);
        let sentence = style == Style::Ordinal && title.end != line.words.end;
        if title.is_empty() || sentence || is_row(text, lines, place) {
            continue;
        }
        let marker = Span::new(start, start + length);
        marked.push(Marked { line: place, marker, title, number, level: 0, style, loss, new_report: false });
    }
    // ① or 第一， at the start of a line is a heading only in a series; alone it is a note, or an item.
    drop_lone(&mut marked, Style::Circled);
    drop_lone(&mut marked, Style::Ordinal);
    keep_dotted_series(&mut marked);
    seams::find(text, lines, &mut marked);
    levels::part_arabic(text, &mut marked);
    lost::number(text, lines, &mut marked);
    levels::set(&mut marked);
    lost::find(text, places, lines, &mut marked);
    levels::set(&mut marked);
    lost::find_last(text, places, lines, &mut marked);
    levels::set(&mut marked);
    unnumbered::find(text, places, lines, &mut marked);
    marked
}

/// 10 where the line above ends with the 十 of 十一、: a program that broke the lines before 一、 cut the numeral.
fn tens_above(text: &str, lines: &[Line], place: usize) -> u32 {
    let above = place.checked_sub(1).and_then(|above| lines.get(above)).map_or("", |line| &text[line.words]);
    if left_of_numeral(above).is_some() { 10 } else { 0 }
}

/// The words before a 十 that ends a line by itself, behind a stop or a space.
pub(crate) fn left_of_numeral(words: &str) -> Option<&str> {
    let left = words.strip_suffix('十')?;
    let apart = left.ends_if(&|ch| is_space(ch) || is_sentence_stop(ch));
    apart.then(|| left.trim_end_if(&is_space))
}

/// Whether a line begins the list of attachments or of notes.
fn opens_list(words: &str) -> bool {
    ["附件", "附表", "附", "注", "注释", "备注"]
        .iter()
        .any(|label| words.strip_prefix(label).is_some_and(|rest| rest.starts_of(set!("：:"))))
}

/// Whether a line is the beginning of a row of a table: 一、食品烟酒 with 98.3 in the next cell, behind a tab or on the next line.
fn is_row(text: &str, lines: &[Line], place: usize) -> bool {
    let words = |place: usize| lines.get(place).map_or("", |line| &text[line.words]);
    let is_value = |cell: &str| {
        let cell = cell.trim_if(&is_space);
        cell.len() <= 12 && cell.has_if(&|ch| ch.is_ascii_digit()) && cell.trim_if(&is_of_value).is_empty()
    };
    let cells = words(place);
    // （一）予以公开 | 0 | 0 |
    if let Some((_, behind)) = cells.split_once(['|', '｜']) {
        let mut parts = behind.split(['|', '｜']).map(|cell| cell.trim_if(&is_space)).rev();
        let last = parts.next().unwrap_or_default();
        // 三、本年度办理结果 | （一）予以公开 | 0 |: read as two lines, the first of them ends with a bar.
        let rest = &text[lines[place].words.end as usize..];
        let goes_on = || rest.chars().find(|ch| is_break(*ch) || !is_space(*ch)).is_some_and(|ch| !is_break(ch));
        return is_value(last) || last.is_empty() && (parts.next().is_some() || goes_on());
    }
    // 0 0 0: numbers parted by spaces or tabs, three of them; one or two may be years.
    let ends_row = |words: &str| {
        words.split(is_space).rev().filter(|cell| !cell.is_empty()).take(3).filter(|cell| is_value(cell)).count() == 3
    };
    let below_row = || place > 0 && (is_value(words(place - 1)) || ends_row(words(place - 1)));
    let is_text = || has_word(cells, "。");
    // 三、本年度办理结果 / （一）予以公开 / 0: a cell that the rows below it share.
    if ends_row(cells) && !is_text() || below_row() && shared_cell(text, lines, place, 2) {
        return true;
    }
    match find_word(cells, "\t").map(|tab| &cells[tab + 1..]) {
        Some(rest) => !is_text() && rest.split(['\t']).any(is_value),
        // One number may be that of a page.
        None => {
            is_value(words(place + 1)) && (is_value(words(place + 2)) || marker::scan(words(place + 2)).is_some())
                // 6.药材播种面积 / 万亩 / 0.23: a cell for the unit between.
                || place > 0
                    && is_value(words(place - 1))
                    && is_value(words(place + 2))
                    && words(place + 1).len() <= "亿千瓦小时".len()
        }
    }
}

/// Whether a marked line stands right above a row of the same table, with at most `deeper` more such lines between.
fn shared_cell(text: &str, lines: &[Line], place: usize, deeper: usize) -> bool {
    let next = lines.get(place + 1).is_some_and(|next| marker::scan(&text[next.words]).is_some());
    next && (is_row(text, lines, place + 1) || deeper > 0 && shared_cell(text, lines, place + 1, deeper - 1))
}

fn is_of_value(ch: char) -> bool {
    ch.is_ascii_digit() || matches!(ch, '.' | '-' | '－' | '—' | '%' | '％' | ',')
}

/// A line of a table of contents: its title runs out in dots and a page number.
fn is_contents_line(words: &str) -> bool {
    let bare = words.trim_end_if(&|ch| ch.is_ascii_digit() || is_space(ch));
    bare.len() < words.len()
        && (bare.ends_with("…") || bare.ends_with("...") || bare.ends_with("···") || bare.ends_with("．．．"))
}

/// 1.1, 1.2, 2.1: a number with a dot is a marker only where it counts on.
fn keep_dotted_series(marked: &mut Vec<Marked>) {
    let mut last = 0;
    marked.retain(|heading| {
        let number = heading.number.unwrap_or(0);
        let kept = heading.style != Style::Dotted || number == 1 || number == last + 1 || number == last + 2;
        if heading.style == Style::Dotted && kept {
            last = number;
        }
        kept
    });
    drop_lone(marked, Style::Dotted);
}

fn drop_lone(marked: &mut Vec<Marked>, style: Style) {
    if marked.iter().filter(|heading| heading.style == style).count() < 2 {
        marked.retain(|heading| heading.style != style);
    }
}
