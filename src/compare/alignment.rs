//! Which figure states what which other does: by their words, units, times, sections, and by their neighbours.

use super::{Alone, AloneReason, Side};
use crate::grams::{Grams, Index};
use crate::order::by_place;
use crate::report::Kind;
use crate::signature::{Signature, Signatures};
use crate::span::Span;
use crate::work;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// Two figures that are taken for the same thing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) first: u32,
    pub(super) second: u32,
    /// 0 to about 1.
    pub(super) likeness: f64,
    /// No other that either could have been is nearly as like.
    pub(super) is_clear: bool,
}

/// How like two figures must be by themselves.
const SURE: f64 = 0.62;
/// How like they must be with what their neighbours say for them.
const ENOUGH: f64 = 0.5;
/// Words that so many figures share say nothing: only those that stand about where the other does are looked at.
const NEAR: usize = 12;
/// How many figures one is held against.
const HELD: usize = 24;
/// What a neighbour that is paired with the other's neighbour says for a pair.
const NEIGHBOUR: f64 = 0.12;
/// What another pair of the same two sentences says.
const SENTENCE: f64 = 0.06;

/// The pairs in the order of the second report, and what has none.
pub(super) fn align(sides: &[Signatures<'_, '_>; 2]) -> (Vec<Match>, Vec<Alone>) {
    let desk = Desk::of(sides);
    let mut candidates = Vec::new();
    for second in 0..sides[1].list.len() {
        desk.candidates(second, &mut candidates);
    }
    let mut table = Table::new(sides);
    table.choose(&mut candidates, SURE, &desk);
    // What was paired speaks for its neighbours, and those for theirs.
    for _ in 0..3 {
        table.choose(&mut candidates, ENOUGH, &desk);
    }
    table.into_result(&candidates, &desk)
}

/// A pair that could be.
#[derive(Debug)]
struct Candidate {
    first: u32,
    second: u32,
    likeness: f64,
    /// Figures of these kinds can state the same.
    fits: bool,
}

/// Both reports with their words looked up.
#[derive(Debug)]
struct Desk<'s, 'r, 't> {
    sides: &'s [Signatures<'r, 't>; 2],
    /// The names and clauses of the figures of both.
    index: Index,
    sentences: Index,
}

impl<'s, 'r, 't> Desk<'s, 'r, 't> {
    fn of(sides: &'s [Signatures<'r, 't>; 2]) -> Self {
        let index = Index::of(sides.iter().flat_map(|side| &side.list).map(|each| &each.clause));
        let sentences = Index::of(sides.iter().flat_map(|side| &side.sentences));
        Desk { sides, index, sentences }
    }

    /// The figures of the first report that have words of figure `second` of the second.
    fn candidates(&self, second: usize, out: &mut Vec<Candidate>) {
        let [firsts, seconds] = self.sides;
        let signature = &seconds.list[second];
        let count = firsts.list.len();
        let about = (second * count / seconds.list.len().max(1)) as u32;
        let mut shared = BTreeMap::<u32, u32>::new();
        for gram in signature.clause.iter() {
            let with = self.index.with(gram);
            let with = &with[..with.partition_point(|(_, thing)| (*thing as usize) < count)];
            let middle = with.partition_point(|(_, thing)| *thing < about);
            let near = middle.saturating_sub(NEAR)..(middle + NEAR).min(with.len());
            work::done(near.len());
            for (_, thing) in &with[near] {
                *shared.entry(*thing).or_default() += 1;
            }
        }
        let mut best: Vec<(u32, u32)> = shared.into_iter().collect();
        by_place(&mut best, |(thing, shared)| (Span { start: u32::MAX - shared, end: thing.abs_diff(about) }, *thing));
        for (first, _) in best.into_iter().take(HELD) {
            let other = &firsts.list[first as usize];
            let likeness = self.likeness(other, signature);
            out.push(Candidate { first, second: second as u32, likeness, fits: fits(other, signature) });
        }
    }

    /// How like two figures are, neighbours aside.
    fn likeness(&self, a: &Signature<'_>, b: &Signature<'_>) -> f64 {
        let names = self.both(&a.named, &b.named);
        let clauses = self.index.overlap(&a.clause, &b.clause);
        let sentence =
            |signature: &Signature<'_>, side: usize| self.sides[side].sentences.get(signature.sentence as usize);
        let sentences = match (sentence(a, 0), sentence(b, 1)) {
            (Some(a), Some(b)) => self.sentences.overlap(a, b).likeness(),
            _ => 0.0,
        };
        let clause = 0.5 * clauses.likeness() + 0.5 * clauses.covering();
        let words = match names {
            Some(names) => 0.6 * names + 0.4 * clause,
            None => clause,
        };
        let title = self.both(&a.title, &b.title).unwrap_or(0.5);
        let role = if a.role == b.role { 1.0 } else { 0.0 };
        let unit = if a.figure.unit == b.figure.unit { 1.0 } else { 0.0 };
        let time = match (a.years_back, b.years_back) {
            (Some(a), Some(b)) if a != b => -0.25,
            _ => 0.0,
        };
        0.66 * words + 0.12 * sentences + 0.06 * title + 0.04 * role + 0.12 * unit + time
    }

    /// Names: `None` where one is missing.
    fn both(&self, a: &Grams, b: &Grams) -> Option<f64> {
        if a.is_empty() || b.is_empty() {
            return None;
        }
        let overlap = self.index.overlap(a, b);
        Some(0.5 * overlap.likeness() + 0.5 * overlap.covering())
    }
}

/// Whether figures of these kinds can state the same thing.
fn fits(a: &Signature<'_>, b: &Signature<'_>) -> bool {
    let (a, b) = (a.figure, b.figure);
    a.kind == b.kind
        && a.change.is_some() == b.change.is_some()
        && (a.kind != Kind::Percent || a.is_points() == b.is_points())
}

/// Who is paired with whom so far.
#[derive(Debug)]
struct Table<'s, 'r, 't> {
    sides: &'s [Signatures<'r, 't>; 2],
    /// For each figure its partner.
    partner: [Vec<Option<u32>>; 2],
    /// Pairs of sentences that hold pairs.
    sentences: BTreeMap<(u32, u32), u32>,
    matches: Vec<Match>,
}

impl<'s, 'r, 't> Table<'s, 'r, 't> {
    fn new(sides: &'s [Signatures<'r, 't>; 2]) -> Self {
        let partner = [0, 1].map(|side: usize| alloc::vec![None; sides[side].list.len()]);
        Table { sides, partner, sentences: BTreeMap::new(), matches: Vec::new() }
    }

    /// Takes the most like first, as long as both are free.
    fn choose(&mut self, candidates: &mut [Candidate], least: f64, _desk: &Desk<'_, '_, '_>) {
        let scores: Vec<f64> = candidates.iter().map(|each| self.supported(each)).collect();
        let mut order: Vec<u32> = (0..candidates.len() as u32).collect();
        by_place(&mut order, |at| {
            let each = &candidates[*at as usize];
            let distance = self.distance(each);
            (Span { start: (4.0e6 - scores[*at as usize] * 1.0e6) as u32, end: distance }, *at)
        });
        for at in order {
            let each = &candidates[at as usize];
            let likeness = scores[at as usize];
            if !each.fits || likeness < least || !self.is_free(each) {
                continue;
            }
            self.partner[0][each.first as usize] = Some(each.second);
            self.partner[1][each.second as usize] = Some(each.first);
            *self.sentences.entry(self.sentences_of(each)).or_default() += 1;
            self.matches.push(Match { first: each.first, second: each.second, likeness, is_clear: true });
        }
    }

    fn is_free(&self, each: &Candidate) -> bool {
        self.partner[0][each.first as usize].is_none() && self.partner[1][each.second as usize].is_none()
    }

    /// How far apart the two stand, in thousandths of their reports.
    fn distance(&self, each: &Candidate) -> u32 {
        let place = |at: u32, side: usize| at * 1000 / self.sides[side].list.len().max(1) as u32;
        place(each.first, 0).abs_diff(place(each.second, 1))
    }

    fn sentences_of(&self, each: &Candidate) -> (u32, u32) {
        let sentence = |at: u32, side: usize| self.sides[side].list[at as usize].sentence;
        (sentence(each.first, 0), sentence(each.second, 1))
    }

    /// The likeness with what was paired already speaking for it or against it.
    fn supported(&self, each: &Candidate) -> f64 {
        let (first, second) = (each.first as usize, each.second as usize);
        let before =
            first.checked_sub(1).zip(second.checked_sub(1)).is_some_and(|(a, b)| self.partner[0][a] == Some(b as u32));
        let behind = self.partner[0].get(first + 1).is_some_and(|partner| *partner == Some(each.second + 1));
        let mut score = each.likeness;
        if before {
            score += NEIGHBOUR;
        }
        if behind {
            score += NEIGHBOUR;
        }
        if self.sentences.contains_key(&self.sentences_of(each)) {
            score += SENTENCE;
        }
        score
    }

    fn into_result(mut self, candidates: &[Candidate], _desk: &Desk<'_, '_, '_>) -> (Vec<Match>, Vec<Alone>) {
        // The best that each figure could have been, were it free.
        let mut rivals = [0, 1].map(|side: usize| alloc::vec![(0.0, false); self.sides[side].list.len()]);
        for each in candidates {
            let paired = self.partner[0][each.first as usize] == Some(each.second);
            for (side, at) in [(0, each.first), (1, each.second)] {
                let best: &mut (f64, bool) = &mut rivals[side][at as usize];
                if !paired && each.likeness > best.0 {
                    *best = (each.likeness, each.fits);
                }
            }
        }
        for found in &mut self.matches {
            let rival = rivals[0][found.first as usize].0.max(rivals[1][found.second as usize].0);
            found.is_clear = found.likeness > rival + 0.1;
        }
        by_place(&mut self.matches, |found| (Span { start: found.second, end: found.first }, 0));
        let mut alone = Vec::new();
        for (side, report) in [(0, Side::First), (1, Side::Second)] {
            for (at, partner) in self.partner[side].iter().enumerate() {
                if partner.is_some() {
                    continue;
                }
                let (likeness, fits) = rivals[side][at];
                let reason = if likeness >= ENOUGH {
                    if fits { AloneReason::Taken } else { AloneReason::OtherUnit }
                } else if self.sides[side].list[at].named.is_empty() {
                    AloneReason::Unnamed
                } else {
                    AloneReason::NewWords
                };
                alone.push(Alone { report, figure: at as u32, reason });
            }
        }
        (self.matches, alone)
    }
}
