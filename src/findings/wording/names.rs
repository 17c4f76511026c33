//! The name of the place where it lost a character, or has another.

use crate::chars::is_han;
use crate::compose::Part;
use crate::concordance::Letters;
use crate::findings::{Findings, Subject};
use crate::rules::Rule;
use crate::search::{Search, words};
use crate::span::Span;
use alloc::string::String;

/// The place's name without its first character: 溪镇 for 青溪镇; or with another in its middle.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let Some(place) = subject.metadata.place.as_deref() else { return };
    let mut chars = place.chars();
    let Some(lost) = chars.next() else { return };
    let rest = chars.as_str();
    if !out.is_on(Rule::NameInconsistent) || !(2..=4).contains(&rest.chars().count()) || place_word(rest) {
        return;
    }
    // Such a name ends with one of the characters that are watched.
    let Some(last) = rest.chars().next_back() else { return };
    let Some(watched) = Letters::one(last) else { return };
    let town = rest.chars().count() == 2 && matches!(last, '镇' | '乡');
    // 青西镇 in a report of 青溪镇: one that comes again, or is a part of a longer name, is another place.
    let (mut others, mut changed) = (0, Span::default());
    // Where the last name ended, whole or shortened: two do not overlap.
    let (mut whole_to, mut rest_to) = (0, 0);
    for (line, at) in subject.places_of(&watched) {
        let end = at + last.len_utf8();
        let left = &subject.text[Span { end: end as u32, ..line }];
        let Some(lead) = left.strip_suffix(rest) else {
            let mut chars = subject.text[Span { end: at as u32, ..line }].chars();
            if town && chars.next_back().is_some_and(is_han) && chars.next_back() == Some(lost) {
                let start = line.start as usize + chars.as_str().len();
                others += 1 + u32::from(chars.next_back().is_some_and(is_han));
                changed = Span::new(start, end);
            }
            continue;
        };
        if lead.ends_with(lost) && end >= whole_to + place.len() {
            whole_to = end;
            shortened_government(subject, Span { start: end as u32, ..line }, out);
        }
        if end < rest_to + rest.len() {
            continue;
        }
        rest_to = end;
        // Behind another character it may be another name.
        if lead.ends_if(&is_han) {
            continue;
        }
        let span = Span::new(end - rest.len(), end);
        let sentence = &["“{0}”疑缺字，别处作“{1}”。", "“{0}” seems to have lost a character; elsewhere it is “{1}”."];
        let (parts, at): ([&dyn Part; 2], _) = ([&rest, &place], Span { end: span.start, ..span });
        out.say_mended(Rule::NameInconsistent, span, sentence, &parts, at, String::from(lost));
    }
    if others == 1 {
        let sentence =
            &["“{0}”疑有误，别处作“{1}”，请核对。", "“{0}” seems to be wrong; elsewhere it is “{1}”; please check."];
        out.say(Rule::NameInconsistent, changed, sentence, &[&&subject.text[changed], &place]);
    }
}

/// 青溪镇人政府: the name of the government without one of its characters, in what stands `behind` the place.
fn shortened_government(subject: &Subject<'_, '_>, behind: Span, out: &mut Findings<'_, '_>) {
    if let Some(found) = subject.text[behind].start_among(words!("人政府 民政府 人民府")) {
        let span = Span { end: behind.start + found.len() as u32, ..behind };
        let sentence = &["“{0}”疑缺字，应为“{1}”。", "“{0}” seems to have lost a character; it should be “{1}”."];
        out.say_right(Rule::NameInconsistent, span, sentence, "人民政府");
    }
}

/// What is left is a word of its own: 城区 of 东城区.
fn place_word(rest: &str) -> bool {
    rest.is_any(words!("城区 新区 街道 开发区 市区 县城 江县 河镇"))
}
