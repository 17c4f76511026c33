//! JSON as JavaScript's `JSON.stringify` writes it, to the byte.

use std::borrow::Cow;
use std::fmt::Write as _;

/// A value.
#[derive(Debug)]
pub(crate) enum Json<'a> {
    Null,
    True,
    False,
    Number(u32),
    Words(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Record(Vec<(&'static str, Json<'a>)>),
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(words: &'a str) -> Json<'a> {
        Json::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Json<'_> {
    fn from(words: String) -> Self {
        Json::Words(Cow::Owned(words))
    }
}

impl From<bool> for Json<'_> {
    fn from(value: bool) -> Self {
        if value { Json::True } else { Json::False }
    }
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Json<'a> {
        value.map_or(Json::Null, T::into)
    }
}

impl Json<'_> {
    /// With line breaks, each level two spaces further in.
    pub(crate) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, level: usize) {
        match self {
            Json::Null => out.push_str("null"),
            Json::True => out.push_str("true"),
            Json::False => out.push_str("false"),
            Json::Number(number) => out.push_str(&number.to_string()),
            Json::Words(words) => out.push_str(&quoted(words)),
            Json::List(values) => {
                let entries = values.iter().map(|value| (None, value));
                write_entries(out, ['[', ']'], entries, level);
            }
            Json::Record(fields) => {
                let entries = fields.iter().map(|(name, value)| (Some(*name), value));
                write_entries(out, ['{', '}'], entries, level);
            }
        }
    }
}

fn write_entries<'j>(
    out: &mut String,
    [open, close]: [char; 2],
    entries: impl Iterator<Item = (Option<&'static str>, &'j Json<'j>)>,
    level: usize,
) {
    let new_line = |out: &mut String, level: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(level));
    };
    out.push(open);
    let mut none = true;
    for (name, value) in entries {
        if !none {
            out.push(',');
        }
        none = false;
        new_line(out, level + 1);
        if let Some(name) = name {
            out.push_str(&quoted(name));
            out.push_str(": ");
        }
        value.write(out, level + 1);
    }
    if !none {
        new_line(out, level);
    }
    out.push(close);
}

/// `words` in quotation marks.
pub(crate) fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for ch in words.chars() {
        match ch {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{C}' => out.push_str("\\f"),
            '\0'..='\u{1F}' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(ch));
            }
            _ => out.push(ch),
        }
    }
    out.push('"');
    out
}
