//! What is counted, in the report's own words, and the verb that governs it.
//!
//! The noun behind the number wins (23名在编干部); else the object of the clause's verb before it (开展集中学习35次),
//! else the clause's subject (应诉率为100%). Where a clause names nothing, the one before it does.

use crate::change;
use crate::chars::{
    after, before, digit, is_closing, is_comma, is_han, is_opening, is_sentence_stop, is_space, step_back, step_on,
};
use crate::numeral;
use crate::report::Kind;
use crate::span::Span;
use crate::vocabulary::{STOPS, VERBS, Verb};

/// How far a clause is looked at on either side, in characters.
const REACH: usize = 72;

/// What was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// What is counted; empty where nothing names it.
    pub(crate) indicator: Span,
    pub(crate) action: Option<Span>,
}

impl Named {
    fn nothing(at: usize) -> Named {
        Named { indicator: Span::new(at, at), action: None }
    }
}

/// Where a number stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) text: &'a str,
    /// The line, or as much of it as is one paragraph.
    pub(crate) line: Span,
    /// Where the number begins, or the hedge before it.
    pub(crate) start: usize,
    /// Where the unit ends, or the hedge behind it.
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// The unit counts doings: 次, 人次.
    pub(crate) doing: bool,
    /// Whether there is a unit that a noun may follow.
    pub(crate) unit: bool,
    /// The place of the report, which a clause may begin with.
    pub(crate) town: &'a str,
}

/// The start of the clause that ends at byte `at`: behind the last mark that parts clauses, marks inside brackets and
/// quotes apart. 、 parts the members of a list, not clauses.
fn clause_start(text: &str, line: Span, at: usize) -> usize {
    let from = (line.start as usize).max(step_back(text, at, REACH));
    let mut depth = 0u32;
    for (offset, ch) in text[from..at].char_indices().rev() {
        if is_closing(ch) {
            depth += 1;
        } else if is_opening(ch) {
            if depth == 0 {
                return from + offset + ch.len_utf8();
            }
            depth -= 1;
        } else if depth == 0 && (is_sentence_stop(ch) || is_comma(ch) && !matches!(ch, '、' | '､')) {
            return from + offset + ch.len_utf8();
        }
    }
    from
}

/// Words in front of a clause that name nothing.
const LEADS: [&str; 62] = [
    "其中",
    "其中：",
    "全年",
    "今年以来",
    "今年",
    "年内",
    "本年度",
    "年初以来",
    "一年来",
    "截至目前",
    "目前",
    "截至",
    "上半年",
    "下半年",
    "去年",
    "上年",
    "累计",
    "共计",
    "共",
    "总计",
    "合计",
    "已经",
    "已",
    "并",
    "还",
    "同时",
    "另",
    "另有",
    "另外",
    "此外",
    "先后",
    "现有",
    "现",
    "全镇",
    "全市",
    "全县",
    "全区",
    "全省",
    "全国",
    "全街道",
    "全乡",
    "全州",
    "我镇",
    "我市",
    "我县",
    "我区",
    "我省",
    "我局",
    "我街道",
    "我乡",
    "我院",
    "我委",
    "辖区内",
    "辖区",
    "一是",
    "二是",
    "三是",
    "四是",
    "五是",
    "以来",
    "期间",
    "年度",
];

/// Words between what is counted and the number.
const TAILS: [&str; 64] = [
    "累计",
    "共计",
    "共",
    "总计",
    "合计",
    "分别为",
    "分别达到",
    "分别达",
    "分别是",
    "分别",
    "达到了",
    "达到",
    "达",
    "均达到",
    "均达",
    "均为",
    "均保持在",
    "均保持",
    "保持在",
    "保持",
    "均",
    "各",
    "为",
    "是",
    "有",
    "了",
    "约",
    "近",
    "超过",
    "超",
    "突破",
    "不低于",
    "不少于",
    "至少",
    "占比",
    "稳定在",
    "控制在",
    "仅",
    "只",
    "至",
    "到",
    "约为",
    "约占",
    "将近",
    "接近",
    "逾",
    "已",
    "又",
    "即",
    "还有",
    "已有",
    "现有",
    "共有",
    "计",
    "平均",
    "从",
    "由",
    "同比",
    "环比",
    "比上年",
    "较上年",
    "比上年同期",
    "已达",
    "全年",
];

/// Rates that end in 占比 and the like keep it; it is no tail there.
fn strip_tails(mut words: &str) -> &str {
    for _ in 0..8 {
        let trimmed = words.trim_end_matches(|ch| is_space(ch) || is_comma(ch));
        let changed = change::strip(trimmed);
        let shorter = if changed.len() < trimmed.len() {
            changed
        } else {
            match TAILS
                .iter()
                .filter(|tail| **tail != "占比")
                .filter_map(|tail| trimmed.strip_suffix(tail).map(|rest| (rest, *tail)))
                .min_by_key(|(rest, _)| rest.len())
            {
                Some((rest, tail)) if !is_part_of_word(rest, tail) => rest,
                _ => trimmed,
            }
        };
        if shorter.len() == words.len() {
            break;
        }
        words = shorter;
    }
    words
}

/// 公共, 统计, 成为, 所有: a tail that ends a longer word.
fn is_part_of_word(rest: &str, tail: &str) -> bool {
    let previous = rest.chars().next_back();
    match tail {
        "共" => previous.is_some_and(|ch| "公中".contains(ch)),
        "计" => previous.is_some_and(|ch| "统会审设合总估预累".contains(ch)),
        "为" => previous.is_some_and(|ch| "行作成认".contains(ch)) && !rest.ends_with("划分"),
        "有" => previous.is_some_and(|ch| "所国公私共拥持".contains(ch)),
        "到" => previous.is_some_and(|ch| "报".contains(ch)),
        "均" => previous.is_some_and(|ch| "人户平年月日亩".contains(ch)),
        "达" => previous.is_some_and(|ch| "发到传".contains(ch)),
        "是" => previous.is_some_and(|ch| "还".contains(ch)),
        _ => false,
    }
}

/// Takes words off the front that name nothing: times, places, 其中, 累计.
fn strip_leads<'t>(mut words: &'t str, town: &str) -> &'t str {
    for _ in 0..8 {
        let trimmed =
            words.trim_start_matches(|ch| is_space(ch) || is_comma(ch) || matches!(ch, '的' | '）' | ')' | '”'));
        let town = (!town.is_empty()).then_some(town);
        let lead =
            LEADS.iter().copied().chain(town).filter(|lead| trimmed.starts_with(lead)).max_by_key(|lead| lead.len());
        let mut shorter = lead.map_or(trimmed, |lead| &trimmed[lead.len()..]);
        // 共同, 公共, 现代: the lead begins a longer word.
        if let Some(lead) = lead {
            let next = shorter.chars().next();
            let part = match lead {
                "共" => next.is_some_and(|ch| "同享建青产治识和".contains(ch)),
                "现" => next.is_some_and(|ch| "代场金行实象状".contains(ch)),
                "并" => next.is_some_and(|ch| "联购网".contains(ch)),
                "已" => false,
                "另" => next.is_some_and(|ch| "一外".contains(ch)),
                "还" => next.is_some_and(|ch| "款贷".contains(ch)),
                _ => false,
            };
            if part {
                shorter = trimmed;
            }
        }
        // A date at the front: 2020年1-11月.
        if shorter.len() == trimmed.len() {
            shorter = strip_date(trimmed);
        }
        if shorter.len() == words.len() {
            break;
        }
        words = shorter;
    }
    words
}

/// The words behind a date that `words` begin with, or `words`.
fn strip_date(words: &str) -> &str {
    let first = words.chars().next();
    if !first.is_some_and(|ch| digit(ch).is_some() || ch == '二') {
        return words;
    }
    crate::dates::scan(words, 0, words.len(), None).map_or(words, |reading| {
        let rest = &words[reading.span.len()..];
        ["以来", "期间", "底", "末", "初", "起", "，"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest)
    })
}

/// A verb with what may follow it: 了, 过.
fn verb_at(rest: &str) -> Option<(usize, Verb)> {
    let (word, verb) = VERBS.longest(rest)?;
    let behind = &rest[word.len()..];
    // 化解率, 参加人员, 培训班: the verb is a part of a noun.
    if behind.starts_with([
        '率', '量', '数', '额', '者', '面', '费', '款', '员', '力', '性', '所', '站', '室', '证', '书', '点', '法',
        '权', '地', '队', '师', '场', '级',
    ]) && word.chars().count() > 1
    {
        return None;
    }
    // One character is a verb only before a noun of at least two and at a boundary that the caller knows.
    Some((word.len(), verb))
}

/// Nouns that end in what looks like a verb: 社会组织, 党组织.
fn is_noun_before(words: &str, at: usize) -> bool {
    let left = &words[..at];
    let rest = &words[at..];
    rest.starts_with("组织")
        && ["社会", "党", "基层", "集体", "经济", "群团", "合作", "类", "级", "自治", "群众", "公益"]
            .iter()
            .any(|noun| left.ends_with(noun))
        || rest.starts_with("公开") && left.ends_with("信息")
        || rest.starts_with("安排") && left.ends_with("预算")
        || rest.starts_with("登记") && left.ends_with(['权', '产'])
        || left.ends_with(['的', '总', '类', '个'])
}

/// The object and the verb of a clause, whose words before the number are `words`, a part of `text`.
fn object(text: &str, words: &str, doing: bool) -> (Span, Option<Span>) {
    let base = words.as_ptr() as usize - text.as_ptr() as usize;
    let span = |from: usize, to: usize| Span::new(base + from, base + to);
    let whole = span(0, words.len());
    // Of coordinated verb phrases the last governs the number: 完成整理、审核卷宗187份.
    let last_part = words.rfind(['、', '､']).map_or(0, |at| at + '、'.len_utf8());
    let part = &words[last_part..];
    let first_is_verb = verb_at(words).is_some_and(|(length, verb)| verb == Verb::Strong && length > '、'.len_utf8());
    let part_is_verb = last_part > 0
        && verb_at(part)
            .is_some_and(|(length, verb)| verb == Verb::Strong && length < part.len() && length > '、'.len_utf8());
    let from = if first_is_verb && part_is_verb { last_part } else { 0 };
    let clause = &words[from..];

    // The last strong verb with an object behind it.
    let mut found: Option<(usize, usize)> = None;
    let mut trailing: Option<(usize, usize)> = None;
    let mut at = 0;
    let mut depth = 0u32;
    while at < clause.len() {
        let rest = &clause[at..];
        let Some(ch) = rest.chars().next() else { break };
        if is_opening(ch) {
            depth += 1;
        } else if is_closing(ch) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            if let Some((length, verb)) = verb_at(rest) {
                let single = length <= '、'.len_utf8();
                let strong = verb == Verb::Strong && !single && !is_noun_before(clause, at)
                    || at == 0 && (!single || rest.chars().count() > 2);
                if strong {
                    let mut behind = at + length;
                    for particle in ["了", "过", "着", "并"] {
                        if clause[behind..].starts_with(particle) {
                            behind += particle.len();
                        }
                    }
                    let object = clause[behind..].chars().filter(|ch| is_han(*ch) || ch.is_alphanumeric()).count();
                    if object >= 1 {
                        // A weak verb at the start gives way to a strong one behind it; a verb inside the object of an
                        // object is a noun only where little is left.
                        if found.is_none() || object >= 2 {
                            found = Some((at, behind));
                        }
                    } else {
                        trailing = Some((at, behind));
                    }
                }
                at += length;
                continue;
            }
        }
        at += ch.len_utf8();
    }
    if let Some((verb, behind)) = found {
        let object = clause[behind..].trim_start_matches(|ch| is_space(ch) || is_comma(ch));
        let object_from = clause.len() - object.len();
        let verb_end = behind;
        return (span(from + object_from, words.len()), Some(span(from + verb, from + verb_end)));
    }
    if let Some((verb, behind)) = trailing {
        // The verb ends the clause: doings are named with it, things by what is before it.
        if doing || verb == 0 {
            return (span(from, words.len()), Some(span(from + verb, from + behind)));
        }
        return (span(from, from + verb), Some(span(from + verb, from + behind)));
    }
    (whole, None)
}

/// Where the noun phrase at the start of `words` ends.
fn noun_phrase(words: &str) -> usize {
    let mut depth = 0u32;
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let Some(ch) = rest.chars().next() else { break };
        if is_opening(ch) {
            if matches!(ch, '（' | '(') && depth == 0 {
                return at;
            }
            depth += 1;
        } else if is_closing(ch) {
            if depth == 0 {
                return at;
            }
            depth -= 1;
        } else if depth == 0 {
            let joins_number = matches!(ch, '、' | '和' | '及' | '与' | '，')
                && rest[ch.len_utf8()..]
                    .chars()
                    .next()
                    .is_some_and(|next| digit(next).is_some() || numeral::begins(next) && next != '数');
            if joins_number || is_sentence_stop(ch) || is_comma(ch) && ch != '、' || matches!(ch, '\n' | '\r') {
                return at;
            }
            if at > 0 {
                if let Some((word, ())) = STOPS.longest(rest) {
                    let single = word.len() <= '在'.len_utf8();
                    // A single character ends the phrase only where a phrase is there already.
                    if !single || words[..at].chars().count() >= 2 && !is_noun_with(words, at, ch) {
                        return at;
                    }
                }
            }
        }
        at += ch.len_utf8();
    }
    words.len()
}

/// 现在, 对象, 为民: single characters inside nouns.
fn is_noun_with(words: &str, at: usize, ch: char) -> bool {
    let next = after(words, at + ch.len_utf8());
    let previous = before(words, at);
    match ch {
        '在' => {
            previous == Some('潜')
                || next == Some('线')
                || previous == Some('存')
                || next == Some('校')
                || next == Some('编')
                || next == Some('职')
        }
        '对' => {
            next.is_some_and(|ch| "象接口外标".contains(ch)) || previous.is_some_and(|ch| "结应针校核".contains(ch))
        }
        '为' => next.is_some_and(|ch| "民主农老".contains(ch)) || previous.is_some_and(|ch| "行作成".contains(ch)),
        '与' => previous.is_some_and(|ch| "参".contains(ch)),
        '由' => previous.is_some_and(|ch| "自理案".contains(ch)),
        '将' => false,
        '有' => {
            previous.is_some_and(|ch| "国所公私共拥持具特原现".contains(ch))
                || next.is_some_and(|ch| "机限关效偿".contains(ch))
        }
        '无' => next.is_some_and(|ch| "人障线证主害疫污废".contains(ch)),
        '不' => next.is_some_and(|ch| "良稳动合法".contains(ch)),
        '未' => next.is_some_and(|ch| "成来".contains(ch)),
        '能' => {
            previous.is_some_and(|ch| "功职节智机储动性产效".contains(ch))
                || next.is_some_and(|ch| "源力耗".contains(ch))
        }
        '可' => next.is_some_and(|ch| "再回".contains(ch)) || previous == Some('许'),
        '是' => false,
        '都' => next.is_some_and(|ch| "市".contains(ch)) || previous.is_some_and(|ch| "首成".contains(ch)),
        '就' => next.is_some_and(|ch| "业诊读医近地餐".contains(ch)) || previous == Some('成'),
        '更' => previous == Some('变'),
        '把' => next == Some('手'),
        '向' => previous.is_some_and(|ch| "方定面意".contains(ch)),
        '到' => previous.is_some_and(|ch| "报".contains(ch)) || next == Some('期'),
        '至' => false,
        '因' => previous.is_some_and(|ch| "原基".contains(ch)),
        '每' | '各' => false,
        '并' => previous.is_some_and(|ch| "合".contains(ch)),
        '占' => next.is_some_and(|ch| "地道补".contains(ch)) || previous.is_some_and(|ch| "强侵".contains(ch)),
        '已' | '均' => previous.is_some_and(|ch| "人平".contains(ch)),
        '获' => previous.is_some_and(|ch| "收查抓缴破".contains(ch)),
        '让' => previous.is_some_and(|ch| "转出".contains(ch)),
        '使' => next == Some('用') || previous.is_some_and(|ch| "大天行".contains(ch)),
        '也' | '还' => false,
        _ => false,
    }
}

/// Words behind a unit after which no noun is what is counted.
fn begins_predicate(words: &str) -> bool {
    const PREDICATES: [&str; 12] = ["的", "兴建", "用于", "用来", "次", "地", "得", "余", "等", "内", "后", "前"];
    let Some(first) = words.chars().next() else { return true };
    !is_han(first) && !is_opening(first)
        || matches!(first, '（' | '(')
        || PREDICATES.iter().any(|word| words.starts_with(word))
        || STOPS.longest(words).is_some_and(|(word, ())| {
            let single = word.len() <= '在'.len_utf8();
            !single || !is_noun_with(words, 0, first)
        })
}

/// What the words behind the number name.
fn behind(place: &Place<'_>) -> Option<Span> {
    let text = place.text;
    let end = (place.line.end as usize).min(step_on(text, place.end, REACH));
    let words = text.get(place.end..end)?;
    let trimmed = words.trim_start_matches(is_space);
    if trimmed.len() < words.len() && words.len() - trimmed.len() > 2 {
        return None;
    }
    if begins_predicate(trimmed) {
        return None;
    }
    let length = noun_phrase(trimmed);
    let phrase = trimmed[..length].trim_end_matches(|ch| is_space(ch) || is_comma(ch) || ch == '等');
    // A clause with a verb at its start names its last noun: 具有资格的|人员.
    let verb_first = VERBS.longest(phrase).is_some_and(|(word, verb)| verb == Verb::Strong && word.chars().count() > 1);
    let from = phrase.rfind('的').filter(|_| verb_first).map_or(0, |at| at + '的'.len_utf8());
    let kept = &phrase[from..];
    let han = kept.chars().filter(|ch| is_han(*ch) || ch.is_alphanumeric()).count();
    if han == 0 || kept.chars().count() > 40 {
        return None;
    }
    let start = place.end + words.len() - trimmed.len() + from;
    Some(Span::new(start, start + kept.len()))
}

/// What the clause before byte `at` names, the number not counted.
fn clause_before(place: &Place<'_>, from: usize, at: usize) -> (Span, Option<Span>) {
    let words = &place.text[from..at];
    let words = strip_tails(strip_leads(words, place.town));
    let words = last_predicate(words);
    let words = strip_leads(words, place.town);
    if words.chars().all(|ch| !is_han(ch) && !ch.is_alphanumeric()) {
        return (Span::new(at, at), None);
    }
    let (mut named, action) = object(place.text, words, place.doing);
    let kept = strip_leads(&place.text[named], place.town);
    if !kept.is_empty() {
        named.start = named.end - kept.len() as u32;
    }
    (named, action)
}

/// What stands behind the last adverb that parts subject and predicate: 小组|累计|入户动员.
fn last_predicate(words: &str) -> &str {
    const ADVERBS: [&str; 8] = ["累计", "共计", "已累计", "先后", "共", "已", "分别", "合计"];
    let mut from = 0;
    let mut depth = 0u32;
    for (at, ch) in words.char_indices() {
        if is_opening(ch) {
            depth += 1;
        } else if is_closing(ch) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && at > 0 {
            if let Some(adverb) = ADVERBS.iter().find(|adverb| words[at..].starts_with(**adverb)) {
                let rest = &words[at + adverb.len()..];
                let part = match *adverb {
                    "共" => {
                        rest.starts_with(['同', '享', '建', '青', '产', '治', '识', '和', '服'])
                            || words[..at].ends_with(['公', '中', '总'])
                    }
                    _ => false,
                };
                if !part && rest.chars().filter(|ch| is_han(*ch)).count() >= 2 {
                    from = at + adverb.len();
                }
            }
        }
    }
    &words[from..]
}

/// Names what the number at `place` counts. `previous` is what the figure before it in the same sentence counts.
pub(crate) fn name(place: &Place<'_>, previous: Option<(Named, usize)>) -> Named {
    let text = place.text;
    let from = clause_start(text, place.line, place.start);
    // The words of this clause behind the figure before it.
    let from = previous.map_or(from, |(_, end)| from.max(end)).min(place.start);
    let wants_noun = place.unit && !matches!(place.kind, Kind::Percent | Kind::Duration | Kind::Multiple);
    let after_number = if wants_noun { behind(place) } else { None };
    let (before_number, action) = clause_before(place, from, place.start);
    if let Some(indicator) = after_number {
        return Named { indicator, action };
    }
    if !before_number.is_empty() {
        return Named { indicator: before_number, action };
    }
    // The clause names nothing: what the figure before it in the sentence counts, or the clause before.
    if let Some((named, end)) = previous {
        let between = &text[end..from.max(end)];
        if !named.indicator.is_empty() && between.chars().count() <= 40 && !between.contains(['。', '\n']) {
            return named;
        }
    }
    let mut at = from;
    for _ in 0..2 {
        let stop = step_back(text, at, 1);
        if stop <= place.line.start as usize || before(text, at).is_none_or(|ch| is_sentence_stop(ch) || is_opening(ch))
        {
            break;
        }
        let earlier = clause_start(text, place.line, stop);
        let (named, action) = clause_before(place, earlier, stop);
        if !named.is_empty() {
            return Named { indicator: named, action };
        }
        at = earlier;
    }
    Named::nothing(place.start)
}
