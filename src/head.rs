//! The head of a text that lost its line breaks: number, title, session, body, date and address run straight into the
//! first sentence. They are cut into lines again, so that they are read as those of any other text.

use crate::bodies::{body_of_speaker, is_body, place_in};
use crate::chars::{digit, find_word, has_word, is_han, is_sentence_stop, is_space, one_of};
use crate::dates;
use crate::lines::Line;
use crate::metadata::addressed;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::title::{self, begins_title, breaks_off, goes_on, is_whole, names_year, states_basis, without_note_sign};
use crate::work;
use alloc::vec::Vec;

/// How far the head of a text can reach, in characters.
const FARTHEST: usize = 300;

/// The lines of `header`, with the first one of the text cut where its title runs into it.
pub(crate) fn cut(text: &str, header: &[Line]) -> Vec<Line> {
    let mut out = Vec::with_capacity(header.len() + 8);
    let mut begun = false;
    for line in header {
        let words = &text[line.words];
        let runs = !begun
            && (words.has_if(&is_sentence_stop)
                || words.chars().nth(40).is_some() && (words.has_of(set!("，,")) || dashed(words).is_some()));
        let from = out.len();
        if runs {
            begun = true;
            pieces(text, *line, &mut out);
        }
        if out.len() == from {
            out.push(*line);
        }
    }
    out
}

/// Where the session stands behind the title on one line: …的报告（摘要）——2026年2月10日在某市….
fn dashed(words: &str) -> Option<usize> {
    find_word(words, "——").filter(|at| title::begins_with_day(words[*at..].trim_start_of(set!("—"))))
}

/// The pieces of the head of `line` and what is left of it; nothing where no title is found.
fn pieces(text: &str, line: Line, out: &mut Vec<Line>) {
    let from = out.len();
    let words = &text[line.words];
    let stop = words
        .char_indices()
        .take(FARTHEST)
        .find(|(_, ch)| is_sentence_stop(*ch) || matches!(ch, '，' | ','))
        .map_or_else(|| dashed(words).map_or(0, |_| words.len()), |(at, _)| at);
    let mut titled = false;
    let mut at = 0;
    for _ in 0..16 {
        at += words[at..].len() - words[at..].trim_start_if(&is_space).len();
        let rest = words[at..].get(..stop.saturating_sub(at)).unwrap_or_default();
        work::done(rest.len());
        let number = number_length(rest);
        let title = if titled || number.is_some() { None } else { title_length(&words[at..], rest.len()) };
        titled |= title.is_some();
        let length = number.or(title).or_else(|| piece_length(rest, titled));
        let Some(length) = length.filter(|length| *length > 0) else { break };
        // Spaces inside a title stand where its lines broke.
        let mut start = line.words.start as usize + at;
        let cells = rest[..length].split(|ch| is_space(ch) && title.is_some());
        for cell in cells {
            let kept = cell.trim_end_if(&is_space).len();
            if kept > 0 {
                out.push(Line { words: Span::new(start, start + kept), ..line });
            }
            start += cell.len()
                + rest[start + cell.len() - line.words.start as usize - at..].chars().next().map_or(0, char::len_utf8);
        }
        at += length;
    }
    if titled {
        out.push(Line { words: Span { start: line.words.start + at as u32, end: line.words.end }, ..line });
    } else {
        out.truncate(from);
    }
}

/// The length of what stands before the first sentence beside the title, at the start of `rest`.
fn piece_length(rest: &str, titled: bool) -> Option<usize> {
    if rest.starts_of(set!("（(")) {
        return rest.find_of(set!("）)")).map(|end| end + rest[end..].chars().next().map_or(0, char::len_utf8));
    }
    // The sign of a footnote behind the title.
    let sign = rest
        .char_indices()
        .take(6)
        .map(|(at, ch)| at + ch.len_utf8())
        .find(|end| without_note_sign(&rest[..*end]).is_empty());
    if titled && sign.is_some() {
        return sign;
    }
    let bare = rest.trim_start_of(set!("—―-─"));
    let day =
        dates::scan(bare, 0, bare.len(), None).filter(|reading| reading.from.day.is_some() && reading.to.is_none());
    if let Some(day) = day {
        // ——2023年1月9日在某县第十七届人民代表大会第二次会议上.
        let session = ["会议上", "大会上"].iter().filter_map(|end| find_word(bare, end).map(|at| at + end.len())).min();
        let behind = &bare[day.span.end as usize..];
        let length = match session {
            Some(end) => end,
            None if behind.starts_of(set!("，在")) || behind.is_empty() => return None,
            None => day.span.end as usize,
        };
        return titled.then_some(rest.len() - bare.len() + length);
    }
    // 某市审计局局长　林某 / 市人大常委会：: the name between the office and the address.
    let cell = rest.find_if(&is_space);
    if let Some(cell) = cell.filter(|cell| titled && *cell > 0 && body_of_speaker(&rest[..*cell]).is_some()) {
        let name = rest[cell..].trim_start_if(&is_space);
        let end = name
            .char_indices()
            .take(5)
            .skip(2)
            .find(|(_, ch)| is_space(*ch) || one_of(Some(*ch), set!("各省市州县区镇乡")));
        return Some(end.map_or(cell, |(end, _)| rest.len() - name.len() + end));
    }
    if let Some(head) = to_colon(rest) {
        let salutation = rest.starts_with_any(words!("各位 同志 主席团 主任"));
        if titled && (salutation || addressed(&rest[..head]).is_some()) {
            return Some(head);
        }
    }
    // A body or the one who speaks, to the salutation, the date or the space behind it.
    let end = rest
        .char_indices()
        .take(30)
        .find(|(at, ch)| {
            digit(*ch).is_some()
                || matches!(ch, '（' | '(')
                || rest[*at..].starts_with("各位")
                || *ch == '二' && names_year(&rest[*at..])
        })
        .map(|(at, _)| at);
    if let Some(end) = end.filter(|end| titled && *end > 0 && body_of_speaker(&rest[..*end]).is_some()) {
        return Some(end);
    }
    // Spaces stand where the lines broke.
    let cell = cell?;
    (rest[..cell].chars().nth(40).is_none() && !title::is_meeting(rest)).then_some(cell)
}

/// The length of a document number at the start.
fn number_length(rest: &str) -> Option<usize> {
    let end = rest.char_indices().take(28).find(|(_, ch)| *ch == '号').map(|(at, ch)| at + ch.len_utf8())?;
    title::document_number(&rest[..end]).map(|_| end)
}

/// The length of a title that runs straight into the text: 某县2023年工作报告2023年，某县…. It ends with a title's
/// word behind which a sentence, an address, a date or a heading begins. It stands in the first `within` bytes.
fn title_length(words: &str, within: usize) -> Option<usize> {
    const LONGEST: usize = 80;
    let begins = begins_title(words);
    if states_basis(words) {
        return None;
    }
    let mut found = None;
    for (number, (at, ch)) in words.char_indices().take_while(|(at, _)| *at < within).take(LONGEST).enumerate() {
        if matches!(ch, '：' | ':') {
            break;
        }
        let end = at + ch.len_utf8();
        let title = &words[..end];
        if number < 5 || !title.ends_with_any(title::ENDINGS) {
            continue;
        }
        let rest = without_note_sign_before(&words[end..]);
        let spaced = rest.starts_if(&is_space);
        let rest = rest.trim_start_if(&is_space);
        let known = begins || has_word(title, "关于") || names_year(title);
        let session = rest.starts_with("——") || rest.starts_with("各位") || title::begins_with_day(rest);
        let goes_on = |rest: &str| goes_on(rest) || rest.starts_with_any(title::ENDINGS);
        if (known || is_whole(title) && session)
            && !goes_on(rest)
            && !breaks_off(title)
            && (spaced || opens_text(rest, title))
        {
            // （摘要） belongs to it.
            let note = rest.strip_prefix('（').and_then(|rest| rest.split_once(['）'])).map(|(note, _)| note);
            let note = note.filter(|note| note.len() <= "征求意见稿".len() && note.chars().all(is_han));
            found = Some(note.filter(|_| !spaced).map_or(end, |note| end + note.len() + "（）".len()));
            // A summary may be followed by a plan; what is whole ends here.
            if !spaced || is_whole(title) {
                break;
            }
        }
    }
    found.or_else(|| {
        // 某市经济运行开局良好年初以来，….
        let head = words[..within].strip_suffix("以来").unwrap_or(&words[..within]);
        let lead = head.strip_end_any(words!("年初 今年 近年来")).or_else(|| {
            let before = head.strip_suffix('年')?.trim_end_if(&|ch| digit(ch).is_some());
            (head.len() - before.len() == "2023年".len()).then_some(before)
        })?;
        let named = place_in(lead).is_some() && !is_body(lead) && (10..=40).contains(&lead.chars().count());
        (named && !lead.has_if(&is_space)).then_some(lead.len())
    })
}

/// What follows the sign of a footnote: ①2022年 → 2022年.
fn without_note_sign_before(rest: &str) -> &str {
    rest.char_indices()
        .take(4)
        .map(|(at, ch)| at + ch.len_utf8())
        .find(|end| without_note_sign(&rest[..*end]).is_empty())
        .map_or(rest, |end| &rest[end..])
}

/// Whether a sentence, an address, a date, a session or a heading begins here, behind `title`.
fn opens_text(rest: &str, title: &str) -> bool {
    const OPENINGS: &Words = words!(
        "\
    今年 近年 去年 过去 一年来 年初 本年 根据 按照 为了 为贯彻 为深入 为全面 现将 现就 现在 各位 同志们 尊敬 \
    自20 在党 在市 在县 在区 在省 在镇 在各级 在上级 在以 我 一、 ——"
    );
    let dated = dates::scan(rest, 0, rest.len(), None).is_some_and(|reading| reading.from.year.is_some());
    let named = place_in(title).is_some_and(|place| rest.starts_with(place));
    let whole = rest.starts_with_any(words!("全省 全市 全区 全县 全镇 全乡"));
    dated
        || named
        || whole
        || rest.starts_with_any(OPENINGS)
        || rest.starts_of(set!("（("))
        || number_length(rest).is_some()
        || to_colon(rest).is_some_and(|end| addressed(&rest[..end]).is_some())
}

/// The length of what a colon introduces, with the colon.
fn to_colon(rest: &str) -> Option<usize> {
    rest.char_indices().take(80).find(|(_, ch)| matches!(ch, '：' | ':')).map(|(at, ch)| at + ch.len_utf8())
}
