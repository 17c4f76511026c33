//! What the text says of itself: title, issuer, place, year, dates, recipient, the index table of a government site.

use crate::chars::{digit, is_han, is_sentence_stop, is_space};
use crate::dates;
use crate::lines::Line;
use crate::marker;
use crate::report::{Metadata, Words};
use crate::span::Span;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// How many lines before the first heading, and at the end, can carry metadata.
const HEADER_LINES: usize = 40;
const TAIL_LINES: usize = 12;

/// Fields that a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
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
struct Labelled {
    field: Field,
    value: Span,
}

/// The labels of one line, each with what stands between its colon and the next label.
fn labels(text: &str, line: Span, found: &mut Vec<Labelled>) {
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

/// Words that a title ends with.
const TITLE_ENDINGS: [&str; 21] = [
    "思路",
    "打算",
    "安排",
    "纪要",
    "报告",
    "公报",
    "总结",
    "汇报",
    "说明",
    "情况",
    "白皮书",
    "年报",
    "方案",
    "计划",
    "要点",
    "意见",
    "通知",
    "通报",
    "综述",
    "规划",
    "简报",
];

/// A title without the note in brackets that may follow it.
fn bare_title(words: &str) -> &str {
    let words = words.trim_end_matches(is_space);
    match words.strip_suffix(['）', ')']).and_then(|rest| rest.rfind(['（', '('])) {
        Some(open) if open > 0 => words[..open].trim_end_matches(is_space),
        _ => words,
    }
}

fn ends_title(words: &str) -> bool {
    let bare = bare_title(words);
    TITLE_ENDINGS.iter().any(|ending| bare.ends_with(ending))
}

/// A title without the sign of a footnote: 公报①, 公报[1], 公报*.
fn without_note_sign(words: &str) -> &str {
    let bare = words.trim_end_matches(|ch| marker::sign(ch).is_some() || matches!(ch, '*' | '＊'));
    match bare.strip_suffix([']', '］']).and_then(|rest| rest.rfind(['[', '［']).map(|open| &rest[..open])) {
        Some(before) if bare.len() - before.len() <= 6 => before,
        _ => bare,
    }
}

/// A line that can be a title or a part of one: short, and no sentence.
fn can_be_title(words: &str) -> bool {
    let length = words.chars().take(81).count();
    (4..=80).contains(&length)
        && !words.contains(is_sentence_stop)
        && !words.ends_with(['：', ':', '，', ','])
        && words.chars().any(is_han)
}

/// The lines of the title, in `header`.
fn title_lines(text: &str, header: &[Line]) -> Option<(usize, usize)> {
    let words = |place: usize| header.get(place).map_or("", |line| &text[line.words]);
    let open = |place: usize| can_be_title(words(place)) && !is_labelled(words(place)) && !is_paren_line(words(place));
    let near = header.len().min(12);
    let last = (0..near).find(|place| open(*place) && ends_title(words(*place)));
    match last {
        Some(last) => {
            // 关于…的 on one line and 报告 on the next; the body that reports on a line above.
            let above = last.checked_sub(1).filter(|above| {
                let before = words(*above);
                open(*above)
                    && before.chars().count() <= 40
                    && !ends_title(before)
                    && !is_whole_date(before)
                    && !is_document_number(before)
                    && (words(last).chars().count() <= 6
                        || is_body(before)
                        || before.contains("关于")
                        || before.ends_with(['年', '度']))
            });
            // …情况和 / …草案的报告, …情况 / 及…计划的报告.
            let below = Some(last + 1).filter(|below| {
                let next = words(*below);
                open(*below)
                    && ends_title(next)
                    && (words(last).ends_with(['和', '及', '与', '暨', '的'])
                        || next.starts_with(['和', '及', '与', '暨', '的']))
            });
            Some((above.unwrap_or(last), below.unwrap_or(last)))
        }
        // 报告 broken off: 关于…情况的 / 报 告.
        None => (0..near.min(3))
            .find(|place| {
                open(*place)
                    && words(*place).chars().count() <= 50
                    && !is_whole_date(words(*place))
                    && !is_document_number(words(*place))
            })
            .map(|only| (only, only)),
    }
}

fn is_labelled(words: &str) -> bool {
    let solid: String = words.chars().filter(|ch| !is_space(*ch)).take(12).collect();
    let solid = solid.trim_start_matches(['[', '【', '［']);
    LABELS
        .iter()
        .any(|(label, _)| solid.strip_prefix(label).is_some_and(|rest| rest.starts_with([':', '：', ']', '】', '］'])))
}

fn is_paren_line(words: &str) -> bool {
    words.starts_with(['（', '(']) && words.ends_with(['）', ')'])
}

fn is_document_number(words: &str) -> bool {
    words.chars().count() <= 24 && words.ends_with('号') && words.contains(['〔', '[', '（', '('])
}

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

/// The whole of `words` as a date.
fn whole_date(words: &str) -> Option<dates::Point> {
    let words = words.trim_matches(is_space);
    let first = words.chars().next()?;
    let known = (digit(first).is_some() || matches!(first, '二' | '一'))
        .then(|| dates::scan(words, 0, words.len(), None))
        .flatten();
    if let Some(reading) = known {
        return (reading.to.is_none() && reading.from.day.is_some() && reading.span.len() == words.len())
            .then_some(reading.from);
    }
    dates::ungarble(words)
}

fn is_whole_date(words: &str) -> bool {
    whole_date(words).is_some()
}

/// Endings of the names of bodies.
const BODIES: [&str; 30] = [
    "人民政府",
    "政府",
    "委员会",
    "管委会",
    "办事处",
    "办公室",
    "党委",
    "党工委",
    "工委",
    "县委",
    "市委",
    "区委",
    "省委",
    "镇委",
    "党组",
    "局",
    "厅",
    "院",
    "所",
    "中心",
    "支队",
    "大队",
    "总队",
    "联合会",
    "协会",
    "法院",
    "检察院",
    "学校",
    "公司",
    "街道",
];

/// Whether a line is the name of a body and nothing else.
pub(crate) fn is_body(words: &str) -> bool {
    let length = words.chars().take(41).count();
    (2..=40).contains(&length)
        && words.chars().all(|ch| is_han(ch) || is_space(ch) || matches!(ch, '（' | '）' | '(' | ')' | '、'))
        && BODIES.iter().any(|body| words.ends_with(body))
}

/// The place at the start of a title or of a body's name: to the last of 省市区县镇乡街道 that ends a name.
pub(crate) fn place_in(words: &str) -> Option<&str> {
    const ENDINGS: [&str; 14] =
        ["自治区", "自治州", "自治县", "街道", "开发区", "新区", "省", "市", "区", "县", "镇", "乡", "旗", "盟"];
    // Words in which the character ends no name.
    const INSIDE: [&str; 22] = [
        "城市", "社区", "地区", "园区", "城区", "城乡", "辖区", "城镇", "乡镇", "市场", "市政", "市容", "市民", "区域",
        "县域", "乡村", "市级", "区级", "县级", "镇村", "市监", "市委",
    ];
    let words = words.strip_prefix("关于").or_else(|| words.strip_prefix("中共")).unwrap_or(words);
    let mut end = 0;
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(ch) = rest.chars().next().filter(|ch| is_han(*ch)) else { break };
        if ["关于", "人民政府", "政府", "全面"].iter().any(|stop| rest.starts_with(stop)) {
            break;
        }
        if let Some(ending) = ENDINGS.iter().find(|ending| rest.starts_with(**ending)) {
            let last = at + ending.len() - ending.chars().next_back().map_or(0, char::len_utf8);
            let inside = |word: &str| {
                let first = word.chars().next().map_or(0, char::len_utf8);
                words[last..].starts_with(word)
                    || last >= first && words.get(last - first..).is_some_and(|from| from.starts_with(word))
            };
            let named = at > 0 && at - end >= '某'.len_utf8();
            if named && !INSIDE.iter().any(|word| *word != "市委" && inside(word)) {
                end = at + ending.len();
            }
            at += ending.len();
            continue;
        }
        at += ch.len_utf8();
    }
    (end > 0).then(|| &words[..end])
}

/// The body that a title names at its start: 某县人民政府关于…, 某县司法局2023年….
fn body_in_title(title: &str) -> Option<&str> {
    let end = title
        .find("关于")
        .or_else(|| title.find(|ch: char| digit(ch).is_some() || ch == '二'))
        .filter(|end| *end > 0)?;
    let body = title[..end].trim_end_matches(is_space);
    is_body(body).then_some(body)
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
        labels(text, line.words, &mut labelled);
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
    if !words.contains("会议") && !words.contains("大会") {
        return None;
    }
    let words = words.trim_start_matches(|ch| is_space(ch) || matches!(ch, '—' | '-' | '（' | '(' | '―'));
    let reading = dates::scan(words, 0, words.len(), None).filter(|reading| reading.from.day.is_some())?;
    let behind = words[reading.span.end as usize..].trim_start_matches(is_space);
    Some((reading.from, behind.strip_prefix('在').and_then(place_in)))
}

/// `某省人民政府省长　周某`, `某县财政局`: the body whose head delivers the report.
fn body_of_speaker(words: &str) -> Option<&str> {
    const OFFICES: [&str; 14] = [
        "省长",
        "市长",
        "州长",
        "县长",
        "区长",
        "镇长",
        "乡长",
        "局长",
        "厅长",
        "主任",
        "院长",
        "检察长",
        "书记",
        "所长",
    ];
    let office = words.split(is_space).next()?.trim_start_matches(['（', '(']);
    let body = OFFICES.iter().find_map(|title| office.strip_suffix(title)).unwrap_or(office);
    let body = body.strip_suffix(['代', '副']).unwrap_or(body);
    is_body(body).then_some(body)
}

fn set_labelled<'t>(metadata: &mut Metadata<'t>, field: Field, words: &'t str) {
    let date = || {
        dates::scan(words, 0, words.len(), None)
            .filter(|reading| reading.from.day.is_some())
            .and_then(|reading| iso(reading.from))
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

/// The lines under the title: the body and the date in brackets, and whom the report is addressed to.
fn read_below_title<'t>(metadata: &mut Metadata<'t>, words: &'t str) {
    if is_paren_line(words) || is_whole_date(words) {
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
    let place = tail.iter().rposition(|line| is_whole_date(&text[line.words]));
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
