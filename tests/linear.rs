//! Memory grows as the text does, on texts that a careless parser reads in quadratic time (`tests/shapes`); the work is
//! counted in `tests/work.rs`.
//!
//! Counted are bytes and calls of the allocator at N and 4N. A list that doubles its room may take eight times the bytes
//! for four times the text, so that is the bound; quadratic would be sixteen.
//! The core is the same with and without features, so one of the two runs is enough.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]
// An allocator can only be counted by being one.
#![allow(unsafe_code)]

mod counting;
mod shapes;

use counting::{Counting, taken};
use std::io::Write as _;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Bytes and calls of the allocator for one reading.
fn allocated(text: &str) -> (usize, usize) {
    let (_, taken) = taken(|| gangmu::parse(text));
    (taken.bytes, taken.calls)
}

/// Small enough for a debug build, large enough that what is constant does not count.
const BASE: usize = 1024;

#[test]
fn memory_grows_as_the_text_does() {
    let mut failures = Vec::new();
    for ((name, one), (_, four)) in shapes::texts(2 * BASE).zip(shapes::texts(8 * BASE)) {
        let (bytes, calls) = allocated(&one);
        let (more_bytes, more_calls) = allocated(&four);
        // Room for what a reading takes whatever its length.
        if more_bytes > 8 * bytes + 4096 || more_calls as f64 > 4.4 * calls as f64 + 16.0 {
            failures.push(format!("{name}: {bytes} → {more_bytes} bytes, {calls} → {more_calls} calls"));
        }
    }
    assert!(failures.is_empty(), "for four times the text:\n{}", failures.join("\n"));
}

#[test]
fn a_report_takes_little_memory() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trials/reports");
    let mut out = std::io::stdout();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let (bytes, calls) = allocated(&text);
        let name = path.file_stem().unwrap().to_string_lossy();
        writeln!(out, "{name}: {} bytes of text, {bytes} bytes in {calls} calls", text.len()).unwrap();
        // Ceilings with room above what was measured: a new copy of the text or a list for each character shows.
        assert!(bytes < 48 * text.len() && calls < text.len() / 4, "{name}: {bytes} bytes in {calls} calls");
    }
}
