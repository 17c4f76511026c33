//! The words after the command, read as Node's `parseArgs` reads them for `bin/gangmu.js`: what it refuses is refused here in
//! the same words.

use crate::mistake::Mistake;

/// The options there are, and whether each takes a value.
const OPTIONS: [(&str, bool); 19] = [
    ("from", true),
    ("to", true),
    ("check", false),
    ("sarif", false),
    ("parts", true),
    ("profile", true),
    ("rule", true),
    ("no-rule", true),
    ("year", true),
    ("unit", true),
    ("name", true),
    ("pattern", true),
    ("source", true),
    ("language", true),
    ("out", true),
    ("files-from", true),
    ("jobs", true),
    ("help", false),
    ("version", false),
];

/// The words, told apart.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// The options with their values, in the order in which they were given; no value is an empty one.
    options: Vec<(&'static str, String)>,
    /// What is no option, in order.
    pub(crate) files: Vec<String>,
    /// Whether the first of them is the word `compare`, which `files` is without then.
    pub(crate) comparing: bool,
}

impl Words {
    pub(crate) fn read(words: impl IntoIterator<Item = String>) -> Result<Words, Mistake> {
        let mut read = Words::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            if word == "--" {
                read.files.extend(words.by_ref());
            } else if let Some(option) = word.strip_prefix("--") {
                let (name, value) = match option.rfind('=') {
                    // Right behind the dashes it is a part of the name.
                    None | Some(0) => (option, None),
                    Some(_) => option.split_once('=').map_or((option, None), |(name, value)| (name, Some(value))),
                };
                let given = read_option(name, value, &mut words)?;
                read.options.push(given);
            } else if is_like_option(&word) {
                // No option has a letter. JavaScript cuts a character of two units in half.
                let letter = word.chars().nth(1).filter(|ch| *ch <= '\u{FFFF}').unwrap_or('\u{FFFD}');
                return Err(unknown(&format!("-{letter}")));
            } else if word == "compare" && read.files.is_empty() && !read.comparing {
                read.comparing = true;
            } else {
                read.files.push(word);
            }
        }
        Ok(read)
    }

    /// Whether `name` was given.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.options.iter().any(|(given, _)| *given == name)
    }

    /// The value of `name`; of several the last.
    pub(crate) fn last(&self, name: &str) -> Option<&str> {
        self.all(name).last()
    }

    /// Every value of `name`, in order.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.options.iter().filter(move |(given, _)| *given == name).map(|(_, value)| value.as_str())
    }
}

/// An option, with the next word as its value where it takes one and none stands behind a sign of equality.
fn read_option(
    name: &str,
    value: Option<&str>,
    words: &mut impl Iterator<Item = String>,
) -> Result<(&'static str, String), Mistake> {
    let known = OPTIONS.iter().find(|(known, _)| *known == name);
    let (name, takes_value) = *known.ok_or_else(|| unknown(&format!("--{name}")))?;
    match (takes_value, value) {
        (true, Some(value)) => Ok((name, value.into())),
        (true, None) => match words.next() {
            None => Err(refused(&format!("Option '--{name} <value>' argument missing"))),
            Some(next) if is_like_option(&next) => Err(refused(&format!("Option '--{name}' argument is ambiguous"))),
            Some(next) => Ok((name, next)),
        },
        (false, Some(_)) => Err(refused(&format!("Option '--{name}' does not take an argument"))),
        (false, None) => Ok((name, String::new())),
    }
}

/// A single dash is none: it stands for standard input.
fn is_like_option(word: &str) -> bool {
    word.starts_with('-') && word.len() > 1
}

fn unknown(option: &str) -> Mistake {
    refused(&format!("Unknown option '{option}'"))
}

/// What is refused, up to where Node's hint begins: `bin/gangmu.js` cuts it there, whatever a word holds.
fn refused(reason: &str) -> Mistake {
    let ends = [". To specify", " To specify", "\n"].map(|end| reason.find(end).unwrap_or(reason.len()));
    let reason = &reason[..ends.into_iter().min().unwrap_or(reason.len())];
    let reason = reason.strip_suffix('.').unwrap_or(reason);
    Mistake(format!("{reason}; gangmu --help shows all options"))
}
