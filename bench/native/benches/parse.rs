//! `cargo bench --manifest-path bench/native/Cargo.toml`: megabytes a second, beside the events of pulldown-cmark over the
//! same bytes. `node bench/bars.mjs native` runs it and prints the ratios.

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use gangmu::Options;
use native_bench::{Answer, SIZES, corpus, hostile, readings, reports};
use std::hint::black_box;
use std::time::Duration;

/// A text in the group of its name, long or short: ten samples of as many rounds as there is time for.
fn group<'c>(criterion: &'c mut Criterion, name: String, text: &str) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).sampling_mode(SamplingMode::Flat).throughput(Throughput::Bytes(text.len() as u64));
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1)).nresamples(2000);
    group
}

fn read(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, text: &str, options: &Options, expected: Answer) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| assert_eq!(Answer::of(&gangmu::parse_with(black_box(text), options)), expected));
    });
}

fn markdown(group: &mut BenchmarkGroup<'_, WallTime>, text: &str) {
    group.bench_function("pulldown-cmark", |bencher| {
        bencher.iter(|| pulldown_cmark::Parser::new(black_box(text)).count());
    });
}

/// Every way to read, beside pulldown-cmark, over ten megabytes of reports.
fn bars(criterion: &mut Criterion) {
    let text = reports(10_000_000);
    let (_, once) = corpus();
    let each = Answer::of(&gangmu::parse(&once));
    let copies = text.len() as f64 / once.len() as f64;
    let mut group = group(criterion, "10 MB".into(), &text);
    markdown(&mut group, &text);
    for reading in readings() {
        let found = Answer::of(&gangmu::parse_with(&text, &reading.options));
        // What is timed must also be right: as many figures and headings as one copy has, for each copy.
        let right = |found: usize, each: usize| (found as f64 / (each as f64 * copies) - 1.0).abs() < 0.1;
        assert!(
            reading.name == "outline" || right(found.figures, each.figures),
            "{}: {found:?} of {each:?}",
            reading.name
        );
        assert!(
            reading.name == "figures" || right(found.headings, each.headings),
            "{}: {found:?} of {each:?}",
            reading.name
        );
        read(&mut group, reading.name, &text, &reading.options, found);
    }
    group.finish();
}

/// The same rate at every length.
fn lengths(criterion: &mut Criterion) {
    for (name, bytes) in SIZES {
        let text = reports(bytes);
        let mut group = group(criterion, format!("reports {name}"), &text);
        markdown(&mut group, &text);
        let found = Answer::of(&gangmu::parse(&text));
        assert!(found.figures > bytes / 1000 && found.headings > bytes / 2000, "{found:?} in {name}");
        read(&mut group, "parse", &text, &Options::default(), found);
        group.finish();
    }
}

/// What a careless parser reads in quadratic time.
fn shapes(criterion: &mut Criterion) {
    for (shape, made) in hostile() {
        for (name, bytes) in &SIZES[1..3] {
            let text = made(*bytes);
            let mut group = group(criterion, format!("{shape} {name}"), &text);
            let found = Answer::of(&gangmu::parse(&text));
            read(&mut group, "parse", &text, &Options::default(), found);
            group.finish();
        }
    }
}

criterion_group!(benches, bars, lengths, shapes);
criterion_main!(benches);
