//! NDJSON in, NDJSON out, for programs that hand texts on: a line is answered before the next one is waited for, and no more
//! is held than the longest.

use crate::json::quoted;
use crate::line;
use crate::mistake::{Mistake, refusal};
use crate::printing::{self, Reader};
use gangmu::{Columns, Form, Options, Part, Parts, long_rows, parse_with};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

/// How many bytes are read at a time, and gathered before they are written.
const ROOM: usize = 1 << 16;

/// Answers every line of the file `name`, or of standard input, and says whether there was a text in each.
pub(crate) fn answer_all(name: &str, write: Write, options: &Options) -> Result<bool, Mistake> {
    let called = if name == "-" { "standard input" } else { name };
    let unreadable = |error: io::Error| Mistake(format!("cannot read {called}: {}", refusal(&error, called)));
    let input: Box<dyn Read> =
        if name == "-" { Box::new(io::stdin().lock()) } else { Box::new(File::open(name).map_err(unreadable)?) };
    let mut input = BufReader::with_capacity(ROOM, input);
    let (mut bytes, mut answers) = (Vec::new(), String::new());
    let (mut number, mut all_read) = (0_u64, true);
    loop {
        // The next line may be long in coming: whoever waits for the answers has them before.
        let waits = !input.buffer().contains(&b'\n');
        if waits || answers.len() > ROOM {
            if printing::print(&answers)? == Reader::Gone {
                return Ok(all_read);
            }
            answers.clear();
        }
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(unreadable)? == 0 {
            return Ok(all_read);
        }
        number += 1;
        let line = if number == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes) } else { &bytes };
        let line = line.trim_ascii_end();
        if line.is_empty() {
            continue;
        }
        if let Err(reason) = answer(line, number, write, options, &mut answers) {
            all_read = false;
            printing::remark(&format!("{called}, line {number}: {reason}"));
        }
    }
}

/// Appends the answer to a line; where there is no text in the line, it says why.
fn answer(bytes: &[u8], number: u64, write: Write, options: &Options, out: &mut String) -> Result<(), String> {
    let (sender, text) = line::read(bytes);
    let mut begins = String::new();
    sender.begin_answer(&mut begins);
    match &text {
        Ok(text) => write(text, options, &begins, out),
        Err(reason) => {
            out.extend([&begins, r#","line":"#, &number.to_string(), r#","error":"#, &quoted(reason), "}\n"])
        }
    }
    text.map(drop)
}

/// Appends what is found in a text, as lines that begin with the words given.
pub(crate) type Write = fn(text: &str, options: &Options, begins: &str, out: &mut String);

/// One line: the report.
pub(crate) fn report(text: &str, options: &Options, begins: &str, out: &mut String) {
    let report = gangmu::write(text, Form::Json, options);
    out.extend([begins, ",", report.strip_prefix('{').unwrap_or(&report), "\n"]);
}

/// The parts that rows are made of.
pub(crate) fn parts_of_rows() -> Parts {
    [Part::Metadata, Part::Outline, Part::Figures, Part::Passages].into_iter().collect()
}

/// A line a figure: the row of the long table. Its column is named by its own report alone, whatever was read before: the same
/// text has the same rows in whichever process, and at whichever turn, it is read.
pub(crate) fn rows(text: &str, options: &Options, begins: &str, out: &mut String) {
    let report = parse_with(text, options);
    let mut columns = Columns::default();
    let placed = columns.place(&report);
    for row in long_rows(&report, "", &placed, &columns) {
        let row = row.to_json();
        // The source stands in the beginning.
        out.extend([begins, ",", row.strip_prefix(r#"{"source":null,"#).unwrap_or(&row), "\n"]);
    }
}
