//! Every fix at once: the mended text, read again, has no finding that was not there before, nothing that was mended is
//! found once more, and no figure has changed.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

use gangmu::{Edit, Finding, Options, Profile, Report, Span};
use std::fmt::Write as _;
use std::path::Path;

/// All texts of the repo, and the shared reports where they are: each with its name.
fn texts() -> Vec<(String, String)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/reports");
    let trials =
        ["trials", "trials-2", "trials-3", "trials-4", "trials-5"].map(|name| tests.join(name).join("reports"));
    let mut out = Vec::new();
    for folder in [tests.join("texts"), tests.join("seeded"), shared].iter().chain(&trials) {
        for (name, text) in files_of(folder) {
            out.push((name, text));
        }
    }
    assert!(out.len() > 26, "the reports are found");
    for (name, text) in files_of(&tests.join("spec")) {
        for case in format!("\n{text}").split("\n=== ").skip(1) {
            let (title, rest) = case.split_once('\n').unwrap_or((case, ""));
            let words = rest.split("\n---").next().unwrap_or_default();
            out.push((format!("{name}: {title}"), unescape(words)));
        }
    }
    out
}

fn files_of(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// As the named cases write what cannot be seen.
fn unescape(words: &str) -> String {
    let mut out = words.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    while let Some(at) = out.find("\\u{") {
        let Some(length) = out[at..].find('}') else { break };
        let code = u32::from_str_radix(&out[at + 3..at + length], 16).ok().and_then(char::from_u32);
        let Some(ch) = code else { break };
        out.replace_range(at..=at + length, &ch.to_string());
    }
    out
}

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
fn broken(name: &str, text: &str, options: &Options) -> Vec<String> {
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

#[test]
fn mending_makes_nothing_new() {
    let mut strict = Options::default();
    strict.profile = Profile::Strict;
    let mut failures = Vec::new();
    for (name, text) in texts() {
        failures.extend(broken(&name, &text, &Options::default()));
        failures.extend(broken(&format!("{name}, strict"), &text, &strict));
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}
