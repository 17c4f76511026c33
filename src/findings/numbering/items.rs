//! Items left out, twice, or counted in two ways: 一是 三是, 二是 二是, 第一 二是 第三.

use crate::chars::has_word;
use crate::compose::compose;
use crate::findings::{Findings, Subject, TWICE};
use crate::headings::Marked;
use crate::items::{self, Candidate, KINDS, Series};
use crate::rules::Rule;
use crate::span::Span;
use alloc::vec::Vec;

/// How many markers ahead the next of a series is looked for.
const NEAR: usize = 8;

/// What is known of a kind of series in a section.
#[derive(Clone, Copy, Default)]
struct Run {
    last: u32,
    /// The end of its last marker.
    end: usize,
    /// How often it began: of a series inside an item nothing is said.
    begun: u32,
}

/// What is wrong with the numbers of items, section by section.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let mut section: Vec<Candidate> = Vec::new();
    let mut headings = subject.marked.iter().map(Marked::start).peekable();
    for line in subject.lines {
        if headings.next_if(|start| *start <= line.words.start).is_some() {
            judge(subject.text, &section, out);
            section.clear();
        }
        items::candidates(subject.text, subject.places, line.words, &mut section);
    }
    judge(subject.text, &section, out);
}

fn judge(text: &str, section: &[Candidate], out: &mut Findings<'_, '_>) {
    let mut runs = [Run::default(); KINDS];
    let words = |span: Span| &text[span];
    for (place, Candidate { series, found }) in section.iter().enumerate() {
        let (run, number) = (&mut runs[*series as usize], found.number);
        let counts = matches!(series, Series::Is | Series::Must | Series::Ordinal | Series::Circled);
        let next = || section[place + 1..].iter().take(NEAR).find(|next| next.series == *series);
        let skips =
            |next: &Candidate| next.found.number == 3 && !is_hidden(text, found.span.end as usize, next.found.span, 2);
        if number == 1 && counts && run.begun == 1 && run.last == 1 && next().is_some_and(skips) {
            // 一是 一是 三是: the second of them is 二是.
            out.say(Rule::ItemRepeat, found.span, TWICE, &[&words(found.span)]);
            (run.last, run.end) = (2, found.span.end as usize);
        } else if number == 1 {
            *run = Run { begun: run.begun + 1, ..Run::default() };
        } else if counts && run.begun == 1 && run.last > 0 {
            let marker = words(found.span);
            if number == run.last && !is_hidden(text, run.end, found.span, 1) {
                out.say(Rule::ItemRepeat, found.span, TWICE, &[&marker]);
            } else if number == run.last + 2 && !is_hidden(text, run.end, found.span, number - 1) {
                let sentence = &["第{0}项后接“{1}”，缺第{2}项。", "“{1}” follows item {0}; item {2} is missing."];
                out.say(Rule::ItemGap, found.span, sentence, &[&run.last, &marker, &(number - 1)]);
            }
        }
        let follows = number == run.last + 1 || run.last > 0 && number == run.last + 2;
        if follows {
            (run.last, run.end) = (number, found.span.end as usize);
        }
        let begun = run.begun > 0;
        mixed(text, &section[..=place], begun, out);
    }
}

/// Whether the item between stands where none is read: behind a word without a mark.
fn is_hidden(text: &str, from: usize, to: Span, number: u32) -> bool {
    let between = text.get(from..to.start as usize).unwrap_or_default();
    crate::work::done(between.len());
    let numeral = crate::marker::han_number(number);
    ["是", "要", "，"].iter().any(|behind| has_word(between, &compose!(numeral, *behind)))
}

/// 第一，…；二是…；第三，…: the third of them goes on as the first began. 一是…；二是…；第三，…: no 第一 `begun` before the third.
fn mixed(text: &str, seen: &[Candidate], begun: bool, out: &mut Findings<'_, '_>) {
    let [.., first, second, third] = seen else { return };
    let of_words = |candidate: &Candidate| !matches!(candidate.series, Series::Circled | Series::Bracket);
    let numbers = [first, second, third].map(|candidate| candidate.found.number);
    let [one, two, three] = [first, second, third].map(|candidate| candidate.series);
    let other = match one == two {
        false if one == three && numbers == [1, 2, 3] => second,
        // 首先，其次，第三 is custom.
        true if one != Series::Sequence
            && two != three
            && !begun
            && numbers[0] > 0
            && numbers[1] == numbers[0] + 1
            && numbers[2] == numbers[1] + 1 =>
        {
            third
        }
        _ => return,
    };
    if [first, second, third].into_iter().all(of_words) {
        let (one, odd) = (&text[first.found.span], &text[other.found.span]);
        let sentence = &[
            "“{0}”与“{1}”形式不同，同一列举宜用同一形式。",
            "“{0}” is of another form than “{1}”; a series should keep to one.",
        ];
        out.say(Rule::SeriesMixed, other.found.span, sentence, &[&odd, &one]);
    }
}
