//! The figures as Web Annotations in JSON-LD: each says of a place in the text what was read there.

use super::interval::Interval;
use super::source;
use crate::compose::compose;
use crate::emit::{Emit, Sink};
use crate::json::JsonWriter;
use crate::offsets::Offsets;
use crate::quote::TextQuote;
use crate::report::{Bound, Figure, Report};
use alloc::string::String;

/// The codes of UN/ECE Recommendation 20 for units that mean one thing only, each with the words that reports write.
const UNIT_CODES: &[(&str, &str)] = &[
    ("P1", "% ％"),
    ("NX", "‰"),
    ("IE", "人"),
    ("MTK", "平方米 ㎡ m² m2 平米"),
    ("KMK", "平方公里 平方千米 km²"),
    ("HAR", "公顷 hm²"),
    ("MTR", "米"),
    ("KMT", "公里 千米 km"),
    ("CMT", "厘米 cm 公分"),
    ("MMT", "毫米 mm"),
    ("NMI", "海里"),
    ("TNE", "吨"),
    ("KGM", "千克 公斤 kg"),
    ("GRM", "克"),
    ("MGM", "毫克 mg"),
    ("MTQ", "立方米 m³ m3"),
    ("LTR", "升 公升 L"),
    ("MLT", "毫升 mL ml"),
    ("KWH", "千瓦时 度电 kWh kW·h KWh kwh"),
    ("MWH", "兆瓦时 MWh"),
    ("GWH", "吉瓦时 GWh"),
    ("KWT", "千瓦 kW KW"),
    ("MAW", "兆瓦 MW"),
    ("A90", "吉瓦 GW"),
    ("KVA", "千伏安 kVA"),
    ("MVA", "兆伏安"),
    ("KVT", "千伏 kV"),
    ("ANN", "年 周年"),
    ("MON", "个月"),
    ("WEE", "周"),
    ("DAY", "天 日"),
    ("HUR", "小时 个小时"),
    ("MIN", "分钟"),
    ("SEC", "秒 秒钟"),
    ("CEL", "℃ °C 摄氏度"),
    ("2N", "分贝 dB"),
];

/// Counts characters of the text up to a place; places come in reading order, so that all take one pass.
struct Characters<'t> {
    bytes: &'t [u8],
    at: usize,
    count: u32,
}

impl Characters<'_> {
    /// How many characters (Unicode code points) stand before byte `byte`.
    fn before(&mut self, byte: u32) -> u32 {
        let byte = byte as usize;
        let (from, to) = (self.at.min(byte), self.at.max(byte));
        let passed = self.bytes.get(from..to).unwrap_or_default();
        let passed = passed.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u32;
        self.count = if byte < self.at { self.count - passed } else { self.count + passed };
        self.at = byte;
        self.count
    }
}

/// Writes fields one after another.
struct Writer<'a>(JsonWriter<'a>);

impl Writer<'_> {
    fn field(&mut self, name: &'static str, value: &impl Emit) {
        self.0.field(name);
        value.emit(&mut self.0);
    }

    fn words(&mut self, name: &'static str, words: &str) {
        self.field(name, &words);
    }

    fn begin(&mut self, name: &'static str) {
        self.0.field(name);
        self.0.begin();
    }

    fn end(&mut self) {
        self.0.end();
    }

    fn begin_list(&mut self, name: &'static str) {
        self.0.field(name);
        self.0.begin_list(0);
    }

    fn entry(&mut self) {
        self.0.entry();
        self.0.begin();
    }

    /// A thing that has a name.
    fn named(&mut self, field: &'static str, kind: &str, name: &str) {
        self.begin(field);
        self.words("type", kind);
        self.words("schema:name", name);
        self.end();
    }

    /// What the value was read with.
    fn remark(&mut self, property: &str, value: &str) {
        self.entry();
        self.words("type", "schema:PropertyValue");
        self.words("schema:propertyID", property);
        self.words("schema:value", value);
        self.end();
    }
}

impl Report<'_> {
    /// The figures as one line of JSON-LD: an `AnnotationCollection` of the
    /// [W3C Web Annotation model](https://www.w3.org/TR/annotation-model/), an annotation a figure.
    ///
    /// - `target` is the place in the text, as a `TextQuoteSelector` ([`TextQuote`]) and as a `TextPositionSelector`, which
    ///   counts characters (Unicode code points) and not UTF-16 units: the model asks for it.
    /// - `body` is a [schema.org](https://schema.org/Observation) `Observation` and `QuantitativeValue`: `value`, or
    ///   `minValue` and `maxValue` of a range; beside a value one of them where the text says that it was at least or at
    ///   most so much. `unitText` is the report's, `unitCode` the one of UN/ECE Recommendation 20 where the unit has one and
    ///   means nothing else. `observationDate` and `observationPeriod` are when it began and how long it took.
    /// - `source` says where the text is: a URI, in which what it cannot hold is escaped. Of a file it is the name only: then,
    ///   and without it, the text is called by a number made of its words, `urn:uuid:…`, the same wherever it lies.
    ///
    /// ```
    /// let json = gangmu::parse("投入20万元。").to_json_ld(Some("https://example.org/a.txt"));
    /// assert!(json.contains(r#""schema:value":200000,"schema:unitText":"元""#));
    /// assert!(json.contains(r#"{"type":"TextQuoteSelector","exact":"20万元","prefix":"投入","suffix":"。"}"#));
    /// ```
    pub fn to_json_ld(&self, source: Option<&str>) -> String {
        let named = source.unwrap_or_default();
        let target = source::uri(named);
        let text = source::urn(self.text, "");
        let id = source::urn(self.text, named);
        let offsets = Offsets::new("");
        let mut writer = Writer(JsonWriter::new(&offsets));
        writer.0.begin();
        // It knows the prefix `schema:` too.
        writer.words("@context", "http://www.w3.org/ns/anno.jsonld");
        writer.words("id", &id);
        writer.words("type", "AnnotationCollection");
        if let Some(title) = &self.metadata.title {
            writer.words("label", title);
        }
        writer.field("total", &(self.figures.len() as u32));
        if !self.figures.is_empty() {
            writer.begin("first");
            writer.words("id", &compose!(id, "#page-1"));
            writer.words("type", "AnnotationPage");
            writer.field("startIndex", &0);
            writer.begin_list("items");
            let mut characters = Characters { bytes: self.text.as_bytes(), at: 0, count: 0 };
            for (index, figure) in self.figures.iter().enumerate() {
                let number = index as u32 + 1;
                writer.entry();
                writer.words("id", &compose!(id, "#figure-", number));
                writer.words("type", "Annotation");
                writer.words("motivation", "describing");
                writer.begin("body");
                writer.words("id", &compose!(id, "#value-", number));
                self.write_value(&mut writer, figure);
                writer.end();
                writer.begin("target");
                match &target {
                    Some(uri) => writer.words("source", uri),
                    None if named.is_empty() => writer.words("source", &text),
                    None => {
                        writer.begin("source");
                        writer.words("id", &text);
                        writer.words("schema:name", named);
                        writer.end();
                    }
                }
                self.write_selectors(&mut writer, figure, &mut characters);
                writer.end();
                writer.end();
            }
            writer.0.end_list();
            writer.end();
        }
        writer.end();
        writer.0.out
    }

    fn write_value(&self, writer: &mut Writer<'_>, figure: &Figure<'_>) {
        writer.0.field("type");
        writer.0.begin_list(2);
        for kind in ["schema:Observation", "schema:QuantitativeValue"] {
            writer.0.entry();
            writer.0.words(kind);
        }
        writer.0.end_list();
        if !figure.indicator.is_empty() {
            writer.named("schema:measuredProperty", "schema:Property", &figure.indicator);
        }
        if let Some(place) = &self.metadata.place {
            writer.named("schema:observationAbout", "schema:Place", place);
        }
        let (low, high) = match (figure.upper, figure.bound) {
            (Some(upper), _) => (Some(figure.value), Some(upper)),
            (None, Bound::AtLeast | Bound::MoreThan) => (Some(figure.value), None),
            (None, Bound::AtMost | Bound::LessThan) => (None, Some(figure.value)),
            _ => (None, None),
        };
        if figure.upper.is_none() {
            writer.field("schema:value", &figure.value);
        }
        if let Some(low) = low {
            writer.field("schema:minValue", &low);
        }
        if let Some(high) = high {
            writer.field("schema:maxValue", &high);
        }
        if let Some(unit) = &figure.unit {
            writer.field("schema:unitText", unit);
            if let Some((code, _)) = UNIT_CODES.iter().find(|(_, words)| words.split(' ').any(|word| word == unit)) {
                writer.words("schema:unitCode", code);
            }
        }
        if let Some(interval) = figure.period.as_deref().and_then(Interval::of) {
            writer.words("schema:observationDate", &interval.from);
            writer.words("schema:observationPeriod", &interval.length);
        }
        if figure.bound != Bound::Exact || figure.change.is_some() {
            writer.begin_list("schema:valueReference");
            if figure.bound != Bound::Exact {
                writer.remark("bound", figure.bound.name());
            }
            if let Some(change) = figure.change {
                writer.remark("change", change.name());
            }
            writer.0.end_list();
        }
    }

    fn write_selectors(&self, writer: &mut Writer<'_>, figure: &Figure<'_>, characters: &mut Characters<'_>) {
        let TextQuote { prefix, exact, suffix } = TextQuote::of(self.text, figure.span);
        writer.begin_list("selector");
        writer.entry();
        writer.words("type", "TextQuoteSelector");
        writer.words("exact", exact);
        writer.words("prefix", prefix);
        writer.words("suffix", suffix);
        writer.end();
        writer.entry();
        writer.words("type", "TextPositionSelector");
        writer.field("start", &characters.before(figure.span.start));
        writer.field("end", &characters.before(figure.span.end));
        writer.end();
        writer.0.end_list();
    }
}
