//! Clauses that say how a number compares or adds up, and of what.

use crate::chars::{before, han_digit, has_word, is_closing, is_space, rfind_word};
use crate::lexicon::lexicon;
use crate::search::{Search, Words, set, words};

lexicon! {
    /// How clauses begin that only say how the number compares or adds up.
    COMPARISONS: () {
        () => "比" "较" "恢复到" "恢复至" "扣除" "剔除" "相当于" "为常年" "完成年" "完成全年" "为年" "为预"
            "为调" "占" "的" "其余" "连续" "按可比" "升到" "升至" "降到" "降至" "同比增收" "同比减收" "同比增支" "同比减支" "同比多" "同比少" "同比增加" "提高到" "上升" "下降" "增加到" "减少到" "低于" "高于" "快于" "慢于" "相比" "余下" "其中" "折合";
    }
}

lexicon! {
    /// Words that are left of a clause and name nothing.
    EMPTY: () {
        () => "实际完成" "超额" "年均" "同口径" "总数" "总计" "规模" "平均" "其余" "占"
            "分别" "任务" "预算" "占比" "比例" "新增" "净增" "年增" "达" "每" "中" "里" "内" "当中" "人均" "户均" "村均" "亩均" "件均" "单笔" "每生" "拉动" "高" "低" "多" "少" "快" "慢" "最多" "最少" "可比" "可比口径" "预算安排" "已安排" "拟安排" "总体" "整体" "总体上" "同步" "自然口径" "现行口径" "统一口径" "目标" "的目标" "目标的" "任务的" "计划的" "指标的" "预期目标" "计划目标" "增收" "减收" "增支" "减支";
    }
}

/// The subject of 占可用财力的, 为预算的, 由2021年的, 较2021年, 低于全省均值: what follows is what it is compared with.
pub(super) fn strip_share(words: &str) -> &str {
    let trimmed = words.trim_end_if(&is_space);
    // 达到或|优于Ⅲ类标准的断面比例 is no comparison.
    let over = trimmed.rfind_any(words!("低于 高于 高出 多于 少于 快于 慢于 优于"));
    if let Some(at) = over.filter(|at| !trimmed[..*at].ends_with('或')) {
        return trimmed[..at].strip_suffix('不').unwrap_or(&trimmed[..at]);
    }
    // 水位超警戒1.27米, 投资超计划3亿元: over what; 超限, 超额, 赶超 are words.
    if let Some(at) = rfind_word(trimmed, "超").filter(|at| {
        let behind = &trimmed[at + '超'.len_utf8()..];
        behind.chars().count() >= 2
            && !behind.starts_of(set!("额限标载龄声前期市高级重频过出大低强短长员编门范界层占"))
            && !trimmed[..*at].ends_of(set!("赶反"))
            && !behind.ends_of(set!("为达率量数"))
            && !behind.has_if(&is_closing)
    }) {
        return trimmed[..at].strip_suffix("一度").unwrap_or(&trimmed[..at]);
    }
    // 超过序时进度0.9个百分点: over a mark; 超过60岁的老人 is none.
    if let Some(at) = rfind_word(trimmed, "超过")
        && trimmed.ends_with_any(words!("水平 进度 目标 预期 均值 平均 平均值 同期 标准 要求 任务 目标值 下限 上限"))
    {
        return &trimmed[..at];
    }
    // A time behind 由, 从, 较 or 比 is the time of what it is compared with.
    let is_time = |words: &str| {
        let before =
            words.ends_of(set!("年月底末期前初度")) || words.is_any(words!("原来 原有 原先 最初 年标准 月标准"));
        before && words.chars().count() <= 12
    };
    if let Some(at) = trimmed.rfind_any(words!("由 从 较 比")) {
        let behind = &trimmed[at + '由'.len_utf8()..];
        if is_time(behind.strip_suffix('的').unwrap_or(behind)) {
            let left = &trimmed[..at];
            return if trimmed[at..].starts_with('比') { left.strip_suffix('相').unwrap_or(left) } else { left };
        }
    }
    // 承诺时限均比法定时限|压缩50%: both are measures.
    if let Some(at) = rfind_word(trimmed, "比").filter(|at| {
        let behind = &trimmed[at + '比'.len_utf8()..];
        behind.ends_with_any(words!("时限 水平 均值 平均 标准 同期 要求")) && trimmed[..*at].chars().count() >= 4
    }) && !trimmed[..at].ends_of(set!("占同环对相评"))
    {
        return trimmed[..at].trim_end_of(set!("均平要"));
    }
    // 人均财力比全省平均水平低2130元.
    if trimmed.ends_of(set!("低高多少快慢大小长短"))
        && let Some(at) = trimmed.rfind_any(words!("比 较"))
    {
        return trimmed[..at].trim_end_of(set!("同环"));
    }
    // 达到先进水平的|有651项: a part, no share.
    if words.len() > trimmed.len()
        || trimmed.ends_with('的') && trimmed.starts_with("达到") && !trimmed.has_any(words!("预算 计划 任务 目标"))
    {
        return words;
    }
    let share = trimmed.strip_end_any(words!("的 比重 比重达"));
    // 完成调整预算的103%, 完成预算100%: of what a part is done; 完成重建任务的72% says what was done.
    const TARGETS: &Words = words!("预算 预算数 预算调整 预算安排 计划 任务 目标 任务数 计划数 目标数");
    let whole = share.unwrap_or(trimmed);
    if let Some(at) = rfind_word(whole, "完成").filter(|at| {
        let target = &whole[at + "完成".len()..];
        let least = if has_word(target, "下达") { 14 } else { 6 };
        target.ends_with_any(TARGETS) && target.chars().count() <= least && !whole[..*at].ends_with("超额")
    }) {
        return &whole[..at];
    }
    let Some(clause) = share else { return words };
    // 二是执法人员中…的: the marker of an item is no verb.
    let item =
        |at: usize| before(clause, at).is_some_and(|ch| clause[at..].starts_with('是') && han_digit(ch).is_some());
    // 上级下达任务的: no share.
    let part = |at: usize| clause[at..].starts_with('达') && clause[..at].ends_of(set!("下送传"));
    clause
        .rfind_any(words!("占 为 相当于 达 是 只有 仅有"))
        .filter(|at| !item(*at) && !part(*at))
        .map_or(words, |at| &words[..at])
}
