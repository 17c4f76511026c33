//! Putting things in the order of their places.

use crate::span::Span;
use crate::work;

/// Sorts `things` by `key` (a heap sort: in place, never slow on any input). The library's sorts are quicker on long
/// lists, but each kind of thing that they sort adds four to eight kilobytes to the wasm, and these lists are short.
pub(crate) fn by_place<T>(things: &mut [T], key: impl Fn(&T) -> (Span, u32)) {
    let count = things.len();
    for root in (0..count / 2).rev() {
        sift(things, root, count, &key);
    }
    for end in (1..count).rev() {
        things.swap(0, end);
        sift(things, 0, end, &key);
    }
}

/// Lets the thing at `root` sink among the first `count` until neither of its children is greater.
fn sift<T>(things: &mut [T], mut root: usize, count: usize, key: &impl Fn(&T) -> (Span, u32)) {
    loop {
        work::done(1);
        let mut child = 2 * root + 1;
        if child >= count {
            return;
        }
        if child + 1 < count && key(&things[child]) < key(&things[child + 1]) {
            child += 1;
        }
        if key(&things[root]) >= key(&things[child]) {
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
