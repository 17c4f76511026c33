//! `cargo run --release --manifest-path bench/native/Cargo.toml --example memory`: what a reading holds at its peak, and what
//! its result keeps, in bytes for each byte of text.

use native_bench::counting::{Counting, taken};
use native_bench::{Answer, dense, readings, reports};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A text of a length.
type Text = fn(usize) -> String;

fn main() {
    let texts: [(&str, Text); 2] = [("reports", reports), ("dense", dense)];
    println!(
        "| text | bytes | reading | peak | kept | times the text, peak | kept | allocations | for each KB | figures | headings |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for bytes in [16_000, 160_000, 1_600_000, 16_000_000] {
        for (name, made) in texts {
            let text = made(bytes);
            let all = readings();
            // What the others take is told at one length.
            let shown = if bytes == 1_600_000 { &all[..] } else { &all[..1] };
            for reading in shown {
                let (report, took) = taken(|| gangmu::parse_with(&text, &reading.options));
                let Answer { figures, headings } = Answer::of(&report);
                let times = |count: usize| count as f64 / text.len() as f64;
                println!(
                    "| {name} | {} | {} | {} | {} | {:.2} | {:.2} | {} | {:.0} | {figures} | {headings} |",
                    text.len(),
                    reading.name,
                    took.peak,
                    took.kept,
                    times(took.peak),
                    times(took.kept),
                    took.calls,
                    times(took.calls) * 1000.0,
                );
            }
        }
    }
    println!(
        "\nsize of a Figure {}, Heading {}, Finding {}, Relation {}, DateMention {}, Citation {}, Ignored {}",
        size_of::<gangmu::Figure<'_>>(),
        size_of::<gangmu::Heading<'_>>(),
        size_of::<gangmu::Finding<'_>>(),
        size_of::<gangmu::Relation<'_>>(),
        size_of::<gangmu::DateMention<'_>>(),
        size_of::<gangmu::Citation<'_>>(),
        size_of::<gangmu::Ignored>()
    );
}
