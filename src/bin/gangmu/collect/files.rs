//! Which files are read, and in which order.

use super::asked::Asked;
use crate::mistake::{Mistake, refusal};
use std::collections::HashSet;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A file to be read.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) path: PathBuf,
    /// Why it is none: a folder that cannot be looked through.
    pub(crate) refused: Option<String>,
}

impl Listed {
    /// As it is called in the tables. Bytes that are no UTF-8 become U+FFFD.
    pub(crate) fn name(&self) -> String {
        self.path.to_string_lossy().into_owned()
    }
}

/// What was named, then what the list names, in that order; of each folder what is in it and under it, by name. A file that is
/// named twice is read once.
pub(crate) fn list(named: &[String], asked: &Asked) -> Result<Vec<Listed>, Mistake> {
    let mut listing = Listing { out: whole(&asked.out), files: Vec::new(), seen: HashSet::new() };
    for name in named {
        listing.add(Path::new(name));
    }
    if let Some(list) = &asked.files_from {
        for path in names_in(list)? {
            listing.add(&path);
        }
    }
    if listing.files.is_empty() {
        return Err(Mistake("there is no .txt or .md file to be read".into()));
    }
    Ok(listing.files)
}

struct Listing {
    /// The folder of the tables: what is written there is not read the next time.
    out: PathBuf,
    files: Vec<Listed>,
    seen: HashSet<PathBuf>,
}

impl Listing {
    fn add(&mut self, path: &Path) {
        if path.is_dir() { self.walk(path) } else { self.push(path.into(), None) }
    }

    fn push(&mut self, path: PathBuf, refused: Option<String>) {
        if self.seen.insert(whole(&path)) {
            self.files.push(Listed { path, refused });
        }
    }

    fn walk(&mut self, folder: &Path) {
        if whole(folder) == self.out {
            return;
        }
        let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                let reason = refusal(&error, &folder.to_string_lossy());
                return self.push(folder.into(), Some(reason));
            }
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let path = entry.path();
            // A link to a folder may lead back to where it stands.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.walk(&path);
            } else if is_report(&path) && !path.is_dir() {
                self.push(path, None);
            }
        }
    }
}

fn is_report(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("txt") || end.eq_ignore_ascii_case("md"))
}

/// The path in full, by which two names of one file are the same; of what is not there by its words alone.
fn whole(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| env::current_dir().unwrap_or_default().join(path))
}

/// A name a line, or each ended by a NUL as `find -print0` writes them.
fn names_in(list: &str) -> Result<Vec<PathBuf>, Mistake> {
    let called = if list == "-" { "standard input" } else { list };
    let bytes = if list == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(list)
    };
    let bytes = bytes.map_err(|error| Mistake(format!("cannot read {called}: {}", refusal(&error, called))))?;
    let end = if bytes.contains(&0) { 0 } else { b'\n' };
    let names = bytes.split(|byte| *byte == end);
    Ok(names
        .map(|name| name.strip_suffix(b"\r").unwrap_or(name))
        .filter(|name| !name.is_empty())
        .map(path_of)
        .collect())
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    std::ffi::OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}
