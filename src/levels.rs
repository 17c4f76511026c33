//! The level of a heading, from how this report uses its markers: a style that is met below another one is one level
//! deeper, so 一、→ 1. is two levels where （一） is never used.

use crate::headings::Marked;
use crate::marker::Style;
use alloc::vec::Vec;

/// Where a report counts its parts 1、 2、 3、 and again 1. 2. under them, the two are different styles.
pub(crate) fn part_arabic(text: &str, marked: &mut [Marked]) {
    for outer in ['、', '.'] {
        let is_outer = |heading: &Marked| {
            let marker = text[heading.marker].trim_end();
            heading.style == Style::Arabic && marker.ends_with(outer) | (outer == '.' && marker.ends_with('．'))
        };
        let (mut count, mut inner, mut between) = (0, 0, false);
        let mut broken = false;
        for heading in marked.iter() {
            if is_outer(heading) {
                count += 1;
                broken |= heading.number != Some(count);
                between = false;
            } else if heading.style == Style::Arabic {
                // The inner series begins again below a heading of another style.
                inner += u32::from(between && heading.number == Some(1));
            } else {
                broken |= heading.style <= Style::Han;
                between |= heading.style == Style::HanBracket;
            }
        }
        if count > 1 && inner > 0 && !broken {
            for heading in marked.iter_mut().filter(|heading| is_outer(heading)) {
                heading.style = Style::OuterArabic;
            }
            return;
        }
    }
}

/// Levels from the order in which this report nests its styles.
pub(crate) fn set(marked: &mut [Marked]) {
    // How often one style begins again at 1 right below another.
    let mut restarts = [[0u32; Style::COUNT]; Style::COUNT];
    for pair in marked.windows(2) {
        if pair[1].number == Some(1) && pair[0].style != pair[1].style {
            restarts[pair[0].style as usize][pair[1].style as usize] += 1;
        }
    }
    // The usual order holds unless this report plainly turns two styles round: 1. → （一） again and again.
    let turned = |low: usize, high: usize| restarts[low][high] >= 2 && restarts[low][high] > restarts[high][low];
    let outside = |above: Style, below: Style| {
        let (above, below) = (above as usize, below as usize);
        if above < below { !turned(below, above) } else { turned(above, below) }
    };
    let mut open: Vec<Style> = Vec::new();
    for heading in marked.iter_mut() {
        if heading.new_report {
            open.clear();
        }
        match open.iter().position(|style| *style == heading.style) {
            Some(place) => open.truncate(place + 1),
            None => {
                while open.last().is_some_and(|above| !outside(*above, heading.style)) {
                    open.pop();
                }
                open.push(heading.style);
            }
        }
        heading.level = open.len() as u32;
    }
}
