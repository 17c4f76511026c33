//! The work of a reading grows as the text does: its steps are counted (feature `counted-work`), no clock is read.
//!
//! Every loop of the core whose length depends on the text counts its steps. For N, 2N and 4N of each shape of
//! `tests/shapes` the steps may double and double again, with a tenth to spare; a quadratic step would make them four
//! and sixteen times as many. `cargo run --release --example shapes 1000` shows the same by a clock.
#![cfg(feature = "counted-work")]
#![allow(clippy::unwrap_used, clippy::panic)]

use gangmu::{Options, Pattern};

#[path = "shapes/mod.rs"]
mod shapes;

/// The steps of one reading. This file has one test, so no other reading counts at the same time.
fn steps(text: &str, options: &Options) -> usize {
    let before = gangmu::steps();
    drop(std::hint::black_box(gangmu::parse_with(text, options)));
    gangmu::steps() - before
}

/// Many words, and patterns that look at the rest of the sentence again and again.
fn own_words() -> Options {
    let mut options = Options::default();
    let words = |tails: [&str; 2]| (0..200).flat_map(move |at| tails.map(|tail| format!("{tail}{at}{tail}"))).collect();
    (options.units, options.names) = (words(["件", "次次"]), words(["一", "1"]));
    let patterns = [r"(?<number>\d+)(?<unit>盏)?", r".*《|(?<number>\d)"];
    options.patterns = patterns.map(|pattern| Pattern::new(pattern).unwrap()).into();
    options
}

const BASE: usize = 4096;

#[test]
fn steps_grow_as_the_text_does() {
    let mut failures = Vec::new();
    let texts = shapes::texts(BASE).zip(shapes::texts(2 * BASE)).zip(shapes::texts(4 * BASE));
    let (mut shapes, own) = (0, own_words());
    for (((name, one), (_, two)), (_, four)) in texts {
        shapes += 1;
        let [once, twice, again] = [&one, &two, &four].map(|text| steps(text, &Options::default()));
        if twice as f64 > 2.2 * once as f64 + 2000.0 || again as f64 > 4.4 * once as f64 + 4000.0 {
            failures.push(format!("{name}: {once}, {twice}, {again} steps"));
        }
        // A pattern that looks to the end of each sentence from each number takes its time: every eighth shape has to do.
        let [once, twice] = if shapes % 8 == 0 { [&one, &two].map(|text| steps(text, &own)) } else { [0, 0] };
        if twice as f64 > 2.2 * once as f64 + 4000.0 {
            failures.push(format!("{name}, with own words: {once}, {twice} steps"));
        }
    }
    assert!(shapes > 50, "only {shapes} shapes");
    assert!(failures.is_empty(), "for N, 2N, 4N:\n{}", failures.join("\n"));
}
