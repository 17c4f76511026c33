//! What a caller may say beside the text.

/// What a caller may say beside the text; the default says nothing.
///
/// ```
/// let mut options = gangmu::Options::default();
/// options.year = Some(2021);
/// let report = gangmu::parse_with("今年以来，开展培训12次。", &options);
/// assert_eq!(report.figures[0].period.as_deref(), Some("2021"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields, rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Options {
    /// The year reported on, for a text that does not state it; what the text states comes first.
    pub year: Option<u32>,
}
