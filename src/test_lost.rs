use crate::concordance::Concordance;
use crate::headings::read;
use crate::lines;
use alloc::vec::Vec;

/// Number, title and what must be put in, of the headings whose marker was lost.
fn restored(text: &str) -> Vec<(Option<u32>, &str, alloc::string::String)> {
    let places = Concordance::of(text);
    let lines = lines::read(text, places.all());
    read(text, &places, &lines)
        .iter()
        .filter(|heading| heading.inferred())
        .map(|heading| {
            let put_in = heading.restored(text).map(|(_, words)| words).unwrap_or_default();
            (heading.number, &text[heading.title], put_in)
        })
        .collect()
}

#[test]
fn a_marker_that_was_lost_whole_is_found_by_the_form_of_its_series() {
    let text =
        "一、甲工作\n（一）强化领导。为了落实。\n狠抓学习。镇里十分重视。\n（三）规范执法。为了公正。\n二、乙工作";
    assert_eq!(restored(text), [(Some(2), "狠抓学习", "（二）".into())]);
    let text = "1．甲工作\n今年很好。\n乙工作\n今年也好。\n３．丙工作\n都很好。";
    assert_eq!(restored(text), [(Some(2), "乙工作", "２．".into())]);
}

#[test]
fn where_two_lines_could_be_it_nothing_is_changed() {
    assert_eq!(restored("1.甲工作\n很好。\n乙工作\n也好。\n丙工作\n都好。\n3.丁工作\n好。"), []);
}
