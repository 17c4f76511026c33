//! A workbook. What Excel cannot hold in one sheet goes on in the next.

use super::Table;
use gangmu::Cell;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Worksheet, XlsxError};
use std::io;
use std::path::{Path, PathBuf};

/// What a sheet holds at most.
const ROWS: u32 = 1_048_576;
const COLUMNS: usize = 16_384;
/// How many UTF-16 units a cell holds at most, with room for what says that it was cut.
const UNITS: usize = 32_760;
/// Numbers with more digits would be rounded: they stay words.
const DIGITS: usize = 15;

pub(super) struct Workbook {
    book: rust_xlsxwriter::Workbook,
    path: PathBuf,
    /// What the sheets are called.
    name: String,
    names: Vec<String>,
    /// How many columns stand in every sheet.
    heads: usize,
    /// The sheets that the next row goes into: the first of its columns, then the further ones.
    sheets: Vec<Worksheet>,
    /// The row behind the last one.
    next: u32,
}

impl Workbook {
    pub(super) fn create(path: &Path, beside: &Path, names: &[&str], heads: usize) -> io::Result<Workbook> {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.set_tempdir(beside).map_err(refused)?;
        book.use_zip_large_file(true);
        // The same rows make the same bytes, whenever they are written.
        let date = ExcelDateTime::from_ymd(2000, 1, 1).map_err(refused)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&date));
        let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let names = names.iter().map(|name| (*name).into()).collect();
        let mut workbook = Workbook { book, path: path.into(), name, names, heads, sheets: Vec::new(), next: 0 };
        workbook.begin()?;
        Ok(workbook)
    }

    /// New sheets, each with its head.
    fn begin(&mut self) -> io::Result<()> {
        self.next = 0;
        let names = std::mem::take(&mut self.names);
        let bold = Format::new().set_bold();
        for columns in parted(&names, self.heads) {
            let mut sheet = self.book.new_worksheet_with_constant_memory().map_err(refused)?;
            sheet.set_freeze_panes(1, 0).map_err(refused)?;
            for (column, name) in (0..).zip(columns) {
                sheet.write_string_with_format(0, column, fitting(name), &bold).map_err(refused)?;
            }
            self.sheets.push(sheet);
        }
        self.names = names;
        self.next = 1;
        Ok(())
    }

    /// The sheets are full, or there is no more.
    fn put_away(&mut self) -> io::Result<()> {
        for mut sheet in self.sheets.drain(..) {
            let number = self.book.worksheets().len() + 1;
            let name = if number == 1 { self.name.clone() } else { format!("{} {number}", self.name) };
            sheet.set_name(name).map_err(refused)?;
            self.book.push_worksheet(sheet);
        }
        Ok(())
    }
}

/// The columns of each sheet: the heads, and as many others as there is room for.
fn parted<T>(columns: &[T], heads: usize) -> impl Iterator<Item = impl Iterator<Item = &T>> {
    let (heads, values) = columns.split_at(heads.min(columns.len()));
    let room = COLUMNS - heads.len();
    let parts = values.chunks(room).chain(values.is_empty().then_some(values));
    parts.map(move |values| heads.iter().chain(values))
}

impl Table for Workbook {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        if self.next == ROWS {
            self.put_away()?;
            self.begin()?;
        }
        for (sheet, cells) in self.sheets.iter_mut().zip(parted(cells, self.heads)) {
            for (column, cell) in (0..).zip(cells) {
                write(sheet, self.next, column, cell).map_err(refused)?;
            }
        }
        self.next += 1;
        Ok(())
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.put_away()?;
        self.book.save(&self.path).map_err(refused)
    }
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell<'_>) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Words(words) => drop(sheet.write_string(row, column, fitting(words))?),
        Cell::Number(number) => {
            let written = number.to_string();
            let digits = written.trim_start_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count();
            if digits <= DIGITS {
                sheet.write_number(row, column, number.to_f64())?;
            } else {
                sheet.write_string(row, column, written)?;
            }
        }
    }
    Ok(())
}

/// Words that a cell can hold.
fn fitting(words: &str) -> String {
    let mut units = 0;
    match words.char_indices().find(|(_, ch)| {
        units += ch.len_utf16();
        units > UNITS
    }) {
        None => words.into(),
        Some((end, _)) => format!("{}……", &words[..end]),
    }
}

fn refused(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error),
    }
}

#[cfg(test)]
mod test {
    use super::{COLUMNS, UNITS, fitting, parted};

    #[test]
    fn columns_go_on_in_the_next_sheet_behind_the_same_heads() {
        let sheets = |columns: usize| {
            let numbers: Vec<usize> = (0..columns).collect();
            parted(&numbers, 2).map(|sheet| sheet.copied().collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        assert_eq!(sheets(2), [[0, 1]]);
        assert_eq!(sheets(COLUMNS).len(), 1);
        let two = sheets(COLUMNS + 1);
        assert_eq!((two.len(), two[0].len(), &two[1][..]), (2, COLUMNS, &[0, 1, COLUMNS][..]));
    }

    #[test]
    fn words_are_cut_where_a_cell_ends() {
        assert_eq!(fitting("=1"), "=1");
        assert_eq!(fitting(&"字".repeat(UNITS + 1)).chars().count(), UNITS + 2);
    }
}
