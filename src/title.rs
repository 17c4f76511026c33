//! The title of a report: on one line or several, with the body above it or without, or run into the text.

use crate::bodies::{body_in_title, body_of_speaker, is_body, place_in};
use crate::chars::{digit, find_word, has_word, is_han, is_sentence_stop, is_space, step_back};
use crate::dates::{self, whole_date};
use crate::index_table::is_labelled;
use crate::lines::Line;
use crate::marker;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use alloc::borrow::Cow;
use alloc::string::String;

/// Words that a title ends with.
pub(crate) const ENDINGS: &Words = words!(
    "思路 打算 安排 纪要 报告 公报 总结 小结 汇报 说明 情况 概况 白皮书 年报 方案 计划 要点 意见 通知 通报 公告 通告 \
    综述 述评 规划 纲要 简报 专报 分析 评估 讲话 发言 材料 建议 答复 批复 复函 的函 决定 大事记 谋划"
);

/// How many lines a title can be broken over.
const MOST_LINES: usize = 5;

/// Words without their spaces.
#[inline(never)]
pub(crate) fn unspaced(words: &str) -> String {
    words.chars().filter(|ch| !is_space(*ch)).collect()
}

/// Whether words end as a title does; a note in brackets may follow, and the title may be stretched with spaces.
pub(crate) fn ends_title(words: &str) -> bool {
    let words = without_note_sign(without_listed_year(words.trim_end_if(&|ch| is_space(ch) || ch == '》')));
    let bare = match words.strip_end_of(set!("）)")).and_then(|rest| rest.rfind_of(set!("（("))) {
        Some(open) if open > 0 => words[..open].trim_end_if(&is_space),
        _ => words,
    };
    let tail = &bare[step_back(bare, bare.len(), 12)..];
    tail.ends_with_any(ENDINGS) || tail.has_if(&is_space) && unspaced(tail).ends_with_any(ENDINGS)
}

/// A title without the year that a list put behind it: 公报 2025.
fn without_listed_year(words: &str) -> &str {
    let title = words.trim_end_if(&|ch| ch.is_ascii_digit());
    if words.len() - title.len() == 4 && title.ends_if(&is_space) { title.trim_end_if(&is_space) } else { words }
}

/// A title without the sign of a footnote: 公报①, 公报[1], 公报*.
pub(crate) fn without_note_sign(words: &str) -> &str {
    let bare = words.trim_end_if(&|ch| marker::sign(ch).is_some() || matches!(ch, '*' | '＊'));
    match bare.strip_end_of(set!("]］")).and_then(|rest| rest.rfind_of(set!("[［")).map(|open| &rest[..open])) {
        Some(before) if bare.len() - before.len() <= 6 => before,
        _ => bare,
    }
}

/// Whether words name a year: 2023年, 二〇二三年.
pub(crate) fn names_year(words: &str) -> bool {
    dates::year_in(words).is_some()
}

/// Whether words begin with a day: 2024-01-18 10:22.
pub(crate) fn begins_with_day(words: &str) -> bool {
    dates::scan(words, 0, words.len(), None).is_some_and(|reading| reading.from.day.is_some())
}

/// The document number that a line is: 某政发〔2023〕5号, alone, in brackets, or with 签发人 behind it.
pub(crate) fn document_number(words: &str) -> Option<&str> {
    let inner =
        if is_paren_line(words) { words.trim_start_of(set!("（(）)")).trim_end_of(set!("（(）)")) } else { words };
    let number = &inner[..find_word(inner, "号")? + '号'.len_utf8()];
    let open = number.find_of(set!("〔[［【（(﹝"))?;
    let year = number[open..].chars().skip(1).take(4).all(|ch| digit(ch).is_some());
    let code = number[..open].chars().all(|ch| is_han(ch) || is_space(ch) || ch.is_ascii_alphanumeric());
    let rest = inner[number.len()..].trim_start_if(&is_space);
    let alone = rest.is_empty() || rest.starts_with_any(words!("签发人 签发"));
    (year && code && open > 0 && number.chars().count() <= 26 && alone).then_some(number)
}

/// 根据《…纲要》，现将…: how the first sentence begins, and no title.
pub(crate) fn states_basis(words: &str) -> bool {
    words.starts_with_any(words!("根据《 按照《 依据《"))
}

/// A line that can be a title or a part of one: short, and no sentence.
fn can_be_title(words: &str) -> bool {
    words.len() <= 4 * 90
        && !states_basis(words)
        && (2..=90).contains(&words.chars().count())
        && !words.has_if(&is_sentence_stop)
        && !words.ends_of(set!("：:，,"))
        && words.chars().any(is_han)
        && !is_labelled(words)
        && !is_row(words)
        && !is_paren_line(words)
        && whole_date(words).is_none()
        && document_number(words).is_none()
        && !is_meeting(words)
        && !is_label(words)
}

/// 分类：统计公报, 发布于 2024-05-27: what a site says of the page.
fn is_label(words: &str) -> bool {
    let label = words.find_of(set!("：:")).map(|colon| words[..colon].trim_if(&is_space));
    words.starts_with("发布于")
        || label.is_some_and(|label| (2..=4).contains(&label.chars().count()) && !label.is_any(words!("标题 题目")))
}

/// 文号 | 成文日期：2016-03-31 | 发布日期：2016-04-08: a row of an index table, its cells parted by bars.
fn is_row(words: &str) -> bool {
    words.has_of(set!("|｜")) && words.has_of(set!("：:"))
}

/// The line that says at which session the report was given.
pub(crate) fn is_meeting(words: &str) -> bool {
    let bare = words.trim_start_if(&|ch| is_space(ch) || matches!(ch, '—' | '-' | '―' | '（' | '('));
    begins_with_day(bare) && !ends_title(words)
}

/// Whether words begin as a title does: with a place, a body, a year or 关于.
pub(crate) fn begins_title(words: &str) -> bool {
    let bare = words.trim_start_of(set!("《—―-"));
    bare.starts_with("关于")
        || dates::scan(bare, 0, bare.len(), None).is_some_and(|reading| reading.from.year.is_some())
        || place_in(bare).is_some()
        || body_in_title(bare).is_some()
        || is_body(bare)
}

/// Whether a line of a title is broken off where no title ends.
pub(crate) fn breaks_off(words: &str) -> bool {
    words.ends_of(set!("和及与暨的、年度在对为以将")) || words.ends_with("关于")
}

pub(crate) fn goes_on(words: &str) -> bool {
    words.starts_of(set!("和及与暨的、度"))
}

/// Whether two lines, one below the other, are one title, of which the second is the end of what is known so far.
fn is_joined(above: &str, below: &str) -> bool {
    if !can_be_title(above) || above.chars().count() > 60 {
        return false;
    }
    // 2020年: an entry of a list of years, where the title has its own.
    if above.chars().nth(5).is_none() && names_year(above) && names_year(below) {
        return false;
    }
    let subtitle = below.starts_of(set!("—―"));
    if breaks_off(above) || goes_on(below) || subtitle {
        return true;
    }
    // 报 / 告.
    if below.chars().count() <= 3 && !ends_title(below) && ends_title(&[above, below].concat()) {
        return true;
    }
    let short = below.chars().filter(|ch| !is_space(*ch)).count() <= 4;
    if ends_title(above) {
        // …工作情况 / 报告.
        return short && !ends_title(above.strip_suffix(below).unwrap_or(above));
    }
    if is_body(above) {
        // The name of the body above a title that does not begin with it.
        return !below.starts_with(above) && !place_in(below).is_some_and(|place| above.starts_with(place));
    }
    let begins = begins_title(above) || has_word(above, "关于") || names_year(above);
    begins && !begins_title(below)
}

/// The title, where it was found.
#[derive(Debug)]
pub(crate) struct Title<'t> {
    pub(crate) words: Cow<'t, str>,
    /// Its first and its last line.
    pub(crate) lines: (usize, usize),
}

/// Words that a title is written with: without the marks around it, its footnote's sign and the spaces that stretch it.
fn tidy(words: Cow<'_, str>) -> Cow<'_, str> {
    let mut words = match words {
        Cow::Borrowed(words) => Cow::Borrowed(bare(words)),
        Cow::Owned(words) => Cow::Owned(String::from(bare(&words))),
    };
    // 关 于 … 的 报 告: more than half of the characters stand apart.
    let spaces = words.split(is_space).filter(|part| !part.is_empty()).count();
    let apart = words.split(is_space).filter(|part| part.chars().count() == 1).count();
    if spaces >= 4 && apart * 2 > spaces {
        words = Cow::Owned(unspaced(&words));
    }
    words
}

/// Words without the marks around a title.
pub(crate) fn bare(words: &str) -> &str {
    // Marks of Markdown: # title, **title**.
    let words = words.trim_if(&|ch| matches!(ch, '#' | '*') || is_space(ch));
    // The bar that parted the cells of a table.
    let words = said_once(words.trim_end_if(&|ch| matches!(ch, '|' | '｜') || is_space(ch)));
    let words = without_note_sign(without_listed_year(words));
    let words = words
        .strip_prefix('《')
        .and_then(|inner| inner.strip_suffix('》'))
        .filter(|inner| !inner.has_of(set!("《》")))
        .unwrap_or(words);
    // …报告_某县人民政府: the title of a browser's window.
    match words.split_once(['_']) {
        Some((title, site)) if ends_title(title) && !ends_title(site) => title.trim_end_if(&is_space),
        _ => words,
    }
}

/// A title that a page wrote twice on one line, once: its window's name and its own.
fn said_once(words: &str) -> &str {
    let middle = words.len() / 2;
    let middle = (0..=middle).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0);
    let (first, again) = (words[..middle].trim_end_if(&is_space), words[middle..].trim_start_if(&is_space));
    if first == again { first } else { words }
}

/// Whether a line says of which year it is, or what it is about, and begins as a title does.
fn is_full(words: &str) -> bool {
    begins_title(words) && (names_year(words) || has_word(words, "关于"))
}

/// The title among the lines of `header`; `taken` says which of them belong to the index table.
pub(crate) fn find<'t>(text: &'t str, header: &[Line], taken: &[bool]) -> Option<Title<'t>> {
    let words = |place: usize| header.get(place).map_or("", |line| &text[line.words]);
    // The text begins with the first sentence.
    let zone = (0..header.len())
        .find(|place| {
            let words = words(*place);
            !taken.get(*place).is_some_and(|taken| *taken)
                && (has_word(words, "。") || words.chars().nth(60).is_some() && words.has_of(set!("，,")))
        })
        .unwrap_or(header.len());
    let open =
        |place: usize| place < zone && !taken.get(place).is_some_and(|taken| *taken) && can_be_title(words(place));
    let mut best: Option<usize> = None;
    for place in
        (0..zone).filter(|place| open(*place) && words(*place).chars().count() >= 4 && ends_title(words(*place)))
    {
        match best {
            None => best = Some(place),
            // The name of a column, 年度报告, above the title that ends with it; and any entry of a menu above a title that says
            // its year and its kind.
            Some(column) if !is_full(words(column)) => {
                let (above, below) = (words(column), words(place));
                let named = above.chars().all(is_han) && !begins_title(above);
                let short = above.chars().nth(6).is_none();
                let kind = |words: &str| words.chars().rev().take(2).collect::<String>();
                if is_full(below) && (is_whole(below) || named && (short || kind(below) == kind(above))) {
                    best = Some(place);
                }
            }
            Some(_) => {}
        }
    }
    // 报 / 告: the end of a title alone on its line is found from the line above it.
    let anchor = best.or_else(|| {
        (1..zone).find(|place| {
            open(place - 1) && words(*place).chars().count() <= 3 && {
                let joined: String = [words(place - 1), words(*place)].concat();
                ends_title(&joined)
            }
        })
    });
    if let Some(anchor) = anchor {
        let mut first = anchor;
        while first > 0 && anchor - first + 1 < MOST_LINES && !taken.get(first - 1).is_some_and(|taken| *taken) {
            let below = &text[Span::new(header[first].words.start as usize, header[anchor].words.end as usize)];
            if !is_joined(words(first - 1), if first == anchor { words(anchor) } else { below }) {
                break;
            }
            first -= 1;
        }
        let mut last = anchor;
        // 关于…计划 / 执行情况与…计划 / （草案）的报告: what 关于 opens ends with what it is.
        let about = |last: usize| {
            words(first).starts_with("关于")
                && open(last + 2)
                && !is_whole(words(last))
                && is_whole(words(last + 2))
                && !begins_title(words(last + 1))
                && !begins_title(words(last + 2))
        };
        while last - first + 1 < MOST_LINES
            && open(last + 1)
            && (continues(words(last), words(last + 1)) || about(last))
        {
            last += 1;
        }
        return Some(join(text, header, first, last));
    }
    // A title that ends in no word of its own: the first line that names what the text is on.
    let only = (0..zone.min(8)).find(|place| {
        let words = words(*place);
        // Who speaks, and the second line of the session's, are no title.
        let session = *place > 0 && is_meeting(self::words_of(text, header, place - 1)) && words.ends_with("会议上");
        // A byline (□ 某市司法局), and a number that no title begins with.
        let byline = words.starts_of(set!("□■◇◆○●△▲☆★◎"));
        let number = words.starts_if(&|ch| digit(ch).is_some()) && !names_year(words);
        let other = session
            || byline
            || number
            || body_of_speaker(words).is_some()
            || words.starts_with_any(words!("根据 按照"));
        open(*place) && (5..=50).contains(&words.chars().count()) && !is_body(words) && !other
    })?;
    let first =
        only.checked_sub(1).filter(|above| open(*above) && is_joined(words(*above), words(only))).unwrap_or(only);
    let last = Some(only + 1)
        .filter(|below| open(*below) && (breaks_off(words(only)) || words(*below).starts_of(set!("—―"))))
        .unwrap_or(only);
    Some(join(text, header, first, last))
}

fn words_of<'t>(text: &'t str, header: &[Line], place: usize) -> &'t str {
    header.get(place).map_or("", |line| &text[line.words])
}

/// Whether a title ends with a word behind which none goes on.
pub(crate) fn is_whole(words: &str) -> bool {
    words.ends_with_any(words!("报告 公报 汇报 通报 通知 总结 公告 复函"))
}

/// Whether a title that could end goes on below: …情况和 / …草案的报告, …工作情况 / 报告, …总结 / 及…谋划.
fn continues(above: &str, below: &str) -> bool {
    if below.starts_of(set!("—―")) {
        return !is_meeting(below);
    }
    if goes_on(below) && !is_body(below) || breaks_off(above) {
        return below.chars().nth(40).is_none();
    }
    !is_whole(above) && is_whole(below) && !begins_title(below)
}

fn join<'t>(text: &'t str, header: &[Line], first: usize, last: usize) -> Title<'t> {
    let words = if first == last {
        Cow::Borrowed(&text[header[first].words])
    } else {
        Cow::Owned(header[first..=last].iter().map(|line| &text[line.words]).collect())
    };
    Title { words: tidy(words), lines: (first, last) }
}

pub(crate) fn is_paren_line(words: &str) -> bool {
    words.starts_of(set!("（(")) && words.ends_of(set!("）)"))
}
