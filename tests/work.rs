//! The work of a reading grows as the text does: its steps are counted (feature `counted-work`), no clock is read.
//!
//! Every loop of the core whose length depends on the text counts its steps. For N, 2N and 4N of each shape of
//! `tests/shapes` the steps may double and double again, with a tenth to spare; a quadratic step would make them four
//! and sixteen times as many. `cargo run --release --example shapes 1000` shows the same by a clock.
#![cfg(feature = "counted-work")]
#![allow(clippy::unwrap_used, clippy::panic)]

use gangmu::{Options, Pattern};

#[path = "shapes/long.rs"]
mod long;
#[path = "shapes/mod.rs"]
mod shapes;

/// The steps of one reading. This file has one test, so no other reading counts at the same time.
fn steps(text: &str, options: &Options) -> usize {
    let before = gangmu::steps();
    drop(std::hint::black_box(gangmu::parse_with(text, options)));
    gangmu::steps() - before
}

/// The steps of laying a text beside the same with its halves changed round.
fn steps_beside(text: &str) -> usize {
    let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let turned = [&text[half..], &text[..half]].concat();
    let (first, second) = (gangmu::parse(text), gangmu::parse(&turned));
    let before = gangmu::steps();
    drop(std::hint::black_box(gangmu::compare(&first, &second)));
    let mut columns = gangmu::Columns::default();
    columns.place(&first);
    columns.place(&second);
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

/// The reports of `tests/trials` one after another, as long as `bytes`, with their lines or as one.
fn reports(bytes: usize, lines: bool) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trials/reports");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let once: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let once = if lines { once } else { once.replace('\n', "") };
    long::cut(once.repeat(bytes.div_ceil(once.len())), bytes)
}

/// Ten times the text, and a hundred times, may take so many times the steps, with a fifth to spare: what stands at the
/// beginning of a short text is not what stands in a long one.
fn grows_as_the_text_does(name: &str, made: impl Fn(usize) -> String, sizes: &[usize], failures: &mut Vec<String>) {
    // It looks through the whole text, but only so often: the steps grow faster than the text until that is reached.
    let mut options = Options::default();
    options.rules_off = vec![gangmu::Rule::WordRepeated];
    let rates: Vec<_> = sizes.iter().map(|size| made(*size)).collect();
    let rates: Vec<_> = rates.iter().map(|text| steps(text, &options) as f64 / text.len() as f64).collect();
    if rates.iter().any(|rate| *rate > 1.2 * rates[0] + 0.5) {
        failures.push(format!("{name}: {rates:.1?} steps a byte at {sizes:?} bytes"));
    }
}

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
        // Sorting takes a step more an entry each time that the list doubles.
        let [once, twice, again] = [&one, &two, &four].map(|text| steps_beside(text));
        if twice as f64 > 2.5 * once as f64 + 4000.0 || again as f64 > 6.0 * once as f64 + 8000.0 {
            failures.push(format!("{name}, beside itself: {once}, {twice}, {again} steps"));
        }
        // A pattern that looks to the end of each sentence from each number takes its time: every eighth shape has to do.
        let [once, twice] = if shapes % 8 == 0 { [&one, &two].map(|text| steps(text, &own)) } else { [0, 0] };
        if twice as f64 > 2.2 * once as f64 + 4000.0 {
            failures.push(format!("{name}, with own words: {once}, {twice} steps"));
        }
    }
    assert!(shapes > 50, "only {shapes} shapes");
    // What stays short above may still be long here: a look back of some thousand characters, a list of some hundred.
    for name in long::SHAPES.into_iter().chain(["figures in one clause"]) {
        let made = |bytes| shapes::texts(bytes).find(|(known, _)| *known == name).unwrap().1;
        grows_as_the_text_does(name, made, &[16_000, 160_000], &mut failures);
    }
    grows_as_the_text_does("reports", |bytes| reports(bytes, true), &[60_000, 160_000, 1_600_000], &mut failures);
    grows_as_the_text_does("reports on one line", |bytes| reports(bytes, false), &[60_000, 160_000], &mut failures);
    assert!(failures.is_empty(), "for longer texts of a shape:\n{}", failures.join("\n"));
}
