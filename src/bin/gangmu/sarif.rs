//! Findings as SARIF 2.1.0, the form that code hosts and editors read.

use crate::check::{Checked, said};
use crate::json::Json;
use crate::uri::uri_of;
use gangmu::{Language, Places, Profile, Rule, Severity, Span};

/// Of the package, which is that of the crate.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What SARIF calls a severity.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        _ => "note",
    }
}

/// A record with one field.
fn only<'a>(field: &'static str, value: impl Into<Json<'a>>) -> Json<'a> {
    Json::Record(vec![(field, value.into())])
}

fn describe(rule: Rule, language: Language) -> Json<'static> {
    let reason = match rule.clause() {
        None => "No standard says so: it is custom.".into(),
        Some(clause) => format!("Clause: {clause}."),
    };
    let shown = match rule.example() {
        ["", _] => String::new(),
        [wrong, right] => format!("\n\n{wrong}\n→\n{right}"),
    };
    let properties = vec![
        ("tags", Json::List(vec![rule.family().name().into()])),
        ("confidence", rule.confidence().name().into()),
        ("force", rule.force().name().into()),
        ("profile", rule.profile().name().into()),
        ("clause", rule.clause().into()),
    ];
    let enabled = rule.profile() == Profile::Usual;
    let short = if language == Language::English { rule.english() } else { rule.chinese() };
    Json::Record(vec![
        ("id", rule.name().into()),
        ("shortDescription", only("text", short)),
        ("fullDescription", only("text", rule.english())),
        ("help", only("text", format!("{} {reason}{shown}", rule.english()))),
        ("helpUri", format!("https://unpkg.com/gangmu@{VERSION}/docs/rules.md").into()),
        (
            "defaultConfiguration",
            Json::Record(vec![("level", level(rule.severity()).into()), ("enabled", enabled.into())]),
        ),
        ("properties", Json::Record(properties)),
    ])
}

/// The regions and edits of one file.
struct Located<'s> {
    places: Places<'s>,
    uri: String,
}

impl Located<'_> {
    fn artifact(&self) -> Json<'static> {
        only("uri", self.uri.clone())
    }

    fn region(&self, span: Span) -> Json<'static> {
        let [first, last] = [span.start, span.end].map(|byte| self.places.of(byte as usize));
        Json::Record(vec![
            ("startLine", Json::Number(first.line)),
            ("startColumn", Json::Number(first.column)),
            ("endLine", Json::Number(last.line)),
            ("endColumn", Json::Number(last.column)),
        ])
    }

    fn physical(&self, span: Span) -> Json<'static> {
        Json::Record(vec![("artifactLocation", self.artifact()), ("region", self.region(span))])
    }
}

fn results<'f>(file: &'f Checked<'_>, language: Language) -> impl Iterator<Item = Json<'f>> {
    let located = Located { places: Places::new(file.text), uri: uri_of(file.name) };
    file.findings.iter().map(move |finding| {
        let place = Rule::ALL.iter().position(|rule| *rule == finding.rule).unwrap_or_default();
        let properties =
            vec![("confidence", finding.confidence.name().into()), ("clause", finding.source.as_deref().into())];
        let mut result = vec![
            ("ruleId", finding.rule.name().into()),
            ("ruleIndex", Json::Number(place as u32)),
            ("level", level(finding.severity).into()),
            ("message", only("text", said(finding, language))),
            ("locations", Json::List(vec![only("physicalLocation", located.physical(finding.span))])),
            ("partialFingerprints", only("gangmu/v1", &*finding.fingerprint)),
            ("properties", Json::Record(properties)),
        ];
        if let [_, others @ ..] = finding.places.as_slice()
            && !others.is_empty()
        {
            let related = others.iter().zip(1..).map(|(place, id)| {
                Json::Record(vec![("id", Json::Number(id)), ("physicalLocation", located.physical(*place))])
            });
            result.push(("relatedLocations", Json::List(related.collect())));
        }
        if let Some(fix) = &finding.fix {
            let replacements = fix.iter().map(|edit| {
                let inserted = only("text", &*edit.text);
                Json::Record(vec![("deletedRegion", located.region(edit.span)), ("insertedContent", inserted)])
            });
            let replacements = Json::List(replacements.collect());
            let change = Json::Record(vec![("artifactLocation", located.artifact()), ("replacements", replacements)]);
            result.push(("fixes", Json::List(vec![only("artifactChanges", Json::List(vec![change]))])));
        }
        Json::Record(result)
    })
}

/// The log of one run over `files`, in the language in which the findings were found.
pub(crate) fn sarif(files: &[Checked<'_>], language: Language) -> String {
    let tag = if language == Language::English { "en" } else { "zh-CN" };
    let driver = Json::Record(vec![
        ("name", "Gangmu".into()),
        ("version", VERSION.into()),
        ("semanticVersion", VERSION.into()),
        ("language", tag.into()),
        ("rules", Json::List(Rule::ALL.iter().map(|rule| describe(*rule, language)).collect())),
    ]);
    let artifacts = files.iter().map(|file| only("location", only("uri", uri_of(file.name))));
    let run = Json::Record(vec![
        ("tool", only("driver", driver)),
        ("columnKind", "utf16CodeUnits".into()),
        ("newlineSequences", Json::List(["\r\n", "\n", "\r"].map(Json::from).into())),
        ("artifacts", Json::List(artifacts.collect())),
        ("results", Json::List(files.iter().flat_map(|file| results(file, language)).collect())),
    ]);
    let log = Json::Record(vec![
        ("$schema", "https://json.schemastore.org/sarif-2.1.0.json".into()),
        ("version", "2.1.0".into()),
        ("runs", Json::List(vec![run])),
    ]);
    format!("{}\n", log.pretty())
}
