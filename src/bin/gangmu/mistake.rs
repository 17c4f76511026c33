//! A mistake of the person who called: told in one line.

use std::io;

/// What was wrong.
#[derive(Debug)]
pub(crate) struct Mistake(pub(crate) String);

/// Why the system refuses the file `name`: in words, the rest by its number. `bin/gangmu.js` has the same.
pub(crate) fn refusal(error: &io::Error, name: &str) -> String {
    use io::ErrorKind::{InvalidFilename, IsADirectory, NotADirectory, NotFound, PermissionDenied, StorageFull};
    let words = match error.kind() {
        // Where bytes of a name are no UTF-8, this character stands for them.
        NotFound if name.contains('\u{FFFD}') => "there is no such file, or its name is not UTF-8",
        NotFound => "there is no such file",
        NotADirectory => "a part of its path is no folder",
        InvalidFilename => "its name is too long",
        IsADirectory => "it is a folder",
        PermissionDenied => "it may not be read",
        StorageFull => "there is no space left",
        _ => match error.raw_os_error() {
            Some(number) => return format!("the system refuses it (error {number})"),
            None => return error.to_string(),
        },
    };
    words.into()
}
