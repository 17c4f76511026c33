//! Dates that cannot be, or that are written in another form.

use super::clean::{Clean, Place, Planted, is_han};
use super::numbers::paragraphs;
use std::ops::Range;

pub(crate) fn planted(rule: &str, clean: &Clean) -> Option<Vec<Planted>> {
    Some(match rule {
        "date-garbled" => signed(clean, |[year, month, day]| {
            vec![format!("{year}{month}{day}"), format!("{year}{month:0>2}{day:0>2}")]
        }),
        "date-form" => signed(clean, |[year, month, day]| {
            vec![
                format!("{year}.{month}.{day}"),
                format!("{year}/{month}/{day}"),
                format!("{year}-{month}-{day}"),
                format!("{year}年{month:0>2}月{day:0>2}日"),
            ]
        }),
        "date-impossible" => impossible(clean),
        "date-after-signing" => after_signing(clean),
        "year-short" => clean.each("20", |place| {
            let year = place.after.get(2..).is_some_and(|behind| behind.starts_with('年'));
            (year && is_free(place)).then(String::new)
        }),
        "cutoff-word" => paragraphs(clean, |place| {
            let time = ["目前", "11月底", "2023年12月31日", "年底", "10月30日"][place % 5];
            format!("截止{time}，办结热线工单{}件。", 31 + place)
        }),
        "date-incomplete" => paragraphs(clean, |place| format!("平台于20{}-{}上线。", 19 + place % 4, 1 + place % 9)),
        "date-mixed" => {
            let mut out = full(clean, |[year, month, day]| vec![format!("{}年{month}月{day}日", hanzi(year, '〇'))]);
            out.extend(paragraphs(clean, |place| {
                format!("二〇二三年{}月{}日召开会议。", 1 + place % 12, 1 + place % 28)
            }));
            out
        }
        "zero-han" => clean
            .each("20", |place| {
                let year = place
                    .after
                    .get(..2)
                    .filter(|_| place.after.get(2..).is_some_and(|behind| behind.starts_with('年')))?;
                is_free(place).then(|| hanzi(&format!("20{year}"), '零'))
            })
            .into_iter()
            .map(strip_digits)
            .collect(),
        "event-mark" => events(clean),
        "year-residue" => residues(clean),
        _ => return None,
    })
}

/// No part of a longer number, of a span of years, or of a title.
fn is_free(place: &Place<'_>) -> bool {
    let clause = place.before.rsplit(['，', '。', '\n']).next().unwrap_or_default();
    !is_digit(place.last()) && place.last() != '—' && clause.matches('《').count() == clause.matches('》').count()
}

fn is_digit(ch: char) -> bool {
    ch.is_ascii_digit()
}

/// 2023 in characters.
fn hanzi(number: &str, zero: char) -> String {
    number
        .chars()
        .map(|ch| {
            if ch == '0' {
                zero
            } else {
                "〇一二三四五六七八九".chars().nth(ch as usize - '0' as usize).unwrap()
            }
        })
        .collect()
}

/// 二零二三23年 → 二零二三年: the two digits behind the place go as well.
fn strip_digits(mut planted: Planted) -> Planted {
    let at = planted.at.start + planted.text[planted.at.clone()].find('零').unwrap_or(0);
    if let Some(length) = planted.text[at..].find(|ch: char| ch.is_ascii_digit()) {
        planted.text.replace_range(at + length..at + length + 2, "");
        planted.at.end -= 2;
    }
    planted
}

/// Every date with year, month and day: its place and its numbers.
fn dates(clean: &Clean) -> Vec<(Range<usize>, [String; 3])> {
    let mut out = Vec::new();
    for (at, _) in clean.text.match_indices('年') {
        let Some(start) =
            at.checked_sub(4).filter(|start| clean.text.get(*start..at).is_some_and(|year| year.chars().all(is_digit)))
        else {
            continue;
        };
        let behind = &clean.text[at + 3..];
        let Some((month, rest)) = behind.split_once('月').filter(|(month, _)| (1..3).contains(&month.len())) else {
            continue;
        };
        let Some((day, _)) = rest.split_once('日').filter(|(day, _)| (1..3).contains(&day.len())) else { continue };
        let numbers = [&clean.text[start..at], month, day];
        if numbers.iter().all(|number| number.chars().all(is_digit)) {
            out.push((start..at + 3 + month.len() + 3 + day.len() + 3, numbers.map(str::to_owned)));
        }
    }
    out
}

fn full(clean: &Clean, make: impl Fn([&str; 3]) -> Vec<String>) -> Vec<Planted> {
    let mut out = Vec::new();
    for (span, numbers) in dates(clean) {
        let numbers = [0, 1, 2].map(|place| numbers[place].as_str());
        out.extend(make(numbers).iter().map(|words| clean.with_line(span.clone(), words)));
    }
    out
}

/// The date of signing stands alone on its line.
fn signed(clean: &Clean, make: impl Fn([&str; 3]) -> Vec<String>) -> Vec<Planted> {
    let alone =
        |span: &Range<usize>| clean.text[..span.start].ends_with('\n') && clean.text[span.end..].trim_end().is_empty();
    let mut out = Vec::new();
    for (span, numbers) in dates(clean).into_iter().filter(|(span, _)| alone(span)) {
        let numbers = [0, 1, 2].map(|place| numbers[place].as_str());
        out.extend(make(numbers).iter().map(|words| clean.with_line(span.clone(), words)));
    }
    out
}

/// 2月30日, 13月, 32日, in every date; and a date of that kind after a comma.
fn impossible(clean: &Clean) -> Vec<Planted> {
    let mut out = full(clean, |[year, month, day]| {
        vec![
            format!("{year}年2月30日"),
            format!("{year}年13月{day}日"),
            format!("{year}年{month}月32日"),
            format!("{year}年4月31日"),
        ]
    });
    let wrong = ["6月31日，", "2023年2月29日，", "9月31日，", "14月5日，"];
    for (place, (at, _)) in clean.text.match_indices("全年").chain(clean.text.match_indices("全镇")).enumerate() {
        out.push(clean.with(at..at, wrong[place % wrong.len()]));
    }
    out
}

/// The year of signing, for what is told as done.
fn after_signing(clean: &Clean) -> Vec<Planted> {
    let all = dates(clean);
    let Some((_, [year, ..])) = all.last().filter(|(span, _)| clean.text[span.end..].trim_end().is_empty()) else {
        return Vec::new();
    };
    let later = year.parse::<u32>().unwrap() + 1;
    let events = ["召开", "组织", "开展", "举办", "完成", "印发"];
    let mut out = Vec::new();
    for word in events {
        let first = clean.text.find("\n二、").unwrap_or(clean.text.len());
        for (at, _) in
            clean.text[..first].match_indices(word).filter(|(at, _)| clean.text[..*at].ends_with(['。', '，']))
        {
            out.push(clean.with(at..at, &format!("{later}年3月15日，")));
        }
    }
    out
}

/// An event by its date without the point and the quotes.
fn events(clean: &Clean) -> Vec<Planted> {
    let names = ["3.15消费者权益日", "12.4国家宪法日", "6.26国际禁毒日", "4.15全民国家安全教育日"];
    let places =
        clean.text.match_indices("宣传").map(|(at, _)| at).chain(clean.text.match_indices("检查").map(|(at, _)| at));
    places.enumerate().map(|(place, at)| clean.with(at..at, names[place % names.len()])).collect()
}

/// The year before, left standing where the report speaks of its own.
fn residues(clean: &Clean) -> Vec<Planted> {
    let year = |text: &str| text.find("年").and_then(|at| text.get(at.checked_sub(4)?..at)?.parse::<u32>().ok());
    let title = clean.text.lines().next().unwrap_or_default();
    let Some(own) = year(title) else { return Vec::new() };
    let mut out = Vec::new();
    for (at, line) in clean.lines() {
        let heading = line.starts_with(|ch| "一二三四（".contains(ch)) && line.chars().count() < 20;
        if let Some(place) = line.find(&format!("{own}年")).filter(|_| heading) {
            out.push(clean.with(at + place..at + place + 4, &format!("{}", own - 1)));
        }
    }
    for words in ["全年", "上半年"] {
        for (at, _) in
            clean.text.match_indices(words).filter(|(at, _)| !is_han(clean.text[..*at].chars().next_back().unwrap()))
        {
            out.push(clean.with(at..at, &format!("{}年", own - 1)));
        }
    }
    out
}
