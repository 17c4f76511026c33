//! The named cases of `tests/spec/*.txt`, natively: the same files that `tests/spec.mjs` runs through the wasm.
//! `tests/spec/README.md` says how a case is written.
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

use gangmu::{Edit, Finding, Heading, Item, Language, Metadata, Options, Profile, Report, Rule, Span, Terms};
use std::collections::HashSet;
use std::io::Write as _;
use std::path::Path;

struct Case {
    file: String,
    name: String,
    text: String,
    expected: Vec<String>,
}

/// One thing of a report as a line of a case, and the attributes that a line may ask for.
struct Thing {
    line: String,
    attributes: Vec<(&'static str, String)>,
}

/// Cases that are known to fail; one that passes must leave this file.
const KNOWN_MISSES: &str = "known-misses.txt";

/// The kinds of lines, each with its plural as `no …` says it.
const KINDS: [(&str, &str); 11] = [
    ("figure", "figures"),
    ("heading", "headings"),
    ("item", "items"),
    ("date", "dates"),
    ("citation", "citations"),
    ("noise", "noise"),
    ("finding", "findings"),
    ("ignored", "ignored"),
    ("passage", "passages"),
    ("relation", "relations"),
    ("meta", "metadata"),
];

fn unescape(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.strip_prefix("\\u{").and_then(|code| code.split_once('}'));
        let code = code.and_then(|(code, rest)| Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, rest)));
        let letter =
            [('r', '\r'), ('n', '\n'), ('t', '\t')].into_iter().find(|(letter, _)| rest[1..].starts_with(*letter));
        (rest, out) = match (code, letter) {
            (Some((ch, behind)), _) => (behind, out + &String::from(ch)),
            (None, Some((_, ch))) => (&rest[2..], out + &String::from(ch)),
            (None, None) => (&rest[1..], out + "\\"),
        };
    }
    out + rest
}

/// What cannot be seen, made visible: as the files write it.
fn escape(words: &str) -> String {
    let mut out = String::new();
    for ch in words.chars() {
        match ch {
            '\r' => out.push_str("\\r"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{FEFF}' | '\u{A0}' | '\u{3000}' => out.push_str(&format!("\\u{{{:X}}}", ch as u32)),
            _ => out.push(ch),
        }
    }
    out
}

fn cases_of(path: &Path) -> Vec<Case> {
    let file = path.file_name().unwrap().to_string_lossy().into_owned();
    let content = std::fs::read_to_string(path).unwrap();
    let content = format!("\n{content}");
    let parts = content.split_once("\n=== ").map_or("", |(_, cases)| cases).split("\n=== ");
    parts
        .map(|part| {
            let lines: Vec<&str> = part.split('\n').collect();
            let rule = lines.iter().position(|line| *line == "---");
            let rule = rule.unwrap_or_else(|| panic!("{file}: the case \"{}\" has no line ---", lines[0]));
            let expected = lines[rule + 1..].iter().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
            Case {
                file: file.clone(),
                name: lines[0].trim().to_owned(),
                text: unescape(&lines[1..rule].join("\n")),
                expected: expected.map(|line| (*line).to_owned()).collect(),
            }
        })
        .collect()
}

fn or_none(words: Option<impl ToString>) -> String {
    words.map(|words| words.to_string()).filter(|words| !words.is_empty()).unwrap_or_else(|| "none".to_owned())
}

fn plain(line: String) -> Thing {
    Thing { line, attributes: Vec::new() }
}

fn figures(report: &Report<'_>) -> Vec<Thing> {
    let thing = |figure: &gangmu::Figure<'_>| {
        let upper = figure.upper.map_or(String::new(), |upper| format!("..{upper}"));
        let unit = figure.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
        Thing {
            line: format!("figure {} = {}{upper}{unit}", &report.text[figure.span], figure.value),
            attributes: vec![
                ("of", or_none(Some(&figure.indicator))),
                ("kind", figure.kind.name().to_owned()),
                ("bound", figure.bound.name().to_owned()),
                ("change", or_none(figure.change.map(gangmu::Change::name))),
                ("period", or_none(figure.period.as_ref())),
                ("source", figure.period_source.map_or("none", |source| source.name()).into()),
                ("action", or_none(figure.action.as_ref())),
                ("approx", or_none(figure.approx.as_ref())),
            ],
        }
    };
    report.figures.iter().map(thing).collect()
}

fn headings(outline: &[Heading<'_>], out: &mut Vec<Thing>) {
    for heading in outline {
        let lost = heading.number.map_or("-".to_owned(), |number| format!("-({number})"));
        let marker = if heading.marker.is_empty() { &lost } else { heading.marker.as_ref() };
        out.push(Thing {
            line: format!("heading {} {marker} {}", heading.level, heading.title),
            attributes: vec![
                ("role", or_none(heading.role.map(gangmu::Role::name))),
                ("inferred", heading.inferred.to_string()),
                ("number", or_none(heading.number)),
            ],
        });
        headings(&heading.children, out);
    }
}

fn items(report: &Report<'_>) -> Vec<Thing> {
    fn collect<'a, 't>(outline: &'a [Heading<'t>], out: &mut Vec<&'a Item<'t>>) {
        for heading in outline {
            out.extend(&heading.items);
            collect(&heading.children, out);
        }
    }
    let mut all: Vec<&Item<'_>> = report.items.iter().collect();
    collect(&report.outline, &mut all);
    all.sort_by_key(|item| item.span.start);
    all.iter().map(|item| plain(format!("item {} {}", item.marker, item.number))).collect()
}

fn metadata(metadata: &Metadata<'_>) -> Vec<Thing> {
    let year = metadata.year.map(|year| year.to_string().into());
    let fields = [
        ("title", &metadata.title),
        ("issuer", &metadata.issuer),
        ("place", &metadata.place),
        ("year", &year),
        ("date", &metadata.date),
        ("published", &metadata.published),
        ("recipient", &metadata.recipient),
        ("indexNumber", &metadata.index_number),
        ("documentNumber", &metadata.document_number),
        ("subjectClass", &metadata.subject_class),
        ("contactName", &metadata.contact_name),
        ("contactPhone", &metadata.contact_phone),
    ];
    fields.iter().map(|(key, value)| plain(format!("meta {key} {}", value.as_deref().unwrap_or("-")))).collect()
}

/// The words from a finding's first place to the end of its edits, with the edits made.
fn mended(text: &str, finding: &Finding<'_>, edits: &[Edit<'_>]) -> String {
    let start = edits.iter().map(|edit| edit.span.start).chain([finding.span.start]).min().unwrap() as usize;
    let end = edits.iter().map(|edit| edit.span.end).chain([finding.span.end]).max().unwrap() as usize;
    let (mut out, mut from) = (String::new(), start);
    for edit in edits {
        out += &text[from..edit.span.start as usize];
        out += &edit.text;
        from = edit.span.end as usize;
    }
    out + &text[from.min(end)..end]
}

/// What the lines `with KEY VALUE` of a case say beside the text.
fn options_of(case: &Case) -> Options {
    let mut options = Options::default();
    for line in case.expected.iter().filter_map(|line| line.strip_prefix("with ")) {
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        match key {
            "year" => options.year = Some(value.parse().unwrap()),
            "profile" => options.profile = Profile::from_name(value).unwrap(),
            "language" => options.language = Language::from_name(value).unwrap(),
            "rule" => options.rules_on.push(Rule::from_name(value).unwrap()),
            "unit" => options.units.push(value.to_owned()),
            "name" => options.names.push(value.to_owned()),
            "pattern" => options.patterns.push(gangmu::Pattern::new(value).unwrap()),
            _ => panic!("{}: there is no option {key}", case.name),
        }
    }
    options
}

/// Everything of one kind in a report, in reading order.
fn things(kind: &str, report: &Report<'_>) -> Vec<Thing> {
    let words = |span: Span| &report.text[span];
    match kind {
        "figure" => figures(report),
        "heading" => {
            let mut out = Vec::new();
            headings(&report.outline, &mut out);
            out
        }
        "item" => items(report),
        "date" => {
            let line = |date: &gangmu::DateMention<'_>| {
                format!("date {} = {}", words(date.span), date.iso.as_deref().unwrap_or("-"))
            };
            report.dates.iter().map(|date| plain(line(date))).collect()
        }
        "citation" => {
            let line = |work: &gangmu::Citation<'_>| {
                let number = work.number.as_ref().map_or(String::new(), |number| format!(" {number}"));
                format!("citation {}{number}", words(work.span))
            };
            report.citations.iter().map(|work| plain(line(work))).collect()
        }
        "noise" => {
            let line = |noise: &gangmu::Noise| format!("noise {} {}", noise.kind.name(), words(noise.span));
            report.noise.iter().map(|noise| plain(line(noise))).collect()
        }
        "finding" => {
            let thing = |finding: &gangmu::Finding<'_>| Thing {
                line: format!("finding {} {}", finding.rule.name(), words(finding.span)),
                attributes: vec![
                    ("severity", finding.severity.name().to_owned()),
                    ("confidence", finding.confidence.name().to_owned()),
                    ("places", finding.places.len().to_string()),
                    ("mended", finding.fix.as_ref().map_or("none".into(), |edits| mended(report.text, finding, edits))),
                    ("message", finding.message.to_string()),
                ],
            };
            report.findings.iter().map(thing).collect()
        }
        "relation" => {
            let thing = |relation: &gangmu::Relation<'_>| {
                let figures = relation.terms.figures();
                let list: Vec<&str> =
                    figures.iter().map(|figure| words(report.figures[*figure as usize].span)).collect();
                let line = match relation.terms {
                    Terms::Claim { span, stated, named } => format!("{} {stated} {named}", words(span)),
                    _ => list.join(" "),
                };
                Thing {
                    line: format!("relation {} {line}", relation.terms.name()),
                    attributes: vec![
                        ("verdict", relation.verdict.name().to_owned()),
                        ("calculation", relation.calculation.to_string()),
                        ("slip", or_none(relation.slip.as_ref())),
                    ],
                }
            };
            report.relations.iter().map(thing).collect()
        }
        "passage" => {
            let opening = |span: Span| words(span).split(['，', '。', '：', '\n']).next().unwrap_or_default();
            let line = |passage: &gangmu::Passage| format!("passage {} {}", passage.role.name(), opening(passage.span));
            report.passages.iter().map(|passage| plain(line(passage))).collect()
        }
        "ignored" => {
            let line = |number: &gangmu::Ignored| format!("ignored {} {}", number.reason.name(), words(number.span));
            report.ignored.iter().map(|number| plain(line(number))).collect()
        }
        _ => metadata(&report.metadata),
    }
}

/// `thing` as the line `wanted` would write it: the attributes that it asks for, and of several answers the one given.
fn as_asked(thing: &Thing, wanted: &str) -> String {
    let mut line = escape(&thing.line);
    for asked in wanted.split_once(" | ").iter().flat_map(|(_, asked)| asked.split(" | ")) {
        let (name, answers) = asked.split_once(' ').unwrap_or((asked, ""));
        let found = thing.attributes.iter().find(|(attribute, _)| *attribute == name);
        let (_, value) = found.unwrap_or_else(|| panic!("\"{wanted}\": there is no attribute {name}"));
        let right = answers.split(" / ").any(|answer| answer == value);
        line += &format!(" | {name} {}", if right { answers } else { value });
    }
    line
}

/// What a case wants and what it gets, line by line.
fn compare(case: &Case) -> (Vec<String>, Vec<String>) {
    let report = gangmu::parse_with(&case.text, &options_of(case));
    let (mut wanted, mut got) = (Vec::new(), Vec::new());
    let mut by_kind: Vec<(&str, Vec<String>)> = Vec::new();
    for line in case.expected.iter().filter(|line| !line.starts_with("with ")) {
        if let Some(rule) = line.strip_prefix("no finding ") {
            Rule::from_name(rule).unwrap_or_else(|| panic!("{}: there is no rule {rule}", case.name));
            let found = report.findings.iter().find(|finding| finding.rule.name() == rule);
            got.push(found.map_or(line.clone(), |found| format!("finding {rule} {}", &report.text[found.span])));
            wanted.push(line.clone());
            continue;
        }
        let none = line.strip_prefix("no ");
        let word = none.unwrap_or_else(|| line.split(' ').next().unwrap());
        let known = KINDS.iter().find(|(kind, plural)| if none.is_some() { *plural == word } else { *kind == word });
        let (kind, _) =
            known.unwrap_or_else(|| panic!("{}: \"{line}\" is no expectation that the cases know", case.name));
        if by_kind.iter().all(|(seen, _)| seen != kind) {
            by_kind.push((kind, Vec::new()));
        }
        let (_, lines) = by_kind.iter_mut().find(|(seen, _)| seen == kind).unwrap();
        lines.extend(none.is_none().then(|| escape(&unescape(line))));
    }
    for (kind, lines) in by_kind {
        let things = things(kind, &report);
        // Of metadata, findings, relations and numbers left out, a case lists only those that it is about.
        if kind == "meta" || matches!(kind, "finding" | "ignored" | "relation") && !lines.is_empty() {
            let all: Vec<String> = things.iter().map(|thing| escape(&thing.line)).collect();
            for line in &lines {
                let bare = line.split(" | ").next().unwrap();
                let found = all.iter().position(|thing| thing == bare);
                got.push(found.map_or(format!("({})", all.join(" / ")), |place| as_asked(&things[place], line)));
            }
        } else {
            let asked = lines.iter().map(String::as_str).chain(std::iter::repeat(""));
            got.extend(things.iter().zip(asked).map(|(thing, line)| as_asked(thing, line)));
        }
        wanted.extend(lines);
    }
    (wanted, got)
}

/// The columns that `words` takes on a terminal.
fn width(words: &str) -> usize {
    words.chars().map(|ch| if ch as u32 >= 0x2E80 || "—“”‘’…‰".contains(ch) { 2 } else { 1 }).sum()
}

fn side_by_side(wanted: &[String], got: &[String]) -> String {
    let column = wanted.iter().map(|line| width(line)).max().unwrap_or(0).max("expected".len());
    let mut out = format!("  expected{} | actual\n", " ".repeat(column - "expected".len()));
    for row in 0..wanted.len().max(got.len()) {
        let (left, right) = (wanted.get(row).map_or("", |line| line), got.get(row).map_or("", |line| line));
        let sign = if left == right { ' ' } else { '!' };
        out += &format!("{sign} {left}{} | {right}\n", " ".repeat(column - width(left)));
    }
    out
}

#[test]
fn the_named_cases_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let cases: Vec<Case> = files.iter().flat_map(|path| cases_of(path)).collect();

    let mut names = HashSet::new();
    let mut failures = Vec::new();
    for case in &cases {
        assert!(names.insert(&case.name), "two cases are called \"{}\"", case.name);
        assert!(!case.expected.is_empty(), "{}: the case \"{}\" expects nothing", case.file, case.name);
        let (wanted, got) = compare(case);
        let shown = escape(&case.text).replace("\\n", "\n");
        if case.file == KNOWN_MISSES {
            if wanted == got {
                failures.push(format!("{}: {} holds now: move it to its family", case.file, case.name));
            }
        } else if wanted != got {
            failures.push(format!("{}: {}\n{shown}\n{}", case.file, case.name, side_by_side(&wanted, &got)));
        }
    }
    let known = cases.iter().filter(|case| case.file == KNOWN_MISSES).count();
    // The test harness keeps what print! says of a test that passes to itself.
    let mut out = std::io::stdout();
    writeln!(out, "{} named cases in {} files, {known} of them known misses", cases.len(), files.len()).unwrap();
    assert!(failures.is_empty(), "{} of {} cases fail\n\n{}", failures.len(), cases.len(), failures.join("\n"));
}
