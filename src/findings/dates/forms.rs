//! How dates are written.

use crate::chars::{Set, after, before, digit, han_digit, is_han, is_space, one_of, step_on};
use crate::compose::compose;
use crate::dates::{Point, days_in, whole_date};
use crate::findings::{Findings, SHOULD_BE, Subject};
use crate::headings::Marked;
use crate::report::DateMention;
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;
use alloc::string::String;

/// The years from 2000 on that the text names, a bit for each, and those beside them.
pub(super) fn years_named(subject: &Subject<'_, '_>) -> u128 {
    subject.dates.iter().fold(0u128, |named, date| {
        let year = date.iso.as_deref().and_then(|iso| iso.strip_prefix("20")?.get(..2)?.parse::<u32>().ok());
        named | year.map_or(0, |year| 0b111 << year >> 1)
    })
}

/// What is wrong with the forms of dates.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let first = subject.marked.first().map_or(u32::MAX, Marked::start);
    if subject.metadata.date.is_some() {
        for line in subject.lines.iter().filter(|line| line.words.start > first) {
            signature(subject, line.words, out);
        }
    }
    for date in subject.dates {
        written(subject.text, date, out);
    }
}

fn full(point: Point) -> Option<String> {
    Some(compose!(point.year?, "年", point.month?, "月", point.day?, "日"))
}

/// 2021.12.18, 二〇二一年十二月十八日 and 2021年01月05日 alone on a line: the date of signing has one form.
fn signature(subject: &Subject<'_, '_>, line: Span, out: &mut Findings<'_, '_>) {
    let words = &subject.text[line];
    // A date ends so.
    if !words.ends_if(&|ch| digit(ch).is_some() || matches!(ch, '日' | '号')) {
        return;
    }
    let start = words.rfind_if(&is_space).map_or(0, |at| at + words[at..].chars().next().map_or(1, char::len_utf8));
    let date = &words[start..];
    if date.len() > 40 || subject.garbled.is_some_and(|garbled| garbled.end == line.end) {
        return;
    }
    let Some(point) = whole_date(date).filter(|point| point.iso().as_deref() == subject.metadata.date.as_deref())
    else {
        return;
    };
    // Until GB/T 9704-2012 the date was written in words.
    if date.has_of(set!("年")) && !date.has_if(&|ch| digit(ch).is_some()) && point.year < Some(2013) {
        return;
    }
    let Some(right) = full(point) else { return };
    let same = date.chars().map(|ch| digit(ch).map_or(ch, |value| char::from(b'0' + value))).eq(right.chars());
    if !same {
        let span = Span { start: line.start + start as u32, end: line.end };
        let sentence = &["成文日期“{0}”应为“{1}”。", "The date of signing “{0}” should be “{1}”."];
        out.say_right(Rule::DateForm, span, sentence, right);
    }
}

/// 二〇二二年8月, 二零二二年.
fn written(text: &str, date: &DateMention<'_>, out: &mut Findings<'_, '_>) {
    let words = &text[date.span];
    let year = words.find_of(set!("年")).map_or("", |at| &words[..at]);
    let is_numeral = |ch: char| han_digit(ch).is_some();
    if year.has_if(&is_numeral) && year.has_of(set!("零○0０OＯo")) {
        let right: String =
            year.chars().map(|ch| if one_of(Some(ch), set!("零○0０OＯo")) { '〇' } else { ch }).collect();
        let span = Span { start: date.span.start, end: date.span.start + year.len() as u32 };
        out.say_right(Rule::ZeroHan, span, SHOULD_BE, right);
        return;
    }
    // 2022年一季度 is one form: only before 月 and 日 do the two clash.
    let before_mark = |mark: &Set, is: &dyn Fn(char) -> bool| {
        words.char_indices().any(|(at, ch)| one_of(Some(ch), mark) && before(words, at).is_some_and(is))
    };
    let han_ten = |ch: char| is_numeral(ch) || ch == '十';
    let arabic = |ch: char| digit(ch).is_some();
    let han = year.ends_if(&is_numeral) || before_mark(set!("月日号"), &han_ten);
    let western = year.ends_if(&arabic) || before_mark(set!("月日号"), &arabic);
    if han && western {
        let sentence =
            &["日期“{0}”中汉字与阿拉伯数字混用。", "The date “{0}” is half in Chinese and half in Arabic numerals."];
        let point = whole_date(words).and_then(full);
        match point {
            Some(right) => out.say_right(Rule::DateMixed, date.span, sentence, right),
            None => out.say(Rule::DateMixed, date.span, sentence, &[&words]),
        }
    }
}

/// Digits that are a date in short: 22年3月, 2024以来, 2008-8, 4.15国家安全教育日.
pub(super) fn digits(subject: &Subject<'_, '_>, line: Span, at: usize, named: u128, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    let rest = &text[at..line.end as usize];
    let run = |from: usize| rest[from..].bytes().take_while(u8::is_ascii_digit).count();
    let number = |from: usize, length: usize| rest[from..from + length].parse::<u32>().unwrap_or(0);
    let first = run(0);
    let next = rest.as_bytes().get(first);
    if !matches!((first, next), (2, Some(0xE5)) | (4, Some(b'-' | 0xE4..=0xE9)) | (1 | 2, Some(b'.'))) {
        return;
    }
    let previous = before(text, at);
    match (first, after(rest, first)) {
        (2, Some('年')) => {
            let behind = &rest[first + '年'.len_utf8()..];
            let month = behind.bytes().take_while(u8::is_ascii_digit).count();
            let dated = (1..=2).contains(&month) && behind[month..].starts_with('月')
                || behind.starts_with_any(words!("度 上半年 下半年 以来"));
            let near = subject.metadata.year.is_some_and(|year| {
                let short = 2000 + number(0, 2);
                (year.saturating_sub(8)..=year + 8).contains(&short)
            });
            let alone = || named >> number(0, 2) & 1 == 1 && begins_or_entitles(text, line, at, behind);
            if dated && near && !one_of(previous, set!("近前第满整过达约共")) || !dated && alone() {
                let sentence =
                    &["年份应写全：“{0}”应为“20{0}”。", "The year should be in full: “20{0}” and not “{0}”."];
                let length = first + '年'.len_utf8();
                out.say(Rule::YearShort, Span::new(at, at + length), sentence, &[&&rest[..length]]);
            }
        }
        (4, Some('-')) => {
            let month = run(first + 1);
            let year = number(0, first);
            let next = after(rest, first + 1 + month);
            if (1..=2).contains(&month)
                && (1990..2100).contains(&year)
                && (1..=12).contains(&number(first + 1, month))
                && previous.is_none_or(|ch| is_han(ch) || one_of(Some(ch), set!("，。；、：（")))
                && next.is_some_and(|ch| {
                    is_han(ch) && !one_of(Some(ch), set!("号届年期")) || one_of(Some(ch), set!("，。；、）"))
                })
            {
                let found = &rest[..first + 1 + month];
                let right = compose!(year, "年", number(first + 1, month), "月");
                out.say(Rule::DateIncomplete, Span::new(at, at + found.len()), SHOULD_BE, &[&found, &right]);
            }
        }
        (4, Some(next)) if is_han(next) && next != '年' => bare_year(text, line, at, named, out),
        (1 | 2, Some('.')) => event(rest, first, run(first + 1), at, previous, out),
        _ => {}
    }
}

/// 2024以来, 镇2024法治政府建设年度报告: a year without its 年.
fn bare_year(text: &str, line: Span, at: usize, named: u128, out: &mut Findings<'_, '_>) {
    let words = &text[at..at + 4];
    let year = words.strip_prefix("20").and_then(|year| year.parse::<u32>().ok());
    let Some(year) = year else { return };
    let behind = &text[at + 4..line.end as usize];
    let is_named = || named >> year & 1 == 1;
    let spoken = behind.starts_with("以来") || behind.starts_with_any(words!("上半年 下半年 全年")) && is_named();
    let free = before(text, at).is_none_or(|ch| is_han(ch) || one_of(Some(ch), set!("，。；、：（")));
    if free && spoken || is_named() && begins_or_entitles(text, line, at, behind) {
        let right = compose!(words, "年");
        out.say_right(Rule::YearShort, Span::new(at, at + 4), SHOULD_BE, right);
    }
}

/// Whether the 年 before `behind` is a year by its place: 23年，全镇… at the start of a sentence, 局23年工作总结 in a title.
fn begins_or_entitles(text: &str, line: Span, at: usize, behind: &str) -> bool {
    let left = &text[line.start as usize..at];
    if behind.starts_with('，') {
        return left.is_empty() || left.ends_of(set!("。；"));
    }
    // Behind a verb it is a length: 建镇23年工作回顾.
    let first = left.is_empty()
        || left.ends_of(set!("、）"))
            && left.chars().rev().nth(1).is_some_and(|ch| han_digit(ch).is_some() || ch == '十');
    let owned = left.ends_of(set!("省市县区镇乡村道局府会办委院校心所站司和与及"));
    line.len() < 120
        && (first || owned)
        && behind.starts_with_any(words!("工作 国民 政府 法治 财政 预算 决算 重点 主要 总结 计划 统计"))
        && !text[line].has_of(set!("。，"))
}

/// 4.15全民国家安全教育日: the month and the day of an event.
fn event(rest: &str, first: usize, second: usize, at: usize, previous: Option<char>, out: &mut Findings<'_, '_>) {
    let end = first + 1 + second;
    let number = |words: &str| words.parse::<u32>().unwrap_or(0);
    if !(1..=2).contains(&second) {
        return;
    }
    let (month, day) = (number(&rest[..first]), number(&rest[first + 1..end]));
    let quoted = previous == Some('“') && rest[end..].starts_with('”');
    let name = &rest[end..];
    let name = if quoted { name.trim_start_of(set!("”")).trim_start_if(&is_space) } else { name };
    if !(1..=12).contains(&month) || !(1..=days_in(2000, month)).contains(&day) || !name.starts_if(&is_han) {
        return;
    }
    let name = &name[..step_on(name, 0, 12)];
    let name = &name[..name.find_of(set!("，。；、：《》“”,;:")).unwrap_or(name.len())];
    if (previous.is_none_or(is_han) || quoted || one_of(previous, set!("，。；、")))
        && name.has_any(words!("日宣传 日活动 日主题 日法 教育日 宪法日 权益日 禁毒日 消防日 纪念日 宣传日 节"))
    {
        let span = Span::new(at, at + end);
        let dotted = compose!(&rest[..first], "·", &rest[first + 1..end]);
        let right = if quoted { dotted } else { compose!("“", dotted, "”") };
        out.say_right(Rule::EventMark, span, SHOULD_BE, right);
    }
}
