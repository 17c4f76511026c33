//! The wide table: a row an indicator, a column a report.
//!
//! Its rows run across all reports, so none can be written before all are read. The values lie on the disk meanwhile, in the order
//! of the reports; then as many rows at a time are put together as memory is allowed for.

use super::{Tables, each, end};
use crate::collect::table::Head;
use gangmu::{Cell, Columns, Decimal};
use std::cmp::Reverse;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write as _};
use std::path::{Path, PathBuf};

/// What stands before the reports.
pub(super) const HEADS: [Head<'static>; 5] =
    [("indicator", "指标"), ("unit", "单位"), ("kind", "类别"), ("names", "原名"), ("reports", "报告数")];

/// How many bytes are read at a time.
const ROOM: usize = 1 << 16;
/// How many values are held at a time.
const HELD: usize = 1 << 17;

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
    value: Decimal,
    /// The upper end of a range.
    upper: Option<Decimal>,
}

/// How many bytes a value takes on the disk.
const SIZE: usize = 4 + 4 + 2 * 10;
/// Stands as exponent where there is no upper end: no number in a text has it.
const NONE: i8 = i8::MIN;

impl Wide {
    pub(super) fn create(folder: &Path) -> io::Result<Wide> {
        let path = folder.join("values");
        Ok(Wide { values: BufWriter::new(File::create(&path)?), path, names: Vec::new() })
    }

    /// A figure of the report that is read stands in `column`.
    pub(super) fn add(&mut self, column: u32, value: &Cell<'_>, upper: &Cell<'_>) -> io::Result<()> {
        let mut bytes = [0; SIZE];
        bytes[..4].copy_from_slice(&column.to_le_bytes());
        bytes[4..8].copy_from_slice(&(self.names.len() as u32).to_le_bytes());
        for (cell, at) in [(value, 8), (upper, 18)] {
            let number = if let Cell::Number(number) = cell { *number } else { Decimal::new(0, NONE) };
            bytes[at..at + 8].copy_from_slice(&number.coefficient().to_le_bytes());
            bytes[at + 8] = number.exponent() as u8;
            bytes[at + 9] = u8::from(number.is_negative());
        }
        self.values.write_all(&bytes)
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
        let mut order: Vec<u32> = (0..columns.list().len() as u32).collect();
        order.sort_by_key(|column| Reverse(columns.list()[*column as usize].reports));
        let mut rest = order.as_slice();
        while !rest.is_empty() {
            let mut held = 0;
            let reports = |column: &u32| columns.list()[*column as usize].reports as usize;
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
        let mut row_of = vec![u32::MAX; columns.list().len()];
        for (row, column) in (0..).zip(rows) {
            row_of[*column as usize] = row;
        }
        let mut values = Vec::new();
        let mut from = BufReader::with_capacity(ROOM, File::open(&self.path)?);
        let mut bytes = [0; SIZE];
        while read_whole(&mut from, &mut bytes)? {
            let [a, b, c, d, e, f, g, h, ref numbers @ ..] = bytes;
            let row = row_of[u32::from_le_bytes([a, b, c, d]) as usize];
            if row == u32::MAX {
                continue;
            }
            let report = u32::from_le_bytes([e, f, g, h]);
            let [value, upper] = [&numbers[..10], &numbers[10..]].map(|number| {
                let (coefficient, exponent) = number.split_at(8);
                let coefficient = coefficient.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
                Decimal::new(coefficient, exponent[0] as i8).with_sign(exponent[1] > 0)
            });
            values.push(Value { row, report, value, upper: (upper.exponent() != NONE).then_some(upper) });
        }
        values.sort_unstable_by_key(|value| (value.row, value.report));
        let mut rest = values.as_slice();
        let mut cells = vec![Cell::Empty; HEADS.len() + self.names.len()];
        for (row, column) in (0..).zip(rows) {
            let column = &columns.list()[*column as usize];
            let (mine, others) = rest.split_at(rest.partition_point(|value| value.row == row));
            rest = others;
            cells[..HEADS.len()].clone_from_slice(&[
                column.indicator.as_str().into(),
                column.unit.as_deref().into(),
                column.kind.name().into(),
                Cell::Words(column.names.join("；").into()),
                column.reports.into(),
            ]);
            for Value { report, value, upper, .. } in mine {
                cells[HEADS.len() + *report as usize] = match upper {
                    None => Cell::Number(*value),
                    Some(upper) => Cell::Words(format!("{value}～{upper}").into()),
                };
            }
            each(tables, &cells)?;
            for value in mine {
                cells[HEADS.len() + value.report as usize] = Cell::Empty;
            }
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
