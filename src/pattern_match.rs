//! Runs a pattern over a sentence: all ways of matching at once, character by character, so that the time is at most
//! the length of the sentence times the steps of the pattern, whatever they are.

use crate::chars::after;
use crate::pattern::{Pattern, Step};
use crate::work;
use alloc::vec::Vec;
use core::mem::swap;

/// Where the groups begin and end: number, unit, indicator.
pub(crate) type Marks = [u32; 6];

/// A group that took no part.
pub(crate) const NOWHERE: u32 = u32::MAX;

/// A way that a match may go: the step it is at, and the marks it has set.
type Way = (usize, Marks);

/// What a search needs; its room is used again for the next.
#[derive(Debug)]
pub(crate) struct Matcher<'p> {
    pattern: &'p Pattern,
    now: Vec<Way>,
    next: Vec<Way>,
    left: Vec<Way>,
    /// For each step, when a way last came there: the way that came first is preferred.
    seen: Vec<u64>,
    round: u64,
}

impl<'p> Matcher<'p> {
    pub(crate) fn new(pattern: &'p Pattern) -> Matcher<'p> {
        let seen = alloc::vec![0; pattern.steps.len() + 1];
        Matcher { pattern, now: Vec::new(), next: Vec::new(), left: Vec::new(), seen, round: 0 }
    }

    /// The first match in `text` at byte `from` or behind it: the marks, and the byte where it ends.
    pub(crate) fn find(&mut self, text: &str, from: usize) -> Option<(Marks, usize)> {
        let mut found = None;
        let mut at = from;
        self.now.clear();
        self.round += 1;
        loop {
            if found.is_none() {
                self.follow(text, (0, [NOWHERE; 6]), at);
            }
            let ch = after(text, at);
            let behind = at + ch.map_or(0, char::len_utf8);
            let mut ways = core::mem::take(&mut self.now);
            // From here on ways are for the next character.
            swap(&mut self.now, &mut self.next);
            self.round += 1;
            for (step, marks) in &ways {
                let Some(wanted) = self.pattern.steps.get(*step) else {
                    found = Some((*marks, at));
                    break;
                };
                if ch.is_some_and(|ch| self.takes(*wanted, ch)) {
                    self.follow(text, (step + 1, *marks), behind);
                }
            }
            ways.clear();
            self.next = ways;
            if ch.is_none() || found.is_some() && self.now.is_empty() {
                return found;
            }
            at = behind;
        }
    }

    fn takes(&self, step: Step, ch: char) -> bool {
        match step {
            Step::Char(wanted) => wanted == ch,
            Step::Class { from, to, negated } => {
                let ranges = self.pattern.ranges.get(from as usize..to as usize).unwrap_or_default();
                work::done(ranges.len());
                ranges.iter().any(|(low, high)| (*low..=*high).contains(&ch)) != negated
            }
            _ => false,
        }
    }

    /// Follows `way`, which is at byte `at`, to every step that takes a character, and to the end.
    fn follow(&mut self, text: &str, way: Way, at: usize) {
        self.left.push(way);
        while let Some((mut step, mut marks)) = self.left.pop() {
            while let Some(seen) = self.seen.get_mut(step).filter(|seen| **seen != self.round) {
                *seen = self.round;
                work::done(1);
                let on = match self.pattern.steps.get(step) {
                    Some(Step::Fork(first, second)) => {
                        self.left.push((step.wrapping_add_signed(*second as isize), marks));
                        *first
                    }
                    Some(Step::Mark(mark)) => {
                        if let Some(place) = marks.get_mut(usize::from(*mark)) {
                            *place = at as u32;
                        }
                        1
                    }
                    Some(Step::Start) if at == 0 => 1,
                    Some(Step::End) if at == text.len() => 1,
                    Some(Step::Start | Step::End) => break,
                    _ => {
                        self.now.push((step, marks));
                        break;
                    }
                };
                step = step.wrapping_add_signed(on as isize);
            }
        }
    }
}
