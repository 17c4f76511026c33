//! From the name of a file to its text.

use crate::mistake::{Mistake, refusal};
use std::io::Read as _;
use std::{fs, io};

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Source {
    /// As it was named.
    pub(crate) name: String,
    pub(crate) text: String,
}

/// The text of the file `name`, or of standard input, in UTF-8 or, with a byte-order mark, in UTF-16.
pub(crate) fn read(name: &str) -> Result<Source, Mistake> {
    let called = if name == "-" { "standard input" } else { name };
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(name)
    };
    Ok(Source { name: name.into(), text: text_of(bytes, called)? })
}

/// The text that `bytes` are, read from what is `called` so.
pub(crate) fn text_of(bytes: io::Result<Vec<u8>>, called: &str) -> Result<String, Mistake> {
    let bytes = bytes.map_err(|error| Mistake(format!("cannot read {called}: {}", refusal(&error, called))))?;
    decode(bytes).map_err(|reason| Mistake(format!("{called} is not text: {reason}")))
}

/// The byte-order mark stays, so that positions count it as other programs that read the file do.
fn decode(bytes: Vec<u8>) -> Result<String, &'static str> {
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, ..] => from_utf16(&bytes, u16::from_le_bytes).ok_or("not valid UTF-16LE")?,
        [0xFE, 0xFF, ..] => from_utf16(&bytes, u16::from_be_bytes).ok_or("not valid UTF-16BE")?,
        _ => String::from_utf8(bytes).map_err(|_| "not valid UTF-8")?,
    };
    if text.contains('\0') { Err("it holds NUL bytes") } else { Ok(text) }
}

/// Nothing where half a character or half a unit is among them.
fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, []) = bytes.as_chunks() else { return None };
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()
}
