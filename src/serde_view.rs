//! Feature `serde`: the report as a serde value, with the fields and positions of the contract.

use crate::decimal::Decimal;
use crate::offsets::Offsets;
use crate::report::Report;
use crate::span::Span;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use serde::ser::{Serialize, SerializeSeq, Serializer};

/// A part of the report with its positions in UTF-16 units, for any format that serde writes. Made by [`Report::in_utf16`].
///
/// ```
/// let report = gangmu::parse("开展培训12次。");
/// let offsets = gangmu::Offsets::new(report.text);
/// let value = serde_json::to_value(report.in_utf16(&offsets)).unwrap();
/// assert_eq!(value["figures"][0]["span"], serde_json::json!([4, 7]));
/// ```
#[derive(Debug)]
pub struct InUtf16<'a, T: ?Sized>(pub(crate) &'a T, pub(crate) &'a Offsets<'a>);

impl<'t> Report<'t> {
    /// The report as a value that serde can write, with positions in UTF-16 units. `offsets` are those of the same text. It has
    /// the fields of [`to_json`](Report::to_json), values as doubles.
    ///
    /// ```
    /// let report = gangmu::parse("满意率98.5%。");
    /// let offsets = gangmu::Offsets::new(report.text);
    /// let value = serde_json::to_value(report.in_utf16(&offsets)).unwrap();
    /// assert_eq!(value["figures"][0]["value"], 98.5);
    /// ```
    pub fn in_utf16<'a>(&'a self, offsets: &'a Offsets<'a>) -> InUtf16<'a, Report<'t>> {
        InUtf16(self, offsets)
    }
}

impl Serialize for InUtf16<'_, bool> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(*self.0)
    }
}

impl Serialize for InUtf16<'_, u32> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(*self.0)
    }
}

impl Serialize for InUtf16<'_, Decimal> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0.to_f64())
    }
}

impl Serialize for InUtf16<'_, Span> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_seq(Some(2))?;
        pair.serialize_element(&self.1.utf16(self.0.start as usize))?;
        pair.serialize_element(&self.1.utf16(self.0.end as usize))?;
        pair.end()
    }
}

impl Serialize for InUtf16<'_, &str> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl Serialize for InUtf16<'_, Cow<'_, str>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'a, T> Serialize for InUtf16<'a, Option<T>>
where
    InUtf16<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            None => serializer.serialize_none(),
            Some(value) => serializer.serialize_some(&InUtf16(value, self.1)),
        }
    }
}

impl<'a, T> Serialize for InUtf16<'a, Vec<T>>
where
    InUtf16<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for value in self.0 {
            list.serialize_element(&InUtf16(value, self.1))?;
        }
        list.end()
    }
}
