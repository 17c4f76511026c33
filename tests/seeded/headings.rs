//! The headings of the correct reports, by the form of their markers, which is known of them: 一、 （一） 1.

use super::clean::Clean;

pub(crate) struct Heading {
    pub(crate) start: usize,
    /// Where the title begins.
    pub(crate) title: usize,
    /// Where it ends: before the stop or the line break.
    pub(crate) end: usize,
    /// 1 for 一、, 2 for （一）, 3 for 1.
    pub(crate) level: usize,
    pub(crate) number: usize,
}

pub(crate) const NUMERALS: [&str; 12] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"];

impl Heading {
    /// The same marker with another number.
    pub(crate) fn marker(&self, number: usize) -> String {
        match self.level {
            1 => format!("{}、", NUMERALS[number]),
            2 => format!("（{}）", NUMERALS[number]),
            _ => format!("{number}."),
        }
    }
}

pub(crate) fn headings(clean: &Clean) -> Vec<Heading> {
    let mut out: Vec<Heading> = Vec::new();
    for (start, line) in clean.lines() {
        for number in 1..NUMERALS.len() {
            for level in 1..=3 {
                let mut heading = Heading { start, title: start, end: start, level, number };
                let marker = heading.marker(number);
                if line.starts_with(&marker) {
                    heading.title = start + marker.len();
                    heading.end = start + line.find('。').unwrap_or(line.len());
                    out.push(heading);
                }
            }
        }
    }
    out
}

/// The headings that are counted together, in order.
pub(crate) fn series(all: &[Heading]) -> Vec<Vec<&Heading>> {
    let mut out: Vec<Vec<&Heading>> = Vec::new();
    let mut open: [Option<usize>; 4] = [None; 4];
    for heading in all {
        for deeper in &mut open[heading.level + 1..] {
            *deeper = None;
        }
        let place = *open[heading.level].get_or_insert_with(|| {
            out.push(Vec::new());
            out.len() - 1
        });
        out[place].push(heading);
    }
    out
}
