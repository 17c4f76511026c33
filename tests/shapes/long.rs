//! The shapes that are also read at greater lengths, by the test that counts and the benchmark that times.

/// Their names.
pub const SHAPES: [&str; 7] = [
    "unclosed 《 with words",
    "unclosed “",
    "digits",
    "markers in one line",
    "markers on lines",
    "lost markers",
    "alternating scripts",
];

/// Cut to at most `bytes`, at a character.
pub fn cut(mut text: String, bytes: usize) -> String {
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.truncate(end);
    text
}
