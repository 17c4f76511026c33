//! What a reading takes of the allocator may not grow unseen: `tests/ledger.json` notes it for fixed texts.
//! `npm run ledger` raises it on purpose (the counts alone: `GANGMU_WRITE=1 cargo test --test ledger`).
//!
//! Calls and bytes that were asked for are the same on every machine and in every build; another version of the standard
//! library may grow its lists otherwise, so a hundredth more is let pass (`room`). The core is the same with and without
//! features, so one of the two runs is enough.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]
// An allocator can only be counted by being one.
#![allow(unsafe_code)]

mod counting;
mod shapes;

use counting::{Counting, taken};
use gangmu::{Options, Profile, Rule};
use serde_json::{Value, json};
use std::path::Path;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn every_rule() -> Options {
    let mut options = Options::default();
    options.profile = Profile::Strict;
    options.rules_on = Rule::ALL.to_vec();
    options
}

/// What texts take, each read by itself: calls of the allocator, the bytes held at most, the bytes that the report keeps.
fn counts<'t>(texts: impl IntoIterator<Item = &'t str>, options: &Options) -> Value {
    let (mut calls, mut peak, mut kept) = (0, 0, 0);
    for text in texts {
        let (_, taken) = taken(|| gangmu::parse_with(text, options));
        calls += taken.calls;
        peak += taken.peak;
        kept += taken.kept;
    }
    json!({ "calls": calls, "kept": kept, "peak": peak })
}

fn measured(root: &Path) -> Value {
    let usual = Options::default();
    let mut all = json!({});
    let mut files: Vec<_> =
        std::fs::read_dir(root.join("tests/trials/reports")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    for (path, text) in files.iter().zip(&texts) {
        all[format!("trials/{}", path.file_stem().unwrap().display())] = counts([text.as_str()], &usual);
    }
    let together = texts.concat();
    all["trials, one after another"] = counts([together.as_str()], &usual);
    all["trials, one after another, every rule"] = counts([together.as_str()], &every_rule());
    let shapes: Vec<_> = shapes::texts(2048).map(|(_, text)| text).collect();
    all["the shapes of tests/shapes, 2 KB each"] = counts(shapes.iter().map(String::as_str), &usual);
    all
}

#[test]
fn readings_take_no_more_than_is_noted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = root.join("tests/ledger.json");
    let mut ledger: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let measured = measured(root);
    if std::env::var_os("GANGMU_WRITE").is_some() {
        ledger["allocations"] = measured;
        std::fs::write(&file, serde_json::to_string_pretty(&ledger).unwrap() + "\n").unwrap();
        return;
    }
    let room = 1.0 + ledger["room"]["allocations"].as_f64().unwrap();
    let mut above = Vec::new();
    for (name, taken) in measured.as_object().unwrap() {
        for (what, count) in taken.as_object().unwrap() {
            let noted = ledger["allocations"][name][what].as_u64().unwrap_or(0);
            if count.as_u64().unwrap() as f64 > noted as f64 * room {
                above.push(format!("{name}: {what} {noted} → {count}"));
            }
        }
    }
    let how = "on purpose? npm run ledger, or GANGMU_WRITE=1 cargo test --test ledger";
    assert!(above.is_empty(), "above tests/ledger.json ({how}):\n{}", above.join("\n"));
}
