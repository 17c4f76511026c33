//! Two words that both make a number inexact, and one behind a number that is exact.

use crate::chars::{rfind_word, step_back};
use crate::findings::{Findings, Subject};
use crate::report::{Figure, Kind};
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;

/// 238余件: of what is counted to the last one, 余 says that it is not. 16余万元 leaves out what is under the scale, 12余亩 a part of one.
fn exact(text: &str, figure: &Figure<'_>, out: &mut Findings<'_, '_>) {
    let words = &text[Span { start: figure.number.start, end: figure.span.end }];
    let number = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &words[number..];
    if figure.kind != Kind::Count
        || number < 2
        || words[..number].ends_with('0')
        || !rest.starts_of(set!("余多"))
        || rest['余'.len_utf8()..].starts_of(set!("万亿"))
    {
        return;
    }
    let span = Span::new(figure.number.start as usize, figure.number.start as usize + number + '余'.len_utf8());
    let sentence = &["“{0}”精确到个位，后面不用“{1}”。", "“{0}” is told to the last one; no “{1}” stands behind it."];
    let at = Span { start: figure.number.start + number as u32, end: span.end };
    out.say_mended(Rule::HedgeDouble, span, sentence, &[&&words[..number], &&text[at]], at, "");
}

/// 约100人左右, 至少3人以上, 近100余人, 238余件.
pub(super) fn look(subject: &Subject<'_, '_>, figure: &Figure<'_>, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    exact(text, figure, out);
    let Some(first) = figure.approx.as_deref() else { return };
    let start = figure.number.start as usize;
    // A verb may stand between: 至少开展3次以上.
    let window = step_back(text, start, 6);
    let Some(at) = rfind_word(&text[window..start], first).map(|at| window + at) else { return };
    // Of a recent time, 近 says that it is recent: 近三年多来.
    if figure.kind == Kind::Duration && first == "近" {
        return;
    }
    let (same, against) = if first.is_any(words!("约 大约 大概 大致 近 将近 接近")) {
        (words!("左右 上下"), words!("以上 以下 以内"))
    } else if first.is_any(words!("至少 最少 起码 不低于 不少于 不小于 超过 高于 多于 大于 逾 突破"))
    {
        (words!("以上 及以上"), words!("左右 上下 以下 以内"))
    } else if first.is_any(words!("不超过 不高于 不多于 不大于 最多 至多")) {
        (words!("以下 以内 之内"), words!("左右 上下 以上"))
    } else {
        return;
    };
    let rest = &text[figure.span.end as usize..];
    let number = &text[Span { start: figure.number.start, end: figure.span.end }];
    let from = Span::new(at, figure.span.end as usize);
    if let Some(second) = rest.start_among(same) {
        let end = figure.span.end as usize + second.len();
        let span = Span { start: from.start, end: end as u32 };
        let sentence = &["“{0}”与“{1}”重复，留一个即可。", "“{0}” and “{1}” say the same; one of them is enough."];
        let at = Span { start: figure.span.end, end: end as u32 };
        out.say_mended(Rule::HedgeDouble, span, sentence, &[&first, &second], at, "");
        return;
    }
    // 以下 and 以上 begin words of their own: 以下简称.
    let behind = rest.start_among(against).filter(|word| !rest[word.len()..].starts_with_any(words!("简 几 问 措 的")));
    let inner = number.find_of(set!("余多")).map(|at| if number[at..].starts_with('余') { "余" } else { "多" });
    if let Some(second) = behind.or(inner) {
        let sentence =
            &["“{0}”与“{1}”重复或矛盾，应留一个。", "“{0}” and “{1}” say the same or contradict each other; keep one."];
        out.say(Rule::HedgeDouble, from, sentence, &[&first, &second]);
    }
}
