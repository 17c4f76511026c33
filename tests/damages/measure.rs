//! Reads damaged trials and counts what was found.

use crate::damage::{Damage, Floor};
use crate::trial::{Trial, Wanted, unseen};
use gangmu::Heading;
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// Right answers of those asked for.
#[derive(Clone, Copy, Default)]
pub(crate) struct Share {
    right: usize,
    asked: usize,
}

impl AddAssign<bool> for Share {
    fn add_assign(&mut self, right: bool) {
        self.right += usize::from(right);
        self.asked += 1;
    }
}

impl Share {
    pub(crate) fn part(self) -> f64 {
        if self.asked == 0 { 1.0 } else { self.right as f64 / self.asked as f64 }
    }

    /// For the table.
    fn shown(self) -> String {
        if self.asked == 0 { "–".to_owned() } else { format!("{:.3}", self.part()) }
    }
}

/// What was found under one damage.
#[derive(Default)]
pub(crate) struct Measured {
    pub(crate) texts: usize,
    /// Texts of which every heading was found with level and number, and nothing false.
    pub(crate) whole: Share,
    pub(crate) headings: Marks,
    /// The one heading that was struck, where the damage strikes one.
    pub(crate) struck: Marks,
    /// The number of a struck heading, where the order alone decides it.
    pub(crate) decided: Share,
    /// The finding that tells of the damage.
    pub(crate) finding: Share,
    /// Headings where there are none.
    pub(crate) wrong: usize,
    pub(crate) title: Share,
    pub(crate) figures: Share,
    pub(crate) misses: Vec<String>,
}

/// Headings: found at all, and what of them is right.
#[derive(Clone, Copy, Default)]
pub(crate) struct Marks {
    pub(crate) found: Share,
    pub(crate) level: Share,
    pub(crate) number: Share,
    pub(crate) title: Share,
    pub(crate) role: Share,
}

/// Words without what cannot be seen in them.
fn bare(words: &str) -> String {
    words.chars().filter(|ch| !unseen(*ch)).collect()
}

/// Whether `said` is the title: its own words, with or without the stop, a long one perhaps cut at its first comma.
fn same_title(wanted: &str, said: &str) -> bool {
    let clean = |words: &str| bare(words).trim_matches(|ch| "。；：.;:．".contains(ch)).to_owned();
    let (wanted, said) = (clean(wanted), clean(said));
    let cut = wanted.find([',', '，', ';', '；']).filter(|_| wanted.chars().count() > 40);
    wanted == said || cut.is_some_and(|cut| said == clean(&wanted[..cut]))
}

fn flat<'a, 't>(headings: &'a [Heading<'t>], out: &mut Vec<&'a Heading<'t>>) {
    for heading in headings {
        out.push(heading);
        flat(&heading.children, out);
    }
}

/// The characters before each byte of `text`.
fn places(text: &str) -> Vec<usize> {
    let mut places: Vec<usize> =
        text.chars().enumerate().flat_map(|(at, ch)| std::iter::repeat_n(at, ch.len_utf8())).collect();
    places.push(text.chars().count());
    places
}

pub(crate) fn measure(damage: &str, damaged: &[Trial]) -> Measured {
    let mut measured = Measured::default();
    for trial in damaged {
        measured.add(damage, trial);
    }
    measured
}

impl Measured {
    fn miss(&mut self, damage: &str, trial: &Trial, what: &str, at: usize, more: &str) {
        let before = trial.words(at.saturating_sub(10)..at);
        let behind = trial.words(at..(at + 20).min(trial.text.len()));
        self.misses.push(format!("{damage}\t{}\t{what}\t{at}\t{before:?}|{behind:?}\t{more}", trial.name));
    }

    fn add(&mut self, damage: &str, trial: &Trial) {
        let text: String = trial.text.iter().collect();
        let report = gangmu::parse(&text);
        let places = places(&text);
        let place = |byte: u32| trial.seen_from(places[byte as usize]);

        let mut outline = Vec::new();
        flat(&report.outline, &mut outline);
        let mut found: BTreeMap<usize, &Heading<'_>> =
            outline.into_iter().map(|heading| (place(heading.span.start), heading)).collect();
        let mut intact = true;
        for (index, wanted) in trial.headings.iter().enumerate() {
            let at = trial.seen_from(wanted.marker.start);
            let heading = found.remove(&at);
            if wanted.optional {
                continue;
            }
            let struck = trial.struck.as_ref().is_some_and(|struck| struck.heading == index);
            let right = self.compare(damage, trial, wanted, heading, struck);
            intact &= right;
        }
        for (at, heading) in &found {
            self.miss(damage, trial, "false", *at, &format!("level {}: {}", heading.level, heading.title));
        }
        self.wrong += found.len();
        self.whole += intact && found.is_empty();
        self.texts += 1;

        if let Some(title) = &trial.title {
            let wanted = trial.words(title.clone());
            let said = report.metadata.title.as_deref().unwrap_or_default();
            let right = bare(&wanted) == bare(said);
            self.title += right;
            if !right {
                self.miss(damage, trial, "report's title", title.start, &format!("said {said:?}"));
            }
        }
        let figures: BTreeMap<usize, f64> =
            report.figures.iter().map(|figure| (place(figure.number.start), figure.value.to_f64())).collect();
        for (at, value) in &trial.figures {
            let said = figures.get(&trial.seen_from(*at));
            self.figures += said.is_some_and(|said| (said - value).abs() <= 1e-9 * value.abs().max(1.0));
        }
        if let Some(struck) = &trial.struck {
            let told = |rule: &str, heading: usize| {
                let at = trial.seen_from(trial.headings[heading].marker.start);
                report
                    .findings
                    .iter()
                    .any(|finding| finding.rule.name() == rule && place(finding.span.start).abs_diff(at) <= 4)
            };
            let right = struck.findings.iter().any(|(rule, heading)| told(rule, *heading));
            self.finding += right;
            if !right {
                let at = trial.headings[struck.heading].marker.start;
                self.miss(damage, trial, "finding", at, struck.findings[0].0);
            }
        }
    }

    /// Counts one heading; whether it was found with its level and its number.
    fn compare(
        &mut self,
        damage: &str,
        trial: &Trial,
        wanted: &Wanted,
        heading: Option<&Heading<'_>>,
        struck: bool,
    ) -> bool {
        let title = trial.words(wanted.title.clone());
        let level = heading.is_some_and(|heading| heading.level == wanted.level);
        let number = heading.is_some_and(|heading| wanted.numbers.contains(&heading.number));
        let same = heading.is_some_and(|heading| same_title(&title, &heading.title));
        let role = wanted
            .role
            .as_ref()
            .map(|role| heading.is_some_and(|heading| heading.role.map(gangmu::Role::name) == Some(role.as_str())));
        let all = [&mut self.headings, &mut self.struck];
        for marks in all.into_iter().take(1 + usize::from(struck)) {
            marks.found += heading.is_some();
            marks.level += level;
            marks.number += number;
            marks.title += same;
            if let Some(role) = role {
                marks.role += role;
            }
        }
        if struck && wanted.numbers.len() == 1 {
            self.decided += number;
        }
        let at = wanted.marker.start;
        match heading {
            None => self.miss(damage, trial, if struck { "missed (struck)" } else { "missed" }, at, ""),
            Some(heading) => {
                if !level {
                    let said = format!("wanted {}, said {}", wanted.level, heading.level);
                    self.miss(damage, trial, "level", at, &said);
                }
                if !number {
                    let said = format!("wanted {:?}, said {:?}", wanted.numbers, heading.number);
                    self.miss(damage, trial, "number", at, &said);
                }
                if !same {
                    self.miss(damage, trial, "title", at, &format!("wanted {title:?}, said {:?}", heading.title));
                }
                if role == Some(false) {
                    let said = heading.role.map(gangmu::Role::name);
                    self.miss(damage, trial, "role", at, &format!("wanted {:?}, said {said:?}", wanted.role));
                }
            }
        }
        level && number
    }
}

/// The table of damages to whole texts.
pub(crate) fn whole_table(all: &[(&Damage, Measured)]) -> String {
    let columns = ["headings found", "false", "level", "number", "title", "role", "report's title", "figures"];
    let row = |measured: &Measured| {
        let Marks { found, level, number, title, role } = measured.headings;
        let shares = [level, number, title, role, measured.title, measured.figures].map(Share::shown);
        [vec![found.shown(), measured.wrong.to_string()], shares.to_vec()].concat()
    };
    table(&columns, all, row)
}

/// The table of damages to one marker.
pub(crate) fn one_marker_table(all: &[(&Damage, Measured)]) -> String {
    let columns =
        ["its heading found", "level", "number", "title", "finding", "all headings found", "false", "whole trees"];
    let row = |measured: &Measured| {
        let Marks { found, level, title, .. } = measured.struck;
        let shares =
            [found, level, measured.decided, title, measured.finding, measured.headings.found].map(Share::shown);
        [shares.to_vec(), vec![measured.wrong.to_string(), measured.whole.shown()]].concat()
    };
    table(&columns, all, row)
}

fn table(columns: &[&str], all: &[(&Damage, Measured)], row: impl Fn(&Measured) -> Vec<String>) -> String {
    let mut table =
        format!("| damage | texts | {} |\n| --- {}|\n", columns.join(" | "), "| --: ".repeat(columns.len() + 1));
    for (damage, measured) in all {
        table += &format!("| {} | {} | {} |\n", damage.name, measured.texts, row(measured).join(" | "));
    }
    table
}

/// What the floor of a damage holds: found, level, number.
fn held(measured: &Measured) -> [Share; 3] {
    if measured.struck.found.asked > 0 {
        [measured.struck.found, measured.struck.level, measured.decided]
    } else {
        [measured.headings.found, measured.headings.level, measured.headings.number]
    }
}

/// The measures of a damage that are below its floor.
pub(crate) fn below(damage: &Damage, measured: &Measured) -> Vec<String> {
    let Floor { found, level, number, wrong } = damage.floor;
    let shares = ["found", "level", "number"].into_iter().zip(held(measured)).zip([found, level, number]);
    // A floor is written as the table writes its measure.
    let low = shares.filter(|((_, share), floor)| share.part() + 0.0005 < *floor);
    let mut below: Vec<String> = low
        .map(|((name, share), floor)| format!("{}: {name} {:.3} is below {floor}", damage.name, share.part()))
        .collect();
    if measured.wrong > wrong {
        below.push(format!("{}: {} false headings, more than {wrong}", damage.name, measured.wrong));
    }
    below
}

/// The floor to which a damage's may be raised, as the list of damages writes it.
pub(crate) fn raised(damage: &Damage, measured: &Measured) -> Option<String> {
    let Floor { found, level, number, wrong } = damage.floor;
    let shares = held(measured).map(Share::part);
    let higher = shares.iter().zip([found, level, number]).any(|(share, floor)| *share > floor + 0.0005);
    let [found, level, number] = shares;
    (higher || measured.wrong < wrong)
        .then(|| format!("{}: floor({found:.3}, {level:.3}, {number:.3}, {})", damage.name, measured.wrong))
}
