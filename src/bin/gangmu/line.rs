//! A line of NDJSON: an object with a text, where the text is, and what its sender wants back beside the answer.

use crate::json::quoted;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::HashSet;
use std::fmt;

/// What its sender said beside the text.
#[derive(Debug, Default)]
pub(crate) struct Sender<'l> {
    /// Where the text is.
    pub(crate) source: Option<String>,
    /// The other fields, as they were written.
    given: Vec<Field<'l>>,
}

/// Its name and its value, which is never looked into: a number keeps every digit.
type Field<'l> = (String, &'l RawValue);

/// The text, or why there is none, and what of the sender could be read.
pub(crate) fn read(bytes: &[u8]) -> (Sender<'_>, Result<String, String>) {
    let mut sender = Sender::default();
    let text = fields(bytes).and_then(|fields| sender.take(fields));
    (sender, text)
}

impl<'l> Sender<'l> {
    /// Gives the text back.
    fn take(&mut self, fields: Vec<Field<'l>>) -> Result<String, String> {
        let mut text = Err(r#"there is no field "text""#.into());
        let mut source = Ok(None);
        let mut names = HashSet::new();
        let mut twice = None;
        for (name, value) in fields {
            if !names.insert(name.clone()) {
                twice = twice.or_else(|| Some(quoted(&name)));
                continue;
            }
            match name.as_str() {
                "text" => text = words(&name, value),
                "source" if value.get() == "null" => {}
                "source" => source = words(&name, value).map(Some),
                _ => self.given.push((name, value)),
            }
        }
        self.source = source?;
        twice.map_or(text, |name| Err(format!("there are two fields {name}")))
    }

    /// The beginning of an answer: `{`, the source, and under `given` the other fields, where there are any.
    pub(crate) fn begin_answer(&self, out: &mut String) {
        out.push_str(r#"{"source":"#);
        out.push_str(&self.source.as_deref().map_or_else(|| "null".into(), quoted));
        let mut before = r#","given":{"#;
        for (name, value) in &self.given {
            out.extend([before, &quoted(name), ":", value.get()]);
            before = ",";
        }
        if !self.given.is_empty() {
            out.push('}');
        }
    }
}

fn fields(bytes: &[u8]) -> Result<Vec<Field<'_>>, String> {
    let json = std::str::from_utf8(bytes).map_err(|_| "not valid UTF-8")?;
    let Fields(fields) = serde_json::from_str(json).map_err(|error| {
        // Its place is told by a line, of which there is only one, and a column.
        let said = error.to_string();
        let reason = said.rsplit_once(" at line ").map_or(said.as_str(), |(reason, _)| reason);
        let place = if error.column() == 0 { String::new() } else { format!(", byte {}", error.column()) };
        format!("not a JSON object: {reason}{place}")
    })?;
    Ok(fields)
}

fn words(name: &str, value: &RawValue) -> Result<String, String> {
    if !value.get().starts_with('"') {
        return Err(format!("the field {} is no string", quoted(name)));
    }
    // Written as JSON, but no text: half a character, most likely of a file that was not read as what it is.
    serde_json::from_str(value.get()).map_err(|_| format!("the field {} holds half a surrogate pair", quoted(name)))
}

/// All of them in order: of two with one name a map would lose one.
struct Fields<'l>(Vec<Field<'l>>);

impl<'de: 'l, 'l> Deserialize<'de> for Fields<'l> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder).map(Fields)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Vec<Field<'de>>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(fields)
    }
}
