//! What the text says of itself: title, issuer, place, year, dates, recipient, the index table of a government site.

use crate::bodies::{BODIES, body_in_title, body_of_speaker, is_body, place_in};
use crate::chars::{digit, has_word, is_space};
use crate::dates::{self, whole_date};
use crate::index_table::{self, Labelled, is_labelled, set_labelled};
use crate::lines::Line;
use crate::report::{Metadata, Words};
use crate::span::Span;
use crate::title::{is_document_number, is_paren_line, title_lines, without_note_sign};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// How many lines before the first heading, and at the end, can carry metadata.
const HEADER_LINES: usize = 40;

const TAIL_LINES: usize = 12;

/// The year that the words name first: 2023年.
fn year_in(words: &str) -> Option<u32> {
    let mut previous = None;
    for (at, ch) in words.char_indices() {
        if (digit(ch).is_some() || ch == '二')
            && previous.is_none_or(|ch| digit(ch).is_none())
            && let Some(year) = dates::scan(words, at, words.len(), None).and_then(|reading| reading.from.year)
        {
            return Some(year);
        }
        previous = Some(ch);
    }
    None
}

fn iso<'t>(point: dates::Point) -> Option<Words<'t>> {
    point.iso().map(Cow::Owned)
}

/// The metadata, with the lines that repeat the title.
#[derive(Debug, Default)]
pub(crate) struct Found<'t> {
    pub(crate) metadata: Metadata<'t>,
    /// Lines that are the title once more.
    pub(crate) repeated: Vec<Span>,
    /// A date of signing that lost its 年月日.
    pub(crate) garbled: Option<Span>,
}

/// Reads the metadata of a text: `lines` are those that are neither blank nor noise, `first_heading` the byte where the
/// outline begins, `year` what the caller says.
pub(crate) fn read<'t>(text: &'t str, lines: &[Line], first_heading: usize, year: Option<u32>) -> Found<'t> {
    let mut out = Found::default();
    let header_end = lines.partition_point(|line| (line.words.start as usize) < first_heading).min(HEADER_LINES);
    let header = &lines[..header_end];
    let tail = &lines[lines.len().saturating_sub(TAIL_LINES).max(header_end)..];

    let mut labelled = Vec::new();
    for line in header.iter().chain(tail) {
        index_table::labels(text, line.words, &mut labelled);
    }
    let metadata = &mut out.metadata;
    for Labelled { field, value } in labelled {
        let words = &text[value];
        if !words.is_empty() {
            set_labelled(metadata, field, words);
        }
    }

    let title = title_lines(text, header);
    if let Some((first, last)) = title {
        metadata.title = Some(if first == last {
            Cow::Borrowed(without_note_sign(&text[header[first].words]))
        } else {
            Cow::Owned(header[first..=last].iter().map(|line| &text[line.words]).collect())
        });
        let (first_words, last_words) = (&text[header[first].words], &text[header[last].words]);
        out.repeated = lines
            .iter()
            .filter(|line| {
                line.words.start > header[last].words.start
                    && (&text[line.words] == last_words
                        || first != last && &text[line.words] == first_words && !is_body(first_words))
            })
            .map(|line| line.words)
            .collect();
    }

    let after_title = title.map_or(0, |(_, last)| last + 1);
    let mut meeting = None;
    for line in header.iter().skip(after_title).take(8) {
        read_below_title(metadata, &text[line.words]);
        meeting = meeting.or_else(|| read_meeting(&text[line.words]));
    }
    if let Some((date, place)) = meeting {
        metadata.date = metadata.date.take().or_else(|| iso(date));
        metadata.place = place.map(Cow::Borrowed);
    }
    if let Some(number) = header.iter().map(|line| &text[line.words]).find(|words| is_document_number(words)) {
        metadata.document_number.get_or_insert(Cow::Borrowed(number));
    }
    out.garbled = read_signature(metadata, text, tail);

    let metadata = &mut out.metadata;
    let title_words = metadata.title.clone().unwrap_or_default();
    // A report to the yearly session in spring is on the year before.
    let delivered =
        meeting.and_then(|(date, _)| date.year.map(|year| if date.month <= Some(6) { year - 1 } else { year }));
    metadata.year = year_in(&title_words)
        .or(year)
        .or(delivered)
        .or_else(|| lines.iter().take(after_title + 6).skip(after_title).find_map(|line| year_in(&text[line.words])));
    metadata.place = place_in(&title_words)
        .map(|place| Cow::Owned(String::from(place)))
        .or_else(|| metadata.place.take())
        .or_else(|| metadata.issuer.as_deref().and_then(place_in).map(|place| Cow::Owned(String::from(place))));
    if metadata.issuer.is_none() {
        let body = body_in_title(&title_words).map(|body| Cow::Owned(String::from(body)));
        metadata.issuer = body.or_else(|| metadata.place.clone());
    }
    out
}

/// `2023年1月12日在某省第十四届人民代表大会第一次会议上`: the day, and the place.
fn read_meeting(words: &str) -> Option<(dates::Point, Option<&str>)> {
    if !has_word(words, "会议") && !has_word(words, "大会") {
        return None;
    }
    let words = words.trim_start_matches(|ch| is_space(ch) || matches!(ch, '—' | '-' | '（' | '(' | '―'));
    let reading = dates::scan(words, 0, words.len(), None).filter(|reading| reading.from.day.is_some())?;
    let behind = words[reading.span.end as usize..].trim_start_matches(is_space);
    Some((reading.from, behind.strip_prefix('在').and_then(place_in)))
}

/// The lines under the title: the body and the date in brackets, and whom the report is addressed to.
fn read_below_title<'t>(metadata: &mut Metadata<'t>, words: &'t str) {
    if is_paren_line(words) || whole_date(words).is_some() {
        let inner = words.trim_matches(|ch| is_space(ch) || matches!(ch, '（' | '）' | '(' | ')'));
        let split =
            inner.char_indices().find(|(_, ch)| digit(*ch).is_some() || *ch == '二').map_or(inner.len(), |(at, _)| at);
        let (body, date) = inner.split_at(split);
        let body = body.trim_matches(is_space);
        if let Some(point) = whole_date(date) {
            if metadata.date.is_none() {
                metadata.date = iso(point);
            }
            if metadata.issuer.is_none() && !body.is_empty() && body.chars().count() <= 20 {
                metadata.issuer = Some(Cow::Borrowed(body));
            }
        }
        return;
    }
    if metadata.issuer.is_none() && words.chars().count() <= 24 && !words.ends_with(['：', ':']) {
        metadata.issuer = body_of_speaker(words).map(Cow::Borrowed);
    }
    let Some(addressed) = words.strip_suffix(['：', ':']) else { return };
    let salutation = ["各位", "同志们", "尊敬", "现将", "一、"].iter().any(|word| addressed.starts_with(word));
    let bodies = addressed.chars().count() <= 60
        && !addressed.contains(['，', '。', ','])
        && BODIES.iter().chain(&["单位", "部门"]).any(|body| addressed.ends_with(body));
    if metadata.recipient.is_none() && !salutation && bodies && !is_labelled(words) {
        metadata.recipient = Some(Cow::Borrowed(addressed));
    }
}

/// The body and the date at the foot. Gives the place of a date that lost its 年月日.
fn read_signature<'t>(metadata: &mut Metadata<'t>, text: &'t str, tail: &[Line]) -> Option<Span> {
    let place = tail.iter().rposition(|line| whole_date(&text[line.words]).is_some());
    let Some(place) = place else {
        // A body's name by itself on the last line signs without a date.
        if let Some(line) = tail.last().filter(|line| is_body(&text[line.words])) {
            metadata.issuer.get_or_insert(Cow::Borrowed(&text[line.words]));
        }
        return None;
    };
    let words = &text[tail[place].words];
    if metadata.date.is_none() {
        metadata.date = whole_date(words).and_then(iso);
    }
    if let Some(body) = place.checked_sub(1).map(|above| &text[tail[above].words]).filter(|words| is_body(words)) {
        metadata.issuer = Some(Cow::Borrowed(body));
    }
    words.bytes().all(|byte| byte.is_ascii_digit()).then_some(tail[place].words)
}

#[cfg(test)]
#[path = "test_metadata.rs"]
mod test;
