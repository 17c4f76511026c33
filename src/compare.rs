//! Two reports side by side: which figure of the one states what which of the other does, what became of the plan, which sections
//! are new.

mod alignment;
mod difference;
mod measures;
mod plans;
mod sections;
mod written;

pub use plans::{Plan, PlanState};
pub use sections::{SectionPair, SectionState};

use crate::decimal::Decimal;
use crate::emit::closed_set;
use crate::report::Report;
use crate::rules::Confidence;
use crate::signature::Signatures;
use alloc::vec::Vec;

/// The version of the shape of [`Comparison::to_json`]: its field `schema`.
///
/// ```
/// let (a, b) = (gangmu::parse(""), gangmu::parse(""));
/// let json = gangmu::compare(&a, &b).to_json(&a, &b);
/// assert!(json.starts_with(&format!(r#"{{"schema":"{}","#, gangmu::COMPARISON_SCHEMA)));
/// ```
pub const COMPARISON_SCHEMA: &str = "gangmu-comparison/1";

/// What two reports say beside each other. See [`compare`]. Numbers are indices into the `figures` of the two reports.
///
/// ```
/// let comparison = gangmu::compare(&gangmu::parse("受理信访15件。"), &gangmu::parse("受理信访18件，走访20户。"));
/// assert_eq!((comparison.pairs[0].first, comparison.pairs[0].second), (0, 0));
/// assert_eq!(comparison.alone[0].figure, 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// Figures of the same thing, in the order of the second report.
    pub pairs: Vec<Pair>,
    /// Figures without a partner: those of the first report, then those of the second.
    pub alone: Vec<Alone>,
    /// Headings side by side, in the order of the second report; those that are gone stand where they stood.
    pub sections: Vec<SectionPair>,
    /// What the first report planned, in its order.
    pub plans: Vec<Plan>,
    /// Of each report the figures that say by what rate something grew or fell (增长8%), and not what it came to (提高到98%).
    pub growths: [Vec<u32>; 2],
}

/// Two figures of the same thing.
///
/// ```
/// let comparison = gangmu::compare(&gangmu::parse("受理信访15件。"), &gangmu::parse("受理信访12件。"));
/// let pair = &comparison.pairs[0];
/// assert_eq!(pair.difference, Some(gangmu::Decimal::from(3).negated()));
/// assert_eq!(pair.percent.unwrap().to_string(), "-20");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pair {
    /// The figure of the first report.
    pub first: u32,
    /// That of the second.
    pub second: u32,
    /// How sure it is that both state the same thing. Of the pairs of `tests/pairs` 99 in 100 that are certain are right, of
    /// those that are likely 98, of those that are possible 91.
    pub confidence: Confidence,
    /// The second less the first, in the unit of the second: of two rates in points. `None` where one is a range or the units
    /// cannot be compared.
    pub difference: Option<Decimal>,
    /// The difference in per cent of the first, to two places; `None` where there is none, of rates, and where the first is 0.
    pub percent: Option<Decimal>,
    /// What is to be seen beside that.
    pub remarks: Vec<Remark>,
}

closed_set! {
    /// What a reader should see of two figures beside their difference.
    ///
    /// ```
    /// use gangmu::Remark;
    /// let comparison = gangmu::compare(&gangmu::parse("投入资金20万元。"), &gangmu::parse("投入资金20元。"));
    /// assert_eq!(comparison.pairs[0].remarks, [Remark::Jump]);
    /// ```
    pub enum Remark {
        /// Another unit: 亩 and 公顷, 件 and 起.
        UnitChanged = "unit-changed",
        /// Another stretch of time: a whole year beside half of one.
        PeriodDiffers = "period-differs",
        /// One is 约 or 余, the other exact, or hedged the other way.
        BoundDiffers = "bound-differs",
        /// Ten times as much or more, or a tenth or less: a lost 万.
        Jump = "jump",
        /// Value and words stand in the first report word for word: last year's text left standing.
        LeftStanding = "left-standing",
        /// What is counted has other words.
        Reworded = "reworded",
    }
}

/// A figure without a partner.
///
/// ```
/// use gangmu::{AloneReason, Side};
/// let comparison = gangmu::compare(&gangmu::parse("受理信访15件。"), &gangmu::parse("栽树300株。"));
/// assert_eq!((comparison.alone[1].report, comparison.alone[1].reason), (Side::Second, AloneReason::NewWords));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Alone {
    /// Which report it is in.
    pub report: Side,
    /// Which of its figures.
    pub figure: u32,
    /// Why none was found.
    pub reason: AloneReason,
}

closed_set! {
    /// One of two reports.
    ///
    /// ```
    /// let comparison = gangmu::compare(&gangmu::parse(""), &gangmu::parse("栽树300株。"));
    /// assert_eq!(comparison.alone[0].report, gangmu::Side::Second);
    /// ```
    pub enum Side {
        /// The first: the earlier year, or the one place.
        First = "first",
        /// The second.
        Second = "second",
    }
}

closed_set! {
    /// Why a figure has no partner.
    ///
    /// ```
    /// let comparison = gangmu::compare(&gangmu::parse("受理信访15件。"), &gangmu::parse("受理信访费用300元。"));
    /// assert_eq!(comparison.alone[0].reason, gangmu::AloneReason::OtherUnit);
    /// ```
    pub enum AloneReason {
        /// Nothing near by says what it counts.
        Unnamed = "unnamed",
        /// No figure of the other report has words like its.
        NewWords = "new-words",
        /// Its words are there, with a figure of another kind.
        OtherUnit = "other-unit",
        /// Its words are there, with a figure of another time: planned and not done, or what it was before a change.
        OtherTime = "other-time",
        /// What is most like it fits another figure better.
        Taken = "taken",
        /// Several could be it, or what is like it is not like enough.
        Unclear = "unclear",
    }
}

/// Lays two reports side by side. `first` is the earlier year or the one place, `second` the later year or the other.
///
/// Takes any two reports and always answers; two of nothing alike have no pairs. A report that was read in parts
/// ([`Options::parts`](crate::Options::parts)) is compared by those. The time is linear in the two: two to three times that of reading them.
///
/// ```
/// use gangmu::{Confidence, Remark};
/// let last = gangmu::parse("清溪镇2022年工作总结\n全年开展法治讲座12场，调解纠纷80件。");
/// let this = gangmu::parse("清溪镇2023年工作总结\n全年调解纠纷96起，举办法治讲座15场。");
/// let comparison = gangmu::compare(&last, &this);
/// let [mediations, lectures] = &comparison.pairs[..] else { panic!("two pairs") };
/// assert_eq!((mediations.first, mediations.second), (1, 0));
/// assert_eq!(mediations.remarks, [Remark::UnitChanged]);
/// assert_eq!(lectures.difference.unwrap().to_string(), "3");
/// assert_eq!(lectures.percent.unwrap().to_string(), "25");
/// ```
pub fn compare(first: &Report<'_>, second: &Report<'_>) -> Comparison {
    let sides = [Signatures::of(first), Signatures::of(second)];
    let (matches, alone) = alignment::align(&sides);
    let pairs = matches.iter().map(|found| difference::pair(&sides, found)).collect();
    let sections = sections::beside(first, second, &matches);
    let growths = sides
        .each_ref()
        .map(|side| (0..).zip(&side.list).filter(|(_, each)| each.is_growth).map(|(at, _)| at).collect());
    Comparison { pairs, alone, sections, plans: plans::followed(first, second), growths }
}
