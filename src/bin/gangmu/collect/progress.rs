//! How far it is, on a terminal; elsewhere nothing.

use std::io::{IsTerminal as _, Write as _, stderr};
use std::time::{Duration, Instant};

/// How often the line is written anew.
const EVERY: Duration = Duration::from_millis(100);
/// How many characters the bar has.
const WIDTH: usize = 24;

/// One line on standard error that is written over and over.
#[derive(Debug)]
pub(crate) struct Progress {
    total: usize,
    /// Those that an earlier run had read.
    before: usize,
    since: Instant,
    /// When the line was last written; nothing where no terminal is there to show it.
    shown: Option<Instant>,
    /// How many columns the line takes, to be wiped.
    columns: usize,
}

impl Progress {
    pub(crate) fn new(before: usize, total: usize) -> Progress {
        let now = Instant::now();
        let shown = stderr().is_terminal().then(|| now.checked_sub(EVERY).unwrap_or(now));
        Progress { total, before, since: now, shown, columns: 0 }
    }

    /// `done` files are read.
    pub(crate) fn show(&mut self, done: usize) {
        if self.shown.is_none_or(|shown| shown.elapsed() < EVERY) {
            return;
        }
        let filled = WIDTH * done / self.total.max(1);
        let spent = self.since.elapsed().as_secs_f64();
        let left = spent / (done - self.before).max(1) as f64 * (self.total - done) as f64;
        let bar = format!("[{}{}]", "#".repeat(filled), ".".repeat(WIDTH - filled));
        self.write(&format!("{bar} {done} of {} files, {left:.0} s left", self.total));
    }

    /// What comes after the reading.
    pub(crate) fn say(&mut self, words: &str) {
        if self.shown.is_some() {
            self.write(words);
        }
    }

    fn write(&mut self, line: &str) {
        // No terminal need know escapes for this: what stood there is written over with blanks.
        let _ = write!(stderr(), "\r{line:<width$}", width = self.columns);
        self.columns = line.len();
        self.shown = Some(Instant::now());
    }

    /// Takes the line away, before another is written.
    pub(crate) fn wipe(&mut self) {
        if self.columns > 0 {
            let _ = write!(stderr(), "\r{:width$}\r", "", width = self.columns);
            self.columns = 0;
        }
    }
}
