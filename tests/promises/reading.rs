//! What is promised of the reading of any text: places stand in the text, in order and one in another, words are what stands
//! there, and every form of output says the same.

use super::{forms, tape};
use gangmu::{Figure, Heading, Options, Report, Rule, Span, Words};
use serde_json::Value;
use std::borrow::Cow;

/// What is promised of positions in `text`.
pub fn positions<'t>(text: &'t str, options: &Options) -> Report<'t> {
    let report = gangmu::parse_with(text, options);
    places(&report);
    outline(&report);
    borrowed_words(&report);
    report
}

/// A part that is asked for alone is what it is among all, and the only one.
pub fn parts(text: &str) {
    let all: Value = serde_json::from_str(&gangmu::parse(text).to_json()).unwrap();
    for part in gangmu::Part::ALL {
        let mut options = Options::default();
        options.parts = [*part].into_iter().collect();
        some_parts(text, &options, &all);
    }
}

/// The parts that `options` ask for are what they are among `all`, and nothing else is there.
pub fn some_parts(text: &str, options: &Options, all: &Value) {
    let report = gangmu::parse_with(text, options);
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    let mut expected = serde_json::Map::new();
    expected.insert("schema".into(), all["schema"].clone());
    for part in gangmu::Part::ALL.iter().filter(|part| options.parts.has(**part)) {
        expected.insert(part.name().into(), all[part.name()].clone());
    }
    assert_eq!(json, Value::Object(expected), "parts are what they are among all");
    assert_eq!(tape::unpack(&report.to_packed(), text), json, "the tape and the JSON say the same");
}

/// Everything promised of the reading of `text`.
pub fn promises(text: &str) {
    promises_with(text, &Options::default());
}

/// The same, whatever the caller says beside the text.
pub fn promises_with(text: &str, options: &Options) {
    let report = positions(text, options);
    assert_eq!(gangmu::parse_with(text, options), report, "read twice, the same");
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    json_places(&report, &json);
    assert_eq!(tape::unpack(&report.to_packed(), text), json, "the tape and the JSON say the same");
    forms::read_back(&report);
}

pub fn in_text(text: &str, span: Span, what: &str) {
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
        // What is missing stands nowhere: its place is where the text ends.
        if !(matches!(finding.rule, Rule::IssuerMissing | Rule::DateMissing) && finding.span.is_empty()) {
            in_order(text, finding.places.iter().copied(), "place of a finding");
        }
        let mut reached = 0;
        for edit in finding.fix.iter().flatten() {
            // An edit may put words in where nothing stands.
            assert!(reached <= edit.span.start && edit.span.start <= edit.span.end, "edits are in order");
            assert!(
                text.get(edit.span.start as usize..edit.span.end as usize).is_some(),
                "an edit of {:?} lies in the text: {edit:?} in {text:?}",
                finding.rule
            );
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
pub fn json_places(report: &Report<'_>, json: &Value) {
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
