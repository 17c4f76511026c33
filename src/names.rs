//! Every closed set there is.

use crate::compare::{AloneReason, PlanState, Remark, SectionState, Side};
use crate::parts::Part;
use crate::report::{Bound, Change, Kind, NoiseKind, PeriodSource, Reason, Role, Terms, Verdict};
use crate::rules::{Confidence, Rule, Severity};

/// Every closed set by the name of its type, each with its names in order: what a reader of [`Packed`](crate::Packed) needs.
///
/// ```
/// assert!(gangmu::NAMES.contains(&("Role", gangmu::Role::NAMES)));
/// ```
pub const NAMES: &[(&str, &[&str])] = &[
    ("Part", Part::NAMES),
    ("Role", Role::NAMES),
    ("Kind", Kind::NAMES),
    ("Bound", Bound::NAMES),
    ("PeriodSource", PeriodSource::NAMES),
    ("Change", Change::NAMES),
    ("Verdict", Verdict::NAMES),
    ("RelationKind", Terms::NAMES),
    ("Severity", Severity::NAMES),
    ("Confidence", Confidence::NAMES),
    ("Rule", Rule::NAMES),
    ("NoiseKind", NoiseKind::NAMES),
    ("Reason", Reason::NAMES),
    ("Remark", Remark::NAMES),
    ("Side", Side::NAMES),
    ("AloneReason", AloneReason::NAMES),
    ("SectionState", SectionState::NAMES),
    ("PlanState", PlanState::NAMES),
];
