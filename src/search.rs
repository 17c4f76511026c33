//! Searches for one of a few characters or words. The methods of `str` do this too, but each set that is given to them
//! becomes a search of its own in the wasm; these are shared, and their sets are plain text with a few bits beside it
//! that spare nearly every look at the text.

use crate::chars::{Set, is_encoded_in, one_of, step_back, tail, width};
use crate::work;
use core::str;

/// A few words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    /// The words, before each its length in bytes as a character; where several fit, the first is taken.
    list: &'static str,
    /// The bits of their first and of their last characters.
    firsts: u64,
    lasts: u64,
}

/// `list`, whose words have a space between two of them, with their lengths before them: so that a search goes from one
/// word to the next without looking for its end. `N` is one more than the length of `list`.
pub(crate) const fn laid_out<const N: usize>(list: &str) -> [u8; N] {
    let (bytes, mut out) = (list.as_bytes(), [0; N]);
    let (mut length, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] == b' ' {
            length = at + 1;
        } else {
            out[at + 1] = bytes[at];
            out[length] += 1;
            // It is a character below 128.
            assert!(out[length] < 0x80, "a word is too long");
        }
        at += 1;
    }
    out
}

/// A table that is made of words and of characters below 128, and so is text.
pub(crate) const fn as_text(layout: &'static [u8]) -> &'static str {
    match str::from_utf8(layout) {
        Ok(text) => text,
        Err(_) => "",
    }
}

impl Words {
    /// The words of a list that is [`laid_out`].
    pub(crate) const fn of(list: &'static [u8]) -> Words {
        let (mut firsts, mut lasts, mut start) = (0, 0, 0);
        while start < list.len() {
            let end = start + 1 + list[start] as usize;
            let mut first = start + 1;
            while first + 1 < end && list[first + 1] & 0xC0 == 0x80 {
                first += 1;
            }
            assert!(first < end, "a word is empty");
            firsts |= tail(list[first]);
            lasts |= tail(list[end - 1]);
            start = end;
        }
        Words { list: as_text(list), firsts, lasts }
    }

    /// The words, in their order.
    pub(crate) fn each(&self) -> impl Iterator<Item = &'static str> + use<> {
        let mut rest = self.list;
        core::iter::from_fn(move || {
            let length = usize::from(*rest.as_bytes().first()?);
            let word = rest.get(1..=length)?;
            rest = rest.get(1 + length..)?;
            Some(word)
        })
    }

    /// Whether one of them may begin with `ch`: false for most characters that none begins with.
    #[inline(always)]
    pub(crate) const fn may_begin(&self, ch: char) -> bool {
        self.firsts >> (ch as u32 & 63) & 1 > 0
    }
}

/// The [`Set`](crate::chars::Set) of a literal, made by the compiler.
macro_rules! set {
    ($list:expr) => {
        &const { $crate::chars::Set::of($list) }
    };
}
pub(crate) use set;

/// The [`Words`] of a literal, made by the compiler.
macro_rules! words {
    ($list:expr) => {{
        const LIST: [u8; $list.len() + 1] = $crate::search::laid_out($list);
        &const { $crate::search::Words::of(&LIST) }
    }};
}
pub(crate) use words;

/// The bit of the character that `text` begins with.
#[inline(always)]
fn head_bit(text: &[u8]) -> u64 {
    let last = match text.first() {
        None => return 0,
        Some(0..0x80) => text.first(),
        Some(0xE0..0xF0) => text.get(2),
        Some(0..0xE0) => text.get(1),
        Some(_) => text.get(3),
    };
    last.map_or(0, |last| tail(*last))
}

/// The searches.
pub(crate) trait Search {
    /// Whether one of the characters stands in the text.
    fn has_of(&self, set: &Set) -> bool;
    /// Whether the text begins with one of the characters.
    fn starts_of(&self, set: &Set) -> bool;
    /// Whether the text ends with one of the characters.
    fn ends_of(&self, set: &Set) -> bool;
    /// Where the first of the characters stands.
    fn find_of(&self, set: &Set) -> Option<usize>;
    /// Where the last of the characters stands.
    fn rfind_of(&self, set: &Set) -> Option<usize>;
    /// The text behind its first character, where that is one of these.
    fn strip_start_of(&self, set: &Set) -> Option<&str>;
    /// The text before its last character, where that is one of these.
    fn strip_end_of(&self, set: &Set) -> Option<&str>;
    /// The text without these characters at its start.
    fn trim_start_of(&self, set: &Set) -> &str;
    /// The text without these characters at its end.
    fn trim_end_of(&self, set: &Set) -> &str;
    /// Whether a character stands in the text that `is` holds of.
    fn has_if(&self, is: &dyn Fn(char) -> bool) -> bool;
    /// Whether `is` holds of the first character.
    fn starts_if(&self, is: &dyn Fn(char) -> bool) -> bool;
    /// Whether `is` holds of the last character.
    fn ends_if(&self, is: &dyn Fn(char) -> bool) -> bool;
    /// Where the first character stands that `is` holds of.
    fn find_if(&self, is: &dyn Fn(char) -> bool) -> Option<usize>;
    /// Where the last character stands that `is` holds of.
    fn rfind_if(&self, is: &dyn Fn(char) -> bool) -> Option<usize>;
    /// The text without the characters at its start that `is` holds of.
    fn trim_start_if(&self, is: &dyn Fn(char) -> bool) -> &str;
    /// The text without the characters at its end that `is` holds of.
    fn trim_end_if(&self, is: &dyn Fn(char) -> bool) -> &str;
    /// The text without the characters at both ends that `is` holds of.
    fn trim_if(&self, is: &dyn Fn(char) -> bool) -> &str;
    /// Whether the text is one of the words.
    fn is_any(&self, words: &Words) -> bool;
    /// Whether one of the words stands in the text.
    fn has_any(&self, words: &Words) -> bool;
    /// The last place where one of the words stands.
    fn rfind_any(&self, words: &Words) -> Option<usize>;
    /// The first of the words that the text begins with.
    fn start_among(&self, words: &Words) -> Option<&'static str>;
    /// The first of the words that the text ends with.
    fn end_among(&self, words: &Words) -> Option<&'static str>;
    /// Whether the text begins with one of the words.
    fn starts_with_any(&self, words: &Words) -> bool;
    /// Whether the text ends with one of the words.
    fn ends_with_any(&self, words: &Words) -> bool;
    /// The text behind the first of the words that it begins with.
    fn strip_start_any(&self, words: &Words) -> Option<&str>;
    /// The text before the first of the words that it ends with.
    fn strip_end_any(&self, words: &Words) -> Option<&str>;
}

impl Search for str {
    fn has_of(&self, set: &Set) -> bool {
        self.find_of(set).is_some()
    }

    fn starts_of(&self, set: &Set) -> bool {
        one_of(self.chars().next(), set)
    }

    fn ends_of(&self, set: &Set) -> bool {
        one_of(self.chars().next_back(), set)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn find_of(&self, set: &Set) -> Option<usize> {
        let bytes = self.as_bytes();
        let mut at = 0;
        while let Some(first) = bytes.get(at) {
            let end = at + width(*first);
            let ch = bytes.get(at..end)?;
            if set.may_end(*ch.last()?) && is_encoded_in(ch, set.list) {
                return Some(at);
            }
            at = end;
        }
        None
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn rfind_of(&self, set: &Set) -> Option<usize> {
        let bytes = self.as_bytes();
        let mut end = bytes.len();
        while end > 0 {
            let at = step_back(self, end, 1);
            let ch = bytes.get(at..end)?;
            if set.may_end(*ch.last()?) && is_encoded_in(ch, set.list) {
                return Some(at);
            }
            end = at;
        }
        None
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn strip_start_of(&self, set: &Set) -> Option<&str> {
        let ch = self.as_bytes().get(..width(*self.as_bytes().first()?))?;
        let is = set.may_end(*ch.last()?) && is_encoded_in(ch, set.list);
        self.get(ch.len()..).filter(|_| is)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn strip_end_of(&self, set: &Set) -> Option<&str> {
        let at = step_back(self, self.len(), 1);
        let ch = self.as_bytes().get(at..)?;
        let is = set.may_end(*ch.last()?) && is_encoded_in(ch, set.list);
        self.get(..at).filter(|_| is)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn trim_start_of(&self, set: &Set) -> &str {
        let mut rest = self;
        while let Some(shorter) = rest.strip_start_of(set) {
            rest = shorter;
        }
        rest
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn trim_end_of(&self, set: &Set) -> &str {
        let mut rest = self;
        while let Some(shorter) = rest.strip_end_of(set) {
            rest = shorter;
        }
        rest
    }

    fn has_if(&self, is: &dyn Fn(char) -> bool) -> bool {
        self.find_if(is).is_some()
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn starts_if(&self, is: &dyn Fn(char) -> bool) -> bool {
        self.chars().next().is_some_and(is)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn ends_if(&self, is: &dyn Fn(char) -> bool) -> bool {
        self.chars().next_back().is_some_and(is)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn find_if(&self, is: &dyn Fn(char) -> bool) -> Option<usize> {
        let mut chars = self.char_indices();
        chars.find(|(_, ch)| is(*ch)).map(|(at, _)| at)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn rfind_if(&self, is: &dyn Fn(char) -> bool) -> Option<usize> {
        let mut chars = self.char_indices();
        chars.rfind(|(_, ch)| is(*ch)).map(|(at, _)| at)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn trim_start_if(&self, is: &dyn Fn(char) -> bool) -> &str {
        let mut chars = self.chars();
        loop {
            let rest = chars.as_str();
            if !chars.next().is_some_and(is) {
                return rest;
            }
        }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn trim_end_if(&self, is: &dyn Fn(char) -> bool) -> &str {
        let mut chars = self.chars();
        loop {
            let rest = chars.as_str();
            if !chars.next_back().is_some_and(is) {
                return rest;
            }
        }
    }

    fn trim_if(&self, is: &dyn Fn(char) -> bool) -> &str {
        self.trim_start_if(is).trim_end_if(is)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn is_any(&self, words: &Words) -> bool {
        head_bit(self.as_bytes()) & words.firsts > 0 && first_word(words.list, |word| word == self.as_bytes()).is_some()
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn has_any(&self, words: &Words) -> bool {
        work::done(self.len());
        let may_begin = |last: u8| tail(last) & words.firsts > 0;
        let mut rest = self.as_bytes();
        loop {
            let (may, behind) = match rest {
                [0xE0..0xF0, _, last, behind @ ..] => (may_begin(*last), behind),
                [first @ 0..0x80, behind @ ..] => (may_begin(*first), behind),
                [first, ..] => (head_bit(rest) & words.firsts > 0, rest.get(width(*first)..).unwrap_or_default()),
                [] => return false,
            };
            if may && start_in(rest, words.list).is_some() {
                return true;
            }
            rest = behind;
        }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn rfind_any(&self, words: &Words) -> Option<usize> {
        work::done(self.len());
        let bytes = self.as_bytes();
        let mut end = bytes.len();
        loop {
            // The last byte of a character tells whether a word may begin with it.
            let last = *bytes.get(end.checked_sub(1)?)?;
            let at = step_back(self, end, 1);
            if tail(last) & words.firsts > 0 && start_in(bytes.get(at..)?, words.list).is_some() {
                return Some(at);
            }
            end = at;
        }
    }

    #[inline]
    fn start_among(&self, words: &Words) -> Option<&'static str> {
        if head_bit(self.as_bytes()) & words.firsts == 0 {
            return None;
        }
        start_in(self.as_bytes(), words.list)
    }

    #[inline]
    fn end_among(&self, words: &Words) -> Option<&'static str> {
        let text = self.as_bytes();
        if text.last().is_none_or(|last| tail(*last) & words.lasts == 0) {
            return None;
        }
        end_in(text, words.list)
    }

    fn starts_with_any(&self, words: &Words) -> bool {
        self.start_among(words).is_some()
    }

    fn ends_with_any(&self, words: &Words) -> bool {
        self.end_among(words).is_some()
    }

    fn strip_start_any(&self, words: &Words) -> Option<&str> {
        self.get(self.start_among(words)?.len()..)
    }

    fn strip_end_any(&self, words: &Words) -> Option<&str> {
        self.get(..self.len() - self.end_among(words)?.len())
    }
}

/// Whether `text` begins with `word`. Two words differ in their first bytes nearly always: a loop is quicker than a call.
#[inline(always)]
pub(crate) fn begins(text: &[u8], word: &[u8]) -> bool {
    let (mut text, mut word) = (text, word);
    while let ([a, behind @ ..], [b, rest @ ..]) = (text, word) {
        if a != b {
            return false;
        }
        (text, word) = (behind, rest);
    }
    word.is_empty()
}

/// The first of the words that the text begins with.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn start_in(text: &[u8], words: &'static str) -> Option<&'static str> {
    first_word(words, |word| begins(text, word))
}

/// The first of the words that the text ends with.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn end_in(text: &[u8], words: &'static str) -> Option<&'static str> {
    first_word(words, |word| {
        text.last() == word.last() && text.len().checked_sub(word.len()).is_some_and(|at| begins(&text[at..], word))
    })
}

/// The first of the words that `is` holds of.
#[inline(always)]
fn first_word(words: &'static str, is: impl Fn(&[u8]) -> bool) -> Option<&'static str> {
    let mut rest = words.as_bytes();
    let mut end = 0;
    while let [length, behind @ ..] = rest {
        let (word, others) = behind.split_at_checked(usize::from(*length))?;
        end += 1 + word.len();
        if is(word) {
            return words.get(end - word.len()..end);
        }
        rest = others;
    }
    None
}
