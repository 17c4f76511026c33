//! A comparison as JSON: the contract, positions in UTF-16 units of the report that they lie in.

use super::{COMPARISON_SCHEMA, Comparison, Pair};
use crate::emit::{Emit, Sink};
use crate::json::JsonWriter;
use crate::offsets::Offsets;
use crate::report::Report;
use alloc::string::String;

/// The fields of a record under their own names.
macro_rules! fields {
    ($out:ident, $record:ident: $($field:ident)+) => {
        $(
            $out.field(stringify!($field));
            $record.$field.emit($out);
        )+
    };
}

impl Comparison {
    /// The comparison as one line of JSON, as `gangmu.d.ts` describes it: both reports, then what lies between them. The reports must be
    /// those that were compared, in their order; positions are UTF-16 units.
    ///
    /// ```
    /// let (last, this) = (gangmu::parse("受理信访15件。"), gangmu::parse("受理信访12件。"));
    /// let json = gangmu::compare(&last, &this).to_json(&last, &this);
    /// assert!(json.contains(r#""pairs":[{"first":0,"second":0,"confidence":"certain","difference":-3,"percent":-20,"remarks":[]}]"#));
    /// ```
    pub fn to_json(&self, first: &Report<'_>, second: &Report<'_>) -> String {
        let offsets = [first, second].map(|report| Offsets::new(report.text));
        let mut out = JsonWriter::new(&offsets[0]);
        out.begin();
        out.field("schema");
        out.words(COMPARISON_SCHEMA);
        out.field("first");
        first.emit(&mut out);
        out.positions_of(&offsets[1]);
        out.field("second");
        second.emit(&mut out);
        out.field("pairs");
        list(&mut out, &self.pairs, pair);
        out.field("alone");
        list(&mut out, &self.alone, |out, alone| {
            out.begin();
            fields!(out, alone: report figure reason);
            out.end();
        });
        out.field("sections");
        list(&mut out, &self.sections, |out, section| {
            out.begin();
            fields!(out, section: first second state);
            out.end();
        });
        out.field("plans");
        list(&mut out, &self.plans, |out, plan| {
            out.begin();
            out.positions_of(&offsets[0]);
            fields!(out, plan: span state confidence);
            out.positions_of(&offsets[1]);
            fields!(out, plan: found figures);
            out.end();
        });
        out.field("growths");
        list(&mut out, &self.growths, |out, growths| growths.emit(out));
        out.end();
        out.out
    }
}

fn list<'a, T>(out: &mut JsonWriter<'a>, things: &[T], write: impl Fn(&mut JsonWriter<'a>, &T)) {
    out.begin_list(things.len());
    for thing in things {
        out.entry();
        write(out, thing);
    }
    out.end_list();
}

fn pair(out: &mut JsonWriter<'_>, pair: &Pair) {
    out.begin();
    fields!(out, pair: first second confidence difference percent remarks);
    out.end();
}
