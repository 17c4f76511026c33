//! Numbers of headings and items that are lost, left out, twice, or of another form.

use super::clean::{Clean, Planted};
use super::headings::{Heading, NUMERALS, headings, series};

pub(crate) fn planted(rule: &str, clean: &Clean) -> Option<Vec<Planted>> {
    let all = headings(clean);
    Some(match rule {
        "marker-missing" => lost(clean, &all),
        "number-gap" => gaps(clean, &all),
        "number-repeat" => renumbered(clean, &all, |number| number - 1),
        "number-restart" => renumbered(clean, &all, |number| number.saturating_sub(2)),
        "level-order" => climbing(clean, &all),
        "level-jump" => jumps(clean, &all),
        "second-report" => second_reports(clean),
        "item-gap" => items(clean, |number, _| number + 1),
        "item-repeat" => items(clean, |number, _| number - 1),
        "style-mixed" => mixed_styles(clean, &all),
        "series-mixed" => mixed_items(clean),
        _ => return None,
    })
}

/// 二、 becomes 、 between its neighbours.
fn lost(clean: &Clean, all: &[Heading]) -> Vec<Planted> {
    let mut out = Vec::new();
    for list in series(all) {
        for heading in list.iter().skip(1).take(list.len().saturating_sub(2)) {
            let mark = match heading.level {
                1 => "、",
                2 => "（）",
                _ => ".",
            };
            out.push(clean.with_line(heading.start..heading.title, mark));
        }
    }
    out
}

/// The last of a series one higher; or one in the middle, with all that stands under it, cut out.
fn gaps(clean: &Clean, all: &[Heading]) -> Vec<Planted> {
    let mut out = renumbered(clean, all, |number| number + 1);
    for list in series(all) {
        for pair in list.windows(2).skip(1) {
            let planted = clean.with_line(pair[0].start..pair[1].start, "");
            out.push(planted);
        }
    }
    out
}

/// The last heading of each series with another number, which must be one.
fn renumbered(clean: &Clean, all: &[Heading], number: impl Fn(usize) -> usize) -> Vec<Planted> {
    let mut out = Vec::new();
    for list in series(all) {
        let Some(last) = list.last().filter(|last| last.number > 1 && number(last.number) > 0) else { continue };
        out.push(clean.with_line(last.start..last.title, &last.marker(number(last.number))));
    }
    out
}

/// 1. over （一）: the first section with three levels, or all of a report with two, has them the wrong way round.
fn climbing(clean: &Clean, all: &[Heading]) -> Vec<Planted> {
    let mut out = Vec::new();
    let swapped = |from: usize, to: usize, levels: [usize; 2]| {
        let mut text = clean.text.clone();
        for heading in all[from..to].iter().rev().filter(|heading| levels.contains(&heading.level)) {
            let level = if heading.level == levels[0] { levels[1] } else { levels[0] };
            let marker = Heading { level, ..*heading }.marker(heading.number);
            text.replace_range(heading.start..heading.title, &marker);
        }
        let at = all[from].start..text.len();
        Planted { text, at }
    };
    let has_third = all.iter().any(|heading| heading.level == 3);
    if has_third {
        for (place, heading) in all.iter().enumerate().filter(|(_, heading)| heading.level == 1) {
            let to =
                all[place + 1..].iter().position(|next| next.level == 1).map_or(all.len(), |next| place + 1 + next);
            if all[place..to].iter().any(|inner| inner.level == 3) {
                out.push(swapped(place, to, [2, 3]));
            }
            debug_assert!(heading.number > 0);
        }
    } else if all.iter().any(|heading| heading.level == 2) {
        let mut text = clean.text.clone();
        for heading in all.iter().rev().filter(|heading| heading.level == 1) {
            text.replace_range(heading.start..heading.title, &Heading { level: 3, ..*heading }.marker(heading.number));
        }
        let at = 0..text.len();
        out.push(Planted { text, at });
    }
    out
}

/// 1. right under 一、 in one section of a report that has （一） between them elsewhere.
fn jumps(clean: &Clean, all: &[Heading]) -> Vec<Planted> {
    let mut out = Vec::new();
    if !all.iter().any(|heading| heading.level == 3) {
        return out;
    }
    for list in series(all).iter().filter(|list| list[0].level == 2) {
        let first = list[0].start;
        let last = list[list.len() - 1];
        let end = all
            .iter()
            .find(|heading| heading.start > last.start && heading.level < 3)
            .map_or(usize::MAX, |next| next.start);
        if all.iter().any(|heading| heading.level == 3 && heading.start > first && heading.start < end) {
            continue;
        }
        let mut text = clean.text.clone();
        for heading in list.iter().rev() {
            text.replace_range(heading.start..heading.title, &format!("{}.", heading.number));
        }
        out.push(Planted { at: first..text.len(), text });
    }
    out
}

/// Two reports in one paste.
fn second_reports(clean: &Clean) -> Vec<Planted> {
    let others = Clean::all();
    let others = others.iter().filter(|other| other.name != clean.name);
    others
        .map(|other| Planted {
            text: format!("{}\n{}", clean.text, other.text),
            at: clean.text.len()..clean.text.len() + other.text.len() + 1,
        })
        .collect()
}

/// The last of 一是 二是 三是 with another number.
fn items(clean: &Clean, number: impl Fn(usize, usize) -> usize) -> Vec<Planted> {
    let mut out = Vec::new();
    for (at, line) in clean.lines() {
        let places: Vec<(usize, usize)> = (1..NUMERALS.len())
            .filter_map(|value| Some((value, line.find(&format!("{}是", NUMERALS[value]))?)))
            .collect();
        for (value, place) in places.iter().skip(1) {
            let new = NUMERALS[number(*value, places.len())];
            let start = at + place;
            out.push(clean.with_line(start..start + NUMERALS[*value].len(), new));
        }
    }
    out
}

fn mixed_styles(clean: &Clean, all: &[Heading]) -> Vec<Planted> {
    let mut out = Vec::new();
    for list in series(all) {
        for heading in list.iter().skip(1) {
            let other = Heading { level: if heading.level == 3 { 2 } else { 3 }, ..**heading };
            out.push(clean.with_line(heading.start..heading.title, &other.marker(heading.number)));
        }
    }
    out
}

/// 一是…第二，…
fn mixed_items(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    for numeral in &NUMERALS[2..5] {
        let item = format!("{numeral}是");
        for (at, found) in clean.text.match_indices(&item) {
            out.push(clean.with_line(at..at + found.len(), &format!("第{numeral}，")));
        }
    }
    out
}
