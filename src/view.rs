//! The text as a reader sees it: without characters that show nothing, without the line breaks of a page's edge, in
//! simplified characters. The rules read the view; what they find is carried back to the text as it was given.

use crate::chars::shows_nothing;
use crate::concordance::Concordance;
use crate::decimal::Decimal;
use crate::lines::{self, Line, is_break};
use crate::lone_numbers;
use crate::markdown;
use crate::noise;
use crate::order::by_place;
use crate::report::{Noise, NoiseKind};
use crate::search::Search;
use crate::span::Span;
use crate::traditional::simplified;
use crate::work;
use crate::wrapped;
use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

/// A place of the view behind which more of the text was left out.
#[derive(Clone, Copy, Debug)]
struct Cut {
    /// The byte of the view.
    at: u32,
    /// How many bytes of the text have been left out up to here.
    skipped: u32,
}

/// A text with its view.
#[derive(Debug)]
pub(crate) struct View<'t> {
    text: &'t str,
    /// The text as it is read.
    pub(crate) seen: String,
    cuts: Vec<Cut>,
    /// Characters that show nothing and page numbers inside a sentence, in the text.
    pub(crate) noise: Vec<Noise>,
}

impl<'t> View<'t> {
    /// The view of `text`, where it differs from the text.
    pub(crate) fn of(text: &'t str, places: &Concordance, lines: &[Line]) -> Option<View<'t>> {
        let mut gaps = markdown::marks(text, places, lines);
        let marks = gaps.len();
        let alone = lone_numbers::breaks(text, lines);
        gaps.extend(if alone.is_empty() { wrapped::breaks(text, places, lines) } else { alone });
        if marks > 0 {
            by_place(&mut gaps, |gap| (*gap, 0));
        }
        if gaps.is_empty() && !places.is_odd() {
            return None;
        }
        work::done(text.len());
        let mut view = View { text, seen: String::with_capacity(text.len()), cuts: Vec::new(), noise: Vec::new() };
        let mut from = 0;
        for gap in &gaps {
            view.show(from, gap.start as usize);
            view.leave_out(*gap);
            from = gap.end as usize;
        }
        view.show(from, text.len());
        Some(view)
    }

    /// Takes the text from byte `from` to byte `to` over, without what shows nothing.
    fn show(&mut self, from: usize, to: usize) {
        let mut taken = from;
        for (offset, ch) in self.text[from..to].char_indices() {
            let at = from + offset;
            let nothing = shows_nothing(ch, at);
            let simple = if nothing { None } else { simplified(ch) };
            if !nothing && simple.is_none() {
                continue;
            }
            // What is as it is seen is taken over in one piece.
            self.seen.push_str(&self.text[taken..at]);
            taken = at + ch.len_utf8();
            if nothing {
                let span = Span::new(at, at + ch.len_utf8());
                self.skip(span);
                match self.noise.last_mut().filter(|last| last.span.end == span.start) {
                    Some(last) if last.kind == NoiseKind::Invisible => last.span.end = span.end,
                    _ => self.noise.push(Noise { span, kind: NoiseKind::Invisible }),
                }
            }
            self.seen.extend(simple);
        }
        self.seen.push_str(&self.text[taken..to]);
    }

    /// Leaves a mark of Markdown out, or a line break with the page number that may stand there.
    fn leave_out(&mut self, gap: Span) {
        self.skip(gap);
        if !self.text[gap].has_if(&is_break) {
            return self.noise.push(Noise { span: gap, kind: NoiseKind::Style });
        }
        let places = Concordance::of(&self.text[gap]);
        for line in lines::read(&self.text[gap], places.all()) {
            if let Some(kind) = noise::of_line(&self.text[gap][line.words], &places.within(line.words).letters()) {
                let span = Span { start: gap.start + line.words.start, end: gap.start + line.words.end };
                self.noise.push(Noise { span, kind });
            }
        }
    }

    fn skip(&mut self, span: Span) {
        let at = self.seen.len() as u32;
        let skipped = self.cuts.last().map_or(0, |cut| cut.skipped) + span.len() as u32;
        match self.cuts.last_mut().filter(|cut| cut.at == at) {
            Some(cut) => cut.skipped = skipped,
            None => self.cuts.push(Cut { at, skipped }),
        }
    }

    /// The byte of the text for byte `at` of the view: before what is left out there, or behind it.
    fn byte(&self, at: u32, behind: bool) -> u32 {
        let cut = self.cuts.partition_point(|cut| cut.at < at || behind && cut.at == at);
        at + cut.checked_sub(1).map_or(0, |cut| self.cuts[cut].skipped)
    }

    fn span(&self, span: Span) -> Span {
        let end = self.byte(span.end, false);
        Span { start: self.byte(span.start, !span.is_empty()).min(end), end }
    }

    /// Words of the view in the characters of the text.
    fn words(&self, words: &str) -> Cow<'t, str> {
        let start = (words.as_ptr() as usize).wrapping_sub(self.seen.as_ptr() as usize);
        let Some(end) = start.checked_add(words.len()).filter(|end| *end <= self.seen.len() && !words.is_empty())
        else {
            // Made by a rule: 百分之九十五 has the unit %.
            return Cow::Owned(words.to_owned());
        };
        let inside = self.cuts.partition_point(|cut| cut.at as usize <= start)
            ..self.cuts.partition_point(|cut| (cut.at as usize) < end);
        let mut from = start as u32;
        let mut out = Cow::Borrowed("");
        for to in self.cuts[inside].iter().map(|cut| cut.at).chain([end as u32]) {
            out += &self.text[self.span(Span { start: from, end: to })];
            from = to;
        }
        out
    }
}

/// What was read in a view, carried back to the text.
pub(crate) trait Restore {
    /// The same for the text.
    type Restored<'t>;

    fn restored<'t>(self, view: &View<'t>) -> Self::Restored<'t>;
}

/// What says nothing of places stays as it is.
macro_rules! stays {
    ($($Name:ty),+) => {
        $(impl $crate::view::Restore for $Name {
            type Restored<'t> = $Name;

            fn restored<'t>(self, _: &$crate::view::View<'t>) -> $Name {
                self
            }
        })+
    };
}
pub(crate) use stays;

stays!(bool, u32, Decimal);

impl Restore for Span {
    type Restored<'t> = Span;

    fn restored<'t>(self, view: &View<'t>) -> Span {
        view.span(self)
    }
}

impl Restore for Cow<'_, str> {
    type Restored<'t> = Cow<'t, str>;

    fn restored<'t>(self, view: &View<'t>) -> Cow<'t, str> {
        match self {
            Cow::Borrowed(words) => view.words(words),
            Cow::Owned(words) => Cow::Owned(words),
        }
    }
}

impl<T: Restore> Restore for Option<T> {
    type Restored<'t> = Option<T::Restored<'t>>;

    fn restored<'t>(self, view: &View<'t>) -> Self::Restored<'t> {
        self.map(|value| value.restored(view))
    }
}

impl<T: Restore> Restore for Vec<T> {
    type Restored<'t> = Vec<T::Restored<'t>>;

    fn restored<'t>(self, view: &View<'t>) -> Self::Restored<'t> {
        self.into_iter().map(|value| value.restored(view)).collect()
    }
}
