//! The report as one run of integers and one string of made words: what crosses to JavaScript fastest.

use crate::decimal::Decimal;
use crate::emit::{Emit, Sink};
use crate::offsets::Offsets;
use crate::report::Report;
use crate::span::Span;
use alloc::string::String;
use alloc::vec::Vec;

/// So much more is the exponent of a negative number: no exponent is near it.
const NEGATIVE: i32 = 4096;

/// A report as one run of integers and one string: what crosses to JavaScript fastest. `js/unpack.js` of the npm package reads it;
/// a program in Rust has no use for it.
///
/// The tape begins with a bit for each part that it holds, the first the lowest ([`Parts::bits`](crate::Parts::bits)). Then come
/// the values of the report in the order of their declaration, with no names:
///
/// | value | cells |
/// | --- | --- |
/// | record | its fields, one after another |
/// | list | its length, then its values |
/// | value that may be missing | 0, or 1 and the value |
/// | `bool` | 0 or 1 |
/// | whole number | itself |
/// | name of a closed set | its place in the set |
/// | span | start, end: UTF-16 units |
/// | decimal | low and high half of the coefficient, exponent (as `i32`; 4,096 more of a negative number) |
/// | words | start, end: UTF-16 units of the text; from the text's length on, of the pool behind it |
///
/// Words that stand in the text cross as two positions, and JavaScript cuts them from the string it has already.
///
/// ```
/// let packed = gangmu::parse("培训12次。").to_packed();
/// assert_eq!(packed.pool, gangmu::SCHEMA); // the first words of every report, and the only ones here that the text lacks
/// assert_eq!(packed.tape[1..3], [6, 14]);  // where they stand: behind the six units of the text
/// assert_eq!(packed.entries[..2], [1, 3]); // the schema is in cell 1, the metadata begins in cell 3
/// ```
#[derive(Clone, Debug)]
pub struct Packed {
    /// The values.
    pub tape: Vec<u32>,
    /// The words that do not stand in the text, one after another.
    pub pool: String,
    /// Where the parts begin on the tape, and behind each that is a list where its entries do: by it one entry is read without
    /// the others.
    pub entries: Vec<u32>,
}

/// So many cells are written before they are handed on: the whole tape need never lie in the memory of the wasm.
const SHEET: usize = 4096;

struct TapeWriter<'a> {
    /// What has not been handed on yet.
    sheet: Vec<u32>,
    /// How many cells have been handed on.
    gone: u32,
    hand_on: &'a mut dyn FnMut(&[u32]),
    pool: String,
    /// Length of the pool in UTF-16 units.
    pool_units: u32,
    entries: Vec<u32>,
    /// How many records are open: 1 between the fields of the report.
    depth: u32,
    text: &'a str,
    offsets: Offsets<'a>,
}

impl TapeWriter<'_> {
    fn write<const N: usize>(&mut self, cells: [u32; N]) {
        self.sheet.extend(cells);
        if self.sheet.len() >= SHEET {
            self.turn();
        }
    }

    fn turn(&mut self) {
        (self.hand_on)(&self.sheet);
        self.gone += self.sheet.len() as u32;
        self.sheet.clear();
    }

    /// Where `words` stand in the text, if they are a part of it (the same bytes in memory, not just equal ones).
    fn place(&self, words: &str) -> Option<Span> {
        let start = (words.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        let end = start.checked_add(words.len())?;
        (end <= self.text.len() && !words.is_empty()).then(|| Span::new(start, end))
    }
}

impl Sink for TapeWriter<'_> {
    fn begin(&mut self) {
        self.depth += 1;
    }

    fn field(&mut self, _name: &'static str) {
        self.entry();
    }

    fn end(&mut self) {
        self.depth -= 1;
    }

    fn entry(&mut self) {
        if self.depth == 1 {
            self.entries.push(self.gone + self.sheet.len() as u32);
        }
    }

    fn end_list(&mut self) {}

    fn begin_list(&mut self, length: usize) {
        self.write([length as u32]);
    }

    fn none(&mut self) {
        self.write([0]);
    }

    fn some(&mut self) {
        self.write([1]);
    }

    fn boolean(&mut self, value: bool) {
        self.write([u32::from(value)]);
    }

    fn integer(&mut self, value: u32) {
        self.write([value]);
    }

    fn decimal(&mut self, value: Decimal) {
        let value = value.normal();
        let coefficient = value.coefficient();
        let exponent = i32::from(value.exponent()) + if value.is_negative() { NEGATIVE } else { 0 };
        self.write([coefficient as u32, (coefficient >> 32) as u32, exponent as u32]);
    }

    fn words(&mut self, value: &str) {
        if let Some(span) = self.place(value) {
            return self.span(span);
        }
        let start = self.offsets.len() + self.pool_units;
        let units = value.encode_utf16().count() as u32;
        self.pool.push_str(value);
        self.pool_units += units;
        self.write([start, start + units]);
    }

    fn span(&mut self, value: Span) {
        let start = self.offsets.utf16(value.start as usize);
        self.write([start, self.offsets.utf16(value.end as usize)]);
    }

    fn name(&mut self, index: usize, _name: &'static str) {
        self.write([index as u32]);
    }
}

/// Counts the cells of a tape, so that there is room for all of them before the first is written.
struct Cells(usize);

impl Sink for Cells {
    fn begin(&mut self) {}

    fn field(&mut self, _name: &'static str) {}

    fn end(&mut self) {}

    fn entry(&mut self) {}

    fn end_list(&mut self) {}

    fn begin_list(&mut self, _length: usize) {
        self.0 += 1;
    }

    fn none(&mut self) {
        self.0 += 1;
    }

    fn some(&mut self) {
        self.0 += 1;
    }

    fn boolean(&mut self, _value: bool) {
        self.0 += 1;
    }

    fn integer(&mut self, _value: u32) {
        self.0 += 1;
    }

    fn decimal(&mut self, _value: Decimal) {
        self.0 += 3;
    }

    fn words(&mut self, _value: &str) {
        self.0 += 2;
    }

    fn span(&mut self, _value: Span) {
        self.0 += 2;
    }

    fn name(&mut self, _index: usize, _name: &'static str) {
        self.0 += 1;
    }
}

impl Report<'_> {
    /// The report as integers for JavaScript, positions in UTF-16 units.
    ///
    /// ```
    /// let packed = gangmu::parse("").to_packed();
    /// assert!(!packed.tape.is_empty());
    /// ```
    pub fn to_packed(&self) -> Packed {
        let mut tape = Vec::with_capacity(self.cells());
        let (pool, entries) = self.write_tape(&mut |sheet| tape.extend_from_slice(sheet));
        Packed { tape, pool, entries }
    }

    /// How many cells the tape has.
    pub(crate) fn cells(&self) -> usize {
        let mut cells = Cells(1);
        self.emit(&mut cells);
        cells.0
    }

    /// Hands the tape on, sheet after sheet; gives the pool and the entries.
    pub(crate) fn write_tape(&self, hand_on: &mut dyn FnMut(&[u32])) -> (String, Vec<u32>) {
        let mut writer = TapeWriter {
            sheet: Vec::with_capacity(SHEET + 4),
            gone: 0,
            hand_on,
            pool: String::new(),
            pool_units: 0,
            entries: Vec::new(),
            depth: 0,
            text: self.text,
            offsets: Offsets::new(self.text),
        };
        writer.write([self.parts.bits()]);
        self.emit(&mut writer);
        writer.turn();
        (writer.pool, writer.entries)
    }
}
