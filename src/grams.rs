//! How alike two stretches of words are: by the pairs of characters that they share, the rare ones counting for more.

use crate::chars::is_han;
use crate::order::{by_number, by_place};
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;

/// The characters of some words and the pairs of those that stand side by side, sorted, each once. Digits, blanks and marks part
/// them. 排查 and 摸排 share a character, 排查纠纷 and 调解纠纷 a pair and its two.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Grams(Vec<u32>);

/// Two characters as one number. Those beyond the first plane share one with others: for likeness that does no harm.
fn pair(first: char, second: char) -> u32 {
    (first as u32) << 16 | second as u32 & 0xFFFF
}

impl Grams {
    pub(crate) fn of(words: &str) -> Grams {
        Grams::of_all(&[words])
    }

    /// Of several stretches as one.
    pub(crate) fn of_all(stretches: &[&str]) -> Grams {
        let mut pairs = Vec::new();
        for words in stretches {
            let mut before = '\0';
            for ch in words.chars() {
                if !is_han(ch) && !ch.is_ascii_alphabetic() {
                    before = '\0';
                    continue;
                }
                pairs.push(pair('\0', ch));
                if before != '\0' {
                    pairs.push(pair(before, ch));
                }
                before = ch;
            }
        }
        work::done(pairs.len());
        by_number(&mut pairs);
        pairs.dedup();
        Grams(pairs)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().copied()
    }

    /// Without the single characters: what is left is rarer.
    pub(crate) fn pairs(&self) -> Grams {
        Grams(self.0.iter().copied().filter(|gram| gram >> 16 != 0).collect())
    }
}

/// Each of `numbers` once, with how often it is there.
pub(crate) fn counted(mut numbers: Vec<u32>) -> Vec<(u32, u32)> {
    by_number(&mut numbers);
    let mut counted: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match counted.last_mut() {
            Some((last, count)) if *last == number => *count += 1,
            _ => counted.push((number, 1)),
        }
    }
    counted
}

/// Two numbers as one that is ordered as they are.
pub(crate) fn both(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// Where a thing stands among `count` others that stands at `at` among its own `length`.
pub(crate) fn in_proportion(at: usize, length: usize, count: usize) -> usize {
    (at as u64 * count as u64 / length.max(1) as u64) as usize
}

/// Of the things that have one pair so many are looked at on either side.
const NEAR: usize = 12;
/// How many things one is held against.
const HELD: usize = 24;

/// Which of many things have a pair, and how rare it is among them.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Pair and thing, sorted.
    entries: Vec<(u32, u32)>,
    /// How many things there are.
    things: u32,
}

impl Index {
    pub(crate) fn of<'g>(things: impl Iterator<Item = &'g Grams>) -> Index {
        let mut index = Index::default();
        for grams in things {
            index.entries.extend(grams.iter().map(|gram| (gram, index.things)));
            index.things += 1;
        }
        by_place(&mut index.entries, |(gram, thing)| (Span { start: *gram, end: *thing }, 0));
        index
    }

    /// The things that have `gram`, in order.
    fn with(&self, gram: u32) -> &[(u32, u32)] {
        let start = self.entries.partition_point(|(each, _)| *each < gram);
        let rest = &self.entries[start..];
        &rest[..rest.partition_point(|(each, _)| *each == gram)]
    }

    /// The things below `among` that share most with `grams`, the best first. Of what very many have only those that stand about where
    /// `about` does are looked at, so that the time grows with the words and not with their square.
    pub(crate) fn most_like(&self, grams: &Grams, among: usize, about: usize) -> Vec<u32> {
        let mut met = Vec::new();
        for gram in grams.iter() {
            let with = self.with(gram);
            let with = &with[..with.partition_point(|(_, thing)| (*thing as usize) < among)];
            let middle = with.partition_point(|(_, thing)| (*thing as usize) < about);
            let near = &with[middle.saturating_sub(NEAR)..(middle + NEAR).min(with.len())];
            work::done(near.len());
            met.extend(near.iter().map(|(_, thing)| *thing));
        }
        let mut counted = counted(met);
        by_place(&mut counted, |(thing, count)| {
            (Span { start: u32::MAX - count, end: thing.abs_diff(about as u32) }, *thing)
        });
        counted.into_iter().take(HELD).map(|(thing, _)| thing).collect()
    }

    /// 1 for a pair that everything has, one more each time that it is half as frequent.
    fn weight(&self, gram: u32) -> f64 {
        let frequent = self.with(gram).len().max(1) as u32;
        f64::from(1 + (self.things.max(1) / frequent).max(1).ilog2())
    }

    /// `grams`, each with its weight: looked up once, however often they are held against others.
    pub(crate) fn weighed(&self, grams: &Grams) -> Weighed {
        let list: Vec<(u32, f64)> = grams.iter().map(|gram| (gram, self.weight(gram))).collect();
        work::done(list.len());
        Weighed { total: list.iter().map(|(_, weight)| weight).sum(), list }
    }
}

/// Pairs of characters with their weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weighed {
    list: Vec<(u32, f64)>,
    total: f64,
}

impl Weighed {
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What both share, and what each is, by weight.
    pub(crate) fn overlap(&self, other: &Weighed) -> Overlap {
        work::done(self.list.len() + other.list.len());
        let mut rest = other.list.as_slice();
        let mut shared = 0.0;
        for (gram, weight) in &self.list {
            while let [(first, _), behind @ ..] = rest
                && first < gram
            {
                rest = behind;
            }
            if rest.first().is_some_and(|(first, _)| first == gram) {
                shared += weight;
            }
        }
        Overlap { shared, first: self.total, second: other.total }
    }
}

/// How far two stretches of words cover each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Overlap {
    shared: f64,
    first: f64,
    second: f64,
}

impl Overlap {
    /// 0 where nothing is shared, 1 where both are the same.
    pub(crate) fn likeness(self) -> f64 {
        let both = self.first + self.second;
        if both > 0.0 { 2.0 * self.shared / both } else { 0.0 }
    }

    /// 1 where one stands whole in the other.
    pub(crate) fn covering(self) -> f64 {
        let less = self.first.min(self.second);
        if less > 0.0 { self.shared / less } else { 0.0 }
    }

    /// How much of the first is in the second.
    pub(crate) fn of_first(self) -> f64 {
        if self.first > 0.0 { self.shared / self.first } else { 0.0 }
    }
}

#[cfg(test)]
mod test {
    use super::{Grams, Index};

    #[test]
    fn words_that_share_more_are_more_alike() {
        let words = ["开展法治讲座", "举办法治讲座", "发放宣传资料", "栽树"].map(Grams::of);
        let index = Index::of(words.iter());
        let weighed = words.each_ref().map(|words| index.weighed(words));
        let likeness = |a: usize, b: usize| weighed[a].overlap(&weighed[b]).likeness();
        assert!((likeness(0, 0) - 1.0).abs() < 1e-9);
        assert!(likeness(0, 1) > 0.3 && likeness(0, 1) < 1.0);
        assert_eq!(likeness(0, 2), 0.0);
        assert_eq!(index.weighed(&Grams::default()).overlap(&weighed[0]).covering(), 0.0);
    }

    #[test]
    fn digits_part_words_and_a_lone_character_counts() {
        assert_eq!(Grams::of("培训12次"), Grams::of_all(&["培训", "次"]));
        assert!(Grams::of("12，").is_empty());
    }
}
