//! The three tables, made of what was kept of the reports.

mod wide;

use super::asked::{Asked, TableForm};
use super::placing::Columns;
use super::record::{Record, Row};
use super::table::{Cell, Head, Table, create};
use super::unfinished::Unfinished;
use gangmu::Role;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::Path;
use wide::Wide;

/// How much there is of what was read.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) reports: usize,
    pub(crate) figures: usize,
    pub(crate) indicators: usize,
}

/// A row a figure.
const LONG: [Head<'static>; 16] = [
    ("地区", "place"),
    ("年份", "year"),
    ("章节", "section"),
    ("指标", "indicator"),
    ("数值", "value"),
    ("上限", "upper"),
    ("界限", "bound"),
    ("单位", "unit"),
    ("类别", "kind"),
    ("变化", "change"),
    ("期间", "period"),
    ("部分", "role"),
    ("原句", "sentence"),
    ("来源", "source"),
    ("起", "start"),
    ("止", "end"),
];

/// A row a report: what it is, what it has, and behind that the parts that a yearly report must have.
const REPORTS: [Head<'static>; 9] = [
    ("来源", "source"),
    ("列名", "column"),
    ("地区", "place"),
    ("年份", "year"),
    ("发文机关", "issuer"),
    ("标题", "title"),
    ("成文日期", "date"),
    ("数据数", "figures"),
    ("错误数", "errors"),
];

/// What the parts are called in a table.
const ROLES: [(Role, &str); 5] = [
    (Role::Work, "主要举措"),
    (Role::Leadership, "第一责任人"),
    (Role::Problems, "存在问题"),
    (Role::Plan, "下一年度安排"),
    (Role::Other, "其他"),
];

/// Makes every table of what was read, in `DIR/.unfinished`, and then puts all of them where they belong.
pub(crate) fn write(asked: &Asked, unfinished: &Unfinished) -> io::Result<Written> {
    let folder = unfinished.folder.as_path();
    let roles = ROLES.map(|(role, name)| (name, role.name()));
    let mut reports = tables(&asked.forms, folder, "reports", &[&REPORTS[..], &roles].concat(), &[])?;
    let mut long = tables(&asked.forms, folder, "long", &LONG, &[])?;
    let mut wide = Wide::create(folder)?;
    let mut columns = Columns::default();
    let mut names = Names::default();
    let mut figures = 0;
    let mut from = BufReader::new(File::open(unfinished.records())?);
    while let Some(record) = Record::read(&mut from)? {
        let name = names.name(&record);
        each(&mut reports, &report_row(&record, &name))?;
        for (row, column) in record.figures.iter().zip(columns.place(&record)) {
            each(&mut long, &long_row(&record, row))?;
            wide.add(column, row)?;
        }
        wide.next_report(name);
        figures += record.figures.len();
    }
    end(reports)?;
    end(long)?;
    let heads = wide::HEADS;
    wide.write(&columns, &mut |names| tables(&asked.forms, folder, "wide", &heads, names))?;
    for form in &asked.forms {
        for name in ["long", "wide", "reports"] {
            let name = format!("{name}.{}", form.extension());
            fs::rename(folder.join(&name), asked.out.join(&name))?;
        }
    }
    Ok(Written { reports: names.reports, figures, indicators: columns.list.len() })
}

/// One table in every form that is asked for.
type Tables = Vec<Box<dyn Table>>;

fn tables(forms: &[TableForm], folder: &Path, name: &str, heads: &[Head<'_>], values: &[String]) -> io::Result<Tables> {
    forms.iter().map(|form| create(*form, &folder.join(name), folder, heads, values)).collect()
}

fn each(tables: &mut Tables, cells: &[Cell<'_>]) -> io::Result<()> {
    tables.iter_mut().try_for_each(|table| table.row(cells))
}

fn end(tables: Tables) -> io::Result<()> {
    tables.into_iter().try_for_each(Table::end)
}

/// What the columns of the wide table are called: place and year, with a number where there are several of them.
#[derive(Debug, Default)]
struct Names {
    known: HashMap<String, usize>,
    reports: usize,
}

impl Names {
    fn name(&mut self, record: &Record) -> String {
        self.reports += 1;
        let parts: Vec<&str> = [&record.place, &record.year].into_iter().flatten().map(String::as_str).collect();
        let name = if parts.is_empty() { record.source.clone() } else { parts.join(" ") };
        let again = self.known.entry(name.clone()).or_default();
        *again += 1;
        if *again > 1 { format!("{name}（{again}）") } else { name }
    }
}

fn report_row<'r>(record: &'r Record, name: &'r str) -> Vec<Cell<'r>> {
    let mut cells = vec![
        (&record.source).into(),
        name.into(),
        (&record.place).into(),
        number(&record.year),
        (&record.issuer).into(),
        (&record.title).into(),
        (&record.date).into(),
        Cell::Count(record.figures.len() as u32),
        Cell::Count(record.errors),
    ];
    cells.extend(ROLES.map(|(role, _)| Cell::Truth(record.roles.iter().any(|has| has == role.name()))));
    cells
}

fn long_row<'r>(record: &'r Record, row: &'r Row) -> [Cell<'r>; LONG.len()] {
    [
        (&record.place).into(),
        number(&record.year),
        (&row.section).into(),
        (&row.indicator).into(),
        Cell::Number(&row.value),
        number(&row.upper),
        (&row.bound).into(),
        (&row.unit).into(),
        (&row.kind).into(),
        (&row.change).into(),
        (&row.period).into(),
        (&row.role).into(),
        (&row.sentence).into(),
        (&record.source).into(),
        Cell::Count(row.start),
        Cell::Count(row.end),
    ]
}

fn number(written: &Option<String>) -> Cell<'_> {
    written.as_ref().map_or(Cell::Nothing, |written| Cell::Number(written))
}
