//! Mistakes planted one at a time in correct reports, for every rule: how many are found, and how many alarms the
//! untouched reports give.
//!
//! `docs/seeded-errors.md` shows the table. It is made by `GANGMU_WRITE=1 cargo test --test seeded`; the test fails where
//! it differs from what is measured, where a family falls below its floor, or where a rule has neither a planter nor a
//! reason. `GANGMU_MISSES=sum-mismatch,rate-mismatch` measures only these rules and lists what was not found.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

#[path = "seeded/alarms.rs"]
mod alarms;
#[path = "seeded/arithmetic.rs"]
mod arithmetic;
#[path = "seeded/clean.rs"]
mod clean;
#[path = "seeded/dates.rs"]
mod dates;
#[path = "seeded/headings.rs"]
mod headings;
#[path = "seeded/measure.rs"]
mod measure;
#[path = "seeded/numbering.rs"]
mod numbering;
#[path = "seeded/numbers.rs"]
mod numbers;
#[path = "seeded/parts.rs"]
mod parts;
#[path = "seeded/punctuation.rs"]
mod punctuation;
#[path = "seeded/wording.rs"]
mod wording;

use clean::Clean;
use gangmu::{Family, Rule};
use measure::{Measured, measure};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// Rules that nothing is planted for, with the reason.
const UNPLANTED: &[(&str, &str)] = &[];

/// The least share of what is planted for a family that must be found.
const FLOORS: &[(Family, f64)] = &[
    (Family::Numbering, 0.95),
    (Family::Arithmetic, 0.95),
    (Family::Parts, 0.95),
    (Family::Dates, 0.95),
    (Family::Numbers, 0.95),
    (Family::Punctuation, 0.95),
    (Family::Wording, 0.95),
    (Family::Privacy, 0.95),
];

/// The most false errors in a thousand characters.
const MOST_ALARMS: f64 = 0.2;

fn measured(rules: &[Rule], reports: &[Clean]) -> Vec<(Rule, Option<Measured>)> {
    let some = |rules: &[Rule]| rules.iter().map(|rule| (*rule, measure(*rule, reports))).collect::<Vec<_>>();
    std::thread::scope(|scope| {
        let running: Vec<_> =
            rules.chunks(rules.len().div_ceil(4)).map(|rules| scope.spawn(move || some(rules))).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

/// What of a whole was found, as a share.
fn share(found: usize, planted: usize) -> f64 {
    if planted == 0 { 1.0 } else { found as f64 / planted as f64 }
}

fn tables(all: &[(Rule, Option<Measured>)], alarms: &[(&str, alarms::Alarms)]) -> String {
    let mut out = String::from("| family | rules | planted | found | share |\n| --- | --- | --- | --- | --- |\n");
    for family in Family::ALL {
        let (rules, planted, found) = family_sum(all, *family);
        let share = share(found, planted);
        writeln!(out, "| {} | {rules} | {planted} | {found} | {share:.3} |", family.name()).unwrap();
    }
    out += "\n| rule | severity | planted | found | share |\n| --- | --- | --- | --- | --- |\n";
    for (rule, measured) in all {
        let row = match measured {
            Some(measured) => {
                let share = share(measured.found, measured.planted);
                format!("{} | {} | {share:.3}", measured.planted, measured.found)
            }
            None => "— | — | —".to_owned(),
        };
        writeln!(out, "| `{}` | {} | {row} |", rule.name(), rule.severity().name()).unwrap();
    }
    out += "\n| texts as they are | texts | characters | errors | of these wrong | wrong in 1,000 characters | warnings | advice |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for (name, alarms) in alarms {
        let rate = per_thousand(alarms);
        let alarms::Alarms { texts, characters, errors, wrong, warnings, advice } = alarms;
        writeln!(
            out,
            "| {name} | {texts} | {characters} | {errors} | {} | {rate:.2} | {warnings} | {advice} |",
            wrong.len()
        )
        .unwrap();
    }
    out
}

fn per_thousand(alarms: &alarms::Alarms) -> f64 {
    alarms.wrong.len() as f64 * 1000.0 / alarms.characters as f64
}

/// How many rules of a family were planted, how many places, and how many of these were found.
fn family_sum(all: &[(Rule, Option<Measured>)], family: Family) -> (usize, usize, usize) {
    let rules = all.iter().filter(|(rule, _)| rule.family() == family).filter_map(|(_, measured)| measured.as_ref());
    rules.fold((0, 0, 0), |(rules, planted, found), measured| {
        (rules + 1, planted + measured.planted, found + measured.found)
    })
}

/// Where the tables stand in the document.
const FENCES: [&str; 2] =
    ["<!-- measured: GANGMU_WRITE=1 cargo test --test seeded -->\n", "<!-- end of measured -->\n"];

#[test]
fn planted_mistakes_are_found() {
    let reports = Clean::all();
    let mut out = std::io::stdout().lock();
    if let Ok(asked) = std::env::var("GANGMU_MISSES") {
        let rules: Vec<Rule> = asked.split(',').map(|name| Rule::from_name(name).unwrap()).collect();
        for (rule, measured) in measured(&rules, &reports) {
            let Some(measured) = measured else { continue };
            writeln!(out, "{}: {} of {}", rule.name(), measured.found, measured.planted).unwrap();
            measured.missed.iter().for_each(|miss| writeln!(out, "  {miss}").unwrap());
        }
        return;
    }

    let all = measured(Rule::ALL, &reports);
    let folders = ["trials", "trials-2", "trials-3", "trials-4"];
    let mut alarms = vec![("the untouched reports of this test", alarms::of(reports.iter()))];
    alarms.extend(folders.map(|folder| (folder, alarms::of(alarms::trials(folder).iter()))));
    let tables = tables(&all, &alarms);
    writeln!(out, "{tables}").unwrap();

    let mut failures = Vec::new();
    for (rule, measured) in &all {
        let stated = UNPLANTED.iter().any(|(name, _)| *name == rule.name());
        if stated == measured.as_ref().is_some_and(|measured| measured.planted > 0) {
            failures.push(format!("{}: it must have either a planter or a reason for having none", rule.name()));
        }
    }
    for (family, floor) in FLOORS {
        let (_, planted, found) = family_sum(&all, *family);
        if share(found, planted) < *floor || planted < 40 {
            failures
                .push(format!("{}: {found} of {planted} found; the floor is {floor}, of 40 at least", family.name()));
        }
    }
    let [(_, untouched), ..] = alarms.as_slice() else { unreachable!() };
    if untouched.errors + untouched.warnings > 0 {
        failures.push(format!(
            "the untouched reports have {} errors and {} warnings",
            untouched.errors, untouched.warnings
        ));
    }
    for (name, alarms) in alarms.iter().filter(|(_, alarms)| per_thousand(alarms) > MOST_ALARMS) {
        failures.push(format!("{name}: too many errors that nobody has found right"));
        failures.extend(alarms.wrong.iter().cloned());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/seeded-errors.md");
    let document = std::fs::read_to_string(&path).unwrap();
    let [open, close] = FENCES;
    let (before, rest) = document.split_once(open).expect("docs/seeded-errors.md has its first fence");
    let (_, behind) = rest.split_once(close).expect("docs/seeded-errors.md has its second fence");
    let made = format!("{before}{open}\n{tables}\n{close}{behind}");
    if std::env::var_os("GANGMU_WRITE").is_some() {
        std::fs::write(&path, made).unwrap();
    } else {
        assert!(made == document, "docs/seeded-errors.md is stale: GANGMU_WRITE=1 cargo test --test seeded");
    }
}
