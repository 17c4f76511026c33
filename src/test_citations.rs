use super::find;
use crate::concordance::Concordance;
use crate::span::Span;
use alloc::string::String;
use alloc::vec::Vec;

fn works(text: &str) -> Vec<(&str, Option<String>)> {
    let found = find(text, &Concordance::of(text), core::iter::once(Span::new(0, text.len())));
    found
        .works
        .iter()
        .map(|work| (&text[work.span], work.number.as_ref().map(|number| String::from(&**number))))
        .collect()
}

#[test]
fn the_outermost_marks_are_taken() {
    assert_eq!(
        works("印发《关于贯彻《某条例》的意见》和《办法》"),
        [("《关于贯彻《某条例》的意见》", None), ("《办法》", None)]
    );
}

#[test]
fn an_unclosed_mark_hides_nothing_behind_it() {
    assert_eq!(works("《某《条例》宣传"), [("《条例》", None)]);
    assert_eq!(works("《".repeat(1000).as_str()), []);
}

#[test]
fn the_document_number_goes_with_the_work() {
    assert_eq!(
        works("按照《通知》（某政发〔2022〕31号）和《办法》要求，某办〔2021〕5号"),
        [("《通知》", Some(String::from("某政发〔2022〕31号"))), ("《办法》", None)]
    );
    assert_eq!(
        works("《关于印发办法的通知〔2022〕31号》").first().and_then(|work| work.1.clone()).as_deref(),
        Some("〔2022〕31号")
    );
}
