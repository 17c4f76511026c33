//! Marks that stand twice, and the marks that are made of several: …… and ——.

use crate::chars::{Set, is_space, one_of};
use crate::findings::punctuation::{Mark, is_chinese};
use crate::findings::{Findings, SHOULD_BE, Subject};
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::span::Span;

pub(super) const MARKS: &Set = set!("，。、；：,;:");

/// What is wrong with a run of marks that begins here.
pub(super) fn look(subject: &Subject<'_, '_>, mark: &Mark<'_>, out: &mut Findings<'_, '_>) {
    if mark.before == Some(mark.ch) {
        return;
    }
    match mark.ch {
        '，' | '。' | '、' | '；' | '：' => repeated(subject, mark, out),
        ',' | ';' | ':' if is_chinese(mark.before) => repeated(subject, mark, out),
        '…' | '.' => ellipsis(mark, out),
        '-' | '－' => {
            let run = mark.run();
            let behind = &mark.rest[run - mark.ch.len_utf8()..];
            // A list of the year's results begins its lines with a dash.
            let before = mark.before.is_none() || is_chinese(mark.before);
            if run == 2 * mark.ch.len_utf8() && before && is_chinese(behind.chars().next()) {
                say_run(Rule::DashForm, mark, run, "——", out);
            }
        }
        _ => {}
    }
}

fn say_run(rule: Rule, mark: &Mark<'_>, length: usize, right: &'static str, out: &mut Findings<'_, '_>) {
    let span = Span::new(mark.start(), mark.start() + length);
    out.say_right(rule, span, SHOULD_BE, right);
}

/// How many bytes behind a half-width mark only repeat it and are taken out.
pub(super) fn repeats(mark: &Mark<'_>) -> usize {
    if mark.after() != Some(mark.ch) {
        return 0;
    }
    let again = mark.run() - mark.ch.len_utf8();
    let is_mended = matches!(mark.ch, ',' | ';' | ':') && is_chinese(mark.before) && !one_of(mark.before, MARKS);
    if is_mended && !mark.rest[again..].starts_of(MARKS) { again } else { 0 }
}

/// 。。 and ，。 and, of three stops or more, the ellipsis that they stand for.
fn repeated(subject: &Subject<'_, '_>, mark: &Mark<'_>, out: &mut Findings<'_, '_>) {
    let Some(next) = mark.after().filter(|next| one_of(Some(*next), MARKS)) else { return };
    if one_of(mark.before, MARKS) {
        return;
    }
    let run = mark.run();
    let same = run / mark.ch.len_utf8();
    let behind = &mark.rest[run - mark.ch.len_utf8()..];
    let alone = !behind.starts_of(MARKS);
    if same >= 3 && alone && matches!(mark.ch, '。' | '、') {
        return say_run(Rule::EllipsisForm, mark, run, "……", out);
    }
    let first = mark.ch.len_utf8();
    let span = Span::new(mark.start(), mark.end() + if same > 1 { run - first } else { next.len_utf8() });
    // A heading whose number was lost begins with the mark that stood behind it.
    if next == '、' && subject.marked.binary_search_by_key(&(mark.end() as u32), |heading| heading.marker.start).is_ok()
    {
        return;
    }
    let found = &subject.text[span];
    let sentence = &["标点“{0}”重复，只应留一个。", "Of the marks “{0}” only one should stay."];
    if same > 1 && alone {
        let at = Span::new(mark.end(), span.end as usize);
        out.say_mended(Rule::MarkRepeated, span, sentence, &[&found], at, "");
    } else if same == 1 && next == '。' && mark.ch != '：' && mark.rest[next.len_utf8()..].is_empty() {
        out.say_mended(Rule::MarkRepeated, span, sentence, &[&found], mark.span(), "");
    } else {
        out.say(Rule::MarkRepeated, span, sentence, &[&found]);
    }
}

/// …… has six dots; a table of contents has as many as fit.
fn ellipsis(mark: &Mark<'_>, out: &mut Findings<'_, '_>) {
    let run = mark.run();
    let count = run / mark.ch.len_utf8();
    let behind = &mark.rest[run - mark.ch.len_utf8()..];
    let wrong = if mark.ch == '.' {
        count >= 3 && (is_chinese(mark.before) || is_chinese(behind.chars().next()))
    } else {
        !matches!(count, 2 | 4)
    };
    let contents = count > 4 && behind.trim_if(&|ch| is_space(ch) || ch.is_ascii_digit()).is_empty();
    if wrong && !contents {
        say_run(Rule::EllipsisForm, mark, run, "……", out);
    }
}
