//! The command line of Gangmu: the same words as `bin/gangmu.js` of the npm package takes, and the same bytes printed.
//! `tests/native.mjs` compares the two.
#![forbid(unsafe_code)]

mod check;
mod collect;
mod compare;
mod json;
mod line;
mod mistake;
mod pipe;
mod printing;
mod reading;
mod request;
mod sarif;
mod several;
mod uri;
mod words;

use check::Checked;
use gangmu::{Options, Part, Severity, parse_with};
use mistake::Mistake;
use reading::Source;
use request::{Input, Output, Request};
use std::process::ExitCode;
use words::Words;

/// What `--help` prints: one text for this command and the other.
const HELP: &str = include_str!("../../../bin/help.txt");

/// The exit code where something could not be read and the rest was.
const SOME_FAILED: u8 = 3;

/// What is to be printed, what is said beside it on standard error, and the exit code.
#[derive(Default)]
struct Answer {
    output: String,
    remark: Option<String>,
    code: u8,
}

impl Answer {
    fn of(output: String) -> Answer {
        Answer { output, ..Answer::default() }
    }
}

fn main() -> ExitCode {
    match answer().and_then(|answer| printing::print(&answer.output).map(|_| answer)) {
        Ok(Answer { remark, code, .. }) => {
            if let Some(remark) = remark {
                printing::remark(&remark);
            }
            ExitCode::from(code)
        }
        Err(Mistake(reason)) => {
            printing::remark(&reason);
            ExitCode::from(2)
        }
    }
}

fn answer() -> Result<Answer, Mistake> {
    // Bytes that are no UTF-8 become U+FFFD, as Node reads them.
    let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    let request = Request::read(Words::read(words)?)?;
    if request.asks_for("help") {
        return Ok(Answer::of(HELP.into()));
    }
    if request.asks_for("version") {
        return Ok(Answer::of(format!("{}\n", sarif::VERSION)));
    }
    let mut options = request.options()?;
    if request.from == Input::Lines {
        options.patterns = request.patterns()?;
        let mut write: pipe::Write = pipe::report;
        if request.output == Output::Rows {
            options.parts = pipe::parts_of_rows();
            write = pipe::rows;
        }
        let all_read = pipe::answer_all(&request.files()[0], write, &options)?;
        return Ok(Answer { code: if all_read { 0 } else { SOME_FAILED }, ..Answer::default() });
    }
    if let Some(tables) = &request.tables {
        options.patterns = request.patterns()?;
        return collect::collect(request.files(), tables, options);
    }
    let sources: Vec<Source> = request.files().iter().map(|file| reading::read(file)).collect::<Result<_, _>>()?;
    options.patterns = request.patterns()?;
    Ok(match request.output {
        Output::Check | Output::Sarif | Output::Rows => {
            options.parts = [Part::Findings].into_iter().collect();
            checked(request.output, &sources, &options)
        }
        Output::Comparison(form) => {
            // There are two: the request has seen to it.
            let files = [&sources[0], &sources[1]];
            Answer::of(compare::compared(files, form, &options))
        }
        Output::Form(form) => {
            let made = sources.iter().map(|source| {
                let named = Some(source.name.clone()).filter(|name| name != "-");
                let mut options = options.clone();
                options.source = options.source.or(named);
                (source, gangmu::write(&source.text, form, &options))
            });
            Answer::of(several::join(form, &made.collect::<Vec<_>>()))
        }
    })
}

fn checked(output: Output, sources: &[Source], options: &Options) -> Answer {
    let files: Vec<Checked<'_>> =
        sources.iter().map(|source| Checked::new(source, parse_with(&source.text, options))).collect();
    let output = if output == Output::Sarif {
        sarif::sarif(&files, options.language)
    } else {
        check::lines(&files, options.language)
    };
    let code = u8::from(check::count(&files, Severity::Error) > 0);
    Answer { output, remark: Some(check::summary(&files)), code }
}
