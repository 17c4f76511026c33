//! What is promised of two reports laid side by side and of many collected: every figure has one place, whatever the texts.

use super::reading::in_text;
use gangmu::{Columns, Comparison, Heading, Report, Side, compare};
use serde_json::Value;
use std::collections::BTreeSet;

/// Everything promised of `first` beside `second`.
pub fn beside(first: &str, second: &str) {
    let (first, second) = (gangmu::parse(first), gangmu::parse(second));
    let comparison = compare(&first, &second);
    assert_eq!(comparison, compare(&first, &second), "compared twice, the same");
    every_figure_once(&comparison, [&first, &second]);
    sections(&comparison, [&first, &second]);
    for plan in &comparison.plans {
        in_text(first.text, plan.span, "plan");
        assert_eq!(plan.found.is_some(), plan.state != gangmu::PlanState::NotMentioned);
        plan.found.iter().for_each(|found| in_text(second.text, *found, "what takes a plan up"));
        assert!(plan.figures.iter().all(|at| (*at as usize) < second.figures.len()));
    }
    let json: Value = serde_json::from_str(&comparison.to_json(&first, &second)).expect("it is JSON");
    let whole: Value = serde_json::from_str(&second.to_json()).unwrap();
    assert_eq!(json["second"], whole, "the report inside is the report");
    assert_eq!(json["pairs"].as_array().map(Vec::len), Some(comparison.pairs.len()));
    placed([&first, &second]);
}

/// Pairs and lone figures together are all figures, none of them twice.
fn every_figure_once(comparison: &Comparison, reports: [&Report<'_>; 2]) {
    let lone = |side: Side| comparison.alone.iter().filter(move |alone| alone.report == side).map(|alone| alone.figure);
    let firsts: Vec<u32> = comparison.pairs.iter().map(|pair| pair.first).chain(lone(Side::First)).collect();
    let seconds: Vec<u32> = comparison.pairs.iter().map(|pair| pair.second).chain(lone(Side::Second)).collect();
    for (report, places) in reports.into_iter().zip([firsts, seconds]) {
        let each: BTreeSet<u32> = places.iter().copied().collect();
        assert_eq!(each.len(), places.len(), "a figure is in one place");
        assert_eq!(each.len(), report.figures.len(), "every figure is");
        assert!(each.iter().all(|at| (*at as usize) < report.figures.len()));
    }
    assert!(comparison.pairs.is_sorted_by_key(|pair| pair.second), "pairs are in the order of the second");
}

/// Every heading of both stands in the list once.
fn sections(comparison: &Comparison, reports: [&Report<'_>; 2]) {
    fn paths(headings: &[Heading<'_>], above: &[u32], out: &mut BTreeSet<Vec<u32>>) {
        for (at, heading) in headings.iter().enumerate() {
            let path = [above, &[at as u32]].concat();
            paths(&heading.children, &path, out);
            out.insert(path);
        }
    }
    let sides = [
        comparison.sections.iter().map(|pair| &pair.first).collect::<Vec<_>>(),
        comparison.sections.iter().map(|pair| &pair.second).collect(),
    ];
    for (report, side) in reports.into_iter().zip(sides) {
        let mut expected = BTreeSet::new();
        paths(&report.outline, &[], &mut expected);
        let named: Vec<&Vec<u32>> = side.into_iter().flatten().collect();
        assert_eq!(named.len(), expected.len(), "every heading once");
        assert!(named.into_iter().all(|path| expected.contains(path)), "headings that are there");
    }
}

/// No two figures of a report are in one column, and equal reports are in the same.
fn placed(reports: [&Report<'_>; 2]) {
    let mut columns = Columns::default();
    for report in reports {
        let placed = columns.place(report);
        assert_eq!(placed.len(), report.figures.len());
        let named: Vec<u32> = placed.iter().flatten().map(|placed| placed.column).collect();
        assert_eq!(named.iter().collect::<BTreeSet<_>>().len(), named.len(), "one value a cell");
        let column = |placed: Vec<Option<gangmu::Placed>>| -> Vec<Option<u32>> {
            placed.into_iter().map(|placed| Some(placed?.column)).collect()
        };
        let before = columns.list().len();
        assert_eq!(column(columns.place(report)), column(placed), "the same report again");
        assert_eq!(columns.list().len(), before, "has no new columns");
    }
}
