//! Putting things in the order of their places.

use crate::span::Span;
use crate::work;
use alloc::string::String;

/// Sorts `things` by `key`.
pub(crate) fn by_place<T>(things: &mut [T], key: impl Fn(&T) -> (Span, u32)) {
    sort(things, &|a, b| key(a) < key(b));
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
    use super::by_place;
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
}
