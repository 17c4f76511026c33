//! What must hold for any text, on every beginning of every text of the project and on random damage to them: the targets
//! of `fuzz/`, where there is no fuzzer.
//!
//! The damage is the same in every run; `GANGMU_SEED=7 GANGMU_CASES=20000` tries other.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

#[path = "promises/mod.rs"]
mod held;

use gangmu::Options;
use held::drawn::{self, Dice};
use held::reading;
use held::targets::TARGETS;
use held::texts::texts;
use std::io::Write as _;

fn told(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().map_or(otherwise, |value| value.parse().unwrap())
}

/// Texts of a size that many can be read of.
fn short_texts() -> Vec<String> {
    texts().into_iter().map(|(_, text)| text).filter(|text| text.len() < 20_000).collect()
}

/// A text is pasted while it is typed, and a paste may be cut off anywhere. Every beginning of the named cases is read by
/// `tests/promises.rs`; of a report some, so that the time does not grow with the square of its length.
#[test]
fn promises_hold_for_beginnings() {
    let mut dice = Dice(told("GANGMU_SEED", 1));
    let mut read = 0;
    for (_, text) in texts().into_iter().filter(|(name, _)| name.ends_with(".txt")) {
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let step = (boundaries.len() / 40).max(1);
        for at in boundaries.chunks(step).map(|some| *dice.one_of(some)) {
            reading::positions(&text[..at], &Options::default());
            read += 1;
        }
    }
    assert!(read > 1_000, "only {read} beginnings");
}

/// What the fuzzer found once: `tests/found/TARGET-…` holds the bytes, and every target reads all of them.
#[test]
fn targets_hold_for_all_that_was_found() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 3, "what was found is missing");
    for file in files {
        let data = std::fs::read(&file).unwrap();
        for (name, target) in TARGETS {
            assert!(std::panic::catch_unwind(|| target(&data)).is_ok(), "{name} on {}", file.display());
        }
    }
}

#[test]
fn targets_hold_for_random_damage() {
    let texts = short_texts();
    let (seed, cases) = (told("GANGMU_SEED", 1), told("GANGMU_CASES", 200));
    let mut failures = Vec::new();
    let only = std::env::var("GANGMU_TARGET").ok();
    for (name, target) in TARGETS.into_iter().filter(|(name, _)| only.as_deref().is_none_or(|only| only == *name)) {
        let mut dice = Dice(seed);
        for case in 0..cases {
            let data = drawn::data(&texts, &mut dice);
            if std::panic::catch_unwind(|| target(&data)).is_err() {
                failures.push(format!("{name}, case {case}: {:?}", drawn::text_and_options(&data)));
            }
        }
        writeln!(std::io::stdout(), "{name}: {cases} damaged texts").unwrap();
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// `GANGMU_DATA=FILE`: what a fuzzer has found, read by every target.
#[test]
fn targets_hold_for_what_was_found() {
    let Some(file) = std::env::var_os("GANGMU_DATA") else { return };
    let data = std::fs::read(file).unwrap();
    writeln!(std::io::stdout(), "{:#?}", drawn::text_and_options(&data)).unwrap();
    TARGETS.iter().for_each(|(_, target)| target(&data));
}
