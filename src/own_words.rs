//! The user's own words: units that are in no table, and names whose numbers are no figures.

use crate::chars::{after, before, digit, han_digit, han_power};
use crate::lines::Line;
use crate::numeral;
use crate::options::Options;
use crate::order::by_bytes;
use crate::report::Reason;
use crate::search::Search;
use crate::span::Span;
use crate::stretches::Taken;
use crate::traditional::simplified;
use crate::work;
use alloc::string::String;
use alloc::vec::Vec;

/// The words of an [`Options`], in order, as the view of a text writes them.
#[derive(Debug)]
pub(crate) struct OwnWords {
    units: Vec<String>,
    names: Vec<String>,
    /// A bit for the low bits of each character that a name begins with: most places are told by it.
    sieve: u64,
}

impl OwnWords {
    /// No words.
    pub(crate) const NONE: OwnWords = OwnWords { units: Vec::new(), names: Vec::new(), sieve: 0 };

    pub(crate) fn of(options: &Options) -> OwnWords {
        let mut names = in_order(&options.names);
        // A name without a number has none to leave alone.
        names.retain(|name| name.has_if(&numeral::begins));
        let sieve = names.iter().filter_map(|name| name.chars().next()).fold(0, |sieve, ch| sieve | sieve_bit(ch));
        OwnWords { units: in_order(&options.units), names, sieve }
    }

    /// The longest of the units, of fewer than `limit` bytes, that `rest` begins with.
    pub(crate) fn unit(&self, rest: &str, limit: usize) -> Option<&str> {
        longest(&self.units, &rest.as_bytes()[..rest.len().min(limit.saturating_sub(1))])
    }

    /// Where the names stand in `lines`, the longest at each place, into `out`.
    pub(crate) fn find_names(&self, text: &str, lines: &[Line], out: &mut Vec<Taken>) {
        if self.names.is_empty() {
            return;
        }
        for line in lines {
            work::done(line.words.len());
            let mut at = line.words.start as usize;
            let end = line.words.end as usize;
            while let Some(ch) = after(text, at).filter(|_| at < end) {
                let may = self.sieve & sieve_bit(ch) != 0;
                let name = if may { longest(&self.names, &text.as_bytes()[at..end]) } else { None };
                let name = name.map_or(0, str::len);
                let span = Span::new(at, at + name);
                if name > 0 && holds_whole_numbers(text, span) {
                    out.push((span, Reason::Name));
                    at += name;
                } else {
                    at += ch.len_utf8();
                }
            }
        }
    }
}

fn sieve_bit(ch: char) -> u64 {
    1 << (ch as u32 % 64)
}

/// `words` without the empty ones, simplified and sorted.
fn in_order(words: &[String]) -> Vec<String> {
    let seen = |word: &String| word.trim().chars().map(|ch| simplified(ch).unwrap_or(ch)).collect();
    let mut words: Vec<String> = words.iter().map(seen).filter(|word: &String| !word.is_empty()).collect();
    by_bytes(&mut words);
    words
}

/// The longest of `words`, which are in order, that `rest` begins with. Each round shortens what it may be, so that there
/// are no more rounds than the longest word has bytes, however many words there are.
fn longest<'w>(words: &'w [String], mut rest: &[u8]) -> Option<&'w str> {
    loop {
        let at = words.partition_point(|word| word.as_bytes() <= rest);
        let word = words.get(at.checked_sub(1)?)?;
        let common = word.bytes().zip(rest).take_while(|(a, b)| a == *b).count();
        work::done(common + 1);
        if common == word.len() {
            return Some(word);
        }
        rest = rest.get(..common)?;
    }
}

/// Whether `span` cuts no number in two: 8路 stands in 18路 and in 1.8路, and is no part of them.
pub(crate) fn holds_whole_numbers(text: &str, span: Span) -> bool {
    let (start, end) = (span.start as usize, span.end as usize);
    !goes_on(text, start) && !goes_on(text, end)
}

/// Whether a number goes on over byte `at`.
fn goes_on(text: &str, at: usize) -> bool {
    let is_digit = |ch: char| digit(ch).is_some();
    // 统一三项制度: 一 ends a word far more often than the first half of a number.
    let is_han = |ch: char| han_power(ch).is_some() || ch != '一' && han_digit(ch).is_some();
    let (Some(left), Some(right)) = (before(text, at), after(text, at)) else { return false };
    let point = |ch: char, at: usize| {
        ch == '.' && before(text, at).is_some_and(is_digit) && after(text, at + 1).is_some_and(is_digit)
            || ch == ','
                && before(text, at).is_some_and(is_digit)
                && text.get(at..).is_some_and(numeral::is_thousands_group)
    };
    is_digit(left) && is_digit(right)
        || is_han(left) && (is_han(right) || right == '一')
        || point(right, at)
        || point(left, at - left.len_utf8())
}
