//! What should not be made public.

use crate::chars::{after, digit};
use crate::compose::compose;
use crate::findings::{Findings, Subject};
use crate::rules::Rule;
use crate::search::Search;
use crate::span::Span;
use alloc::vec::Vec;

/// What should not leave the office unasked.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    private_numbers(subject, out);
}

/// Telephone, mobile and identity numbers.
fn private_numbers(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    for line in subject.lines {
        let words = &subject.text[line.words];
        let mut at = 0;
        while let Some(ch) = after(words, at) {
            if digit(ch).is_none() {
                at += ch.len_utf8();
                continue;
            }
            let run = words[at..]
                .find_if(&|ch| digit(ch).is_none() && !matches!(ch, '-' | '－' | 'X' | 'x'))
                .map_or(words.len(), |length| at + length);
            let number = &words[at..run];
            if let Some(what) = private_kind(number, &words[..at]) {
                let from = line.words.start as usize;
                let message = compose!("含", what, "，公开前请确认是否需要隐去。");
                out.say(Rule::Privacy, Span::new(from + at, from + run), message);
            }
            at = run;
        }
    }
}

/// What a run of digits and hyphens is, by its shape and by the words before it.
fn private_kind(number: &str, left: &str) -> Option<&'static str> {
    let digits: Vec<u8> = number.chars().filter_map(digit).collect();
    let hyphens = number.chars().filter(|ch| matches!(ch, '-' | '－')).count();
    let letters = number.chars().filter(|ch| matches!(ch, 'X' | 'x')).count();
    match (digits.len(), hyphens, letters) {
        (18, 0, 0) | (17, 0, 1) if matches!(digits[6..8], [1, 9] | [2, 0]) => Some("身份证号码"),
        (11, 0, 0) if digits[0] == 1 && digits[1] >= 3 => Some("手机号码"),
        (10..=12, 1, 0) if digits[0] == 0 => Some("电话号码"),
        (7..=8, 0, 0) if left.ends_with_any("电话： 电话: 电话 传真： 传真:") => Some("电话号码"),
        _ => None,
    }
}
