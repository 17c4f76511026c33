//! What an editor would want to be told. Each rule says what is wrong, why, and gives the edit that mends it where one
//! edit is right.

use crate::chars::{after, before, digit, find_word, has_word, is_closing, is_comma, is_han, is_sentence_stop, one_of};
use crate::compose::compose;
use crate::dates;
use crate::headings::Marked;
use crate::lines::Line;
use crate::numbering;
use crate::order::by_place;
use crate::report::{Edit, Figure, Finding, Metadata, Relation, Rule, Severity};
use crate::search::Search;
use crate::span::Span;
use crate::work;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// The duty to check order, figures and quotations before signature.
pub(crate) const DUTY: &str = "党政机关公文处理工作条例 第二十条（四）";
const DATE_FORM: &str = "GB/T 9704-2012 7.3.5.4";
const STOP: &str = "GB/T 15834-2011 4.1";

/// What the rules look at.
#[derive(Debug)]
pub(crate) struct Subject<'t, 'a> {
    pub(crate) text: &'t str,
    pub(crate) lines: &'a [Line],
    pub(crate) marked: &'a [Marked],
    pub(crate) figures: &'a [Figure<'t>],
    pub(crate) relations: &'a [Relation],
    pub(crate) metadata: &'a Metadata<'t>,
    /// A date of signing that lost its 年月日.
    pub(crate) garbled: Option<Span>,
}

pub(crate) fn finding<'t>(
    span: Span,
    rule: Rule,
    severity: Severity,
    message: String,
    source: Option<&'static str>,
) -> Finding<'t> {
    Finding { span, rule, severity, message: Cow::Owned(message), source: source.map(Cow::Borrowed), fix: None }
}

/// One replacement as a fix.
pub(crate) fn fix<'t>(span: Span, text: String) -> Option<Vec<Edit<'t>>> {
    Some(alloc::vec![Edit { span, text: Cow::Owned(text) }])
}

/// Everything the rules find, in reading order.
pub(crate) fn find<'t>(subject: &Subject<'t, '_>) -> Vec<Finding<'t>> {
    let mut out = Vec::new();
    numbering::find(subject.text, subject.marked, &mut out);
    sums_and_rates(subject, &mut out);
    garbled_date(subject, &mut out);
    repeated_words(subject, &mut out);
    missing_stops(subject, &mut out);
    shortened_name(subject, &mut out);
    private_numbers(subject, &mut out);
    by_place(&mut out, |finding| (finding.span, finding.rule as u32));
    out
}

/// The calculation of a relation that fails, written out.
fn sums_and_rates(subject: &Subject<'_, '_>, out: &mut Vec<Finding<'_>>) {
    let words = |index: u32| subject.figures.get(index as usize).map_or("", |figure| &subject.text[figure.span]);
    let place = |index: u32| subject.figures.get(index as usize).map(|figure| figure.span);
    for relation in subject.relations {
        match relation {
            Relation::Sum { total, parts, holds: false } => {
                let Some(span) = place(*total) else { continue };
                let list: Vec<&str> = parts.iter().map(|part| words(*part)).collect();
                let sum = parts
                    .iter()
                    .filter_map(|part| subject.figures.get(*part as usize))
                    .try_fold(crate::decimal::Decimal::ZERO, |sum, part| sum.checked_add(part.value));
                let sum = sum.map(|sum| compose!(sum)).unwrap_or_default();
                let message =
                    compose!("各部分之和与总数不符：", list.join("＋"), "＝", sum, "，总数写作", words(*total), "。");
                out.push(finding(span, Rule::SumMismatch, Severity::Error, message, Some(DUTY)));
            }
            Relation::Rate { rate, numerator, denominator, holds: false } => {
                let Some(span) = place(*rate) else { continue };
                let message =
                    compose!(words(*numerator), "÷", words(*denominator), "不等于", words(*rate), "，请核对。");
                out.push(finding(span, Rule::RateMismatch, Severity::Error, message, Some(DUTY)));
            }
            _ => {}
        }
    }
}

fn garbled_date(subject: &Subject<'_, '_>, out: &mut Vec<Finding<'_>>) {
    let Some(span) = subject.garbled else { return };
    let words = &subject.text[span];
    let Some(dates::Point { year: Some(year), month: Some(month), day: Some(day) }) = dates::ungarble(words) else {
        return;
    };
    let date = compose!(year, "年", month, "月", day, "日");
    let message = compose!("成文日期“", words, "”缺“年”“月”“日”，应为“", date, "”。");
    let mut found = finding(span, Rule::DateGarbled, Severity::Error, message, Some(DATE_FORM));
    found.fix = fix(span, date);
    out.push(found);
}

/// 学习学习: a word of two or more characters twice in a row.
fn repeated_words(subject: &Subject<'_, '_>, out: &mut Vec<Finding<'_>>) {
    // 建设|建设用地, 规范|规范性文件: the second begins a longer word.
    const LONGER: &str = "性 用地 业 者 率 权 化 型 局 组织 中心 对象";
    for line in subject.lines {
        let words = &subject.text[line.words];
        work::done(words.len());
        let chars: Vec<(usize, char)> = words.char_indices().collect();
        let mut at = 0;
        while at + 3 < chars.len() {
            let same = |length: usize| {
                at + 2 * length <= chars.len()
                    && (0..length)
                        .all(|step| chars[at + step].1 == chars[at + length + step].1 && is_han(chars[at + step].1))
            };
            // A single character repeated (人人人人) is no word.
            let Some(length) = [4, 3, 2].into_iter().find(|length| same(*length) && chars[at].1 != chars[at + 1].1)
            else {
                at += 1;
                continue;
            };
            let byte = |place: usize| chars.get(place).map_or(words.len(), |(byte, _)| *byte);
            let (start, middle, end) = (byte(at), byte(at + length), byte(at + 2 * length));
            let word = &words[start..middle];
            let counted = word.starts_if(&|ch| one_of(Some(ch), "一逐个两"));
            if !words[end..].starts_with_any(LONGER) && !counted {
                let from = line.words.start as usize;
                let span = Span::new(from + start, from + end);
                let message = compose!("“", word, "”重复。");
                let mut found = finding(span, Rule::WordRepeated, Severity::Warning, message, Some(DUTY));
                found.fix = fix(Span::new(from + middle, from + end), String::new());
                out.push(found);
            }
            at += 2 * length;
        }
    }
}

/// Paragraphs of sentences whose last one does not end.
fn missing_stops(subject: &Subject<'_, '_>, out: &mut Vec<Finding<'_>>) {
    let first = subject.marked.first().map_or(u32::MAX, Marked::start);
    let mut paragraphs = 0;
    let mut open = Vec::new();
    for line in subject.lines.iter().filter(|line| line.words.start >= first) {
        let words = &subject.text[line.words];
        let place = subject.marked.binary_search_by_key(&line.words.start, Marked::start).ok();
        // A heading alone on its line has no stop.
        let heading_only = place.is_some_and(|place| subject.marked[place].title.end == line.words.end);
        let sentences = has_word(words, "。") || words.has_of("，；") && words.chars().nth(40).is_some();
        if heading_only || !sentences {
            continue;
        }
        paragraphs += 1;
        let last = words.chars().next_back();
        if last.is_some_and(|ch| {
            !is_sentence_stop(ch) && !is_comma(ch) && !is_closing(ch) && !matches!(ch, '…' | '—' | '.' | '．' | '|')
        }) {
            open.push(line.words.end);
        }
    }
    // Lines broken by a PDF end anywhere: that is not a stop that somebody forgot.
    if open.len() * 3 > paragraphs && open.len() > 2 {
        return;
    }
    for end in open {
        let at = crate::chars::step_back(subject.text, end as usize, 1);
        let mut found = finding(
            Span::new(at, end as usize),
            Rule::StopMissing,
            Severity::Warning,
            String::from("段末缺少句号。"),
            Some(STOP),
        );
        found.fix = fix(Span { start: end, end }, String::from("。"));
        out.push(found);
    }
}

/// The place's name without its first character: 溪镇 for 青溪镇.
fn shortened_name(subject: &Subject<'_, '_>, out: &mut Vec<Finding<'_>>) {
    let Some(place) = subject.metadata.place.as_deref() else { return };
    let mut chars = place.chars();
    let Some(lost) = chars.next() else { return };
    let rest = chars.as_str();
    if !(2..=4).contains(&rest.chars().count()) || place_word(rest) {
        return;
    }
    for line in subject.lines {
        let words = &subject.text[line.words];
        let mut behind = 0;
        while let Some(at) = find_word(&words[behind..], rest) {
            let start = line.words.start as usize + behind + at;
            behind += at + rest.len();
            // Behind another character it may be another name.
            if start > line.words.start as usize && before(subject.text, start).is_some_and(is_han) {
                continue;
            }
            let span = Span::new(start, start + rest.len());
            let message = compose!("“", rest, "”疑缺字，别处作“", place, "”。");
            let mut found = finding(span, Rule::NameInconsistent, Severity::Warning, message, Some(DUTY));
            found.fix = fix(Span::new(start, start), String::from(lost));
            out.push(found);
        }
    }
}

/// What is left is a word of its own: 城区 of 东城区.
fn place_word(rest: &str) -> bool {
    rest.is_any("城区 新区 街道 开发区 市区 县城 江县 河镇")
}

/// Telephone, mobile and identity numbers.
fn private_numbers(subject: &Subject<'_, '_>, out: &mut Vec<Finding<'_>>) {
    for line in subject.lines {
        let words = &subject.text[line.words];
        let mut at = 0;
        while let Some(ch) = after(words, at) {
            if digit(ch).is_none() {
                at += ch.len_utf8();
                continue;
            }
            let run = words[at..]
                .find_if(&|ch| digit(ch).is_none() && !matches!(ch, '-' | '－' | 'X' | 'x'))
                .map_or(words.len(), |length| at + length);
            let number = &words[at..run];
            if let Some(what) = private_kind(number, &words[..at]) {
                let from = line.words.start as usize;
                let message = compose!("含", what, "，公开前请确认是否需要隐去。");
                out.push(finding(Span::new(from + at, from + run), Rule::Privacy, Severity::Warning, message, None));
            }
            at = run;
        }
    }
}

/// What a run of digits and hyphens is, by its shape and by the words before it.
fn private_kind(number: &str, left: &str) -> Option<&'static str> {
    let digits: Vec<u8> = number.chars().filter_map(digit).collect();
    let hyphens = number.chars().filter(|ch| matches!(ch, '-' | '－')).count();
    let letters = number.chars().filter(|ch| matches!(ch, 'X' | 'x')).count();
    match (digits.len(), hyphens, letters) {
        (18, 0, 0) | (17, 0, 1) if matches!(digits[6..8], [1, 9] | [2, 0]) => Some("身份证号码"),
        (11, 0, 0) if digits[0] == 1 && digits[1] >= 3 => Some("手机号码"),
        (10..=12, 1, 0) if digits[0] == 0 => Some("电话号码"),
        (7..=8, 0, 0) if left.ends_with_any("电话： 电话: 电话 传真： 传真:") => Some("电话号码"),
        _ => None,
    }
}
