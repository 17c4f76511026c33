//! Marks that are wrong, missing or too many.

use super::clean::{Clean, Planted, is_han};
use super::headings::{Heading, headings};
use super::numbers::paragraphs;

pub(crate) fn planted(rule: &str, clean: &Clean) -> Option<Vec<Planted>> {
    Some(match rule {
        "half-width-mark" => half_width(clean),
        "straight-quote" => quotes(clean),
        "bracket-half" => pairs(clean, ['（', '）'], ["(", ")"]),
        "unpaired-mark" => unpaired(clean),
        "title-nested" => nested(clean, ['《', '》'], |title| format!("关于《{title}》的说明")),
        "bracket-nested" => {
            paragraphs(clean, |place| format!("改造房屋{}户（含危房（土坯房）改造和旧房修缮）。", 20 + place))
        }
        "title-comma" => {
            let mut out = clean.instead("》《", "》、《");
            let works = ["《信访工作条例》、《优化营商环境条例》", "“一站式”、“一次办”"];
            out.extend(paragraphs(clean, |place| format!("落实{}要求。", works[place % 2])));
            out
        }
        "title-misused" => misused(clean),
        "document-number-inside" => number_inside(clean),
        "mark-repeated" => repeated(clean),
        "ellipsis-form" => {
            paragraphs(clean, |place| format!("包括修路、架桥、通水{}", ["...", "……………", "…。", "。。。"][place % 4]))
        }
        "dash-form" => clean.each("，", |place| is_sentence(place.before, place.after).then(|| "--".into())),
        "etc-comma" => clean.each("等", |place| (is_listed(place.before)).then(|| "、等".into())),
        "etc-ellipsis" => clean.each("等", |place| (is_listed(place.before)).then(|| "等……".into())),
        "stop-missing" => stops(clean),
        "heading-stop" => heading_stops(clean),
        "marker-mark" => marker_marks(clean),
        "marker-comma" => marker_commas(clean),
        "space-inside" => spaces(clean),
        "semicolon-stop" => semicolon_stops(clean),
        _ => return None,
    })
}

/// Words on both sides, and no number.
fn is_sentence(before: &str, after: &str) -> bool {
    before.chars().rev().take(3).all(is_han) && after.chars().take(3).all(is_han)
}

/// Whether 等 closes a list of names.
fn is_listed(before: &str) -> bool {
    let clause: String = before.chars().rev().take_while(|ch| !"，。；\n".contains(*ch)).collect();
    clause.contains('、') && clause.chars().take(2).all(is_han)
}

fn half_width(clean: &Clean) -> Vec<Planted> {
    let marks = [("，", ","), ("；", ";"), ("：", ":")];
    marks
        .iter()
        .flat_map(|(full, half)| clean.each(full, |place| is_han(place.last()).then(|| (*half).to_owned())))
        .collect()
}

fn quotes(clean: &Clean) -> Vec<Planted> {
    pairs(clean, ['“', '”'], ["\"", "\""])
}

/// Each pair in other marks.
fn pairs(clean: &Clean, [open, close]: [char; 2], [left, right]: [&str; 2]) -> Vec<Planted> {
    let mut out = Vec::new();
    for (at, _) in clean.text.match_indices(open) {
        let Some(length) = clean.text[at..].find(close) else { continue };
        let inside = &clean.text[at + open.len_utf8()..at + length];
        if !inside.contains('\n') {
            out.push(clean.with(at..at + length + close.len_utf8(), &format!("{left}{inside}{right}")));
        }
    }
    out
}

fn unpaired(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    for (place, mark) in ["“", "”", "《", "》", "（", "）"].iter().enumerate() {
        for (at, found) in clean.text.match_indices(mark) {
            // Without one half （一） is a marker that lost a bracket: another mistake.
            let line = &clean.text[clean.text[..at].rfind('\n').map_or(0, |at| at + 1)..at];
            let is_marker = place >= 4 && line.chars().count() < 4;
            if !is_marker {
                out.push(clean.with_line(at..at + found.len(), ""));
            }
        }
    }
    out
}

fn nested(clean: &Clean, [open, close]: [char; 2], make: impl Fn(&str) -> String) -> Vec<Planted> {
    let mut out = Vec::new();
    for (at, _) in clean.text.match_indices(open) {
        let Some(length) = clean.text[at..].find(close) else { continue };
        let inside = &clean.text[at + open.len_utf8()..at + length];
        if inside.chars().count() > 3 && inside.chars().all(is_han) {
            out.push(clean.with(at + open.len_utf8()..at + length, &make(inside)));
        }
    }
    out
}

fn misused(clean: &Clean) -> Vec<Planted> {
    let kinds = ["课程", "活动", "许可证", "执法证"];
    let mut out = Vec::new();
    for (index, (at, _)) in clean.text.match_indices('《').enumerate() {
        let length = clean.text[at..].find('》').unwrap();
        out.push(clean.with(at + 3..at + length, &format!("基层治理{}", kinds[index % kinds.len()])));
    }
    out
}

/// 《…》（云政发〔2023〕15号）: the number moves into the title.
fn number_inside(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    for (index, (at, _)) in clean.text.match_indices('》').enumerate() {
        let behind = &clean.text[at + 3..];
        let bracket = behind.strip_prefix('（').and_then(|inside| inside.split_once("号）")).map(|(number, _)| number);
        match bracket {
            Some(number) => {
                let length = "》（号）".len() + number.len();
                out.push(clean.with(at..at + length, &format!("（{number}号）》")));
            }
            None => out.push(clean.with(at..at + 3, &format!("（云政办发〔2022〕{}号）》", index + 7))),
        }
    }
    out
}

fn repeated(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    for (mark, new) in
        [("，", "，，"), ("。", "。。"), ("；", "；；"), ("、", "、、"), ("，", "，。"), ("。", "，。"), ("：", "：：")]
    {
        out.extend(clean.each(mark, |place| {
            let line = place.before.rsplit('\n').next().unwrap_or_default();
            (line.chars().count() > 6).then(|| new.to_owned())
        }));
    }
    out
}

fn stops(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    let first = headings(clean).first().map_or(0, |heading| heading.start);
    for (at, line) in clean.lines() {
        if at > first && line.ends_with('。') && line.chars().count() > 40 {
            let end = at + line.len();
            out.push(clean.with_line(end - 3..end, ""));
        }
    }
    out
}

fn alone(clean: &Clean, heading: &Heading) -> bool {
    clean.text[heading.end..].starts_with('\n')
}

fn heading_stops(clean: &Clean) -> Vec<Planted> {
    headings(clean)
        .iter()
        .filter(|heading| alone(clean, heading))
        .map(|heading| clean.with_line(heading.end..heading.end, "。"))
        .collect()
}

fn marker_marks(clean: &Clean) -> Vec<Planted> {
    let spoil = |heading: &Heading| {
        let marker = &clean.text[heading.start..heading.title];
        let wrong = match marker.strip_suffix('、') {
            Some(number) => format!("{number}."),
            None if marker.starts_with('（') => format!("{marker}、"),
            None => return None,
        };
        Some(clean.with_line(heading.start..heading.title, &wrong))
    };
    headings(clean).iter().filter_map(spoil).collect()
}

/// 1、 for 1. throughout: where both stand, the form tells two levels apart.
fn marker_commas(clean: &Clean) -> Vec<Planted> {
    let mut text = clean.text.clone();
    let all = headings(clean);
    let third = all.iter().rev().filter(|heading| heading.level == 3);
    third.for_each(|heading| text.replace_range(heading.title - 1..heading.title, "、"));
    if text == clean.text { Vec::new() } else { vec![Planted { at: 0..text.len(), text }] }
}

fn spaces(clean: &Clean) -> Vec<Planted> {
    clean.numbers(|place| {
        let unit = is_han(place.next()) && !"年月日".contains(place.next()) && !place.found.contains('.');
        (unit && is_han(place.last())).then(|| format!("{} ", place.found))
    })
}

/// A stop for one of several semicolons of a line, and a series of its own at the end of a paragraph.
fn semicolon_stops(clean: &Clean) -> Vec<Planted> {
    let mut out = clean.each("；", |place| {
        let line = place.before.rsplit('\n').next().unwrap_or_default();
        line.contains('；').then(|| "。".into())
    });
    out.extend(paragraphs(clean, |_| {
        "各村要做到：一是摸清底数，建好台账；二是落实责任。逐项销号；三是定期通报。".to_owned()
    }));
    out
}
