//! A clause before a number: where it begins, the words round it that name nothing, its verb and its object.

use crate::change;
use crate::chars::{
    digit, is_closing, is_comma, is_han, is_letter, is_opening, is_sentence_stop, is_space, one_of, rfind_word,
    step_back,
};
use crate::lexicon::lexicon;
use crate::marker::{self, Style};
use crate::span::Span;
use crate::vocabulary::{VERBS, Verb};

/// How far a clause is looked at on either side, in characters.
pub(crate) const REACH: usize = 72;

/// The start of the clause that ends at byte `at`: behind the last mark that parts clauses, marks inside brackets and
/// quotes apart. 、 parts the members of a list, not clauses.
pub(crate) fn clause_start(text: &str, line: Span, at: usize) -> usize {
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

lexicon! {
    /// Words in front of a clause that name nothing: times, places, adverbs.
    LEADS: () {
        () => "其中" "其中：" "其中:" "全年" "今年以来" "今年" "年内" "本年度" "年初以来" "一年来" "截至目前" "目前" "截至" "上半年" "下半年" "去年" "上年" "年末" "年底" "累计" "共计" "共" "总计" "合计"
            "已经" "已" "并" "还" "同时" "另" "另有" "另外" "此外" "先后" "现有" "共有" "设有" "现" "全镇" "全市" "全县" "全区" "全省" "全国" "全街道" "全乡" "全州" "全办" "我镇" "我市" "我县" "我区" "我省" "我局" "我街道" "我乡"
            "我院" "我委" "我办" "辖区内" "辖区" "域内" "境内" "以来" "期间" "年度" "力争" "确保" "预计" "计划" "争取实现" "力争实现" "拟" "和" "与" "及" "以及" "或" "加" "加上" "再" "又" "按" "按照" "有" "对" "为"
            "实际" "本期" "当年" "每年" "每月" "每季度" "每人" "每户" "每亩" "每吨" "约" "近" "到" "至" "的" "将" "把" "向" "依法" "至少" "成功" "主动" "积极" "及时" "仅有" "只有" "仅" "仍有" "均" "分别" "二是" "一是" "三是" "四是" "五是" "且" "也" "其" "总" "各自" "全局" "实有" "内" "余下的" "当日" "日均" "净增" "但" "而" "虽";
    }
}

lexicon! {
    /// Words between what is counted and the number.
    endings TAILS: () {
        () => "累计" "共计" "共" "总计" "合计" "分别为" "分别达到" "分别达" "分别是" "分别" "达到了" "达到"
            "达" "均达到" "均达" "均为" "均保持在" "均保持" "保持在" "保持" "均" "各" "为" "是" "有"
            "了" "约" "近" "超过" "超" "突破" "不低于" "不少于" "至少" "稳定在" "控制在" "仅" "只"
            "至" "到" "约为" "约占" "将近" "接近" "逾" "已" "又" "即" "还有" "已有" "现有" "共有"
            "计" "平均" "从" "由" "同比" "环比" "比上年" "较上年" "比上年同期" "已达" "全年" "仍有"
            "仍" "仅有" "只有" "力争" "先后" "再" "计划" "预计" "每年" "每月" "每季度" "每人" "每人每年"
            "每人每月" "每户" "每亩" "每吨" "每平方米" "实际" "最高" "最低" "稳定" "总" "按" "过"
            "每千人" "每万人" "每百户" "每十万人" "到位" "成功" "完毕" "偏少" "偏多" "以" "在" "另有"
            "同口径" "年均" "恢复到" "恢复至" "实现" "实现了" "高达" "多达" "仅占" "只占" "占" "占到" "虽" "完成" "力争办理";
    }
}

/// The longest tail that `words` end with and that does not end a longer word.
fn tail_of(words: &str) -> Option<&'static str> {
    let mut limit = usize::MAX;
    loop {
        let (tail, ()) = TAILS.longest_below(words, limit)?;
        if !is_part_of_word(&words[..words.len() - tail.len()], tail) {
            return Some(tail);
        }
        limit = tail.len();
    }
}

/// Takes words off the end that stand between what is counted and the number.
fn strip_tails(mut words: &str) -> &str {
    for _ in 0..8 {
        let trimmed = words.trim_end_matches(|ch| {
            is_space(ch) || is_comma(ch) || matches!(marker::sign(ch), Some((Style::Circled, _)))
        });
        let shorter = match change::strip(trimmed) {
            Some(subject) => subject,
            None => tail_of(trimmed).map_or(trimmed, |tail| &trimmed[..trimmed.len() - tail.len()]),
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
    let one_of = |characters: &str| one_of(previous, characters);
    match tail {
        "共" => one_of("公中"),
        "计" => one_of("统会审设合总估预累"),
        "总" => one_of("汇"),
        "为" => one_of("行作成认") && !rest.ends_with("划分"),
        "有" => one_of("所国公私拥持"),
        "到" => one_of("报"),
        "均" => one_of("人户平年月日亩"),
        "均为" | "均达" | "均达到" | "均保持" => one_of("人户村亩年月日"),
        "占" => rest.is_empty() || one_of("强侵"),
        "完成" => rest.is_empty(),
        "达" => one_of("发传到"),
        "是" => one_of("还"),
        "约" => one_of("民公条合节契预违特规村制履"),
        "超" => one_of("赶"),
        "计划" => !rest.is_empty(),
        "稳定" => rest.is_empty(),
        "只" => one_of("船"),
        "过" => one_of("通经超度渡越错路跨不"),
        "以" => one_of("予难可加所"),
        "在" => one_of("存潜现所实"),
        "到位" | "成功" | "完毕" | "年均" | "同口径" | "实现" | "恢复到" | "恢复至" => {
            rest.is_empty()
        }
        "按" => one_of("抵"),
        _ => false,
    }
}

/// Takes words off the front that name nothing: times, places, 其中, 累计.
pub(crate) fn strip_leads<'t>(mut words: &'t str, town: &str) -> &'t str {
    for _ in 0..8 {
        let trimmed =
            words.trim_start_matches(|ch| is_space(ch) || is_comma(ch) || matches!(ch, '）' | ')' | '”' | '。' | '；'));
        let mut shorter = trimmed;
        if !town.is_empty() && trimmed.starts_with(town) {
            shorter = &trimmed[town.len()..];
        } else if let Some(lead) = lead_of(trimmed) {
            shorter = &trimmed[lead.len()..];
        } else if let Some(found) = marker::scan(trimmed).filter(|found| found.style >= Style::HanBracket) {
            shorter = &trimmed[found.length..];
        }
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

/// The longest lead that `words` begin with and that does not begin a longer word.
fn lead_of(words: &str) -> Option<&'static str> {
    let mut limit = usize::MAX;
    loop {
        let (lead, ()) = LEADS.longest_below(words, limit)?;
        if !begins_word(words, lead) {
            return Some(lead);
        }
        limit = lead.len();
    }
}

/// 共同, 现代, 有效: a lead that begins a longer word.
fn begins_word(words: &str, lead: &str) -> bool {
    let next = words[lead.len()..].chars().next();
    let one_of = |characters: &str| one_of(next, characters);
    match lead {
        "共" => one_of("同享建青产治识和性"),
        "现" => one_of("代场金行实象状役"),
        "并" => one_of("联购网轨"),
        "另" => one_of("一外"),
        "还" => one_of("款贷迁"),
        "和" => one_of("谐解平美"),
        "与" => one_of("会"),
        "及" => one_of("时格"),
        "加" => one_of("强快大工油气装固班入盟"),
        "再" => one_of("生就造贷审次担"),
        "按" => one_of("期时规揭照比"),
        "有" => one_of("效关机限序组偿色线害责"),
        "对" => one_of("口外象接标比"),
        "为" => one_of("民"),
        "到" => one_of("位期访户岗账"),
        "内" => one_of("部容陆外控"),
        "但" => false,
        "日均" | "净增" => false,
        "而" => one_of("且"),
        "至" => one_of("少今"),
        "的" => one_of("士确"),
        "约" => one_of("谈束"),
        "近" => one_of("年期"),
        "拟" => one_of("定"),
        "加上" => one_of("级解年"),
        "上年" => one_of("结末度同"),
        "实际" => one_of("使利"),
        "将" => one_of("来军近"),
        "把" => one_of("手关"),
        "向" => one_of("日导"),
        "均" => one_of("衡价"),
        "其" => one_of("中他余"),
        "总" => one_of("量体结数产书面投计值额人收支"),
        "成功" => one_of("率"),
        "分别" => false,
        "计划" => one_of("生外内"),
        "年度" => one_of("考计重目工"),
        _ => false,
    }
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

/// The verb that `rest` begins with, and its length; not where it is the first half of a noun: 化解率, 处置能力.
pub(crate) fn verb_at(rest: &str) -> Option<(usize, Verb)> {
    const SINGLE: &str = "业率量数额者面费款员力性所站室证书点法权地队师场级类度制价";
    const NOUNS: [&str; 34] = [
        "能力", "中心", "工作", "制度", "机制", "情况", "体系", "系统", "平台", "结果", "金额", "标准", "时间", "比例",
        "强度", "比重", "总额", "规模", "水平", "渠道", "时限", "流程", "环节", "程序", "进度", "质量", "效率", "次数",
        "人数", "件数", "用时", "成本", "事项", "时长",
    ];
    let (word, verb) = VERBS.longest(rest)?;
    let behind = &rest[word.len()..];
    let suffix = if verb == Verb::Weak { SINGLE } else { "率量数额者面费款员力性金所" };
    let noun = behind.starts_with(|ch| suffix.contains(ch)) || NOUNS.iter().any(|noun| behind.starts_with(noun));
    (!noun).then_some((word.len(), verb))
}

/// Nouns that end in what looks like a verb: 社会组织, 信息公开.
fn is_noun_before(words: &str, at: usize) -> bool {
    let left = &words[..at];
    let rest = &words[at..];
    let ends = |nouns: &[&str]| nouns.iter().any(|noun| left.ends_with(noun));
    rest.starts_with("组织")
        && (ends(&["社会", "党", "基层", "集体", "经济", "群团", "合作", "自治", "群众", "公益"])
            || left.ends_with(['类', '级', '团', '各']))
        || rest.starts_with("公开") && ends(&["信息", "政务", "申请"])
        || rest.starts_with("安排") && ends(&["预算"])
        || left.ends_with(['的', '总', '类', '个'])
}

/// The object and the verb of a clause, whose words before the number are `words`, a part of `text`.
pub(crate) fn object(text: &str, words: &str, doing: bool) -> (Span, Option<Span>) {
    let base = words.as_ptr() as usize - text.as_ptr() as usize;
    // Of coordinated verb phrases the last governs the number: 完成整理、审核卷宗187份.
    let last_part = words.rfind(['、', '､']).map_or(0, |at| at + '、'.len_utf8());
    let governs = |part: &str| verb_at(part).is_some_and(|(length, _)| length < part.len() && length > '、'.len_utf8());
    let from = if last_part > 0 && governs(words) && governs(&words[last_part..]) { last_part } else { 0 };
    let clause = &words[from..];
    let span = |start: usize, end: usize| Span::new(base + from + start, base + from + end);

    let mut found: Option<(usize, usize, Verb)> = None;
    let mut weak: Option<(usize, usize)> = None;
    let mut at = 0;
    let mut depth = 0u32;
    while at < clause.len() {
        let rest = &clause[at..];
        let Some(ch) = rest.chars().next() else { break };
        let mut step = ch.len_utf8();
        if is_opening(ch) {
            depth += 1;
        } else if is_closing(ch) {
            depth = depth.saturating_sub(1);
        } else if let Some((length, verb)) = verb_at(rest).filter(|_| depth == 0) {
            step = length;
            let mut behind = at + length;
            for particle in ["了", "过", "着"] {
                if clause[behind..].starts_with(particle) {
                    behind += particle.len();
                }
            }
            let left = clause[behind..].chars().filter(|ch| is_letter(*ch)).count();
            if verb == Verb::Weak {
                if at == 0 {
                    weak = Some((at, behind));
                }
            } else if left >= 1 && !is_noun_before(clause, at) && !(at > 0 && rest.starts_with("新增")) {
                // A verb behind another is a part of its object (建成调处中心), unless it says little by itself
                // (组织干部参加考试) or follows at once (走访慰问困难群众).
                let replaces = match found {
                    None => true,
                    Some((_, end, first)) => {
                        left >= 2 && (verb == Verb::Light || first == Verb::Light) || left >= 3 && end == at
                    }
                };
                if replaces {
                    let start = found
                        .filter(|(_, end, first)| *end == at && *first != Verb::Light)
                        .map_or(at, |(start, ..)| start);
                    found = Some((start, behind, verb));
                }
            } else if left == 0 && found.is_none() && weak.is_none() {
                weak = Some((at, behind));
            }
        }
        at += step;
    }
    if let Some((verb, behind, class)) = found {
        let object = clause[behind..].trim_start_matches(|ch| is_space(ch) || is_comma(ch));
        // 修订完善管理制度, 建立健全机制: the second verb says how.
        let object = ["完善", "健全", "规范", "优化", "改建", "扩建", "提升"]
            .iter()
            .find_map(|second| {
                object.strip_prefix(second).filter(|rest| rest.chars().count() >= 3 && !rest.starts_with('性'))
            })
            .unwrap_or(object);
        let verb_only = VERBS.longest(object).is_some_and(|(word, _)| word == object);
        let object_from =
            if class == Verb::Strong && (verb_only || doing) { verb } else { clause.len() - object.len() };
        return (span(object_from, clause.len()), Some(span(verb, behind)));
    }
    let Some((verb, behind)) = weak else { return (span(0, clause.len()), None) };
    let object = &clause[behind..];
    // 执法车辆 is a noun of four; 规范企业用工行为 is a verb with its object.
    let from = if verb == 0 && !doing && object.chars().count() >= 4 { behind } else { 0 };
    (span(from, clause.len()), Some(span(verb, behind)))
}

lexicon! {
    /// How clauses begin that only say how the number compares or adds up.
    COMPARISONS: () {
        () => "比" "较" "恢复" "扣除" "剔除" "每" "平均每" "相当于" "完成年" "完成全年" "为年" "为预"
            "为调" "占" "的" "其余" "连续" "按可比" "升到" "升至" "降到" "降至" "提高到" "上升" "下降" "增加到" "减少到" "低于" "高于" "余下" "其中";
    }
}

lexicon! {
    /// Words that are left of a clause and name nothing.
    EMPTY: () {
        () => "完成" "实际完成" "实现" "年均" "同口径" "总数" "总量" "总计" "规模" "平均" "其余" "占"
            "分别" "任务" "预算" "占比" "比例" "新增" "净增" "年增" "达" "每";
    }
}

/// The subject of 占可用财力的, 为预算的, 由2021年的, 较2021年, 低于全省均值: what follows is what it is compared with.
fn strip_share(words: &str) -> &str {
    let trimmed = words.trim_end_matches(is_space);
    let last = |verbs: &[&str], clause: &str| verbs.iter().filter_map(|verb| rfind_word(clause, verb)).max();
    if let Some(at) = last(&["低于", "高于", "高出", "多于", "少于"], trimmed) {
        return &trimmed[..at];
    }
    // A time behind 由, 从, 较 or 比 is the time of what it is compared with.
    let is_time =
        |words: &str| words.ends_with(['年', '月', '底', '末', '期', '前', '初', '度']) && words.chars().count() <= 12;
    if let Some(at) = last(&["由", "从", "较", "比"], trimmed) {
        let behind = &trimmed[at + '由'.len_utf8()..];
        if is_time(behind.strip_suffix('的').unwrap_or(behind)) {
            return &trimmed[..at];
        }
    }
    let share = ["的", "比重", "比重达"].iter().find_map(|end| trimmed.strip_suffix(end));
    let Some(clause) = share else { return words };
    last(&["占", "为", "相当于", "达", "是"], clause).map_or(words, |at| &words[..at])
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
        } else if depth == 0
            && at > 0
            && let Some(adverb) = ADVERBS.iter().find(|adverb| words[at..].starts_with(**adverb))
        {
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
    &words[from..]
}

/// The words of a clause that name something, or nothing where it only says how a number compares or adds up.
pub(crate) fn naming_words<'t>(words: &'t str, town: &str) -> Option<&'t str> {
    let words = strip_share(strip_tails(words));
    let words = strip_tails(strip_leads(words, town));
    let words = strip_leads(last_predicate(words), town);
    let names = words.chars().any(is_letter);
    let empty = EMPTY.longest(words).is_some_and(|(word, ())| word == words) || COMPARISONS.longest(words).is_some();
    (names && !empty).then_some(words)
}
