//! A line of JSON a row.

use super::{Head, Table};
use crate::json::quoted;
use gangmu::Cell;
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

#[derive(Debug)]
pub(super) struct Ndjson {
    out: BufWriter<File>,
    /// The names of the fields, quoted.
    fields: Vec<String>,
    /// Those of the record `values`, where the table has one.
    values: Vec<String>,
}

impl Ndjson {
    pub(super) fn create(path: &Path, heads: &[Head<'_>], values: &[String]) -> io::Result<Ndjson> {
        let fields = heads.iter().map(|(field, _)| quoted(field)).collect();
        let values = values.iter().map(|value| quoted(value)).collect();
        Ok(Ndjson { out: BufWriter::new(File::create(path)?), fields, values })
    }
}

impl Table for Ndjson {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let (cells, values) = cells.split_at(self.fields.len().min(cells.len()));
        let mut mark = '{';
        for (field, cell) in self.fields.iter().zip(cells) {
            write!(self.out, "{mark}{field}:{}", json(cell))?;
            mark = ',';
        }
        if !self.values.is_empty() {
            let mut mark = ",\"values\":{";
            for (field, cell) in self.values.iter().zip(values) {
                if *cell != Cell::Empty {
                    write!(self.out, "{mark}{field}:{}", json(cell))?;
                    mark = ",";
                }
            }
            self.out.write_all(if mark == "," { b"}" } else { b",\"values\":{}" })?;
        }
        self.out.write_all(b"}\n")
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

fn json(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => "null".into(),
        Cell::Words(words) => quoted(words),
        Cell::Number(number) => number.to_string(),
    }
}
