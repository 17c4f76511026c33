//! What is left of a report's tree after damage: the trial reports are damaged in every way that a paste can be, read,
//! and held against their gold, each place of which moved with the text.
//!
//! `docs/damages.md` shows the table. It is made by `GANGMU_WRITE=1 cargo test --test damages`; the test fails where it
//! differs from what is measured, or where a measure falls below its floor. `GANGMU_MISSES=1` lists the misses,
//! `GANGMU_MISSES=traditional` those in whose line the word stands: the damage, the report, the kind of miss.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

#[path = "damages/damage.rs"]
mod damage;
#[path = "damages/measure.rs"]
mod measure;
#[path = "damages/trial.rs"]
mod trial;

use damage::{Damage, ONE_MARKER, WHOLE};
use measure::{Measured, measure};
use std::io::Write as _;
use std::path::Path;
use trial::Trial;

/// The parser is not made on these reports: only who asks for them by name sees what is missed in them.
const HELD_OUT: &str = "trials-3/";

/// Every damage with what was measured of it.
fn measured(damages: &'static [Damage], trials: &[Trial]) -> Vec<(&'static Damage, Measured)> {
    std::thread::scope(|scope| {
        let running: Vec<_> = damages
            .iter()
            .map(|damage| (damage, scope.spawn(|| measure(damage.name, &(damage.apply)(trials)))))
            .collect();
        running.into_iter().map(|(damage, thread)| (damage, thread.join().unwrap())).collect()
    })
}

/// The misses that `GANGMU_MISSES` asks for.
fn list_misses(all: &[(&Damage, Measured)]) {
    let Ok(asked) = std::env::var("GANGMU_MISSES") else { return };
    let mut out = std::io::stdout().lock();
    let wanted = |miss: &&String| if asked == "1" { !miss.contains(HELD_OUT) } else { miss.contains(&asked) };
    for miss in all.iter().flat_map(|(_, measured)| &measured.misses).filter(wanted) {
        writeln!(out, "{miss}").unwrap();
    }
}

/// Where the tables stand in the document.
const FENCES: [&str; 2] =
    ["<!-- measured: GANGMU_WRITE=1 cargo test --test damages -->\n", "<!-- end of measured -->\n"];

/// The document with `tables` between its fences.
fn with_tables(document: &str, tables: &str) -> String {
    let [open, close] = FENCES;
    let (before, rest) = document.split_once(open).expect("docs/damages.md has its first fence");
    let (_, behind) = rest.split_once(close).expect("docs/damages.md has its second fence");
    format!("{before}{open}\n{tables}\n{close}{behind}")
}

#[test]
fn the_tree_survives_damage() {
    let trials = Trial::all();
    let whole = measured(&WHOLE, &trials);
    let one_marker = measured(&ONE_MARKER, &trials);
    list_misses(&whole);
    list_misses(&one_marker);
    let tables = format!("{}\n{}", measure::whole_table(&whole), measure::one_marker_table(&one_marker));
    writeln!(std::io::stdout(), "{tables}").unwrap();

    let below: Vec<String> =
        whole.iter().chain(&one_marker).flat_map(|(damage, measured)| measure::below(damage, measured)).collect();
    assert!(below.is_empty(), "worse than before:\n{}", below.join("\n"));
    let all = whole.iter().chain(&one_marker);
    for line in all.filter_map(|(damage, measured)| measure::raised(damage, measured)) {
        writeln!(std::io::stdout(), "may be raised: {line}").unwrap();
    }

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/damages.md");
    let document = std::fs::read_to_string(&path).unwrap();
    let made = with_tables(&document, &tables);
    if std::env::var_os("GANGMU_WRITE").is_some() {
        std::fs::write(&path, made).unwrap();
    } else {
        let stale = made.lines().zip(document.lines()).find(|(made, document)| made != document);
        assert!(
            made == document,
            "docs/damages.md does not show what is measured: {stale:?}\nremake it: GANGMU_WRITE=1 cargo test --test damages"
        );
    }
}
