//! What holds for any text whatever: positions, order, nesting, and that every form of output says the same.
//!
//! Made-up texts come from proptest, always the same ones; `PROPTEST_RNG_SEED=7 PROPTEST_CASES=20000` tries others.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

#[path = "promises/mod.rs"]
mod held;

use gangmu::{Options, Pattern};
use held::comparing::beside;
use held::pieces::{PATTERN_PARTS, TOKENS};
use held::reading::{parts, positions, promises, promises_with};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use std::path::{Path, PathBuf};

fn mixtures() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        12 => proptest::sample::select(TOKENS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(token, 0..60).prop_map(|tokens| tokens.concat())
}

/// Options with words and patterns of the same parts that the texts are mixed of.
fn own_words() -> impl Strategy<Value = Options> {
    let words = || {
        let word = proptest::collection::vec(proptest::sample::select(TOKENS), 0..3);
        proptest::collection::vec(word.prop_map(|tokens| tokens.concat()), 0..4)
    };
    let part = prop_oneof![3 => proptest::sample::select(PATTERN_PARTS), 1 => proptest::sample::select(TOKENS)];
    let pattern = proptest::collection::vec(part, 1..6).prop_map(|parts| parts.concat());
    let patterns = proptest::collection::vec(pattern, 0..12);
    (words(), words(), patterns).prop_map(|(units, names, patterns)| {
        let mut options = Options::default();
        options.patterns = patterns.iter().filter_map(|pattern| Pattern::new(pattern).ok()).collect();
        (options.units, options.names) = (units, names);
        options
    })
}

fn in_tests(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

fn texts_in(folder: &str) -> Vec<String> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(in_tests(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// A report with some stretches cut out, doubled or moved to the end.
fn damaged() -> impl Strategy<Value = String> {
    let reports = texts_in("trials/reports");
    let stretch = (0.0..1.0f64, 0.0..0.05f64, 0..3u8);
    (proptest::sample::select(reports), proptest::collection::vec(stretch, 1..8)).prop_map(|(report, stretches)| {
        let mut chars: Vec<char> = report.chars().collect();
        for (at, length, deed) in stretches {
            let start = (at * chars.len() as f64) as usize;
            let end = (start + (length * chars.len() as f64) as usize).min(chars.len());
            let part: Vec<char> =
                if deed == 1 { chars[start..end].to_vec() } else { chars.drain(start..end).collect() };
            chars.extend(if deed == 0 { Vec::new() } else { part });
        }
        chars.into_iter().collect()
    })
}

fn config(cases: u32) -> Config {
    let told = Config::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { told.cases } else { cases };
    let rng_seed = if told.rng_seed == RngSeed::Random { RngSeed::Fixed(1) } else { told.rng_seed };
    Config { cases, rng_seed, failure_persistence: None, ..told }
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn hold_for_mixtures(text in mixtures()) {
        promises(&text);
    }

    #[test]
    fn hold_for_mixtures_with_own_words(text in mixtures(), options in own_words()) {
        promises_with(&text, &options);
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn hold_for_two_mixtures_side_by_side(first in mixtures(), second in mixtures()) {
        beside(&first, &second);
    }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn hold_for_a_report_beside_what_is_left_of_it(first in damaged(), second in damaged()) {
        beside(&first, &second);
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn hold_for_damaged_reports(text in damaged()) {
        promises(&text);
    }
}

#[test]
fn hold_for_reports_and_odd_texts() {
    for folder in ["trials/reports", "texts", "spec"] {
        texts_in(folder).iter().for_each(|text| {
            promises(text);
            parts(text);
        });
    }
    for text in ["", "\u{FEFF}", "\n", "\0", "。", "1", "一", "《", "》", "𬭚", "999999999999"] {
        promises(text);
    }
}

/// A caller may say any year.
#[test]
fn hold_for_years_that_are_none() {
    for year in [0, 1, 9999, 10_000, u32::MAX] {
        let mut options = Options::default();
        options.year = Some(year);
        texts_in("spec").iter().for_each(|text| {
            positions(text, &options);
        });
    }
}

/// A text is pasted while it is typed: every beginning of the named cases is read.
#[test]
fn hold_for_every_beginning() {
    for text in texts_in("spec") {
        for case in text.split_once("=== ").map_or("", |(_, cases)| cases).split("=== ") {
            let words = case.split_once('\n').map_or("", |(_, rest)| rest).split("\n---").next().unwrap();
            for (at, _) in words.char_indices() {
                positions(&words[..at], &Options::default());
            }
        }
    }
}

#[test]
fn hold_for_beginnings_and_ends_of_a_report() {
    for text in texts_in("trials/reports") {
        for (at, _) in text.char_indices().step_by(397) {
            promises(&text[..at]);
            promises(&text[at..]);
        }
    }
}
