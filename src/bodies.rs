//! Names of bodies and of places: 某县人民政府, 某市某区.

use crate::chars::{digit, find_word, is_han, is_space};

/// Endings of the names of bodies.
pub(crate) const BODIES: [&str; 30] = [
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
pub(crate) fn body_in_title(title: &str) -> Option<&str> {
    let end = find_word(title, "关于")
        .or_else(|| title.find(|ch: char| digit(ch).is_some() || ch == '二'))
        .filter(|end| *end > 0)?;
    let body = title[..end].trim_end_matches(is_space);
    is_body(body).then_some(body)
}

/// `某省人民政府省长　周某`, `某县财政局`: the body whose head delivers the report.
pub(crate) fn body_of_speaker(words: &str) -> Option<&str> {
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
