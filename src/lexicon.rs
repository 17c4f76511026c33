//! Tables of words, laid out when the crate is compiled, and the longest match in them.
//!
//! A table is one string. Its words stand in buckets, by the last bits of the character that is matched first; in a
//! bucket the longer word comes first, so that the first to match is the longest. Before each word stand its length and
//! the number of its value, both as characters below 128: a third of what rows of pointers take.

use crate::chars::width;
use crate::search::begins;
use crate::work;

/// The words of a table as they are declared: by their values.
type Groups = [&'static [&'static str]];

/// What stands before each word.
const HEAD: usize = 2;

/// How many words there are, and how many bytes they take with their heads.
pub(crate) const fn measure(groups: &Groups) -> (usize, usize) {
    let (mut words, mut bytes) = (0, 0);
    let mut group = 0;
    while group < groups.len() {
        let mut at = 0;
        while at < groups[group].len() {
            words += 1;
            bytes += HEAD + groups[group][at].len();
            at += 1;
        }
        group += 1;
    }
    (words, bytes)
}

/// How many buckets so many words are given.
pub(crate) const fn buckets(words: usize) -> usize {
    let some = (words / 4).next_power_of_two();
    if some < 256 { some } else { 256 }
}

/// How many remainders of characters a table tells apart before it looks into a bucket.
const SIEVED: usize = 512;

/// One bit for each remainder that the first, or last, characters of a table's words leave.
pub(crate) type Sieve = [u64; SIEVED / 64];

/// The last bits of a word's first or last character, as [`low_bits`] tells them.
const fn remainder(word: &[u8], from_end: bool) -> usize {
    let mut last = if from_end { word.len() - 1 } else { 0 };
    while !from_end && last + 1 < word.len() && word[last + 1] & 0xC0 == 0x80 {
        last += 1;
    }
    if word[last] < 0x80 { word[last] as usize } else { (word[last - 1] as usize) << 6 | word[last] as usize & 0x3F }
}

/// A word on its way into the table.
#[derive(Clone, Copy)]
struct Row {
    bucket: usize,
    word: &'static [u8],
    group: usize,
}

impl Row {
    /// Whether `self` stands behind `other`: by bucket, the longer first, then by bytes (alike words side by side
    /// compress better).
    const fn is_behind(&self, other: &Row) -> bool {
        if self.bucket != other.bucket {
            return self.bucket > other.bucket;
        }
        if self.word.len() != other.word.len() {
            return self.word.len() < other.word.len();
        }
        let mut at = 0;
        while at < self.word.len() {
            if self.word[at] != other.word[at] {
                return self.word[at] > other.word[at];
            }
            at += 1;
        }
        false
    }
}

/// The words of `groups` laid out, where each bucket starts (the last of the starts is the end), and the sieve.
pub(crate) const fn layout<const WORDS: usize, const BYTES: usize, const STARTS: usize>(
    groups: &Groups,
    from_end: bool,
) -> ([u8; BYTES], [u16; STARTS], Sieve) {
    assert!(groups.len() < 128 && BYTES <= u16::MAX as usize);
    let mut rows = [Row { bucket: 0, word: &[], group: 0 }; WORDS];
    let (mut filled, mut group) = (0, 0);
    while group < groups.len() {
        let mut at = 0;
        while at < groups[group].len() {
            let word = groups[group][at].as_bytes();
            assert!(!word.is_empty() && word.len() < 128);
            rows[filled] = Row { bucket: remainder(word, from_end) & (STARTS - 2), word, group };
            filled += 1;
            at += 1;
        }
        group += 1;
    }
    // A comb sort: short, and quick enough for the compiler.
    let (mut gap, mut swapped) = (WORDS, true);
    while gap > 1 || swapped {
        gap = if gap * 10 / 13 > 1 { gap * 10 / 13 } else { 1 };
        swapped = false;
        let mut low = 0;
        while low + gap < WORDS {
            if rows[low].is_behind(&rows[low + gap]) {
                (rows[low], rows[low + gap]) = (rows[low + gap], rows[low]);
                swapped = true;
            }
            low += 1;
        }
    }
    let (mut bytes, mut starts, mut sieve) = ([0; BYTES], [0; STARTS], [0; SIEVED / 64]);
    let (mut end, mut row, mut bucket) = (0, 0, 0);
    while bucket < STARTS - 1 {
        while row < WORDS && rows[row].bucket == bucket {
            let low = remainder(rows[row].word, from_end) % SIEVED;
            sieve[low / 64] |= 1 << (low % 64);
            bytes[end] = rows[row].word.len() as u8;
            bytes[end + 1] = rows[row].group as u8;
            end += HEAD;
            let mut at = 0;
            while at < rows[row].word.len() {
                bytes[end] = rows[row].word[at];
                end += 1;
                at += 1;
            }
            row += 1;
            assert!(row == WORDS || rows[row].is_behind(&rows[row - 1]), "a word stands twice in a table");
        }
        bucket += 1;
        starts[bucket] = end as u16;
    }
    (bytes, starts, sieve)
}

/// The last bits of the character that `text` begins with, or ends with: what [`remainder`] takes of a word.
#[inline(always)]
fn low_bits(text: &[u8], at_end: bool) -> Option<usize> {
    let last = if at_end { text.len().checked_sub(1)? } else { width(*text.first()?) - 1 };
    let byte = usize::from(*text.get(last)?);
    if byte < 0x80 { Some(byte) } else { Some(usize::from(*text.get(last.wrapping_sub(1))?) << 6 | byte & 0x3F) }
}

/// The words of a table.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) text: &'static str,
    pub(crate) starts: &'static [u16],
    pub(crate) sieve: Sieve,
}

impl Words {
    /// The longest word below `limit` bytes that `text` begins with, or ends with, and the number of its value.
    #[inline(never)]
    fn find(&self, text: &str, limit: usize, at_end: bool) -> Option<(&'static str, usize)> {
        work::done(16);
        let low = low_bits(text.as_bytes(), at_end)?;
        if self.sieve[low % SIEVED / 64] >> (low % 64) & 1 == 0 {
            return None;
        }
        let bucket = low & self.starts.len().checked_sub(2)?;
        let mut at = usize::from(*self.starts.get(bucket)?);
        let mut rest = self.text.as_bytes().get(at..usize::from(*self.starts.get(bucket + 1)?))?;
        while let [length, group, words @ ..] = rest {
            let (word, behind) = words.split_at_checked(usize::from(*length))?;
            at += HEAD;
            let part = if at_end { text.len().wrapping_sub(word.len()) } else { 0 };
            let matches = text.as_bytes().get(part..).is_some_and(|part| begins(part, word));
            if word.len() < limit && matches {
                return Some((self.text.get(at..at + word.len())?, usize::from(*group)));
            }
            at += word.len();
            rest = behind;
        }
        None
    }
}

/// A table of words, each with what is known of it.
#[derive(Debug)]
pub(crate) struct Lexicon<T: 'static> {
    pub(crate) words: Words,
    pub(crate) values: &'static [T],
}

impl<T: Copy> Lexicon<T> {
    /// The longest word that `rest` begins with.
    pub(crate) fn longest(&self, rest: &str) -> Option<(&'static str, T)> {
        self.longest_below(rest, usize::MAX)
    }

    /// The longest word of fewer than `limit` bytes that `rest` begins with.
    pub(crate) fn longest_below(&self, rest: &str, limit: usize) -> Option<(&'static str, T)> {
        let found = self.words.find(rest, limit, false);
        found.and_then(|(word, group)| Some((word, *self.values.get(group)?)))
    }
}

/// A table of words that are matched by their ends, each with what is known of it.
#[derive(Debug)]
pub(crate) struct Endings<T: 'static> {
    pub(crate) words: Words,
    pub(crate) values: &'static [T],
}

impl<T: Copy> Endings<T> {
    /// The longest word that `text` ends with.
    pub(crate) fn longest(&self, text: &str) -> Option<(&'static str, T)> {
        self.longest_below(text, usize::MAX)
    }

    /// The longest word of fewer than `limit` bytes that `text` ends with.
    pub(crate) fn longest_below(&self, text: &str, limit: usize) -> Option<(&'static str, T)> {
        let found = self.words.find(text, limit, true);
        found.and_then(|(word, group)| Some((word, *self.values.get(group)?)))
    }
}

/// Declares a [`Lexicon`], or [`Endings`]: `lexicon!(NAME: Type { value: "word" "word"; … })`.
macro_rules! lexicon {
    ($(#[$meta:meta])* $name:ident: $Type:ty { $($rows:tt)+ }) => {
        lexicon!($(#[$meta])* $name: Lexicon<$Type>, false, { $($rows)+ });
    };
    ($(#[$meta:meta])* endings $name:ident: $Type:ty { $($rows:tt)+ }) => {
        lexicon!($(#[$meta])* $name: Endings<$Type>, true, { $($rows)+ });
    };
    ($(#[$meta:meta])* $name:ident: $Table:ident<$Type:ty>, $from_end:literal, { $($value:expr => $($word:literal)+;)+ }) => {
        $(#[$meta])*
        pub(crate) static $name: $crate::lexicon::$Table<$Type> = {
            use $crate::lexicon::{Sieve, Words, buckets, layout, measure};
            use $crate::search::as_text;
            const GROUPS: &[&[&str]] = &[$(&[$($word),+]),+];
            const SIZE: (usize, usize) = measure(GROUPS);
            const LAYOUT: ([u8; SIZE.1], [u16; buckets(SIZE.0) + 1], Sieve) = layout::<{ SIZE.0 }, _, _>(GROUPS, $from_end);
            static TEXT: [u8; SIZE.1] = LAYOUT.0;
            static STARTS: [u16; buckets(SIZE.0) + 1] = LAYOUT.1;
            $crate::lexicon::$Table { words: Words { text: as_text(&TEXT), starts: &STARTS, sieve: LAYOUT.2 }, values: &[$($value),+] }
        };
    };
}
pub(crate) use lexicon;
