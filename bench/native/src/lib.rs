//! The texts that are timed.

use std::fs;
use std::path::Path;

/// The reports of a folder, in the order of their names, one after another until there are `bytes` of them.
///
/// # Panics
/// Where there is no report to read.
#[must_use]
pub fn reports(bytes: usize) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // The three real reports where they are at hand, else the project's own.
    let folder = [root.join("../shared/corpus/reports"), root.join("tests/trials/reports")];
    let folder = folder.iter().find(|folder| folder.is_dir()).expect("a folder of reports");
    let mut files: Vec<_> = fs::read_dir(folder).expect("reports").map(|entry| entry.expect("a report").path()).collect();
    files.sort();
    let once: String = files.iter().map(|file| fs::read_to_string(file).expect("text") + "\n").collect();
    once.repeat(bytes.div_ceil(once.len()))
}
