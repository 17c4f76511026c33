//! One reading and nothing else, to be run under a profiler:
//! `valgrind --tool=callgrind bench/native/target/release/examples/once reports 1600000 parse`.

use native_bench::{Answer, dense, readings, reports};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (text, bytes, reading) = match words.as_slice() {
        [] => ("reports", 1_600_000, "parse"),
        [text, bytes, reading] => (text.as_str(), bytes.parse().expect("a number of bytes"), reading.as_str()),
        _ => panic!("once TEXT BYTES READING: reports or dense, a number, and a reading's name"),
    };
    let text = if text == "dense" { dense(bytes) } else { reports(bytes) };
    let reading = readings().into_iter().find(|known| known.name == reading).expect("a reading of this name");
    let report = gangmu::parse_with(&text, &reading.options);
    println!("{:?}", Answer::of(&report));
}
