//! What is promised of the text with every fix applied.

use super::reading;
use gangmu::{Edit, Finding, Options, Report, Span};
use serde_json::Value;
use std::fmt::Write as _;

/// Where a place of the text stands when the edits are made: from the first character that is left of it, or was put there.
fn moved(span: Span, edits: &[&Edit<'_>]) -> (usize, usize) {
    let (mut start, mut end) = (span.start as usize, span.end as usize);
    for edit in edits.iter().rev() {
        let (from, to, put_in) = (edit.span.start as usize, edit.span.end as usize, edit.text.len());
        if to <= span.start as usize && from < span.start as usize {
            start = start + put_in - (to - from);
        } else if from <= span.start as usize {
            start = start.min(from);
        }
        if from <= span.end as usize {
            end = (end.max(to) + put_in).saturating_sub(to - from);
        }
    }
    (start, end)
}

/// Whether a finding of the mended text was there before.
fn known(after: &Finding<'_>, before: &[Finding<'_>], edits: &[&Edit<'_>]) -> bool {
    before.iter().filter(|finding| finding.rule == after.rule).any(|finding| {
        finding.fingerprint == after.fingerprint
            || after.places.iter().all(|place| {
                finding.places.iter().any(|old| {
                    let (start, end) = moved(*old, edits);
                    place.start as usize <= end && start <= place.end as usize
                })
            })
    })
}

/// A figure without its place; of what is counted only the words, as the marks and the width inside may be what was
/// mended.
fn said(figure: &gangmu::Figure<'_>) -> String {
    let upper = figure.upper.map_or(String::new(), |upper| format!("..{upper}"));
    let narrow = |ch: char| if matches!(ch, '０'..='９') { char::from_u32(ch as u32 - 0xFEE0).unwrap() } else { ch };
    let indicator: String = figure.indicator.chars().filter(|ch| ch.is_alphanumeric()).map(narrow).collect();
    format!("{}{upper} {} of {indicator}", figure.value, figure.unit.as_deref().unwrap_or("-"))
}

/// What of the promise does not hold for a text.
pub fn broken(name: &str, text: &str, options: &Options) -> Vec<String> {
    let before = gangmu::parse_with(text, options);
    let edits = before.edits();
    if edits.is_empty() {
        return Vec::new();
    }
    let mended = before.mended();
    let after = gangmu::parse_with(&mended, options);
    let mut out = Vec::new();
    let mut tell = |what: &str, report: &Report<'_>, span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        let left: String = report.text[..start].chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
        let right: String = report.text[end..].chars().take(12).collect();
        let around = format!("{left}【{}】{right}", &report.text[span]).replace('\n', "⏎");
        out.push(format!("{name}: {what}: {around}"));
    };
    for finding in after.findings.iter().filter(|finding| !known(finding, &before.findings, &edits)) {
        tell(&format!("new {}", finding.rule.name()), &after, finding.span);
    }
    // Every place of a fix that was made is mended: the rule is silent there.
    for finding in &before.findings {
        let Some(fix) = &finding.fix else { continue };
        if !fix.iter().all(|edit| edits.iter().any(|made| std::ptr::eq(*made, edit))) {
            continue;
        }
        for edit in fix {
            let (start, end) = moved(edit.span, &edits);
            let again = after.findings.iter().filter(|again| again.rule == finding.rule && again.fix.is_some());
            let again = again.flat_map(|again| again.fix.iter().flatten());
            if again.clone().any(|again| again.span.start as usize >= start && again.span.end as usize <= end) {
                tell(&format!("{} is not mended by its fix", finding.rule.name()), &before, edit.span);
            }
        }
    }
    let figures = [&before, &after].map(|report| report.figures.iter().map(said).collect::<Vec<_>>());
    let [old, new] = &figures;
    if let Some(place) = (0..old.len().max(new.len())).find(|place| old.get(*place) != new.get(*place)) {
        let mut change = String::new();
        write!(change, "figure {:?} became {:?}", old.get(place), new.get(place)).unwrap();
        let (report, figure) = match before.figures.get(place) {
            Some(figure) => (&before, figure),
            None => (&after, &after.figures[place]),
        };
        tell(&change, report, figure.span);
    }
    out
}

/// The mended text, made of the JSON as a program in JavaScript would make it.
pub fn in_javascript(report: &Report<'_>, json: &Value) -> String {
    let units: Vec<u16> = report.text.encode_utf16().collect();
    let made = report.edits();
    let (mut out, mut from) = (Vec::new(), 0);
    let mut edits = Vec::new();
    for (finding, json) in report.findings.iter().zip(json["findings"].as_array().unwrap()) {
        for (place, edit) in finding.fix.iter().flatten().enumerate() {
            if made.iter().any(|made| std::ptr::eq(*made, edit)) {
                let json = &json["fix"][place];
                let [start, end] = [0, 1].map(|index| json["span"][index].as_u64().unwrap() as usize);
                edits.push((start, end, json["text"].as_str().unwrap()));
            }
        }
    }
    edits.sort_unstable();
    for (start, end, words) in edits {
        out.extend_from_slice(&units[from..start]);
        out.extend(words.encode_utf16());
        from = end;
    }
    out.extend_from_slice(&units[from..]);
    String::from_utf16(&out).unwrap()
}

/// Whether a line of `span` holds an edit, or ends or begins with one.
fn is_edited(text: &str, span: Span, edits: &[&Edit<'_>]) -> bool {
    let is_break = |ch| matches!(ch, '\r' | '\n' | '\u{2028}' | '\u{2029}');
    let start = text[..span.start as usize].rfind(is_break).unwrap_or_default();
    let end = text[span.end as usize..].find(is_break).map_or(text.len(), |to| span.end as usize + to);
    edits.iter().any(|edit| edit.span.start as usize <= end && start <= edit.span.end as usize)
}

/// So often a text is mended at most until nothing is left to mend: mending one thing may show another.
const MOST_ROUNDS: usize = 6;

/// What holds for any text whatever. That nothing new is found, and that no figure changes, is promised of texts that people
/// write ([`broken`]): in 培展培训12场 the word that is mended is what is counted, and behind a bracket that was closed the next
/// one is missed.
pub fn any_text(text: &str, options: &Options) {
    let mut options = options.clone();
    options.parts = Options::default().parts;
    let before = reading::positions(text, &options);
    let edits = before.edits();
    for edit in &edits {
        assert_ne!(text[edit.span], *edit.text, "an edit changes something");
    }
    for pair in edits.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "no two edits at the same characters");
    }
    let mended = before.mended();
    assert_eq!(mended == text, edits.is_empty(), "without an edit nothing changes");
    let after = reading::positions(&mended, &options);
    for figure in before.figures.iter().filter(|figure| !is_edited(text, figure.span, &edits)) {
        let (start, end) = moved(figure.span, &edits);
        let there = after.figures.iter().find(|there| there.span.range() == (start..end));
        // Without its stop a line may be the last of a menu, or a title: then the report says what became of the number.
        let told = |span: Span| (span.start as usize) < end && start < span.end as usize;
        let Some(there) = there else {
            let told = after.ignored.iter().any(|ignored| told(ignored.span))
                || after.noise.iter().any(|noise| told(noise.span))
                || after.figures.iter().any(|figure| told(figure.span));
            assert!(told, "{:?}, whose line is not mended, is gone", &text[figure.span]);
            continue;
        };
        assert_eq!((there.value, there.upper, &there.unit), (figure.value, figure.upper, &figure.unit));
    }
    let mut rounds = 1;
    let mut last = mended;
    loop {
        let next = gangmu::parse_with(&last, &options).mended();
        if next == last {
            break;
        }
        rounds += 1;
        assert!(rounds <= MOST_ROUNDS, "mending comes to an end");
        last = next;
    }
}
