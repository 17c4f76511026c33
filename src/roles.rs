//! What a top section is about, by the words of its title and by what comes before it.

use crate::chars::{has_word, step_on};
use crate::dates::{five_years, five_years_in, year_in};
use crate::report::Role;
use crate::search::{Search, Words, set, words};
use crate::title::unspaced;
use alloc::vec::Vec;

/// Words of what is still wrong. They end a part of the title, or 存在 or 面临 stands before them.
const PROBLEMS: &Words = words!("问题 不足 困难 短板 弱项 差距 薄弱环节 挑战 原因 不足之处 原因分析");

/// Verbs that make work of a problem: 解决突出问题.
const SOLVING: &Words = words!("解决 整改 化解 聚焦 破解 补 缩小 克服 攻克 整治 防范 应对 查摆 紧盯 针对 关注 导向");

/// Words of the plan, wherever they stand.
const PLAN: &Words = words!(
    "\
    下一 下步 下年 下阶段 下半年 明年 今后 来年 打算 努力方向 工作目标 预期目标 奋斗目标 总体要求 对策 草案"
);

/// Words of the plan where a part of the title ends with them: 工作安排, but not 统筹安排资金.
const PLAN_AT_END: &Words = words!(
    "\
    计划 安排 思路 展望 建议 设想 考虑 的意见 意见建议 建议意见 工作重点 重点工作 任务"
);

/// Verbs that make work of a plan: 突出重点工作.
const CARRYING_OUT: &Words = words!("完成 圆满 聚焦 突出 围绕 紧扣 狠抓 抓 统筹 落实 创新 拓宽 听取 理清");

/// Words that say that a part of the title looks back, whatever else it says.
const LOOKING_BACK: &Words = words!(
    "\
    成效 成绩 亮点 完成情况 开展情况 落实情况 推进情况 进展情况 工作情况 执行情况 履职情况 回顾 总结 主要做法 \
    过去 以来 取得"
);

/// Words of what is neither.
const OTHER: &Words = words!("政府自身建设 其他需要 其他情况 其它情况 其他事项 其它需要 需要说明");

/// How many bytes the opening words of a paragraph take at most.
const OPENING: usize = 90;

/// So near behind its opening a paragraph says that something will be.
const WILL: usize = 12;

/// Words without one of which nothing is said of problems or of those who lead.
const TELLING: &Words =
    words!("问题 不足 困难 短板 弱项 差距 薄弱环节 挑战 原因 第一责任人 主要负责人 主要负责同志 主要领导 党政主要");

/// What one part of a title says, if it says anything.
fn of_part(part: &str, year: Option<u32>) -> Option<Role> {
    of_telling(part).or_else(|| of_plan(part, year))
}

/// Problems, those who lead, or the work that was made of a problem.
fn of_telling(part: &str) -> Option<Role> {
    if !part.has_any(TELLING) {
        return None;
    }
    let officer = part.has_any(words!("主要负责人 主要负责同志 主要领导 党政主要"));
    if has_word(part, "第一责任人") || officer && part.has_any(words!("履 职责 责任")) {
        return Some(Role::Leadership);
    }
    let problem = part.ends_with_any(PROBLEMS)
        || part.has_any(words!("存在 面临 主要问题")) && part.has_any(PROBLEMS)
        || part.has_any(words!("的问题 问题分析 不足方面"));
    if !problem && !has_word(part, "问题") {
        return None;
    }
    let measures = part.has_any(MEASURES);
    (problem || measures).then(|| match (part.has_any(SOLVING), measures) {
        (false, _) if problem => Role::Problems,
        (_, true) => Role::Plan,
        _ => Role::Work,
    })
}

/// Words of what is done about a problem.
const MEASURES: &Words = words!("措施 对策 办法 方法 建议");

/// What was done, or what is to be done.
fn of_plan(part: &str, year: Option<u32>) -> Option<Role> {
    // A plan for a year is one for a year after the report's.
    let later = || {
        year_in(part).is_some_and(|named| year.is_some_and(|year| named > year && named <= year + 2))
            || five_years_in(part).is_some_and(|[first, _]| year.is_some_and(|year| first == year + 1))
    };
    let plan = part.has_any(PLAN) || part.ends_with_any(PLAN_AT_END) && !part.starts_with_any(CARRYING_OUT);
    if part.has_any(LOOKING_BACK) && !(plan && later()) {
        return Some(Role::Work);
    }
    if plan || later() {
        return Some(Role::Plan);
    }
    if part.trim_end_matches('以').ends_with("情况") {
        return Some(Role::Work);
    }
    // Measures that are still to be taken; those taken are work.
    (part.has_any(words!("防范 拟采取 改进 整改 强化 进一步")) && part.has_any(MEASURES)).then_some(Role::Plan)
}

/// What a title says by itself: the first of its parts that says anything decides (存在的问题及下一步打算).
fn stated(title: &str, year: Option<u32>) -> Option<Role> {
    if title.has_any(OTHER) {
        return Some(Role::Other);
    }
    let solid = unspaced(title);
    let mut parts = solid.split(['和', '及', '与', '暨', '，', ',', '、', '；', '：']).peekable();
    while let Some(part) = parts.next() {
        let Some(role) = of_part(part, year) else { continue };
        // 年度重点工作及成效: what was to be done, and was.
        let carried_out = role == Role::Plan
            && is_plan_only_by_its_end(part, year)
            && parts.peek().is_some_and(|part| of_part(part, year) == Some(Role::Work));
        return Some(if carried_out { Role::Work } else { role });
    }
    None
}

/// Whether a part of a title is of the plan by its last word alone: 重点工作, 工作任务.
fn is_plan_only_by_its_end(part: &str, year: Option<u32>) -> bool {
    let later = year_in(part).is_some_and(|named| year.is_none_or(|year| named > year));
    !part.has_any(PLAN) && !later
}

/// Whether a title names both what is still wrong and what is to be done.
pub(crate) fn holds_two(title: &str, year: Option<u32>) -> bool {
    let solid = unspaced(title);
    if !solid.has_any(TELLING) {
        return false;
    }
    let says = |role: Role| {
        solid.split(['和', '及', '与', '暨', '，', ',', '、', '；', '：']).any(|part| of_part(part, year) == Some(role))
    };
    says(Role::Problems) && says(Role::Plan)
}

/// What a paragraph is about, by the words that it opens with, where they say so.
pub(crate) fn of_opening(words: &str, year: Option<u32>) -> Option<Role> {
    let clause = &words[..words.find_of(set!("，,。：:；")).unwrap_or(words.len())];
    if clause.len() > OPENING {
        return None;
    }
    // 2023年，我们将…, and no date under the title: 2024年5月22日, 2024-05-22 来源：….
    let later = || {
        year_in(clause).is_some_and(|named| year.is_some_and(|year| named == year + 1))
            && has_word(clause, "年")
            && !has_word(clause, "月")
            && words.has_of(set!("。：:"))
    };
    // 下半年 looks back in a yearly report, unless it says what will be.
    let will_be = || {
        let rest = &words[clause.len()..];
        clause == "下半年" && has_word(&rest[..step_on(rest, 0, WILL)], "将")
    };
    // “十五五”时期是…的关键时期.
    let next_plan = || five_years(clause).is_some_and(|([first, _], _)| year.is_some_and(|year| first == year + 1));
    if clause.starts_with_any(words!("下一 下步 下阶段 明年 今后 来年 新的一年")) || later() || next_plan() || will_be()
    {
        return Some(Role::Plan);
    }
    of_telling(clause).filter(|role| matches!(role, Role::Problems | Role::Leadership))
}

/// The roles of the top sections with these titles and opening words, in their order. A section that does not say what it
/// is goes on with the plan before it, and after the problems it says what is to be done.
pub(crate) fn of_sections<'a>(sections: impl Iterator<Item = (&'a str, &'a str)>, year: Option<u32>) -> Vec<Role> {
    let mut out: Vec<Role> = Vec::new();
    let mut last = Role::Work;
    for (title, opening) in sections {
        // 2024年是…的关键之年, under a title that is a slogan.
        let opened = || of_opening(opening, year).filter(|role| *role == Role::Plan);
        let role = stated(title, year).or_else(opened).unwrap_or(match last {
            Role::Problems | Role::Plan => Role::Plan,
            _ => Role::Work,
        });
        if role != Role::Other && role != Role::Leadership {
            last = role;
        }
        out.push(role);
    }
    out
}
