//! What a run has read so far, on the disk: a run that was killed goes on from there.
//!
//! `DIR/.unfinished` holds the records of the reports, the lines of `failed.txt`, and the journal: a line that says which program
//! with which options reads, then a line a file, written when the file is done, with the lengths of the other two at that time,
//! the file's size and time, and its name. A new run keeps the files at the head of its list that stand in the journal in the same
//! order, with the same size and time; everything after them is cut off and read.

use super::files::Listed;
use crate::json::quoted;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A file of what is unfinished, with its length.
#[derive(Debug)]
struct Growing {
    file: File,
    length: u64,
}

impl Growing {
    /// Opens it, cut off behind `length` bytes.
    fn open(path: &Path, length: u64) -> io::Result<Growing> {
        let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        file.set_len(length)?;
        file.seek(SeekFrom::Start(length))?;
        Ok(Growing { file, length })
    }

    fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(())
    }
}

/// What was read of a file, and which file that was.
#[derive(Debug)]
pub(crate) struct Done {
    /// Size and time, by which a changed file is known.
    pub(crate) stamp: String,
    /// The record of the report, or in one line why there is none.
    pub(crate) outcome: Result<Vec<u8>, String>,
}

/// Size and time of what lies at `path`.
pub(crate) fn stamp(path: &Path) -> String {
    let Ok(metadata) = fs::metadata(path) else { return "-".into() };
    let time = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    format!("{}@{}", metadata.len(), time.map_or(0, |time| time.as_nanos()))
}

/// What is unfinished of one run.
#[derive(Debug)]
pub(crate) struct Unfinished {
    pub(crate) folder: PathBuf,
    /// How many files an earlier run has read.
    pub(crate) before: usize,
    journal: Growing,
    records: Growing,
    failed: Growing,
}

impl Unfinished {
    /// Goes on with what is unfinished in the folder `out`, as far as it was made by the same `program` from the same `files`.
    pub(crate) fn open(out: &Path, program: &str, files: &[Listed]) -> io::Result<Unfinished> {
        let folder = out.join(".unfinished");
        fs::create_dir_all(&folder)?;
        let path = |name: &str| folder.join(name);
        let head = format!("{}\n", quoted(program));
        let there = |name: &str| fs::metadata(path(name)).map_or(0, |metadata| metadata.len());
        let lengths = [there(RECORDS), there(FAILED)];
        // Its end may be half a character.
        let journal = String::from_utf8_lossy(&fs::read(path(JOURNAL)).unwrap_or_default()).into_owned();
        let kept = kept(&journal, &head, files, lengths);
        let mut unfinished = Unfinished {
            before: kept.files,
            journal: Growing::open(&path(JOURNAL), kept.journal)?,
            records: Growing::open(&path(RECORDS), kept.records)?,
            failed: Growing::open(&path(FAILED), kept.failed)?,
            folder,
        };
        if kept.journal == 0 {
            unfinished.journal.add(head.as_bytes())?;
        }
        Ok(unfinished)
    }

    /// The next file is done.
    pub(crate) fn add(&mut self, file: &Listed, done: &Done) -> io::Result<()> {
        match &done.outcome {
            Ok(record) => self.records.add(record)?,
            Err(reason) => self.failed.add(format!("{reason}\n").as_bytes())?,
        }
        let (records, failed) = (self.records.length, self.failed.length);
        let line = format!("{records} {failed} {}\n", named(&done.stamp, file));
        self.journal.add(line.as_bytes())
    }

    /// Where the records of the reports lie, one behind the other.
    pub(crate) fn records(&self) -> PathBuf {
        self.folder.join(RECORDS)
    }

    /// Why files could not be read, a line each.
    pub(crate) fn failures(&self) -> io::Result<String> {
        fs::read_to_string(self.folder.join(FAILED))
    }

    /// Everything is made of it: it goes. The journal first, for without it the rest is nothing.
    pub(crate) fn remove(self) -> io::Result<()> {
        let Unfinished { folder, journal, records, failed, .. } = self;
        // Where an open file cannot be removed.
        drop((journal, records, failed));
        fs::remove_file(folder.join(JOURNAL))?;
        fs::remove_dir_all(folder)
    }
}

const JOURNAL: &str = "journal";
const RECORDS: &str = "records";
const FAILED: &str = "failed";

/// How a line of the journal ends. The name is quoted, so that it has no line break.
fn named(stamp: &str, file: &Listed) -> String {
    format!("{stamp} {}", quoted(&file.name()))
}

/// What is kept of an earlier run: so many files, and so much of each of ours.
#[derive(Default)]
struct Kept {
    files: usize,
    journal: u64,
    records: u64,
    failed: u64,
}

fn kept(journal: &str, head: &str, files: &[Listed], lengths: [u64; 2]) -> Kept {
    let mut kept = Kept::default();
    let Some(mut rest) = journal.strip_prefix(head) else { return kept };
    kept.journal = head.len() as u64;
    for file in files {
        // A line that was cut off has no end.
        let Some((line, after)) = rest.split_once('\n') else { break };
        let mut parts = line.splitn(3, ' ');
        let mut length = || parts.next().and_then(|length| length.parse::<u64>().ok());
        let (Some(records), Some(failed)) = (length(), length()) else { break };
        if parts.next() != Some(named(&stamp(&file.path), file).as_str()) || records > lengths[0] || failed > lengths[1]
        {
            break;
        }
        kept = Kept { files: kept.files + 1, journal: kept.journal + line.len() as u64 + 1, records, failed };
        rest = after;
    }
    kept
}
