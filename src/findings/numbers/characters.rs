//! What shows in the characters of a number, be it a figure or not.

use crate::chars::{after, before, digit, han_digit, han_power, is_han, one_of, step_on};
use crate::compose::compose;
use crate::findings::{Findings, SHOULD_BE};
use crate::marker;
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;
use alloc::string::String;

/// Full-width digits, .46, 11届4次, 三、四个.
#[derive(Debug, Default)]
pub(in crate::findings) struct Characters {
    /// How far the full-width digits are told.
    full_to: usize,
}

impl Characters {
    /// Looks at the character at byte `at` of a line.
    pub(in crate::findings) fn look(
        &mut self,
        line: Span,
        words: &str,
        at: usize,
        ch: char,
        out: &mut Findings<'_, '_>,
    ) {
        let start = line.start as usize + at;
        let previous = || before(words, at);
        match ch {
            '０'..='９' if start >= self.full_to => {
                let run = words[at..].find_if(&|ch| !is_full(ch)).map_or(words.len(), |length| at + length);
                // The point behind a marker's number is the marker's.
                let run = at + words[at..run].trim_end_of(set!("．")).len();
                self.full_to = start + run - at;
                let span = Span::new(start, start + run - at);
                let narrow: String = words[at..run].chars().map(narrow).collect();
                let sentence = &["数字应用半角。", "Digits should be half-width."];
                out.say_right(Rule::FullWidthDigit, span, sentence, narrow);
            }
            '.' if previous().is_some_and(is_han) => leading_point(words, at, start, out),
            '届' => meeting(words, at, start, out),
            '、' => approximate(words, at, start, previous(), out),
            'K' | 'k' | 'M' | 'm' | 'C' | 'c' if !previous().is_some_and(|ch| ch.is_ascii_alphabetic()) => {
                symbol(words, at, start, out);
            }
            _ => {}
        }
    }
}

fn is_full(ch: char) -> bool {
    matches!(ch, '０'..='９' | '．')
}

fn narrow(ch: char) -> char {
    digit(ch).map_or('.', |value| char::from(b'0' + value))
}

/// 增长.46%.
fn leading_point(words: &str, at: usize, start: usize, out: &mut Findings<'_, '_>) {
    let digits = words[at + 1..].chars().take(4).take_while(char::is_ascii_digit).count();
    let behind = after(words, at + 1 + digits);
    // 例.2 and a list's number have no unit behind them.
    if (1..=3).contains(&digits) && behind.is_some_and(|ch| is_han(ch) || one_of(Some(ch), set!("%％‰"))) {
        let found = &words[at..at + 1 + digits];
        let span = Span::new(start, start + found.len());
        out.say(Rule::LeadingPoint, span, SHOULD_BE, &[&found, &compose!("0", found)]);
    }
}

/// 11届4次: the numbers of meetings are words.
fn meeting(words: &str, at: usize, start: usize, out: &mut Findings<'_, '_>) {
    let number = |digits: &str| digits.parse::<u32>().ok().filter(|number| (1..100).contains(number));
    let left = &words[..at];
    let first = left.len() - left.bytes().rev().take(3).take_while(u8::is_ascii_digit).count();
    let behind = &words[at + '届'.len_utf8()..];
    // The body that meets may stand between: 16届人大2次会议. Where it held two, 召开 or 共 stands there.
    let near = &behind[..step_on(behind, 0, 16)];
    let from = near.find_if(&|ch| !is_han(ch)).unwrap_or(near.len());
    let body = near[..from].strip_suffix('第').unwrap_or(&near[..from]);
    let length = behind[from..].bytes().take(3).take_while(u8::is_ascii_digit).count();
    let rest = &behind[from + length..];
    let (Some(term), Some(session)) = (number(&left[first..]), number(&behind[from..from + length])) else { return };
    if (body.is_empty() || body.ends_with_any(words!("人大 政协 代会 大会 委会 委员会")))
        && rest.starts_with_any(words!("次全 次会 次代 次大 次常"))
    {
        let span = Span::new(start + first - at, start + '届'.len_utf8() + from + length);
        let right = compose!(marker::han_number(term), "届", &near[..from], marker::han_number(session));
        if from == 0 {
            out.say_right(Rule::MeetingNumber, span, SHOULD_BE, right);
        } else {
            let found = &words[first..at + '届'.len_utf8() + from + length];
            out.say(Rule::MeetingNumber, span, SHOULD_BE, &[&found, &right]);
        }
    }
}

/// The symbols of units whose letters have one right case.
const SYMBOLS: &str = "kW kWh kV kVA kg km mm cm";

/// 350KW, 12Kg: a symbol behind a number, in letters that it does not have.
fn symbol(words: &str, at: usize, start: usize, out: &mut Findings<'_, '_>) {
    let length = words[at..].bytes().take(4).take_while(u8::is_ascii_alphanumeric).count();
    let found = &words[at..at + length];
    let right = match found {
        "m2" | "M2" => "m²",
        "m3" | "M3" => "m³",
        _ => match SYMBOLS.split(' ').find(|symbol| symbol.eq_ignore_ascii_case(found)) {
            Some(right) => right,
            None => return,
        },
    };
    let left = words[..at].strip_end_any(words!("万 亿")).unwrap_or(&words[..at]);
    let left = left.trim_end_of(set!(" "));
    let number =
        left.len() - left.bytes().rev().take(12).take_while(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',')).count();
    // The name of a model has more letters or a hyphen before its digits, or behind them.
    let named = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_alphanumeric() || one_of(Some(ch), set!("-#")));
    if number < left.len()
        && found != right
        && !named(before(words, number))
        && !named(after(words, at + length))
        && left[number..].starts_if(&|ch| ch.is_ascii_digit())
    {
        let span = Span::new(start + number - at, start + length);
        out.say(Rule::UnitCase, span, SHOULD_BE, &[&found, &right]);
    }
}

/// 三、四个: two neighbours that say an approximate number. A list counts what it names: 二、三产业, 第三、四次.
fn approximate(words: &str, at: usize, start: usize, previous: Option<char>, out: &mut Findings<'_, '_>) {
    let behind = &words[at + '、'.len_utf8()..];
    let (Some(low), Some(high)) = (previous.and_then(han_digit), behind.chars().next().and_then(han_digit)) else {
        return;
    };
    let (from, width) = (at - '三'.len_utf8(), '三'.len_utf8());
    let lead = words[..from].chars().next_back();
    let counted = &behind[width.min(behind.len())..];
    let apart = lead.is_none_or(|ch| {
        one_of(Some(ch), set!("第、")) || han_digit(ch).is_some() || han_power(ch).is_some() || ch == '之'
    });
    let unit = counted.starts_with_any(words!("个 天 名 人 家 户 岁 倍 年 十 百 千 万 公里 米 次 件"))
        && !counted.starts_with_any(words!("次产 次会 次全 人称 百千 名师 年级 个方面 家庭"));
    if low > 0 && high == low + 1 && unit && !apart {
        let span = Span::new(start - width, start + '、'.len_utf8() + width);
        let right = compose!(&words[from..at], &behind[..width]);
        out.say(Rule::NumeralComma, span, SHOULD_BE, &[&&words[from..at + '、'.len_utf8() + width], &right]);
    }
}
