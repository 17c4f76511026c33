//! Which figure states what which other does: by their words, units, times, sections, and by their neighbours.

use super::measures::unit_likeness;
use super::{Alone, AloneReason, Side};
use crate::chars::step_back;
use crate::grams::{Index, Weighed, both, in_proportion};
use crate::hash::Fnv;
use crate::order::by_place;
use crate::report::Role;
use crate::signature::{Signature, Signatures};
use crate::span::Span;
use alloc::collections::{BTreeMap, BTreeSet};
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

/// How like two figures must be, with what their neighbours say for them, and how far before all others.
#[derive(Clone, Copy, Debug)]
struct Round {
    least: f64,
    margin: f64,
}

/// From round to round less is asked.
const ROUNDS: [Round; 5] = [
    Round { least: 0.62, margin: 0.0 },
    Round { least: 0.5, margin: 0.04 },
    Round { least: 0.42, margin: 0.06 },
    Round { least: ENOUGH, margin: 0.08 },
    Round { least: ENOUGH, margin: 0.08 },
];
const ENOUGH: f64 = 0.34;
/// No neighbour helps figures that are less like than this.
const LEAST: f64 = 0.27;
/// A name of so few characters says little: its figure waits for what the others of its sentence say.
const BARE: usize = 3;
const WAITS: f64 = 0.8;
/// So many growths may stand between a figure and its own: 同比、环比.
const GROWTHS: usize = 3;
/// What it says for the growth of two figures that these are a pair, and against it that they are not.
const ANCHOR: f64 = 0.3;
/// What it says against a pair that the figures beside both are paired elsewhere.
const ELSEWHERE: f64 = 0.12;
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
    // The surest first: what was paired speaks for its neighbours, and those for theirs.
    for round in ROUNDS {
        table.choose(&candidates, round);
    }
    table.into_result(&candidates)
}

/// A pair that could be.
#[derive(Debug)]
struct Candidate {
    first: u32,
    second: u32,
    likeness: f64,
    /// What keeps them apart, if anything does.
    hindrance: Option<AloneReason>,
}

/// Both reports with their words looked up.
#[derive(Debug)]
struct Desk<'s, 'r, 't> {
    sides: &'s [Signatures<'r, 't>; 2],
    /// The names and clauses of the figures of both.
    index: Index,
    /// The words of each figure, and of each sentence.
    words: [Vec<Words>; 2],
    sentences: [Vec<Weighed>; 2],
    /// How many figures of each report have a name that ends in these few characters.
    endings: [BTreeMap<u64, u32>; 2],
}

/// The words of a figure with their weights.
#[derive(Debug)]
struct Words {
    named: Weighed,
    clause: Weighed,
    title: Weighed,
}

impl<'s, 'r, 't> Desk<'s, 'r, 't> {
    fn of(sides: &'s [Signatures<'r, 't>; 2]) -> Self {
        let index = Index::of(sides.iter().flat_map(|side| &side.list).map(|each| &each.words));
        let weighed = |each: &Signature<'_>| Words {
            named: index.weighed(&each.named),
            clause: index.weighed(&each.clause),
            title: index.weighed(&each.title),
        };
        let words = sides.each_ref().map(|side| side.list.iter().map(weighed).collect());
        let spoken = Index::of(sides.iter().flat_map(|side| &side.sentences));
        let sentences = sides.each_ref().map(|side| side.sentences.iter().map(|each| spoken.weighed(each)).collect());
        let endings = [0, 1].map(|side: usize| {
            let mut endings = BTreeMap::new();
            for name in sides[side].list.iter().map(|each| &*each.name) {
                for length in 1..=BARE {
                    let start = step_back(name, name.len(), length);
                    if length == 1 || start < step_back(name, name.len(), length - 1) {
                        *endings.entry(told_apart(&name[start..])).or_default() += 1;
                    }
                }
            }
            endings
        });
        Desk { sides, index, words, sentences, endings }
    }

    /// The figures of the first report that have words of figure `second` of the second.
    fn candidates(&self, second: usize, out: &mut Vec<Candidate>) {
        let [firsts, seconds] = self.sides;
        let signature = &seconds.list[second];
        let count = firsts.list.len();
        let about = in_proportion(second, seconds.list.len(), count);
        for first in self.index.most_like(&signature.words, count, about) {
            let likeness = self.likeness(first as usize, second);
            let hindrance = hindrance(&firsts.list[first as usize], signature);
            out.push(Candidate { first, second: second as u32, likeness, hindrance });
        }
    }

    /// How like two figures are, neighbours aside.
    fn likeness(&self, first: usize, second: usize) -> f64 {
        let [a, b] = [&self.sides[0].list[first], &self.sides[1].list[second]];
        let [one, other] = [&self.words[0][first], &self.words[1][second]];
        let names = alike(&one.named, &other.named);
        let clauses = one.clause.overlap(&other.clause);
        let [spoken, said] = [&self.sentences[0][a.sentence as usize], &self.sentences[1][b.sentence as usize]];
        let sentences = spoken.overlap(said).likeness();
        let clause = 0.5 * clauses.likeness() + 0.5 * clauses.covering();
        // 案件, 办结率, 面积: what they are of is said elsewhere.
        let bare = [(a, 0), (b, 1)].iter().any(|(each, side)| self.is_bare(each, *side));
        let words = match names {
            Some(names) if bare => 0.3 * names + 0.7 * clause,
            Some(names) => 0.6 * names + 0.4 * clause,
            None => clause,
        };
        let title = alike(&one.title, &other.title).unwrap_or(0.5);
        let role = if a.role == b.role { 1.0 } else { 0.0 };
        let unit = unit_likeness(a.figure, b.figure).unwrap_or_default();
        let time = match (a.years_back, b.years_back) {
            (Some(a), Some(b)) if a != b => -0.25,
            _ => 0.0,
        };
        // A share and its growth; 增至7个 and 7个 are the same.
        let moves = [a, b].map(|each| each.is_growth);
        let change = if moves[0] == moves[1] { 0.0 } else { -0.2 };
        // Set on tests/pairs, as the rounds are: what the words say, how far the sentences bear it out, and the unit.
        let likeness = 0.60 * words + 0.18 * sentences + 0.06 * title + 0.04 * role + 0.12 * unit + time + change;
        if bare || moves[0] { likeness * WAITS } else { likeness }
    }

    /// Whether the name says little by itself: it is short, and others in its report are called so or end so.
    fn is_bare(&self, each: &Signature<'_>, side: usize) -> bool {
        let count = each.name.chars().count();
        count == 0 || count <= BARE && self.endings[side].get(&told_apart(&each.name)).is_some_and(|count| *count > 1)
    }
}

/// How like two names or titles are; `None` where one is missing.
fn alike(a: &Weighed, b: &Weighed) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let overlap = a.overlap(b);
    Some(0.6 * overlap.likeness() + 0.4 * overlap.covering())
}

/// Why two figures cannot state the same thing, whatever their words.
fn hindrance(a: &Signature<'_>, b: &Signature<'_>) -> Option<AloneReason> {
    let same_name = !a.name.is_empty() && a.name == b.name;
    let units = unit_likeness(a.figure, b.figure);
    if a.figure.kind != b.figure.kind
        || a.figure.is_points() != b.figure.is_points()
        || !units.is_some_and(|likeness| likeness > 0.0 || same_name)
    {
        return Some(AloneReason::OtherUnit);
    }
    // What was done and what is planned are not the same, nor what it was before and what it is: 由9人减少到6人.
    let planned = [a, b].map(|each| each.role == Some(Role::Plan));
    (planned[0] != planned[1] || a.is_start != b.is_start).then_some(AloneReason::OtherTime)
}

fn told_apart(name: &str) -> u64 {
    let mut hash = Fnv::default();
    hash.add(name);
    hash.0
}

/// Who is paired with whom so far.
#[derive(Debug)]
struct Table<'s, 'r, 't> {
    sides: &'s [Signatures<'r, 't>; 2],
    /// For each figure its partner.
    partner: [Vec<Option<u32>>; 2],
    /// Pairs of sentences that hold pairs.
    sentences: BTreeSet<u64>,
    /// The sentences of each side that hold one.
    linked: [Vec<bool>; 2],
    matches: Vec<Match>,
}

impl<'s, 'r, 't> Table<'s, 'r, 't> {
    fn new(sides: &'s [Signatures<'r, 't>; 2]) -> Self {
        let partner = [0, 1].map(|side: usize| alloc::vec![None; sides[side].list.len()]);
        let linked = [0, 1].map(|side: usize| alloc::vec![false; sides[side].sentences.len()]);
        Table { sides, partner, sentences: BTreeSet::new(), linked, matches: Vec::new() }
    }

    /// Takes the most like first, as long as both are free and nothing else that is free comes near.
    fn choose(&mut self, candidates: &[Candidate], round: Round) {
        let scores: Vec<f64> = candidates.iter().map(|each| self.supported(each)).collect();
        // The best and the next best of each figure.
        let mut best = [0, 1].map(|side: usize| alloc::vec![[0.0f64; 2]; self.sides[side].list.len()]);
        for (each, score) in
            candidates.iter().zip(&scores).filter(|(each, _)| each.hindrance.is_none() && self.is_free(each))
        {
            for (side, at) in [(0, each.first), (1, each.second)] {
                let [first, second] = &mut best[side][at as usize];
                if *score > *first {
                    *second = *first;
                    *first = *score;
                } else if *score > *second {
                    *second = *score;
                }
            }
        }
        let mut order: Vec<u32> = (0..candidates.len() as u32).collect();
        by_place(&mut order, |at| {
            let score = scores[*at as usize];
            (Span { start: (4.0e6 - score * 1.0e6) as u32, end: self.distance(&candidates[*at as usize]) }, *at)
        });
        for at in order {
            let each = &candidates[at as usize];
            let likeness = scores[at as usize];
            if each.hindrance.is_some() || likeness < round.least || !self.is_free(each) {
                continue;
            }
            let clear = [(0, each.first), (1, each.second)].into_iter().all(|(side, at): (usize, u32)| {
                let [first, second] = best[side][at as usize];
                likeness >= first && likeness >= second + round.margin
            });
            if clear || round.margin <= 0.0 {
                self.pair(each, likeness);
            }
        }
    }

    fn pair(&mut self, each: &Candidate, likeness: f64) {
        self.partner[0][each.first as usize] = Some(each.second);
        self.partner[1][each.second as usize] = Some(each.first);
        let (one, other) = self.sentences_of(each);
        self.sentences.insert(both(one, other));
        self.linked[0][one as usize] = true;
        self.linked[1][other as usize] = true;
        self.matches.push(Match { first: each.first, second: each.second, likeness, is_clear: true });
    }

    fn is_free(&self, each: &Candidate) -> bool {
        self.partner[0][each.first as usize].is_none() && self.partner[1][each.second as usize].is_none()
    }

    /// How far apart the two stand, in thousandths of their reports.
    fn distance(&self, each: &Candidate) -> u32 {
        let place = |at: u32, side: usize| in_proportion(at as usize, self.sides[side].list.len(), 1000);
        place(each.first, 0).abs_diff(place(each.second, 1)) as u32
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
        if score < LEAST {
            return score;
        }
        if before {
            score += NEIGHBOUR;
        }
        if behind {
            score += NEIGHBOUR;
        }
        if let (Some(a), Some(b)) = (self.anchor(0, each.first), self.anchor(1, each.second)) {
            let [first, second] = [self.partner[0][a as usize], self.partner[1][b as usize]];
            if first == Some(b) {
                score += ANCHOR;
            } else if first.is_some() || second.is_some() {
                score -= ANCHOR;
            }
        }
        let (one, other) = self.sentences_of(each);
        if self.sentences.contains(&both(one, other)) {
            score += SENTENCE;
        } else if self.linked[0][one as usize] && self.linked[1][other as usize] {
            score -= ELSEWHERE;
        }
        score
    }

    /// What a growth is the growth of: the figure before it in its sentence.
    fn anchor(&self, side: usize, at: u32) -> Option<u32> {
        let list = &self.sides[side].list;
        let own = &list[at as usize];
        if !own.is_growth {
            return None;
        }
        let near = (at as usize).saturating_sub(GROWTHS)..at as usize;
        let before = near.rev().find(|before| !list[*before].is_growth)?;
        let other = &list[before];
        (other.sentence == own.sentence && (own.name.is_empty() || own.name == other.name)).then_some(before as u32)
    }

    fn into_result(mut self, candidates: &[Candidate]) -> (Vec<Match>, Vec<Alone>) {
        // The most like that each figure is not paired with, and why not.
        let mut rivals =
            [0, 1].map(|side: usize| alloc::vec![(0.0, AloneReason::NewWords); self.sides[side].list.len()]);
        for each in candidates {
            let partners = [self.partner[0][each.first as usize], self.partner[1][each.second as usize]];
            if partners[0] == Some(each.second) {
                continue;
            }
            let free = partners.iter().all(Option::is_none);
            let reason = each.hindrance.unwrap_or(if free { AloneReason::Unclear } else { AloneReason::Taken });
            for (side, at) in [(0, each.first), (1, each.second)] {
                let best: &mut (f64, AloneReason) = &mut rivals[side][at as usize];
                if each.likeness > best.0 {
                    *best = (each.likeness, reason);
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
                let (likeness, why) = rivals[side][at];
                let reason = if likeness >= ENOUGH {
                    why
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
