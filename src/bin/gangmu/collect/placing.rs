//! What is kept of a report, and in which column of the wide table each figure stands.

use super::record::{Record, Row};
use gangmu::{Heading, Offsets, Report, Severity};
use std::collections::HashMap;

/// What the tables say of `report`, read in the file `source`.
pub(crate) fn record(report: &Report<'_>, source: &str) -> Record {
    let offsets = Offsets::new(report.text);
    let owned = |words: &Option<gangmu::Words<'_>>| words.as_deref().map(String::from);
    let metadata = &report.metadata;
    let mut roles: Vec<String> = report.passages.iter().map(|passage| passage.role.name().into()).collect();
    roles.sort();
    roles.dedup();
    let figures = report.figures.iter().map(|figure| {
        let start = figure.span.start;
        let role = report.passages.iter().find(|passage| passage.span.start <= start && start < passage.span.end);
        Row {
            section: section(&report.outline, &figure.heading),
            indicator: figure.indicator.to_string(),
            value: figure.value.to_string(),
            upper: figure.upper.map(|upper| upper.to_string()),
            bound: figure.bound.name().into(),
            unit: owned(&figure.unit),
            kind: figure.kind.name().into(),
            change: figure.change.map(|change| change.name().into()),
            period: owned(&figure.period),
            role: role.map(|passage| passage.role.name().into()),
            sentence: report.text[report.sentence(figure.span)].into(),
            start: offsets.utf16(start as usize),
            end: offsets.utf16(figure.span.end as usize),
        }
    });
    Record {
        source: source.into(),
        place: owned(&metadata.place),
        year: metadata.year.map(|year| year.to_string()),
        issuer: owned(&metadata.issuer),
        title: owned(&metadata.title),
        date: owned(&metadata.date),
        roles,
        errors: report.findings.iter().filter(|finding| finding.rule.severity() == Severity::Error).count() as u32,
        figures: figures.collect(),
    }
}

fn section(outline: &[Heading<'_>], path: &[u32]) -> String {
    let (mut markers, mut title, mut level) = (String::new(), "", outline);
    for index in path {
        let Some(heading) = level.get(*index as usize) else { break };
        markers.push_str(&heading.marker);
        title = &heading.title;
        level = &heading.children;
    }
    markers + title
}

/// A row of the wide table.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) indicator: String,
    pub(crate) unit: Option<String>,
    pub(crate) kind: String,
    pub(crate) change: Option<String>,
    pub(crate) reports: u32,
}

/// Every column there is.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    known: HashMap<(String, Option<String>, String, Option<String>, u32), u32>,
    pub(crate) list: Vec<Column>,
}

impl Columns {
    /// The column of each figure.
    pub(crate) fn place(&mut self, record: &Record) -> Vec<u32> {
        let mut seen: HashMap<_, u32> = HashMap::new();
        let rows = record.figures.iter().map(|row| {
            let key = (row.indicator.clone(), row.unit.clone(), row.kind.clone(), row.change.clone());
            let again = seen.entry(key.clone()).or_default();
            *again += 1;
            let column = *self.known.entry((key.0, key.1, key.2, key.3, *again)).or_insert_with(|| {
                let indicator =
                    if *again > 1 { format!("{}（{again}）", row.indicator) } else { row.indicator.clone() };
                let (unit, kind, change) = (row.unit.clone(), row.kind.clone(), row.change.clone());
                self.list.push(Column { indicator, unit, kind, change, reports: 0 });
                self.list.len() as u32 - 1
            });
            self.list[column as usize].reports += 1;
            column
        });
        rows.collect()
    }
}
