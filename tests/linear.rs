//! Time and memory grow as the text does, on texts that a careless parser reads in quadratic time (`tests/shapes`).
//!
//! Memory is counted: bytes and calls of the allocator at N and 4N. A list that doubles its room may take eight times
//! the bytes for four times the text, so that is the bound; quadratic would be sixteen. Work inside the core has no
//! counter, so it is timed, by the processor's time of this thread, with room to spare: at 16N linear work takes 16
//! times as long, quadratic work 256.
//! A quadratic step that is very cheap hides below that: `cargo run --release --example shapes 1000` shows it.
//! The core is the same with and without features, so one of the two runs is enough.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]
// An allocator can only be counted by being one.
#![allow(unsafe_code)]

#[path = "shapes/mod.rs"]
mod shapes;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::io::Write as _;

thread_local! {
    static BYTES: Cell<usize> = const { Cell::new(0) };
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, with a tally for each thread.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn tally(bytes: usize) {
    BYTES.set(BYTES.get() + bytes);
    CALLS.set(CALLS.get() + 1);
}

// SAFETY: every call goes to the system's allocator as it came; the tally is plain numbers and allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        tally(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        tally(size);
        unsafe { System.realloc(place, layout, size) }
    }
}

/// Bytes and calls of the allocator for one reading.
fn allocated(text: &str) -> (usize, usize) {
    let (bytes, calls) = (BYTES.get(), CALLS.get());
    let report = gangmu::parse(text);
    let taken = (BYTES.get() - bytes, CALLS.get() - calls);
    drop(report);
    taken
}

/// Seconds that `read` takes, the least of `runs`.
fn seconds(read: &dyn Fn(&str), text: &str, runs: usize) -> f64 {
    let run = |_| {
        let start = shapes::ran();
        read(std::hint::black_box(text));
        (shapes::ran() - start).as_secs_f64()
    };
    // A text that takes no time at all tells nothing.
    (0..runs).map(run).fold(f64::INFINITY, f64::min).max(0.0002)
}

/// How many times as long `read` takes for a text that is sixteen times as long.
fn growth(read: &dyn Fn(&str), one: &str, sixteen: &str) -> f64 {
    let first = seconds(read, sixteen, 1) / seconds(read, one, 2);
    // A slow run is run again: what else the machine does only adds.
    if first <= ALLOWED { first } else { seconds(read, sixteen, 3) / seconds(read, one, 5) }
}

/// Between 16 and 256.
const ALLOWED: f64 = 48.0;

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
        assert!(bytes < 48 * text.len() && calls < text.len() / 5, "{name}: {bytes} bytes in {calls} calls");
    }
}

#[test]
fn time_grows_as_the_text_does() {
    let read = |text: &str| drop(std::hint::black_box(gangmu::parse(text)));
    let mut failures = Vec::new();
    for ((name, one), (_, sixteen)) in shapes::texts(BASE).zip(shapes::texts(16 * BASE)) {
        let growth = growth(&read, &one, &sixteen);
        if growth > ALLOWED {
            failures.push(format!("{name}: {growth:.0} times as long"));
        }
    }
    assert!(failures.is_empty(), "for a text sixteen times as long:\n{}", failures.join("\n"));
}

#[test]
fn a_quadratic_reader_would_be_noticed() {
    let read = |text: &str| {
        let looks_ahead = |(at, _): (usize, char)| text[at..].chars().filter(|ch| *ch == '一').count();
        std::hint::black_box(text.char_indices().map(looks_ahead).sum::<usize>());
    };
    let (one, sixteen) = ("甲".repeat(BASE / 6), "甲".repeat(16 * BASE / 6));
    assert!(growth(&read, &one, &sixteen) > ALLOWED);
}
