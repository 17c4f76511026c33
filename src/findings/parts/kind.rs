//! What a kind of document asks: no request in a report, the parts and the day of a yearly report on government by law.

use crate::chars::{after, has_word, is_han, step_back};
use crate::compose::compose;
use crate::findings::{Findings, Subject};
use crate::options::Sentence;
use crate::report::Role;
use crate::rules::Rule;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::title::unspaced;
use crate::work;
use alloc::vec::Vec;

/// How many lines from the end a request stands in.
const CLOSING: usize = 12;

/// What the kind that the title names asks for.
pub(super) fn find(subject: &Subject<'_, '_>, title: &str, place: Span, out: &mut Findings<'_, '_>) {
    let title = unspaced(title);
    if title.ends_with("报告") && !has_word(&title, "请示") {
        requests(subject, out);
    }
    length(subject, place, out);
    if has_word(&title, "法治政府建设") && title.ends_with_any(words!("报告 情况 总结")) {
        yearly(subject, place, out);
    }
}

/// 妥否，请批示 and 恳请县政府予以支持 at the end of a paragraph.
fn requests(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    const ASKING: &Words = words!("批示 批复 审批 批准 予支持 以支持 予解决 以解决");
    for line in subject.lines.iter().rev().take(CLOSING) {
        let words = subject.text[line.words].trim_end_of(set!("。！"));
        let from = step_back(words, words.len(), 20);
        let clause = from
            + words[from..]
                .rfind_of(set!("。，；！、： "))
                .map_or(0, |at| at + after(words, from + at).map_or(0, char::len_utf8));
        let asked = &words[clause..];
        // A congress is asked to examine and approve: 请予审查批准.
        let asks = asked.starts_with_any(words!("请 恳请 敬请 特请")) && asked.ends_with_any(ASKING);
        if !asks || asked.has_any(words!("审议 审查 大会")) {
            continue;
        }
        let start = line.words.start as usize;
        let span = Span::new(start + clause, start + words.len());
        let sentence = &[
            "报告中不得夹带请示事项，需要批复的应另行请示。",
            "A report may hold no request; what needs approval is to be asked for in a document of its own.",
        ];
        out.say(Rule::ReportRequest, span, sentence, &[]);
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
        let sentence = &[
            "全文汉字{0}个；综合报告一般不超过5000字，可酌情精简。",
            "The text has {0} Chinese characters; a general report has no more than 5000 as a rule; it may be shortened.",
        ];
        out.say(Rule::LengthHint, place, sentence, &[&(count as u32)]);
    }
}

/// 举措和成效, 不足和原因, 第一责任人, 下一年度安排; public by 1 April of the next year.
fn yearly(subject: &Subject<'_, '_>, place: Span, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    let has =
        |role: Role, words: &Words| subject.passages.iter().any(|passage| passage.role == role) || text.has_any(words);
    let year = subject.metadata.year.unwrap_or_default() + 1;
    let parts: [(bool, Sentence); 3] = [
        (
            has(Role::Problems, words!("不足之处 短板 薄弱环节 存在问题 存在的问题 存在一些问题 存在不足 差距")),
            &["“不足和原因”", "“不足和原因” (shortcomings and their causes)"],
        ),
        (
            has(Role::Leadership, words!("第一责任人")),
            &[
                "“党政主要负责人履行第一责任人职责情况”",
                "“党政主要负责人履行第一责任人职责情况” (how the leaders did their duty as those first responsible)",
            ],
        ),
        (
            has(Role::Plan, words!("下一步 下一年 明年 下阶段")) || has_word(text, &compose!(year, "年，")),
            &["“下一年度工作安排”", "“下一年度工作安排” (plans for the next year)"],
        ),
    ];
    let language = out.language() as usize;
    let missing: Vec<&str> = parts.iter().filter(|(there, _)| !there).map(|(_, part)| part[language]).collect();
    if !missing.is_empty() {
        let sentence = &[
            "未见{0}；年度报告应包括这些内容，请核对。",
            "Not found: {0}; a yearly report should have this; please check.",
        ];
        out.say(Rule::PartMissing, place, sentence, &[&missing.join(["、", ", "][language])]);
    }
    let date = subject.metadata.date.as_deref().or(subject.metadata.published.as_deref()).unwrap_or_default();
    let limit = compose!(year, "-04-01");
    if year > 1 && date.get(..10).is_some_and(|day| day > limit.as_str()) {
        let sentence = &[
            "日期{0}晚于{1}年4月1日的公开期限，请核对。",
            "The date {0} is later than {1}-04-01, by which the report is to be public; please check.",
        ];
        out.say(Rule::Deadline, place, sentence, &[&date, &year]);
    }
}
