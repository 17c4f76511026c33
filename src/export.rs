//! The report as a table and as an outline: the same from Rust, from the npm package and on the page.

mod interval;
mod json_ld;
mod sdmx;
mod source;

use crate::compose::{Part, compose};
use crate::offsets::Offsets;
use crate::report::{Figure, Heading, Report};
use crate::search::{Search, set};
use alloc::string::String;
use alloc::vec::Vec;

/// The columns of the table of figures, in order: the header row of [`Report::to_csv`].
///
/// ```
/// let table = gangmu::parse("").to_csv();
/// assert_eq!(table.trim_end(), gangmu::COLUMNS.join(","));
/// ```
pub const COLUMNS: [&str; 16] = [
    "序号", "提纲", "标题", "指标", "动作", "数值", "上限", "单位", "类别", "约数", "界限", "变化", "期间", "原文",
    "起", "止",
];

/// A row of a table in CSV (RFC 4180), ended by CRLF. Words that a spreadsheet would take for a formula get an apostrophe before them.
///
/// ```
/// assert_eq!(gangmu::csv_row(["", "a,b", "=1+1", "12"]), ",\"a,b\",'=1+1,12\r\n");
/// ```
pub fn csv_row<C: AsRef<str>>(cells: impl IntoIterator<Item = C>) -> String {
    let mut out = String::new();
    for (place, cell) in cells.into_iter().enumerate() {
        write_cell(&mut out, place, cell.as_ref());
    }
    out.push_str("\r\n");
    out
}

/// Appends the cell at `place` of a row as RFC 4180 has it. Words that a spreadsheet would take for a formula get an apostrophe
/// before them.
pub(crate) fn write_cell(out: &mut String, place: usize, cell: &str) {
    if place > 0 {
        out.push(',');
    }
    quoted(out, cell, if cell.starts_of(set!("=+-@\t\r")) { "'" } else { "" });
}

/// Appends `guard` and `cell`, in quotes where RFC 4180 asks for them.
fn quoted(out: &mut String, cell: &str, guard: &str) {
    if !cell.has_of(set!(",\"\n\r")) {
        out.push_str(guard);
        out.push_str(cell);
        return;
    }
    out.push_str(&compose!("\"", guard, cell.replace('"', "\"\""), "\""));
}

/// The markers and the innermost title on the way to a figure: `一、（二）` and `加强领导`.
pub(crate) fn section<'r>(outline: &'r [Heading<'r>], path: &[u32]) -> (String, &'r str) {
    let (mut markers, mut title, mut level) = (String::new(), "", outline);
    for index in path {
        let Some(heading) = level.get(*index as usize) else { break };
        markers.push_str(&heading.marker);
        title = &heading.title;
        level = &heading.children;
    }
    (markers, title)
}

impl Report<'_> {
    /// The figures as a table in CSV (RFC 4180): one header row, a row a figure, lines ended by CRLF, no byte-order
    /// mark (a program that saves it for Excel puts one before it). Positions are UTF-16 units.
    ///
    /// ```
    /// let table = gangmu::parse("投入20万元。").to_csv();
    /// assert_eq!(table.lines().nth(1).unwrap(), "1,,,投入,投入,200000,,元,money,,exact,,,20万元,2,6");
    /// ```
    pub fn to_csv(&self) -> String {
        let offsets = Offsets::new(self.text);
        let mut out = String::new();
        for (place, column) in COLUMNS.iter().enumerate() {
            write_cell(&mut out, place, column);
        }
        out.push_str("\r\n");
        for (index, figure) in self.figures.iter().enumerate() {
            self.write_row(&mut out, index as u32 + 1, figure, &offsets);
        }
        out
    }

    fn write_row(&self, out: &mut String, number: u32, figure: &Figure<'_>, offsets: &Offsets<'_>) {
        let (markers, title) = section(&self.outline, &figure.heading);
        let cells: [&dyn Part; 16] = [
            &number,
            &markers,
            &title,
            &figure.indicator,
            &figure.action,
            &figure.value,
            &figure.upper,
            &figure.unit,
            &figure.kind.name(),
            &figure.approx,
            &figure.bound.name(),
            &figure.change.map(|change| change.name()),
            &figure.period,
            &&self.text[figure.span],
            &offsets.utf16(figure.span.start as usize),
            &offsets.utf16(figure.span.end as usize),
        ];
        for (place, cell) in cells.iter().enumerate() {
            write_cell(out, place, &compose!(cell));
        }
        out.push_str("\r\n");
    }

    /// The outline as Markdown: the title, then a nested list of headings, each with the figures of its own text.
    ///
    /// ```
    /// let outline = gangmu::parse("一、主要举措\n开展培训12次。").to_markdown();
    /// assert_eq!(outline, "- 一、主要举措\n  - 培训：12次\n");
    /// ```
    pub fn to_markdown(&self) -> String {
        let mut out = String::new();
        if let Some(title) = &self.metadata.title {
            out.push_str(&compose!("# ", one_line(title), "\n\n"));
        }
        self.write_figures(&mut out, &[], 0);
        self.write_outline(&mut out, &self.outline, &mut Vec::new());
        out
    }

    fn write_outline(&self, out: &mut String, headings: &[Heading<'_>], path: &mut Vec<u32>) {
        for (index, heading) in headings.iter().enumerate() {
            let marker = match heading.number {
                Some(number) if heading.marker.is_empty() => compose!("（", number, "）"),
                _ => compose!(heading.marker),
            };
            let depth = path.len();
            let title = escape(&one_line(&heading.title));
            out.push_str(&compose!("  ".repeat(depth), "- ", escape(&marker), title, "\n"));
            path.push(index as u32);
            self.write_figures(out, path, depth + 1);
            self.write_outline(out, &heading.children, path);
            path.pop();
        }
    }

    fn write_figures(&self, out: &mut String, path: &[u32], depth: usize) {
        // Figures stand in reading order, so those of one heading are found by two searches.
        let start = self.figures.partition_point(|figure| figure.heading.as_slice() < path);
        for figure in self.figures[start..].iter().take_while(|figure| figure.heading == path) {
            let mark = if figure.indicator.is_empty() { "" } else { "：" };
            let words = escape(&one_line(&self.text[figure.span]));
            out.push_str(&compose!("  ".repeat(depth), "- ", escape(&figure.indicator), mark, words, "\n"));
        }
    }
}

/// Words without the line breaks that a paste put into them.
fn one_line(words: &str) -> String {
    words.split(['\r', '\n']).map(str::trim).collect()
}

/// Words that Markdown would read as marks get a backslash.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, ch) in words.char_indices() {
        let marks = matches!(ch, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#');
        let list =
            at == 0 && matches!(ch, '-' | '+') || ch == '.' && words[..at].bytes().all(|byte| byte.is_ascii_digit());
        if marks || list && at + ch.len_utf8() <= words.len() {
            out.push('\\');
        }
        out.push(ch);
    }
    out
}
