//! What an editor would want to be told. Each finding says what is wrong, by which clause, and gives the edit that mends it
//! where one edit is right.
//!
//! The families stand in files of their own; each looks at the [`Subject`] and says what it finds to [`Findings`], which
//! knows what rules are on, puts everything in order, makes one finding of many where the rule wants it, and gives each its
//! fingerprint.

mod arithmetic;
mod claims;
mod dates;
mod numbering;
mod numbers;
mod parts;
mod privacy;
mod punctuation;
mod wording;

use crate::chars::after;
use crate::compose::Part;
use crate::concordance::{Concordance, Letters, letters};
use crate::hash::Fnv;
use crate::headings::Marked;
use crate::lines::Line;
use crate::metadata::Found;
use crate::options::{Language, Options, Sentence};
use crate::order::{by_place, by_runs};
use crate::report::{Citation, DateMention, Edit, Figure, Finding, Metadata, Passage, Relation};
use crate::rules::{Family, Rule};
use crate::span::Span;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// What the rules look at: the text without its noise, and all that was read in it.
#[derive(Debug)]
pub(crate) struct Subject<'t, 'a> {
    pub(crate) text: &'t str,
    /// Where the watched characters stand.
    pub(crate) places: &'a Concordance,
    /// The lines that are the report's.
    pub(crate) lines: &'a [Line],
    pub(crate) marked: &'a [Marked],
    pub(crate) figures: &'a [Figure<'t>],
    pub(crate) dates: &'a [DateMention<'t>],
    pub(crate) passages: &'a [Passage],
    pub(crate) relations: &'a [Relation<'t>],
    pub(crate) metadata: &'a Metadata<'t>,
    /// A date of signing that lost its 年月日.
    pub(crate) garbled: Option<Span>,
    /// How the text is signed.
    pub(crate) head: &'a Found<'t>,
    /// What it cites in 《》.
    pub(crate) works: &'a [Citation<'t>],
}

impl<'a> Subject<'_, 'a> {
    /// Where the characters of `set` stand in the report, in order, each place with the words of its line.
    pub(crate) fn places_of<'s>(&self, set: &'s Letters) -> impl Iterator<Item = (Span, usize)> + use<'a, 's> {
        let mut lines = self.lines.iter().map(|line| line.words).peekable();
        self.places.all().of(set).filter_map(move |at| {
            while lines.next_if(|line| line.end as usize <= at).is_some() {}
            lines.peek().filter(|line| line.start as usize <= at).map(|line| (*line, at))
        })
    }
}

/// Everything the rules find that are on, in reading order.
pub(crate) fn find<'t>(subject: &Subject<'t, '_>, options: &Options) -> Vec<Finding<'t>> {
    let mut out = Findings { text: subject.text, options, found: Vec::new(), groups: [u32::MAX; Rule::ALL.len()] };
    characters(subject, &mut out);
    numbering::find(subject, &mut out);
    claims::find(subject, &mut out);
    arithmetic::find(subject, &mut out);
    parts::find(subject, &mut out);
    dates::find(subject, &mut out);
    numbers::find(subject, &mut out);
    punctuation::find(subject, &mut out);
    wording::find(subject, &mut out);
    out.in_order()
}

/// The rules that look at single characters: the report is gone through once, and each is shown those that it asks for.
fn characters(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    const ASKED: &Letters = letters!("0123456789０１２３４５６７８９Aa@＠：:.、届〔[［【(（");
    let mut dates = dates::Digits::of(subject);
    let mut numbers = numbers::Characters::default();
    let mut parts = parts::Numbers::default();
    let mut privacy = privacy::Private::default();
    for (line, at) in subject.places_of(ASKED) {
        let (words, place) = (&subject.text[line], at - line.start as usize);
        let Some(ch) = after(words, place) else { continue };
        match ch {
            '0'..='9' | '０'..='９' => {
                dates.look(subject, line, place, ch, out);
                numbers.look(line, words, place, ch, out);
                privacy.look(line, words, place, ch, out);
            }
            'A'..='Z' | 'a'..='z' => {
                numbers.look(line, words, place, ch, out);
                privacy.look(line, words, place, ch, out);
            }
            '.' | '、' | '届' => numbers.look(line, words, place, ch, out),
            '@' | '＠' | '：' | ':' => privacy.look(line, words, place, ch, out),
            _ => parts.look(subject, line, place, ch, out),
        }
    }
    dates.finish(subject, out);
}

/// A replacement of what stands at `span`.
pub(crate) fn edit<'t>(span: Span, text: &'static str) -> Option<Edit<'t>> {
    Some(Edit { span, text: Cow::Borrowed(text) })
}

/// What a form that is wrong, `{0}`, should be: `{1}`.
pub(crate) const SHOULD_BE: Sentence = &["“{0}”应为“{1}”。", "“{0}” should be “{1}”."];

/// What stands twice in a row: `{0}`.
pub(crate) const TWICE: Sentence = &["“{0}”重复。", "“{0}” stands twice."];

/// What was found so far. Each finding is told by a [`Sentence`] and the `parts` that fill its holes.
#[derive(Debug)]
pub(crate) struct Findings<'t, 'o> {
    text: &'t str,
    options: &'o Options,
    found: Vec<Finding<'t>>,
    /// Where the finding of a grouped rule stands among them; such a rule is said in reading order.
    groups: [u32; Rule::ALL.len()],
}

impl<'t> Findings<'t, '_> {
    /// Whether a rule is worth asking for.
    pub(crate) fn is_on(&self, rule: Rule) -> bool {
        self.options.is_on(rule)
    }

    /// The language that findings are told in.
    pub(crate) fn language(&self) -> Language {
        self.options.language
    }

    /// A finding that a person must decide on.
    pub(crate) fn say(&mut self, rule: Rule, span: Span, sentence: Sentence, parts: &[&dyn Part]) {
        self.push(rule, span, sentence, parts, [None, None]);
    }

    /// A calculation that fails, told by it: its finding is known again by it too, in whatever language.
    pub(crate) fn say_calculated(
        &mut self,
        rule: Rule,
        span: Span,
        sentence: Sentence,
        parts: &[&dyn Part],
        calculation: &str,
    ) {
        let before = self.found.len();
        self.push(rule, span, sentence, parts, [None, None]);
        if let Some(own) = self.found.get_mut(before) {
            own.fingerprint = Cow::Owned(calculation.into());
        }
    }

    /// A finding that one edit mends: `text` instead of what stands at `at`.
    pub(crate) fn say_mended(
        &mut self,
        rule: Rule,
        span: Span,
        sentence: Sentence,
        parts: &[&dyn Part],
        at: Span,
        text: impl Into<Cow<'t, str>>,
    ) {
        self.push(rule, span, sentence, parts, [Some(Edit { span: at, text: text.into() }), None]);
    }

    /// A finding that is mended by `right` instead of all that stands at `span`: `{1}` and `{0}` of the sentence.
    pub(crate) fn say_right(&mut self, rule: Rule, span: Span, sentence: Sentence, right: impl Into<Cow<'t, str>>) {
        let (found, text) = (&self.text[span], right.into());
        let parts: [&dyn Part; 2] = [&found, &text.clone()];
        self.push(rule, span, sentence, &parts, [Some(Edit { span, text }), None]);
    }

    /// A finding that two edits mend together, in reading order; one of a pair may be right as it is.
    pub(crate) fn say_edits(&mut self, rule: Rule, span: Span, sentence: Sentence, edits: [Option<Edit<'t>>; 2]) {
        self.push(rule, span, sentence, &[], edits);
    }

    fn push(&mut self, rule: Rule, span: Span, sentence: Sentence, parts: &[&dyn Part], edits: [Option<Edit<'t>>; 2]) {
        if !self.is_on(rule) {
            return;
        }
        // All places of a grouped rule are one finding: a text full of half-width commas makes a list of places only.
        let group = self.groups.get_mut(rule as usize).filter(|_| rule.is_grouped());
        if let Some(group) = group {
            if let Some(first) = self.found.get_mut(*group as usize) {
                first.places.push(span);
                match (&mut first.fix, &edits) {
                    (Some(fix), [Some(_), _] | [_, Some(_)]) => fix.extend(edits.into_iter().flatten()),
                    (fix, _) => *fix = None,
                }
                return;
            }
            *group = self.found.len() as u32;
        }
        let fix: Vec<Edit<'t>> = edits.into_iter().flatten().collect();
        self.found.push(Finding {
            span,
            rule,
            severity: rule.severity(),
            message: Cow::Owned(self.options.language.say(sentence, parts)),
            source: rule.clause().map(Cow::Borrowed),
            fix: Some(fix).filter(|fix| !fix.is_empty()),
            confidence: rule.confidence(),
            places: alloc::vec![span],
            fingerprint: Cow::Borrowed(""),
        });
    }

    fn in_order(self) -> Vec<Finding<'t>> {
        let text = self.text;
        let mut out = self.found;
        by_runs(&mut out, |finding| (finding.span, finding.rule as u32));
        fingerprints(text, &mut out);
        out
    }
}

/// A finding is known again by its rule and the words that stand round it; a calculation by itself, so that it comes
/// back when a number changes; all places of a grouped rule together by the rule alone. Of two alike the second is another.
fn fingerprints(text: &str, found: &mut [Finding<'_>]) {
    let mut seen: Vec<(u64, u32)> = found
        .iter()
        .zip(0..)
        .map(|(finding, place)| {
            let mut hash = Fnv::default();
            hash.add(finding.rule.name());
            if finding.rule.family() == Family::Arithmetic {
                hash.add(&finding.fingerprint);
            } else if !finding.rule.is_grouped() {
                hash.add_round(text, finding.span);
            }
            (hash.0, place)
        })
        .collect();
    by_place(&mut seen, |(hash, place)| (Span { start: (hash >> 32) as u32, end: *hash as u32 }, *place));
    let mut alike = 0;
    let mut last = None;
    for (hash, place) in seen {
        alike = if last == Some(hash) { alike + 1 } else { 0 };
        last = Some(hash);
        if let Some(finding) = found.get_mut(place as usize) {
            finding.fingerprint = Cow::Owned(Fnv(hash.wrapping_add(alike)).hexadecimal());
        }
    }
}
