//! What the fuzzer runs, a function a target: `fuzz/fuzz_targets` calls them, and `tests/endurance.rs` where there is no
//! fuzzer.

use super::{comparing, drawn, mending, reading};
use gangmu::{Offsets, Options, Places};
use serde_json::Value;

pub type Target = fn(&[u8]);

pub const TARGETS: [(&str, Target); 6] = [
    ("parse", parse),
    ("options", options),
    ("offsets", offsets),
    ("mended", mended),
    ("exports", exports),
    ("beside", beside),
];

/// Any text is read: places in bounds, in order, one in another.
pub fn parse(data: &[u8]) {
    let text = drawn::text(data);
    let report = reading::positions(&text, &Options::default());
    assert_eq!(gangmu::parse(&text), report, "read twice, the same");
}

/// The same, whatever is said beside the text; and parts are what they are among all.
pub fn options(data: &[u8]) {
    let (text, some) = drawn::text_and_options(data);
    let mut all = some.clone();
    all.parts = Options::default().parts;
    let report = reading::positions(&text, &all);
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    reading::some_parts(&text, &some, &json);
}

/// Positions are those of JavaScript, and lines join back: counted here in another way, a character at a time.
pub fn offsets(data: &[u8]) {
    let text = drawn::text(data);
    let units: Vec<u16> = text.encode_utf16().collect();
    let (offsets, places) = (Offsets::new(&text), Places::new(&text));
    assert_eq!(offsets.len() as usize, units.len());
    let (mut unit, mut line, mut column) = (0, 1, 1);
    let mut chars = text.char_indices().peekable();
    while let Some((at, ch)) = chars.next() {
        assert_eq!(offsets.utf16(at), unit, "at byte {at}");
        let place = places.of(at);
        let expected = if at == 0 && ch == '\u{FEFF}' { (1, 1) } else { (line, column) };
        assert_eq!((place.line, place.column), expected, "at byte {at}");
        unit += ch.len_utf16() as u32;
        for inside in at + 1..at + ch.len_utf8() {
            assert_eq!(offsets.utf16(inside), unit, "inside of a character");
        }
        let ends = ch == '\n' || ch == '\r' && chars.peek().is_none_or(|(_, next)| *next != '\n');
        (line, column) = match ch {
            _ if ends => (line + 1, 1),
            '\u{FEFF}' if at == 0 => (1, 1),
            _ => (line, column + ch.len_utf16() as u32),
        };
    }
    assert_eq!(offsets.utf16(text.len()), unit);
    let report = gangmu::parse(&text);
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    reading::json_places(&report, &json);
    assert_eq!(mending::in_javascript(&report, &json), report.mended(), "edits made by JavaScript's positions");
}

/// The text with every fix applied.
pub fn mended(data: &[u8]) {
    let (text, options) = drawn::text_and_options(data);
    mending::any_text(&text, &options);
}

/// Whatever leaves can be read back, and says what the report says.
pub fn exports(data: &[u8]) {
    let (text, options) = drawn::text_and_options(data);
    let mut all = options;
    all.parts = Options::default().parts;
    reading::promises_with(&text, &all);
}

/// Two texts side by side, and both collected: the second is the first with its halves changed round.
pub fn beside(data: &[u8]) {
    let text = drawn::text(data);
    let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let (start, end) = text.split_at(half);
    comparing::beside(&text, &[end, start].concat());
    comparing::beside(start, end);
}
