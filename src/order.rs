//! Putting things in the order of their places.

use crate::span::Span;
use crate::work;
use alloc::string::String;
use alloc::vec::Vec;

/// Sorts `things` by `key`. Those of one key stand as a heap leaves them: what a report says first of one figure hangs on it.
pub(crate) fn by_place<T>(things: &mut [T], key: impl Fn(&T) -> (Span, u32)) {
    work::done(things.len());
    if !things.is_sorted_by(|a, b| key(a) < key(b)) {
        sort(things, &|a, b| key(a) < key(b));
    }
}

/// Sorts many `things` by `key`; those of one key stay as they stand. It is quick where they are a few rows in order, one
/// behind another, as each rule makes its own.
pub(crate) fn by_runs<T>(things: &mut [T], key: impl Fn(&T) -> (Span, u32)) {
    work::done(things.len());
    if things.is_sorted_by_key(&key) {
        return;
    }
    let mut order: Vec<Key> = things
        .iter()
        .zip(0..)
        .map(|(thing, place)| {
            let (span, rank) = key(thing);
            Key { place: u64::from(span.start) << 32 | u64::from(span.end), rank, stood: place }
        })
        .collect();
    merge_runs(&mut order);
    // Each thing is moved once, along the rounds that the new order is made of.
    for start in 0..things.len() {
        let mut at = start;
        while let Some(key) = order.get_mut(at) {
            let from = core::mem::replace(&mut key.stood, at as u32) as usize;
            if from == start {
                break;
            }
            things.swap(at, from);
            at = from;
        }
    }
}

/// What one thing is sorted by, and where it stood.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    place: u64,
    rank: u32,
    stood: u32,
}

/// A merge sort that begins with the rows that are in order: one function for every kind of thing.
fn merge_runs(keys: &mut Vec<Key>) {
    let mut merged = Vec::with_capacity(keys.len());
    loop {
        work::done(keys.len());
        let mut rest = keys.as_slice();
        while !rest.is_empty() {
            let (mut left, behind) = rest.split_at(run(rest));
            let (mut right, behind) = behind.split_at(run(behind));
            while let (Some(first), Some(second)) = (left.first(), right.first()) {
                let from = if second < first { &mut right } else { &mut left };
                merged.extend(from.first());
                *from = &from[1..];
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
            rest = behind;
        }
        core::mem::swap(keys, &mut merged);
        merged.clear();
        if run(keys) == keys.len() {
            return;
        }
    }
}

/// How many of the first are in order.
fn run(keys: &[Key]) -> usize {
    let falls = keys.windows(2).position(|pair| pair[1] < pair[0]);
    falls.map_or(keys.len(), |last| last + 1)
}

/// Sorts numbers.
pub(crate) fn by_number(numbers: &mut [u32]) {
    sort(numbers, &|a, b| a < b);
}

/// Sorts words by their bytes.
pub(crate) fn by_bytes(words: &mut [String]) {
    sort(words, &|a, b| a < b);
}

/// A heap sort: in place, never slow on any input. The library's sorts are quicker on long lists, but each kind of thing
/// that they sort adds four to eight kilobytes to the wasm, and these lists are short.
fn sort<T>(things: &mut [T], less: &impl Fn(&T, &T) -> bool) {
    let count = things.len();
    for root in (0..count / 2).rev() {
        sift(things, root, count, less);
    }
    for end in (1..count).rev() {
        things.swap(0, end);
        sift(things, 0, end, less);
    }
}

/// Lets the thing at `root` sink among the first `count` until neither of its children is greater.
fn sift<T>(things: &mut [T], mut root: usize, count: usize, less: &impl Fn(&T, &T) -> bool) {
    loop {
        work::done(1);
        let mut child = 2 * root + 1;
        if child >= count {
            return;
        }
        if child + 1 < count && less(&things[child], &things[child + 1]) {
            child += 1;
        }
        if !less(&things[root], &things[child]) {
            return;
        }
        things.swap(root, child);
        root = child;
    }
}

#[cfg(test)]
mod test {
    use super::{by_place, by_runs};
    use crate::span::Span;
    use alloc::vec::Vec;

    #[test]
    fn any_order_becomes_the_order_of_places() {
        let mut places: Vec<Span> =
            (0..500usize).map(|at| Span::new(at * 7919 % 500, at * 7919 % 500 + at % 3)).collect();
        let mut expected = places.clone();
        expected.sort_unstable();
        by_place(&mut places, |span| (*span, 0));
        assert_eq!(places, expected);
    }

    #[test]
    fn rows_one_behind_another_are_merged_and_equals_stay_as_they_stand() {
        let mut things: Vec<(usize, usize)> = (0..300).map(|at| (at % 100 / 2, at)).collect();
        let mut expected = things.clone();
        expected.sort();
        by_runs(&mut things, |(place, _)| (Span::new(*place, *place), 0));
        assert_eq!(things, expected);
    }
}
