//! What `fuzz/` begins with: `cargo run --example fuzz-seeds FOLDER` writes a file for each text of the project, and beside the
//! folder a dictionary for libFuzzer.
#![allow(clippy::unwrap_used)]

#[path = "../tests/promises/drawn.rs"]
#[allow(dead_code, reason = "options are drawn by the targets")]
mod drawn;
#[path = "../tests/promises/pieces.rs"]
mod pieces;
#[path = "../tests/promises/texts.rs"]
mod texts;

use drawn::{BETWEEN, Dice};
use std::fmt::Write as _;
use std::path::PathBuf;

/// As libFuzzer reads it: every byte by its number.
fn entry(token: &str) -> String {
    let mut out = String::from("\"");
    for byte in token.bytes() {
        write!(out, "\\x{byte:02X}").unwrap();
    }
    out + "\"\n"
}

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).unwrap_or_else(|| "corpus".into()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut dice = Dice(1);
    for (place, (_, text)) in texts::texts().into_iter().enumerate() {
        let mut data = text.into_bytes();
        data.push(BETWEEN);
        data.extend((0..dice.below(64)).map(|_| dice.roll() as u8));
        std::fs::write(folder.join(format!("{place:04}")), data).unwrap();
    }
    let words: String = pieces::TOKENS.iter().chain(pieces::PATTERN_PARTS).map(|token| entry(token)).collect();
    std::fs::write(folder.with_extension("dict"), words).unwrap();
}
