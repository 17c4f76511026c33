//! The wide table: a row an indicator, a column a report.
//!
//! Its rows run across all reports, so none can be written before all are read. The values lie on the disk meanwhile, in the order
//! of the reports; then as many rows at a time are put together as memory is allowed for.

use super::{Tables, each, end};
use crate::collect::placing::Columns;
use crate::collect::record::Row;
use crate::collect::table::{Cell, Head};
use std::cmp::Reverse;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write as _};
use std::path::{Path, PathBuf};

/// What stands before the reports.
pub(super) const HEADS: [Head<'static>; 5] =
    [("指标", "indicator"), ("单位", "unit"), ("类别", "kind"), ("变化", "change"), ("报告数", "reports")];

/// How many values are held at a time.
const HELD: usize = 1 << 19;

pub(super) struct Wide {
    path: PathBuf,
    values: BufWriter<File>,
    /// What the columns are called.
    names: Vec<String>,
}

/// A value on its way to its row.
struct Value {
    /// The row, among those that are put together.
    row: u32,
    report: u32,
    /// Where its words are among those that are held.
    start: u32,
    length: u8,
}

impl Wide {
    pub(super) fn create(folder: &Path) -> io::Result<Wide> {
        let path = folder.join("values");
        Ok(Wide { values: BufWriter::new(File::create(&path)?), path, names: Vec::new() })
    }

    /// A figure of the report that is read stands in `column`.
    pub(super) fn add(&mut self, column: u32, row: &Row) -> io::Result<()> {
        let range = row.upper.as_ref().map(|upper| format!("{}～{upper}", row.value));
        let words = range.as_ref().unwrap_or(&row.value).as_bytes();
        // No decimal is longer than its 20 digits and the exponent of eight bits.
        let words = &words[..words.len().min(u8::MAX.into())];
        self.values.write_all(&column.to_le_bytes())?;
        self.values.write_all(&(self.names.len() as u32).to_le_bytes())?;
        self.values.write_all(&[words.len() as u8])?;
        self.values.write_all(words)
    }

    /// The report is done: this is what its column is called.
    pub(super) fn next_report(&mut self, name: String) {
        self.names.push(name);
    }

    /// Writes all of it, the indicators of most reports first.
    pub(super) fn write(
        mut self,
        columns: &Columns,
        create: &mut dyn FnMut(&[String]) -> io::Result<Tables>,
    ) -> io::Result<()> {
        self.values.flush()?;
        let mut tables = create(&self.names)?;
        let mut order: Vec<u32> = (0..columns.list.len() as u32).collect();
        order.sort_by_key(|column| Reverse(columns.list[*column as usize].reports));
        let mut rest = order.as_slice();
        while !rest.is_empty() {
            let mut held = 0;
            let reports = |column: &u32| columns.list[*column as usize].reports as usize;
            let fits = rest.iter().position(|column| {
                held += reports(column);
                held > HELD
            });
            let (rows, later) = rest.split_at(fits.unwrap_or(rest.len()).max(1));
            self.write_rows(columns, rows, &mut tables)?;
            rest = later;
        }
        end(tables)
    }

    fn write_rows(&self, columns: &Columns, rows: &[u32], tables: &mut Tables) -> io::Result<()> {
        let mut row_of = vec![u32::MAX; columns.list.len()];
        for (row, column) in (0..).zip(rows) {
            row_of[*column as usize] = row;
        }
        let (mut values, mut words) = (Vec::new(), Vec::new());
        let mut from = BufReader::new(File::open(&self.path)?);
        let mut head = [0; 9];
        while read_whole(&mut from, &mut head)? {
            let [a, b, c, d, e, f, g, h, length] = head;
            let (column, report) = (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]));
            let row = row_of[column as usize];
            let start = words.len();
            words.resize(start + usize::from(length), 0);
            from.read_exact(&mut words[start..])?;
            if row == u32::MAX {
                words.truncate(start);
            } else {
                values.push(Value { row, report, start: start as u32, length });
            }
        }
        values.sort_unstable_by_key(|value| (value.row, value.report));
        let mut rest = values.as_slice();
        let mut cells = vec![Cell::Nothing; HEADS.len() + self.names.len()];
        for (row, column) in (0..).zip(rows) {
            let column = &columns.list[*column as usize];
            let mine = rest.partition_point(|value| value.row == row);
            cells[..HEADS.len()].copy_from_slice(&[
                (&column.indicator).into(),
                (&column.unit).into(),
                column.kind.as_str().into(),
                (&column.change).into(),
                Cell::Count(column.reports),
            ]);
            for value in &rest[..mine] {
                let bytes = &words[value.start as usize..][..value.length.into()];
                let words = str::from_utf8(bytes).map_err(|_| ErrorKind::InvalidData)?;
                let is_range = words.contains('～');
                cells[HEADS.len() + value.report as usize] =
                    if is_range { Cell::Words(words) } else { Cell::Number(words) };
            }
            each(tables, &cells)?;
            for value in &rest[..mine] {
                cells[HEADS.len() + value.report as usize] = Cell::Nothing;
            }
            rest = &rest[mine..];
        }
        Ok(())
    }
}

/// Whether there was something to be read.
fn read_whole(from: &mut impl Read, into: &mut [u8]) -> io::Result<bool> {
    match from.read_exact(into) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| true),
    }
}
