//! Times `parse` on texts that a careless parser reads in quadratic time.
//!
//! `cargo run --release --example shapes [KILOBYTES]` prints, for each shape, milliseconds at N, 2N and 4N bytes and the
//! greatest factor between neighbours: 2 is linear, 4 quadratic. Nothing is asserted: `tests/linear.rs` does that.

#[path = "../tests/shapes/mod.rs"]
mod shapes;

use std::error::Error;

/// The least of three runs, in milliseconds.
fn time(text: &str) -> f64 {
    let runs = (0..3).map(|_| {
        let start = ran();
        std::hint::black_box(gangmu::parse(std::hint::black_box(text)));
        (ran() - start).as_secs_f64() * 1e3
    });
    runs.fold(f64::INFINITY, f64::min)
}

fn main() -> Result<(), Box<dyn Error>> {
    let kilobytes: usize = std::env::args().nth(1).map_or(Ok(50), |argument| argument.parse())?;
    let sizes = [1, 2, 4].map(|times| times * kilobytes * 1024);
    println!("{:>9} {:>9} {:>9}  factor  shape, at {kilobytes} KB and up", "N ms", "2N ms", "4N ms");
    let [small, middle, large] = sizes.map(shapes::texts);
    for (((name, one), (_, two)), (_, four)) in small.zip(middle).zip(large) {
        let [a, b, c] = [one, two, four].map(|text| time(&text));
        println!("{a:9.2} {b:9.2} {c:9.2}  {:6.1}  {name}", (b / a).max(c / b));
    }
    Ok(())
}

/// How long this thread has run: the processor's time where the system tells it (Linux), so that other programs on the
/// machine do not count; else the clock's.
fn ran() -> std::time::Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    let start = START.get_or_init(std::time::Instant::now);
    // The system brings its count up to date when a thread stops.
    std::thread::sleep(std::time::Duration::from_nanos(1));
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), std::time::Duration::from_nanos)
}
