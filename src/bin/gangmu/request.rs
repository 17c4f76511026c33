//! What is asked for: the options checked, in the order in which `bin/gangmu.js` checks them.

use crate::collect::Asked;
use crate::compare::{self, ComparisonForm};
use crate::mistake::Mistake;
use crate::words::Words;
use gangmu::{Form, Language, Options, Part, Parts, Pattern, Profile, Rule};

/// What is to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// What is in the texts.
    Form(Form),
    /// The findings in SARIF.
    Sarif,
    /// A line a finding: `--check`.
    Check,
    /// A line a figure.
    Rows,
    /// Two reports side by side: `compare`.
    Comparison(ComparisonForm),
}

/// What `--to` may name, in the order in which it is told.
const OUTPUTS: [(&str, Output); 8] = [
    ("json", Output::Form(Form::Json)),
    ("csv", Output::Form(Form::Csv)),
    ("md", Output::Form(Form::Markdown)),
    ("mended", Output::Form(Form::Mended)),
    ("sarif", Output::Sarif),
    ("sdmx", Output::Form(Form::Sdmx)),
    ("jsonld", Output::Form(Form::JsonLd)),
    ("ndjson", Output::Rows),
];

/// What the input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// A report.
    Text,
    /// A line of JSON a report.
    Lines,
}

/// What `--from` may name.
const INPUTS: [(&str, Input); 2] = [("text", Input::Text), ("ndjson", Input::Lines)];

/// What was asked for, as far as it can be said before a file is read.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) from: Input,
    pub(crate) output: Output,
    /// The tables that are made instead, if that is what is asked for.
    pub(crate) tables: Option<Asked>,
    parts: Parts,
    year: Option<u32>,
    profile: Profile,
    language: Language,
    words: Words,
}

impl Request {
    pub(crate) fn read(words: Words) -> Result<Request, Mistake> {
        let tables = if words.comparing { None } else { Asked::read(&words)? };
        let output = if words.comparing {
            comparison_of(&words)?
        } else if tables.is_some() {
            Output::Form(Form::Json)
        } else {
            output_of(&words)?
        };
        let from = if words.comparing { Input::Text } else { input_of(&words, output)? };
        let parts = words.last("parts").map(|parts| parts_of(parts, output)).transpose()?.unwrap_or_default();
        let profile = match words.last("profile") {
            None => Profile::default(),
            Some(name) => Profile::from_name(name)
                .ok_or_else(|| Mistake(format!("--profile {name}: it can be {}", one_of(Profile::NAMES))))?,
        };
        let language = match words.last("language") {
            None => Language::default(),
            Some(name) => Language::from_name(name)
                .ok_or_else(|| Mistake(format!("--language {name}: it can be {}", one_of(Language::NAMES))))?,
        };
        let year = words.last("year").map(read_year).transpose()?;
        let request = Request { from, output, tables, parts, year, profile, language, words };
        let files = request.files();
        let listed = request.tables.as_ref().is_some_and(|tables| tables.files_from.is_some());
        let tells = request.asks_for("help") || request.asks_for("version");
        if request.words.comparing && files.len() != 2 && !tells {
            return Err(Mistake("compare takes two files; gangmu --help shows how it is called".into()));
        }
        if files.is_empty() && !listed && !tells {
            return Err(Mistake("no file given; gangmu --help shows how it is called".into()));
        }
        if files.iter().filter(|file| *file == "-").count() > 1 {
            return Err(Mistake("standard input (-) can be read only once".into()));
        }
        if output == Output::Form(Form::Mended) && files.len() > 1 {
            return Err(Mistake("--to mended takes one file: the texts of several would run together".into()));
        }
        if request.asks_for("source") && files.len() > 1 {
            return Err(Mistake("--source takes one file: it says where that one is".into()));
        }
        if from == Input::Lines && files.len() > 1 {
            return Err(Mistake("--from ndjson takes one file, or - for standard input".into()));
        }
        Ok(request)
    }

    /// Whether the option `name` was given.
    pub(crate) fn asks_for(&self, name: &str) -> bool {
        self.words.has(name)
    }

    /// The files as they were named; `-` is standard input.
    pub(crate) fn files(&self) -> &[String] {
        &self.words.files
    }

    /// The options of the reading but for the patterns.
    pub(crate) fn options(&self) -> Result<Options, Mistake> {
        let mut options = Options::default();
        options.parts = self.parts;
        options.year = self.year;
        options.profile = self.profile;
        options.language = self.language;
        options.units = self.words.all("unit").map(String::from).collect();
        options.names = self.words.all("name").map(String::from).collect();
        options.source = self.words.last("source").map(String::from);
        options.rules_on = self.rules("rule")?;
        options.rules_off = self.rules("no-rule")?;
        Ok(options)
    }

    fn rules(&self, option: &str) -> Result<Vec<Rule>, Mistake> {
        let unknown = |name| Mistake(format!("--{option} {name}: there is no such rule; docs/rules.md lists them"));
        self.words.all(option).map(|name| Rule::from_name(name).ok_or_else(|| unknown(name))).collect()
    }

    /// The patterns. They are read when the files are: a file that is missing is told of first.
    pub(crate) fn patterns(&self) -> Result<Vec<Pattern>, Mistake> {
        let patterns = self.words.all("pattern").enumerate();
        patterns
            .map(|(place, pattern)| {
                Pattern::new(pattern)
                    .map_err(|wrong| Mistake(format!("--pattern number {}, {wrong}", place + 1).replace('\n', " ")))
            })
            .collect()
    }
}

fn output_of(words: &Words) -> Result<Output, Mistake> {
    let (check, sarif) = (words.has("check"), words.has("sarif"));
    let to = words.last("to");
    let output = match to {
        None if sarif => Output::Sarif,
        None if check => Output::Check,
        None => Output::Form(Form::Json),
        Some(name) => {
            let known = OUTPUTS.iter().find(|(known, _)| *known == name);
            known
                .map(|(_, output)| *output)
                .ok_or_else(|| Mistake(format!("--to {name}: it can be {}", one_of(&OUTPUTS.map(|(name, _)| name)))))?
        }
    };
    match to {
        Some(name) if (check || sarif) && output != Output::Sarif => {
            Err(Mistake(format!("--to {name} and {}: one of them", if check { "--check" } else { "--sarif" })))
        }
        _ => Ok(output),
    }
}

/// What is to be printed of two reports.
fn comparison_of(words: &Words) -> Result<Output, Mistake> {
    let name = words.last("to").unwrap_or("md");
    let known = compare::FORMS.iter().find(|(known, _)| *known == name);
    let names = compare::FORMS.map(|(name, _)| name);
    let (_, form) = known.ok_or_else(|| Mistake(format!("--to {name}: with compare it can be {}", one_of(&names))))?;
    let others = ["from", "check", "sarif", "parts", "source", "out", "files-from", "jobs"];
    match others.into_iter().find(|option| words.has(option)) {
        Some(other) => Err(Mistake(format!("--{other} does not go with compare"))),
        None => Ok(Output::Comparison(*form)),
    }
}

fn input_of(words: &Words, output: Output) -> Result<Input, Mistake> {
    let name = words.last("from").unwrap_or("text");
    let known = INPUTS.iter().find(|(known, _)| *known == name);
    let names = INPUTS.map(|(name, _)| name);
    let (_, input) = known.ok_or_else(|| Mistake(format!("--from {name}: it can be {}", one_of(&names))))?;
    if *input == Input::Lines && words.has("out") {
        return Err(Mistake("--from ndjson and --out: one of them".into()));
    }
    match (*input, output) {
        (Input::Text, Output::Rows) => Err(Mistake("--to ndjson goes with --from ndjson".into())),
        (Input::Lines, Output::Form(Form::Json) | Output::Rows) if words.has("source") => {
            Err(Mistake("--source and --from ndjson: each line says where its text is".into()))
        }
        (Input::Lines, Output::Form(Form::Json) | Output::Rows) | (Input::Text, _) => Ok(*input),
        (Input::Lines, _) => Err(Mistake("--from ndjson goes with --to json or ndjson".into())),
    }
}

/// The parts that are named: `outline,figures`.
fn parts_of(parts: &str, output: Output) -> Result<Parts, Mistake> {
    if output != Output::Form(Form::Json) {
        return Err(Mistake("--parts goes with --to json: the other forms have parts of their own".into()));
    }
    let unknown = |name| Mistake(format!("--parts {name}: a part can be {}", one_of(Part::NAMES)));
    parts.split(',').map(|name| Part::from_name(name).ok_or_else(|| unknown(name))).collect()
}

fn read_year(year: &str) -> Result<u32, Mistake> {
    let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let read = if digits { year.parse().ok() } else { None };
    read.ok_or_else(|| Mistake(format!("--year {year}: a year has four digits")))
}

/// `a, b or c`.
fn one_of(names: &[&str]) -> String {
    match names {
        [names @ .., last] => format!("{} or {last}", names.join(", ")),
        [] => String::new(),
    }
}
