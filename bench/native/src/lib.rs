//! What is read in the benches, and how: every text is as long as asked for, every reading knows its answer.

#[path = "../../../tests/counting/mod.rs"]
pub mod counting;
#[path = "../../../tests/shapes/long.rs"]
mod long;
#[path = "../../../tests/shapes/mod.rs"]
mod shapes;

use gangmu::{Options, Part, Parts, Profile, Report, Rule};
use std::fs;
use std::path::{Path, PathBuf};

/// The lengths that are compared.
pub const SIZES: [(&str, usize); 4] =
    [("16 KB", 16_000), ("160 KB", 160_000), ("1.6 MB", 1_600_000), ("16 MB", 16_000_000)];

/// A way to read, by its name in the tables.
pub struct Reading {
    /// Its name in the tables and in criterion's folders.
    pub name: &'static str,
    /// What is asked for.
    pub options: Options,
}

fn parts(parts: impl IntoIterator<Item = Part>) -> Options {
    let mut options = Options::default();
    options.parts = parts.into_iter().collect::<Parts>();
    options
}

/// The readings that have a row of their own.
#[must_use]
pub fn readings() -> Vec<Reading> {
    let mut every_rule = Options::default();
    every_rule.profile = Profile::Strict;
    every_rule.rules_on = Rule::ALL.to_vec();
    let no_findings = parts(Part::ALL.iter().copied().filter(|part| *part != Part::Findings));
    [
        ("parse", Options::default()),
        ("every rule", every_rule),
        ("no findings", no_findings),
        ("outline", parts([Part::Outline])),
        ("figures", parts([Part::Figures])),
    ]
    .map(|(name, options)| Reading { name, options })
    .into()
}

/// What a reading found, counted: it must be the same each time, and it must be something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Figures found.
    pub figures: usize,
    /// Headings found, at every level.
    pub headings: usize,
}

impl Answer {
    /// Counts what is in a report.
    #[must_use]
    pub fn of(report: &Report<'_>) -> Answer {
        fn below(headings: &[gangmu::Heading<'_>]) -> usize {
            headings.iter().map(|heading| 1 + below(&heading.children)).sum()
        }
        Answer { figures: report.figures.len(), headings: below(&report.outline) }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The reports of the shared corpus where it is at hand (`GANGMU_CORPUS` says where, else `../shared/corpus`), else the
/// project's own; with their name.
///
/// # Panics
/// Where there is no report to read.
#[must_use]
pub fn corpus() -> (&'static str, String) {
    let shared = std::env::var_os("GANGMU_CORPUS").map_or_else(|| root().join("../shared/corpus"), PathBuf::from);
    let folders =
        [("the shared corpus", shared.join("reports")), ("tests/trials", root().join("tests/trials/reports"))];
    let (name, folder) = folders.into_iter().find(|(_, folder)| folder.is_dir()).expect("a folder of reports");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("reports").map(|entry| entry.expect("a report").path()).collect();
    files.sort();
    (name, files.iter().map(|file| fs::read_to_string(file).expect("text") + "\n").collect())
}

/// The reports, one after another, `bytes` of them.
#[must_use]
pub fn reports(bytes: usize) -> String {
    let (_, once) = corpus();
    long::cut(once.repeat(bytes.div_ceil(once.len())), bytes)
}

/// A figure every ten characters, a heading every hundred: denser than any report.
#[must_use]
pub fn dense(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 400);
    for number in 1.. {
        if text.len() >= bytes {
            break;
        }
        let (few, many) = (number % 97 + 2, number % 8999 + 1000);
        text.push_str(&format!(
            "（{}）便民服务。新装路灯{few}盏，修路{few}.{few}公里，调解纠纷{many}件，走访群众{many}户、{many}人次，\
             发放补贴{few}万元，同比增长{few}%，植树{many}株，培训{few}场次。\n",
            ["一", "二", "三", "四", "五", "六", "七", "八", "九"][number % 9],
        ));
    }
    long::cut(text, bytes)
}

/// What makes a text of a length.
pub type Made = Box<dyn Fn(usize) -> String>;

/// Texts that a careless parser reads in quadratic time, by name; the tests count the work of many more of them.
#[must_use]
pub fn hostile() -> Vec<(&'static str, Made)> {
    let shape = |name: &'static str| -> (&'static str, Made) {
        let made = move |bytes| shapes::texts(bytes).find(|(known, _)| *known == name).expect("a shape of this name").1;
        (name, Box::new(made))
    };
    let mut all: Vec<_> = long::SHAPES.into_iter().map(shape).collect();
    all.push(("one line", Box::new(|bytes| reports(bytes).replace('\n', ""))));
    all.push(("dense", Box::new(dense)));
    all
}
