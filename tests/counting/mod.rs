//! The system's allocator with a tally: what `tests/linear.rs`, `tests/ledger.rs` and `bench/native` count by.
//!
//! Counted is what was asked for, not what the system gave: the same on every machine.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// What a thread took from the allocator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Calls that asked for room, growing counted as well.
    pub calls: usize,
    /// Bytes that they asked for in all.
    pub bytes: usize,
    /// The most that was held at one time, beyond what was held before.
    pub peak: usize,
    /// What is still held for the result.
    pub kept: usize,
}

#[derive(Clone, Copy)]
struct Tally {
    calls: usize,
    bytes: usize,
    held: isize,
    peak: isize,
}

thread_local! {
    static TALLY: Cell<Tally> = const { Cell::new(Tally { calls: 0, bytes: 0, held: 0, peak: 0 }) };
}

/// To be the `global_allocator` of the program that counts.
pub struct Counting;

fn tally(given: usize, returned: usize) {
    let mut tally = TALLY.get();
    if given > 0 {
        tally.calls += 1;
        tally.bytes += given;
    }
    tally.held += given as isize - returned as isize;
    tally.peak = tally.peak.max(tally.held);
    TALLY.set(tally);
}

// SAFETY: every call goes to the system's allocator as it came; the tally is plain numbers and allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        tally(layout.size(), 0);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        tally(0, layout.size());
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        tally(size, layout.size());
        unsafe { System.realloc(place, layout, size) }
    }
}

/// What `work` takes, its result still held.
pub fn taken<T>(work: impl FnOnce() -> T) -> (T, Taken) {
    let before = TALLY.get();
    TALLY.set(Tally { peak: before.held, ..before });
    let result = work();
    let after = TALLY.get();
    let taken = Taken {
        calls: after.calls - before.calls,
        bytes: after.bytes - before.bytes,
        peak: (after.peak - before.held) as usize,
        kept: (after.held - before.held) as usize,
    };
    (result, taken)
}
