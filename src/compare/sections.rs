//! Outline beside outline: headings matched by what they are about, their titles and what stands above them.

use super::alignment::Match;
use crate::emit::closed_set;
use crate::grams::{Grams, Index, both, counted, in_proportion};
use crate::order::by_place;
use crate::report::{Heading, Report, Role};
use crate::span::Span;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// A heading of each report, or of one of them. Index paths lead into `outline`.
///
/// ```
/// use gangmu::SectionState;
/// let last = gangmu::parse("一、主要举措\n开展培训。\n二、存在的问题\n力量不足。");
/// let this = gangmu::parse("一、主要举措和成效\n开展培训。\n二、特色做法\n组建队伍。");
/// let states: Vec<_> = gangmu::compare(&last, &this).sections.iter().map(|pair| pair.state).collect();
/// assert_eq!(states, [SectionState::Renamed, SectionState::New, SectionState::Gone]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SectionPair {
    /// In the first report; `None` where the heading is new.
    pub first: Option<Vec<u32>>,
    /// In the second; `None` where it is gone.
    pub second: Option<Vec<u32>>,
    /// What became of it.
    pub state: SectionState,
}

closed_set! {
    /// What became of a heading.
    ///
    /// ```
    /// let report = gangmu::parse("一、主要举措\n开展培训。");
    /// assert_eq!(gangmu::compare(&report, &report).sections[0].state, gangmu::SectionState::Kept);
    /// ```
    pub enum SectionState {
        /// The same title in the same place.
        Kept = "kept",
        /// About the same, in other words.
        Renamed = "renamed",
        /// Under another heading, or before what it stood behind.
        Moved = "moved",
        /// Only in the second report.
        New = "new",
        /// Only in the first.
        Gone = "gone",
    }
}

/// How like titles must be.
const ENOUGH: f64 = 0.45;
/// What it says for two headings that those above them belong together.
const ABOVE: f64 = 0.15;
/// What the same role says for two top sections.
const ROLE: f64 = 0.4;
/// What it says that all their figures are pairs.
const CONTENT: f64 = 0.7;
/// How many top sections of one role are looked at.
const COMMON: usize = 24;

/// A heading with the way to it.
#[derive(Debug)]
struct Entry<'r> {
    path: Vec<u32>,
    title: &'r str,
    grams: Grams,
    role: Option<Role>,
    /// The heading above it, by its place in the list.
    above: Option<u32>,
}

/// The headings of both side by side; the figures that `pairs` ties together speak for the sections that they stand in.
pub(super) fn beside(first: &Report<'_>, second: &Report<'_>, pairs: &[Match]) -> Vec<SectionPair> {
    let lists = [first, second].map(|report| {
        let mut list = Vec::new();
        gather(&report.outline, None, &mut Vec::new(), &mut list);
        list
    });
    let shared = Shared::of(&lists, [first, second], pairs);
    let partner = matched(&lists, &shared);
    let mut out = Vec::with_capacity(lists[1].len());
    let mut back = alloc::vec![None; lists[0].len()];
    for (second, first) in partner.iter().enumerate() {
        if let Some(first) = first {
            back[*first as usize] = Some(second);
        }
    }
    let in_order = in_order(&partner);
    // What is gone stands before the first of those that followed it and are still there.
    let mut next_gone = 0;
    let gone = |until: usize, next: &mut usize, out: &mut Vec<SectionPair>| {
        while *next < until {
            if back[*next].is_none() {
                let first = Some(lists[0][*next].path.clone());
                out.push(SectionPair { first, second: None, state: SectionState::Gone });
            }
            *next += 1;
        }
    };
    for (at, entry) in lists[1].iter().enumerate() {
        let Some(first) = partner[at] else {
            out.push(SectionPair { first: None, second: Some(entry.path.clone()), state: SectionState::New });
            continue;
        };
        if in_order[at] {
            gone(first as usize, &mut next_gone, &mut out);
        }
        let other = &lists[0][first as usize];
        // A heading put over all of them moves none.
        let above = match (other.above, entry.above) {
            (Some(a), Some(b)) => {
                partner[b as usize] == Some(a) || partner[b as usize].is_none() && back[a as usize].is_none()
            }
            (None, Some(b)) => partner[b as usize].is_none(),
            (Some(a), None) => back[a as usize].is_none(),
            (None, None) => true,
        };
        let state = match () {
            () if !above || !in_order[at] => SectionState::Moved,
            () if other.title == entry.title => SectionState::Kept,
            () => SectionState::Renamed,
        };
        out.push(SectionPair { first: Some(other.path.clone()), second: Some(entry.path.clone()), state });
    }
    gone(lists[0].len(), &mut next_gone, &mut out);
    out
}

/// How many pairs of figures two sections share.
#[derive(Debug)]
struct Shared {
    /// By section of the second report, then of the first, in one number.
    pairs: BTreeMap<u64, u32>,
    /// How many figures each section has that are in a pair.
    paired: [Vec<u32>; 2],
}

impl Shared {
    fn of(lists: &[Vec<Entry<'_>>; 2], reports: [&Report<'_>; 2], matches: &[Match]) -> Shared {
        let mut shared =
            Shared { pairs: BTreeMap::new(), paired: [0, 1].map(|side: usize| alloc::vec![0; lists[side].len()]) };
        // The list is in the order of its paths.
        let place =
            |side: usize, path: &[u32]| lists[side].binary_search_by(|entry| entry.path.as_slice().cmp(path)).ok();
        for found in matches {
            let ways = [
                &*reports[0].figures[found.first as usize].heading,
                &*reports[1].figures[found.second as usize].heading,
            ];
            let depths = ways.map(|way| way.len());
            let same = (1..=depths[0].min(depths[1])).map(|depth| [depth, depth]);
            // Where one report has a level more than the other the innermost still meet.
            for depths in same.chain((depths[0] != depths[1]).then_some(depths)) {
                let at = [0, 1].map(|side: usize| place(side, &ways[side][..depths[side]]));
                if let [Some(first), Some(second)] = at {
                    *shared.pairs.entry(both(second as u32, first as u32)).or_default() += 1;
                    shared.paired[0][first] += 1;
                    shared.paired[1][second] += 1;
                }
            }
        }
        shared
    }

    /// The sections of the first report that share some with section `second`.
    fn beside(&self, second: u32) -> impl Iterator<Item = u32> + '_ {
        self.pairs.range(both(second, 0)..=both(second, u32::MAX)).map(|(key, _)| *key as u32)
    }

    /// 1 where the figures of both sections are pairs of one another, and of no other section's.
    fn part(&self, first: u32, second: u32) -> f64 {
        let pairs = self.pairs.get(&both(second, first)).copied().unwrap_or_default();
        let all = self.paired[0][first as usize] + self.paired[1][second as usize];
        if all == 0 { 0.0 } else { 2.0 * f64::from(pairs) / f64::from(all) }
    }
}

fn gather<'r>(headings: &'r [Heading<'r>], above: Option<u32>, path: &mut Vec<u32>, out: &mut Vec<Entry<'r>>) {
    for (at, heading) in headings.iter().enumerate() {
        path.push(at as u32);
        let place = out.len() as u32;
        let grams = Grams::of(&heading.title);
        out.push(Entry { path: path.clone(), title: &heading.title, grams, role: heading.role, above });
        gather(&heading.children, Some(place), path, out);
        path.pop();
    }
}

/// For each heading of the second report that of the first which it goes on from.
fn matched(lists: &[Vec<Entry<'_>>; 2], shared: &Shared) -> Vec<Option<u32>> {
    let [firsts, seconds] = lists;
    let index = Index::of(firsts.iter().chain(seconds).map(|entry| &entry.grams));
    let titles = lists.each_ref().map(|list| list.iter().map(|entry| index.weighed(&entry.grams)).collect::<Vec<_>>());
    let mut candidates: Vec<(u32, u32, f64)> = Vec::new();
    for (second, entry) in seconds.iter().enumerate() {
        let about = in_proportion(second, seconds.len(), firsts.len());
        let mut met = index.most_like(&entry.grams, firsts.len(), about);
        // Titles without words, and top sections of one role, meet without sharing words.
        if entry.above.is_none() && telling(entry.role) {
            let tops = firsts.iter().enumerate().filter(|(_, other)| other.above.is_none() && other.role == entry.role);
            met.extend(tops.take(COMMON).map(|(first, _)| first as u32));
        }
        met.extend(shared.beside(second as u32));
        for (first, _) in counted(met) {
            let other = &firsts[first as usize];
            let overlap = titles[0][first as usize].overlap(&titles[1][second]);
            let role =
                other.above.is_none() && entry.above.is_none() && telling(entry.role) && other.role == entry.role;
            let likeness = 0.7 * overlap.likeness()
                + 0.3 * overlap.covering()
                + CONTENT * shared.part(first, second as u32)
                + if role { ROLE } else { 0.0 };
            candidates.push((first, second as u32, likeness));
        }
    }
    let mut partner = alloc::vec![None; seconds.len()];
    let mut taken = alloc::vec![false; firsts.len()];
    // Once by the titles, then with what the headings above say.
    for round in 0..2 {
        let support = |first: u32, second: u32| match (firsts[first as usize].above, seconds[second as usize].above) {
            (Some(a), Some(b)) if partner[b as usize] == Some(a) => ABOVE,
            (None, None) => ABOVE,
            _ => 0.0,
        };
        let mut scored: Vec<(u32, u32, f64)> = candidates
            .iter()
            .map(|(first, second, likeness)| (*first, *second, likeness + support(*first, *second)))
            .collect();
        by_place(&mut scored, |(first, second, likeness)| {
            (Span { start: (4.0e6 - likeness * 1.0e6) as u32, end: first.abs_diff(*second) }, *first)
        });
        for (first, second, likeness) in scored {
            let least = if round == 0 { ENOUGH + ABOVE } else { ENOUGH };
            if likeness >= least && !taken[first as usize] && partner[second as usize].is_none() {
                taken[first as usize] = true;
                partner[second as usize] = Some(first);
            }
        }
    }
    partner
}

/// Whether a role says what a section is about.
fn telling(role: Option<Role>) -> bool {
    role.is_some_and(|role| !matches!(role, Role::Other | Role::Work))
}

/// Which of the second's headings stand in the order of the first's: the longest run that does.
fn in_order(partner: &[Option<u32>]) -> Vec<bool> {
    // Patience: for each length the heading whose partner is the smallest that such a run can end with.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = alloc::vec![None; partner.len()];
    for (at, first) in partner.iter().enumerate() {
        let Some(first) = first else { continue };
        let place = ends.partition_point(|end| partner[*end].is_some_and(|other| other < *first));
        before[at] = place.checked_sub(1).map(|place| ends[place]);
        if place < ends.len() { ends[place] = at } else { ends.push(at) }
    }
    let mut kept = alloc::vec![false; partner.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        kept[place] = true;
        at = before[place];
    }
    kept
}
