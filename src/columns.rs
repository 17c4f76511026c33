//! The indicators of many reports as columns of one table: each figure is given the column of those that state the same thing.

use crate::compose::compose;
use crate::grams::{Grams, counted};
use crate::hash::Fnv;
use crate::report::{Figure, Kind, Report, Role};
use crate::rules::Confidence;
use crate::signature::{core_of, role_at, states_change, unit_group, years_back};
use crate::work;
use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

/// An indicator, as a column of the wide table.
///
/// ```
/// let mut columns = gangmu::Columns::default();
/// columns.place(&gangmu::parse("全年受理信访15件。"));
/// columns.place(&gangmu::parse("受理信访18件。"));
/// let column = &columns.list()[0];
/// assert_eq!((&*column.indicator, column.unit.as_deref(), column.reports), ("信访", Some("件"), 2));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Column {
    /// What is counted; behind it in brackets what tells it from its like: 上年, 计划, 增减, 化解 where a report has its 受理 before, the
    /// second of one report.
    pub indicator: String,
    /// The unit of its first figure; figures in another that count the same are in the column too.
    pub unit: Option<String>,
    /// What kind of quantity.
    pub kind: Kind,
    /// The names in the reports that stand in it, as they were met, at most sixteen.
    pub names: Vec<String>,
    /// How many reports have it.
    pub reports: u32,
}

/// The column of a figure.
///
/// ```
/// let mut columns = gangmu::Columns::default();
/// let placed = columns.place(&gangmu::parse("受理信访15件。"));
/// assert_eq!(placed[0].unwrap().column, 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Placed {
    /// Its place in [`Columns::list`].
    pub column: u32,
    /// How sure it is that it belongs there.
    pub confidence: Confidence,
}

/// What of a figure says in which column it belongs: all that need be kept of a report which is placed later.
///
/// ```
/// let subjects = gangmu::Subject::all_of(&gangmu::parse("全年受理信访15件。"));
/// assert_eq!((&*subjects[0].name, subjects[0].unit.as_deref()), ("信访", Some("件")));
/// let mut columns = gangmu::Columns::default();
/// assert_eq!(columns.place_subjects(&subjects)[0].unwrap().column, 0);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// What is counted, without what changes from report to report; empty where nothing says it.
    pub name: String,
    /// The same in the report's words.
    pub indicator: String,
    /// The unit as written.
    pub unit: Option<String>,
    /// What kind of quantity.
    pub kind: Kind,
    /// What tells it from others of its name: 上年, 计划, 增减, what was done.
    pub apart: String,
}

impl Subject {
    /// Those of the figures of `report`, one for each, in their order.
    ///
    /// ```
    /// let subjects = gangmu::Subject::all_of(&gangmu::parse("受理矛盾纠纷92件，化解矛盾纠纷90件。"));
    /// assert_eq!((&*subjects[0].apart, &*subjects[1].apart), ("", "化解"));
    /// ```
    ///
    /// ```
    /// let subjects = gangmu::Subject::all_of(&gangmu::parse("受理信访15件，同比下降8.5%。"));
    /// assert_eq!(subjects[1].apart, "增减");
    /// ```
    pub fn all_of(report: &Report<'_>) -> Vec<Subject> {
        let place = report.metadata.place.as_deref().unwrap_or_default();
        let subject = |figure: &Figure<'_>| Subject {
            name: core_of(&figure.indicator, place),
            indicator: (*figure.indicator).to_owned(),
            unit: figure.unit.as_deref().map(String::from),
            kind: figure.kind,
            apart: apart(report, figure),
        };
        let mut subjects: Vec<Subject> = report.figures.iter().map(subject).collect();
        // 受理纠纷92件，化解90件: what comes again under one name is told apart by what was done, and only then by a number.
        let mut first = BTreeMap::new();
        for (subject, figure) in subjects.iter_mut().zip(&report.figures) {
            let action = figure.action.as_deref();
            let before = *first.entry(key(subject, 0)).or_insert(action);
            if let Some(action) = action.filter(|_| before != action) {
                let comma = if subject.apart.is_empty() { "" } else { "，" };
                subject.apart.push_str(&compose!(comma, action));
            }
        }
        subjects
    }
}

/// So like must the names of a column be.
const ALIKE: f64 = 0.8;
/// Words that so many columns share say nothing.
const COMMON: usize = 64;
/// How many names of a column are kept.
const NAMES: usize = 16;

/// The columns of the reports so far. It keeps the names of the indicators and nothing of the texts: its size grows with how many
/// different indicators there are, not with the reports.
///
/// ```
/// let mut columns = gangmu::Columns::default();
/// let first = columns.place(&gangmu::parse("举办法治讲座12场，受众800人次。"));
/// let second = columns.place(&gangmu::parse("受众950人次，法治讲座15场次。"));
/// assert_eq!(first[0].unwrap().column, second[1].unwrap().column);
/// assert_eq!(first[1].unwrap().column, second[0].unwrap().column);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Columns {
    list: Vec<Column>,
    /// Pairs of characters of the names.
    grams: Vec<Grams>,
    /// What tells columns apart, and which it is.
    known: BTreeMap<u64, u32>,
    /// The columns whose names have a pair.
    with: BTreeMap<u32, Vec<u32>>,
}

/// Which columns a report has already.
#[derive(Debug, Default)]
struct Taken {
    columns: BTreeSet<u64>,
    /// By what is stated, how many times it was: what comes again need not try all that is taken.
    turns: BTreeMap<u64, u32>,
}

impl Columns {
    /// The columns so far, in the order in which they were met.
    ///
    /// ```
    /// assert!(gangmu::Columns::default().list().is_empty());
    /// ```
    pub fn list(&self) -> &[Column] {
        &self.list
    }

    /// The columns of the figures of `report`, one for each, in their order: `None` where nothing says what is counted. No two
    /// figures of one report have the same column. A new one is made where none fits.
    ///
    /// Values of last year that a report repeats, and values that it plans, are in columns of their own.
    ///
    /// ```
    /// let mut columns = gangmu::Columns::default();
    /// let placed = columns.place(&gangmu::parse("受理信访15件，接待信访15件。"));
    /// assert_ne!(placed[0].unwrap().column, placed[1].unwrap().column);
    /// ```
    pub fn place(&mut self, report: &Report<'_>) -> Vec<Option<Placed>> {
        self.place_subjects(&Subject::all_of(report))
    }

    /// The columns of the figures of a report of which only the subjects are at hand: the same as [`place`](Columns::place) gives.
    ///
    /// ```
    /// let report = gangmu::parse("受理信访15件，走访20户。");
    /// let placed = gangmu::Columns::default().place_subjects(&gangmu::Subject::all_of(&report));
    /// assert_eq!(placed, gangmu::Columns::default().place(&report));
    /// ```
    pub fn place_subjects(&mut self, subjects: &[Subject]) -> Vec<Option<Placed>> {
        let mut taken = Taken::default();
        subjects.iter().map(|subject| self.place_one(subject, &mut taken)).collect()
    }

    fn place_one(&mut self, subject: &Subject, taken: &mut Taken) -> Option<Placed> {
        if subject.name.is_empty() {
            return None;
        }
        let named = Grams::of(&subject.name);
        let last = taken.turns.entry(key(subject, 0)).or_default();
        loop {
            *last += 1;
            let turn = *last;
            let key = key(subject, turn);
            let met = self.known.get(&key).map(|column| (*column, Confidence::Certain));
            let met = met.or_else(|| self.alike(subject, &named, turn).map(|column| (column, Confidence::Likely)));
            let (column, mut confidence) =
                met.unwrap_or_else(|| (self.new_column(subject, &named, turn), Confidence::Certain));
            // Also where another figure has it: the same report again must find the same taken, though a column that is more
            // alike was made since.
            self.known.entry(key).or_insert(column);
            if taken.columns.insert(u64::from(column)) {
                let found = &mut self.list[column as usize];
                found.reports += 1;
                let name = &subject.indicator;
                if found.names.len() < NAMES && !found.names.contains(name) {
                    found.names.push(name.clone());
                }
                if found.unit != subject.unit {
                    confidence = Confidence::Likely;
                }
                return Some(Placed { column, confidence });
            }
        }
    }

    /// A column of nearly the same name.
    fn alike(&self, subject: &Subject, named: &Grams, turn: u32) -> Option<u32> {
        let own = mark(&subject.apart, turn);
        let mut met = Vec::new();
        for gram in named.iter() {
            let with = self.with.get(&gram).map_or(&[][..], Vec::as_slice);
            work::done(with.len());
            met.extend_from_slice(with);
        }
        let count = named.iter().count() as f64;
        let fits = |column: u32| {
            let known = &self.list[column as usize];
            let name = known.indicator.strip_suffix(&*own).unwrap_or_default();
            known.kind == subject.kind
                // The head of a Chinese name is its end: 行政处罚案卷 is no 行政处罚案件.
                && name.chars().next_back() == subject.name.chars().next_back()
                && known.indicator.ends_with(&*own)
                && (!own.is_empty() || !known.indicator.ends_with('）'))
                && unit_group(known.kind, known.unit.as_deref()) == unit_group(known.kind, subject.unit.as_deref())
        };
        let likeness = |column: u32, shared: u32| {
            2.0 * f64::from(shared) / (count + self.grams[column as usize].iter().count() as f64)
        };
        let mut best: Option<(u32, f64)> = None;
        for (column, shared) in counted(met) {
            let like = likeness(column, shared);
            if like >= ALIKE && best.is_none_or(|(_, before)| like > before) && fits(column) {
                best = Some((column, like));
            }
        }
        best.map(|(column, _)| column)
    }

    fn new_column(&mut self, subject: &Subject, named: &Grams, turn: u32) -> u32 {
        let column = self.list.len() as u32;
        self.list.push(Column {
            indicator: compose!(subject.name, mark(&subject.apart, turn)),
            unit: subject.unit.clone(),
            kind: subject.kind,
            names: Vec::new(),
            reports: 0,
        });
        for gram in named.iter() {
            let with = self.with.entry(gram).or_default();
            if with.len() < COMMON {
                with.push(column);
            }
        }
        self.grams.push(named.clone());
        column
    }
}

/// What tells a figure from others of its name: whether it is planned, of another year, a change.
fn apart(report: &Report<'_>, figure: &Figure<'_>) -> String {
    let mut marks = Vec::new();
    if role_at(report, figure.span) == Some(Role::Plan) {
        marks.push("计划");
    } else {
        match years_back(report, figure) {
            Some(1) => marks.push("上年"),
            Some(years) if years > 1 => marks.push("往年"),
            Some(years) if years < 0 => marks.push("下年"),
            _ => {}
        }
    }
    if states_change(report, figure) {
        marks.push(if figure.kind == Kind::Percent { "增减" } else { "增减数" });
    }
    marks.join("，")
}

/// The same behind the name of a column.
fn mark(apart: &str, turn: u32) -> String {
    match (apart.is_empty(), turn) {
        (true, 1) => String::new(),
        (true, turn) => compose!("（", turn, "）"),
        (false, 1) => compose!("（", apart, "）"),
        (false, turn) => compose!("（", apart, "，", turn, "）"),
    }
}

fn key(subject: &Subject, turn: u32) -> u64 {
    let mut hash = Fnv::default();
    let unit = unit_group(subject.kind, subject.unit.as_deref());
    for words in [&*subject.name, unit, subject.kind.name(), &subject.apart, &compose!(turn)] {
        hash.add(words);
    }
    hash.0
}
