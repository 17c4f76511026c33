//! Half-width marks and straight quotes in Chinese text, and spaces inside a quantity.

use crate::chars::{before, is_han, is_space};
use crate::findings::punctuation::{Mark, is_chinese, runs};
use crate::findings::{Findings, Subject, edit};
use crate::options::Sentence;
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::span::Span;

/// What a line carries on: the straight quote and the bracket that are open, and the row of half-width marks gone through.
#[derive(Default)]
pub(super) struct Carried {
    row: Row,
    quote: Option<Span>,
    bracket: Option<(usize, char)>,
    /// How many brackets are open; those inside another are the matter of `bracket-nested`.
    depth: u32,
}

/// Half-width marks in a row, which are Chinese or Latin together: `足!!!a`.
#[derive(Clone, Copy, Default)]
struct Row {
    end: usize,
    is_chinese: bool,
    /// Up to here the first is only repeated: `mark-repeated` takes that out.
    repeated: usize,
}

impl Row {
    /// The row that begins with `mark`.
    fn of(mark: &Mark<'_>, out: &Findings<'_, '_>) -> Row {
        let behind = mark.rest.trim_start_if(&|ch| full(ch).is_some());
        let again = runs::repeats(mark);
        Row {
            end: mark.end() + mark.rest.len() - behind.len(),
            is_chinese: is_chinese(mark.before) || is_chinese(behind.chars().next()),
            repeated: if again > 0 && out.is_on(Rule::MarkRepeated) { mark.end() + again } else { 0 },
        }
    }
}

/// The full-width form of a half-width mark.
fn full(ch: char) -> Option<&'static str> {
    Some(match ch {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '?' => "？",
        '!' => "！",
        _ => return None,
    })
}

const HALF: Sentence =
    &["中文中应用全角标点“，。；：？！”。", "Marks in Chinese text should be full-width: “，。；：？！”."];

/// What is wrong with the width of one mark.
pub(super) fn look(subject: &Subject<'_, '_>, mark: &Mark<'_>, line: &mut Carried, out: &mut Findings<'_, '_>) {
    match mark.ch {
        ',' | ';' | ':' | '?' | '!' => {
            let is_first = mark.start() >= line.row.end;
            if is_first {
                line.row = Row::of(mark, out);
            }
            let stays = is_first || mark.start() >= line.row.repeated;
            let Some(right) = full(mark.ch).filter(|_| line.row.is_chinese && stays && mark.before.is_some()) else {
                return;
            };
            // The space that goes with a half-width mark goes with it.
            let behind = mark.rest.strip_prefix(' ').is_some_and(|rest| rest.starts_if(&is_han));
            let at = Span::new(mark.start(), mark.end() + usize::from(behind));
            out.say_mended(Rule::HalfWidthMark, mark.span(), HALF, &[], at, right);
        }
        // A half-width stop, where nothing can follow: 1.5 and names have theirs inside.
        '.' if mark.rest.is_empty() && mark.before.is_some_and(is_han) && mark.left().has_of(set!("，。")) => {
            out.say_mended(Rule::HalfWidthMark, mark.span(), HALF, &[], mark.span(), "。");
        }
        '"' | '＂' => match line.quote.take() {
            None => line.quote = Some(mark.span()),
            Some(open) => {
                let span = Span { start: open.start, ..Span::new(0, mark.end()) };
                if subject.text[span].has_if(&is_han) {
                    let edits = [edit(open, "“"), edit(mark.span(), "”")];
                    let sentence = &["引号应用“”，不用直引号。", "Quotation marks should be “” and not straight."];
                    out.say_edits(Rule::StraightQuote, span, sentence, edits);
                }
            }
        },
        '(' | '（' => {
            line.depth += 1;
            if line.depth == 1 {
                line.bracket = Some((mark.start(), mark.ch));
            }
        }
        ')' | '）' => {
            line.depth = line.depth.saturating_sub(1);
            if line.depth > 0 {
                return;
            }
            let Some((open, first)) = line.bracket.take().filter(|(_, first)| *first == '(' || mark.ch == ')') else {
                return;
            };
            let span = Span::new(open, mark.end());
            let words = &subject.text[span];
            let inside = words.trim_if(&|ch| matches!(ch, '(' | '（' | ')' | '）'));
            // f(x) is Latin; of (1) the words round it tell. Empty brackets are those of a marker that lost its number.
            let outer = before(subject.text, open).filter(|ch| !ch.is_ascii_alphanumeric());
            let beside = is_chinese(outer) || outer.is_some() && mark.after().is_some_and(is_han);
            let chinese = inside.is_empty() || words.has_if(&is_han) || beside;
            // The year of a document number has brackets of its own; those of 件(次) are a part of the unit.
            let year = inside.len() == 4 && inside.bytes().all(|byte| byte.is_ascii_digit());
            if !chinese || year || in_figure(subject, open) {
                return;
            }
            let edits = [
                edit(Span::new(open, open + 1), "（").filter(|_| first == '('),
                edit(mark.span(), "）").filter(|_| mark.ch == ')'),
            ];
            let sentence = &["中文中的括号宜用全角“（）”。", "Brackets in Chinese text should be full-width: “（）”."];
            out.say_edits(Rule::BracketHalf, span, sentence, edits);
        }
        _ => {}
    }
}

/// Whether byte `at` stands inside a figure.
pub(super) fn in_figure(subject: &Subject<'_, '_>, at: usize) -> bool {
    let next = subject.figures.partition_point(|figure| figure.span.end as usize <= at);
    subject.figures.get(next).is_some_and(|figure| figure.span.holds(at))
}

/// 17 个: spaces inside a quantity.
pub(super) fn spaces(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    for figure in subject.figures {
        let behind = &subject.text[Span { start: figure.number.end, end: figure.span.end }];
        let unit = behind.trim_start_if(&is_space);
        let gap = behind.len() - unit.len();
        // 1 9 9 3 年: all the digits stand apart.
        let start = figure.number.start as usize;
        let apart = before(subject.text, start).is_some_and(is_space)
            && subject.text[..start].trim_end_if(&is_space).ends_if(&|ch| ch.is_ascii_digit());
        if gap > 0 && unit.starts_if(&is_han) && !apart {
            let start = figure.number.end as usize;
            let sentence = &["“{0}”中不应有空格。", "“{0}” should have no space inside."];
            let at = Span::new(start, start + gap);
            out.say_mended(Rule::SpaceInside, figure.span, sentence, &[&&subject.text[figure.span]], at, "");
        }
    }
}
