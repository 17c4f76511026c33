//! What is asked for where many files are collected: `--out` and what goes with it.

use crate::mistake::Mistake;
use crate::words::Words;
use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;

/// A form of the tables, which is also how the names of their files end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableForm {
    Csv,
    Ndjson,
    Xlsx,
    Markdown,
}

impl TableForm {
    /// In the order in which they are told.
    const ALL: [TableForm; 4] = [TableForm::Csv, TableForm::Ndjson, TableForm::Xlsx, TableForm::Markdown];

    pub(crate) fn extension(self) -> &'static str {
        match self {
            TableForm::Csv => "csv",
            TableForm::Ndjson => "ndjson",
            TableForm::Xlsx => "xlsx",
            TableForm::Markdown => "md",
        }
    }

    fn named(name: &str) -> Result<TableForm, Mistake> {
        TableForm::ALL.into_iter().find(|form| form.extension() == name).ok_or_else(|| {
            Mistake(format!("--to {name}: with --out it can be csv, ndjson, xlsx or md, or several: --to csv,xlsx"))
        })
    }
}

/// Where the tables go, and how they are made.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// The folder of the tables.
    pub(crate) out: PathBuf,
    pub(crate) forms: Vec<TableForm>,
    /// A file that names files.
    pub(crate) files_from: Option<String>,
    /// How many files are read at a time.
    pub(crate) jobs: usize,
}

/// What says how one text is read or printed.
const OTHERS: [&str; 5] = ["from", "check", "sarif", "parts", "source"];

impl Asked {
    /// What `words` ask for; nothing where they do not collect.
    pub(crate) fn read(words: &Words) -> Result<Option<Asked>, Mistake> {
        let Some(out) = words.last("out") else {
            return match ["files-from", "jobs"].into_iter().find(|name| words.has(name)) {
                Some(name) => Err(Mistake(format!("--{name} goes with --out, which says where the tables go"))),
                None => Ok(None),
            };
        };
        if let Some(other) = OTHERS.into_iter().find(|name| words.has(name)) {
            return Err(Mistake(format!("--{other} and --out: one of them")));
        }
        if words.files.iter().any(|file| file == "-") {
            return Err(Mistake("standard input (-) and --out: a row names the file that it is from".into()));
        }
        if out.is_empty() {
            return Err(Mistake("--out : it names a folder".into()));
        }
        let mut forms = Vec::new();
        for name in words.last("to").unwrap_or("csv").split(',') {
            let form = TableForm::named(name)?;
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        let jobs = match words.last("jobs") {
            None => available_parallelism().map_or(1, NonZero::get),
            Some(jobs) => {
                let number = jobs.parse().ok().filter(|number| (1..=1024).contains(number));
                number.ok_or_else(|| Mistake(format!("--jobs {jobs}: a number from 1 to 1024")))?
            }
        };
        Ok(Some(Asked { out: out.into(), forms, files_from: words.last("files-from").map(String::from), jobs }))
    }
}
