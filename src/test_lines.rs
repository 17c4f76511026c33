use super::read;
use crate::concordance::Concordance;
use alloc::string::String;
use alloc::vec::Vec;

fn words(text: &str) -> Vec<&str> {
    read(text, Concordance::of(text).all()).iter().map(|line| &text[line.words]).collect()
}

#[test]
fn every_kind_of_break_ends_a_line() {
    assert_eq!(words("甲\n乙\r\n丙\r丁\u{2028}戊"), ["甲", "乙", "丙", "丁", "戊"]);
}

#[test]
fn indents_and_trailing_spaces_are_not_words() {
    assert_eq!(words("\u{FEFF}\u{3000}\u{3000}一、概况 \u{A0}\n \n"), ["一、概况", ""]);
}

#[test]
fn lines_join_back_to_the_text() {
    for text in ["", "\n", "甲", "甲\r\n\r\n乙\r", "\u{FEFF}甲\u{2029}\n"] {
        let joined: String = read(text, Concordance::of(text).all()).iter().map(|line| &text[line.whole]).collect();
        assert_eq!(joined, text);
    }
}
