//! The figures with what stands between them: which sentence and paragraph each is in, and the words before it. Read once,
//! so that a look back costs the same however far it goes.

use crate::chars::{after, has_word, one_of, step_back};
use crate::concordance::{Concordance, Letters, letters};
use crate::options::Language;
use crate::report::{Bound, Figure, Kind};
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;

/// How many characters before a figure say what it is to others.
const LEAD: usize = 40;

pub(super) struct Ledger<'a, 't> {
    pub(super) text: &'t str,
    pub(super) figures: &'a [Figure<'t>],
    /// What slips are told in.
    pub(super) language: Language,
    /// For each figure, the number of its sentence and of its paragraph, and how many brackets are open there.
    places: Vec<(u32, u32, u32)>,
    /// For each figure, where the words before it begin: those up to the figure before, and those of its own clause.
    leads: Vec<(u32, u32)>,
    /// For each figure, whether it can be a whole or a part of one.
    amounts: Vec<bool>,
}

impl<'a, 't> Ledger<'a, 't> {
    pub(super) fn of(
        text: &'t str,
        concordance: &Concordance,
        figures: &'a [Figure<'t>],
        language: Language,
    ) -> Ledger<'a, 't> {
        const STOPS: &Letters = letters!("。！？!?｡\n");
        const BRACKETS: &Letters = letters!("（）()\n");
        let mut stops = concordance.all().of(STOPS).peekable();
        let mut brackets = concordance.all().of(BRACKETS).peekable();
        let mut places = Vec::with_capacity(figures.len());
        let (mut sentence, mut paragraph, mut depth) = (0, 0, 0_u32);
        let mut from = 0;
        for figure in figures {
            // A stop in a figure is none.
            while stops.next_if(|stop| *stop < from).is_some() {}
            while let Some(stop) = stops.next_if(|stop| *stop < figure.span.start as usize) {
                // A line that ends with a colon or a semicolon goes on in the next: a list.
                let is_break = text.as_bytes().get(stop) == Some(&b'\n');
                let broken = is_break && {
                    let last = text.get(from..stop).and_then(|words| words.trim_end_of(set!("\r")).chars().next_back());
                    !one_of(last, set!("；：，、;:,\n\r"))
                };
                paragraph += u32::from(broken);
                sentence += u32::from(broken || !is_break);
            }
            while let Some(at) = brackets.next_if(|at| *at < figure.span.start as usize) {
                depth = match after(text, at) {
                    Some('（' | '(') => depth + 1,
                    Some('）' | ')') => depth.saturating_sub(1),
                    // What is not closed in its line is not meant to be.
                    _ => 0,
                };
            }
            places.push((sentence, paragraph, depth));
            from = figure.span.end as usize;
        }
        let mut ledger = Ledger { text, figures, language, places, leads: Vec::new(), amounts: Vec::new() };
        ledger.leads = (0..figures.len()).map(|place| ledger.leads_of(place, concordance)).collect();
        ledger.amounts = (0..figures.len()).map(|place| ledger.can_add(place)).collect();
        ledger
    }

    /// How many sentences lie between two figures; `None` where they are not of one paragraph.
    pub(super) fn sentences(&self, before: usize, behind: usize) -> Option<u32> {
        let (before, behind) = (self.places.get(before)?, self.places.get(behind)?);
        (before.1 == behind.1).then(|| behind.0.saturating_sub(before.0))
    }

    /// How many brackets are open where a figure stands.
    pub(super) fn depth(&self, place: usize) -> u32 {
        self.places.get(place).map_or(0, |place| place.2)
    }

    pub(super) fn same_sentence(&self, before: usize, behind: usize) -> bool {
        self.sentences(before, behind) == Some(0)
    }

    /// The words between a figure and the one before it, the last forty of them; of the first, those before it.
    pub(super) fn before(&self, place: usize) -> &'t str {
        self.text.get(self.leads[place].0 as usize..self.figures[place].span.start as usize).unwrap_or_default()
    }

    /// The words of the figure's own clause that stand before it.
    pub(super) fn lead(&self, place: usize) -> &'t str {
        self.text.get(self.leads[place].1 as usize..self.figures[place].span.start as usize).unwrap_or_default()
    }

    /// Where those two begin.
    fn leads_of(&self, place: usize, concordance: &Concordance) -> (u32, u32) {
        let end = self.figures[place].span.start as usize;
        let last = place.checked_sub(1).map_or(0, |last| self.figures[last].span.end as usize);
        // Of few bytes the characters are counted quickly.
        let gap = self.text.get(last..end).filter(|gap| gap.len() <= 4 * LEAD);
        let near = gap.is_some_and(|gap| gap.len() <= LEAD || gap.chars().count() <= LEAD);
        let from = if near { last } else { step_back(self.text, end, LEAD).max(last).min(end) };
        let places = concordance.within(Span::new(from, end));
        // Brackets that are closed before the figure belong to the clause: 比重（城镇化率）为.
        let ends = if places.has(letters!("）)")) {
            letters!("，,。；;：:、！？\n")
        } else {
            letters!("，,。；;：:、！？\n（(")
        };
        let clause = places.last(ends).and_then(|at| Some(at - from + after(self.text, at)?.len_utf8()));
        (from as u32, (from + clause.unwrap_or(0)) as u32)
    }

    /// The words behind a figure, up to the next one, at most forty.
    pub(super) fn behind(&self, place: usize) -> &'t str {
        let from = self.figures[place].span.end as usize;
        let end = crate::chars::step_on(self.text, from, LEAD);
        let next = self.figures.get(place + 1).map_or(self.text.len(), |next| next.span.start as usize);
        work::done(end - from);
        self.text.get(from..end.min(next)).unwrap_or_default()
    }

    /// The figure's words.
    pub(super) fn words(&self, place: usize) -> &'t str {
        &self.text[self.figures[place].span]
    }

    /// What is counted, without a remark in brackets behind it: 优良率（AQI达标率） is 优良率.
    pub(super) fn name(&self, place: usize) -> &str {
        let name: &str = &self.figures[place].indicator;
        if !name.ends_of(set!("）)")) {
            return name;
        }
        name.rfind_of(set!("（(")).filter(|at| *at > 0).map_or(name, |at| &name[..at])
    }

    /// Whether a figure can be a whole or a part of one: an amount, not a change or a share, nor what cannot be added.
    pub(super) fn is_amount(&self, place: usize) -> bool {
        self.amounts.get(place) == Some(&true)
    }

    fn can_add(&self, place: usize) -> bool {
        self.is_single(place)
            && !self.figures[place].unit.as_deref().is_some_and(|unit| has_word(unit, "/"))
            && !is_of_each(self.lead(place))
    }

    /// Whether a figure is one value of something, not a range, a change, a share or a time.
    pub(super) fn is_single(&self, place: usize) -> bool {
        let figure = &self.figures[place];
        figure.upper.is_none()
            && figure.change.is_none()
            && !matches!(figure.kind, Kind::Percent | Kind::Multiple | Kind::Duration)
    }

    /// Whether both count in one unit.
    pub(super) fn same_unit(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.figures[a], &self.figures[b]);
        a.kind == b.kind && a.unit == b.unit
    }

    pub(super) fn is_exact(&self, place: usize) -> bool {
        self.figures[place].bound == Bound::Exact
    }

    /// Amounts in the unit of `place` before it, the nearest first, no further than `sentences` sentences back.
    pub(super) fn amounts_before(&self, place: usize, sentences: u32) -> impl Iterator<Item = usize> {
        (place.saturating_sub(super::REACH)..place)
            .rev()
            .take_while(move |each| self.sentences(*each, place).is_some_and(|between| between <= sentences))
            .filter(move |each| self.is_amount(*each) && self.same_unit(*each, place))
    }
}

/// Whether words speak of one of many, or of a price or an index: such values are not added.
fn is_of_each(words: &str) -> bool {
    // All of these words have one of five characters.
    words.has_of(set!("均价度数每"))
        && words.has_any(words!("人均 户均 亩均 村均 平均 均价 单价 密度 指数 每人 每户 每亩 每万 每千 每百 每平方"))
}
