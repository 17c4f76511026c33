//! Work on several threads whose results are taken one by one, in order.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

struct Turns<F, E> {
    /// Whose turn it is.
    next: usize,
    take: F,
    /// Why nothing is taken any more.
    failed: Option<E>,
}

/// A thread that panics would leave the others waiting for its turn: the command ends then, as it does where a panic aborts.
struct EndsAll;

impl Drop for EndsAll {
    fn drop(&mut self) {
        if thread::panicking() {
            std::process::abort();
        }
    }
}

/// Does `work` for every number of `range` on `jobs` threads and gives what comes of it to `take`, in the order of the numbers.
///
/// Whoever is ready waits until it is its turn, so no more results are held than there are threads. Where `take` fails, what is
/// not begun is left.
pub(crate) fn in_turn<T, E: Send>(
    jobs: usize,
    range: Range<usize>,
    work: impl Fn(usize) -> T + Sync,
    take: impl FnMut(usize, T) -> Result<(), E> + Send,
) -> Result<(), E> {
    let begun = AtomicUsize::new(range.start);
    let turns = Mutex::new(Turns { next: range.start, take, failed: None });
    let moved = Condvar::new();
    let one_after_another = || {
        loop {
            let number = begun.fetch_add(1, Ordering::Relaxed);
            if number >= range.end {
                return;
            }
            let result = {
                let _guard = EndsAll;
                work(number)
            };
            let turns = turns.lock().unwrap_or_else(PoisonError::into_inner);
            let waited = moved.wait_while(turns, |turns| turns.failed.is_none() && turns.next != number);
            let mut turns = waited.unwrap_or_else(PoisonError::into_inner);
            if turns.failed.is_some() {
                return;
            }
            turns.failed = (turns.take)(number, result).err();
            turns.next += 1;
            moved.notify_all();
        }
    };
    thread::scope(|scope| {
        for _ in 1..jobs.min(range.len()) {
            scope.spawn(one_after_another);
        }
        one_after_another();
    });
    turns.into_inner().unwrap_or_else(PoisonError::into_inner).failed.map_or(Ok(()), Err)
}
