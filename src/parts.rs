//! The parts of a report, and which of them are asked for.

use crate::emit::closed_set;

closed_set! {
    /// A part of a report: a field of [`Report`](crate::Report), in their order.
    ///
    /// ```
    /// assert_eq!(gangmu::Part::from_name("figures"), Some(gangmu::Part::Figures));
    /// ```
    pub enum Part {
        /// What the text says of itself.
        Metadata = "metadata",
        /// The headings.
        Outline = "outline",
        /// Items before the first heading.
        Items = "items",
        /// The quantities.
        Figures = "figures",
        /// Dates and spans of time.
        Dates = "dates",
        /// Works cited in 书名号.
        Citations = "citations",
        /// Figures that the text ties together.
        Relations = "relations",
        /// What an editor would want to be told.
        Findings = "findings",
        /// What is not the report.
        Noise = "noise",
        /// Numbers that are no figures.
        Ignored = "ignored",
        /// What each stretch is about.
        Passages = "passages",
    }
}

/// A set of parts; the default is all of them.
///
/// ```
/// use gangmu::{Part, Parts};
/// let some: Parts = [Part::Outline, Part::Figures].into_iter().collect();
/// assert!(some.has(Part::Figures) && !some.has(Part::Findings));
/// assert!(Parts::default().has(Part::Findings));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(u32);

impl Parts {
    /// Whether `part` is one of them.
    ///
    /// ```
    /// use gangmu::{Part, Parts};
    /// assert!(Parts::default().has(Part::Findings));
    /// ```
    pub const fn has(self, part: Part) -> bool {
        self.0 >> part as u32 & 1 == 1
    }

    /// Whether one of `parts` is.
    pub(crate) fn has_any(self, parts: &[Part]) -> bool {
        parts.iter().any(|part| self.has(*part))
    }

    /// A bit for each part, the first the lowest.
    ///
    /// ```
    /// use gangmu::{Part, Parts};
    /// assert_eq!(Parts::from_iter([Part::Metadata, Part::Items]).bits(), 0b101);
    /// ```
    pub const fn bits(self) -> u32 {
        self.0
    }
}

impl Default for Parts {
    fn default() -> Parts {
        Part::ALL.iter().copied().collect()
    }
}

impl FromIterator<Part> for Parts {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Parts {
        Parts(parts.into_iter().fold(0, |bits, part| bits | 1 << part as u32))
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Parts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Parts, D::Error> {
        Ok(alloc::vec::Vec::<Part>::deserialize(deserializer)?.into_iter().collect())
    }
}
