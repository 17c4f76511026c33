//! `cargo bench --manifest-path bench/native/Cargo.toml`: megabytes a second, beside the events of pulldown-cmark.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn parse(criterion: &mut Criterion) {
    for (name, bytes) in [("16 KB", 16_000), ("10 MB", 10_000_000)] {
        let text = native_bench::reports(bytes);
        let text = &text[..text.floor_char_boundary(bytes)];
        // What is timed must also be right: the report has what one report has, as often as it stands in the text.
        let answer = |text: &str| {
            let report = gangmu::parse(text);
            (report.figures.len(), report.outline.len())
        };
        let expected = answer(text);
        assert!(expected.0 * 1000 > bytes && expected.1 > 0, "{expected:?} figures and top headings in {name}");

        let mut group = criterion.benchmark_group(name);
        group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("gangmu parse", |bencher| {
            bencher.iter(|| assert_eq!(answer(black_box(text)), expected));
        });
        group.bench_function("pulldown-cmark events", |bencher| {
            bencher.iter(|| pulldown_cmark::Parser::new(black_box(text)).count());
        });
        group.finish();
    }
}

criterion_group!(benches, parse);
criterion_main!(benches);
