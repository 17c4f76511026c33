//! The tape of [`Packed`] as JSON: what `js/unpack.js` makes of it, by the layout that `src/packed.rs` gives.

use gangmu::{Decimal, NAMES, Packed};
use serde_json::{Map, Value, json};

/// What stands on the tape.
enum Shape {
    Words,
    Span,
    Whole,
    Truth,
    Decimal,
    /// A name of the closed set.
    Name(&'static str),
    Maybe(&'static Shape),
    List(&'static Shape),
    Record(&'static [(&'static str, Shape)]),
    /// A record that holds itself.
    Heading,
    Relation,
}

use Shape::{Heading, List, Maybe, Name, Record, Relation, Span, Truth, Whole, Words};

const WORDS: Shape = Maybe(&Words);

const ITEM: Shape = Record(&[("span", Span), ("marker", Words), ("number", Whole)]);

const HEADING: Shape = Record(&[
    ("span", Span),
    ("marker", Words),
    ("number", Maybe(&Whole)),
    ("title", Words),
    ("level", Whole),
    ("role", Maybe(&Name("Role"))),
    ("inferred", Truth),
    ("body", Span),
    ("items", List(&ITEM)),
    ("children", List(&Heading)),
]);

const FIGURE: Shape = Record(&[
    ("span", Span),
    ("number", Span),
    ("value", Shape::Decimal),
    ("upper", Maybe(&Shape::Decimal)),
    ("unit", WORDS),
    ("kind", Name("Kind")),
    ("approx", WORDS),
    ("bound", Name("Bound")),
    ("change", Maybe(&Name("Change"))),
    ("indicator", Words),
    ("action", WORDS),
    ("period", WORDS),
    ("periodSource", Maybe(&Name("PeriodSource"))),
    ("heading", List(&Whole)),
]);

const FINDING: Shape = Record(&[
    ("span", Span),
    ("rule", Name("Rule")),
    ("severity", Name("Severity")),
    ("message", Words),
    ("source", WORDS),
    ("fix", Maybe(&List(&Record(&[("span", Span), ("text", Words)])))),
    ("confidence", Name("Confidence")),
    ("places", List(&Span)),
    ("fingerprint", Words),
]);

const REPORT: Shape = Record(&[
    ("schema", Words),
    (
        "metadata",
        Record(&[
            ("title", WORDS),
            ("issuer", WORDS),
            ("place", WORDS),
            ("year", Maybe(&Whole)),
            ("date", WORDS),
            ("published", WORDS),
            ("recipient", WORDS),
            ("indexNumber", WORDS),
            ("documentNumber", WORDS),
            ("subjectClass", WORDS),
            ("contactName", WORDS),
            ("contactPhone", WORDS),
        ]),
    ),
    ("outline", List(&Heading)),
    ("items", List(&ITEM)),
    ("figures", List(&FIGURE)),
    ("dates", List(&Record(&[("span", Span), ("iso", WORDS)]))),
    ("citations", List(&Record(&[("span", Span), ("number", WORDS)]))),
    ("relations", List(&Relation)),
    ("findings", List(&FINDING)),
    ("noise", List(&Record(&[("span", Span), ("kind", Name("NoiseKind"))]))),
    ("ignored", List(&Record(&[("span", Span), ("reason", Name("Reason"))]))),
    ("passages", List(&Record(&[("span", Span), ("role", Name("Role"))]))),
]);

struct Tape<'a> {
    cells: std::slice::Iter<'a, u32>,
    text: Vec<u16>,
    pool: Vec<u16>,
}

impl Tape<'_> {
    fn next(&mut self) -> u32 {
        *self.cells.next().unwrap()
    }

    fn read(&mut self, shape: &Shape) -> Value {
        match shape {
            Words => {
                let (start, end) = (self.next() as usize, self.next() as usize);
                let length = self.text.len();
                let units =
                    if start < length { &self.text[start..end] } else { &self.pool[start - length..end - length] };
                String::from_utf16(units).unwrap().into()
            }
            Span => json!([self.next(), self.next()]),
            Whole => self.next().into(),
            Truth => (self.next() == 1).into(),
            Shape::Decimal => {
                let coefficient = u64::from(self.next()) | u64::from(self.next()) << 32;
                // 4,096 more of a negative number.
                let exponent = self.next() as i32;
                let is_negative = exponent > 2048;
                let size = Decimal::new(coefficient, (exponent - if is_negative { 4096 } else { 0 }) as i8);
                serde_json::from_str(&size.with_sign(is_negative).to_string()).unwrap()
            }
            Name(set) => {
                let (_, names) = NAMES.iter().find(|(name, _)| name == set).unwrap();
                names[self.next() as usize].into()
            }
            Maybe(shape) => {
                if self.next() == 1 {
                    self.read(shape)
                } else {
                    Value::Null
                }
            }
            List(shape) => {
                let length = self.next();
                (0..length).map(|_| self.read(shape)).collect()
            }
            Record(fields) => {
                let values: Map<String, Value> =
                    fields.iter().map(|(name, shape)| ((*name).to_owned(), self.read(shape))).collect();
                values.into()
            }
            Heading => self.read(&HEADING),
            Relation => {
                const TERMS: [(&str, Shape); 10] = [
                    ("sum", Record(&[("total", Whole), ("parts", List(&Whole))])),
                    ("rate", Record(&[("rate", Whole), ("numerator", Whole), ("denominator", Whole)])),
                    ("part", Record(&[("whole", Whole), ("part", Whole)])),
                    ("change", Record(&[("from", Whole), ("to", Whole), ("change", Whole)])),
                    ("shares", Record(&[("parts", List(&Whole))])),
                    ("flow", Record(&[("incoming", List(&Whole)), ("outgoing", List(&Whole))])),
                    ("average", Record(&[("average", Whole), ("number", Whole), ("total", Whole)])),
                    ("conversion", Record(&[("stated", Whole), ("converted", Whole)])),
                    ("repeat", Record(&[("first", Whole), ("again", Whole)])),
                    ("claim", Record(&[("span", Span), ("stated", Whole), ("named", Whole)])),
                ];
                const VERDICT: Shape =
                    Record(&[("holds", Truth), ("verdict", Name("Verdict")), ("calculation", Words), ("slip", WORDS)]);
                let (kind, shape) = &TERMS[self.next() as usize];
                let mut value = self.read(shape);
                value["kind"] = (*kind).into();
                let Value::Object(verdict) = self.read(&VERDICT) else { panic!("a record") };
                value.as_object_mut().unwrap().extend(verdict);
                value
            }
        }
    }
}

/// The report on the tape of `text`.
pub fn unpack(packed: &Packed, text: &str) -> Value {
    let mut tape = Tape {
        cells: packed.tape.iter(),
        text: text.encode_utf16().collect(),
        pool: packed.pool.encode_utf16().collect(),
    };
    let parts = tape.next();
    let Record(fields) = &REPORT else { panic!("a record") };
    let mut report = Map::new();
    for (place, (name, shape)) in fields.iter().enumerate() {
        if place == 0 || parts >> (place - 1) & 1 == 1 {
            report.insert((*name).to_owned(), tape.read(shape));
        }
    }
    assert_eq!(tape.cells.next(), None, "the tape ends with the report");
    report.into()
}
