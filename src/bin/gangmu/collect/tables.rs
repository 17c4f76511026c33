//! The three tables, made of what was kept of the reports.

mod wide;

use super::asked::{Asked, TableForm};
use super::record::Record;
use super::table::{Head, Table, create};
use super::unfinished::Unfinished;
use gangmu::{Cell, Columns, LONG_COLUMNS, Role};
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

/// A row a report: what it is, what it has, and behind that the parts that a yearly report must have.
const REPORTS: [Head<'static>; 9] = [
    ("source", "来源"),
    ("column", "列名"),
    ("place", "地区"),
    ("year", "年份"),
    ("issuer", "发文机关"),
    ("title", "标题"),
    ("date", "成文日期"),
    ("figures", "数据数"),
    ("errors", "错误数"),
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
    let roles = ROLES.map(|(role, name)| (role.name(), name));
    let mut reports = tables(&asked.forms, folder, "reports", &[&REPORTS[..], &roles].concat(), &[])?;
    let mut long = tables(&asked.forms, folder, "long", &LONG_COLUMNS, &[])?;
    let mut wide = Wide::create(folder)?;
    let mut columns = Columns::default();
    let mut names = Names::default();
    let mut figures = 0;
    let place = |name| LONG_COLUMNS.iter().position(|(field, _)| *field == name).expect("the long table has it");
    let [value, upper, column, confidence] = ["value", "upper", "column", "confidence"].map(place);
    let mut from = BufReader::new(File::open(unfinished.records())?);
    while let Some(record) = Record::read(&mut from)? {
        let name = names.name(&record);
        each(&mut reports, &report_row(&record, &name))?;
        let placed = columns.place_subjects(&record.subjects);
        for (mut row, placed) in record.rows.into_iter().zip(placed) {
            if let Some(placed) = placed {
                wide.add(placed.column, &row[value], &row[upper])?;
                row[column] = Cell::from(columns.list()[placed.column as usize].indicator.as_str());
                row[confidence] = Cell::from(placed.confidence.name());
            }
            each(&mut long, &row)?;
            figures += 1;
        }
        wide.next_report(name);
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
    Ok(Written { reports: names.reports, figures, indicators: columns.list().len() })
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

/// What the columns of the wide table are called: by place or issuer and year, else by the file, with a number where there are several of them.
#[derive(Debug, Default)]
struct Names {
    known: HashMap<String, usize>,
    reports: usize,
}

impl Names {
    fn name(&mut self, record: &Record) -> String {
        self.reports += 1;
        let name = match (record.place.as_ref().or(record.issuer.as_ref()), record.year) {
            (Some(place), Some(year)) => format!("{place} {year}"),
            (Some(place), None) => place.clone(),
            (None, _) => record.source.clone(),
        };
        let again = self.known.entry(name.clone()).or_default();
        *again += 1;
        if *again > 1 { format!("{name}（{again}）") } else { name }
    }
}

fn report_row<'r>(record: &'r Record, name: &'r str) -> Vec<Cell<'r>> {
    let mut cells = vec![
        record.source.as_str().into(),
        name.into(),
        record.place.as_deref().into(),
        record.year.map_or(Cell::Empty, Cell::from),
        record.issuer.as_deref().into(),
        record.title.as_deref().into(),
        record.date.as_deref().into(),
        Cell::from(record.rows.len() as u32),
        Cell::from(record.errors),
    ];
    let has = |role: Role| record.roles.iter().any(|name| name == role.name());
    cells.extend(ROLES.map(|(role, _)| Cell::from(if has(role) { "有" } else { "无" })));
    cells
}
