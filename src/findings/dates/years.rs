//! Last year's number left standing in a heading, in the sentence that opens the report, or before 全年.

use crate::chars::{after, find_word, has_word, is_comma, step_on};
use crate::compose::compose;
use crate::concordance::SENTENCE_STOPS;
use crate::dates::year_at;
use crate::findings::{Findings, Subject};
use crate::report::Role;
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;
use alloc::string::String;
use alloc::vec::Vec;

/// The year of a report whose title names it first.
fn year_of(subject: &Subject<'_, '_>) -> Option<u32> {
    let title = subject.metadata.title.as_deref().unwrap_or_default();
    subject.metadata.year.filter(|year| *year > 0 && years(title).0 == Some(*year))
}

/// A heading of a report on 2023 that says 2022年, or a plan that says 2023年.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    let Some(year) = year_of(subject) else { return };
    for heading in subject.marked {
        let words = &text[heading.title];
        // What stands behind a year, or in a date.
        if !words.has_of(set!("年.．-－/—")) {
            continue;
        }
        let (first, last) = years(words);
        let Some(named) = first.filter(|_| first == last) else { continue };
        let plan = words.has_any(words!("计划 打算 安排 思路"));
        // What a plan was for is told in the year that it was for.
        let told = words.has_any(words!("落实 执行 完成 整改 较 比 与 同 上年 自"));
        let expected = if plan { year + 1 } else { year };
        if named + 1 == expected && !told && words.has_any(words!("工作 情况 举措 成效 做法 问题 不足 计划 打算 安排"))
        {
            say(subject, heading.title, named, expected, out);
        }
    }
    // 现将2022年…情况报告如下.
    for line in subject.lines {
        let words = &text[line.words];
        if subject.marked.first().is_some_and(|heading| heading.start() <= line.words.start) {
            break;
        }
        let Some(end) = find_word(words, "如下") else { continue };
        let sentence = &words[..end];
        let start = sentence.rfind_of(set!("。！")).map_or(0, |at| at + '。'.len_utf8());
        let (first, last) = years(&sentence[start..]);
        if let Some(named) = first.filter(|named| first == last && *named + 1 == year) {
            let from = line.words.start as usize;
            say(subject, Span::new(from + start, from + end), named, year, out);
        }
    }
}

/// 2022年全年检查312次 in a report on 2023, where nothing is compared with the year before.
pub(super) struct Told {
    year: u32,
    /// 2023年, 2022年.
    own: String,
    last: String,
    /// Where one of them stands, and in which line.
    named: Vec<(Span, u32)>,
}

impl Told {
    pub(super) fn of(subject: &Subject<'_, '_>) -> Option<Told> {
        let title = subject.metadata.title.as_deref().unwrap_or_default();
        // Such a report may be named after the year in which it is given.
        let other = title.has_any(words!("工作报告 季度 计划执行 计划草案 计划完成 —"));
        let year = year_of(subject).filter(|_| !other)?;
        Some(Told {
            year, own: compose!(year, "年"), last: compose!(year.saturating_sub(1), "年"), named: Vec::new()
        })
    }

    /// Looks at the 年 at byte `at` of a line.
    pub(super) fn look(&mut self, line: Span, words: &str, at: usize) {
        let left = &words[..at + '年'.len_utf8()];
        if left.ends_with(&self.own) || left.ends_with(&self.last) {
            self.named.push((line, line.start + at as u32));
        }
    }

    /// Goes through the sentences that name one of the two years.
    pub(super) fn tell(self, subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
        let Told { year, own, last, named } = self;
        let title = subject.metadata.title.as_deref().unwrap_or_default();
        let period = if title.has_any(words!("上半年")) { "上半年" } else { "全年" };
        let (mut owns, mut lasts, mut found) = (0, 0, Vec::new());
        let mut passages = subject.passages.iter().peekable();
        let mut role = Role::Other;
        let mut seen = 0;
        for (line, at) in named.into_iter().map(|(line, at)| (line, at as usize)) {
            if at < seen {
                continue;
            }
            let stops = subject.places.within(line);
            let behind = |stop| after(subject.text, stop).map_or(stop, |ch| stop + ch.len_utf8());
            let start = stops.until(at).last(SENTENCE_STOPS).map_or(line.start as usize, behind);
            seen = stops.from(at).first(SENTENCE_STOPS).map_or(line.end as usize, behind);
            let sentence = &subject.text[Span::new(start, seen)];
            while let Some(passage) = passages.next_if(|passage| passage.span.start as usize <= start) {
                role = passage.role;
            }
            let has_own = has_word(sentence, &own);
            owns += u32::from(has_own);
            let Some(at) = find_word(sentence, &last) else { continue };
            lasts += 1;
            let (left, rest) = (&sentence[..at], &sentence[at + last.len()..]);
            if let Some(rest) = rest.strip_prefix(period) {
                let clause = &rest[..rest.find_if(&is_comma).unwrap_or(rest.len())];
                // One that is compared, or told of that year, says that the others may be too.
                if has_own
                    || has_word(rest, &last)
                    || role == Role::Plan
                    || year_at(left).is_some()
                    || left.has_any(words!("比 较 与 同 自 从 由 超 于 平 上年 去年 核实 核定 年度 《 “ （"))
                    || clause.has_any(words!("比 核 修订 评 考 报告 持平 末 底 的 为"))
                {
                    return;
                }
                found.push(Span::new(start + at, start + at + last.len()));
            }
        }
        if lasts <= owns {
            found.into_iter().for_each(|span| say(subject, span, year.saturating_sub(1), year, out));
        }
    }
}

/// The first and the last year that words name.
fn years(words: &str) -> (Option<u32>, Option<u32>) {
    let first = year_at(words);
    let mut last = first;
    while let Some((at, _)) = last {
        let from = step_on(words, at, 4);
        let Some((behind, year)) = year_at(&words[from..]) else { break };
        last = Some((from + behind, year));
    }
    (first.map(|(_, year)| year), last.map(|(_, year)| year))
}

fn say(subject: &Subject<'_, '_>, within: Span, named: u32, expected: u32, out: &mut Findings<'_, '_>) {
    let words = &subject.text[within];
    let Some((at, _)) = year_at(words) else { return };
    let start = within.start as usize + at;
    let length = step_on(words, at, 4) - at;
    let sentence = &[
        "标题所述为{0}年，此处写作{1}年，疑为旧稿残留，请核对。",
        "The title says {0}, but here it is {1}: perhaps left over from an old draft; please check.",
    ];
    out.say(Rule::YearResidue, Span::new(start, start + length), sentence, &[&expected, &named]);
}
