//! Tables on the disk, written row by row in one of four forms.

mod csv;
mod markdown;
mod ndjson;
mod workbook;

use super::asked::TableForm;
use gangmu::Cell;
use std::borrow::Cow;
use std::io;
use std::path::Path;

/// A cell as a person reads it.
fn shown<'c>(cell: &'c Cell<'_>) -> Cow<'c, str> {
    match cell {
        Cell::Empty => "".into(),
        Cell::Words(words) => words.as_ref().into(),
        Cell::Number(number) => number.to_string().into(),
    }
}

/// The head of a column: as a field of JSON, and as a person reads it.
pub(crate) type Head<'h> = (&'h str, &'h str);

/// A table that grows.
pub(crate) trait Table {
    /// The next row, a cell a column.
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()>;
    /// There are no more rows.
    fn end(self: Box<Self>) -> io::Result<()>;
}

/// A new table at `path`, without the end of its name; what takes room meanwhile lies in `beside`. The columns behind `heads` are
/// the `values`: in NDJSON a record of those that are there.
pub(crate) fn create(
    form: TableForm,
    path: &Path,
    beside: &Path,
    heads: &[Head<'_>],
    values: &[String],
) -> io::Result<Box<dyn Table>> {
    let path = path.with_extension(form.extension());
    let names = || heads.iter().map(|(_, name)| *name).chain(values.iter().map(String::as_str)).collect::<Vec<_>>();
    Ok(match form {
        TableForm::Csv => Box::new(csv::Csv::create(&path, &names())?),
        TableForm::Markdown => Box::new(markdown::Markdown::create(&path, &names())?),
        TableForm::Ndjson => Box::new(ndjson::Ndjson::create(&path, heads, values)?),
        TableForm::Xlsx => Box::new(workbook::Workbook::create(&path, beside, &names(), heads.len())?),
    })
}
