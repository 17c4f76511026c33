//! Figures that the text ties together, each with the calculation and what it says.
//!
//! A relation is stated only where words tie the figures (其中, 合计, 其余, 率, 占, 从…到) and their units agree; where it
//! is unsure which figures belong together, nothing is said.

mod amount;
mod averages;
mod changes;
pub(crate) mod claims;
mod conversions;
mod flows;
mod ledger;
mod places;
mod rates;
mod repeats;
mod shares;
mod slip;
mod sums;

use crate::concordance::Concordance;
use crate::options::Language;
use crate::order::by_place;
use crate::report::{Figure, Relation, Terms, Verdict};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use ledger::Ledger;

/// How many figures back a total or a denominator is looked for.
const REACH: usize = 12;

/// The relations among `figures` of `text`, whose `places` are given, in the order of the figure that they are about; slips are told in `language`.
pub(crate) fn find<'t>(
    text: &'t str,
    places: &Concordance,
    figures: &[Figure<'t>],
    language: Language,
) -> Vec<Relation<'t>> {
    let ledger = Ledger::of(text, places, figures, language);
    let mut out = Vec::new();
    let sums = sums::find(&ledger, &mut out);
    rates::find(&ledger, &sums, &mut out);
    changes::find(&ledger, &mut out);
    shares::find(&ledger, &mut out);
    flows::find(&ledger, &mut out);
    averages::find(&ledger, &mut out);
    conversions::find(&ledger, &mut out);
    repeats::find(&ledger, &sums, &mut out);
    // Nothing is calculated with what is negative: 利润总额-1.2亿元 is no part of a sum that could be told.
    let negative = |figure: &u32| figures.get(*figure as usize).is_some_and(|figure| figure.value.is_negative());
    if figures.iter().any(|figure| figure.value.is_negative()) {
        out.retain(|relation| !relation.terms.figures().iter().any(negative));
    }
    by_place(&mut out, |relation| {
        let first = relation.terms.first().unwrap_or_default();
        (figures.get(first as usize).map_or_else(Default::default, |figure| figure.span), 0)
    });
    out
}

fn relation<'t>(terms: Terms, verdict: Verdict, calculation: String) -> Relation<'t> {
    Relation { terms, verdict, calculation: Cow::Owned(calculation), slip: None }
}
