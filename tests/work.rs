//! The work of a reading grows as the text does: its steps are counted (feature `counted-work`), no clock is read.
//!
//! Every loop of the core whose length depends on the text counts its steps. For N, 2N and 4N of each shape of
//! `tests/shapes` the steps may double and double again, with a tenth to spare; a quadratic step would make them four
//! and sixteen times as many. `cargo run --release --example shapes 1000` shows the same by a clock.
#![cfg(feature = "counted-work")]
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "shapes/mod.rs"]
mod shapes;

/// The steps of one reading. This file has one test, so no other reading counts at the same time.
fn steps(text: &str) -> usize {
    let before = gangmu::steps();
    drop(std::hint::black_box(gangmu::parse(text)));
    gangmu::steps() - before
}

const BASE: usize = 4096;

#[test]
fn steps_grow_as_the_text_does() {
    let mut failures = Vec::new();
    let texts = shapes::texts(BASE).zip(shapes::texts(2 * BASE)).zip(shapes::texts(4 * BASE));
    let mut shapes = 0;
    for (((name, one), (_, two)), (_, four)) in texts {
        let (one, two, four) = (steps(&one), steps(&two), steps(&four));
        shapes += 1;
        if two as f64 > 2.2 * one as f64 + 2000.0 || four as f64 > 4.4 * one as f64 + 4000.0 {
            failures.push(format!("{name}: {one}, {two}, {four} steps"));
        }
    }
    assert!(shapes > 50, "only {shapes} shapes");
    assert!(failures.is_empty(), "for N, 2N, 4N:\n{}", failures.join("\n"));
}
