//! A place in the text.

use alloc::string::String;
use core::ops::{Index, Range};

/// A half-open range of the text, in **bytes** of UTF-8: `start` is the first byte, `end` the one after the last.
///
/// Both ends stand on character boundaries of the text that the span was made from. Positions for JavaScript
/// (UTF-16 units) are made from spans only where a report leaves Rust, by [`Offsets`](crate::Offsets).
///
/// ```
/// let text = String::from("开展培训12次");
/// let span = gangmu::Span { start: 12, end: 17 };
/// assert_eq!(&text[span], "12次"); // of a &str too
/// assert_eq!(&"12次"[span], "");   // no span of this text
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` to byte `end`. Texts are read up to 4 GiB, so that both fit.
    pub(crate) const fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, end: end as u32 }
    }

    /// The length in bytes.
    ///
    /// ```
    /// assert_eq!(gangmu::Span { start: 12, end: 17 }.len(), 5);
    /// ```
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether it holds nothing.
    ///
    /// ```
    /// assert!(gangmu::Span { start: 12, end: 12 }.is_empty());
    /// ```
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The same as a range of `usize`, for slicing bytes.
    ///
    /// ```
    /// let report = gangmu::parse("开展培训12次。");
    /// assert_eq!(&report.text.as_bytes()[report.figures[0].number.range()], b"12");
    /// ```
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `at`, a byte offset, lies inside. The end lies outside.
    ///
    /// ```
    /// let span = gangmu::Span { start: 12, end: 17 };
    /// assert!(span.holds(12) && !span.holds(17));
    /// ```
    pub const fn holds(self, at: usize) -> bool {
        self.start as usize <= at && at < self.end as usize
    }
}

impl Index<Span> for str {
    type Output = str;

    /// The words of the span; the empty string where the span is not one of this text.
    fn index(&self, span: Span) -> &str {
        self.get(span.range()).unwrap_or_default()
    }
}

impl Index<Span> for String {
    type Output = str;

    /// As of a `str`.
    fn index(&self, span: Span) -> &str {
        &self.as_str()[span]
    }
}
