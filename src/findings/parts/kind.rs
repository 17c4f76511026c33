//! What a kind of document asks: no request in a report, the parts and the day of a yearly report on government by law.

use crate::chars::{has_word, is_han};
use crate::compose::compose;
use crate::findings::{Findings, Subject};
use crate::report::Role;
use crate::rules::Rule;
use crate::search::Search;
use crate::span::Span;
use crate::title::unspaced;
use crate::work;
use alloc::string::String;

/// How many lines from the end a request stands in.
const CLOSING: usize = 12;

/// What the kind that the title names asks for.
pub(super) fn find(subject: &Subject<'_, '_>, title: &str, place: Span, out: &mut Findings<'_, '_>) {
    let title = unspaced(title);
    if title.ends_with("报告") && !has_word(&title, "请示") {
        requests(subject, out);
    }
    length(subject, place, out);
    if has_word(&title, "法治政府建设") && title.ends_with_any("报告 情况 总结") {
        yearly(subject, place, out);
    }
}

/// 妥否，请批示 at the end of a paragraph.
fn requests(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    const ASKING: &str = "请批示 请批复 请审批 请予批示 请予批复 请予审批 请予批准";
    for line in subject.lines.iter().rev().take(CLOSING) {
        let words = subject.text[line.words].trim_end_of("。！");
        let Some(asked) = words.end_among(ASKING) else { continue };
        let end = line.words.start as usize + words.len();
        let span = Span::new(end - asked.len(), end);
        out.say(Rule::ReportRequest, span, "报告中不得夹带请示事项，需要批复的应另行请示。");
    }
}

fn length(subject: &Subject<'_, '_>, place: Span, out: &mut Findings<'_, '_>) {
    const MOST: usize = 5000;
    if !out.is_on(Rule::LengthHint) {
        return;
    }
    work::done(subject.text.len());
    let count: usize =
        subject.lines.iter().map(|line| subject.text[line.words].chars().filter(|ch| is_han(*ch)).count()).sum();
    if count > MOST {
        let message = compose!("全文汉字", count as u32, "个；综合报告一般不超过5000字，可酌情精简。");
        out.say(Rule::LengthHint, place, message);
    }
}

/// 举措和成效, 不足和原因, 第一责任人, 下一年度安排; public by 1 April of the next year.
fn yearly(subject: &Subject<'_, '_>, place: Span, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    let has =
        |role: Role, words: &str| subject.passages.iter().any(|passage| passage.role == role) || text.has_any(words);
    let year = subject.metadata.year.unwrap_or_default() + 1;
    let mut missing = String::new();
    for (there, part) in [
        (has(Role::Problems, "不足之处 短板 薄弱环节 存在问题 存在的问题 存在一些问题 存在不足 差距"), "不足和原因"),
        (has(Role::Leadership, "第一责任人"), "党政主要负责人履行第一责任人职责情况"),
        (has(Role::Plan, &compose!("下一步 下一年 明年 下阶段 ", year, "年，")), "下一年度工作安排"),
    ] {
        if !there {
            let and = if missing.is_empty() { "" } else { "、" };
            missing = compose!(missing, and, "“", part, "”");
        }
    }
    if !missing.is_empty() {
        out.say(Rule::PartMissing, place, compose!("未见", missing, "；年度报告应包括这些内容，请核对。"));
    }
    let date = subject.metadata.date.as_deref().or(subject.metadata.published.as_deref()).unwrap_or_default();
    let limit = compose!(year, "-04-01");
    if year > 1 && date.get(..10).is_some_and(|day| day > limit.as_str()) {
        out.say(Rule::Deadline, place, compose!("日期", date, "晚于", year, "年4月1日的公开期限，请核对。"));
    }
}
