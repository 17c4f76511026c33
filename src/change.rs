//! Which way something changed, from the verb that stands right before the number.

use crate::chars::is_space;
use crate::lexicon::lexicon;
use crate::report::Change;

lexicon! {
    /// Verbs of change and their nouns; those that are neither end like one.
    endings VERBS: Option<Change> {
        Some(Change::Up) => "增长" "上升" "提升" "攀升" "回升" "升高" "提高" "增加" "递增" "激增" "上涨" "上浮" "上调"
            "扩大" "扩大了" "加快" "增幅" "涨幅" "增速" "增收" "增产" "净增" "增" "升" "涨";
        Some(Change::Down) => "负增长" "下降" "降低" "减少" "核减" "压减" "缩减" "削减" "精简" "压缩" "缩短" "缩小"
            "收窄" "回落" "下滑" "下跌" "下浮" "下调" "放缓" "递减" "降幅" "减幅" "跌幅" "减员" "净减"
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
    let mut left = left.trim_end_matches(is_space);
    for _ in 0..4 {
        let Some((word, ())) = BETWEEN.longest(left) else { break };
        left = left[..left.len() - word.len()].trim_end_matches(is_space);
    }
    left
}

/// The verb of change that ends `left`. 审减, 新增 and 递增率 only end like one.
fn ending(left: &str) -> Option<(&'static str, Option<Change>)> {
    let (verb, change) = VERBS.longest(left)?;
    let rest = &left[..left.len() - verb.len()];
    let part = verb.chars().count() == 1
        && rest.ends_with(['审', '核', '催', '新', '加', '精', '删', '裁', '消', '晋', '提', '直', '公', '毫']);
    // 改造提升94万亩: works, not a rise.
    let works = verb == "提升" && ["改造", "整治", "优化", "巩固", "提质"].iter().any(|work| rest.ends_with(work));
    (!part && !works).then_some((verb, change))
}

/// What the words before a number, `left`, say of the way it changed.
pub(crate) fn of_words_before(left: &str) -> Option<Change> {
    let left = strip_between(left);
    if let Some((_, change)) = ending(left) {
        return change;
    }
    // 比上年多12件.
    let compared = |word: &str| {
        left.strip_suffix(word)
            .is_some_and(|rest| ["上年", "去年", "同期", "往年"].iter().any(|base| rest.ends_with(base)))
    };
    if compared("多") {
        return Some(Change::Up);
    }
    compared("少").then_some(Change::Down)
}

/// The words before a verb of change that ends `left`, with what may stand between it and the number; `None` where no
/// such verb ends it.
pub(crate) fn strip(left: &str) -> Option<&str> {
    let left = strip_between(left);
    let (verb, change) = ending(left)?;
    // 亩均增收860元: the noun of the change is what is counted.
    let noun = ["增收", "增产", "增速", "增幅", "涨幅", "降幅", "跌幅", "减幅"].contains(&verb);
    change.filter(|_| !noun).and(left.strip_suffix(verb))
}
