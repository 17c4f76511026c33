//! The index table of a government site and other labelled values: 索引号：…, 发布日期：…, 联系人：….
//!
//! A value stands behind its label, on the line below it, or below all the labels, in their order.

use crate::bodies::{is_body, place_in};
use crate::chars::{Set, digit, has_word, is_han, is_space, one_of};
use crate::concordance::{Concordance, Letters, letters};
use crate::dates;
use crate::lines::Line;
use crate::report::Metadata;
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::title;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Fields that a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    IndexNumber,
    DocumentNumber,
    SubjectClass,
    /// The body that made the text.
    Maker,
    /// The body that put it up.
    Issuer,
    /// Where a web page has the text from.
    Source,
    Title,
    Published,
    Signed,
    ContactName,
    ContactPhone,
    /// A label whose value is not kept, but which ends the value before it.
    Unused,
}

/// Labels of the index table and of notes at the foot, without the spaces that stretch them.
const LABELS: [(&str, Field); 42] = [
    ("索引号", Field::IndexNumber),
    ("信息索引号", Field::IndexNumber),
    ("信息索引", Field::IndexNumber),
    ("发文字号", Field::DocumentNumber),
    ("发文文号", Field::DocumentNumber),
    ("文件编号", Field::DocumentNumber),
    ("文件文号", Field::DocumentNumber),
    ("文号", Field::DocumentNumber),
    ("主题分类", Field::SubjectClass),
    ("信息分类", Field::SubjectClass),
    ("所属主题", Field::SubjectClass),
    ("信息名称", Field::Title),
    ("文件名称", Field::Title),
    ("公文名称", Field::Title),
    ("名称", Field::Title),
    ("标题", Field::Title),
    ("日期", Field::Published),
    ("时间", Field::Published),
    ("公开主体", Field::Issuer),
    ("信息来源", Field::Source),
    ("稿件来源", Field::Source),
    ("来源", Field::Source),
    ("出处", Field::Source),
    ("联系人及联系电话", Field::ContactName),
    ("联系人及电话", Field::ContactName),
    ("联系人", Field::ContactName),
    ("联系电话", Field::ContactPhone),
    ("联系方式", Field::ContactPhone),
    ("咨询电话", Field::ContactPhone),
    ("电话", Field::ContactPhone),
    ("有效性", Field::Unused),
    ("时效性", Field::Unused),
    ("时效", Field::Unused),
    ("效力状态", Field::Unused),
    ("主题词", Field::Unused),
    ("关键词", Field::Unused),
    ("体裁分类", Field::Unused),
    ("组配分类", Field::Unused),
    ("服务对象", Field::Unused),
    ("作者", Field::Source),
    ("浏览次数", Field::Unused),
    ("签发人", Field::Unused),
];

/// Labels made of what was done and by whom, when or how: 发布机构, 成文日期, 公开形式.
const DEEDS: [(&str, bool); 18] = [
    ("发布", false),
    ("发表", false),
    ("公开", false),
    ("公布", false),
    ("更新", false),
    ("发稿", false),
    ("上传", false),
    ("信息", false),
    ("责任", false),
    ("废止", false),
    ("生效", false),
    ("实施", false),
    ("发文", true),
    ("成文", true),
    ("生成", true),
    ("制发", true),
    ("印发", true),
    ("报告", true),
];

/// What the labels begin with.
const FIRSTS: &Set = set!("索信发文主所名标日时公稿来出联咨电有效关体服作浏签更上责废生实成制印报组");

/// What they end with.
const LASTS: &Set = set!("号引类题称期间体源处话人式性效态词象者数构位关门别围限");

/// The longest label that `solid` has at `place`: its end and its field.
fn label_at(solid: &[(usize, char)], place: usize) -> Option<(usize, Field)> {
    let word_at = |from: usize, word: &str| {
        let mut end = from;
        for wanted in word.chars() {
            if solid.get(end)?.1 != wanted {
                return None;
            }
            end += 1;
        }
        Some(end)
    };
    if !one_of(solid.get(place).map(|(_, ch)| *ch), FIRSTS) {
        return None;
    }
    let made = DEEDS.iter().find_map(|(deed, signs)| {
        let noun = word_at(place, deed)?;
        let body = if *signs { Field::Maker } else { Field::Issuer };
        let date = if *deed == "废止" || *deed == "生效" || *deed == "实施" {
            Field::Unused
        } else if *signs {
            Field::Signed
        } else {
            Field::Published
        };
        [
            ("日期", date),
            ("时间", date),
            ("机构", body),
            ("单位", body),
            ("机关", body),
            ("部门", body),
            ("类别", Field::Unused),
            ("形式", Field::Unused),
            ("方式", Field::Unused),
            ("范围", Field::Unused),
            ("时限", Field::Unused),
        ]
        .iter()
        .find_map(|(word, field)| Some((word_at(noun, word)?, *field)))
    });
    made.or_else(|| LABELS.iter().find_map(|(label, field)| Some((word_at(place, label)?, *field))))
}

/// A label with the value behind it.
pub(crate) struct Labelled {
    pub(crate) field: Field,
    pub(crate) value: Span,
}

/// The words of `span` without spaces, each character with its place: labels are stretched with spaces (文　　号).
fn solid(text: &str, span: Span) -> Vec<(usize, char)> {
    text[span]
        .char_indices()
        .filter(|(_, ch)| !is_space(*ch))
        .map(|(at, ch)| (at + span.start as usize, ch))
        .take(400)
        .collect()
}

/// Whether a label can stand in a line: one ends before a colon or a bracket, or a short line names a contact.
fn may_have_label(text: &str, places: &Concordance, line: Span) -> bool {
    const MARKS: &Letters = letters!("：:】]］");
    let (words, places) = (&text[line], places.within(line));
    let ends = |at: usize| text[line.start as usize..at].trim_end_if(&is_space).ends_of(LASTS);
    let is_short = || words.chars().filter(|ch| !is_space(*ch)).nth(CONTACT).is_none();
    places.of(MARKS).any(ends) || is_short() && (places.has(MARKS) || words.has_any(words!("联系 电话")))
}

/// How many characters a line has at most that names a contact without a colon.
const CONTACT: usize = 40;

/// The labels of one line, each with what stands between its colon and the next label.
pub(crate) fn labels(text: &str, places: &Concordance, line: Span, found: &mut Vec<Labelled>) {
    if !may_have_label(text, places, line) {
        return;
    }
    let solid = solid(text, line);
    let first = found.len();
    let mut place = 0;
    while place < solid.len() {
        let label = label_at(&solid, place).filter(|(end, field)| {
            let behind = solid.get(*end);
            // 索引号：… or [ 索引号 ]….
            let framed = place > 0 && matches!(solid[place - 1].1, '[' | '【' | '［');
            // 资金来源： is another word; a long label may follow a value that ends in a character of its own.
            let parted = place == 0 || *end - place >= 4 || {
                let at = solid[place].0;
                text.get(..at).and_then(|left| left.chars().next_back()).is_none_or(|ch| !is_han(ch))
            };
            let contact = matches!(field, Field::ContactName | Field::ContactPhone) && solid.len() <= CONTACT;
            parted
                && match behind.map(|(_, ch)| *ch) {
                    Some(':' | '：') => true,
                    Some(']' | '】' | '］') => framed,
                    // 联系人 林一凡.
                    Some(_) => contact && behind.map(|(at, _)| *at) > solid.get(*end - 1).map(|(at, _)| *at + 3),
                    None => false,
                }
        });
        let Some((colon, field)) = label else {
            place += 1;
            continue;
        };
        if let Some(previous) = found[first..].last_mut() {
            previous.value.end = solid[place].0 as u32;
        }
        let (at, ch) = solid[colon];
        let mark = if matches!(ch, ':' | '：' | ']' | '】' | '］') { ch.len_utf8() } else { 0 };
        let mut start = at + mark;
        // [索引号]：….
        if let Some((at, ch @ (':' | '：'))) = solid.get(colon + 1).filter(|(at, _)| mark > 0 && *at == start) {
            start = at + ch.len_utf8();
        }
        found.push(Labelled { field, value: Span { start: start as u32, end: line.end } });
        place = colon + 1;
    }
    for labelled in &mut found[first..] {
        let value = trim(text, labelled.value);
        // What stands in the next cell is no part of it, nor what stands behind a space where a number has none.
        let one = labelled.field == Field::IndexNumber;
        let kept = text[value].find_if(&|ch| ch == '\t' || one && is_space(ch)).unwrap_or(value.len());
        labelled.value = trim(text, Span { end: value.start + kept as u32, ..value });
    }
}

fn trim(text: &str, span: Span) -> Span {
    let frame = |ch| is_space(ch) || matches!(ch, '|' | '｜');
    let words = &text[span];
    let start = span.start as usize + words.len() - words.trim_start_if(&frame).len();
    let kept =
        text[Span::new(start, span.end as usize)].trim_end_if(&|ch| frame(ch) || matches!(ch, '[' | '【' | '［')).len();
    Span::new(start, start + kept)
}

/// A label that is all that `span` has, without a colon: a cell of a table.
fn bare_label(text: &str, span: Span) -> Option<(Field, usize)> {
    // The longest label, stretched.
    if span.len() > 60 || !one_of(text[span].chars().next(), FIRSTS) {
        return None;
    }
    let solid = solid(text, span);
    label_at(&solid, 0).filter(|(end, _)| *end == solid.len()).map(|(end, field)| (field, end))
}

/// Whether `words` can be the value of a field that stands on another line than its label.
fn fits(field: Field, words: &str) -> bool {
    let length = words.chars().take(61).count();
    let plain = (2..=40).contains(&length) && !words.has_of(set!("。：:")) && !title::ends_title(words);
    match field {
        Field::IndexNumber => {
            plain
                && words.chars().any(|ch| digit(ch).is_some())
                && words.chars().filter(|ch| is_han(*ch)).count() * 2 < length
                && !title::begins_with_day(words)
        }
        Field::DocumentNumber => title::document_number(words).is_some(),
        Field::SubjectClass => plain && words.chars().any(is_han) && title::document_number(words).is_none(),
        Field::Issuer | Field::Maker => plain && (is_body(words) || place_in(words) == Some(words)),
        Field::Title => (6..=60).contains(&length) && !has_word(words, "。"),
        Field::Published | Field::Signed => title::begins_with_day(words),
        Field::Unused | Field::Source => plain && length <= 12,
        Field::ContactName | Field::ContactPhone => false,
    }
}

/// The labels of all `lines` with their values, wherever those stand. Says of each line whether it belongs to the table.
pub(crate) fn table(text: &str, places: &Concordance, lines: &[Line], found: &mut Vec<Labelled>) -> Vec<bool> {
    let mut taken = Vec::with_capacity(lines.len());
    // Labels that still wait for their values.
    let mut waiting: Vec<Field> = Vec::new();
    let mut begun = false;
    for line in lines {
        let first = found.len();
        labels(text, places, line.words, found);
        if found.len() > first {
            let begins = is_labelled(&text[line.words]);
            if found[first..].iter().any(|labelled| !labelled.value.is_empty()) {
                waiting.clear();
            }
            let open = found[first..].iter().rev().take_while(|last| last.value.is_empty()).count();
            waiting.extend(found[found.len() - open..].iter().map(|labelled| labelled.field));
            taken.push(begins);
            continue;
        }
        if pairs(text, line.words, found) {
            waiting.clear();
            begun = true;
            taken.push(true);
            continue;
        }
        let mut belongs = false;
        let mut at = line.words.start;
        for cell in text[line.words].split(['\t', '|', '｜']) {
            let span = trim(text, Span { start: at, end: at + cell.len() as u32 });
            at += cell.len() as u32 + 1;
            // A full-width stroke is three bytes.
            at += if text.is_char_boundary(at as usize) { 0 } else { 2 };
            let words = &text[span];
            if words.is_empty() {
                continue;
            }
            // A word of two characters is a label only among others.
            if let Some((field, _)) = bare_label(text, span).filter(|(_, length)| *length > 2 || begun) {
                waiting.push(field);
                belongs = true;
            } else if let Some(place) =
                waiting.iter().position(|field| fits(*field, words) && (*field != Field::Unused || waiting.len() > 1))
            {
                found.push(Labelled { field: waiting[place], value: span });
                waiting.drain(..=place);
                belongs = true;
            } else if !belongs {
                waiting.clear();
            }
        }
        begun |= belongs;
        taken.push(belongs);
    }
    taken
}

/// 索引号 1130/2021-98380 主题分类 政务公开: label and value in turn, with spaces between and nothing else.
fn pairs(text: &str, line: Span, found: &mut Vec<Labelled>) -> bool {
    if !text[line].starts_of(FIRSTS) || line.len() > 300 {
        return false;
    }
    let first = found.len();
    let mut label = None;
    let mut at = line.start as usize;
    for cell in text[line].split(is_space) {
        let span = Span::new(at, at + cell.len());
        at += cell.len() + text[span.end as usize..].chars().next().map_or(0, char::len_utf8);
        if cell.is_empty() {
            continue;
        }
        match (label.take(), bare_label(text, span)) {
            (None, Some((field, _))) => label = Some(field),
            (Some(field), None) => found.push(Labelled { field, value: span }),
            _ => {
                found.truncate(first);
                return false;
            }
        }
    }
    let known = label.is_none() && found.len() >= first + 2;
    found.truncate(if known { found.len() } else { first });
    known
}

/// Whether a line begins with a label.
pub(crate) fn is_labelled(words: &str) -> bool {
    let is_frame = |ch: char| matches!(ch, '[' | '【' | '［' | '（' | '(' | '#' | '*' | '|');
    if !one_of(words.chars().find(|ch| !is_space(*ch) && !is_frame(*ch)), FIRSTS) {
        return false;
    }
    let solid: Vec<(usize, char)> = words.char_indices().filter(|(_, ch)| !is_space(*ch)).take(16).collect();
    let first = solid.iter().take_while(|(_, ch)| is_frame(*ch)).count();
    label_at(&solid, first)
        .and_then(|(end, _)| solid.get(end))
        .is_some_and(|(_, ch)| matches!(ch, ':' | '：' | ']' | '】' | '］'))
}

/// A telephone number in `words`.
fn phone(words: &str) -> Option<&str> {
    let mut start = None;
    let mut end = 0;
    let mut digits = 0;
    for (at, ch) in words.char_indices() {
        if digit(ch).is_some() {
            start.get_or_insert(at);
            end = at + ch.len_utf8();
            digits += 1;
        } else if start.is_some() && !matches!(ch, '-' | '—' | '－' | '–' | ')' | '）' | '转') {
            if digits >= 5 {
                break;
            }
            (start, digits) = (None, 0);
        }
    }
    start.filter(|_| digits >= 5).map(|start| {
        let open = words[..start].ends_of(set!("(（")) && words[start..end].has_of(set!(")）"));
        let lead = if open { words[..start].chars().next_back().map_or(0, char::len_utf8) } else { 0 };
        &words[start - lead..end]
    })
}

pub(crate) fn set_labelled<'t>(metadata: &mut Metadata<'t>, field: Field, words: &'t str) {
    let date = || {
        dates::scan(words, 0, words.len(), None)
            .filter(|reading| reading.from.day.is_some())
            .and_then(|reading| reading.from.iso().map(Cow::Owned))
    };
    let (slot, value) = match field {
        Field::IndexNumber => (&mut metadata.index_number, Some(Cow::Borrowed(words))),
        Field::DocumentNumber => {
            (&mut metadata.document_number, Some(Cow::Borrowed(words)).filter(|words| words.has_of(set!("〔号["))))
        }
        Field::SubjectClass => (&mut metadata.subject_class, Some(Cow::Borrowed(words))),
        Field::Published => (&mut metadata.published, date()),
        Field::Signed => (&mut metadata.date, date()),
        // 某局　张三: the name comes last, and a number may follow it.
        Field::ContactName => {
            let marks = ['，', ',', '；', ';', '（', '(', '）', ')', '。', '、'];
            let named = words.split(marks).next().unwrap_or_default();
            let is_name = |part: &&str| !part.is_empty() && !part.chars().any(|ch| digit(ch).is_some());
            let last = named.split(is_space).rfind(is_name);
            if metadata.contact_phone.is_none() {
                metadata.contact_phone = phone(words).map(Cow::Borrowed);
            }
            (&mut metadata.contact_name, last.map(Cow::Borrowed))
        }
        Field::ContactPhone => (&mut metadata.contact_phone, phone(words).map(Cow::Borrowed)),
        Field::Maker | Field::Issuer | Field::Source | Field::Title | Field::Unused => return,
    };
    if slot.is_none() {
        *slot = value.filter(|value| !value.is_empty());
    }
}
