//! Searches for one of a few characters or words. The methods of `str` do this too, but each set that is given to them
//! becomes a search of its own in the wasm; these are shared, and their sets are plain text.

use crate::chars::{find_bytes, one_of};

/// Sets of characters are a string of them; sets of words are a string too, a space between two words.
pub(crate) trait Search {
    /// Whether one of the characters stands in the text.
    fn has_of(&self, set: &str) -> bool;
    /// Whether the text begins with one of the characters.
    fn starts_of(&self, set: &str) -> bool;
    /// Whether the text ends with one of the characters.
    fn ends_of(&self, set: &str) -> bool;
    /// Where the first of the characters stands.
    fn find_of(&self, set: &str) -> Option<usize>;
    /// Where the last of the characters stands.
    fn rfind_of(&self, set: &str) -> Option<usize>;
    /// The text behind its first character, where that is one of these.
    fn strip_start_of(&self, set: &str) -> Option<&str>;
    /// The text before its last character, where that is one of these.
    fn strip_end_of(&self, set: &str) -> Option<&str>;
    /// The text without these characters at its start.
    fn trim_start_of(&self, set: &str) -> &str;
    /// The text without these characters at its end.
    fn trim_end_of(&self, set: &str) -> &str;
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
    fn is_any(&self, words: &str) -> bool;
    /// Whether one of the words stands in the text.
    fn has_any(&self, words: &str) -> bool;
    /// The first of the words that the text begins with.
    fn start_among<'w>(&self, words: &'w str) -> Option<&'w str>;
    /// The first of the words that the text ends with.
    fn end_among<'w>(&self, words: &'w str) -> Option<&'w str>;
    /// Whether the text begins with one of the words.
    fn starts_with_any(&self, words: &str) -> bool;
    /// Whether the text ends with one of the words.
    fn ends_with_any(&self, words: &str) -> bool;
    /// The text behind the first of the words that it begins with.
    fn strip_start_any(&self, words: &str) -> Option<&str>;
    /// The text before the first of the words that it ends with.
    fn strip_end_any(&self, words: &str) -> Option<&str>;
}

impl Search for str {
    fn has_of(&self, set: &str) -> bool {
        self.find_of(set).is_some()
    }

    fn starts_of(&self, set: &str) -> bool {
        one_of(self.chars().next(), set)
    }

    fn ends_of(&self, set: &str) -> bool {
        one_of(self.chars().next_back(), set)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn find_of(&self, set: &str) -> Option<usize> {
        let may = tails(set);
        self.char_indices().find(|(_, ch)| may & tail(*ch) != 0 && one_of(Some(*ch), set)).map(|(at, _)| at)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn rfind_of(&self, set: &str) -> Option<usize> {
        let may = tails(set);
        self.char_indices().rfind(|(_, ch)| may & tail(*ch) != 0 && one_of(Some(*ch), set)).map(|(at, _)| at)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn strip_start_of(&self, set: &str) -> Option<&str> {
        let mut chars = self.chars();
        one_of(chars.next(), set).then_some(chars.as_str())
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn strip_end_of(&self, set: &str) -> Option<&str> {
        let mut chars = self.chars();
        one_of(chars.next_back(), set).then_some(chars.as_str())
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn trim_start_of(&self, set: &str) -> &str {
        let mut rest = self;
        while let Some(shorter) = rest.strip_start_of(set) {
            rest = shorter;
        }
        rest
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn trim_end_of(&self, set: &str) -> &str {
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
        self.find(is)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn rfind_if(&self, is: &dyn Fn(char) -> bool) -> Option<usize> {
        self.rfind(is)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn trim_start_if(&self, is: &dyn Fn(char) -> bool) -> &str {
        self.trim_start_matches(is)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn trim_end_if(&self, is: &dyn Fn(char) -> bool) -> &str {
        self.trim_end_matches(is)
    }

    fn trim_if(&self, is: &dyn Fn(char) -> bool) -> &str {
        self.trim_start_if(is).trim_end_if(is)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn is_any(&self, words: &str) -> bool {
        each(words, |word| word == self.as_bytes()).is_some()
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn has_any(&self, words: &str) -> bool {
        each(words, |word| find_bytes(self.as_bytes(), word).is_some()).is_some()
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn start_among<'w>(&self, words: &'w str) -> Option<&'w str> {
        let (text, list) = (self.as_bytes(), words.as_bytes());
        let mut start = 0;
        while start < list.len() {
            let mut at = start;
            while list.get(at).is_some_and(|byte| *byte != b' ' && text.get(at - start) == Some(byte)) {
                at += 1;
            }
            if list.get(at).is_none_or(|byte| *byte == b' ') {
                return words.get(start..at);
            }
            start = next_word(list, at);
        }
        None
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn end_among<'w>(&self, words: &'w str) -> Option<&'w str> {
        let text = self.as_bytes();
        each(words, |word| {
            text.last() == word.last() && text.len().checked_sub(word.len()).is_some_and(|at| begins(&text[at..], word))
        })
    }

    fn starts_with_any(&self, words: &str) -> bool {
        self.start_among(words).is_some()
    }

    fn ends_with_any(&self, words: &str) -> bool {
        self.end_among(words).is_some()
    }

    fn strip_start_any(&self, words: &str) -> Option<&str> {
        self.get(self.start_among(words)?.len()..)
    }

    fn strip_end_any(&self, words: &str) -> Option<&str> {
        self.get(..self.len() - self.end_among(words)?.len())
    }
}

/// Whether `text` begins with `word`. Two words differ in their first bytes nearly always: a loop is quicker than a call.
pub(crate) fn begins(text: &[u8], word: &[u8]) -> bool {
    text.len() >= word.len() && text.iter().zip(word).all(|(a, b)| a == b)
}

/// One bit of 64 for a character: the six bits that its last byte tells.
fn tail(ch: char) -> u64 {
    1 << (ch as u32 & 63)
}

/// The bits of a set's characters: a character without one of them is not in it, which spares nearly every look at the set.
fn tails(set: &str) -> u64 {
    set.chars().fold(0, |bits, ch| bits | tail(ch))
}

/// The start of the word behind the one that `at` lies in.
fn next_word(list: &[u8], mut at: usize) -> usize {
    // Most characters have three bytes, and none of these is a space.
    while let Some(byte) = list.get(at).filter(|byte| **byte != b' ') {
        at += if *byte >= 0xE0 { 3 } else { 1 };
    }
    at + 1
}

/// The first of the words that `is` holds of.
fn each(words: &str, is: impl Fn(&[u8]) -> bool) -> Option<&str> {
    let bytes = words.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let end = next_word(bytes, start) - 1;
        if bytes.get(start..end).is_some_and(&is) {
            return words.get(start..end);
        }
        start = end + 1;
    }
    None
}
