//! Writing to standard output.

use crate::mistake::{Mistake, refusal};
use std::io::{self, ErrorKind, Write};
use std::thread::sleep;
use std::time::Duration;

/// Whether anybody reads what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// Somebody does.
    There,
    /// The reader of the pipe has seen enough (`gangmu … | head`).
    Gone,
}

/// Writes all of it, to a file, a terminal or a pipe.
pub(crate) fn print(output: &str) -> Result<Reader, Mistake> {
    match write_all(&mut io::stdout().lock(), output.as_bytes()) {
        Ok(()) => Ok(Reader::There),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Reader::Gone),
        Err(error) => Err(Mistake(format!("cannot write: {}", refusal(&error, "")))),
    }
}

fn write_all(out: &mut impl Write, mut rest: &[u8]) -> io::Result<()> {
    loop {
        let written = if rest.is_empty() { out.flush().map(|()| 0) } else { out.write(rest) };
        match written {
            Ok(_) if rest.is_empty() => return Ok(()),
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(written) => rest = &rest[written..],
            // The pipe is full: its reader is still busy.
            Err(error) if error.kind() == ErrorKind::WouldBlock => sleep(Duration::from_millis(5)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// A line on standard error; where nobody reads it, nobody misses it.
pub(crate) fn remark(line: &str) {
    let _ = writeln!(io::stderr(), "gangmu: {line}");
}
