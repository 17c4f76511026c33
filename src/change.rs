//! Which way something changed, from the verb that stands right before the number.

use crate::chars::is_space;
use crate::report::Change;

/// Verbs of change and their nouns; the longer before the one that it ends with.
const VERBS: [(&str, Option<Change>); 54] = [
    ("负增长", Some(Change::Down)),
    ("增长率", None),
    ("增长", Some(Change::Up)),
    ("新增", None),
    ("上升", Some(Change::Up)),
    ("提升", Some(Change::Up)),
    ("攀升", Some(Change::Up)),
    ("回升", Some(Change::Up)),
    ("升高", Some(Change::Up)),
    ("提高", Some(Change::Up)),
    ("增加", Some(Change::Up)),
    ("递增", Some(Change::Up)),
    ("激增", Some(Change::Up)),
    ("上涨", Some(Change::Up)),
    ("上浮", Some(Change::Up)),
    ("上调", Some(Change::Up)),
    ("扩大", Some(Change::Up)),
    ("扩大了", Some(Change::Up)),
    ("加快", Some(Change::Up)),
    ("增幅", Some(Change::Up)),
    ("涨幅", Some(Change::Up)),
    ("增速", Some(Change::Up)),
    ("增收", Some(Change::Up)),
    ("增产", Some(Change::Up)),
    ("净增", Some(Change::Up)),
    ("增", Some(Change::Up)),
    ("升", Some(Change::Up)),
    ("涨", Some(Change::Up)),
    ("下降", Some(Change::Down)),
    ("降低", Some(Change::Down)),
    ("减少", Some(Change::Down)),
    ("核减", Some(Change::Down)),
    ("压减", Some(Change::Down)),
    ("缩减", Some(Change::Down)),
    ("削减", Some(Change::Down)),
    ("精简", Some(Change::Down)),
    ("压缩", Some(Change::Down)),
    ("缩短", Some(Change::Down)),
    ("缩小", Some(Change::Down)),
    ("收窄", Some(Change::Down)),
    ("回落", Some(Change::Down)),
    ("下滑", Some(Change::Down)),
    ("下跌", Some(Change::Down)),
    ("下浮", Some(Change::Down)),
    ("下调", Some(Change::Down)),
    ("放缓", Some(Change::Down)),
    ("递减", Some(Change::Down)),
    ("降幅", Some(Change::Down)),
    ("减幅", Some(Change::Down)),
    ("跌幅", Some(Change::Down)),
    ("减员", Some(Change::Down)),
    ("净减", Some(Change::Down)),
    ("降", Some(Change::Down)),
    ("减", Some(Change::Down)),
];

/// Words between a verb of change and its number.
const BETWEEN: [&str; 34] = [
    "每月",
    "每年",
    "每人每月",
    "每人每年",
    "每人",
    "每户",
    "每亩",
    "每吨",
    "分别为",
    "分别达",
    "分别",
    "达到",
    "幅度为",
    "幅度达",
    "幅度",
    "均",
    "各",
    "了",
    "到",
    "至",
    "为",
    "达",
    "超过",
    "超",
    "近",
    "约",
    "突破",
    "不低于",
    "不少于",
    "至少",
    "逾",
    "将近",
    "接近",
    "（",
];

/// The verb of change that ends `left`. 审减, 新增 and 递增率 only end like one.
fn ending(left: &str) -> Option<(&'static str, Option<Change>)> {
    let (verb, change) = VERBS.iter().find(|(verb, _)| left.ends_with(verb))?;
    let rest = &left[..left.len() - verb.len()];
    let part = verb.chars().count() == 1
        && rest.ends_with(['审', '核', '催', '新', '加', '精', '删', '裁', '消', '晋', '提', '直', '公', '毫']);
    // 改造提升94万亩: works, not a rise.
    let works = *verb == "提升" && ["改造", "整治", "优化", "巩固", "提质"].iter().any(|work| rest.ends_with(work));
    (!part && !works).then_some((*verb, *change))
}

/// What the words before a number, `left`, say of the way it changed.
pub(crate) fn of_words_before(left: &str) -> Option<Change> {
    let mut left = left.trim_end_matches(is_space);
    // Each round takes one word off; a clause has few.
    for _ in 0..4 {
        match BETWEEN.iter().find_map(|word| left.strip_suffix(word)) {
            Some(shorter) => left = shorter.trim_end_matches(is_space),
            None => break,
        }
    }
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
    let mut left = left.trim_end_matches(is_space);
    for _ in 0..4 {
        match BETWEEN.iter().find_map(|word| left.strip_suffix(word)) {
            Some(shorter) => left = shorter.trim_end_matches(is_space),
            None => break,
        }
    }
    let (verb, change) = ending(left)?;
    // 亩均增收860元: the noun of the change is what is counted.
    let noun = ["增收", "增产", "增速", "增幅", "涨幅", "降幅", "跌幅", "减幅"].contains(&verb);
    change.filter(|_| !noun).and(left.strip_suffix(verb))
}
