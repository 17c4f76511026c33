//! Many reports as one table: the rows of the long one, a row a figure, and the whole as JSON.

use crate::columns::{Column, Columns, Placed};
use crate::emit::{Emit, Sink};
use crate::export::{section, write_cell};
use crate::json::{JsonWriter, write_string};
use crate::offsets::Offsets;
use crate::options::Options;
use crate::parts::Part;
use crate::report::{Report, Role};
use crate::signature::role_at;
use crate::{Decimal, compose::compose, parse_with};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// The version of the shape of [`collect`]: its field `schema`.
///
/// ```
/// let json = gangmu::collect(&[], &gangmu::Options::default());
/// assert!(json.starts_with(&format!(r#"{{"schema":"{}","#, gangmu::COLLECTION_SCHEMA)));
/// ```
pub const COLLECTION_SCHEMA: &str = "gangmu-collection/1";

/// How many columns the long table has.
const WIDTH: usize = 21;

/// The columns of the long table, in order: the name in JSON, and in the header row of a table.
///
/// ```
/// assert_eq!(gangmu::LONG_COLUMNS[0], ("source", "来源"));
/// ```
pub const LONG_COLUMNS: [(&str, &str); WIDTH] = [
    ("source", "来源"),
    ("place", "地区"),
    ("year", "年份"),
    ("markers", "提纲"),
    ("section", "标题"),
    ("role", "部分"),
    ("column", "指标（汇总）"),
    ("confidence", "归并把握"),
    ("indicator", "指标"),
    ("action", "动作"),
    ("value", "数值"),
    ("upper", "上限"),
    ("unit", "单位"),
    ("kind", "类别"),
    ("bound", "界限"),
    ("change", "变化"),
    ("period", "期间"),
    ("sentence", "句子"),
    ("words", "原文"),
    ("start", "起"),
    ("end", "止"),
];

/// A cell of the long table.
///
/// ```
/// assert_eq!(gangmu::Cell::from("件"), gangmu::Cell::Words("件".into()));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'r> {
    /// Nothing is stated. It is not zero.
    Empty,
    /// Words.
    Words(Cow<'r, str>),
    /// A number, exact.
    Number(Decimal),
}

impl<'r> From<&'r str> for Cell<'r> {
    fn from(words: &'r str) -> Cell<'r> {
        if words.is_empty() { Cell::Empty } else { Cell::Words(Cow::Borrowed(words)) }
    }
}

impl<'r> From<Option<&'r str>> for Cell<'r> {
    fn from(words: Option<&'r str>) -> Cell<'r> {
        Cell::from(words.unwrap_or_default())
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Cell::Number(Decimal::from(u64::from(number)))
    }
}

/// A row of the long table: a figure with all that is to be known of it away from its report. Positions are UTF-16 units.
///
/// ```
/// let report = gangmu::parse("受理信访15件。");
/// let mut columns = gangmu::Columns::default();
/// let placed = columns.place(&report);
/// let row = gangmu::long_rows(&report, "a.txt", &placed, &columns).next().unwrap();
/// assert!(row.to_csv().starts_with("a.txt,,,"));
/// assert!(row.to_json().contains(r#""indicator":"信访","action":"受理","value":15"#));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LongRow<'r> {
    /// One for each of [`LONG_COLUMNS`].
    pub cells: [Cell<'r>; WIDTH],
}

impl LongRow<'_> {
    /// The row as a line of CSV (RFC 4180), ended by CRLF. Words that a spreadsheet would take for a formula have an apostrophe
    /// before them.
    ///
    /// ```
    /// let report = gangmu::parse("受理信访15件。");
    /// let placed = gangmu::Columns::default().place(&report);
    /// let columns = gangmu::Columns::default();
    /// assert!(gangmu::long_rows(&report, "=1", &placed, &columns).next().unwrap().to_csv().starts_with("'=1,"));
    /// ```
    pub fn to_csv(&self) -> String {
        let mut out = String::new();
        for (place, cell) in self.cells.iter().enumerate() {
            match cell {
                Cell::Empty => write_cell(&mut out, place, ""),
                Cell::Words(words) => write_cell(&mut out, place, words),
                Cell::Number(number) => write_cell(&mut out, place, &compose!(*number)),
            }
        }
        out.push_str("\r\n");
        out
    }

    /// The row as one line of JSON without its end: every name of [`LONG_COLUMNS`], null where nothing is stated.
    ///
    /// ```
    /// let report = gangmu::parse("受理信访15件。");
    /// let columns = gangmu::Columns::default();
    /// let row = gangmu::long_rows(&report, "a.txt", &[], &columns).next().unwrap();
    /// assert!(row.to_json().starts_with(r#"{"source":"a.txt","place":null,"#));
    /// ```
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        for ((name, _), cell) in LONG_COLUMNS.iter().zip(&self.cells) {
            out.push(if out.is_empty() { '{' } else { ',' });
            write_string(&mut out, name);
            out.push(':');
            match cell {
                Cell::Empty => out.push_str("null"),
                Cell::Words(words) => write_string(&mut out, words),
                Cell::Number(number) => number.write_to(&mut out),
            }
        }
        out.push('}');
        out
    }
}

/// The rows of the figures of `report`, in their order. `source` says where the text is; `placed` is what [`Columns::place`] gave for
/// it, or empty where no columns are wanted.
///
/// ```
/// let report = gangmu::parse("清溪镇2023年工作报告\n受理信访15件，走访20户。");
/// let columns = gangmu::Columns::default();
/// assert_eq!(gangmu::long_rows(&report, "a.txt", &[], &columns).count(), 2);
/// ```
pub fn long_rows<'r>(
    report: &'r Report<'_>,
    source: &'r str,
    placed: &'r [Option<Placed>],
    columns: &'r Columns,
) -> impl Iterator<Item = LongRow<'r>> {
    let offsets = Offsets::new(report.text);
    report.figures.iter().enumerate().map(move |(at, figure)| {
        let (markers, title) = section(&report.outline, &figure.heading);
        let placed = placed.get(at).copied().flatten();
        let column = placed.and_then(|placed| columns.list().get(placed.column as usize));
        let words = |words: &'r Option<crate::Words<'_>>| Cell::from(words.as_deref());
        LongRow {
            cells: [
                Cell::from(source),
                words(&report.metadata.place),
                report.metadata.year.map_or(Cell::Empty, Cell::from),
                if markers.is_empty() { Cell::Empty } else { Cell::Words(Cow::Owned(markers)) },
                Cell::from(title),
                Cell::from(role_at(report, figure.span).map(Role::name)),
                column.map_or(Cell::Empty, |column| Cell::from(column.indicator.as_str())),
                Cell::from(placed.map(|placed| placed.confidence.name())),
                Cell::from(&*figure.indicator),
                words(&figure.action),
                Cell::Number(figure.value),
                figure.upper.map_or(Cell::Empty, Cell::Number),
                words(&figure.unit),
                Cell::from(figure.kind.name()),
                Cell::from(figure.bound.name()),
                Cell::from(figure.change.map(|change| change.name())),
                words(&figure.period),
                Cell::from(&report.text[report.sentence(figure.span)]),
                Cell::from(&report.text[figure.span]),
                Cell::from(offsets.utf16(figure.span.start as usize)),
                Cell::from(offsets.utf16(figure.span.end as usize)),
            ],
        }
    })
}

/// Reads many texts, each with where it came from, and gives them as one table in JSON: the type `Collection` of `gangmu.d.ts`.
///
/// Each report is read, written and let go before the next. A program that has many thousands keeps [`Columns`] itself and takes
/// [`long_rows`] of one report after another.
///
/// ```
/// let texts = [("a.txt", "受理信访15件。"), ("b.txt", "全年受理信访18件。")];
/// let json = gangmu::collect(&texts, &gangmu::Options::default());
/// assert!(json.ends_with(r#""columns":[{"indicator":"信访","unit":"件","kind":"count","names":["信访"],"reports":2}]}"#));
/// ```
pub fn collect(texts: &[(&str, &str)], options: &Options) -> String {
    let mut options = options.clone();
    options.parts = [Part::Metadata, Part::Outline, Part::Figures, Part::Passages].into_iter().collect();
    let mut columns = Columns::default();
    let mut out = String::from("{\"schema\":");
    write_string(&mut out, COLLECTION_SCHEMA);
    out.push_str(",\"reports\":[");
    for (place, (source, text)) in texts.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        let report = parse_with(text, &options);
        let placed = columns.place(&report);
        write_report(&mut out, &report, source, &placed);
    }
    out.push_str("],\"columns\":");
    let offsets = Offsets::new("");
    let mut writer = JsonWriter::new(&offsets);
    writer.begin_list(columns.list().len());
    for column in columns.list() {
        writer.entry();
        write_column(&mut writer, column);
    }
    writer.end_list();
    out.push_str(&writer.out);
    out.push('}');
    out
}

fn write_report(out: &mut String, report: &Report<'_>, source: &str, placed: &[Option<Placed>]) {
    let offsets = Offsets::new(report.text);
    let mut writer = JsonWriter::new(&offsets);
    writer.begin();
    writer.field("source");
    writer.words(source);
    writer.field("metadata");
    report.metadata.emit(&mut writer);
    writer.field("roles");
    let there: Vec<Role> =
        Role::ALL.iter().copied().filter(|role| report.passages.iter().any(|passage| passage.role == *role)).collect();
    there.emit(&mut writer);
    writer.field("rows");
    writer.begin_list(report.figures.len());
    for (figure, placed) in report.figures.iter().zip(placed) {
        writer.entry();
        writer.begin();
        writer.field("column");
        placed.map(|placed| placed.column).emit(&mut writer);
        writer.field("confidence");
        placed.map(|placed| placed.confidence).emit(&mut writer);
        writer.field("figure");
        figure.emit(&mut writer);
        writer.field("words");
        writer.words(&report.text[figure.span]);
        let (markers, title) = section(&report.outline, &figure.heading);
        writer.field("section");
        writer.words(&(markers + title));
        writer.field("role");
        role_at(report, figure.span).emit(&mut writer);
        writer.field("sentence");
        writer.words(&report.text[report.sentence(figure.span)]);
        writer.end();
    }
    writer.end_list();
    writer.end();
    out.push_str(&writer.out);
}

fn write_column(writer: &mut JsonWriter<'_>, column: &Column) {
    writer.begin();
    writer.field("indicator");
    writer.words(&column.indicator);
    writer.field("unit");
    column.unit.as_deref().map(Cow::Borrowed).emit(writer);
    writer.field("kind");
    column.kind.emit(writer);
    writer.field("names");
    writer.begin_list(column.names.len());
    for name in &column.names {
        writer.entry();
        writer.words(name);
    }
    writer.end_list();
    writer.field("reports");
    column.reports.emit(writer);
    writer.end();
}
