//! The report as JSON: the contract, positions in UTF-16 units.

use crate::decimal::Decimal;
use crate::emit::{Emit, Sink};
use crate::offsets::Offsets;
use crate::report::Report;
use crate::span::Span;
use alloc::string::String;

/// Writes one JSON text on one line, without spaces.
pub(crate) struct JsonWriter<'a> {
    pub(crate) out: String,
    offsets: &'a Offsets<'a>,
    /// Whether the next field or entry is the first of its record or list.
    first: bool,
}

impl<'a> JsonWriter<'a> {
    /// Positions leave as `offsets` has them.
    pub(crate) fn new(offsets: &'a Offsets<'a>) -> JsonWriter<'a> {
        JsonWriter { out: String::new(), offsets, first: true }
    }

    /// From here on positions are those of another text.
    pub(crate) fn positions_of(&mut self, offsets: &'a Offsets<'a>) {
        self.offsets = offsets;
    }

    fn comma(&mut self) {
        if !core::mem::take(&mut self.first) {
            self.out.push(',');
        }
    }
}

/// Appends `value` as a JSON string.
pub(crate) fn write_string(out: &mut String, value: &str) {
    out.push('"');
    for ch in value.chars() {
        match ch {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // JSON forbids them bare; U+2028 and U+2029 break a script that the JSON is pasted into.
            '\0'..='\u{1F}' | '\u{2028}' | '\u{2029}' => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = (ch as u32 >> shift) & 0xF;
                    out.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            _ => out.push(ch),
        }
    }
    out.push('"');
}

impl Sink for JsonWriter<'_> {
    fn begin(&mut self) {
        self.out.push('{');
        self.first = true;
    }

    fn field(&mut self, name: &'static str) {
        self.comma();
        self.out.push('"');
        self.out.push_str(name);
        self.out.push_str("\":");
    }

    fn end(&mut self) {
        self.out.push('}');
        self.first = false;
    }

    fn begin_list(&mut self, _length: usize) {
        self.out.push('[');
        self.first = true;
    }

    fn entry(&mut self) {
        self.comma();
    }

    fn end_list(&mut self) {
        self.out.push(']');
        self.first = false;
    }

    fn none(&mut self) {
        self.out.push_str("null");
    }

    fn some(&mut self) {}

    fn boolean(&mut self, value: bool) {
        self.out.push_str(if value { "true" } else { "false" });
    }

    fn integer(&mut self, value: u32) {
        Decimal::from(u64::from(value)).write_to(&mut self.out);
    }

    fn decimal(&mut self, value: Decimal) {
        value.write_to(&mut self.out);
    }

    fn words(&mut self, value: &str) {
        write_string(&mut self.out, value);
    }

    fn span(&mut self, value: Span) {
        self.out.push('[');
        self.integer(self.offsets.utf16(value.start as usize));
        self.out.push(',');
        self.integer(self.offsets.utf16(value.end as usize));
        self.out.push(']');
    }

    fn name(&mut self, _index: usize, name: &'static str) {
        write_string(&mut self.out, name);
    }
}

impl Report<'_> {
    /// The report as one line of JSON, as `report.d.ts` describes it: positions are UTF-16 units of the text, values
    /// are written out in full (`1.1万` is `11000`).
    ///
    /// ```
    /// let json = gangmu::parse("开展培训12次。").to_json();
    /// assert!(json.contains(r#""span":[4,7],"number":[4,6],"value":12,"upper":null,"unit":"次""#));
    /// ```
    pub fn to_json(&self) -> String {
        let offsets = Offsets::new(self.text);
        let mut writer = JsonWriter::new(&offsets);
        self.emit(&mut writer);
        writer.out
    }
}
