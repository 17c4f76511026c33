//! What holds for any text whatever: positions, order, nesting, and that every form of output says the same.
//!
//! Made-up texts come from proptest, always the same ones; `PROPTEST_RNG_SEED=7 PROPTEST_CASES=20000` tries others.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

#[path = "promises/tape.rs"]
mod tape;

use gangmu::{Figure, Heading, Options, Pattern, Report, Span, Words};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use serde_json::Value;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// What is promised of positions in `text`.
fn positions<'t>(text: &'t str, options: &Options) -> Report<'t> {
    let report = gangmu::parse_with(text, options);
    places(&report);
    outline(&report);
    borrowed_words(&report);
    report
}

/// A part that is asked for alone is what it is among all, and the only one.
fn parts(text: &str) {
    let all: Value = serde_json::from_str(&gangmu::parse(text).to_json()).unwrap();
    for part in gangmu::Part::ALL {
        let mut options = Options::default();
        options.parts = [*part].into_iter().collect();
        let report = gangmu::parse_with(text, &options);
        let json: Value = serde_json::from_str(&report.to_json()).unwrap();
        assert_eq!(json, serde_json::json!({ "schema": all["schema"], part.name(): all[part.name()] }));
        assert_eq!(tape::unpack(&report.to_packed(), text), json, "the tape and the JSON say the same");
    }
}

/// Everything promised of the reading of `text`.
fn promises(text: &str) {
    promises_with(text, &Options::default());
}

/// The same, whatever the caller says beside the text.
fn promises_with(text: &str, options: &Options) {
    let report = positions(text, options);
    assert_eq!(gangmu::parse_with(text, options), report, "read twice, the same");
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    json_places(&report, &json);
    assert_eq!(tape::unpack(&report.to_packed(), text), json, "the tape and the JSON say the same");
    let rows = report.to_csv();
    assert!(rows.ends_with("\r\n") && rows.lines().count() > report.figures.len(), "a row for each figure");
    let _ = report.to_markdown();
    for source in [None, Some(text)] {
        let rows = report.to_sdmx(source);
        assert_eq!(rows.lines().count(), report.figures.len() + 1, "a line a figure");
        let json = report.to_json_ld(source);
        let read: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read["total"], report.figures.len());
        assert_eq!(read["first"]["items"].as_array().map_or(0, Vec::len), report.figures.len());
    }
}

fn in_text(text: &str, span: Span, what: &str) {
    assert!(span.start <= span.end, "{what} {span:?} ends before it begins");
    assert!(text.get(span.range()).is_some(), "{what} {span:?} is no part of the text");
}

/// `spans` stand in the text, one after another, and none is empty.
fn in_order(text: &str, spans: impl Iterator<Item = Span>, what: &str) -> Vec<Span> {
    let spans: Vec<Span> = spans.collect();
    for span in &spans {
        in_text(text, *span, what);
        assert!(!span.is_empty(), "{what} {span:?} is empty");
    }
    for pair in spans.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{what}: {:?} before {:?}", &text[pair[0]], &text[pair[1]]);
    }
    spans
}

/// No span of `these` shares a character with one of `those`.
fn apart(text: &str, these: &[Span], those: &[Span], what: &str) {
    for a in these {
        let next = those.partition_point(|b| b.end <= a.start);
        if let Some(b) = those.get(next) {
            assert!(b.start >= a.end, "{what}: {:?} and {:?}", &text[*a], &text[*b]);
        }
    }
}

fn places(report: &Report<'_>) {
    let text = report.text;
    let figures = in_order(text, report.figures.iter().map(|figure| figure.span), "figure");
    for figure in &figures {
        let sentence = report.sentence(*figure);
        in_text(text, sentence, "sentence");
        assert!(sentence.start <= figure.start && figure.end <= sentence.end, "{figure:?} outside of its sentence");
    }
    let dates = in_order(text, report.dates.iter().map(|date| date.span), "date");
    let citations = in_order(text, report.citations.iter().map(|work| work.span), "citation");
    let noise = in_order(text, report.noise.iter().map(|noise| noise.span), "noise");
    let ignored = in_order(text, report.ignored.iter().map(|number| number.span), "ignored");
    apart(text, &figures, &dates, "a figure in a date");
    apart(text, &figures, &citations, "a figure in a citation");
    // What shows nothing, a page number and a mark of Markdown may stand inside a figure that goes on behind them.
    let outside = |place: &&Span| figures.iter().all(|figure| figure.start >= place.start || figure.end <= place.end);
    let noise: Vec<Span> = noise.iter().filter(outside).copied().collect();
    apart(text, &figures, &noise, "a figure in noise");
    let numbers: Vec<Span> = report.figures.iter().map(|figure| figure.number).collect();
    apart(text, &ignored, &numbers, "a figure that is ignored");
    for figure in &report.figures {
        let (span, number) = (figure.span, figure.number);
        in_text(text, number, "number");
        assert!(number.start == span.start && number.end <= span.end && !number.is_empty(), "{:?}", &text[span]);
        if let Some(upper) = figure.upper {
            assert!(figure.value.to_f64() < upper.to_f64(), "{:?}: a range from low to high", &text[span]);
        }
    }
    for work in &citations {
        assert!(text[*work].starts_with('《') && text[*work].ends_with('》'), "{:?}", &text[*work]);
    }
    for finding in &report.findings {
        in_text(text, finding.span, "finding");
        assert_eq!(finding.places.first(), Some(&finding.span), "the first place of a finding is its own");
        in_order(text, finding.places.iter().copied(), "place of a finding");
        let mut reached = 0;
        for edit in finding.fix.iter().flatten() {
            // An edit may put words in where nothing stands.
            assert!(reached <= edit.span.start && edit.span.start <= edit.span.end, "edits are in order");
            assert!(text.get(edit.span.start as usize..edit.span.end as usize).is_some(), "an edit lies in the text");
            reached = edit.span.end;
        }
        assert_eq!(finding.fingerprint.len(), 16, "{:?}", finding.fingerprint);
    }
    let figures = report.figures.len() as u32;
    for relation in &report.relations {
        let all = relation.terms.figures();
        assert!(all.iter().all(|figure| *figure < figures), "a relation between figures that are there");
        if let gangmu::Terms::Claim { span, .. } = relation.terms {
            in_text(text, span, "claim");
        }
    }
}

fn outline(report: &Report<'_>) {
    let whole = Span { start: 0, end: report.text.len() as u32 };
    let items = in_order(report.text, report.items.iter().map(|item| item.span), "item");
    if let (Some(last), Some(first)) = (items.last(), report.outline.first()) {
        assert!(last.end <= first.span.start, "items before the first heading stand before it");
    }
    headings(report.text, &report.outline, whole, 0);
    for figure in &report.figures {
        let heading = resolve(&report.outline, figure);
        if let Some(heading) = heading {
            let reach = Span { start: heading.span.start, end: heading.body.end.max(heading.span.end) };
            assert!(
                reach.start <= figure.span.start && figure.span.end <= reach.end,
                "{:?}",
                &report.text[figure.span]
            );
        } else if let Some(first) = report.outline.first() {
            assert!(figure.span.end <= first.span.start, "only figures before the first heading stand under none");
        }
    }
}

/// The heading that a figure's index path names.
fn resolve<'a, 't>(outline: &'a [Heading<'t>], figure: &Figure<'_>) -> Option<&'a Heading<'t>> {
    let mut level = outline;
    let mut found = None;
    for index in &figure.heading {
        let heading = &level[*index as usize];
        found = Some(heading);
        level = &heading.children;
    }
    found
}

/// Headings of one parent: in order, each with its own inside it.
fn headings(text: &str, all: &[Heading<'_>], parent: Span, above: u32) {
    in_order(text, all.iter().map(|heading| heading.span), "heading");
    for (index, heading) in all.iter().enumerate() {
        let (span, body) = (heading.span, heading.body);
        in_text(text, body, "body");
        assert!(heading.level > above, "{:?} stands deeper than what it stands under", &text[span]);
        assert!(parent.start <= span.start && body.end <= parent.end, "{:?} lies inside its parent", &text[span]);
        assert!(span.end <= body.start, "{:?}: the body begins behind the title", &text[span]);
        if let Some(next) = all.get(index + 1) {
            assert!(body.end <= next.span.start, "{:?}: the body ends before the next heading", &text[span]);
        }
        let items = in_order(text, heading.items.iter().map(|item| item.span), "item");
        for item in items {
            assert!(body.start <= item.start && item.end <= body.end, "{:?} stands in its heading's body", &text[item]);
        }
        headings(text, &heading.children, body, heading.level);
    }
}

/// Words that were not put together stand in the text: they cross to JavaScript as two positions.
fn borrowed_words(report: &Report<'_>) {
    let from = report.text.as_ptr() as usize;
    let check = |words: &Words<'_>, what: &str| {
        if let Cow::Borrowed(words) = words {
            let at = (words.as_ptr() as usize).wrapping_sub(from);
            let inside = at.checked_add(words.len()).is_some_and(|end| end <= report.text.len());
            assert!(words.is_empty() || inside, "{what} {words:?} is no part of the text");
        }
    };
    fn titles<'a, 't>(headings: &'a [Heading<'t>], out: &mut Vec<&'a Words<'t>>) {
        for heading in headings {
            out.push(&heading.title);
            out.push(&heading.marker);
            titles(&heading.children, out);
        }
    }
    for figure in &report.figures {
        check(&figure.indicator, "indicator");
        for (words, what) in [(&figure.approx, "hedge"), (&figure.action, "action")] {
            words.iter().for_each(|words| check(words, what));
        }
        // 百分之九十五 has the unit %, 3个多月 has 个月: only what stands there in one piece is cut from there.
        let stands = |unit: &&Words<'_>| report.text[figure.span].contains(&***unit);
        figure.unit.iter().filter(stands).for_each(|unit| check(unit, "unit"));
    }
    let mut words = Vec::new();
    titles(&report.outline, &mut words);
    words.into_iter().for_each(|words| check(words, "title"));
}

/// Positions in the JSON, cut from the UTF-16 text, are the same words as the spans.
fn json_places(report: &Report<'_>, json: &Value) {
    let units: Vec<u16> = report.text.encode_utf16().collect();
    let cut = |span: &Value| {
        let [start, end] = [0, 1].map(|index| span[index].as_u64().unwrap() as usize);
        String::from_utf16(&units[start..end]).unwrap()
    };
    fn headings<'a, 't>(outline: &'a [Heading<'t>], json: &'a Value, out: &mut Vec<(Span, &'a Value)>) {
        for (index, heading) in outline.iter().enumerate() {
            let json = &json[index];
            out.push((heading.span, &json["span"]));
            out.push((heading.body, &json["body"]));
            out.extend(
                heading.items.iter().enumerate().map(|(index, item)| (item.span, &json["items"][index]["span"])),
            );
            headings(&heading.children, &json["children"], out);
        }
    }
    let mut pairs = Vec::new();
    headings(&report.outline, &json["outline"], &mut pairs);
    for (index, figure) in report.figures.iter().enumerate() {
        pairs.push((figure.span, &json["figures"][index]["span"]));
        pairs.push((figure.number, &json["figures"][index]["number"]));
    }
    pairs.extend(report.items.iter().enumerate().map(|(index, each)| (each.span, &json["items"][index]["span"])));
    pairs.extend(report.dates.iter().enumerate().map(|(index, each)| (each.span, &json["dates"][index]["span"])));
    pairs.extend(report.noise.iter().enumerate().map(|(index, each)| (each.span, &json["noise"][index]["span"])));
    pairs.extend(report.ignored.iter().enumerate().map(|(index, each)| (each.span, &json["ignored"][index]["span"])));
    pairs.extend(report.findings.iter().enumerate().map(|(index, each)| (each.span, &json["findings"][index]["span"])));
    let works = report.citations.iter().enumerate();
    pairs.extend(works.map(|(index, each)| (each.span, &json["citations"][index]["span"])));
    for (span, json) in pairs {
        assert_eq!(cut(json), &report.text[span], "positions in UTF-16");
    }
}

/// What reports are made of, and what breaks parsers.
const TOKENS: &[&str] = &[
    "一、",
    "（一）",
    "(二)",
    "1.",
    "２．",
    "3、",
    "（1）",
    "①",
    "第一章",
    "、",
    "）",
    "一是",
    "二是",
    "首先",
    "其次",
    "第一，",
    "0",
    "1",
    "12",
    "１２",
    "2021",
    "1,234",
    "1.1",
    "9.",
    ".5",
    "12345",
    "2024320",
    "123456789012345678901234567890",
    "一",
    "二",
    "两",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "三万五千",
    "二〇二一",
    "半",
    "几",
    "零",
    "〇",
    "百分之",
    "分之",
    "点",
    "万亿",
    "余",
    "多",
    "来",
    "约",
    "近",
    "超过",
    "不少于",
    "以上",
    "左右",
    "以内",
    "突破",
    "不足",
    "次",
    "人次",
    "个",
    "名",
    "%",
    "％",
    "‰",
    "个百分点",
    "元",
    "万元",
    "元/平方米",
    "平方米",
    "㎡",
    "公里",
    "千瓦时",
    "年",
    "月",
    "日",
    "个月",
    "工作日",
    "倍",
    "成",
    "番",
    "级",
    "届",
    "期",
    "号",
    "分",
    "度",
    "台（套）",
    "小时",
    "《",
    "》",
    "〈",
    "〉",
    "“",
    "”",
    "‘",
    "’",
    "（",
    "）",
    "(",
    ")",
    "〔",
    "〕",
    "[",
    "]",
    "{",
    "}",
    "，",
    "。",
    "；",
    "：",
    ",",
    ".",
    ";",
    ":",
    "、",
    "-",
    "—",
    "～",
    "~",
    "至",
    "到",
    "/",
    "+",
    "×",
    "·",
    "@",
    "<",
    ">",
    "|",
    "\"",
    "\\",
    "2021年",
    "2021年度",
    "1-11月",
    "1月",
    "12日",
    "今年以来",
    "截至目前",
    "上年",
    "全年",
    "上半年",
    "以来",
    "国发〔2021〕5号",
    "12345热线",
    "0716-6351234",
    "第三次",
    "“三重一大”",
    "5G",
    "A级",
    "前十",
    "开展",
    "培训",
    "组织",
    "下达",
    "从",
    "由",
    "提高到",
    "增长",
    "同比下降",
    "分别",
    "其中",
    "共",
    "比",
    "达到",
    "工作人员",
    "覆盖率",
    "柏岭镇",
    "云岫县",
    "人民政府",
    "报告",
    "关于",
    "工作报告",
    "索引号：",
    "发布日期：",
    "联系电话：",
    "联系人：",
    "主要举措",
    "存在问题",
    "@font-face{",
    "— 9 —",
    "a.jpg",
    "【打印】",
    "首页 >",
    " ",
    "  ",
    "\u{3000}",
    "\u{A0}",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{FEFF}",
    "\u{200B}",
    "\u{2028}",
    "\0",
    "𬭚",
    "😀",
    "e\u{301}",
    "Ⅲ",
    "½",
    "㈠",
    "⑴",
];

fn mixtures() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        12 => proptest::sample::select(TOKENS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(token, 0..60).prop_map(|tokens| tokens.concat())
}

/// Parts of patterns; what they make together need not be one.
const PATTERN_PARTS: &[&str] = &[
    "(?<number>",
    "(?<number>\\d+)",
    "(?<number>[^，。]*)",
    "(?<unit>",
    "(?<unit>.)",
    "(?<indicator>.{0,5})",
    "(?:",
    "(",
    ")",
    ")",
    "*",
    "+",
    "?",
    "{1,3}",
    "|",
    ".",
    "^",
    "$",
    "\\s",
    "\\w",
    "[一-龥]",
    "[^\\d]",
];

/// Options with words and patterns of the same parts that the texts are mixed of.
fn own_words() -> impl Strategy<Value = Options> {
    let words = || {
        let word = proptest::collection::vec(proptest::sample::select(TOKENS), 0..3);
        proptest::collection::vec(word.prop_map(|tokens| tokens.concat()), 0..4)
    };
    let part = prop_oneof![3 => proptest::sample::select(PATTERN_PARTS), 1 => proptest::sample::select(TOKENS)];
    let pattern = proptest::collection::vec(part, 1..6).prop_map(|parts| parts.concat());
    let patterns = proptest::collection::vec(pattern, 0..12);
    (words(), words(), patterns).prop_map(|(units, names, patterns)| {
        let mut options = Options::default();
        options.patterns = patterns.iter().filter_map(|pattern| Pattern::new(pattern).ok()).collect();
        (options.units, options.names) = (units, names);
        options
    })
}

fn in_tests(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

fn texts_in(folder: &str) -> Vec<String> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(in_tests(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// A report with some stretches cut out, doubled or moved to the end.
fn damaged() -> impl Strategy<Value = String> {
    let reports = texts_in("trials/reports");
    let stretch = (0.0..1.0f64, 0.0..0.05f64, 0..3u8);
    (proptest::sample::select(reports), proptest::collection::vec(stretch, 1..8)).prop_map(|(report, stretches)| {
        let mut chars: Vec<char> = report.chars().collect();
        for (at, length, deed) in stretches {
            let start = (at * chars.len() as f64) as usize;
            let end = (start + (length * chars.len() as f64) as usize).min(chars.len());
            let part: Vec<char> =
                if deed == 1 { chars[start..end].to_vec() } else { chars.drain(start..end).collect() };
            chars.extend(if deed == 0 { Vec::new() } else { part });
        }
        chars.into_iter().collect()
    })
}

fn config(cases: u32) -> Config {
    let told = Config::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { told.cases } else { cases };
    let rng_seed = if told.rng_seed == RngSeed::Random { RngSeed::Fixed(1) } else { told.rng_seed };
    Config { cases, rng_seed, failure_persistence: None, ..told }
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn hold_for_mixtures(text in mixtures()) {
        promises(&text);
    }

    #[test]
    fn hold_for_mixtures_with_own_words(text in mixtures(), options in own_words()) {
        promises_with(&text, &options);
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn hold_for_damaged_reports(text in damaged()) {
        promises(&text);
    }
}

#[test]
fn hold_for_reports_and_odd_texts() {
    for folder in ["trials/reports", "texts", "spec"] {
        texts_in(folder).iter().for_each(|text| {
            promises(text);
            parts(text);
        });
    }
    for text in ["", "\u{FEFF}", "\n", "\0", "。", "1", "一", "《", "》", "𬭚", "999999999999"] {
        promises(text);
    }
}

/// A text is pasted while it is typed: every beginning of the named cases is read.
#[test]
fn hold_for_every_beginning() {
    for text in texts_in("spec") {
        for case in text.split_once("=== ").map_or("", |(_, cases)| cases).split("=== ") {
            let words = case.split_once('\n').map_or("", |(_, rest)| rest).split("\n---").next().unwrap();
            for (at, _) in words.char_indices() {
                positions(&words[..at], &Options::default());
            }
        }
    }
}

#[test]
fn hold_for_beginnings_and_ends_of_a_report() {
    for text in texts_in("trials/reports") {
        for (at, _) in text.char_indices().step_by(397) {
            promises(&text[..at]);
            promises(&text[at..]);
        }
    }
}
