//! Where the characters stand that the rules look for. The text is looked through once; a rule then goes from one place to
//! the next and never sees the characters between them, which are four of five.

use crate::chars::{after, shows_nothing, three};
use crate::span::Span;
use crate::traditional::{self, PAIRS};
use crate::work;
use alloc::vec::Vec;

/// The characters whose places are kept: digits and numerals, stops, brackets and quotes, and with what the words begin
/// that rules look for in whole lines. A frequent character costs every rule a step; 的 and the like have no place here.
const WATCHED: &str = "\
    0123456789０１２３４５６７８９〇零○一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟兩億萬\
    。！？；;!?｡，,、：:﹐､．.（）()〔〕[]［］【】“”‘’「」『』《》〈〉﹝﹞\"＂{}<>&%％‰\
    \n\r\u{0B}\u{0C}\u{85}\u{2028}\u{2029}第首其再最几数半过近前今全年本去上下目截迄当到至升增降减提省市县区镇乡道州旗盟\
    @＠届…-－\t#*=/＞»›→|｜页辨版码备";

/// Characters that no rule needs to tell apart here, from the first to the last: each row is watched as one.
const ROWS: [(char, char); 6] = [('A', 'Z'), ('a', 'z'), ('Ⅰ', 'Ⅻ'), ('①', '⒛'), ('❶', '➉'), ('㈠', '㊉')];

/// How many characters there are at the most: their numbers are bytes, and 0 is everything else.
const MOST: usize = 256;

/// Characters below this have two levels of table; what is above is not watched.
const PAGE: usize = 64;
const PAGES: usize = 0x1_0000 / PAGE;

/// A character that is not watched, in place of those of four bytes.
const NONE: usize = PAGE * PAGES - 1;

/// The first Chinese character.
const HAN: usize = 0x3400;

/// The number of every character below 0x10000 as the compiler sees it; the wasm has the pages only that are used.
static NUMBERS: [u8; PAGE * PAGES] = {
    let mut numbers = [0; PAGE * PAGES];
    let (mut number, mut at) = (0, 0);
    while let Some((ch, next)) = character(WATCHED.as_bytes(), at) {
        number += 1;
        assert!(numbers[ch] == 0, "a character is watched twice");
        (numbers[ch], at) = (number, next);
    }
    let mut row = 0;
    while row < ROWS.len() {
        number += 1;
        let mut ch = ROWS[row].0 as usize;
        while ch <= ROWS[row].1 as usize {
            assert!(numbers[ch] == 0, "a character is watched twice");
            numbers[ch] = number;
            ch += 1;
        }
        row += 1;
    }
    assert!((number as usize) < MOST);
    numbers
};

/// Which page of the table a character's first bits lead to, the first of them for a page without a watched character; and
/// how many pages there are.
const PAGES_USED: ([u8; PAGES], usize) = {
    let (mut pages, mut count, mut ch) = ([0; PAGES], 1, 0);
    while ch < NUMBERS.len() {
        if NUMBERS[ch] > 0 && pages[ch / PAGE] == 0 {
            pages[ch / PAGE] = count as u8;
            count += 1;
        }
        ch += 1;
    }
    (pages, count)
};

/// The table: the page of a character, and the numbers there.
struct Table {
    pages: [u8; PAGES],
    numbers: [[u8; PAGE]; PAGES_USED.1],
}

static TABLE: Table = {
    let mut table = Table { pages: PAGES_USED.0, numbers: [[0; PAGE]; PAGES_USED.1] };
    let mut ch = 0;
    while ch < NUMBERS.len() {
        if NUMBERS[ch] > 0 {
            table.numbers[table.pages[ch / PAGE] as usize][ch % PAGE] = NUMBERS[ch];
        }
        ch += 1;
    }
    table
};

/// One bit for each remainder that a character of three bytes leaves which is watched, traditional or shows nothing: of
/// the others few need a further look.
static SIEVE: [u64; 2 * 64] = {
    let mut sieve = [0; 2 * 64];
    let mut ch = 0x800;
    while ch < NUMBERS.len() {
        // Those that show nothing stand between 0x2000 and 0x206F.
        let nothing = match char::from_u32(ch as u32) {
            Some(shown) if ch >= 0x2000 && ch < 0x2070 => shows_nothing(shown, 1),
            _ => false,
        };
        if NUMBERS[ch] > 0 || nothing {
            sieve[row((ch >> 12) as u8, (ch >> 6) as u8)] |= 1 << (ch % 64);
        }
        ch += 1;
    }
    let mut at = 0;
    while let Some((ch, next)) = character(PAIRS.as_bytes(), at) {
        sieve[row((ch >> 12) as u8, (ch >> 6) as u8)] |= 1 << (ch % 64);
        at = next + traditional::PAIR / 2;
    }
    sieve
};

/// Which row of the sieve a character is in, by its first two bytes; its last byte is the bit there.
#[inline(always)]
const fn row(first: u8, second: u8) -> usize {
    (first as usize & 1) << 6 | second as usize & 63
}

/// Characters that begin with this byte are for private use or of odd forms, or full-width, which are watched: every one is
/// looked at.
const ALWAYS: u8 = 0xEE;

/// The watched characters that are traditional.
const TRADITIONAL: Letters = {
    let mut letters = Letters([0; MOST / 64]);
    let mut at = 0;
    while let Some((ch, next)) = character(PAIRS.as_bytes(), at) {
        let number = NUMBERS[ch] as usize;
        if number > 0 {
            letters.0[number / 64] |= 1 << (number % 64);
        }
        at = next + traditional::PAIR / 2;
    }
    letters
};

/// The character of `bytes` that begins at `at`, below 0x10000, and where the next one begins.
const fn character(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    if at >= bytes.len() {
        return None;
    }
    let first = bytes[at] as usize;
    Some(match first {
        0..0x80 => (first, at + 1),
        0xC0..0xE0 => ((first & 0x1F) << 6 | (bytes[at + 1] & 0x3F) as usize, at + 2),
        _ => (three(bytes[at], bytes[at + 1], bytes[at + 2]) as usize, at + 3),
    })
}

/// Whether the character at byte `at` shows nothing or is traditional.
#[inline(never)]
fn is_odd_at(text: &str, at: usize) -> bool {
    after(text, at).is_some_and(|ch| shows_nothing(ch, at) || traditional::simplified(ch).is_some())
}

/// Some of the watched characters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letters([u64; MOST / 64]);

impl Letters {
    const NONE: Letters = Letters([0; MOST / 64]);

    /// The characters of `set`, each of which must be watched: the compiler says so where one is not.
    pub(crate) const fn of(set: &str) -> Letters {
        let mut bits = [0; MOST / 64];
        let mut at = 0;
        while let Some((ch, next)) = character(set.as_bytes(), at) {
            let number = NUMBERS[ch];
            assert!(number > 0, "a character is not watched: see WATCHED");
            bits[number as usize / 64] |= 1 << (number % 64);
            at = next;
        }
        Letters(bits)
    }

    /// This character alone, where it is watched.
    pub(crate) fn one(ch: char) -> Option<Letters> {
        let number = TABLE.numbers[usize::from(*TABLE.pages.get(ch as usize / PAGE)?)][ch as usize % PAGE];
        let mut bits = [0; MOST / 64];
        *bits.get_mut(usize::from(number) / 64)? |= 1 << (number % 64);
        Some(Letters(bits)).filter(|_| number > 0)
    }

    /// These characters and those.
    pub(crate) const fn and(self, other: &Letters) -> Letters {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, other.0);
        Letters([a | e, b | f, c | g, d | h])
    }

    #[inline(always)]
    const fn has(&self, number: u8) -> bool {
        self.0[number as usize / 64] >> (number % 64) & 1 > 0
    }

    /// Whether one of these is one of `set`.
    pub(crate) const fn any(&self, set: &Letters) -> bool {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, set.0);
        a & e | b & f | c & g | d & h > 0
    }
}

/// The [`Letters`] of a literal, made by the compiler. Of a row, any of its characters stands for all.
macro_rules! letters {
    ($set:expr) => {
        &const { $crate::concordance::Letters::of($set) }
    };
}
pub(crate) use letters;

/// The digits of both scripts, as [`digit`](crate::chars::digit) and [`han_digit`](crate::chars::han_digit) tell them.
pub(crate) const DIGITS: &Letters =
    letters!("0123456789０１２３４５６７８９〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖两兩");

/// What ends a sentence, as [`is_sentence_stop`](crate::chars::is_sentence_stop) tells it.
pub(crate) const SENTENCE_STOPS: &Letters = letters!("。！？；;!?｡");

/// The places of the watched characters of a text.
#[derive(Debug)]
pub(crate) struct Concordance {
    places: Vec<u32>,
    numbers: Vec<u8>,
    /// For each [`BLOCK`] of the text, which place is the first in it or behind it.
    blocks: Vec<u32>,
    /// The characters that the text has.
    letters: Letters,
    /// Where a Chinese character stands behind itself.
    twins: Vec<u32>,
    /// Whether the text has characters of four bytes.
    is_wide: bool,
    is_odd: bool,
}

/// How many bytes a block of the text has: so far a search for the first place of a line goes from place to place.
const BLOCK: usize = 64;

impl Concordance {
    /// Looks `text` through.
    pub(crate) fn of(text: &str) -> Concordance {
        work::done(text.len());
        // A report has one in three characters; what has more lets the lists grow.
        let room = text.len() / 8;
        let (mut places, mut numbers) = (Vec::with_capacity(room), Vec::with_capacity(room));
        let (mut twins, mut is_wide, mut is_odd) = (Vec::new(), false, false);
        let mut seen = [false; MOST];
        // The last byte of the character before, where that has three: most characters differ there from the next.
        let mut last = 0;
        let bytes = text.as_bytes();
        let mut rest = bytes;
        loop {
            let (ch, width) = match rest {
                [first @ 0xE0..0xF0, second, third, behind @ ..] => {
                    rest = behind;
                    if *third == last {
                        let end = bytes.len() - rest.len();
                        let twin = end.checked_sub(6).and_then(|start| bytes.get(start..end - 3));
                        let is_twin = twin == Some(&[*first, *second, *third]);
                        if is_twin && three(*first, *second, *third) as usize >= HAN {
                            twins.push((end - 3) as u32);
                        }
                    }
                    last = *third;
                    if *first < ALWAYS && SIEVE[row(*first, *second)] >> (third & 63) & 1 == 0 {
                        continue;
                    }
                    (three(*first, *second, *third) as usize, 3)
                }
                [first @ 0..0x80, behind @ ..] => {
                    rest = behind;
                    (usize::from(*first), 1)
                }
                [first @ 0xC0..0xE0, second, behind @ ..] => {
                    rest = behind;
                    (usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F), 2)
                }
                [_, _, _, _, behind @ ..] => {
                    (rest, is_wide) = (behind, true);
                    (NONE, 4)
                }
                _ => break,
            };
            if width != 3 {
                last = 0;
            }
            let at = bytes.len() - rest.len() - width;
            let number = TABLE.numbers[usize::from(TABLE.pages[ch / PAGE])][ch % PAGE];
            if number > 0 {
                seen[usize::from(number)] = true;
                places.push(at as u32);
                numbers.push(number);
            } else if !is_odd && !(0x20..0x7F).contains(&ch) {
                is_odd = is_odd_at(text, at);
            }
        }
        let mut letters = Letters::NONE;
        for (number, _) in seen.into_iter().enumerate().filter(|(_, seen)| *seen) {
            letters.0[number / 64] |= 1 << (number % 64);
        }
        is_odd |= letters.any(&TRADITIONAL);
        let blocks = Places { places: &places, numbers: &numbers }.blocks(text.len());
        Concordance { places, numbers, blocks, letters, twins, is_wide, is_odd }
    }

    /// Where a Chinese character stands behind itself, in order.
    pub(crate) fn twins(&self) -> impl Iterator<Item = usize> {
        self.twins.iter().map(|place| *place as usize)
    }

    /// Whether the text has characters of four bytes.
    pub(crate) fn is_wide(&self) -> bool {
        self.is_wide
    }

    /// Whether the text has a character that shows nothing or is traditional.
    pub(crate) fn is_odd(&self) -> bool {
        self.is_odd
    }

    /// Whether one of the characters of `set` stands in the text.
    pub(crate) fn has(&self, set: &Letters) -> bool {
        self.letters.any(set)
    }

    /// The places in the whole text.
    pub(crate) fn all(&self) -> Places<'_> {
        Places { places: &self.places, numbers: &self.numbers }
    }

    /// The places in `span`.
    pub(crate) fn within(&self, span: Span) -> Places<'_> {
        let start = self.reach(span.start);
        let end = self.reach(span.end).max(start);
        Places { places: &self.places[start..end], numbers: &self.numbers[start..end] }
    }

    /// Which place is the first at byte `at` or behind it.
    fn reach(&self, at: u32) -> usize {
        let mut place = self.blocks.get(at as usize / BLOCK).map_or(self.places.len(), |first| *first as usize);
        while self.places.get(place).is_some_and(|place| *place < at) {
            place += 1;
        }
        place
    }
}

/// The places of the watched characters of a stretch of text, as bytes of the whole text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Places<'c> {
    places: &'c [u32],
    numbers: &'c [u8],
}

impl<'c> Places<'c> {
    /// Where the characters of `set` stand, in order.
    pub(crate) fn of<'s>(self, set: &'s Letters) -> Standing<'c, 's> {
        Standing { places: self, set }
    }

    /// Where the first of the characters of `set` stands.
    pub(crate) fn first(self, set: &'static Letters) -> Option<usize> {
        self.of(set).next()
    }

    /// Where the last of the characters of `set` stands.
    pub(crate) fn last(self, set: &'static Letters) -> Option<usize> {
        self.of(set).next_back()
    }

    /// The characters that stand there.
    pub(crate) fn letters(self) -> Letters {
        work::done(self.numbers.len());
        let mut out = Letters::NONE;
        self.numbers.iter().for_each(|number| out.0[usize::from(number / 64)] |= 1 << (number % 64));
        out
    }

    /// For each [`BLOCK`] of a text of this length, which place is the first in it or behind it.
    fn blocks(self, length: usize) -> Vec<u32> {
        let mut out = Vec::with_capacity(length / BLOCK + 1);
        for (number, place) in self.places.iter().enumerate() {
            while out.len() * BLOCK <= *place as usize {
                out.push(number as u32);
            }
        }
        out
    }

    /// Whether one of the characters of `set` stands there.
    pub(crate) fn has(self, set: &'static Letters) -> bool {
        self.first(set).is_some()
    }

    /// The places before byte `at`.
    pub(crate) fn until(self, at: usize) -> Places<'c> {
        let end = self.places.partition_point(|place| (*place as usize) < at);
        Places { places: &self.places[..end], numbers: &self.numbers[..end] }
    }

    /// The places from byte `at` on.
    pub(crate) fn from(self, at: usize) -> Places<'c> {
        let start = self.places.partition_point(|place| (*place as usize) < at);
        Places { places: &self.places[start..], numbers: &self.numbers[start..] }
    }

    /// The places in `span`, which is a part of the stretch.
    pub(crate) fn within(self, span: Span) -> Places<'c> {
        let start = self.places.partition_point(|place| *place < span.start);
        let length = self.places[start..].partition_point(|place| *place < span.end);
        Places { places: &self.places[start..start + length], numbers: &self.numbers[start..start + length] }
    }
}

/// Where some characters stand among the places of others, from either end. A loop of its own: adapters of iterators are
/// calls where the compiler saves bytes, and every rule goes this way.
#[derive(Clone, Debug)]
pub(crate) struct Standing<'c, 's> {
    places: Places<'c>,
    set: &'s Letters,
}

impl Iterator for Standing<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while let ([number, numbers @ ..], [place, places @ ..]) = (self.places.numbers, self.places.places) {
            // As far as somebody goes on asking, and no further.
            work::done(1);
            self.places = Places { places, numbers };
            if self.set.has(*number) {
                return Some(*place as usize);
            }
        }
        None
    }
}

impl DoubleEndedIterator for Standing<'_, '_> {
    fn next_back(&mut self) -> Option<usize> {
        while let ([numbers @ .., number], [places @ .., place]) = (self.places.numbers, self.places.places) {
            work::done(1);
            self.places = Places { places, numbers };
            if self.set.has(*number) {
                return Some(*place as usize);
            }
        }
        None
    }
}

#[cfg(test)]
mod test {
    use super::{Concordance, DIGITS, Letters, ROWS, SENTENCE_STOPS, WATCHED};
    use crate::chars::{digit, han_digit, is_sentence_stop};
    use crate::span::Span;
    use alloc::vec::Vec;

    #[test]
    fn digits_and_stops_are_what_characters_are() {
        for ch in WATCHED.chars() {
            let is = |letters: &Letters| Letters::one(ch).is_some_and(|one| letters.any(&one));
            assert_eq!(is(DIGITS), digit(ch).is_some() || han_digit(ch).is_some(), "{ch}");
            assert_eq!(is(SENTENCE_STOPS), is_sentence_stop(ch), "{ch}");
        }
    }

    #[test]
    fn every_watched_character_is_found_and_nothing_else() {
        let text = "2024年，全镇😀开展“法治”宣传１２场。𬭚é三是《条例》 (a)②";
        let found = Concordance::of(text);
        let watched =
            |ch: char| WATCHED.contains(ch) || ROWS.iter().any(|(first, last)| (*first..=*last).contains(&ch));
        let expected: Vec<usize> = text.char_indices().filter(|(_, ch)| watched(*ch)).map(|(at, _)| at).collect();
        assert_eq!(found.places.iter().map(|place| *place as usize).collect::<Vec<_>>(), expected);
        assert_eq!(found.all().of(letters!("a三①")).count(), 3);
        assert_eq!(found.all().first(letters!("“”")), text.find('“'));
        assert_eq!(found.all().last(letters!("“”")), text.find('”'));
        let inside = Span::new(4, text.find('。').unwrap());
        assert!(!found.within(inside).has(letters!("。")) && found.all().has(letters!("。")));
        assert!(!found.within(inside).within(Span::new(4, 10)).has(letters!("“")));
    }
}
