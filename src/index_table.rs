//! The index table of a government site and other labelled values: 索引号：…, 发布日期：…, 联系人：….

use crate::chars::{digit, is_space};
use crate::dates;
use crate::report::Metadata;
use crate::span::Span;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// Fields that a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    IndexNumber,
    DocumentNumber,
    SubjectClass,
    Issuer,
    Title,
    Published,
    Signed,
    ContactName,
    ContactPhone,
    /// A label whose value is not kept, but which ends the value before it.
    Unused,
}

/// Labels of the index table and of notes at the foot, without the spaces that stretch them.
const LABELS: [(&str, Field); 34] = [
    ("索引号", Field::IndexNumber),
    ("信息索引", Field::IndexNumber),
    ("发文字号", Field::DocumentNumber),
    ("文件编号", Field::DocumentNumber),
    ("文号", Field::DocumentNumber),
    ("主题分类", Field::SubjectClass),
    ("信息分类", Field::SubjectClass),
    ("公开类别", Field::Unused),
    ("发文单位", Field::Issuer),
    ("发文机关", Field::Issuer),
    ("发布机构", Field::Issuer),
    ("发布单位", Field::Issuer),
    ("公开机构", Field::Issuer),
    ("信息名称", Field::Title),
    ("名称", Field::Title),
    ("标题", Field::Title),
    ("发布日期", Field::Published),
    ("发布时间", Field::Published),
    ("公开日期", Field::Published),
    ("发文日期", Field::Signed),
    ("成文日期", Field::Signed),
    ("生成日期", Field::Signed),
    ("日期", Field::Published),
    ("联系人", Field::ContactName),
    ("联系电话", Field::ContactPhone),
    ("电话", Field::ContactPhone),
    ("有效性", Field::Unused),
    ("时效性", Field::Unused),
    ("主题词", Field::Unused),
    ("关键词", Field::Unused),
    ("体裁分类", Field::Unused),
    ("信息来源", Field::Unused),
    ("来源", Field::Unused),
    ("浏览次数", Field::Unused),
];

/// A label with the value behind it.
pub(crate) struct Labelled {
    pub(crate) field: Field,
    pub(crate) value: Span,
}

/// The labels of one line, each with what stands between its colon and the next label.
pub(crate) fn labels(text: &str, line: Span, found: &mut Vec<Labelled>) {
    // The line without spaces, each character with its place: labels are stretched with spaces (文　　号).
    let solid: Vec<(usize, char)> = text[line]
        .char_indices()
        .filter(|(_, ch)| !is_space(*ch))
        .map(|(at, ch)| (at + line.start as usize, ch))
        .take(400)
        .collect();
    let first = found.len();
    let mut place = 0;
    while place < solid.len() {
        let label = LABELS.iter().find_map(|(label, field)| {
            let mut end = place;
            for wanted in label.chars() {
                if solid.get(end)?.1 != wanted {
                    return None;
                }
                end += 1;
            }
            // 索引号：… or [ 索引号 ]….
            let framed = place > 0 && matches!(solid[place - 1].1, '[' | '【' | '［');
            let closed =
                matches!(solid.get(end)?.1, ':' | '：') || framed && matches!(solid.get(end)?.1, ']' | '】' | '］');
            closed.then_some((end, *field))
        });
        let Some((colon, field)) = label else {
            place += 1;
            continue;
        };
        if let Some(previous) = found[first..].last_mut() {
            previous.value.end = solid[place].0 as u32;
        }
        let (at, ch) = solid[colon];
        found.push(Labelled { field, value: Span { start: (at + ch.len_utf8()) as u32, end: line.end } });
        place = colon + 1;
    }
    for labelled in &mut found[first..] {
        labelled.value = trim(text, labelled.value);
    }
}

fn trim(text: &str, span: Span) -> Span {
    let words = &text[span];
    let start = span.start as usize + words.len() - words.trim_start_matches(is_space).len();
    let kept = text[Span::new(start, span.end as usize)]
        .trim_end_matches(|ch| is_space(ch) || matches!(ch, '|' | '｜' | '[' | '【' | '［'))
        .len();
    Span::new(start, start + kept)
}

pub(crate) fn is_labelled(words: &str) -> bool {
    let solid: String = words.chars().filter(|ch| !is_space(*ch)).take(12).collect();
    let solid = solid.trim_start_matches(['[', '【', '［']);
    LABELS
        .iter()
        .any(|(label, _)| solid.strip_prefix(label).is_some_and(|rest| rest.starts_with([':', '：', ']', '】', '］'])))
}

pub(crate) fn set_labelled<'t>(metadata: &mut Metadata<'t>, field: Field, words: &'t str) {
    let date = || {
        dates::scan(words, 0, words.len(), None)
            .filter(|reading| reading.from.day.is_some())
            .and_then(|reading| reading.from.iso().map(Cow::Owned))
    };
    // A contact's name or number ends at the next mark.
    let short = || {
        words
            .split(['，', ',', '；', ';', '（', '(', '）', ')', '。', '、'])
            .next()
            .map(|part| part.trim_matches(is_space))
            .filter(|part| !part.is_empty())
    };
    let (slot, value) = match field {
        Field::IndexNumber => (&mut metadata.index_number, Some(Cow::Borrowed(words))),
        Field::DocumentNumber => (
            &mut metadata.document_number,
            Some(Cow::Borrowed(words)).filter(|words| words.contains(['〔', '号', '['])),
        ),
        Field::SubjectClass => (&mut metadata.subject_class, Some(Cow::Borrowed(words))),
        Field::Issuer => (&mut metadata.issuer, Some(Cow::Borrowed(words))),
        Field::Published => (&mut metadata.published, date()),
        Field::Signed => (&mut metadata.date, date()),
        // 某局　张三: the name comes last.
        Field::ContactName => {
            (&mut metadata.contact_name, short().and_then(|part| part.split(is_space).next_back()).map(Cow::Borrowed))
        }
        Field::ContactPhone => (
            &mut metadata.contact_phone,
            short()
                .and_then(|part| part.split(is_space).next())
                .filter(|part| part.chars().any(|ch| digit(ch).is_some()))
                .map(Cow::Borrowed),
        ),
        Field::Title | Field::Unused => return,
    };
    if slot.is_none() {
        *slot = value;
    }
}
