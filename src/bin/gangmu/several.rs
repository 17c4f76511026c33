//! What is printed of several files: each told apart by the name of its file.

use crate::json::quoted;
use crate::reading::Source;
use gangmu::Form;

/// A file, and what is to be printed of it.
pub(crate) type Made<'s> = (&'s Source, String);

/// One output out of those of several files, or of one.
pub(crate) fn join(form: Form, made: &[Made<'_>]) -> String {
    match (made, form) {
        ([(_, output)], Form::Json | Form::JsonLd) => format!("{output}\n"),
        ([(_, output)], _) => output.clone(),
        (_, Form::Json) => made.iter().map(|(source, output)| with_file(source, output)).collect(),
        (_, Form::Csv) => tables(made),
        (_, Form::Sdmx) => observations(made),
        (_, Form::JsonLd) => {
            format!("[{}]\n", made.iter().map(|(_, output)| output.as_str()).collect::<Vec<_>>().join(",\n"))
        }
        _ => made.iter().map(|(source, output)| under_name(source, output)).collect::<Vec<_>>().join("\n"),
    }
}

/// A line of JSON, whose first field is the file.
fn with_file(source: &Source, output: &str) -> String {
    format!("{{\"file\":{},{}\n", quoted(&source.name), output.strip_prefix('{').unwrap_or(output))
}

/// One table whose first column is the file.
fn tables(made: &[Made<'_>]) -> String {
    let mut joined = String::new();
    for (place, (source, table)) in made.iter().enumerate() {
        let file = cell(&source.name);
        for (number, row) in rows(table).enumerate() {
            match (place, number) {
                (0, 0) => joined.extend(["文件,", row]),
                (_, 0) => {}
                _ => joined.extend([&file, ",", row]),
            }
        }
    }
    joined
}

/// One table: its rows name their report themselves.
fn observations(made: &[Made<'_>]) -> String {
    let mut joined = String::new();
    for (_, table) in made {
        let (header, rows) = table.split_once('\n').unwrap_or((table, ""));
        if joined.is_empty() {
            joined.extend([header, "\n"]);
        }
        joined.push_str(rows);
    }
    joined
}

/// The rows of a table, each with its end. A cell may hold line breaks: only those outside quotes end a row.
fn rows(table: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    table.split_inclusive(move |ch| {
        quoted ^= ch == '"';
        ch == '\n' && !quoted
    })
}

/// A cell as RFC 4180 has it.
pub(crate) fn cell(words: &str) -> String {
    if words.contains([',', '"', '\r', '\n']) { format!("\"{}\"", words.replace('"', "\"\"")) } else { words.into() }
}

/// An outline under the name of its file, every heading a level further down.
fn under_name(source: &Source, outline: &str) -> String {
    let mut out = format!("# {}\n\n", source.name);
    // Where a line starts to JavaScript.
    let mut starts = true;
    for ch in outline.chars() {
        if starts && ch == '#' {
            out.push('#');
        }
        out.push(ch);
        starts = matches!(ch, '\n' | '\r' | '\u{2028}' | '\u{2029}');
    }
    out
}
