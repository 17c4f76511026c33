//! Two reports laid side by side against what a careful reader finds: `tests/pairs/`, whose README says what the labels mean.
//! `GANGMU_PAIRS` names another folder, `GANGMU_TELL` prints what differs.

use gangmu::{Comparison, Confidence, PlanState, Remark, Report, compare, parse};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

/// A text without its labels, and where they stood.
#[derive(Default)]
struct Labelled {
    text: String,
    /// Label and the byte that it stood at.
    labels: Vec<(String, usize)>,
}

impl Labelled {
    fn read(marked: &str) -> Labelled {
        let mut read = Labelled::default();
        let mut rest = marked;
        while let Some((words, behind)) = rest.split_once('⟨') {
            read.text.push_str(words);
            let (label, behind) = behind.split_once('⟩').expect("a label ends in ⟩");
            read.labels.push((label.into(), read.text.len()));
            rest = behind;
        }
        read.text.push_str(rest);
        read
    }

    /// Figures by their labels without marks.
    fn figures(&self, report: &Report<'_>) -> BTreeMap<String, usize> {
        let at = |end: usize| report.figures.iter().position(|figure| figure.span.end as usize == end);
        let plain = self.labels.iter().filter(|(label, _)| !label.contains(':'));
        plain.filter_map(|(label, end)| Some((label.trim_end_matches(['!', '~']).into(), at(*end)?))).collect()
    }

    /// Where the labels stand that begin with `head`.
    fn headed<'l>(&'l self, head: &'l str) -> impl Iterator<Item = (&'l str, usize)> {
        self.labels.iter().filter_map(move |(label, at)| Some((label.strip_prefix(head)?, *at)))
    }
}

struct Pair {
    name: String,
    sides: [Labelled; 2],
    sections: Vec<(String, String)>,
}

fn folder() -> PathBuf {
    env::var_os("GANGMU_PAIRS")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pairs")), PathBuf::from)
}

fn pairs() -> Vec<Pair> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let read = |file: &PathBuf| {
        let content = fs::read_to_string(file).unwrap();
        let (_, rest) = content.split_once("== first:").unwrap();
        let (first, rest) = rest.split_once("== second:").unwrap();
        let (second, sections) = rest.split_once("== sections ==\n").unwrap_or((rest, ""));
        let sides = [first, second].map(|side| Labelled::read(side.split_once('\n').unwrap().1));
        let sides_of = |line: &str| line.split_once('|').map(|(a, b)| (a.trim().into(), b.trim().into()));
        let sections = sections.lines().filter_map(sides_of).collect();
        Pair { name: file.file_stem().unwrap().to_string_lossy().into_owned(), sides, sections }
    };
    files.iter().map(read).collect()
}

/// How many were right, of how many.
#[derive(Clone, Copy, Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    fn value(self) -> f64 {
        self.right as f64 / self.all.max(1) as f64
    }
}

#[derive(Default)]
struct Score {
    /// Of the pairs in the gold those that are found.
    found: Share,
    /// Of the pairs that are found those in the gold.
    right: Share,
    /// The same by how sure they are: certain, likely, possible.
    sure: [Share; 3],
    plans: Share,
    sections: Share,
    marks: Share,
}

fn tell(words: &str) {
    if env::var_os("GANGMU_TELL").is_some() {
        println!("{words}");
    }
}

fn measure(pair: &Pair, score: &mut Score) {
    let reports = [0, 1].map(|side: usize| parse(&pair.sides[side].text));
    let figures = [0, 1].map(|side: usize| pair.sides[side].figures(&reports[side]));
    let comparison = compare(&reports[0], &reports[1]);
    let words = |side: usize, at: usize| &reports[side].text[reports[side].figures[at].span];
    let partner = |second: usize| comparison.pairs.iter().find(|pair| pair.second as usize == second);
    let gold: Vec<(&String, usize, usize)> =
        figures[1].iter().filter_map(|(label, second)| Some((label, *figures[0].get(label)?, *second))).collect();
    for (label, first, second) in &gold {
        let met = partner(*second).map(|pair| pair.first as usize);
        score.found.add(met == Some(*first));
        if met != Some(*first) {
            let other = met.map_or("nothing", |at| words(0, at));
            tell(&format!(
                "{}: {label}: {} should meet {}, meets {other}",
                pair.name,
                words(1, *second),
                words(0, *first)
            ));
        }
    }
    for found in &comparison.pairs {
        let right =
            gold.iter().any(|(_, first, second)| (*first, *second) == (found.first as usize, found.second as usize));
        score.right.add(right);
        score.sure[found.confidence as usize].add(right);
        if !right {
            let (a, b) = (words(0, found.first as usize), words(1, found.second as usize));
            tell(&format!("{}: {a} and {b} are no pair ({})", pair.name, found.confidence.name()));
        }
    }
    marks(pair, &comparison, &figures[1], score);
    plans(pair, &comparison, &reports, score);
    sections(pair, &comparison, &reports, score);
}

/// What was left standing, and what jumps.
fn marks(pair: &Pair, comparison: &Comparison, figures: &BTreeMap<String, usize>, score: &mut Score) {
    for (label, _) in &pair.sides[1].labels {
        for (mark, remark) in [('!', Remark::LeftStanding), ('~', Remark::Jump)] {
            let Some(name) = label.strip_suffix(mark) else { continue };
            let at = figures.get(name).copied();
            let found = comparison.pairs.iter().find(|pair| Some(pair.second as usize) == at);
            let right = found.is_some_and(|pair| pair.remarks.contains(&remark));
            score.marks.add(right);
            if !right {
                tell(&format!("{}: {label} has no {}", pair.name, remark.name()));
            }
        }
    }
}

fn plans(pair: &Pair, comparison: &Comparison, reports: &[Report<'_>; 2], score: &mut Score) {
    let done: BTreeMap<&str, Vec<usize>> =
        pair.sides[1].headed("落实:").fold(BTreeMap::new(), |mut map, (name, at)| {
            map.entry(name).or_default().push(at);
            map
        });
    for (name, at) in pair.sides[0].headed("计划:") {
        let plan = comparison.plans.iter().find(|plan| (plan.span.start as usize) < at && at <= plan.span.end as usize);
        let ends = done.get(name);
        let right = plan.is_some_and(|plan| match (plan.found, ends) {
            (None, None) => true,
            (Some(found), Some(ends)) => {
                // A sentence is cut at ；, its label stands behind the whole.
                ends.iter().any(|end| {
                    let between = reports[1].text.get(found.end as usize..*end).unwrap_or_default();
                    (found.start as usize) < *end && !between.trim_end_matches('。').contains(['。', '\n'])
                }) && (plan.state == PlanState::WithFigure) != plan.figures.is_empty()
            }
            _ => false,
        });
        score.plans.add(right);
        if !right {
            let met = plan.and_then(|plan| plan.found).map_or("nothing", |span| &reports[1].text[span]);
            tell(&format!(
                "{}: plan {name} ({}) meets {met}",
                pair.name,
                plan.map_or("no plan", |plan| &reports[0].text[plan.span])
            ));
        }
    }
}

fn sections(pair: &Pair, comparison: &Comparison, reports: &[Report<'_>; 2], score: &mut Score) {
    let title = |side: usize, path: &Option<Vec<u32>>| {
        let mut level = &reports[side].outline;
        let mut title = String::new();
        for index in path.iter().flatten() {
            title = level[*index as usize].title.clone().into_owned();
            level = &level[*index as usize].children;
        }
        title
    };
    let found: Vec<(String, String)> =
        comparison.sections.iter().map(|pair| (title(0, &pair.first), title(1, &pair.second))).collect();
    for expected in &pair.sections {
        let right = found.contains(expected);
        score.sections.add(right);
        if !right {
            tell(&format!("{}: sections {expected:?} are not side by side", pair.name));
        }
    }
}

#[test]
fn pairs_are_found_and_what_is_paired_is_right() {
    let mut whole = Score::default();
    let pairs = pairs();
    assert!(pairs.len() >= 6, "the pairs are missing");
    for pair in &pairs {
        let mut own = Score::default();
        measure(pair, &mut own);
        measure_into(&mut whole, &own);
        println!(
            "{}: found {:.3} of {}, right {:.3} of {}, marks {}/{}, plans {}/{}, sections {}/{}",
            pair.name,
            own.found.value(),
            own.found.all,
            own.right.value(),
            own.right.all,
            own.marks.right,
            own.marks.all,
            own.plans.right,
            own.plans.all,
            own.sections.right,
            own.sections.all,
        );
    }
    println!(
        "all: found {:.3} of {}, right {:.3} of {}, marks {}/{}, plans {}/{}, sections {}/{}",
        whole.found.value(),
        whole.found.all,
        whole.right.value(),
        whole.right.all,
        whole.marks.right,
        whole.marks.all,
        whole.plans.right,
        whole.plans.all,
        whole.sections.right,
        whole.sections.all,
    );
    for (level, share) in Confidence::ALL.iter().zip(whole.sure) {
        println!("{}: right {:.3} of {}", level.name(), share.value(), share.all);
    }
    // What is said to be sure is so, and not everything is left in doubt.
    assert!(whole.sure[0].value() >= 0.99 && whole.sure[1].value() >= 0.96, "certain and likely pairs are right");
    assert!(whole.sure[2].all * 4 <= whole.right.all, "most pairs are certain or likely");
    assert!(whole.found.value() >= 0.95, "pairs found: {:.3}", whole.found.value());
    assert!(whole.right.value() >= 0.97, "pairs right: {:.3}", whole.right.value());
}

fn measure_into(whole: &mut Score, own: &Score) {
    let pairs = [
        (&mut whole.found, own.found),
        (&mut whole.right, own.right),
        (&mut whole.plans, own.plans),
        (&mut whole.sections, own.sections),
        (&mut whole.marks, own.marks),
    ];
    let sure = whole.sure.iter_mut().zip(own.sure);
    for (sum, share) in pairs.into_iter().chain(sure) {
        sum.right += share.right;
        sum.all += share.all;
    }
}
