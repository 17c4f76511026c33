//! Headings without a number: the titles of a report's parts, and lines that a section uses as headings throughout.

use crate::bodies::is_body;
use crate::chars::has_word;
use crate::concordance::Concordance;
use crate::dates::{self, whole_date};
use crate::headings::{Loss, Marked};
use crate::likeness::{Form, is_whole_line, looks_like};
use crate::lines::Line;
use crate::lost::{behind_title, title_end};
use crate::marker::Style;
use crate::order::by_place;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;
use core::ops::Range;

/// How many characters the title of a part has at most.
const PART: usize = 30;

/// Adds the headings without a number: the titles of parts, and others each a level below the heading that it stands under.
pub(crate) fn find(text: &str, places: &Concordance, lines: &[Line], marked: &mut Vec<Marked>) {
    add(parts(text, lines, marked), marked);
    let mut found = Vec::new();
    if marked.is_empty() {
        let start = behind_title(text, places, lines, lines.len());
        // The words that open the report may take a second paragraph.
        let opening = usize::from(start < lines.len() && has_word(&text[lines[start].words], "。"));
        in_section(text, places, lines, start + opening..lines.len(), 1, &mut found);
    }
    for (place, heading) in marked.iter().enumerate() {
        let end = marked.get(place + 1).map_or(lines.len(), |next| next.line);
        in_section(text, places, lines, heading.line + 1..end, heading.level + 1, &mut found);
    }
    add(found, marked);
}

/// Whether a line says of which time a part of the report tells, and whether it looks back or ahead.
fn names_part(words: &str) -> bool {
    const TIMES: &Words =
        words!("过去 今后 未来 今年 去年 明年 上年 来年 下一年 下一步 下步 下阶段 时期 期间 五年 一年");
    const TOPICS: &Words = words!(
        "回顾 总结 成就 成效 情况 安排 部署 打算 思路 目标 任务 要求 计划 重点工作 主要工作 政府工作 工作重点 建议 草案"
    );
    words.len() <= 4 * PART
        && words.ends_with_any(TOPICS)
        && (2..=PART).contains(&words.chars().count())
        && !words.has_of(set!("，,。；;：:\t|"))
        && (words.has_any(TIMES) || dates::year_in(words).is_some())
}

/// Puts what was found among the headings, in their order.
fn add(mut found: Vec<Marked>, marked: &mut Vec<Marked>) {
    if !found.is_empty() {
        marked.append(&mut found);
        by_place(marked, |heading| (heading.title, 0));
    }
}

/// The titles of the parts of a report whose sections alone are numbered: 2023年工作回顾, 2024年工作安排.
fn parts(text: &str, lines: &[Line], marked: &[Marked]) -> Vec<Marked> {
    let is_part = |at: usize| names_part(&text[lines[at].words]) && is_whole_line(&text[lines[at - 1].words]);
    let is_heading = |at: usize| marked.binary_search_by_key(&at, |heading| heading.line).is_ok();
    let under = |at: usize| has_word(&text[lines[at + 1].words], "。") || is_heading(at + 1);
    work::done(lines.len());
    let start = title_end(text, lines).max(1);
    let found: Vec<Marked> = (start..lines.len().saturating_sub(1))
        .filter(|at| is_part(*at) && !is_heading(*at) && under(*at))
        .map(|at| unnumbered(&lines[at], at, 1))
        .collect();
    // One line is no usage.
    if found.len() < 2 { Vec::new() } else { found }
}

/// The headings of one section, `range` of the lines, which has none with a number.
fn in_section(
    text: &str,
    places: &Concordance,
    lines: &[Line],
    range: Range<usize>,
    level: u32,
    found: &mut Vec<Marked>,
) {
    work::done(range.len());
    let form = Form { stopped: false, ..Form::ABOVE };
    let is_heading = |at: usize| {
        let (line, words) = (lines[at], &text[lines[at].words]);
        let begins = at == range.start || is_whole_line(&text[lines[at - 1].words]);
        let under = || range.contains(&(at + 1)) && has_word(&text[lines[at + 1].words], "。");
        begins && looks_like(text, places, &line, form) && under() && !is_body(words) && whole_date(words).is_none()
    };
    // One line is no usage, and neither are some behind other text.
    if range.is_empty() || !is_heading(range.start) {
        return;
    }
    let headings: Vec<usize> = range.clone().filter(|at| is_heading(*at)).collect();
    if headings.len() < 2 {
        return;
    }
    found.extend(headings.into_iter().map(|at| unnumbered(&lines[at], at, level)));
}

/// The heading that line `at` is.
fn unnumbered(line: &Line, at: usize, level: u32) -> Marked {
    let start = line.words.start as usize;
    Marked {
        line: at,
        marker: Span::new(start, start),
        title: line.words,
        number: None,
        level,
        style: Style::None,
        loss: Loss::None,
        new_report: false,
    }
}
