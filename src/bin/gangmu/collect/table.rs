//! Tables on the disk, written row by row in one of four forms.

mod csv;
mod markdown;
mod ndjson;
mod workbook;

use super::asked::TableForm;
use std::borrow::Cow;
use std::io;
use std::path::Path;

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'c> {
    Nothing,
    /// Never read as a formula.
    Words(&'c str),
    /// A decimal as it is written out.
    Number(&'c str),
    Count(u32),
    Truth(bool),
}

impl<'c> Cell<'c> {
    /// As a person reads it.
    fn shown(self) -> Cow<'c, str> {
        match self {
            Cell::Nothing => "".into(),
            Cell::Words(words) | Cell::Number(words) => words.into(),
            Cell::Count(count) => count.to_string().into(),
            Cell::Truth(truth) => if truth { "有" } else { "无" }.into(),
        }
    }
}

impl<'c> From<&'c str> for Cell<'c> {
    fn from(words: &'c str) -> Cell<'c> {
        Cell::Words(words)
    }
}

impl<'c> From<&'c String> for Cell<'c> {
    fn from(words: &'c String) -> Cell<'c> {
        Cell::Words(words)
    }
}

impl<'c> From<&'c Option<String>> for Cell<'c> {
    fn from(words: &'c Option<String>) -> Cell<'c> {
        words.as_ref().map_or(Cell::Nothing, |words| Cell::Words(words))
    }
}

/// The head of a column: as a person reads it, and as a field of JSON.
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
    let names = || heads.iter().map(|(name, _)| *name).chain(values.iter().map(String::as_str)).collect::<Vec<_>>();
    Ok(match form {
        TableForm::Csv => Box::new(csv::Csv::create(&path, &names())?),
        TableForm::Markdown => Box::new(markdown::Markdown::create(&path, &names())?),
        TableForm::Ndjson => Box::new(ndjson::Ndjson::create(&path, heads, values)?),
        TableForm::Xlsx => Box::new(workbook::Workbook::create(&path, beside, &names(), heads.len())?),
    })
}
