//! A table in Markdown, as GitHub reads it.

use super::{Table, shown};
use gangmu::Cell;
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

#[derive(Debug)]
pub(super) struct Markdown(BufWriter<File>);

impl Markdown {
    pub(super) fn create(path: &Path, names: &[&str]) -> io::Result<Markdown> {
        let mut out = BufWriter::new(File::create(path)?);
        out.write_all(line(names.iter()).as_bytes())?;
        out.write_all(line(names.iter().map(|_| "---")).as_bytes())?;
        Ok(Markdown(out))
    }
}

impl Table for Markdown {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.0.write_all(line(cells.iter().map(shown)).as_bytes())
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}

fn line<C: AsRef<str>>(cells: impl Iterator<Item = C>) -> String {
    let mut out = String::from("|");
    for cell in cells {
        let cell = cell.as_ref();
        out.push(' ');
        let mut blank = true;
        for ch in cell.trim().chars() {
            match ch {
                '\n' | '\r' => {
                    // A row is one line.
                    if !blank {
                        out.push(' ');
                    }
                    blank = true;
                    continue;
                }
                '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '<' => out.extend(['\\', ch]),
                _ => out.push(ch),
            }
            blank = ch == ' ';
        }
        out.push_str(if cell.is_empty() { "|" } else { " |" });
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod test {
    use super::line;

    #[test]
    fn a_cell_stays_a_cell_and_a_row_a_line() {
        assert_eq!(line(["a|b\r\nc", "", "*d*"].into_iter()), "| a\\|b c | | \\*d\\* |\n");
    }
}
