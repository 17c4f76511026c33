//! Ranges: the unit of both ends, and one mark for all.

use crate::chars::Set;
use crate::compose::compose;
use crate::findings::numbers::is_arabic;
use crate::findings::{Findings, SHOULD_BE, Subject};
use crate::report::{Figure, Kind};
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;

const DASHES: &Set = set!("-－–—―");
const WAVES: &Set = set!("~～∼");

/// The mark of a range of digits.
fn mark(text: &str, figure: &Figure<'_>) -> Option<Span> {
    figure.upper.filter(|_| is_arabic(text, figure))?;
    let number = &text[figure.number];
    let at = number.find_if(&|ch| is_mark(ch))?;
    let length = number[at..].find_if(&|ch| !is_mark(ch))?;
    let start = figure.number.start as usize + at;
    Some(Span::new(start, start + length))
}

fn is_mark(ch: char) -> bool {
    crate::chars::one_of(Some(ch), DASHES) || crate::chars::one_of(Some(ch), WAVES)
}

/// 15-20%: the sign, the 万 or the 亿 of the second end is missed at the first.
pub(super) fn look(subject: &Subject<'_, '_>, figure: &Figure<'_>, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    let Some(mark) = mark(text, figure) else { return };
    let first = &text[Span { start: figure.number.start, end: mark.start }];
    let second = &text[Span { start: mark.end, end: figure.number.end }];
    if !first.ends_if(&|ch| ch.is_ascii_digit()) {
        return;
    }
    let unit = figure.unit.as_deref().unwrap_or_default();
    let scale = second.trim_start_if(&|ch| ch.is_ascii_digit() || ch == '.');
    let missed = if figure.kind == Kind::Percent && unit.is_any(words!("% ％ ‰")) {
        compose!(unit)
    } else if scale.is_any(words!("万 亿")) {
        compose!(scale, unit)
    } else {
        return;
    };
    let at = Span { start: mark.start, end: mark.start };
    let found = &text[Span { start: figure.number.start, end: figure.span.end }];
    let right = compose!(first, missed, &text[Span { start: mark.start, end: figure.span.end }]);
    out.say_mended(Rule::RangeUnit, figure.span, SHOULD_BE, &[&found, &right], at, missed);
}

/// One text, one mark; the rules that are asked for say which. Who asks for both has the mark of the rule that should hold:
/// else each would undo what the other mends.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    let marks = || subject.figures.iter().filter_map(|figure| mark(text, figure));
    let waves = marks().filter(|mark| text[*mark].has_of(WAVES)).count();
    let dashes = marks().count() - waves;
    let asked = [Rule::RangeWave, Rule::RangeDash].into_iter().find(|rule| out.is_on(*rule));
    for mark in marks() {
        let wave = text[mark].has_of(WAVES);
        let (rule, right) = if wave { (Rule::RangeDash, "—") } else { (Rule::RangeWave, "～") };
        if asked == Some(rule) {
            let sentence = &["数值范围的连接号统一用“{1}”。", "Ranges of values take “{1}” throughout."];
            out.say_right(rule, mark, sentence, right);
        } else if asked.is_none() && waves > 0 && dashes > 0 && wave == (waves < dashes) {
            let sentence = &[
                "本文数值范围的连接号不统一，别处用“{1}”。",
                "The text has two marks for ranges; elsewhere it has “{1}”.",
            ];
            out.say_right(Rule::RangeMarkMixed, mark, sentence, right);
        }
    }
}
