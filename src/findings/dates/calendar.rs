//! Dates and hours that no calendar and no clock has, and things done after the report was signed.

use crate::chars::{digit, is_comma, is_sentence_stop, step_back, step_on};
use crate::dates::days_in;
use crate::findings::{Findings, Subject};
use crate::report::Role;
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;

/// 2月30日, 2023年13月, 12日25时: the `unit` that stands at byte `at` of a line, behind a digit.
pub(super) fn look(line: Span, words: &str, at: usize, unit: char, out: &mut Findings<'_, '_>) {
    let wrong = if unit == '月' { impossible_day(words, at) } else { impossible_hour(words, at) };
    let Some((from, to)) = wrong else { return };
    let start = line.start as usize;
    let sentence = &["没有“{0}”，请核对。", "There is no “{0}”; please check."];
    out.say(Rule::DateImpossible, Span::new(start + from, start + to), sentence, &[&&words[from..to]]);
}

/// The number of at most four digits that ends at byte `at`, and where it begins.
fn number_before(words: &str, at: usize) -> Option<(u32, usize)> {
    let start = words[step_back(words, at, 5)..at].trim_end_if(&|ch| digit(ch).is_some()).len();
    let start = step_back(words, at, 5) + start;
    value(&words[start..at]).map(|value| (value, start))
}

/// The number of at most four digits that begins at byte `at`, and where it ends.
fn number_behind(words: &str, at: usize) -> Option<(u32, usize)> {
    let rest = &words[at..step_on(words, at, 5)];
    let end = at + rest.len() - rest.trim_start_if(&|ch| digit(ch).is_some()).len();
    value(&words[at..end]).map(|value| (value, end))
}

fn value(digits: &str) -> Option<u32> {
    let count = digits.chars().count();
    (1..=4).contains(&count).then(|| digits.chars().filter_map(digit).fold(0, |sum, value| sum * 10 + u32::from(value)))
}

/// The month whose 月 stands at byte `at`, with its day, where there is none such.
fn impossible_day(words: &str, at: usize) -> Option<(usize, usize)> {
    let (month, month_start) = number_before(words, at)?;
    let year = words[..month_start].strip_suffix('年').and_then(|left| number_before(words, left.len()));
    let behind = at + '月'.len_utf8();
    let day = number_behind(words, behind).filter(|(_, end)| words[*end..].starts_of(set!("日号")));
    let start = year.map_or(month_start, |(_, start)| start);
    if !(1..=12).contains(&month) {
        // 36月 may be a length; behind a year, or with a day, it is a month.
        let end = day.map_or(behind, |(_, end)| end + '日'.len_utf8());
        let dated = year.is_some_and(|(year, _)| (1900..2100).contains(&year)) || day.is_some();
        return dated.then_some((start, end));
    }
    let (day, end) = day?;
    // Without its year, a February may have 29 days.
    let most = days_in(year.map_or(2000, |(year, _)| year), month);
    (day == 0 || day > most).then_some((start, end + '日'.len_utf8()))
}

/// The hour whose 时 stands at byte `at`, behind a day or before minutes.
fn impossible_hour(words: &str, at: usize) -> Option<(usize, usize)> {
    let (hour, start) = number_before(words, at)?;
    let behind = at + '时'.len_utf8();
    let minutes = number_behind(words, behind).filter(|(_, end)| words[*end..].starts_with('分'));
    let day = words[..start].ends_of(set!("日号午晨晚"));
    let wrong = hour > 24 && (day || minutes.is_some()) || day && minutes.is_some_and(|(minute, _)| minute > 59);
    wrong.then(|| (start, minutes.map_or(behind, |(_, end)| end + '分'.len_utf8())))
}

/// A thing done on a day behind the date of signing. What is planned lies there too.
pub(super) fn after_signing(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    let Some(signed) = subject.metadata.date.as_deref().filter(|date| date.len() == 10) else { return };
    let mut passages = subject.passages.iter().peekable();
    let mut role = Role::Other;
    for date in subject.dates {
        while let Some(passage) = passages.next_if(|passage| passage.span.start <= date.span.start) {
            role = passage.role;
        }
        let Some(iso) = date.iso.as_deref().filter(|iso| matches!(iso.len(), 7 | 10)) else { continue };
        if role == Role::Plan || Some(iso) <= signed.get(..iso.len()) {
            continue;
        }
        let end = date.span.end as usize;
        let rest = &text[end..step_on(text, end, 40)];
        let rest = &rest[..rest.find_if(&|ch| is_sentence_stop(ch) || ch == '\n').unwrap_or(rest.len())];
        let start = date.span.start as usize;
        let left = &text[step_back(text, start, 20)..start];
        let left =
            left.rfind_if(&|ch| is_sentence_stop(ch) || is_comma(ch) || ch == '\n').map_or(left, |at| &left[at..]);
        let planned = words!("将 拟 计划 预计 力争 争取 确保 目标 到期 届满 有效 为期");
        let bounded = rest.starts_with_any(words!("前 之前 以前 底前 起 至 施行 实施 生效 印发 发布"));
        let done = rest.has_any(words!("了 召开 举办 完成 印发 出台 成立 组织 开展 通过 获"));
        if done
            && !bounded
            && !rest.has_any(planned)
            && !left.has_any(planned)
            && !left.ends_of(set!("到至于自从《（("))
        {
            let sentence =
                &["“{0}”在成文日期{1}之后，请核对。", "“{0}” is later than the date of signing, {1}; please check."];
            out.say(Rule::DateAfterSigning, date.span, sentence, &[&&text[date.span], &signed]);
        }
    }
}
