//! What is asked for: the options checked, in the order in which `bin/gangmu.js` checks them.

use crate::mistake::Mistake;
use crate::words::Words;
use gangmu::{Language, Options, Pattern, Profile, Rule};

/// What is to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Json,
    Csv,
    Markdown,
    Mended,
    Sarif,
    Sdmx,
    JsonLd,
    /// A line a finding: `--check`.
    Check,
}

/// The forms that `--to` may name.
const FORMS: [(&str, Form); 7] = [
    ("json", Form::Json),
    ("csv", Form::Csv),
    ("md", Form::Markdown),
    ("mended", Form::Mended),
    ("sarif", Form::Sarif),
    ("sdmx", Form::Sdmx),
    ("jsonld", Form::JsonLd),
];

/// What was asked for, as far as it can be said before a file is read.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) form: Form,
    year: Option<u32>,
    profile: Profile,
    language: Language,
    words: Words,
}

impl Request {
    pub(crate) fn read(words: Words) -> Result<Request, Mistake> {
        let form = form_of(&words)?;
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
        let request = Request { form, year, profile, language, words };
        let files = request.files();
        if files.is_empty() && !request.asks_for("help") && !request.asks_for("version") {
            return Err(Mistake("no file given; gangmu --help shows how it is called".into()));
        }
        if files.iter().filter(|file| *file == "-").count() > 1 {
            return Err(Mistake("standard input (-) can be read only once".into()));
        }
        if form == Form::Mended && files.len() > 1 {
            return Err(Mistake("--to mended takes one file: the texts of several would run together".into()));
        }
        if request.asks_for("source") && files.len() > 1 {
            return Err(Mistake("--source takes one file: it says where that one is".into()));
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

fn form_of(words: &Words) -> Result<Form, Mistake> {
    let (check, sarif) = (words.has("check"), words.has("sarif"));
    let to = words.last("to");
    let form = match to {
        None if sarif => Form::Sarif,
        None if check => Form::Check,
        None => Form::Json,
        Some(name) => {
            let known = FORMS.iter().find(|(form, _)| *form == name);
            known
                .map(|(_, form)| *form)
                .ok_or_else(|| Mistake(format!("--to {name}: it can be {}", one_of(&FORMS.map(|(form, _)| form)))))?
        }
    };
    match to {
        Some(name) if (check || sarif) && form != Form::Sarif => {
            Err(Mistake(format!("--to {name} and {}: one of them", if check { "--check" } else { "--sarif" })))
        }
        _ => Ok(form),
    }
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
