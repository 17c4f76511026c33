//! NDJSON in, NDJSON out, for programs that hand texts on: a line is answered before the next one is waited for, and no more
//! is held than the longest.

use crate::json::quoted;
use crate::line;
use crate::mistake::{Mistake, refusal};
use crate::printing::{self, Reader};
use gangmu::{Form, Options};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

/// How many bytes are read at a time, and gathered before they are written.
const ROOM: usize = 1 << 16;

/// Answers every line of the file `name`, or of standard input, and says whether there was a text in each.
pub(crate) fn answer_all(name: &str, options: &Options) -> Result<bool, Mistake> {
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
        if let Err(reason) = answer(line, number, options, &mut answers) {
            all_read = false;
            printing::remark(&format!("{called}, line {number}: {reason}"));
        }
    }
}

/// Appends the answer to a line, with its end; where there is no text in the line, the answer says why.
fn answer(bytes: &[u8], number: u64, options: &Options, out: &mut String) -> Result<(), String> {
    let (sender, text) = line::read(bytes);
    sender.begin_answer(out);
    match &text {
        Ok(text) => {
            let report = gangmu::write(text, Form::Json, options);
            out.extend([",", report.strip_prefix('{').unwrap_or(&report), "\n"]);
        }
        Err(reason) => out.extend([r#","line":"#, &number.to_string(), r#","error":"#, &quoted(reason), "}\n"]),
    }
    text.map(drop)
}
