//! What a top section is about, by the words of its title.

use crate::chars::has_word;
use crate::report::Role;

/// Words of the section on the duties of the first responsible person.
const LEADERSHIP: [&str; 4] = ["第一责任人", "主要负责人履行", "主要负责人履职", "党政主要负责人"];

/// Words of the section on what is still wrong.
const PROBLEMS: [&str; 12] = [
    "不足",
    "存在问题",
    "存在的问题",
    "主要问题",
    "问题和",
    "问题及",
    "问题与",
    "的问题",
    "困难",
    "短板",
    "差距",
    "薄弱环节",
];

/// Words before a problem that turn it into work: 解决突出问题.
const SOLVED: [&str; 8] = ["解决", "整改", "化解", "聚焦", "破解", "补齐", "缩小", "补短板"];

/// Words of the plan.
const PLAN: [&str; 25] = [
    "下一步",
    "下步",
    "下一年",
    "下年",
    "下一阶段",
    "明年",
    "今后",
    "来年",
    "计划",
    "打算",
    "安排",
    "工作思路",
    "努力方向",
    "工作目标",
    "目标任务",
    "预期目标",
    "总体要求",
    "工作重点",
    "重点工作",
    "工作建议",
    "展望",
    "举措建议",
    "奋斗目标",
    "主要任务",
    "重点任务",
];

/// Words that say that the section looks back, whatever else it says.
const LOOKING_BACK: [&str; 10] =
    ["成效", "完成情况", "开展情况", "落实情况", "回顾", "工作情况", "执行情况", "主要做法", "工作总结", "进展情况"];

/// Words of what is neither.
const OTHER: [&str; 7] = ["政府自身建设", "其他需要", "其他情况", "其它情况", "其他事项", "其它需要", "需要说明"];

fn any(title: &str, words: &[&str]) -> bool {
    words.iter().any(|word| has_word(title, word))
}

/// The role of a top section with this title, in a report on `year`.
pub(crate) fn of_title(title: &str, year: Option<u32>) -> Role {
    if any(title, &OTHER) {
        return Role::Other;
    }
    if any(title, &LEADERSHIP) {
        return Role::Leadership;
    }
    if any(title, &PROBLEMS) && !any(title, &SOLVED) {
        return Role::Problems;
    }
    // A plan for a year is one for the year after the report's.
    let later = year.is_some_and(|year| {
        (1..=2).any(|ahead| {
            let mut digits = alloc::string::String::new();
            crate::decimal::Decimal::from(u64::from(year + ahead)).write_to(&mut digits);
            has_word(title, &digits)
        })
    });
    if later || any(title, &PLAN) && !any(title, &LOOKING_BACK) {
        return Role::Plan;
    }
    Role::Work
}
