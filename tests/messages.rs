//! Messages in either language: over every rule's example, every trial and every named case the English ones say of the same
//! findings what the Chinese ones say, with the same words of the report and the same numbers.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

use gangmu::{Family, Language, Options, Profile, Report, Rule};
use std::collections::HashSet;
use std::path::Path;

/// The texts of a folder, and of its folders.
fn texts_of(folder: &Path, out: &mut Vec<(String, String)>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts_of(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            out.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Every example of the table, every report of the trials, every case of the specification, and the texts that mistakes are
/// planted in.
fn texts() -> Vec<(String, String)> {
    let example = |rule: &Rule| (rule.name().to_owned(), rule.example()[0].to_owned());
    let mut out: Vec<(String, String)> = Rule::ALL.iter().map(example).collect();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for folder in ["trials", "trials-2", "trials-3", "trials-4", "seeded", "texts"] {
        texts_of(&tests.join(folder), &mut out);
    }
    let mut files = Vec::new();
    texts_of(&tests.join("spec"), &mut files);
    for (file, words) in files {
        for case in format!("\n{words}").split("\n=== ").skip(1) {
            let (name, rest) = case.split_once('\n').unwrap_or((case, ""));
            let text = rest.split("\n---").next().unwrap_or_default().replace("\\n", "\n");
            out.push((format!("{file}: {name}"), text));
        }
    }
    out.push((
        "long".into(),
        format!("青溪镇2023年工作总结\n一、主要举措\n{}", "组织干部学习行政处罚法。".repeat(600)),
    ));
    assert!(out.len() > 1000, "the texts are found");
    out
}

/// Every rule is on, but those of the two marks of ranges, one of which silences `range-mark-mixed`.
fn options(language: Language) -> Options {
    let mut options = Options::default();
    options.profile = Profile::Strict;
    options.rules_on = vec![Rule::MuHectare];
    options.language = language;
    options
}

/// What stands in “”, outermost, and the rest.
fn quoted(message: &str) -> (Vec<String>, String) {
    let (mut depth, mut quotes, mut rest) = (0, Vec::new(), String::new());
    for ch in message.chars() {
        match ch {
            '“' => {
                depth += 1;
                if depth == 1 {
                    quotes.push(String::new());
                    continue;
                }
            }
            '”' => {
                depth -= 1;
                if depth == 0 {
                    continue;
                }
            }
            _ => {}
        }
        if depth == 0 { rest.push(ch) } else { quotes.last_mut().unwrap().push(ch) }
    }
    assert_eq!(depth, 0, "“ and ” come in pairs: {message}");
    quotes.sort();
    (quotes, rest)
}

/// The numbers in digits, without the zeros of 04.
fn numbers(words: &str) -> Vec<&str> {
    let mut out: Vec<&str> = words.split(|ch: char| !ch.is_ascii_digit() && ch != '.').collect();
    out.iter_mut().for_each(|number| *number = number.trim_matches('.').trim_start_matches('0'));
    out.retain(|number| !number.is_empty());
    out.sort_unstable();
    out
}

fn is_han(ch: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&ch) || ch == '〇'
}

/// What is wrong with the English of one message: nothing where it says what the Chinese one says.
fn wrong(rule: Option<Rule>, text: &str, chinese: &str, english: &str) -> Option<&'static str> {
    // The mark that has no other half may be the quote itself.
    if rule == Some(Rule::UnpairedMark) {
        let mark = chinese.chars().nth(1).unwrap();
        return (!english.starts_with(&format!("“{mark}” "))).then_some("another mark");
    }
    let ((quotes, rest), (english_quotes, english_rest)) = (quoted(chinese), quoted(english));
    if quotes != english_quotes {
        return Some("other words are quoted");
    }
    if numbers(&rest) != numbers(&english_rest) {
        return Some("other numbers");
    }
    if english_rest.contains(['，', '。', '；', '、', '：', '（']) || english_rest.contains(['{', '}']) {
        return Some("marks that are not English");
    }
    // Calculations have the units and names of the report.
    let arithmetic = rule.is_some_and(|rule| rule.family() == Family::Arithmetic);
    let mut runs = english_rest.split(|ch| !is_han(ch)).filter(|run| !run.is_empty());
    if runs.any(|run| !(arithmetic && (text.contains(run) || run == "个百分点"))) {
        return Some("Chinese outside quotation marks");
    }
    let sentence = rule.is_none() || english_rest.ends_with('.') && !english_rest.contains("..");
    (!sentence || english.split(' ').count() < 3).then_some("no sentence")
}

/// A report as JSON without its messages and slips.
fn silent(report: &Report<'_>) -> serde_json::Value {
    let mut value: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
    for (list, field) in [("findings", "message"), ("relations", "slip")] {
        for each in value[list].as_array_mut().unwrap() {
            each[field].take();
        }
    }
    value
}

#[test]
fn english_says_what_chinese_says() {
    let mut failures = Vec::new();
    let (mut told, mut slips) = (HashSet::new(), 0);
    for (name, text) in texts() {
        let [chinese, english] = [Language::Chinese, Language::English].map(options);
        let (chinese, english) = (gangmu::parse_with(&text, &chinese), gangmu::parse_with(&text, &english));
        assert!(silent(&chinese) == silent(&english), "{name}: only messages and slips are told in a language");
        for (zh, en) in chinese.findings.iter().zip(&english.findings) {
            told.insert(zh.rule);
            let simple = if zh.message == en.message { Some("not English") } else { None };
            if let Some(what) = simple.or_else(|| wrong(Some(zh.rule), &text, &zh.message, &en.message)) {
                failures.push(format!("{name}, {}: {what}\n  {}\n  {}", zh.rule.name(), zh.message, en.message));
            }
        }
        for (zh, en) in chinese.relations.iter().zip(&english.relations) {
            let (Some(zh), Some(en)) = (&zh.slip, &en.slip) else { continue };
            slips += 1;
            if let Some(what) = wrong(None, &text, zh, en) {
                failures.push(format!("{name}, slip: {what}\n  {zh}\n  {en}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
    assert!(slips > 5, "slips are among them");
    let asked = [Rule::RangeWave, Rule::RangeDash];
    let silent: Vec<&str> =
        Rule::ALL.iter().filter(|rule| !told.contains(rule) && !asked.contains(rule)).map(|rule| rule.name()).collect();
    assert!(silent.is_empty(), "nothing is told by {}", silent.join(", "));
}

#[test]
fn rules_that_take_a_side_say_it_in_english() {
    for (rule, text, message) in [
        (Rule::RangeWave, "每场20—30人。", "Ranges of values take “～” throughout."),
        (Rule::RangeDash, "每场20～30人。", "Ranges of values take “—” throughout."),
    ] {
        let mut options = options(Language::English);
        options.rules_on = vec![rule];
        assert_eq!(gangmu::parse_with(text, &options).findings[0].message, message);
    }
}

/// What was dismissed must stay dismissed with the next version, in whatever language it is read.
#[test]
fn fingerprints_are_those_that_people_have_kept() {
    for (rule, fingerprint) in [
        (Rule::NumberGap, "8a60e7152e4569b4"),
        (Rule::ClaimCount, "0cf2bf46b8d5eae2"),
        (Rule::DateForm, "bc4382445a55ebe7"),
        (Rule::HalfWidthMark, "263784e94005421a"),
        (Rule::WordRepeated, "65f781177c44dea7"),
        (Rule::SumMismatch, "357e60f2979da8fd"),
    ] {
        for language in [Language::Chinese, Language::English] {
            let report = gangmu::parse_with(rule.example()[0], &options(language));
            let found = report.findings.iter().find(|finding| finding.rule == rule).unwrap();
            assert_eq!(found.fingerprint, fingerprint, "{}", rule.name());
        }
    }
}
