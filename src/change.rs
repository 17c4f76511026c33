//! Which way something changed, from the verb that stands right before the number.

use crate::chars::{digit, is_han, is_space, one_of, rfind_word, step_back, step_on};
use crate::lexicon::lexicon;
use crate::report::{Change, Kind};
use crate::search::{Search, Words, set, words};

lexicon! {
    /// Verbs of change and their nouns; those that are neither end like one.
    endings VERBS: Option<Change> {
        Some(Change::Up) => "增长" "上升" "提升" "攀升" "回升" "升高" "提高" "增加" "递增" "激增" "上涨" "上浮" "上调" "增多"
            "扩大" "扩大了" "加快" "增幅" "涨幅" "增速" "增收" "增支" "增产" "净增" "调增" "增" "升" "涨";
        Some(Change::Down) => "负增长" "下降" "降低" "减少" "核减" "压减" "缩减" "削减" "精简" "压缩" "缩短" "缩小"
            "收窄" "回落" "下滑" "下跌" "下浮" "下调" "放缓" "减低" "调减" "递减" "降幅" "减幅" "跌幅" "减收" "减支" "减员" "净减" "减产" "压降" "压"
            "降" "减";
        None => "增长率" "新增";
    }
}

lexicon! {
    /// Words between a verb of change and its number.
    endings BETWEEN: () {
        () => "每月" "每年" "每人每月" "每人每年" "每人" "每户" "每亩" "每吨" "分别为" "分别达" "分别"
            "达到" "幅度为" "幅度达" "幅度" "均" "各" "了" "到" "至" "为" "达" "超过" "超" "近"
            "约" "突破" "不低于" "不少于" "至少" "逾" "将近" "接近" "（";
    }
}

/// `left` without the words between a verb of change and its number; a clause has few.
fn strip_between(left: &str) -> &str {
    let mut left = strip_time(left.trim_end_if(&is_space));
    for _ in 0..4 {
        let Some((word, ())) = BETWEEN.longest(left) else { break };
        left = left[..left.len() - word.len()].trim_end_if(&is_space);
    }
    left
}

/// 升到目前的|82.5%, 提高到2021年的|61.2%: when it was so, between the verb and its number.
fn strip_time(left: &str) -> &str {
    let Some(time) = left.strip_suffix('的') else { return left };
    let bare = time.strip_end_any(words!("目前 现在 当前 今年 去年 上年 前年"));
    let date = time
        .strip_end_of(set!("年月底末初期度"))
        .map(|rest| rest.trim_end_if(&|ch| digit(ch).is_some() || one_of(Some(ch), set!("年月底同季一二三四上下半"))));
    bare.or(date).unwrap_or(left)
}

/// The verb of change that ends `left`. 审减, 新增 and 递增率 only end like one.
fn ending(left: &str) -> Option<(&'static str, Option<Change>)> {
    let (verb, change) = VERBS.longest(left)?;
    let rest = &left[..left.len() - verb.len()];
    let part = verb.chars().count() == 1 && rest.ends_of(set!("审核催新加精删裁消晋提直公毫血电气水高低起霜沉"));
    // 改造提升94万亩: works, not a rise.
    let works = verb == "提升" && rest.ends_with_any(words!("改造 整治 优化 巩固 提质"));
    (!part && !works).then_some((verb, change))
}

/// What the words before a number, `left`, say of the way it changed.
pub(crate) fn of_words_before(left: &str, kind: Kind) -> Option<Change> {
    let whole = left;
    let left = strip_between(left);
    if let Some((verb, change)) = ending(left) {
        return change.filter(|_| !is_measured_against(left, verb));
    }
    // 由0家|发展到12家.
    let near = &whole[step_back(whole, whole.len(), 6)..];
    if near.ends_with_any(words!("发展到 发展至 壮大到 壮大至")) {
        return Some(Change::Up);
    }
    if makes_less(left, kind) {
        return Some(Change::Down);
    }
    // 比上年多12件.
    let compared = |words| {
        left.strip_end_of(words).is_some_and(|rest| rest.ends_with_any(words!("上年 去年 同期 往年 同比 上届")))
    };
    if compared(set!("多高快大")) {
        return Some(Change::Up);
    }
    compared(set!("少低慢小")).then_some(Change::Down)
}

/// 高于全市平均增速|2.7个百分点: against what something is measured is no rise.
fn is_measured_against(left: &str, verb: &str) -> bool {
    if !verb.is_any(words!("增速 增幅 涨幅 降幅 减幅 跌幅")) {
        return false;
    }
    let near = &left[step_back(left, left.len(), 14)..];
    let clause = near.rfind_of(set!("，,、：:。；;")).map_or(near, |at| &near[step_on(near, at, 1)..]);
    clause.has_any(words!("高于 低于 快于 慢于 高出"))
}

/// 压缩申请材料143份, 压减审批环节30%: less of a short object. What is cut as a deed (压减资金, 精简机构) is no fall unless
/// in per cent.
fn makes_less(left: &str, kind: Kind) -> bool {
    const FALLS: &Words = words!("减少 压缩 缩短 降低");
    const DEEDS: &Words = words!("压减 削减 缩减 压降");
    let near = &left[step_back(left, left.len(), 14)..];
    if !near.has_any(FALLS) && !near.has_any(DEEDS) {
        return false;
    }
    let clause = near.rfind_of(set!("，,、：:。；;！？")).map_or(near, |at| &near[step_on(near, at, 1)..]);
    let behind =
        |verbs: &Words| verbs.each().find_map(|verb| rfind_word(clause, verb).map(|at| &clause[at + verb.len()..]));
    let object = behind(FALLS).or_else(|| behind(DEEDS).filter(|_| matches!(kind, Kind::Percent | Kind::Multiple)));
    object.is_some_and(|object| {
        object.chars().count() >= 2
            && object.chars().all(|ch| is_han(ch) && !matches!(ch, '和' | '的' | '至' | '率' | '后' | '等'))
    })
}

/// The words before a verb of change that ends `left`, with what may stand between it and the number; `None` where no
/// such verb ends it.
pub(crate) fn strip(left: &str) -> Option<&str> {
    let left = strip_between(left);
    let (verb, change) = ending(left)?;
    // 亩均增收860元: the noun of the change is what is counted.
    // 比上年增加2万吨，增产0.9%: alone in its clause 增产 is what the product did, as 减产 is.
    let alone = verb == "增产"
        && left.strip_suffix(verb).is_some_and(|rest| {
            let rest = rest.trim_end_if(&is_space);
            let rest = rest.strip_end_any(words!("比上年 较上年 同比 比去年 较去年")).unwrap_or(rest);
            rest.is_empty() || rest.ends_of(set!("，,；;。、（("))
        });
    let noun = !alone && verb.is_any(words!("增收 增支 减收 减支 增产 增速 增幅 涨幅 降幅 跌幅 减幅 减员"));
    change.filter(|_| !noun).and(left.strip_suffix(verb))
}
