//! CSV with a byte-order mark, by which Excel knows that it is UTF-8.

use super::{Table, shown};
use gangmu::Cell;
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

#[derive(Debug)]
pub(super) struct Csv(BufWriter<File>);

impl Csv {
    pub(super) fn create(path: &Path, names: &[&str]) -> io::Result<Csv> {
        let mut out = BufWriter::new(File::create(path)?);
        write!(out, "\u{FEFF}{}", gangmu::csv_row(names))?;
        Ok(Csv(out))
    }
}

impl Table for Csv {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.0.write_all(gangmu::csv_row(cells.iter().map(shown)).as_bytes())
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}
