//! Many reports as tables: `gangmu FILE… --to csv --out DIR`.
//!
//! The files are read on several threads, and what stands in them is kept on the disk, in the order of the files; the tables are
//! made of that at the end. So memory holds a report a thread, however many there are, and what was read is not lost with the run.

mod asked;
mod files;
mod progress;
mod record;
mod table;
mod tables;
mod turns;
mod unfinished;

pub(crate) use asked::Asked;

use crate::Answer;
use crate::mistake::{Mistake, refusal};
use crate::printing::remark;
use crate::reading::text_of;
use crate::sarif::VERSION;
use files::Listed;
use gangmu::{Options, Part, parse_with};
use progress::Progress;
use record::Record;
use std::{fs, io};
use unfinished::{Done, Unfinished, stamp};

/// What the tables are made of.
const PARTS: [Part; 5] = [Part::Metadata, Part::Outline, Part::Figures, Part::Findings, Part::Passages];
/// Where some files could not be read.
const SOME_FAILED: u8 = 3;

/// Reads the files that are named and writes their tables.
pub(crate) fn collect(named: &[String], asked: &Asked, mut options: Options) -> Result<Answer, Mistake> {
    options.parts = PARTS.into_iter().collect();
    let files = files::list(named, asked)?;
    let refused = |error: io::Error| {
        let out = asked.out.to_string_lossy();
        Mistake(format!("cannot write to {out}: {}; the same command goes on from there", refusal(&error, &out)))
    };
    read_all(&files, asked, &options).and_then(|unfinished| write_all(&files, asked, unfinished)).map_err(refused)
}

fn read_all(files: &[Listed], asked: &Asked, options: &Options) -> io::Result<Unfinished> {
    let mut unfinished = Unfinished::open(&asked.out, &format!("{VERSION} {options:?}"), files)?;
    for line in unfinished.failures()?.lines() {
        remark(line);
    }
    let before = unfinished.before;
    let mut progress = Progress::new(before, files.len());
    let done = turns::in_turn(
        asked.jobs,
        before..files.len(),
        |number| read(&files[number], options),
        |number, done| {
            if let Err(reason) = &done.outcome {
                progress.wipe();
                remark(reason);
            }
            progress.show(number + 1);
            unfinished.add(&files[number], &done)
        },
    );
    progress.wipe();
    done.map(|()| unfinished)
}

/// One file, read.
fn read(file: &Listed, options: &Options) -> Done {
    let name = file.name();
    // Before it is read: if it is changed meanwhile, the next run sees that.
    let stamp = stamp(&file.path);
    let outcome = match &file.refused {
        Some(reason) => Err(format!("cannot read {name}: {reason}")),
        None => match text_of(fs::read(&file.path), &name) {
            Ok(text) => Ok(Record::of(&parse_with(&text, options), &name).bytes()),
            Err(Mistake(reason)) => Err(reason),
        },
    };
    // A reason is one line.
    Done { stamp, outcome: outcome.map_err(|reason| reason.replace(['\n', '\r'], " ")) }
}

fn write_all(files: &[Listed], asked: &Asked, unfinished: Unfinished) -> io::Result<Answer> {
    let mut progress = Progress::new(0, files.len());
    progress.say("writing the tables");
    let written = tables::write(asked, &unfinished);
    progress.wipe();
    let tables::Written { reports, figures, indicators } = written?;
    let failures = unfinished.failures()?;
    let path = asked.out.join("failed.txt");
    match failures.is_empty() {
        false => fs::write(&path, &failures)?,
        true => fs::remove_file(&path).or_else(|error| match error.kind() {
            io::ErrorKind::NotFound => Ok(()),
            _ => Err(error),
        })?,
    }
    let failed = files.len() - reports;
    let mut said = format!("{reports} of {} files, {figures} figures of {indicators} indicators", files.len());
    if failed > 0 {
        said.push_str(&format!("; what could not be read stands in {}", path.display()));
    }
    if unfinished.before > 0 {
        said.push_str(&format!("; {} had been read before", unfinished.before));
    }
    unfinished.remove()?;
    Ok(Answer { output: String::new(), remark: Some(said), code: if failed > 0 { SOME_FAILED } else { 0 } })
}
