//! How the reading of whole reports agrees with what a careful reader found in them (`gold`), by the shared corpus's rules:
//! positions are counted in characters, and what the gold calls optional costs nothing.
//!
//! `tests/trials` and `tests/trials-4` are always there. The shared corpus stands beside the project's folder on some machines only.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

use gangmu::Heading;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;

/// Right, wanted and given, by the name of the measure.
type Measures = BTreeMap<&'static str, [usize; 3]>;

fn add(measures: &mut Measures, name: &'static str, right: bool, wanted: usize, given: usize) {
    let sums = measures.entry(name).or_default();
    for (sum, count) in sums.iter_mut().zip([usize::from(right), wanted, given]) {
        *sum += count;
    }
}

/// An entry of the gold by its place.
fn by_place(list: &Value) -> BTreeMap<usize, &Value> {
    let entries = list.as_array().into_iter().flatten();
    entries.map(|entry| (entry["at"].as_u64().unwrap() as usize, entry)).collect()
}

fn optional(entry: &Value) -> bool {
    entry["optional"] == true
}

/// Compares what was found with the gold of one kind: an entry is right where `agrees` says so.
fn compare<T>(
    measures: &mut Measures,
    name: &'static str,
    gold: &BTreeMap<usize, &Value>,
    found: &BTreeMap<usize, T>,
    agrees: impl Fn(&Value, &T) -> bool,
) {
    for (at, thing) in found {
        match gold.get(at) {
            None => add(measures, name, false, 0, 1),
            Some(entry) if !optional(entry) => add(measures, name, agrees(entry, thing), 0, 1),
            Some(_) => {}
        }
    }
    let wanted = gold.values().filter(|entry| !optional(entry)).count();
    add(measures, name, false, wanted, 0);
}

fn unit(words: &str) -> &str {
    match words {
        "㎡" => "平方米",
        "％" => "%",
        _ => words,
    }
}

fn flat<'a, 't>(headings: &'a [Heading<'t>], out: &mut Vec<&'a Heading<'t>>) {
    for heading in headings {
        out.push(heading);
        flat(&heading.children, out);
    }
}

fn same(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0),
        _ => a.is_none() && b.is_none(),
    }
}

fn score(measures: &mut Measures, text: &str, gold: &Value) {
    let report = gangmu::parse(text);
    let place = |byte: u32| text[..byte as usize].chars().count();

    let gold_figures = by_place(&gold["figures"]);
    let figures: BTreeMap<usize, _> =
        report.figures.iter().map(|figure| (place(figure.number.start), figure)).collect();
    let right = |entry: &Value, figure: &&gangmu::Figure<'_>| {
        let value = &entry["value"];
        let (low, high) = if value.is_array() { (&value[0], &value[1]) } else { (value, &Value::Null) };
        let upper = figure.upper.map(gangmu::Decimal::to_f64);
        let units = entry["unit"].as_str().map(unit) == figure.unit.as_deref().map(unit);
        same(low.as_f64(), Some(figure.value.to_f64())) && same(high.as_f64(), upper) && units
    };
    compare(measures, "figures+unit", &gold_figures, &figures, right);
    for (at, figure) in &figures {
        let Some(entry) = gold_figures.get(at).filter(|entry| !optional(entry) && right(entry, figure)) else {
            continue;
        };
        let answers: BTreeSet<String> = entry["indicators"].as_array().into_iter().flatten().map(plain).collect();
        add(measures, "indicator", answers.contains(&figure.indicator.split_whitespace().collect::<String>()), 1, 1);
        add(measures, "kind", entry["kind"] == figure.kind.name(), 1, 1);
        add(measures, "approx", entry["approx"].is_null() == figure.approx.is_none(), 1, 1);
        add(measures, "change", entry["change"].as_str() == figure.change.map(gangmu::Change::name), 1, 1);
        let periods = entry["period"].as_array().map_or(vec![&entry["period"]], |all| all.iter().collect());
        if periods.iter().all(|period| period.is_string()) {
            let said = figure.period.as_deref();
            add(measures, "period", periods.iter().any(|period| period.as_str() == said), 1, 1);
        }
    }

    let mut headings = Vec::new();
    flat(&report.outline, &mut headings);
    let headings: BTreeMap<usize, _> =
        headings.into_iter().map(|heading| (place(heading.span.start), heading)).collect();
    compare(measures, "outline", &by_place(&gold["outline"]), &headings, |entry, heading| {
        entry["level"] == heading.level
    });
    let dates: BTreeMap<usize, _> = report.dates.iter().map(|date| (place(date.span.start), date)).collect();
    compare(measures, "dates", &by_place(&gold["dates"]), &dates, |entry, date| {
        entry["iso"].as_str() == date.iso.as_deref()
    });
    let works: BTreeMap<usize, _> = report.citations.iter().map(|work| (place(work.span.start), work)).collect();
    compare(measures, "citations", &by_place(&gold["citations"]), &works, |_, _| true);
}

fn plain(words: &Value) -> String {
    words.as_str().unwrap_or_default().split_whitespace().collect()
}

/// Scores the reports of `folder`, prints the measures, and holds them against the floors.
fn hold(folder: &Path, floors: &[(&'static str, f64)]) {
    let mut measures = Measures::new();
    for entry in std::fs::read_dir(folder.join("gold")).unwrap() {
        let path = entry.unwrap().path();
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let report = folder.join("reports").join(path.with_extension("txt").file_name().unwrap());
        score(&mut measures, &std::fs::read_to_string(report).unwrap(), &gold);
    }
    let mut out = std::io::stdout();
    let mut below = Vec::new();
    for (name, floor) in floors {
        let [right, wanted, given] = measures[name];
        let f1 = 2.0 * right as f64 / (wanted + given) as f64;
        writeln!(out, "{}: {name} {f1:.3} ({right} right, {wanted} wanted, {given} given)", folder.display()).unwrap();
        if f1 < *floor {
            below.push(format!("{name} {f1:.3} is below {floor}"));
        }
    }
    assert!(below.is_empty(), "{}: {}", folder.display(), below.join(", "));
}

#[test]
fn the_trial_reports_are_read_as_well_as_before() {
    let floors = [
        ("figures+unit", 0.99),
        ("indicator", 0.89),
        ("kind", 0.99),
        ("approx", 0.99),
        ("change", 0.99),
        ("period", 0.98),
        ("outline", 0.98),
        ("dates", 0.98),
        ("citations", 1.0),
    ];
    hold(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trials"), &floors);
}

#[test]
fn the_fourth_trial_reports_are_read_as_well_as_before() {
    let floors = [
        ("figures+unit", 0.99),
        ("indicator", 0.94),
        ("kind", 0.99),
        ("approx", 0.99),
        ("change", 0.99),
        ("period", 0.99),
        ("outline", 0.99),
        ("dates", 0.99),
        ("citations", 1.0),
    ];
    hold(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trials-4"), &floors);
}

#[test]
fn the_shared_corpus_is_read_as_well_as_it_must() {
    let floors = [
        ("figures+unit", 0.97),
        ("indicator", 0.6),
        ("kind", 0.98),
        ("approx", 0.98),
        ("change", 0.98),
        ("period", 0.9),
        ("outline", 1.0),
        ("dates", 0.95),
        ("citations", 1.0),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !folder.join("gold").is_dir() {
        writeln!(std::io::stdout(), "{} is not on this machine: not scored", folder.display()).unwrap();
        return;
    }
    hold(&folder, &floors);
}
