//! Last year's plan against this year's work: which of its sentences were taken up, and where.

use crate::chars::{is_han, is_sentence_stop};
use crate::emit::closed_set;
use crate::grams::{Grams, Index, Weighed, in_proportion};
use crate::report::{Report, Role};
use crate::rules::Confidence;
use crate::search::{Search, set};
use crate::signature::role_at;
use crate::span::Span;
use alloc::vec::Vec;

/// A sentence of the first report's plan, and what became of it.
///
/// ```
/// let last = "一、主要举措\n开展培训12次。\n二、下一年工作安排\n建设渔港路便民服务站。";
/// let this = "一、主要举措\n建成渔港路便民服务站2处。";
/// let plan = &gangmu::compare(&gangmu::parse(last), &gangmu::parse(this)).plans[0];
/// assert_eq!(&last[plan.span], "建设渔港路便民服务站。");
/// assert_eq!(plan.state, gangmu::PlanState::WithFigure);
/// assert_eq!(&this[plan.found.unwrap()], "建成渔港路便民服务站2处。");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plan {
    /// The sentence, in the first report.
    pub span: Span,
    /// What became of it.
    pub state: PlanState,
    /// How sure that is.
    pub confidence: Confidence,
    /// The sentence that takes it up, in the second report.
    pub found: Option<Span>,
    /// The figures of that sentence, in the second report.
    pub figures: Vec<u32>,
}

closed_set! {
    /// What became of a plan.
    ///
    /// ```
    /// let last = gangmu::parse("一、下一年工作安排\n建设渔港路便民服务站。");
    /// let plans = gangmu::compare(&last, &gangmu::parse("一、主要举措\n栽树300株。")).plans;
    /// assert_eq!(plans[0].state, gangmu::PlanState::NotMentioned);
    /// ```
    pub enum PlanState {
        /// Taken up, and a figure says how much of it.
        WithFigure = "with-figure",
        /// Taken up.
        TakenUp = "taken-up",
        /// The second report doesn't speak of it.
        NotMentioned = "not-mentioned",
    }
}

/// A sentence of fewer characters says nothing that could be looked up.
const SHORTEST: usize = 5;
/// A heading of fewer is a slogan: 提升执法能力.
const SLOGAN: usize = 8;
/// So much of a plan's words must stand in the sentence that takes it up.
const ENOUGH: f64 = 0.2;
const LIKELY: f64 = 0.5;

/// What became of the plan of `first`.
pub(super) fn followed(first: &Report<'_>, second: &Report<'_>) -> Vec<Plan> {
    let planned = sentences(first, |role| role == Some(Role::Plan));
    if planned.is_empty() {
        return Vec::new();
    }
    let done = sentences(second, |role| !matches!(role, Some(Role::Plan | Role::Problems)));
    let grams = |report: &Report<'_>, spans: &[Span]| -> Vec<Grams> {
        spans.iter().map(|span| Grams::of(&report.text[*span]).pairs()).collect()
    };
    let (plans, doings) = (grams(first, &planned), grams(second, &done));
    let index = Index::of(doings.iter().chain(&plans));
    let doings: Vec<Weighed> = doings.iter().map(|doing| index.weighed(doing)).collect();
    let mut out = Vec::with_capacity(planned.len());
    for (at, (span, plan)) in planned.iter().zip(&plans).enumerate() {
        let best = best(&index, plan, &doings, in_proportion(at, plans.len(), doings.len()));
        out.push(match best.filter(|(_, share)| *share >= ENOUGH) {
            None => Plan {
                span: *span,
                state: PlanState::NotMentioned,
                confidence: if best.is_some_and(|(_, share)| share >= ENOUGH / 2.0) {
                    Confidence::Possible
                } else {
                    Confidence::Likely
                },
                found: None,
                figures: Vec::new(),
            },
            Some((at, share)) => {
                let figures = figures_in(second, done[at]);
                Plan {
                    span: *span,
                    state: if figures.is_empty() { PlanState::TakenUp } else { PlanState::WithFigure },
                    confidence: if share >= LIKELY { Confidence::Likely } else { Confidence::Possible },
                    found: Some(done[at]),
                    figures,
                }
            }
        });
    }
    out
}

/// The sentence with most of the plan's words, and how much of them it has.
fn best(index: &Index, plan: &Grams, doings: &[Weighed], about: usize) -> Option<(usize, f64)> {
    let words = index.weighed(plan);
    let mut found: Option<(usize, f64)> = None;
    for thing in index.most_like(plan, doings.len(), about) {
        let share = words.overlap(&doings[thing as usize]).of_first();
        if found.is_none_or(|(_, before)| share > before) {
            found = Some((thing as usize, share));
        }
    }
    found
}

fn figures_in(report: &Report<'_>, span: Span) -> Vec<u32> {
    let start = report.figures.partition_point(|figure| figure.span.start < span.start);
    let end = report.figures.partition_point(|figure| figure.span.start < span.end);
    (start as u32..end as u32).collect()
}

/// The sentences of the passages that `is` takes, headings left out.
fn sentences(report: &Report<'_>, is: impl Fn(Option<Role>) -> bool) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let text = report.text;
    for (at, ch) in text.char_indices().chain([(text.len(), '\n')]) {
        let ends = is_sentence_stop(ch) || matches!(ch, '；' | ';' | '\n' | '\r');
        if !ends {
            continue;
        }
        let stop = if matches!(ch, '\n' | '\r') { at } else { at + ch.len_utf8() };
        let words = &text[start..stop];
        let begin = start + (words.len() - words.trim_start().len());
        let span = Span::new(begin, stop.max(begin));
        let length = text[span].chars().filter(|ch| is_han(*ch)).count();
        // 2023年，我们将抓好以下工作： announces the plan; 让我们携手奋进！ calls for it.
        let announces = text[span].ends_with(['：', ':', '！', '!']);
        let signature = report.metadata.issuer.as_deref() == Some(&text[span]);
        if length >= SHORTEST
            && !announces
            && !signature
            && is(role_at(report, span))
            && !is_title(report, span, length)
        {
            out.push(span);
        }
        start = (at + ch.len_utf8()).min(text.len());
    }
    out
}

/// Whether `span` is a heading that stands on a line of its own over other text. One without text is the plan itself (1.建设便民服务站。), and so is
/// one that the text goes on behind.
fn is_title(report: &Report<'_>, span: Span, length: usize) -> bool {
    let mut level = &report.outline;
    loop {
        let place = level.partition_point(|heading| heading.span.start <= span.start);
        let Some(heading) = place.checked_sub(1).and_then(|place| level.get(place)) else { return false };
        if span.end <= heading.span.end + '。'.len_utf8() as u32 {
            let body = report.text[heading.body].trim_start_of(set!("。；：: \u{3000}"));
            return length < SLOGAN
                || !heading.children.is_empty()
                || body.starts_of(set!("\r\n")) && !body.trim().is_empty();
        }
        level = &heading.children;
    }
}
